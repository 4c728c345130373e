//! Verbs as signs of reported speech.

use super::attribution::Ground;
use super::class::Class;
use super::clause::{Clause, clause, has_content, is_last};
use super::cue::{Cue, Setting};
use super::inflection::Form;
use super::mood::{Mood, has_first_person};
use super::phrase::{Run, noun_phrase};
use super::speaker::{agent, document, small_name, subject, subject_in, subject_of_relative};
use super::verbs::{Reading, Strength, readings};
use super::words::Word;
use crate::german::lexicon;

/// A verb that may be the sign, with what speaks for it.
struct Candidate<'r> {
    at: usize,
    reading: &'r Reading,
    /// The finite verb of the clause: the verb itself or its auxiliary.
    finite: usize,
    clause: Clause,
    /// Whether what is said stands beside it.
    content: bool,
}

/// `sagte der Sprecher`, `hat die Regierung mitgeteilt`, `wie die Polizei mitteilte`.
pub(super) fn verb_cue(words: &[Word<'_>], setting: Setting) -> Option<Cue> {
    let mut best: Option<(u32, Cue)> = None;
    for (at, word) in words.iter().enumerate() {
        if word.is_quoted || !is_written_as_verb(words, at) || in_brackets(words, at) {
            continue;
        }
        for reading in readings(&word.key) {
            let Some(candidate) = candidate(words, at, reading, setting) else {
                continue;
            };
            if let Some((worth, cue)) = candidate.judged(words, setting)
                && best.is_none_or(|(most, _)| worth > most)
            {
                best = Some((worth, cue));
            }
        }
    }
    best.map(|(_, cue)| cue)
}

/// Whether the word is written as verbs are: small, or first in a sentence and no noun.
fn is_written_as_verb(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    let begins = at == 0 || word.gap.contains([':', '“', '«', '"']);
    let noun = || lexicon::lookup(&word.key).is_some_and(|entry| entry.is_noun());
    !word.is_capital() || (begins && !noun())
}

/// `(Wikinews berichtete)` tells of the paper itself.
fn in_brackets(words: &[Word<'_>], at: usize) -> bool {
    let closes = words
        .get(at + 1)
        .is_some_and(|next| next.gap.starts_with(')'));
    closes || (at > 0 && words[at - 1].gap.ends_with('('))
}

fn candidate<'r>(
    words: &[Word<'_>],
    at: usize,
    reading: &'r Reading,
    setting: Setting,
) -> Option<Candidate<'r>> {
    let finite = finite_verb(words, at, reading)?;
    let clause = clause(words, finite.max(at));
    let shown = setting.quotes || setting.announces;
    let content = shown || follows_content(words, finite) || has_content(words, at, clause);
    Some(Candidate {
        at,
        reading,
        finite,
        clause,
        content,
    })
}

/// Whether what is said stands in front of the verb: `…, sagte er`, `das sagte er`, `er bestreitet das`.
fn follows_content(words: &[Word<'_>], verb: usize) -> bool {
    let refers = words
        .get(verb + 1)
        .is_some_and(|next| next.is_one_of(&["das", "dies"]));
    if refers && is_last(words, verb + 1) {
        return true;
    }
    if verb == 0 {
        return false;
    }
    let points = words[verb - 1].is_one_of(&["das", "dies", "davon", "darauf"])
        && (verb == 1 || words[verb - 1].is_parted());
    let inverted = words[verb].follows_comma()
        && !is_adverbial(words, verb)
        && subject(words, verb).is_some_and(|(start, _)| start > verb);
    points || inverted || words[verb - 1].is_quoted
}

/// Whether the clause in front of the verb only says when or why: `falls …, droht`.
fn is_adverbial(words: &[Word<'_>], verb: usize) -> bool {
    let start = (0..verb)
        .rev()
        .find(|at| *at == 0 || words[*at].gap.contains([':', ';']))
        .unwrap_or(0);
    words[start].is(Class::Subordinator) || words[start].is(Class::Aside)
}

/// The finite verb of the clause in which the form stands, when it can stand there.
fn finite_verb(words: &[Word<'_>], at: usize, reading: &Reading) -> Option<usize> {
    let stands = |list| near(words, at).any(|word| word.is_one_of(list));
    let accompanied = reading.companions.is_empty() || stands(reading.companions);
    if !accompanied || stands(reading.strangers) {
        return None;
    }
    let auxiliary = auxiliary(words, at);
    match reading.form {
        Form::Finite => {
            let apart = reading.apart.is_none_or(|prefix| {
                let free = words.get(at + 1).is_some_and(|next| !next.is_parted());
                free && (at + 1..words.len())
                    .any(|place| words[place].key == prefix && is_last(words, place))
            });
            let participle = auxiliary.is_some()
                && is_last(words, at)
                && readings(&words[at].key)
                    .iter()
                    .any(|other| other.form != Form::Finite);
            let first_person = has_first_person(words);
            let expects = at > 0 && words[at - 1].is_one_of(&["wie", "zu"]);
            (apart && !participle && !first_person && !expects).then_some(at)
        }
        Form::Participle | Form::Infinitive => auxiliary,
    }
}

/// The words of the sentence around the verb, where companions of it may stand.
fn near<'w, 't>(words: &'w [Word<'t>], at: usize) -> impl Iterator<Item = &'w Word<'t>> {
    let (from, to) = (at.saturating_sub(18), words.len().min(at + 18));
    words[from..to].iter().filter(|word| !word.is_quoted)
}

/// The auxiliary of the participle or infinitive at `at`.
fn auxiliary(words: &[Word<'_>], at: usize) -> Option<usize> {
    let behind = (at + 1..words.len().min(at + 4)).take_while(|place| !words[*place].is_parted());
    let last = behind
        .filter(|place| words[*place].is(Class::Auxiliary))
        .last();
    last.or_else(|| {
        let opens = |place: usize| {
            words[place].follows_comma()
                && words[place].is_one_of(&["wie", "dass", "so", "und", "als"])
        };
        let before = (0..at)
            .rev()
            .take_while(|place| *place == at || !opens(*place + 1));
        is_last(words, at).then(|| {
            before
                .into_iter()
                .find(|place| !words[*place].is_quoted && words[*place].is(Class::Auxiliary))
        })?
    })
}

impl Candidate<'_> {
    /// The sign it makes and how much it is worth, if it is enough.
    fn judged(&self, words: &[Word<'_>], setting: Setting) -> Option<(u32, Cue)> {
        let passive = self.reading.form == Form::Participle && self.is_passive(words);
        let speaker = self.speaker(words, passive);
        let telling = self.reading.strength != Strength::WithContent;
        let enough = match self.clause {
            _ if self.reading.form == Form::Infinitive => telling && self.content,
            _ if passive && !telling => self.content && speaker.is_some(),
            Clause::Main if telling && !setting.asks => speaker.is_some() || self.content,
            Clause::As(_) => telling || setting.quotes || speaker.is_some(),
            Clause::Main | Clause::Subordinate(_) | Clause::Relative(_) => self.content,
        };
        if !enough {
            return None;
        }
        let main = matches!(self.clause, Clause::Main | Clause::As(_));
        let subjunctive = words[self.at].mood == Some(Mood::First);
        let worth = 4 * u32::from(!subjunctive)
            + 3 * u32::from(main)
            + 3 * u32::from(telling)
            + 2 * u32::from(self.content)
            + u32::from(speaker.is_some())
            + u32::from(self.reading.form == Form::Finite);
        let cue = Cue {
            ground: Ground::Verb,
            at: self.at,
            speaker,
            run: (self.at, self.at + 1),
        };
        Some((worth, cue))
    }

    fn is_passive(&self, words: &[Word<'_>]) -> bool {
        words[self.finite].is(Class::Passive)
            || words
                .get(self.at + 1)
                .is_some_and(|next| next.key == "worden")
            || words[self.finite].is_one_of(&["ist", "sind", "war", "waren"])
    }

    fn speaker(&self, words: &[Word<'_>], passive: bool) -> Option<Run> {
        if self.reading.strength == Strength::Written {
            return document(words);
        }
        if passive && words[self.at].key != "zitiert" {
            return agent(words, self.at).or_else(|| document(words));
        }
        let found = match self.clause {
            Clause::Main => subject(words, self.finite),
            Clause::As(at) => {
                subject_in(words, at + 1, self.at).or_else(|| small_name(words, at + 1, self.at))
            }
            Clause::Subordinate(at) => subject_in(words, at + 1, self.at),
            Clause::Relative(at) => Some(subject_of_relative(words, at, self.at)),
        };
        let found = found.filter(|(start, _)| words[*start].key != "man")?;
        Some(with_source(words, found))
    }
}

/// A speaker with the source that follows: `US-Offizielle laut New York Times`.
fn with_source(words: &[Word<'_>], (start, end): Run) -> Run {
    let source = words
        .get(end)
        .filter(|next| next.key == "laut" && !next.is_parted());
    let run = source.and_then(|_| noun_phrase(words, end + 1, words.len()));
    (start, run.map_or(end, |(_, end)| end))
}
