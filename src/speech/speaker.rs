//! Who says it: the subject of a verb, its agent, and the document it stands in.

use super::class::Class;
use super::phrase::{Run, genitive_end, is_nominal, noun_phrase, skip_phrase};
use super::words::Word;
use crate::german::lexicon;

/// How many words behind the verb its subject may begin.
const REACH: usize = 14;

/// The subject of the finite verb at `verb` of a main clause.
pub(super) fn subject(words: &[Word<'_>], verb: usize) -> Option<Run> {
    let start = front_start(words, verb);
    let behind_quotation = verb > 0 && words[verb - 1].is_quoted;
    if start == verb || behind_quotation {
        return behind(words, verb).or_else(|| before(words, start, verb));
    }
    let inverted = words[verb].is_parted() && !words[verb].gap.contains(')');
    if inverted {
        let named = behind(words, verb).filter(|_| !closes_insertion(words, start, verb));
        return named
            .or_else(|| before(words, start, verb))
            .or_else(|| behind(words, verb));
    }
    reaching(words, start, verb)
        .or_else(|| before(words, start, verb))
        .or_else(|| behind(words, verb))
        .or_else(|| shared(words, start, verb))
}

/// The subject in a clause that begins at word `from` and whose verb stands last, at `verb`.
pub(super) fn subject_in(words: &[Word<'_>], from: usize, verb: usize) -> Option<Run> {
    let mut at = from;
    while at < verb && at < from + REACH {
        if words[at].is(Class::Preposition) || words[at].is(Class::Oblique) {
            at = skip_phrase(words, at + 1);
        } else if let Some((start, end)) = subject_at(words, at, verb) {
            return Some((start, apposition_end(words, end, verb)));
        } else {
            at += 1;
        }
    }
    None
}

/// The subject of a relative clause: what stands between its pronoun and its verb, or else what the
/// pronoun stands for.
pub(super) fn subject_of_relative(words: &[Word<'_>], pronoun: usize, verb: usize) -> Run {
    if words[pronoun].is_one_of(&["der", "welcher"]) {
        return antecedent(words, pronoun);
    }
    let nominative = words[pronoun].is_one_of(&["die", "das", "welche"]);
    let inner = subject_in(words, pronoun + 1, verb).filter(|(_, end)| !nominative || *end == verb);
    inner.unwrap_or_else(|| antecedent(words, pronoun))
}

/// The name behind `wie` that has no capital: `wie „heise online“ berichtet`.
pub(super) fn small_name(words: &[Word<'_>], from: usize, verb: usize) -> Option<Run> {
    let first = words.get(from)?;
    let name = first.gap.trim().ends_with(['„', '"', '»', '“']) || first.surface.contains('.');
    (name && from < verb && verb <= from + 4).then_some((from, verb))
}

/// What a relative pronoun stands for: the phrase before its comma.
fn antecedent(words: &[Word<'_>], pronoun: usize) -> Run {
    let reach = pronoun.saturating_sub(10)..pronoun;
    let start = reach.into_iter().find(|start| {
        let fresh = *start == 0 || !words[*start - 1].is_capital() || words[*start].is_parted();
        let inner = if words[*start].is(Class::Oblique) {
            start + 1
        } else {
            *start
        };
        fresh && noun_phrase(words, inner, pronoun).is_some_and(|(_, end)| end == pronoun)
    });
    start.map_or((pronoun, pronoun + 1), |start| (start, pronoun))
}

/// Where the clause of the verb begins: behind a colon, or behind a conjunction between main clauses.
fn front_start(words: &[Word<'_>], verb: usize) -> usize {
    let opens = |at: usize| {
        let joined = at > 0
            && words[at - 1].is_one_of(&["aber", "doch", "denn"])
            && words[at - 1].follows_comma();
        words[at].gap.contains(": ") || words[at].gap.contains([';', '\n']) || joined
    };
    (0..=verb)
        .rev()
        .find(|at| *at == 0 || opens(*at))
        .unwrap_or(0)
}

/// Whether the comma before the verb closes an apposition or a relative clause, so that the subject
/// stands before it: `Paul Twomey, Chef der ICANN, sagte`.
fn closes_insertion(words: &[Word<'_>], start: usize, verb: usize) -> bool {
    let Some((from, end)) = before(words, start, verb) else {
        return false;
    };
    let next = &words[end];
    let insertion = next.follows_comma()
        && (next.is(Class::Relative) || next.is_capital() || next.is(Class::Determiner));
    let object_behind = words.get(verb + 1).is_none_or(|next| {
        next.is_parted()
            || next.is(Class::Oblique)
            || next.is(Class::Preposition)
            || !(next.is_capital() || next.is(Class::Determiner) || next.is(Class::Pronoun))
    });
    let apposition = end == verb && words[from + 1..end].iter().any(Word::is_parted);
    apposition || (end < verb && insertion && object_behind)
}

/// The longest phrase in front of the verb that reaches it, from a place where a clause may begin.
fn reaching(words: &[Word<'_>], start: usize, verb: usize) -> Option<Run> {
    let joined = |word: &Word<'_>| word.follows_comma() && word.is_one_of(&["und", "aber", "doch"]);
    let begins = |at: &usize| *at == start || words[*at].is_parted() || joined(&words[*at - 1]);
    (start..verb).filter(begins).find_map(|at| {
        let (from, to) = before(words, at, verb)?;
        (to == verb).then_some((from, to))
    })
}

/// The subject right at the beginning of a clause.
fn before(words: &[Word<'_>], start: usize, verb: usize) -> Option<Run> {
    let first = words.get(start)?;
    if start >= verb
        || first.is(Class::Preposition)
        || first.is(Class::Oblique)
        || is_dative(words, start, verb)
    {
        return None;
    }
    let object = first.is_one_of(&["das", "dies", "dieses", "es"]) && start + 1 == verb;
    let leads = first.is(Class::Focus);
    let begins = first.is(Class::Determiner)
        || first.is(Class::Pronoun)
        || is_nominal(words, start)
        || leads
        || first.is_number();
    let (start, end) = noun_phrase(words, start, verb).filter(|_| begins && !object)?;
    let time = words[end - 1].is(Class::Time) || first.is(Class::Time);
    (!time).then(|| (start, apposition_end(words, end, verb)))
}

/// `Der englischsprachigen Zeitung sagte`: behind `der` an adjective in `-en` shows the dative.
fn is_dative(words: &[Word<'_>], at: usize, limit: usize) -> bool {
    let adjective = words.get(at + 1).filter(|_| at + 2 < limit);
    words[at].key == "der"
        && adjective.is_some_and(|next| !next.is_capital() && next.key.ends_with("en"))
}

/// The subject that a verb behind `und` has in common with the verb before.
fn shared(words: &[Word<'_>], start: usize, verb: usize) -> Option<Run> {
    let pronoun =
        || (start..verb).find(|at| words[*at].is_one_of(&["er", "sie"]) && !words[*at].is_quoted);
    before(words, start, verb)
        .or_else(|| pronoun().map(|at| (at, at + 1)))
        .or_else(|| subject_in(words, start, verb))
}

/// The subject behind the verb, behind adverbs, objects and prepositional phrases.
fn behind(words: &[Word<'_>], verb: usize) -> Option<Run> {
    let mut at = verb + 1;
    while at < words.len() && at <= verb + REACH {
        let word = &words[at];
        if word.is_quoted || word.gap.contains([',', ':', ';']) {
            return None;
        }
        if word.is(Class::Preposition)
            || word.is(Class::Oblique)
            || is_dative(words, at, words.len())
        {
            at = skip_phrase(words, at + 1);
        } else if let Some((start, end)) = subject_at(words, at, words.len()) {
            let own =
                (start + 1..end).find(|place| words[*place].key == "von" && takes_of(&words[verb]));
            return Some((
                start,
                own.unwrap_or_else(|| apposition_end(words, end, words.len())),
            ));
        } else {
            at += 1;
        }
    }
    None
}

/// Whether `von` behind the verb belongs to it and not to its subject: `sprach Putin von Frieden`.
fn takes_of(verb: &Word<'_>) -> bool {
    [
        "sprach", "sprich", "sprech", "berichte", "rede", "geh", "ging",
    ]
    .iter()
    .any(|start| verb.key.starts_with(start))
}

/// The noun phrase at `at` where it may be a subject.
fn subject_at(words: &[Word<'_>], at: usize, limit: usize) -> Option<Run> {
    let word = &words[at];
    if word.is_one_of(&["es", "sich", "ich"])
        || word.is(Class::Preposition)
        || word.is(Class::Oblique)
    {
        return None;
    }
    let adjective = word.key.ends_with('e')
        && !is_past(word)
        && words.get(at + 1).is_some_and(Word::is_capital);
    let begins =
        word.is(Class::Determiner) || word.is(Class::Pronoun) || word.is_capital() || adjective;
    let (start, end) = noun_phrase(words, at, limit).filter(|_| begins)?;
    let time = words[end - 1].is(Class::Time) || words[start].is(Class::Time);
    (!time).then_some((start, end))
}

/// Whether the word is the past of a weak verb: `überprüfte`.
fn is_past(word: &Word<'_>) -> bool {
    let stem = word.key.strip_suffix("te").map(|stem| format!("{stem}end"));
    stem.is_some_and(|participle| lexicon::contains(&participle))
}

/// One past the appositions behind a phrase: `Paul Twomey, Chef der ICANN,`.
fn apposition_end(words: &[Word<'_>], mut end: usize, limit: usize) -> usize {
    while end < limit && words[end].gap.trim() == "," {
        let joined = usize::from(words[end].is_one_of(&["und", "sowie"]));
        let next = end + joined;
        let starts =
            next < limit && (words[next].is_capital() || words[next].is(Class::Determiner));
        let Some((_, close)) = noun_phrase(words, next, limit).filter(|_| starts) else {
            break;
        };
        if close < limit && !words[close].is_parted() {
            break;
        }
        end = close;
    }
    end
}

/// Where the phrase behind a preposition begins, its article in an oblique case passed over.
fn behind_article(words: &[Word<'_>], preposition: usize) -> usize {
    let next = words.get(preposition + 1);
    preposition + 1 + usize::from(next.is_some_and(|word| word.is(Class::Oblique)))
}

/// Who does it in a passive clause: the phrase behind `von`.
pub(super) fn agent(words: &[Word<'_>], participle: usize) -> Option<Run> {
    let from = participle.saturating_sub(16);
    (from..participle)
        .rev()
        .chain(participle + 1..words.len().min(participle + 8))
        .find_map(|at| {
            let by = words[at].is_one_of(&["von", "vom", "seitens"]) && !words[at].is_quoted;
            let attribute = at > 0 && words[at - 1].is_capital();
            let inner = behind_article(words, at);
            let (_, end) = noun_phrase(words, inner, words.len()).filter(|_| by)?;
            (!words[end - 1].is(Class::Time) && (!attribute || end == participle))
                .then_some((at + 1, end))
        })
}

/// Where it stands: the phrase behind `in` or `auf` at the beginning of the sentence.
pub(super) fn document(words: &[Word<'_>]) -> Option<Run> {
    let opens = |at: &usize| {
        words[*at].is_one_of(&["in", "im", "auf", "aus", "seitens"]) && !words[*at].is_quoted
    };
    (0..words.len()).filter(opens).find_map(|at| {
        let inner = behind_article(words, at);
        let (_, end) = noun_phrase(words, inner, words.len())?;
        let noun = (inner..end).find(|place| words[*place].is_capital())?;
        let names = super::source::is_document(&words[noun].key);
        names.then_some((at + 1, genitive_end(words, end, words.len())))
    })
}

/// The first phrase of a sentence that may be a subject, for sentences whose verb says nothing.
pub(super) fn first_subject(words: &[Word<'_>]) -> Option<Run> {
    let limit = words
        .iter()
        .position(|word| word.is_quoted)
        .unwrap_or(words.len());
    subject_in(words, 0, limit)
}
