//! What a person and a program see of an answer.

mod attribution;
pub mod sample;

use beleg::evidence::{
    ArticleRef, BlockKind, BlockRef, Citation, Explanation, Fact, Hit, MarkKind, Origin, Property,
    Shown, ShownBlock, Skipped, Status, Summary, Support, SupportKind, Token, TokenKind, Variants,
    WordScore,
};
use beleg::render::{Extent, Format, Style};
use beleg::span::TextSpan;
use proptest::prelude::*;
use serde_json::Value;

use sample::{
    PIPE, PLAIN_TERMINAL, TERMINAL, article, block, citation, hit, mark, munition, of_article,
    search, summary, written,
};

/// Escape sequences made readable, so that a snapshot shows them.
fn visible(text: &str) -> String {
    text.replace('\u{1b}', "ESC")
}

#[test]
fn hits_stand_under_their_article_with_a_place_to_click() {
    let summary = Summary {
        variants: vec![Variants {
            word: "Pjöngjang".to_owned(),
            others: vec!["Pyongyang".to_owned(), "Pjongjang".to_owned()],
        }],
        undated: Some(2),
        skipped: vec![Skipped {
            path: "c.pdf".to_owned(),
            reason: "not supported yet".to_owned(),
        }],
        notes: vec!["the index is 3 days old".to_owned()],
        ..summary(2, 3)
    };
    insta::assert_snapshot!(
        "text_plain",
        search(Format::Text(PLAIN_TERMINAL), &munition(), &summary)
    );
    insta::assert_snapshot!(
        "text_color",
        visible(&search(Format::Text(TERMINAL), &munition(), &summary))
    );
    insta::assert_snapshot!(
        "text_pipe",
        search(Format::Text(PIPE), &munition(), &summary)
    );
}

#[test]
fn the_closing_line_counts_as_people_do() {
    let closing = |summary: &Summary, hits: usize| {
        let all = search(Format::Text(PIPE), &munition()[..hits], summary);
        all.lines().last().unwrap_or_default().to_owned()
    };
    assert_eq!(
        closing(&summary(1, 1), 1),
        "Found 1 of 5 articles, 1 of 61 passages (12 ms)"
    );
    assert_eq!(
        closing(&summary(1412, 9000), 1),
        "Found 1,412 of 5 articles, 9,000 of 61 passages (12 ms) \
         · 1 article shown (--limit N for more)"
    );
    assert_eq!(closing(&summary(1, 0), 1), "Found 1 of 5 articles (12 ms)");
    let bound = Summary {
        exact: false,
        ..summary(2, 3)
    };
    assert_eq!(
        closing(&bound, 3),
        "Found at least 2 of 5 articles, 3 of 61 passages (12 ms)"
    );
    let shortened = Summary {
        articles_shortened: 2,
        ..summary(2, 3)
    };
    assert_eq!(
        closing(&shortened, 3),
        "Found 2 of 5 articles, 3 of 61 passages (12 ms) · more hits in 2 articles (--passages N)"
    );
}

#[test]
fn a_headline_that_answers_is_not_printed_twice() {
    let headline = hit("Putins [Munition]");
    let headline = Hit {
        article: article("a.txt", "Putins Munition"),
        ..headline
    };
    let paragraph = Hit {
        article: headline.article.clone(),
        ..hit("Mehr [Munition].")
    };
    let text = search(Format::Text(PIPE), &[headline, paragraph], &summary(1, 2));
    assert_eq!(text.matches("Putins").count(), 1, "{text}");
    assert!(text.starts_with("Putins [Munition]\n"), "{text}");
}

#[test]
fn nothing_found_says_what_was_tried_and_what_may_be_meant() {
    let summary = Summary {
        suggestions: vec!["Munition".to_owned(), "Munitionen".to_owned()],
        undated: Some(1),
        ..summary(0, 0)
    };
    insta::assert_snapshot!(search(Format::Text(PIPE), &[], &summary));
}

#[test]
fn of_a_long_block_the_sentences_with_marks_are_shown() {
    let filler = "Dieser Satz hat mit der Sache nichts zu tun und kann fehlen. ".repeat(6);
    let endless = "und dann kam noch etwas ".repeat(20);
    let text = format!(
        "{filler}Am 12. September z. B. kam [Munition] an. {filler}Zuletzt {endless} auch [Munition] {endless} an."
    );
    let long = search(Format::Text(PLAIN_TERMINAL), &[hit(&text)], &summary(1, 1));
    insta::assert_snapshot!(long);
}

#[test]
fn a_block_without_marks_is_shown_from_its_start() {
    let text = "Ein Wort nach dem anderen. ".repeat(30);
    let shown = search(Format::Text(PIPE), &[hit(&text)], &summary(1, 1));
    let passage = shown.lines().nth(2).expect("headline, facts, passage");
    assert!(
        passage.trim().starts_with("Ein Wort") && passage.ends_with(" …"),
        "{passage}"
    );
}

#[test]
fn why_is_said_in_words() {
    let word = |word: &str, term: Option<&str>, kind| WordScore {
        word: word.to_owned(),
        term: term.map(str::to_owned),
        kind,
        frequency: 2,
        rarity: 3.1,
        score: 4.2,
        support: None,
    };
    let lacking = |name: &str, kind| WordScore {
        score: 1.1,
        support: Some(Support { share: 0.35, kind }),
        ..word(name, None, None)
    };
    let explanation = Explanation {
        words: vec![
            word("Munition", Some("munition"), Some(MarkKind::Part)),
            word("Kim", None, None),
            lacking("Stahlwerk", SupportKind::Parts),
            lacking("Nordkorea", SupportKind::Heading),
        ],
        coverage: 1.5,
        proximity: 0.3,
    };
    let hit = Hit {
        why: Some(explanation),
        ..hit("Artillerie[munition] fehlt.")
    };
    let all = [hit];
    insta::assert_snapshot!("why_text", search(Format::Text(PIPE), &all, &summary(1, 1)));
    let json = search(Format::Json, &all, &summary(1, 1));
    let why = &objects(&json)[1]["data"]["why"];
    assert_eq!(why["words"][0]["kind"], "part");
    assert_eq!(why["words"][1]["term"], Value::Null);
    assert_eq!(why["words"][1]["support"], Value::Null);
    assert_eq!(why["words"][2]["support"]["kind"], "parts");
    assert_eq!(why["words"][3]["support"]["kind"], "heading");
}

fn objects(lines: &str) -> Vec<Value> {
    lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is an object"))
        .collect()
}

#[test]
fn json_lines_keep_the_contract() {
    let json = search(Format::Json, &munition()[..1], &summary(1, 1));
    let json = json.replace(env!("CARGO_PKG_VERSION"), "(version)");
    insta::assert_snapshot!(json);
}

#[test]
fn in_a_batch_each_line_names_its_query() {
    let batch = |format| {
        written(format, |printer| {
            for id in ["q 1", "q2"] {
                printer.begin("Munition", Some(id))?;
                munition().iter().try_for_each(|hit| printer.hit(hit))?;
                printer.summary(&summary(2, 3))?;
            }
            Ok(())
        })
    };
    let ids: Vec<Value> = objects(&batch(Format::Json))
        .iter()
        .map(|line| line["id"].clone())
        .collect();
    assert_eq!(ids[..5], ["q 1"; 5]);
    assert_eq!(ids[5..], ["q2"; 5]);
    insta::assert_snapshot!("batch_text", batch(Format::Text(PLAIN_TERMINAL)));
}

#[test]
fn a_trec_run_has_one_line_of_six_columns_an_article() {
    let better = Hit {
        score: 9.5,
        ..hit("[Munition]")
    };
    let hits = [
        hit("[Munition]"),
        better,
        of_article(2, "b c\n.txt", hit("[Munition]")),
    ];
    let run = written(Format::Trec, |printer| {
        printer.begin("Munition", Some("q 1"))?;
        hits.iter().try_for_each(|hit| printer.hit(hit))?;
        printer.summary(&summary(2, 3))?;
        printer.begin("Kim", Some("q2"))?;
        printer.hit(&hits[0])?;
        printer.summary(&summary(1, 1))
    });
    assert_eq!(
        run,
        "q%201 Q0 a.txt 1 9.500000 beleg\n\
         q%201 Q0 b%20c%0A.txt 2 7.100000 beleg\n\
         q2 Q0 a.txt 1 7.100000 beleg\n"
    );
}

#[test]
fn a_status_is_readable_at_a_glance() {
    let status = Status {
        index: "index".to_owned(),
        roots: vec!["corpus".to_owned()],
        refreshed: "2024-06-17T10:00:00Z".to_owned(),
        sources: 5,
        articles: 5,
        copies: 0,
        passages: 1061,
        text_bytes: 71_234,
        index_bytes: 60_001,
        segments: 1,
        dead_documents: 0,
        format_version: 1,
        fingerprint: "7f3a".to_owned(),
        knowledge: "00aa".to_owned(),
        languages: vec![("de".to_owned(), 4), ("en".to_owned(), 1)],
        formats: vec![("text".to_owned(), 5)],
        dates: Some(("2023-09".to_owned(), "2024-06-17".to_owned())),
        undated: 3,
        encoded_twice: 0,
        skipped: vec![Skipped {
            path: "böse\u{1b}[2J.pdf".to_owned(),
            reason: "format not supported yet: .pdf".to_owned(),
        }],
        notes: vec!["the collection has doubled; run beleg index --rebuild".to_owned()],
    };
    insta::assert_snapshot!(
        "status_text",
        written(Format::Text(PIPE), |printer| printer.status(&status))
    );
    insta::assert_snapshot!(
        "status_json",
        written(Format::Json, |printer| printer.status(&status))
    );
}

#[test]
fn show_points_at_the_cited_block() {
    let place = |kind, line| BlockRef {
        kind,
        ..block(line, 20)
    };
    let text = "Ein Absatz, der länger ist als eine Zeile des Terminals, auf dem er steht.";
    let shown = Shown {
        article: article("a.txt", "Putins Besuch"),
        path: "corpus/a.txt".to_owned(),
        sha256: "9b74".to_owned(),
        unchanged: false,
        blocks: vec![
            ShownBlock {
                place: place(BlockKind::Headline, 1),
                text: "Putins Besuch".to_owned(),
            },
            ShownBlock {
                place: place(BlockKind::ListItem, 11),
                text: text.to_owned(),
            },
        ],
        cited: Some(1),
        facts: vec![Fact {
            property: Property::Date,
            value: "2023-09".to_owned(),
            origin: Origin::JsonLd,
        }],
        notes: vec!["it is read as it was meant".to_owned()],
    };
    insta::assert_snapshot!(
        "show_text",
        written(Format::Text(PLAIN_TERMINAL), |printer| printer
            .shown(&shown, Extent::Whole))
    );
    insta::assert_snapshot!(
        "show_json",
        written(Format::Json, |printer| printer
            .shown(&shown, Extent::Around(0)))
    );
}

#[test]
fn analyze_shows_cuts_and_terms() {
    let token = |surface: &str, term: &str, start, position, kind| Token {
        record: None,
        surface: surface.to_owned(),
        term: term.to_owned(),
        span: TextSpan::new(start, start + surface.len()),
        position,
        kind,
        head: false,
        aliases: Vec::new(),
    };
    let tokens = [
        token(
            "Artilleriemunition",
            "artilleriemunition",
            0,
            0,
            TokenKind::Word,
        ),
        token("Artillerie", "artilleri", 0, 0, TokenKind::Part),
        Token {
            head: true,
            ..token("munition", "munition", 10, 0, TokenKind::Part)
        },
        token("größer", "gross", 19, 1, TokenKind::Word),
        token("1.000", "1000", 27, 2, TokenKind::Number),
        token("Atom-U-Boot", "atomuboot", 33, 3, TokenKind::Joined),
    ];
    insta::assert_snapshot!(
        "analyze_text",
        written(Format::Text(PIPE), |printer| printer.tokens(&tokens))
    );
    let of_record = Token {
        record: Some("r7".to_owned()),
        ..tokens[2].clone()
    };
    assert_eq!(
        written(Format::Json, |printer| printer.tokens(&[of_record])),
        "{\"type\":\"token\",\"id\":\"r7\",\"data\":{\"term\":\"munition\",\"surface\":\"munition\",\
         \"start\":10,\"end\":18,\"position\":0,\"kind\":\"part\",\"head\":true}}\n"
    );
}

#[test]
fn the_analysis_of_a_sentence_fits_a_terminal() {
    let sentence = "Pyongyang schickt Artilleriemunition für die Boden- und Luftstreitkräfte \
                    der Vereinten Nationen, sagt der Kreml über das Rüstungskontrollabkommen.";
    let tokens = beleg::archive::analyze(sentence);
    let style = Style {
        color: false,
        width: Some(80),
        links: None,
    };
    let drawn = written(Format::Text(style), |printer| printer.tokens(&tokens));
    assert!(drawn.lines().all(|line| line.chars().count() <= 80));
    insta::assert_snapshot!("analyze_sentence", drawn);
}

#[test]
fn no_title_or_file_name_can_reach_the_terminal_with_a_command() {
    let hostile = "a\u{1b}\\0;x\u{7}\u{9b}2J\u{202e}txt\u{200b}\u{7f}\r\nb";
    let hit = Hit {
        article: ArticleRef {
            author: Some(hostile.to_owned()),
            ..article(hostile, hostile)
        },
        citation: Citation {
            path: hostile.to_owned(),
            ..citation("")
        },
        ..hit(&format!("Text {hostile} [Muni\u{ad}tion]\u{1b}c."))
    };
    let text = search(
        Format::Text(PLAIN_TERMINAL),
        std::slice::from_ref(&hit),
        &summary(1, 1),
    );
    insta::assert_snapshot!(text);
    let json = search(Format::Json, &[hit], &summary(1, 1));
    assert!(!json.contains(is_hostile), "{json:?}");
    assert_eq!(objects(&json)[1]["data"]["article"]["title"], hostile);
}

/// Whether a character has no business on a terminal.
fn is_hostile(sign: char) -> bool {
    (sign.is_control() && sign != '\n') || ('\u{202a}'..='\u{202e}').contains(&sign)
}

/// The text without the escape sequences of the styles there are.
fn without_styles(text: &str) -> String {
    ["0", "1", "2", "31", "36"]
        .iter()
        .fold(text.to_owned(), |text, code| {
            text.replace(&format!("\u{1b}[{code}m"), "")
        })
}

proptest! {
    #[test]
    fn any_text_with_any_marks_is_printed_safely(
        text in any::<String>(),
        ends in prop::collection::vec((0_usize..60, 0_usize..20), 0..4),
        width in prop::option::of(0_usize..90),
        color in any::<bool>(),
    ) {
        let marks = ends.iter().map(|(start, length)| mark(*start, start + length)).collect();
        let hit = Hit { marks, citation: citation(&text), ..of_article(1, &text, hit("")) };
        let hit = Hit { text, ..hit };
        let shown = search(Format::Text(Style { color, width, links: None }), std::slice::from_ref(&hit), &summary(1, 1));
        prop_assert!(!without_styles(&shown).contains(is_hostile), "{shown:?}");
        let json = objects(&search(Format::Json, std::slice::from_ref(&hit), &summary(1, 1)));
        prop_assert_eq!(json[1]["data"]["text"].as_str(), Some(hit.text.as_str()));
    }

    #[test]
    fn no_line_is_wider_than_the_terminal(words in prop::collection::vec("[a-zäöü]{1,12}", 1..90)) {
        let text = format!("[{}] Ende", words.join(" "));
        let shown = search(Format::Text(PLAIN_TERMINAL), &[hit(&text)], &summary(1, 1));
        for line in shown.lines() {
            prop_assert!(line.chars().count() <= 60, "{line}");
        }
    }
}
