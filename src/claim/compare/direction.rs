//! Who does it to whom: a source that has it the other way round contradicts the claim.

use super::similar;
use super::{Contradiction, Difference, Status, Support, Text};
use crate::claim::parts::{Claim, ItemKind};
use crate::claim::reading::{Name, Sentence};
use crate::span::TextSpan;

/// How far before a name the word stands that tells its role.
const REACH: usize = 5;
/// A name is in the sentence when it is matched so well.
const THERE: f32 = 0.6;
/// How surely two names that have changed places contradict a claim.
const STRENGTH: f32 = 0.7;

/// What somebody does in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// Does it: the subject, or `von` somebody in the passive.
    Agent,
    /// It is done to or for them: `gegen`, `an`, `für` somebody, the dative, the subject in the passive.
    Goal,
}

/// Contradicts the names that have changed places in a sentence, unless its verb is the opposite one,
/// which makes both of them say the same: `A besiegt B`, `B verliert gegen A`.
pub(super) fn reverse(claim: &Claim, text: &Text, sentence: usize, supports: &mut [Support]) {
    let source = &text.sentences[sentence].sentence;
    let Some((item, span)) = swapped(claim, source) else {
        return;
    };
    let opposed = supports.iter_mut().find(|support| {
        matches!(&support.status, Status::Contradicted(found) if found.kind == Difference::Opposite)
    });
    match opposed {
        Some(support) => support.status = Status::Supported,
        None => {
            supports[item].status = Status::Contradicted(Contradiction {
                sentence,
                span,
                kind: Difference::Name,
                strength: STRENGTH,
                closeness: 1.0,
            });
        }
    }
}

/// The agent of the claim who is the goal in the source, where the goal of the claim is the agent; and
/// the agent of the source.
fn swapped(claim: &Claim, source: &Sentence) -> Option<(usize, TextSpan)> {
    let named: Vec<(usize, Role, Role, TextSpan)> = (0..claim.items.len())
        .filter_map(|item| {
            let ItemKind::Name(number) = claim.items[item].kind else {
                return None;
            };
            let own = role(&claim.sentence, claim.name(number))?;
            let found = best(claim, number, source)?;
            let words = &source.words[found.words.0..found.words.1];
            let span = TextSpan::new(words.first()?.span.start(), words.last()?.span.end());
            Some((item, own, role(source, found)?, span))
        })
        .collect();
    let agent = named
        .iter()
        .find(|(_, own, other, _)| (*own, *other) == (Role::Agent, Role::Goal))?;
    let goal = named
        .iter()
        .find(|(_, own, other, _)| (*own, *other) == (Role::Goal, Role::Agent))?;
    Some((agent.0, goal.3))
}

/// The name of the source that is the claim's.
fn best<'a>(claim: &Claim, number: usize, source: &'a Sentence) -> Option<&'a Name> {
    let own = claim.name(number);
    source
        .names
        .iter()
        .find(|other| similar::are_same(own, &claim.sentence, other, source) >= THERE)
}

/// What somebody does in their clause, as far as the words before the name tell.
fn role(sentence: &Sentence, name: &Name) -> Option<Role> {
    let clause = sentence.words[name.words.0].clause;
    let in_clause = || sentence.words.iter().filter(|word| word.clause == clause);
    let passive =
        in_clause().any(|word| matches!(&*word.exact, "wurde" | "wurden" | "worden" | "wird"));
    let before = sentence.words[..name.words.0].iter().rev().take(REACH);
    // The accusative of a man or a masculine noun is not who does it.
    let mut is_object = false;
    for (far, word) in before.take_while(|word| word.clause == clause).enumerate() {
        match &*word.exact {
            "gegen" | "an" | "fuer" | "gegenueber" | "nach" | "zugunsten" | "dem" => {
                return Some(Role::Goal);
            }
            "den" if ends_plural(sentence, name) => return Some(Role::Goal),
            "den" => is_object = true,
            "von" | "durch" if passive => return Some(Role::Agent),
            "der" | "die" | "das" if far <= 3 => break,
            _ if !word.is_content() && !word.capital => {
                return bare(&word.exact, passive || is_object);
            }
            _ => {}
        }
    }
    bare("", passive || is_object)
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
