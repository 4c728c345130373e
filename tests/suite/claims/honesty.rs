//! What a fact-checker would lose trust over: a claim called backed that no source states.

use serde_json::Value;

use crate::harness::{Answer, Collection, text};

const FLOOD: &str = "Hochwasser in Passau\n\nAm Dienstag, dem 4. Juni 2013, stand die Donau in Passau \
    12,89 Meter hoch. Die Feuerwehr rettete 35 Menschen aus ihren Häusern. Der Bürgermeister Jürgen \
    Dupper verließ die Stadt nicht.\n\nDer Schaden beträgt rund 200 Millionen Euro. Im Juli 2014 öffnete \
    das Museum wieder, zum zweiten Mal in drei Jahren.\n";
const KOREA: &str = "Der Staatsgründer\n\nKim Il Sung starb am 8. Juli 1994 in Pjöngjang. Sein Sohn Kim \
    Jong Il übernahm die Macht.\n\nNordkorea lieferte Russland Munition. Nach Angaben aus Seoul waren es \
    fast 7.000 Container.\n";

fn archive() -> Collection {
    Collection::new()
        .file("flood.txt", FLOOD)
        .file("korea.txt", KOREA)
}

/// The lines of an answer of one type that belong to one claim.
fn of<'a>(lines: &'a [Value], id: &str, kind: &str) -> Vec<&'a Value> {
    let own = lines
        .iter()
        .filter(|line| line["id"] == id && line["type"] == kind);
    own.map(|line| &line["data"]).collect()
}

/// The answers to many claims, each named by its number from 0.
fn answers(collection: &Collection, claims: &[&str]) -> Vec<Value> {
    let file: String = (0..)
        .zip(claims)
        .map(|(number, claim)| format!("{number}\t{claim}\n"))
        .collect();
    collection.write("claims.tsv", file);
    let answer: Answer = collection.beleg(["check", "--file", "claims.tsv", "--format", "json"]);
    answer.json()
}

/// The verdicts on claims, in their order.
fn verdicts(collection: &Collection, claims: &[&str]) -> Vec<String> {
    let lines = answers(collection, claims);
    let verdict = |number: usize| text(&of(&lines, &number.to_string(), "verdict")[0]["verdict"]);
    (0..claims.len()).map(verdict).collect()
}

fn never_backed(claims: &[&str]) {
    let verdicts = verdicts(&archive(), claims);
    for (claim, verdict) in claims.iter().zip(verdicts) {
        assert_ne!(verdict, "backed", "{claim}");
    }
}

#[test]
fn what_the_source_says_is_backed() {
    let claims = [
        "Am 4. Juni 2013 stand die Donau in Passau 12,89 Meter hoch.",
        "Die Feuerwehr rettete 35 Menschen aus ihren Häusern.",
        "Kim Il Sung starb 1994.",
        "Kim Il Sung starb im Juli 1994 in Pjöngjang.",
        "Der Bürgermeister Jürgen Dupper verließ die Stadt nicht.",
        "Nordkorea lieferte Russland Munition.",
    ];
    for (claim, verdict) in claims.iter().zip(verdicts(&archive(), &claims)) {
        assert_eq!(verdict, "backed", "{claim}");
    }
}

#[test]
fn of_what_no_source_speaks_nothing_is_said() {
    let claims = [
        "Papst Franziskus besuchte im September 2015 Kuba.",
        "Der Papst ist katholisch.",
    ];
    for (claim, verdict) in claims.iter().zip(verdicts(&archive(), &claims)) {
        assert_eq!(verdict, "none", "{claim}");
    }
}

#[test]
fn a_word_that_no_source_has_keeps_a_claim_from_being_backed() {
    never_backed(&[
        "Kim Il Sung starb 1994 an einem Schlaganfall.",
        "Kim Il Sung starb 1994 in seinem Palast in Pjöngjang.",
        "Die Feuerwehr rettete 35 Menschen mit Hubschraubern aus ihren Häusern.",
    ]);
}

#[test]
fn a_changed_number_is_never_backed() {
    never_backed(&[
        "Am 4. Juni 2013 stand die Donau in Passau 12,98 Meter hoch.",
        "Die Feuerwehr rettete 53 Menschen aus ihren Häusern.",
        "Die Feuerwehr rettete dreißig Menschen aus ihren Häusern.",
        "Der Schaden beträgt rund 300 Millionen Euro.",
        "Der Schaden beträgt rund 200 Milliarden Euro.",
        "Das Museum öffnete zum dritten Mal in drei Jahren wieder.",
        "Das Museum öffnete zum zweiten Mal in vier Jahren wieder.",
    ]);
}

#[test]
fn a_changed_date_or_weekday_is_never_backed() {
    never_backed(&[
        "Am 5. Juni 2013 stand die Donau in Passau 12,89 Meter hoch.",
        "Am 4. Juli 2013 stand die Donau in Passau 12,89 Meter hoch.",
        "Am 4. Juni 2012 stand die Donau in Passau 12,89 Meter hoch.",
        "Am Mittwoch stand die Donau in Passau 12,89 Meter hoch.",
        "Kim Il Sung starb 1984.",
        "Kim Il Sung starb am 9. Juli 1994 in Pjöngjang.",
        "Im August 2014 öffnete das Museum wieder.",
    ]);
}

#[test]
fn a_denial_is_never_backed_by_what_it_denies_nor_the_other_way_round() {
    never_backed(&[
        "Kim Il Sung starb nicht 1994.",
        "Der Bürgermeister Jürgen Dupper verließ die Stadt.",
        "Nordkorea lieferte Russland keine Munition.",
    ]);
}

#[test]
fn almost_seven_thousand_qualifies_seven_and_contradicts_five() {
    let lines = answers(
        &archive(),
        &[
            "Nordkorea lieferte 7.000 Container Munition.",
            "Nordkorea lieferte 5.000 Container Munition.",
        ],
    );
    let (seven, five) = (of(&lines, "0", "verdict")[0], of(&lines, "1", "verdict")[0]);
    let number = |verdict: &Value| {
        let parts = verdict["parts"].as_array().expect("a list").clone();
        let mut numbers = parts.into_iter().filter(|part| part["kind"] == "number");
        numbers.next().expect("a number")
    };
    assert_ne!(seven["verdict"], "conflict");
    assert_eq!(number(seven)["status"], "qualified");
    assert_eq!(number(seven)["found"], "fast 7.000");
    assert_eq!(five["verdict"], "conflict");
    assert_eq!(number(five)["status"], "contradicted");
}

#[test]
fn of_two_sources_that_disagree_both_are_shown() {
    let collection = Collection::new()
        .file(
            "a.txt",
            "Zug entgleist\n\nBei dem Zugunglück in Celle starben am Montag zwölf Menschen.\n",
        )
        .file(
            "b.txt",
            "Unglück in Celle\n\nBei dem Zugunglück in Celle starben am Montag 15 Menschen, sagt das Land.\n",
        );
    let lines = answers(
        &collection,
        &["Bei dem Zugunglück in Celle starben zwölf Menschen."],
    );
    let evidence = of(&lines, "0", "evidence");
    let has = |stance: &str| evidence.iter().any(|found| found["stance"] == stance);
    assert!(has("backs"), "{evidence:#?}");
    assert!(has("conflicts"), "{evidence:#?}");
}

#[test]
fn whether_a_source_says_it_itself_stands_beside_the_verdict() {
    let collection = Collection::new().file(
        "a.txt",
        "Bericht\n\nDer Damm bei Forst brach am Sonntag. Die Pegel seien um drei Meter gestiegen, sagte \
         Umweltminister Axel Vogel.\n",
    );
    let lines = answers(
        &collection,
        &[
            "Der Damm bei Forst brach am Sonntag.",
            "Die Pegel stiegen um drei Meter.",
        ],
    );
    assert_eq!(of(&lines, "0", "verdict")[0]["basis"], "own");
    assert_eq!(of(&lines, "1", "verdict")[0]["basis"], "reported");
    let said = of(&lines, "1", "evidence")[0];
    assert_eq!(said["attribution"]["kind"], "reported");
    assert_eq!(said["attribution"]["speaker"], "Umweltminister Axel Vogel");
}

/// What the evidence of a claim marks: the marked words of its text.
fn marked(evidence: &Value) -> Vec<String> {
    let all = text(&evidence["text"]);
    let marks = evidence["marks"].as_array().expect("a list");
    let at = |mark: &Value, key: &str| mark[key].as_u64().expect("a number") as usize;
    marks
        .iter()
        .map(|mark| all[at(mark, "start")..at(mark, "end")].to_owned())
        .collect()
}

#[test]
fn what_speaks_for_a_claim_and_what_differs_is_marked() {
    let claims = [
        ("Kim Il Sung starb 1994.", "1994"),
        ("Die Feuerwehr rettete 53 Menschen aus ihren Häusern.", "35"),
        ("Am 5. Juni 2013 stand die Donau 12,89 Meter hoch.", "12,89"),
        ("Am 5. Juni 2013 stand die Donau 12,89 Meter hoch.", "4"),
        ("Nordkorea lieferte 7.000 Container Munition.", "7.000"),
        ("Kim Il Sung starb 1984.", "1994"),
        ("Im August 2014 öffnete das Museum wieder.", "Juli"),
    ];
    let all: Vec<&str> = claims.iter().map(|(claim, _)| *claim).collect();
    let lines = answers(&archive(), &all);
    for (number, (claim, wanted)) in claims.iter().enumerate() {
        let evidence = of(&lines, &number.to_string(), "evidence");
        for found in evidence.iter().filter(|found| found["stance"] != "near") {
            assert!(!marked(found).is_empty(), "{claim}: {found:#}");
        }
        let first = marked(evidence[0]);
        let is_marked = first.iter().any(|mark| mark.contains(wanted));
        assert!(is_marked, "{claim}: {wanted} of {first:?}");
    }
}
