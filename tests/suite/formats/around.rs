//! What pages say around their articles is kept, marked as such, and ranked last.

use crate::harness::{Collection, project, text};
use beleg::article::{Article, BlockKind};
use beleg::source::{Format, Limits, parse, read};
use std::fmt::Write;
use std::fs;
use std::ops::ControlFlow;

/// The article of the corpus whose name begins with a number.
fn article(number: &str) -> Article {
    let files = fs::read_dir(project("corpus")).expect("the corpus");
    let mut paths = files.map(|file| file.expect("a file").path());
    let begins = |path: &std::path::PathBuf| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with(number))
    };
    let path = paths.find(begins).expect("the article is there");
    let mut article = None;
    read(&path, Format::Text, &Limits::default(), &mut |record| {
        article = parse(&record.expect("readable"), &Limits::default(), "a.txt").ok();
        ControlFlow::Continue(())
    })
    .expect("readable");
    article.expect("an article")
}

/// The blocks of a kind, each as its first words.
fn blocks(article: &Article, kind: BlockKind) -> Vec<String> {
    let blocks = article.blocks.iter().filter(|block| block.kind == kind);
    blocks
        .map(|block| {
            let words = article.text[block.span.range()].split_whitespace().take(4);
            words.collect::<Vec<_>>().join(" ")
        })
        .collect()
}

#[test]
fn notices_galleries_and_captions_of_the_corpus_are_recognised() {
    let first = article("001");
    let around = [
        "Empfohlener redaktioneller Inhalt",
        "Mit Ihrer Zustimmmung wird",
        "Ich bin damit einverstanden,",
    ];
    assert_eq!(blocks(&first, BlockKind::Boilerplate), around);
    assert_eq!(
        blocks(&first, BlockKind::Caption),
        [
            "Wladimir Putin, Kim Jong-un",
            "Wladimir Putin, Kim Jong-un."
        ]
    );
    let second = article("002");
    assert_eq!(
        blocks(&second, BlockKind::Boilerplate),
        ["Fehler gefunden?Jetzt melden."]
    );
    let third = article("003");
    let around = [
        "date 2023-09",
        "1 von 13 Zurück",
        "Mehr",
        "Aktuelle Entwicklungen zu dem",
    ];
    assert_eq!(blocks(&third, BlockKind::Boilerplate), around);
    let captions = [
        "Zuletzt trafen sich der",
        "Nordkorea Kims große Propaganda-Parade",
        "Vor den Augen der",
    ];
    assert_eq!(blocks(&third, BlockKind::Caption), captions);
}

#[test]
fn no_sentence_of_the_corpus_is_taken_for_what_stands_around_it() {
    let lengths = [("000", 0), ("001", 3), ("002", 1), ("003", 4), ("004", 0)];
    for (number, around) in lengths {
        let article = article(number);
        assert_eq!(
            blocks(&article, BlockKind::Boilerplate).len(),
            around,
            "{number}"
        );
        let shown: String = article
            .blocks
            .iter()
            .flat_map(|block| article.text[block.span.range()].split_whitespace())
            .collect();
        let all: String = article.text.split_whitespace().collect();
        assert_eq!(
            shown, all,
            "every word of {number} is in a block, once and in order"
        );
    }
}

#[test]
fn a_menu_that_is_full_of_a_word_does_not_stand_before_an_article_about_it() {
    let menu = "<nav><a>Munition</a> <a>Munition kaufen</a> <a>Munition</a></nav>";
    let page = |body: &str| {
        format!("<html><body>{menu}<article><h1>Der Hafen</h1>{body}</article></body></html>")
    };
    let other = "<p>Im Hafen lag am Montag ein Schiff, das niemand kannte. Es blieb drei Tage lang dort liegen.</p>";
    let about = "<p>Im Hafen lag am Montag ein Schiff mit einer Ladung, die niemand kannte. Darunter war, wie der Zoll viel später mitteilte, auch Munition.</p>";
    let collection = Collection::new()
        .file("a.html", page(other))
        .file("b.html", page(about));
    let found = collection
        .beleg(["search", "Munition", "--format", "json"])
        .expect_code(0);
    let hits = found.lines_of_type("hit");
    let kinds: Vec<(String, String)> = hits
        .iter()
        .map(|hit| (text(&hit["article"]["id"]), text(&hit["block"]["kind"])))
        .collect();
    let expected = [
        ("b.html", "paragraph"),
        ("b.html", "boilerplate"),
        ("a.html", "boilerplate"),
    ];
    assert_eq!(
        kinds,
        expected.map(|(id, kind)| (id.to_owned(), kind.to_owned()))
    );
    let shown = collection.beleg(["search", "Munition"]).expect_code(0);
    assert_eq!(
        shown.stdout().matches(" · boilerplate\n").count(),
        2,
        "{}",
        shown.stdout()
    );
}

#[test]
fn a_notice_in_the_middle_of_a_text_is_shown_where_it_stands() {
    let collection = Collection::of_the_project();
    collection.beleg(["index"]).expect_code(0);
    let shown = collection
        .beleg([
            "show",
            "corpus/001_9643a6726ce6d8a4.txt",
            "--format",
            "json",
        ])
        .expect_code(0);
    let blocks = shown.only("show")["blocks"]
        .as_array()
        .expect("blocks")
        .clone();
    let lines: Vec<u64> = blocks
        .iter()
        .map(|block| block["line"].as_u64().expect("a line"))
        .collect();
    assert!(lines.is_sorted(), "{lines:?}");
}

/// Pages that have nothing in common but their menu.
fn pages_with_a_menu(count: usize) -> String {
    (0..count).fold(String::new(), |mut lines, number| {
        let words: Vec<String> = (0..12)
            .map(|word| format!("Wort{}", number * 31 + word * 7))
            .collect();
        let text = format!("<nav><a>Munition</a></nav><p>{}.</p>", words.join(" "));
        writeln!(lines, "{{\"id\":\"{number}\",\"text\":\"{text}\"}}").expect("a text grows");
        lines
    })
}

#[test]
fn a_thousand_menus_full_of_a_word_left_no_room_for_the_article_about_it() {
    let about = "Im Hafen lag am Montag ein Schiff mit einer Ladung, die niemand kannte. Darunter war, wie \
                 der Zoll viel später mitteilte, auch Munition aus alten Beständen, die keiner haben wollte.";
    let collection = Collection::new()
        .file("menus.jsonl", pages_with_a_menu(1_300))
        .file("z.txt", about);
    let found = collection
        .beleg(["search", "Munition", "--format", "json", "--limit", "5"])
        .expect_code(0);
    let hits = found.lines_of_type("hit");
    let kinds: Vec<String> = hits.iter().map(|hit| text(&hit["block"]["kind"])).collect();
    let around = "boilerplate";
    assert_eq!(kinds, ["paragraph", around, around, around, around]);
}

#[test]
fn a_claim_is_never_backed_by_the_teaser_of_another_article() {
    let teaser = "Im September reiste Kim Jong Un mit dem Zug nach Wladiwostok.";
    let page = format!(
        "<html><body><article><h1>Der Hafen</h1><p>Im Hafen lag am Montag ein Schiff, das niemand kannte. \
         Es blieb drei Tage lang dort liegen.</p></article><aside class=\"teaser\"><p>{teaser}</p></aside></body></html>"
    );
    let collection = Collection::new().file("a.html", page);
    let found = collection.beleg(["search", "Wladiwostok", "--format", "json"]);
    assert_eq!(text(&found.only("hit")["block"]["kind"]), "boilerplate");
    let checked = collection.beleg(["check", teaser, "--format", "json"]);
    let verdict = checked.only("verdict")["verdict"].clone();
    assert_eq!(text(&verdict), "none", "{}", checked.stdout());
    assert_eq!(checked.lines_of_type("evidence").len(), 0);
}
