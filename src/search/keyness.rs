//! How special a word is to some articles beside the rest.

/// In how many texts of two kinds a word stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// Texts looked at that hold it.
    pub here: u64,
    /// Other texts that hold it.
    pub elsewhere: u64,
}

/// The log-likelihood ratio of a word's spread over so many texts here and elsewhere: how much better two
/// shares explain it than one. 0 where it is no more frequent here.
///
/// It is G² over the four cells of holding and not holding the word (Dunning, *Accurate Methods for the
/// Statistics of Surprise and Coincidence*, 1993), taken of texts of about one length rather than of words,
/// which keeps a word that one text repeats from standing out (Egbert and Biber, *Incorporating text
/// dispersion into keyword analyses*, 2019). 3.84 would come about by chance in 5 of 100 words, 15.13 in 1 of
/// 10,000.
pub fn keyness(spread: Spread, texts: Spread) -> f64 {
    let (here, elsewhere) = (spread.here as f64, spread.elsewhere as f64);
    let (all_here, all_elsewhere) = (texts.here as f64, texts.elsewhere as f64);
    if here * all_elsewhere <= elsewhere * all_here {
        return 0.0;
    }
    let all = all_here + all_elsewhere;
    let share = (here + elsewhere) / all;
    let cell = |found: f64, expected: f64| match found > 0.0 {
        true => found * (found / expected).ln(),
        false => 0.0,
    };
    let holding = cell(here, all_here * share) + cell(elsewhere, all_elsewhere * share);
    let lacking = cell(all_here - here, all_here * (1.0 - share))
        + cell(all_elsewhere - elsewhere, all_elsewhere * (1.0 - share));
    (2.0 * (holding + lacking)).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(here: u64, elsewhere: u64) -> f64 {
        let texts = Spread {
            here: 100,
            elsewhere: 900,
        };
        keyness(Spread { here, elsewhere }, texts)
    }

    #[test]
    fn a_word_of_every_text_is_special_to_none() {
        assert_eq!(of(100, 900), 0.0);
        assert_eq!(of(1, 9), 0.0);
        assert_eq!(of(0, 50), 0.0);
    }

    #[test]
    fn the_more_a_word_stands_here_and_not_elsewhere_the_more_special_it_is() {
        assert!(of(50, 10) > of(50, 100));
        assert!(of(50, 10) > of(20, 4));
        assert!(of(3, 0) > of(2, 0));
    }

    #[test]
    fn the_figures_are_those_of_the_textbook() {
        // 2 · (10 · ln(10 / 2) + 10 · ln(10 / 18) + 90 · ln(90 / 98) + 890 · ln(890 / 882))
        assert!((of(10, 10) - 21.168).abs() < 0.01, "{}", of(10, 10));
    }
}
