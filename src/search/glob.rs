//! Words with gaps: `M*ller`, `*munition*`, `M?ller`.

use crate::german::fold;

/// The longest pattern in bytes, folded: its places are the bits of a number.
const LONGEST: usize = 120;

/// What terms must look like: letters and gaps, as `*` and `?` stand for them.
///
/// Terms are read byte by byte, and all places at which the pattern may be are followed at once, as the bits
/// of a number (Baeza-Yates and Gonnet, *A New Approach to Text Searching*, 1992). So an engine can leave
/// out whole branches of its dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glob {
    /// For each byte the places before a sign that is this byte.
    bytes: Box<[u128; 256]>,
    /// Places before a `?`: one letter, which in folded terms may be two, `ae` for *ä*, `ss` for *ß*.
    ones: u128,
    /// Places before a `*`: any number of letters.
    stars: u128,
    /// How many signs there are, which is the place behind the last.
    length: usize,
}

/// How far into the pattern a term may have come; each bit is a place before a sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places {
    here: u128,
    /// Places behind a gap whose letter may go on with `e`.
    umlaut: u128,
    /// Places behind a gap whose letter may go on with `s`.
    eszett: u128,
}

impl Places {
    /// Whether the term has left the pattern.
    pub fn is_lost(self) -> bool {
        self.here | self.umlaut | self.eszett == 0
    }
}

impl Glob {
    /// The pattern as typed; of one that is longer than any word only the beginning counts.
    pub fn new(typed: &str) -> Self {
        let mut glob = Self {
            bytes: Box::new([0; 256]),
            ones: 0,
            stars: 0,
            length: 0,
        };
        for piece in typed.split_inclusive(['*', '?']) {
            let letters = piece.trim_end_matches(['*', '?']);
            for byte in fold(letters).bytes() {
                let place = glob.next();
                glob.bytes[usize::from(byte)] |= place;
            }
            match piece.chars().last() {
                Some('*') => {
                    let follows_star = glob.stars << 1 & 1 << glob.length != 0;
                    if !follows_star {
                        glob.stars |= glob.next();
                    }
                }
                Some('?') => glob.ones |= glob.next(),
                _ => {}
            }
        }
        glob
    }

    /// The bit of a place for one more sign; none where there is no room.
    fn next(&mut self) -> u128 {
        if self.length == LONGEST {
            return 0;
        }
        self.length += 1;
        1 << (self.length - 1)
    }

    /// The places before a term is read.
    pub fn start(&self) -> Places {
        Places {
            here: self.open(1),
            ..Places::default()
        }
    }

    /// Whether a term that has come so far may end there.
    pub fn is_match(&self, places: Places) -> bool {
        places.here >> self.length & 1 == 1
    }

    /// The places behind one more byte.
    pub fn read(&self, places: Places, byte: u8) -> Places {
        let here = places.here;
        let behind_one = (here & self.ones) << 1;
        // A letter of another script has several bytes, of which a gap takes all.
        let is_inside = byte & 0xC0 == 0x80;
        let mut next = (here & self.bytes[usize::from(byte)]) << 1 | here & self.stars;
        next |= match is_inside {
            true => here & self.ones << 1,
            false => behind_one,
        };
        let (mut umlaut, mut eszett) = (0, 0);
        match byte {
            b'a' | b'o' | b'u' => umlaut = behind_one,
            b'e' => next |= places.umlaut,
            b's' => {
                next |= places.eszett;
                eszett = behind_one;
            }
            _ => {}
        }
        Places {
            here: self.open(next),
            umlaut,
            eszett,
        }
    }

    /// Gaps may be empty.
    fn open(&self, here: u128) -> u128 {
        here | (here & self.stars) << 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(typed: &str, word: &str) -> bool {
        let glob = Glob::new(typed);
        let word = fold(word);
        let end = word
            .bytes()
            .fold(glob.start(), |places, byte| glob.read(places, byte));
        glob.is_match(end)
    }

    #[test]
    fn a_star_stands_for_any_letters() {
        for word in [
            "Munition",
            "Artilleriemunition",
            "Munitionslager",
            "Panzermunitionslager",
        ] {
            assert!(fits("*munition*", word), "{word}");
        }
        assert!(
            fits("M*ller", "Müller") && fits("M*ller", "Mller") && fits("M*ller", "Makler-Müller")
        );
        assert!(!fits("M*ller", "Müllers") && !fits("M*ller", "Aushöhler"));
        assert!(fits("*a*b*", "Abgabe") && !fits("*a*bz", "Abgabe"));
    }

    #[test]
    fn a_question_mark_stands_for_one_letter_also_an_umlaut() {
        for word in ["Müller", "Mueller", "Moller", "Maller"] {
            assert!(fits("M?ller", word), "{word}");
        }
        for word in ["Mller", "Miauller", "Mühller"] {
            assert!(!fits("M?ller", word), "{word}");
        }
        assert!(fits("Stra?e", "Straße") && fits("Stra?e", "Strafe"));
        assert!(fits("K?ev", "Kиev") && fits("??", "ЖЖ") && !fits("?", "ЖЖ"));
    }

    #[test]
    fn of_a_pattern_longer_than_any_word_the_beginning_counts() {
        let long = format!("a*{}", "b".repeat(500));
        assert!(fits(&long, &format!("a{}", "b".repeat(LONGEST - 2))));
        assert_eq!(Glob::new(&"*".repeat(500)), Glob::new("*"));
    }
}
