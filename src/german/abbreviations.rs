//! Abbreviations: which words end in a full stop that ends no sentence, and which are written with spaces.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Abbreviations of several letters with a space after each full stop, without stops and spaces.
const SPACED: [&str; 12] = [
    "zb", "dh", "ua", "va", "ad", "oä", "uä", "uu", "zt", "idr", "ia", "ev",
];

/// Words before a full stop that is not the end of a sentence, in lower case. A word that often ends
/// sentences itself (`Art`, `Mark`) is left out.
const BEFORE_STOP: &str = "
    abb abg abk abs abt adr allg anm apr aug bd bearb bes bsp bspw bzgl bzw ca co dez dgl dipl dir
    dr dres ebd ehem einschl engl entspr etc evtl exkl feb febr ff fr frz geb gegr gen gest ggf ggü
    hg hl hr hrn hrsg hs inkl insb jan jap jh jhd jr kap kath lat lt mag max mill min mind mio mr
    mrd mrs ms nov nr okt op pfr phil prof rd rer resp sen sept sog sr st str tel usf vgl vs
";

static KNOWN: LazyLock<HashSet<&str>> = LazyLock::new(|| BEFORE_STOP.split_whitespace().collect());

/// Whether single letters with full stops and spaces between them are one abbreviation.
pub(super) fn is_spaced_abbreviation(letters: &[char]) -> bool {
    let lower = || letters.iter().flat_map(|letter| letter.to_lowercase());
    SPACED.iter().any(|known| known.chars().eq(lower()))
}

/// Whether a full stop behind `word` belongs to the word.
pub(super) fn takes_full_stop(word: &str) -> bool {
    let lower = word.to_lowercase();
    KNOWN.contains(lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_often_ends_sentences_is_no_abbreviation() {
        assert!(takes_full_stop("Nr"));
        assert!(!takes_full_stop("Jahr"));
        assert!(is_spaced_abbreviation(&['z', 'B']));
        assert!(!is_spaced_abbreviation(&['J', 'R']));
    }
}
