//! An agency text in three papers is one find, and other reports of the event are others.

use insta::assert_snapshot;
use serde_json::Value;

use super::{search, status};
use crate::harness::{Answer, Collection, text};

/// What an agency sent.
const REPORT: [&str; 7] = [
    "Im Hafen von Rostock ist in der Nacht zum Dienstag ein Frachter mit 3.200 Tonnen Stahl auf Grund gelaufen.",
    "Nach Angaben der Wasserschutzpolizei hatte das Schiff kurz nach Mitternacht die Fahrrinne verlassen, weil ein Ruder ausgefallen war.",
    "Die 14 Mitglieder der Besatzung blieben unverletzt und konnten am Morgen mit Schleppern an Land gebracht werden.",
    "Öl ist bisher nicht ausgetreten, sagte ein Sprecher der Hafenbehörde, doch legten Helfer vorsorglich Sperren aus.",
    "Der Frachter war am Sonntag im schwedischen Oxelösund ausgelaufen und sollte seine Ladung in Rostock löschen.",
    "Fachleute wollen am Mittwoch prüfen, ob der Rumpf beschädigt ist, bevor vier Schlepper das Schiff freiziehen.",
    "Der Hafen bleibt bis dahin für Schiffe mit mehr als sieben Metern Tiefgang gesperrt, wie die Behörde mitteilte.",
];

/// What a reporter saw.
const OTHER_REPORT: &str = "Rostock\n\nWer am Dienstagmorgen auf der Mole stand, sah das Unglück aus nächster Nähe: schief liegt die „Hedvig“ vor der Einfahrt, auf Grund gelaufen mit 3.200 Tonnen Stahl an Bord.\n\n\
    Ein Ruder sei ausgefallen, heißt es bei der Polizei. Verletzt wurde niemand, alle 14 Seeleute sind in Sicherheit, und auch Öl schwimmt keines auf dem Wasser.\n\n\
    Für den Hafen ist es trotzdem ein teurer Tag. Große Schiffe kommen nicht hinein, bis vier Schlepper den Frachter freigezogen haben, und das kann dauern, sagen Kapitäne, die hier seit Jahren ein- und auslaufen.\n";

fn article(headline: &str, paragraphs: &[&str]) -> String {
    format!("{headline}\n\n{}\n", paragraphs.join("\n\n"))
}

/// Three papers, of which two shortened and changed what the agency sent, and a reporter's own text.
fn papers() -> Collection {
    let [first, second, third, fourth, fifth, sixth, seventh] = REPORT;
    let second_changed = second.replace("kurz nach Mitternacht", "gegen halb eins");
    let own = "Die Feuerwehr unserer Stadt war mit zwei Booten im Einsatz und half den Behörden bis zum Mittag.";
    Collection::new()
        .file(
            "a/stahl.txt",
            article("Frachter vor Rostock auf Grund", &REPORT),
        )
        .file(
            "b/hafen.txt",
            article(
                "Stahlfrachter blockiert den Hafen",
                &[first, &second_changed, third, fourth, sixth, seventh],
            ),
        )
        .file(
            "c/meldung.txt",
            article("Havarie", &[own, first, second, third, fifth, seventh]),
        )
        .file("d/reportage.txt", OTHER_REPORT)
}

fn near_copies(hit: &Value) -> Vec<String> {
    let copies = hit["article"]["near_copies"].as_array();
    copies
        .into_iter()
        .flatten()
        .map(|place| text(&place["id"]))
        .collect()
}

#[test]
fn three_papers_filled_the_answer_with_one_report() {
    let answer = search(&papers(), "Ruder");
    let mut shown = answer.articles();
    assert_eq!(shown.len(), 2, "one of the papers, and the reporter");
    shown.sort();
    assert_eq!(shown[1], "d/reportage");
    let hits = answer.lines_of_type("hit");
    let mut copies: Vec<usize> = hits.iter().map(|hit| near_copies(hit).len()).collect();
    copies.sort_unstable();
    assert_eq!(copies, [0, 2]);
    let summary = answer.only("summary");
    assert_eq!(
        (&summary["articles_found"], &summary["near_copies"]),
        (&4.into(), &2.into())
    );
}

#[test]
fn a_copy_that_lacks_the_word_is_named_all_the_same() {
    let answer = search(&papers(), "Oxelösund");
    let hit = &answer.lines_of_type("hit")[0];
    assert_eq!(near_copies(hit).len(), 2);
    assert_eq!(answer.only("summary")["articles_found"], 2);
}

#[test]
fn all_of_them_are_shown_to_who_asks() {
    let answer = papers().beleg(["search", "Ruder", "--all", "--format", "json"]);
    assert_eq!(answer.articles().len(), 4);
    assert_eq!(answer.only("summary")["near_copies"], 0);
}

#[test]
fn a_batch_holds_each_of_them_for_it_is_measured() {
    let collection = papers();
    collection.write("queries.txt", "q1\tRuder\n");
    let batch = ["search", "--batch", "queries.txt", "--format"];
    let json = collection.beleg(batch.iter().chain(&["json"]));
    assert_eq!(json.articles().len(), 4);
    for sort in [&[][..], &["--sort", "date"]] {
        let run = collection.beleg(batch.iter().chain(&["trec"]).chain(sort));
        assert_eq!(run.stdout().lines().count(), 4, "{}", run.stdout());
    }
}

#[test]
fn a_near_copy_that_is_not_shown_is_told_under_which_article_it_is() {
    let collection = papers();
    let shown = search(&collection, "Ruder").lines_of_type("hit");
    let folded = shown.iter().flat_map(near_copies).next().expect("a copy");
    let file = format!("corpus/{folded}");
    let line = ["search", "Ruder", "--why-not", &file];
    let told = collection.beleg(line).expect_code(0);
    assert!(told.stdout().contains("near copy of"), "{}", told.stdout());
    assert!(told.stdout().contains("of 2"), "{}", told.stdout());
}

#[test]
fn counts_and_facets_count_each_of_them() {
    let collection = papers();
    let line = ["search", "Ruder", "--facets", "lang", "--format", "json"];
    let answer = collection.beleg(line);
    assert_eq!(answer.only("facet")["values"][0]["articles"], 4);
    assert_eq!(answer.only("summary")["articles_found"], 4);
}

#[test]
fn a_person_sees_the_near_copies() {
    let answer = papers().shell("beleg search Oxelösund | sed 's/ ([0-9]* ms)//'");
    assert_snapshot!(answer.stdout(), @r"
    Havarie
    and 2 near copies: corpus/a/stahl.txt, corpus/b/hafen.txt
      Der Frachter war am Sonntag im schwedischen [Oxelösund] ausgelaufen und sollte seine Ladung in Rostock löschen.
      corpus/c/meldung.txt:11:1

    Found 2 of 4 articles, 2 of 4 passages · 1 near copy not shown (--all)
    ");
}

#[test]
fn folded_articles_make_room_for_others() {
    let mut collection = Collection::new();
    for number in 1..=12 {
        let headline = format!("Ausgabe {number}");
        collection = collection.file(&format!("{number:02}.txt"), article(&headline, &REPORT));
    }
    let collection = collection.file("z.txt", OTHER_REPORT);
    let answer = collection.beleg(["search", "Ruder", "--limit", "2", "--format", "json"]);
    let shown = answer.articles();
    assert_eq!(shown.len(), 2);
    assert!(shown.contains(&"z".to_owned()), "{shown:?}");
}

#[test]
fn tables_of_one_form_are_no_copies() {
    let table = |round: usize| {
        let row = |number: usize| {
            let goals = (number * 7 + round * 5) % 6;
            let more = (number * 3 + round) % 5;
            format!(
                "Die Mannschaft aus Ort {number} spielte am {round}. Spieltag zu Hause und trennte sich mit {goals}:{more} vor {} Zuschauern.",
                900 + number * 37 + round * 211
            )
        };
        let rows: Vec<String> = (1..=9).map(row).collect();
        article(
            &format!("{round}. Spieltag"),
            &rows.iter().map(String::as_str).collect::<Vec<_>>(),
        )
    };
    let collection = Collection::new()
        .file("1.txt", table(1))
        .file("2.txt", table(2))
        .file("3.txt", table(3));
    assert_eq!(search(&collection, "Mannschaft").articles().len(), 3);
}

#[test]
fn formulas_of_procedure_are_no_copies() {
    let speech = |paper: usize| {
        format!(
            "Ich schließe die Aussprache. Vorgeschlagen wird, die Vorlage auf Drucksache 7/{paper} an die Ausschüsse zu überweisen, die in der Tagesordnung stehen. Gibt es Einwände? Das ist nicht der Fall. Dann ist so beschlossen, und wir kommen zum nächsten Punkt der Tagesordnung."
        )
    };
    let collection = Collection::new()
        .file("1.txt", speech(1748))
        .file("2.txt", speech(1852))
        .file("3.txt", speech(2989));
    assert_eq!(search(&collection, "Vorlage").articles().len(), 3);
}

#[test]
fn short_texts_are_never_taken_for_copies() {
    let collection = Collection::new()
        .file(
            "1.txt",
            "Hamburg – Bremen 2:1, Stahl – Holz 0:0, alle Spiele am Samstag.",
        )
        .file(
            "2.txt",
            "Hamburg – Bremen 2:1, Stahl – Holz 0:1, alle Spiele am Samstag.",
        );
    assert_eq!(search(&collection, "Spiele").articles().len(), 2);
}

#[test]
fn a_page_and_a_text_file_of_one_article_are_near_copies() {
    let paragraphs: Vec<String> = REPORT.iter().map(|text| format!("<p>{text}</p>")).collect();
    let page = format!(
        "<html><head><title>Frachter</title></head><body><nav>Start Sport Wetter</nav><article><h1>Frachter vor Rostock</h1>{}</article><footer>Impressum Datenschutz</footer></body></html>",
        paragraphs.concat()
    );
    let collection = Collection::new()
        .file("a.txt", article("Frachter", &REPORT))
        .file("b.html", page);
    let answer = search(&collection, "Ruder");
    assert_eq!(answer.articles().len(), 1);
}

#[test]
fn what_stands_more_than_once_is_listed() {
    let collection = papers().file("e/kopie.txt", OTHER_REPORT);
    collection.beleg(["index"]).expect_code(0);
    let answer = collection.beleg(["status", "--duplicates"]);
    assert_snapshot!(answer.expect_code(0).stdout(), @r"
    3 near copies
    Frachter vor Rostock auf Grund
      corpus/a/stahl.txt
    Stahlfrachter blockiert den Hafen
      corpus/b/hafen.txt
    Havarie
      corpus/c/meldung.txt

    the same article
    Rostock
      corpus/d/reportage.txt
      corpus/e/kopie.txt

    1 group of near copies, 1 further place of the same article, in 4 articles
    ");
    let answer: Answer = collection.beleg(["status", "--duplicates", "--format", "json"]);
    let groups = answer.lines_of_type("duplicates");
    let kinds: Vec<String> = groups.iter().map(|group| text(&group["kind"])).collect();
    assert_eq!(kinds, ["near", "same"]);
    assert_eq!(groups[1]["articles"][0]["also_in"][0]["id"], "e/kopie.txt");
    assert_eq!(status(&collection)["copies"], 1);
}

#[test]
fn a_collection_without_duplicates_says_so() {
    let collection = Collection::of_the_project();
    collection.beleg(["index"]).expect_code(0);
    let answer = collection.beleg(["status", "--duplicates"]);
    assert_eq!(
        answer.expect_code(0).stdout(),
        "0 groups of near copies, 0 further places of the same article, in 5 articles\n"
    );
}

#[test]
fn articles_like_one_are_not_the_same_report_again_and_again() {
    let collection = papers();
    let like = |options: &[&str]| {
        let line = ["like", "corpus/d/reportage.txt", "--format", "json"];
        collection.beleg(line.iter().chain(options)).expect_code(0)
    };
    let folded = like(&[]);
    assert_eq!(folded.articles().len(), 1, "{}", folded.stdout());
    assert_eq!(near_copies(&folded.lines_of_type("hit")[0]).len(), 2);
    assert_eq!(folded.only("summary")["articles_found"], 3);
    assert_eq!(folded.only("summary")["near_copies"], 2);
    assert_eq!(like(&["--all"]).articles().len(), 3);
}

#[test]
fn who_has_an_article_is_not_shown_its_near_copies_as_articles_like_it() {
    let collection = papers();
    let line = ["like", "corpus/a/stahl.txt"];
    let answer = collection.beleg(line).expect_code(0);
    let told = answer.stdout();
    assert!(!told.contains("corpus/b/hafen.txt:"), "{told}");
    assert!(told.contains("near copies not shown (--all)"), "{told}");
    let all = collection.beleg(line.iter().chain(&["--all"]));
    assert!(
        all.stdout().contains("corpus/b/hafen.txt:"),
        "{}",
        all.stdout()
    );
}

#[test]
fn who_is_shown_all_near_copies_is_told_the_place_of_each() {
    let collection = papers();
    let shown = search(&collection, "Ruder").lines_of_type("hit");
    let folded = shown.iter().flat_map(near_copies).next().expect("a copy");
    let file = format!("corpus/{folded}");
    let line = ["search", "Ruder", "--all", "--why-not", &file];
    let told = collection.beleg(line).expect_code(0);
    assert!(!told.stdout().contains("near copy"), "{}", told.stdout());
    assert!(told.stdout().contains("of 4"), "{}", told.stdout());
}
