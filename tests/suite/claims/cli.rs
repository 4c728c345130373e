//! `beleg check` on the command line.

use crate::harness::Collection;

const ARTICLE: &str = "Hochwasser in Passau\n\nNach Angaben der Stadt wurden am Dienstag 1.200 Menschen \
    in Sicherheit gebracht. Der Landkreis bestreitet das.\n\nIm Jahr 2013 stand die Donau in Passau \
    12,89 Meter hoch.\n";

fn passau() -> Collection {
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
