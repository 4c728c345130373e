//! Places of a claim against those of a source, by the prepositions before them.

use super::substitute::others_of_its_kind;
use super::{Affinity, Text};
use crate::claim::parts::Claim;
use crate::claim::reading::{Name, Sentence};
use crate::claim::word::Word;

/// The classes of prepositions up to this one are of places.
pub(super) const PLACES: u8 = 2;
/// The class of those that say where something comes from.
const ORIGIN: u8 = 2;
/// A word is the name itself when it is so much alike, and two verbs that are so much alike say the same.
const ITSELF: f32 = 0.9;
const SAME_VERB: f32 = 0.8;
/// How many sentences away it is told where it was.
const NEIGHBOURS: usize = 2;
/// So much of the rest of the claim must be told there, too.
const SHARE: f32 = 0.25;

/// Another place in a sentence beside that says the same with its verb: `Am Freitag wurde er in Pécs festgenommen`.
pub(super) fn beside<'a>(
    claim: &'a Claim,
    own: &'a Name,
    text: &'a Text,
    affinity: &Affinity<'_>,
    sentence: usize,
) -> Option<(usize, &'a Name)> {
    let class = preposition(&claim.sentence, own).filter(|class| *class <= PLACES)?;
    let apart = |verb: &usize| claim.items[*verb].at.abs_diff(own.words.0);
    let verb = claim.verbs().min_by_key(apart)?;
    text.around(sentence, NEIGHBOURS)
        .filter(|near| *near != sentence)
        .find_map(|near| {
            let source = &text.sentences[near].sentence;
            let says = affinity.places(verb, near, SAME_VERB).next().is_some();
            let mut others = others_of_its_kind(claim, own, source);
            let there = others.find(|other| preposition(source, other) == Some(class));
            there
                .filter(|_| says && (goes_on(source) || affinity.share(verb, near) >= SHARE))
                .map(|other| (near, other))
        })
}

/// Whether a sentence speaks of somebody whom one before it has named.
fn goes_on(source: &Sentence) -> bool {
    let mut words = source.words.iter();
    words.any(|word| {
        matches!(
            &*word.exact,
            "er" | "sie" | "ihn" | "ihm" | "dieser" | "diese"
        )
    })
}

/// Whether an article has a place only where somebody or something comes from, and the claim has it where they are
/// or go, or the other way round.
pub(super) fn is_other_end(
    claim: &Claim,
    own: &Name,
    item: usize,
    text: &Text,
    affinity: &Affinity<'_>,
) -> bool {
    let comes = |words: &[Word], at: usize| {
        let class = class_before(words, at)?;
        (class <= PLACES).then_some(class == ORIGIN)
    };
    let Some(claimed) = comes(&claim.sentence.words, own.words.0) else {
        return false;
    };
    let mut found = (0..text.sentences.len()).flat_map(|sentence| {
        let words = &text.sentences[sentence].sentence.words;
        let places = affinity.places(item, sentence, ITSELF);
        places.map(|at| comes(words, at))
    });
    found.next() == Some(Some(!claimed)) && found.all(|other| other == Some(!claimed))
}

/// Nouns between a preposition and the name of a place: `in der Stadt Pécs`.
const PLACE_NOUNS: [&str; 12] = [
    "stadt",
    "hauptstadt",
    "gemeinde",
    "ort",
    "dorf",
    "provinz",
    "region",
    "kreis",
    "insel",
    "stadtteil",
    "bezirk",
    "vorort",
];
/// So many words may stand between the two.
const BETWEEN: usize = 3;

/// The class of the preposition directly before a name.
pub(super) fn direct(sentence: &Sentence, name: &Name) -> Option<u8> {
    class_before(&sentence.words, name.words.0)
}

fn class_before(words: &[Word], at: usize) -> Option<u8> {
    place_class(&words[at.checked_sub(1)?].exact)
}

/// The class of the preposition before a name, perhaps before what kind of place it is.
fn preposition(sentence: &Sentence, name: &Name) -> Option<u8> {
    let clause = sentence.words[name.words.0].clause;
    let before = sentence.words[..name.words.0].iter().rev();
    let mut before = before.take(BETWEEN + 1).take_while(|word| {
        let leads = !word.capital || PLACE_NOUNS.contains(&&*word.exact);
        leads && word.clause == clause && word.number.is_none()
    });
    before.find_map(|word| place_class(&word.exact))
}

/// Prepositions that say the same of a place or person.
fn place_class(preposition: &str) -> Option<u8> {
    match preposition {
        "in" | "im" | "bei" | "nahe" | "an" | "am" | "auf" => Some(0),
        "nach" | "gen" | "ins" => Some(1),
        "aus" => Some(ORIGIN),
        "von" | "vom" | "durch" => Some(3),
        "mit" => Some(4),
        "gegen" | "ueber" => Some(5),
        "fuer" => Some(6),
        "zu" | "zum" | "zur" => Some(7),
        _ => None,
    }
}
