//! Verbs of saying and thinking, with all their forms.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::inflection::{Form, inflect};

/// The verbs as their file has them.
const VERBS: &str = include_str!("verbs.txt");

/// What a form may be a sign of.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// What the form is.
    pub form: Form,
    /// The separable prefix that must stand elsewhere in the sentence.
    pub apart: Option<&'static str>,
    /// Words of which one must stand in the sentence; none are needed where the list is empty.
    pub companions: &'static [&'static str],
    /// Words of which none may stand in the sentence.
    pub strangers: &'static [&'static str],
    /// Whether the verb alone makes a sentence reported speech.
    pub strength: Strength,
}

/// What a verb needs to make a sentence reported speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A quotation, a clause with `dass` or in the subjunctive, or an infinitive with `zu`.
    WithContent,
    /// Nothing more.
    Telling,
    /// Nothing more; its subject is no speaker, who is named by `in` or `aus`: `im Bericht heißt es`.
    Written,
}

/// What a word in lower case, with ss for ß, may say of speech as a form of a verb.
pub(super) fn readings(key: &str) -> &'static [Reading] {
    READINGS.get(key).map_or(&[], Vec::as_slice)
}

static READINGS: LazyLock<HashMap<String, Vec<Reading>>> = LazyLock::new(|| {
    let mut readings: HashMap<String, Vec<Reading>> = HashMap::new();
    let mut strength = Strength::Telling;
    for line in VERBS.lines().filter(|line| !line.starts_with('#')) {
        match line {
            "" => {}
            "[telling]" => strength = Strength::Telling,
            "[written]" => strength = Strength::Written,
            "[with content]" => strength = Strength::WithContent,
            _ => add(&mut readings, line, strength),
        }
    }
    readings
});

/// Words as a list that lives as long as the program, like the text they are taken from.
fn list(words: &'static str) -> &'static [&'static str] {
    words.split_whitespace().collect::<Vec<_>>().leak()
}

fn add(readings: &mut HashMap<String, Vec<Reading>>, line: &'static str, strength: Strength) {
    let (line, strangers) = line.split_once(" - ").unwrap_or((line, ""));
    let (verb, companions) = line.split_once(" + ").unwrap_or((line, ""));
    let (companions, strangers) = (list(companions), list(strangers));
    if let Some(forms) = verb.strip_prefix('=') {
        for form in forms.split_whitespace() {
            readings.entry(form.to_owned()).or_default().push(Reading {
                form: Form::Finite,
                apart: None,
                companions,
                strangers,
                strength,
            });
        }
        return;
    }
    let prefix = verb.split_once('|').map(|(prefix, _)| prefix);
    for inflected in inflect(verb) {
        readings.entry(inflected.key).or_default().push(Reading {
            form: inflected.form,
            apart: prefix.filter(|_| inflected.is_apart),
            companions,
            strangers,
            strength,
        });
    }
}
