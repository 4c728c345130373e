//! Korean, Chinese and Vietnamese names, which begin with the surname.

use super::lists;

/// Surnames that are also particles of other names (`Le Pen`); they need two given names to be told.
const ALSO_PARTICLES: &[&str] = &["Le", "Do", "Ho", "Ai"];

/// Whether these words, none of them an initial, are a name that begins with the surname: a listed
/// surname, and syllables behind it (`Kim Jong Un`, `Li Fei`, not `Kim Basinger`).
pub(super) fn begins_with_surname(words: &[&str]) -> bool {
    let [surname, given @ ..] = words else {
        return false;
    };
    let enough = if ALSO_PARTICLES.contains(surname) {
        2..=3
    } else {
        1..=3
    };
    enough.contains(&given.len())
        && lists::is_surname_first(surname)
        && given.iter().all(|word| is_given(word, given.len()))
}

fn is_given(word: &str, words: usize) -> bool {
    let lower = word.to_lowercase();
    let lower = lower.strip_suffix('s').unwrap_or(&lower);
    if words > 1 || lower.contains('-') {
        lower.split('-').all(|part| is_syllable(part, CODAS))
    } else {
        is_syllable(lower, CODAS) || is_two_syllables(lower)
    }
}

/// How a syllable may begin.
const ONSETS: &[&str] = &[
    "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh",
    "r", "z", "c", "s", "y", "w", "ts", "hs", "kw", "hw", "ph", "th", "ng", "nh", "tr", "kh", "v",
];

/// How a syllable standing alone may end.
const CODAS: &[&str] = &[
    "", "n", "ng", "m", "k", "l", "p", "t", "r", "ck", "h", "nh", "ch",
];

/// How a syllable of a Chinese given name in one word may end.
const CHINESE_CODAS: &[&str] = &["", "n", "ng"];

fn is_syllable(part: &str, codas: &[&str]) -> bool {
    let is_vowel = |c: char| "aeiouyüư".contains(c);
    let Some(first) = part.find(is_vowel) else {
        return false;
    };
    let vowels = &part[first..];
    let length = vowels.find(|c| !is_vowel(c)).unwrap_or(vowels.len());
    // A `y` or `w` at the beginning is found as part of the vowels or of the onset.
    ONSETS.contains(&&part[..first]) && length <= 4 && codas.contains(&&vowels[length..])
}

fn is_two_syllables(word: &str) -> bool {
    (2..word.len().saturating_sub(1))
        .filter(|at| word.is_char_boundary(*at))
        .any(|at| {
            let (first, second) = word.split_at(at);
            is_syllable(first, CHINESE_CODAS) && is_syllable(second, CHINESE_CODAS)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn korean_and_chinese_names_begin_with_the_surname_and_others_do_not() {
        for name in [
            "Kim Jong Un",
            "Kim Jong-un",
            "Kim Il-sung",
            "Xi Jinping",
            "Cho Han Bum",
            "Li Fei",
            "Cheong Seong Chang",
            "Liu Guozhong",
            "Roh Moo-hyun",
            "Park Geun-hye",
            "Hu Jintao",
            "Ban Ki-moon",
            "Mao Zedong",
            "Yang Liwei",
            "Chui Sai On",
            "Nguyen Van Troi",
        ] {
            let words: Vec<&str> = name.split(' ').collect();
            assert!(begins_with_surname(&words), "{name}");
        }
        for name in [
            "Kim Basinger",
            "Kim Clijsters",
            "Kim Wilde",
            "Lee Harvey Oswald",
            "Martin Lee",
            "Le Pen",
            "Lee Marvin",
            "Jean Ping",
            "Sergej Schoigu",
            "Kim",
        ] {
            let words: Vec<&str> = name.split(' ').collect();
            assert!(!begins_with_surname(&words), "{name}");
        }
    }
}
