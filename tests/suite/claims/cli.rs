//! `beleg check` on the command line.

use crate::harness::Collection;

const ARTICLE: &str = "Hochwasser in Passau\n\nNach Angaben der Stadt wurden am Dienstag 1.200 Menschen \
    in Sicherheit gebracht. Der Landkreis bestreitet das.\n\nIm Jahr 2013 stand die Donau in Passau \
    12,89 Meter hoch.\n";

pub(super) fn passau() -> Collection {
    Collection::new().file("a.txt", ARTICLE)
}

#[test]
fn a_backed_claim_ends_well_and_any_other_does_not() {
    let collection = passau();
    collection
        .beleg([
            "check",
            "Im Jahr 2013 stand die Donau in Passau 12,89 Meter hoch.",
        ])
        .expect_code(0);
    let answer = collection
        .beleg([
            "check",
            "Im Jahr 2013 stand die Donau in Passau 10,89 Meter hoch.",
        ])
        .expect_code(1);
    assert!(
        answer.stdout().starts_with("CONFLICT"),
        "{}",
        answer.stdout()
    );
    assert!(
        answer
            .stdout()
            .contains("claim 10,89 Meter · source 12,89 Meter")
    );
}

#[test]
fn json_lines_are_begin_verdict_evidence_summary() {
    let answer = passau().beleg([
        "check",
        "2013 stand die Donau in Passau 10,89 Meter hoch.",
        "--format",
        "json",
    ]);
    let types: Vec<String> = answer
        .json()
        .iter()
        .map(|line| crate::harness::text(&line["type"]))
        .collect();
    assert_eq!(types.first().map(String::as_str), Some("begin"));
    assert_eq!(types.get(1).map(String::as_str), Some("verdict"));
    assert_eq!(types.last().map(String::as_str), Some("summary"));
    let verdict = answer.only("verdict");
    assert_eq!(verdict["verdict"], "conflict");
    let evidence = &answer.lines_of_type("evidence")[0];
    assert_eq!(evidence["stance"], "conflicts");
    assert_eq!(evidence["conflicts"][0]["kind"], "number");
    assert_eq!(evidence["conflicts"][0]["source"], "12,89 Meter");
    assert_eq!(evidence["citation"]["line"], 5);
}

#[test]
fn who_says_it_and_who_denies_it_stands_beside_the_evidence() {
    let answer = passau().beleg([
        "check",
        "In Passau wurden 1200 Menschen in Sicherheit gebracht.",
        "--format",
        "json",
    ]);
    assert_eq!(answer.only("verdict")["basis"], "reported");
    let evidence = &answer.lines_of_type("evidence")[0];
    assert_eq!(evidence["attribution"]["kind"], "reported");
    assert_eq!(evidence["disputed_by"], "Der Landkreis bestreitet das.");
}

#[test]
fn of_a_file_each_line_is_checked_and_a_faulty_one_is_told_of() {
    let collection = passau();
    collection.write(
        "claims.tsv",
        "a\t2013 stand die Donau in Passau 12,89 Meter hoch.\nb\t\n\u{ff}c\n",
    );
    let answer = collection.beleg(["check", "--file", "claims.tsv", "--format", "json"]);
    let lines = answer.json();
    assert!(
        lines
            .iter()
            .any(|line| line["type"] == "verdict" && line["id"] == "a")
    );
    assert!(
        answer.stderr().contains("claims.tsv:2:"),
        "{}",
        answer.stderr()
    );
}

#[test]
fn of_a_manuscript_the_sentences_with_facts_are_checked_and_the_rest_is_counted() {
    let collection = passau();
    collection.write(
        "text.txt",
        "2013 stand die Donau in Passau 12,89 Meter hoch. War das schlimm? Das war eine böse Überraschung.",
    );
    let answer = collection
        .beleg(["check", "--text", "text.txt"])
        .expect_code(0);
    assert!(answer.stdout().contains("BACKED"));
    let left_out = "sentences not checked: 1 (a question), 1 (no name, number or date)";
    assert!(answer.stderr().contains(left_out), "{}", answer.stderr());
}

#[test]
fn markdown_is_a_dossier_with_verdict_parts_and_quotation() {
    let answer = passau().beleg([
        "check",
        "2013 stand die Donau in Passau 10,89 Meter hoch.",
        "--format",
        "markdown",
    ]);
    let dossier = answer.stdout();
    for expected in [
        "## 2013 stand die Donau",
        "**Verdict: conflict**",
        "| 10,89 Meter (source: 12,89 Meter) | contradicted |",
        "> Im Jahr 2013 stand die Donau",
        "corpus/a.txt:5:1",
    ] {
        assert!(dossier.contains(expected), "{expected}\n{dossier}");
    }
}

#[test]
fn a_claim_without_a_word_is_refused_before_the_index_is_opened() {
    let collection = Collection::new();
    for claim in ["", "???"] {
        let answer = collection.beleg(["check", claim]).expect_code(2);
        assert!(
            answer.stderr().contains("write a whole statement"),
            "{}",
            answer.stderr()
        );
    }
}

#[test]
fn empty_lines_of_a_file_are_passed_over_without_a_word() {
    let collection = passau();
    collection.write(
        "claims.tsv",
        "\na\t2013 stand die Donau in Passau 12,89 Meter hoch.\n  \n",
    );
    let answer = collection.beleg(["check", "--file", "claims.tsv"]);
    assert!(
        !answer.stderr().contains("claims.tsv:"),
        "{}",
        answer.stderr()
    );
}

/// An agency's report, near copies of it, and one of the paper's own.
fn accident() -> Collection {
    let report = "Bei einem Zugunglück nahe Celle sind am Montag zwölf Menschen verletzt worden, wie die \
        Bundespolizei in Hannover mitteilte. Der Zug war auf einen umgestürzten Baum geprallt.";
    Collection::new()
        .file("a.txt", format!("Zug prallt auf Baum\n\nCELLE (dpa) - {report}\n"))
        .file("b.txt", format!("Zugunglück bei Celle\n\n{report} Die Strecke blieb gesperrt.\n"))
        .file("c.txt", format!("Verletzte bei Celle\n\n{report}\n"))
        .file(
            "d.txt",
            "Mein Tag im Zug\n\nIch saß im letzten Wagen, als es krachte. Zwölf Menschen wurden bei dem \
             Zugunglück nahe Celle verletzt, zwei davon neben mir.\n",
        )
}

#[test]
fn copies_of_an_agency_report_are_one_voice_beside_one_of_its_own() {
    let claim = "Bei dem Zugunglück nahe Celle wurden zwölf Menschen verletzt.";
    let json = accident().beleg(["check", claim, "--format", "json"]);
    let verdict = json.only("verdict");
    assert_eq!(verdict["verdict"], "backed");
    assert_eq!(verdict["independent_sources"], 2);
    let text = accident().beleg(["check", claim]);
    assert!(
        text.stdout().contains("4 articles, 2 origins"),
        "{}",
        text.stdout()
    );
}

#[test]
fn two_names_that_the_user_says_are_one_person_are_one_in_a_claim() {
    let collection = Collection::new().file(
        "a.txt",
        "Lesung\n\nAm Montag las Samuel Clemens in Wien aus seinem neuen Buch.\n",
    );
    let claim = "Mark Twain las in Wien aus seinem neuen Buch.";
    collection.beleg(["check", claim]).expect_code(1);
    collection.write("mine.txt", "Mark Twain = Samuel Clemens\n");
    let told = ["check", claim, "--people-file", "mine.txt"];
    collection.beleg(told).expect_code(0);
    collection
        .shell(&format!("BELEG_PEOPLE=mine.txt beleg check '{claim}'"))
        .expect_code(0);
    collection.write("beleg-people.txt", "Mark Twain = Samuel Clemens\n");
    collection.beleg(["check", claim]).expect_code(0);
}
