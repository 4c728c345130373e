//! Which sentences of a manuscript can be checked.

use super::parts::{Claim, ItemKind};
use crate::german::{Aliases, Analyzer};

/// A statement has so many words that carry meaning beside its names, numbers and dates.
const FEWEST_WORDS: usize = 1;
/// And so many parts in all.
const FEWEST_PARTS: usize = 3;

/// Why a sentence is not checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Uncheckable {
    /// It asks.
    Question,
    /// It holds no name, number or date that a source could confirm.
    NoFact,
    /// It says too little: a heading, an exclamation.
    Fragment,
}

impl Uncheckable {
    /// What is said of such sentences.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Question => "a question",
            Self::NoFact => "no name, number or date",
            Self::Fragment => "no whole statement",
        }
    }
}

/// The claim that a sentence of a manuscript makes, or why it makes none that can be checked.
///
/// # Errors
/// [`Uncheckable`], for questions, for opinions without any fact, and for fragments.
pub fn checkable(
    sentence: &str,
    analyzer: &mut Analyzer,
    aliases: &Aliases,
) -> Result<Claim, Uncheckable> {
    let text = sentence.trim();
    if text
        .trim_end_matches(['"', '“', '”', '«', '»', ')'])
        .ends_with('?')
    {
        return Err(Uncheckable::Question);
    }
    let claim = Claim::read(text, analyzer, aliases);
    let terms = claim
        .items
        .iter()
        .filter(|item| matches!(item.kind, ItemKind::Term(_)));
    let terms = terms.count();
    if terms == claim.items.len() {
        return Err(Uncheckable::NoFact);
    }
    let is_closed = text.ends_with(['.', '!', '…', '"', '“', '”', '«', '»', ')', ':']);
    if !is_closed || terms < FEWEST_WORDS || claim.items.len() < FEWEST_PARTS {
        return Err(Uncheckable::Fragment);
    }
    Ok(claim)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::german::Knowledge;

    fn reason(sentence: &str) -> Option<Uncheckable> {
        let mut analyzer = Analyzer::german(Knowledge::default());
        checkable(sentence, &mut analyzer, Aliases::builtin()).err()
    }

    #[test]
    fn a_statement_with_a_fact_can_be_checked() {
        assert_eq!(reason("Die Gemeinde zählt 1200 Einwohner."), None);
        assert_eq!(reason("Frankreich lieferte Panzer."), None);
    }

    #[test]
    fn questions_opinions_and_fragments_cannot() {
        assert_eq!(
            reason("Lieferte Frankreich Panzer?"),
            Some(Uncheckable::Question)
        );
        assert_eq!(
            reason("Das war eine schöne Überraschung."),
            Some(Uncheckable::NoFact)
        );
        assert_eq!(reason("Frankreichs Panzer"), Some(Uncheckable::Fragment));
    }
}
