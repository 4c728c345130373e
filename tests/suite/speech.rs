//! Who says it: sentences as people write them, and what holds of any text.

use beleg::german::sentences;
use beleg::span::TextSpan;
use beleg::speech::{Attribution, Ground, Kind, attributions};
use proptest::prelude::*;

/// The sentences with their speakers, readable and extendable without Rust.
const SENTENCES: &str = include_str!("../vocabulary/speech.txt");

fn shown(text: &str, found: &Attribution) -> String {
    let kind = match found.kind {
        Kind::Own => "own",
        Kind::Reported => "reported",
        Kind::Quoted => "quoted",
    };
    let words = |span: Option<TextSpan>| span.map_or("-", |span| &text[span.range()]);
    format!("{kind} | {} | {}", words(found.speaker), words(found.cue))
}

#[test]
fn who_says_it_is_found_in_sentences_as_people_write_them() {
    let mut wrong = Vec::new();
    let lines = SENTENCES.lines().filter(|line| !line.is_empty());
    for line in lines.filter(|line| !line.starts_with('#')) {
        let (expected, text) = line.rsplit_once(" | ").expect("four fields");
        let found = attributions(text, &[]);
        let last = found.last().map(|last| shown(text, last));
        if last.as_deref() != Some(expected) {
            wrong.push(format!("{line}\n    {}", last.unwrap_or_default()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What of the last sentence is said.
fn said(text: &str) -> Vec<&str> {
    let found = attributions(text, &[]);
    let last = found.last().expect("a sentence");
    last.quoted.iter().map(|span| &text[span.range()]).collect()
}

#[test]
fn what_is_said_is_told_apart_from_who_says_it() {
    assert_eq!(
        said("Der Minister sagte, die Brücke werde gesperrt."),
        ["die Brücke werde gesperrt."]
    );
    assert_eq!(
        said("Die Brücke werde gesperrt, sagte der Minister."),
        ["Die Brücke werde gesperrt"]
    );
    assert_eq!(
        said("Der Vorrat reicht laut Ministerium bis Mai."),
        ["Der Vorrat reicht", "bis Mai."]
    );
    assert_eq!(
        said("Wie die Polizei mitteilte, ist die Straße frei."),
        ["ist die Straße frei."]
    );
    assert_eq!(
        said("Der Präsident lobte die „entschlossene Haltung der Verbündeten“ und ging."),
        ["„entschlossene Haltung der Verbündeten“"]
    );
    assert_eq!(said("Die Brücke ist gesperrt."), [""; 0]);
}

#[test]
fn a_speaker_holds_the_whole_of_a_name() {
    let text = "Die Lage sei ernst, sagte Ursula von der Leyen.";
    let start = text.find("Ursula").unwrap_or_default();
    let name = TextSpan::new(start, text.len() - 1);
    let found = attributions(text, &[name]);
    assert_eq!(found[0].speaker, Some(name));
}

#[test]
fn the_ground_tells_hearsay_from_a_named_source() {
    let ground = |text| attributions(text, &[]).pop().and_then(|one| one.ground);
    assert_eq!(ground("Er soll gelogen haben."), Some(Ground::Hearsay));
    assert_eq!(ground("Laut Polizei hat er gelogen."), Some(Ground::Source));
    assert_eq!(ground("Sie sagte, er lüge."), Some(Ground::Verb));
    assert_eq!(ground("Er sei krank."), Some(Ground::Mood));
    assert_eq!(ground("„Er ist nicht krank.“"), Some(Ground::Marks));
    assert_eq!(ground("Er ist krank."), None);
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    let found = attributions(text, &[]);
    let spans: Vec<TextSpan> = found.iter().map(|one| one.span).collect();
    prop_assert_eq!(spans, sentences(text).collect::<Vec<_>>());
    for one in &found {
        prop_assert_eq!(one.kind == Kind::Own, one.ground.is_none());
        prop_assert_eq!(one.kind == Kind::Own, one.quoted.is_empty());
        prop_assert!(one.quoted.iter().all(|said| one.span.contains(*said)));
        prop_assert!(one.quoted.is_sorted_by(|a, b| a.end() <= b.start()));
        for span in one.speaker.iter().chain(&one.cue).chain(&one.quoted) {
            prop_assert!(text.get(span.range()).is_some());
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn every_sentence_has_one_attribution_whatever_the_text(text in any::<String>()) {
        holds(&text)?;
    }

    #[test]
    fn every_sentence_has_one_attribution_whatever_is_said(
        words in prop::collection::vec(prop::sample::select(vec![
            "„", "“", "\"", "»", "«", ",", ".", ":", "(", ")", " ", "\n\n", " sagte ", " der ",
            " Sprecher", " laut ", " zufolge", " nach ", " Angaben", " wie ", " dass ", " sei ",
            " Das ", " teilte ", " mit", " soll ", " haben", " so ", " es ", " heißt ", " zu ", "wonach ",
        ]), 0..40),
    ) {
        holds(&words.concat())?;
    }
}
