//! Who does it to whom: a source that has it the other way round contradicts the claim.

use super::similar;
use super::{Contradiction, Difference, Status, Support, Text};
use crate::claim::parts::{Claim, ItemKind};
use crate::claim::reading::{Name, Sentence};
use crate::claim::word::Word;
use crate::span::TextSpan;

/// How far before a name the word stands that tells its role.
const REACH: usize = 5;
/// A name is in the sentence when it is matched so well.
const THERE: f32 = 0.6;
/// Two verbs so much alike say the same.
const SAME_VERB: f32 = 0.7;
/// How surely two names that have changed places contradict a claim.
const STRENGTH: f32 = 0.7;

/// What somebody does in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Does it: the subject, or `von` somebody in the passive.
    Agent,
    /// It is done to or for them: `gegen`, `an`, `für` somebody, the dative, the subject in the passive.
    Goal,
    /// It is theirs: `Bemühungen Russlands`, `US-geführt`.
    Owner,
}

/// Contradicts the names that have changed places in a sentence, unless its verb is the opposite one,
/// which makes both of them say the same: `A besiegt B`, `B verliert gegen A`. Whether it has contradicted them.
pub(super) fn reverse(
    claim: &Claim,
    text: &Text,
    sentence: usize,
    supports: &mut [Support],
) -> bool {
    let source = &text.sentences[sentence].sentence;
    let Some((item, span)) = swapped(claim, source) else {
        return false;
    };
    let opposed = supports.iter_mut().find(|support| {
        matches!(&support.status, Status::Contradicted(found) if found.kind == Difference::Opposite)
    });
    if let Some(support) = opposed {
        support.status = Status::Supported;
        return false;
    }
    supports[item].status = Status::Contradicted(Contradiction {
        sentence,
        span,
        kind: Difference::Name,
        strength: STRENGTH,
        closeness: 1.0,
    });
    true
}

/// Somebody of the claim with the roles in it and in the source, and where the source has them.
struct Participant {
    item: usize,
    own: Role,
    /// `None` where the source does not have them in a role.
    other: Option<(Role, TextSpan, u16)>,
}

/// The agent of the claim who is the goal in the source, where the goal of the claim is the agent; and
/// the agent of the source. Where the source does not have the agent of the claim, it is enough that the
/// goal of the claim does the same: `X warf Y vor`, `Y wirft dem Minister vor`.
fn swapped(claim: &Claim, source: &Sentence) -> Option<(usize, TextSpan)> {
    let named: Vec<Participant> = (0..claim.items.len())
        .filter_map(|item| {
            let own = participant(claim, item)?;
            let role_there = |found: Name| {
                let words = &source.words[found.words.0..found.words.1];
                let span = TextSpan::new(words.first()?.span.start(), words.last()?.span.end());
                Some((role(source, &found)?, span, words[0].clause))
            };
            Some(Participant {
                item,
                own: role(&claim.sentence, &own)?,
                other: best(claim, &own, source).and_then(role_there),
            })
        })
        .collect();
    let agent = named.iter().find(|named| named.own == Role::Agent)?;
    let (goal, span, clause) = named.iter().find_map(|named| {
        let (other, span, clause) = named.other?;
        let turned = named.own != Role::Agent && other == Role::Agent;
        turned.then_some((named.own, span, clause))
    })?;
    // Whose something is may also be who does it: `Russlands Lieferung` is delivered by Russia.
    let sure = match agent.other {
        Some((Role::Agent, ..)) => false,
        Some((Role::Goal, ..)) if goal == Role::Goal => true,
        Some(_) => does_the_same(claim, source, None),
        None => goal == Role::Goal && does_the_same(claim, source, Some(clause)),
    };
    sure.then_some((agent.item, span))
}

/// The name that an item is; also one of words that are no names by themselves: `Tesla Motors`.
fn participant(claim: &Claim, item: usize) -> Option<Name> {
    match claim.items[item].kind {
        ItemKind::Name(number) => Some(claim.name(number).clone()),
        ItemKind::Term(word) => {
            let name = Name {
                words: (word, word + 1),
                keys: Vec::new(),
                person: false,
                full: Vec::new(),
            };
            let words = &claim.sentence.words;
            let next = words.get(word + 1).filter(|next| next.capital);
            let runs_on = next.is_some_and(|next| next.clause == words[word].clause);
            (words[word].capital && runs_on && is_bare(&claim.sentence, &name)).then_some(name)
        }
        _ => None,
    }
}

/// Whether a verb of the claim is in the source, or in a clause of it, not only a noun derived from it.
fn does_the_same(claim: &Claim, source: &Sentence, clause: Option<u16>) -> bool {
    let within = |word: &Word| clause.is_none_or(|clause| clause == word.clause);
    let others = || {
        let words = source.words.iter();
        words.filter(|word| !word.capital && within(word))
    };
    claim.verbs().any(|verb| {
        let verb = claim.word(claim.items[verb].at);
        others().any(|other| similar::words(verb, other) >= SAME_VERB)
    })
}

/// The name of the source that is the claim's.
fn best(claim: &Claim, own: &Name, source: &Sentence) -> Option<Name> {
    let mut names = source.names.iter();
    let found = names.find(|other| similar::are_same(own, &claim.sentence, other, source) >= THERE);
    found.cloned().or_else(|| {
        let word = &claim.sentence.words[own.words.0];
        let same = |other: &Word| other.capital && other.stem == word.stem;
        let place = source.words.iter().position(same)?;
        (!word.name).then(|| Name {
            words: (place, place + 1),
            ..own.clone()
        })
    })
}

/// What somebody does in their clause, as far as the words before the name tell. Of two bare names the first
/// does it: `Nordkorea lieferte Russland Munition`.
pub(super) fn role(sentence: &Sentence, name: &Name) -> Option<Role> {
    if is_owner(sentence, name) {
        return Some(Role::Owner);
    }
    let told = told(sentence, name)?;
    let clause = sentence.words[name.words.0].clause;
    let mut before = sentence.names.iter().filter(|other| {
        other.words.1 < name.words.0
            && sentence.words[other.words.0].clause == clause
            && !is_owner(sentence, other)
            && self::told(sentence, other) == Some(Role::Agent)
    });
    let follows = told == Role::Agent && is_bare(sentence, name) && before.next().is_some();
    Some(if follows { Role::Goal } else { told })
}

/// Whether no preposition and no `und` stands before a name.
fn is_bare(sentence: &Sentence, name: &Name) -> bool {
    let before = name.words.0.checked_sub(1).map(|at| &sentence.words[at]);
    before.is_some_and(|word| word.is_content() && !word.capital)
}

/// Whether a name is a genitive beside a noun, or the first piece of an adjective.
fn is_owner(sentence: &Sentence, name: &Name) -> bool {
    let last = &sentence.words[name.words.1 - 1];
    let behind = sentence.words.get(name.words.1);
    let before = name.words.0.checked_sub(1).map(|at| &sentence.words[at]);
    let inflected = |word: &Word| {
        let endings = ["e", "en", "er", "es", "em"];
        !word.capital && word.is_content() && endings.iter().any(|end| word.exact.ends_with(end))
    };
    let beside_noun = behind.is_some_and(|word| word.is_noun() || inflected(word))
        || before.is_some_and(|word| word.is_noun() || &*word.exact == "und");
    // `Maas` is a name that ends so, as its fullest form tells.
    let is_whole = name
        .full
        .last()
        .is_some_and(|full| full.exact == last.exact);
    let is_genitive = last.exact.ends_with('s') && !last.stem.ends_with('s') && !is_whole;
    (is_genitive && beside_noun) || last.hyphened || hangs_on_noun(sentence, name)
}

/// Whether a name with its article is the genitive of the noun before: `Kontrollen der Behörde`.
fn hangs_on_noun(sentence: &Sentence, name: &Name) -> bool {
    let at = |back: usize| {
        let place = name.words.0.checked_sub(back)?;
        sentence.words.get(place)
    };
    at(1).is_some_and(|word| matches!(&*word.exact, "der" | "des"))
        && at(2).is_some_and(|noun| {
            noun.is_noun() && noun.clause == sentence.words[name.words.0].clause
        })
}

/// What the words before a name tell of its role.
fn told(sentence: &Sentence, name: &Name) -> Option<Role> {
    let clause = sentence.words[name.words.0].clause;
    let passive = is_passive(sentence, clause);
    let before = sentence.words[..name.words.0].iter().rev().take(REACH);
    // The accusative of a man or a masculine noun is not who does it.
    let mut is_object = false;
    for (far, word) in before.take_while(|word| word.clause == clause).enumerate() {
        match &*word.exact {
            "gegen" | "an" | "fuer" | "gegenueber" | "nach" | "zugunsten" | "dem" => {
                return Some(Role::Goal);
            }
            "vor" if has_winner(sentence, clause) => return Some(Role::Goal),
            "von" | "vom" | "durch" if is_attribute(sentence, name) => return None,
            "den" if ends_plural(sentence, name) => return Some(Role::Goal),
            "den" => is_object = true,
            "von" | "vom" | "durch" if passive => return Some(Role::Agent),
            "der" | "die" | "das" if far <= 3 => break,
            // What stands before the verb says nothing of whom it is followed by: `In Kassel würdigte X`.
            _ if is_verb_behind(sentence, name.words.0 - 1 - far) => break,
            _ if !word.is_content() && !word.capital => {
                return bare(&word.exact, passive || is_object);
            }
            _ => {}
        }
    }
    bare("", passive || is_object)
}

/// Whether a word in lower case stands behind a noun or number, where no adjective stands.
fn is_verb_behind(sentence: &Sentence, at: usize) -> bool {
    let word = &sentence.words[at];
    let before = at.checked_sub(1).map(|before| &sentence.words[before]);
    let is_content = !word.capital && word.is_content();
    is_content && before.is_some_and(|before| before.capital || before.number.is_some())
}

/// Whether something is done to the subject of a clause.
fn is_passive(sentence: &Sentence, clause: u16) -> bool {
    let has = |fits: &dyn Fn(&Word) -> bool| {
        let mut words = sentence.words.iter();
        words.any(|word| word.clause == clause && fits(word))
    };
    let participle = |word: &Word| {
        let exact = &*word.exact;
        let ends = exact.ends_with('t') || exact.starts_with("ge") && exact.ends_with("en");
        !word.capital && word.is_content() && ends
    };
    let by = |word: &Word| matches!(&*word.exact, "von" | "vom" | "durch");
    has(&|word| matches!(&*word.exact, "wurde" | "wurden" | "worden"))
        || has(&|word| matches!(&*word.exact, "wird" | "werden")) && (has(&participle) || has(&by))
}

/// Whether somebody wins in a clause: before whom they do is the loser.
fn has_winner(sentence: &Sentence, clause: u16) -> bool {
    let mut words = sentence.words.iter();
    words.any(|word| {
        let wins = matches!(
            &*word.stem,
            "gewinn" | "gewonn" | "sieg" | "durchsetz" | "fuehr"
        );
        word.clause == clause && wins
    })
}

/// Whether a name belongs to an adjective before a noun: `die von Daimler geplante Version`.
fn is_attribute(sentence: &Sentence, name: &Name) -> bool {
    let behind = &sentence.words[name.words.1..];
    let from = behind.iter().take(2).position(|word| !word.capital);
    let pair = from.and_then(|from| behind.get(from..from + 2));
    pair.is_some_and(|pair| {
        let inflected = ["e", "en", "er", "es", "em"];
        let ends = inflected
            .iter()
            .any(|ending| pair[0].exact.ends_with(ending));
        pair[0].is_content() && ends && pair[1].capital && pair[0].clause == pair[1].clause
    })
}

/// The role of a name with no preposition before it.
fn bare(before: &str, passive: bool) -> Option<Role> {
    let preposition = matches!(
        before,
        "in" | "im"
            | "aus"
            | "bei"
            | "mit"
            | "von"
            | "vom"
            | "zu"
            | "zur"
            | "zum"
            | "auf"
            | "ueber"
            | "um"
            | "unter"
            | "vor"
            | "zwischen"
            | "wegen"
            | "seit"
            | "bis"
            | "durch"
            | "des"
            | "den"
            | "als"
            | "und"
    );
    match (preposition, passive) {
        (true, _) => None,
        (false, true) => Some(Role::Goal),
        (false, false) => Some(Role::Agent),
    }
}

/// Whether a name stands in the dative of the plural: `den Vereinigten Staaten`.
fn ends_plural(sentence: &Sentence, name: &Name) -> bool {
    let last = &sentence.words[name.words.1 - 1];
    name.words.1 - name.words.0 > 1 && last.exact.ends_with('n') && !name.person
}
