//! What in a sentence shows that somebody else says it.

use super::attribution::Ground;
use super::class::Class;
use super::clause::{Clause, has_content};
use super::mood::Mood;
use super::phrase::{Run, genitive_end, is_small_name, noun_phrase, opens_name};
use super::source;
use super::speaker::first_subject;
use super::verb_cue::verb_cue;
use super::verbs::readings;
use super::words::Word;

/// A sign of reported speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    /// What kind of sign.
    pub ground: Ground,
    /// The word.
    pub at: usize,
    /// Who speaks, where the sentence says so.
    pub speaker: Option<Run>,
    /// The words of the phrase that names the source; of a verb, the verb.
    pub run: Run,
}

/// What stands around the words of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    /// Whether somebody's words stand in it in quotation marks.
    pub quotes: bool,
    /// Whether it ends with a colon.
    pub announces: bool,
    /// Whether it asks something.
    pub asks: bool,
    /// Whether the sentence before is reported speech.
    pub continues: bool,
}

/// The surest sign in a sentence.
pub(super) fn cue(words: &[Word<'_>], setting: Setting) -> Option<Cue> {
    let source = source_cue(words);
    let verb = verb_cue(words, setting);
    let holds = |verb: &Cue, source: &Cue| verb.speaker.is_some_and(|(_, end)| source.run.1 == end);
    let both = source
        .zip(verb)
        .filter(|(source, verb)| holds(verb, source));
    both.map(|(_, verb)| verb)
        .or(source)
        .or(verb)
        .or_else(|| noun_cue(words, setting))
        .or_else(|| mood_cue(words, Mood::First))
        .or_else(|| mood_cue(words, Mood::Second).filter(|_| setting.continues))
        .or_else(|| hearsay_cue(words))
}

/// `laut Polizei`, `der Polizei zufolge`, `nach Angaben der Polizei`, `demnach`.
fn source_cue(words: &[Word<'_>]) -> Option<Cue> {
    let places = 0..words.len();
    places
        .into_iter()
        .filter(|at| !words[*at].is_quoted)
        .find_map(|at| {
            let (speaker, run) = match words[at].key.as_str() {
                "laut" | "gemäss" => behind(words, at + 1)?,
                "aus" if words.get(at + 1).is_some_and(|next| next.key == "sicht") => {
                    view(words, at + 1)?
                }
                "zufolge" => ahead(words, at)?,
                "folge" if at > 0 && words[at - 1].key == "zu" => ahead(words, at - 1)?,
                "nach" => opinion(words, at)?,
                "demnach" => (None, (at, at + 1)),
                "wonach" => (report_before(words, at), (at, at + 1)),
                "so" => as_speaker(words, at)?,
                _ => return None,
            };
            Some(Cue {
                ground: Ground::Source,
                at,
                speaker,
                run,
            })
        })
}

type Source = (Option<Run>, Run);

fn behind(words: &[Word<'_>], at: usize) -> Option<Source> {
    let inner = inner(words, at);
    let is_name = |word: &Word<'_>| opens_name(word) || is_small_name(word);
    let small = || words.get(inner).is_some_and(is_name).then_some(inner + 1);
    let phrase = noun_phrase(words, inner, words.len());
    let end = phrase.map(|(_, end)| end).or_else(small)?;
    (!words[inner].gap.contains([',', '.'])).then_some((Some((at, end)), (at - 1, end)))
}

/// `aus Sicht der Regierung`.
fn view(words: &[Word<'_>], noun: usize) -> Option<Source> {
    let end = genitive_end(words, noun + 1, words.len());
    (end > noun + 1).then_some((Some((noun + 1, end)), (noun - 1, end)))
}

/// Where a phrase begins for those who look for a nominative: behind an oblique article.
fn inner(words: &[Word<'_>], at: usize) -> usize {
    if words.get(at).is_some_and(|word| word.is(Class::Oblique)) {
        at + 1
    } else {
        at
    }
}

/// The longest noun phrase that ends before the preposition.
fn ahead(words: &[Word<'_>], at: usize) -> Option<Source> {
    let start = (at.saturating_sub(12)..at).find(|start| {
        let fits = noun_phrase(words, inner(words, *start), at).is_some_and(|(_, end)| end == at);
        fits && (*start == 0 || !words[*start - 1].is(Class::Oblique))
    });
    let start = start.unwrap_or(at.saturating_sub(1));
    (start < at).then_some((Some((start, at)), (start, at + 1)))
}

/// `nach Angaben der Polizei`, `ihrer Meinung nach`.
fn opinion(words: &[Word<'_>], at: usize) -> Option<Source> {
    if at > 0
        && source::is_source(&words[at - 1].key)
        && words[at - 1].is_capital()
        && !words[at].is_parted()
    {
        return ahead(words, at);
    }
    let inner = inner(words, at + 1);
    let (_, end) = noun_phrase(words, inner, words.len())?;
    let noun = (inner..end.min(inner + 6)).find(|place| words[*place].is_capital())?;
    source::is_source(&words[noun].key).then_some((Some((at + 1, end)), (at, end)))
}

/// The report of which `wonach` tells more: `Berichte der Zeitung, wonach`.
fn report_before(words: &[Word<'_>], at: usize) -> Option<Run> {
    let noun = (0..at).rev().find(|place| {
        let word = &words[*place];
        word.is_capital() && (source::is_source(&word.key) || source::takes_clause(&word.key))
    })?;
    Some((noun, genitive_end(words, noun + 1, at)))
}

/// `…, so der Sprecher`, `„…“, so Lanzer`.
fn as_speaker(words: &[Word<'_>], at: usize) -> Option<Source> {
    let first = words
        .get(at + 1)
        .filter(|_| at > 0 && words[at].is_parted())?;
    let verb = !readings(&first.key).is_empty() && !first.is_capital();
    let from = if verb { at + 2 } else { at + 1 };
    let begins = words.get(from).is_some_and(|word| {
        word.is_capital() || word.is(Class::Article) || word.is_one_of(&["er", "sie"])
    });
    let (start, end) = noun_phrase(words, from, words.len()).filter(|_| begins)?;
    let next = words.get(end);
    let closes = next.is_none_or(|next| {
        next.is_parted()
            || next.is(Class::Preposition)
            || (!next.is_capital() && !next.is(Class::Auxiliary))
    });
    closes.then_some((Some((start, end)), (at, end)))
}

/// `der Vorwurf, er habe`, `die Behauptung, dass`, `mit den Worten`.
fn noun_cue(words: &[Word<'_>], setting: Setting) -> Option<Cue> {
    let at = (0..words.len()).find(|at| {
        let word = &words[*at];
        let says = !word.is_quoted && word.is_capital() && source::takes_clause(&word.key);
        says && (setting.quotes || takes_clause(words, *at))
    })?;
    let end = genitive_end(words, at + 1, words.len());
    let inner = if words
        .get(at + 1)
        .is_some_and(|next| next.is_one_of(&["von", "vom"]))
    {
        at + 2
    } else {
        at + 1
    };
    let subject = || first_subject(words).filter(|(start, end)| at < *start || *end <= at);
    let speaker = (inner < end).then_some((inner, end)).or_else(subject);
    Some(Cue {
        ground: Ground::Verb,
        at,
        speaker,
        run: (at, at + 1),
    })
}

/// Whether a clause of content follows the noun at its next comma.
fn takes_clause(words: &[Word<'_>], at: usize) -> bool {
    let next = words[at + 1..]
        .iter()
        .take(14)
        .find(|next| next.is_parted());
    let clause = next
        .is_some_and(|next| next.follows_comma() && !next.is_one_of(&["die", "der", "das", "und"]));
    clause && has_content(words, at, Clause::Main)
}

fn mood_cue(words: &[Word<'_>], wanted: Mood) -> Option<Cue> {
    let at =
        (0..words.len()).find(|at| !words[*at].is_quoted && words[*at].mood == Some(wanted))?;
    Some(Cue {
        ground: Ground::Mood,
        at,
        speaker: None,
        run: (at, at + 1),
    })
}

/// `soll … getötet haben`, `angeblich`.
fn hearsay_cue(words: &[Word<'_>]) -> Option<Cue> {
    let at = (0..words.len()).find(|at| {
        let word = &words[*at];
        let modal = word.is_one_of(&["soll", "sollen", "will", "wollen"]);
        !word.is_quoted && (word.key == "angeblich" || (modal && is_perfect(words, *at)))
    })?;
    Some(Cue {
        ground: Ground::Hearsay,
        at,
        speaker: None,
        run: (at, at + 1),
    })
}

/// Whether a modal verb stands with a perfect infinitive: `gesehen haben`, `getötet worden sein`.
fn is_perfect(words: &[Word<'_>], modal: usize) -> bool {
    let is_infinitive = |at: usize| {
        let before = words[at - 1].key.as_str();
        match words[at].key.as_str() {
            "haben" => {
                (before.ends_with('t') || before.ends_with("en")) && !words[at - 1].is_capital()
            }
            "sein" => {
                let asked = at > 1 && words[at - 2].key == "zu";
                before.ends_with("en") && !words[at - 1].is_capital() && !asked
            }
            _ => false,
        }
    };
    let main = (modal + 2..words.len())
        .any(|at| is_infinitive(at) && words.get(at + 1).is_none_or(Word::is_parted));
    main || (modal > 1 && is_infinitive(modal - 1))
}
