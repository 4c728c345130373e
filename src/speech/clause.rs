//! Clauses: what opens them, and where their verbs stand.

use super::class::Class;
use super::words::Word;

/// The kind of clause a verb stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clause {
    /// A main clause.
    Main,
    /// `wie die Polizei mitteilte`, at this word.
    As(usize),
    /// Behind a conjunction at this word.
    Subordinate(usize),
    /// Behind a relative pronoun at this word.
    Relative(usize),
}

/// Whether a clause ends behind the word at `at`.
pub(super) fn is_last(words: &[Word<'_>], at: usize) -> bool {
    let next = words.get(at + 1);
    next.is_none_or(|next| {
        next.is_parted() || next.is_one_of(&["und", "oder", "sowie", "als", "wie", "dass"])
    })
}

/// The clause in which the verb at `verb` stands, by the position of the verb: only a clause that is
/// opened by a conjunction or a relative pronoun has it at its end.
pub(super) fn clause(words: &[Word<'_>], verb: usize) -> Clause {
    let behind_it = words
        .get(verb + 1)
        .is_some_and(|next| next.is(Class::Auxiliary) && !next.is_parted());
    if !is_last(words, verb) && !behind_it {
        return Clause::Main;
    }
    for at in (0..verb).rev() {
        let word = &words[at];
        if word.is_quoted {
            break;
        }
        let opens = at == 0
            || word.is_parted()
            || (at > 0
                && words[at - 1]
                    .is_one_of(&["und", "oder", "in", "an", "auf", "mit", "bei", "aus"])
                && words[at - 1].is_parted());
        if !opens {
            continue;
        }
        if word.key == "wie" {
            return Clause::As(at);
        }
        if word.is(Class::Subordinator) {
            return Clause::Subordinate(at);
        }
        let pronoun = word.is(Class::Relative) || word.is(Class::RelativeOblique);
        if at > 0
            && pronoun
            && at + 1 < verb
            && !words[verb].follows_comma()
            && !is_phrase_of_verb(words, at, verb)
        {
            return Clause::Relative(at);
        }
    }
    Clause::Main
}

/// Whether what looks like a relative pronoun is the article of a phrase right before a verb that is not
/// last: `…, der Chef sagte`.
fn is_phrase_of_verb(words: &[Word<'_>], at: usize, verb: usize) -> bool {
    words[at..verb].iter().skip(1).all(|word| word.is_capital())
        && words
            .get(verb + 1)
            .is_some_and(|next| next.gap.contains(':'))
}

/// Whether what is said follows the verb: a clause with `dass`, in the subjunctive, or with `zu`.
pub(super) fn has_content(words: &[Word<'_>], verb: usize, clause: Clause) -> bool {
    let behind = verb + 1..words.len();
    let opens = |word: &Word<'_>| word.follows_comma() && word.is(Class::Opener);
    let subjunctive = |at: usize| at != verb && !words[at].is_quoted && words[at].mood.is_some();
    let direct = words.get(verb + 1).is_some_and(|next| {
        let adverbial =
            next.is(Class::Subordinator) || next.is_one_of(&["um", "ohne", "und", "aber"]);
        next.gap.contains(':') || (next.follows_comma() && !adverbial)
    });
    (direct && clause == Clause::Main)
        || behind.clone().any(|at| opens(&words[at]))
        || behind.clone().any(subjunctive)
        || behind.clone().any(|at| is_infinitive(words, verb, at))
}

/// Whether the word at `at` is the `zu` of a clause behind the verb, or holds it: `auszugehen`.
fn is_infinitive(words: &[Word<'_>], verb: usize, at: usize) -> bool {
    let word = &words[at];
    let holds = !word.is_capital()
        && word.key.find("zu").is_some_and(|place| place > 1)
        && word.key.ends_with("en");
    let comma = || {
        words[verb + 1..=at]
            .iter()
            .any(|word| word.follows_comma() && !word.is(Class::Aside))
    };
    (word.key == "zu" || holds)
        && !word.is_quoted
        && is_last(
            words,
            if holds {
                at
            } else {
                (at + 1).min(words.len() - 1)
            },
        )
        && comma()
}
