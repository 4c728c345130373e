//! Stems: what the inflections of a word share.
//!
//! Where the lexicon knows the word, or the word it ends in, its paradigm decides (see [`inflection`]);
//! else the Snowball stemmer of rust-stemmers (Porter and Caumanns' rules for German), with umlauts kept.

use rust_stemmers::{Algorithm, Stemmer};

use super::ending::known_ending;
use super::fold::fold;
use super::{inflection, lexicon, spelling, umlaut};

/// Suffixes of nouns that Snowball would take away; the plural of all is in `-en`.
const NOUN_SUFFIXES: [&str; 7] = ["ung", "heit", "keit", "schaft", "ion", "tät", "enz"];

/// The folded stem of a single German word in any case, as the analysis gives it.
///
/// ```
/// assert_eq!(beleg::german::stem("Häuser"), beleg::german::stem("Haus"));
/// ```
pub fn stem(word: &str) -> String {
    GermanStemmer::new().stem(word)
}

/// Stems German words.
pub(super) struct GermanStemmer {
    snowball: Stemmer,
}

impl GermanStemmer {
    /// A stemmer; it holds no state.
    pub fn new() -> Self {
        Self {
            snowball: Stemmer::create(Algorithm::German),
        }
    }

    /// The folded stem of a clean word in any case.
    pub fn stem(&self, word: &str) -> String {
        let mut lower = String::with_capacity(word.len());
        lexicon::key(word, &mut lower);
        umlaut::restore_umlauts(&mut lower);
        spelling::unify(&mut lower);
        let known = inflection::stem(&lower)
            .or_else(|| stem_of_suffix(&lower))
            .or_else(|| stem_of_ending(&lower));
        match known {
            Some(stem) => fold(&stem),
            None => fold(self.unknown(&lower)),
        }
    }

    /// The stem of a word of which the lexicon knows nothing.
    fn unknown<'w>(&self, lower: &'w str) -> &'w str {
        if let Some(end) = lower.rfind("ier").filter(|at| *at > 2) {
            let behind = &lower[end + 3..];
            if inflection::is_verb_ending(behind) {
                return &lower[..end + 3];
            }
        }
        self.snowball_prefix(name_of_genitive(lower).unwrap_or(lower))
    }

    /// Snowball takes endings away and makes umlauts plain; the length of its stem tells how much of the
    /// word is left, so the umlauts can be kept.
    fn snowball_prefix<'w>(&self, lower: &'w str) -> &'w str {
        let letters = self.snowball.stem(lower).chars().count();
        let end = lower
            .char_indices()
            .nth(letters)
            .map_or(lower.len(), |(end, _)| end);
        &lower[..end]
    }
}

/// The stem of an unknown noun by its suffix: `Aufbahrungen`.
fn stem_of_suffix(lower: &str) -> Option<String> {
    let singular = lower.strip_suffix("en").unwrap_or(lower);
    NOUN_SUFFIXES
        .iter()
        .any(|suffix| singular.ends_with(suffix))
        .then(|| singular.to_owned())
}

/// The stem of an unknown compound: that of the longest word it ends in, with what stands before.
fn stem_of_ending(lower: &str) -> Option<String> {
    let start = known_ending(lower)?;
    Some([&lower[..start], &inflection::stem(&lower[start..])?].concat())
}

/// The name behind a genitive that Snowball leaves as it is, because it takes an `s` only from behind
/// some consonants: `Nordkoreas`, `Schoigus`, `Moskaus`.
fn name_of_genitive(lower: &str) -> Option<&str> {
    let base = lower.strip_suffix('s').filter(|base| base.len() >= 4)?;
    let taken_by_snowball = base.ends_with(['b', 'd', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'r', 't']);
    let never = base.ends_with(['s', 'x', 'z', 'e']);
    (!taken_by_snowball && !never).then_some(base)
}
