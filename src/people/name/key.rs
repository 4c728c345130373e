//! Keys of names: what all spellings of a name have in common.
//!
//! Three keys, from fine to coarse. The *plain* key undoes case, accents, hyphens and the spellings of
//! umlauts (Müller, Mueller, Muller). The *sound* key undoes the romanisation of Slavic and Near Eastern
//! names (Gorbatschow, Gorbachev); it counts only for names that look romanised, so that Meier and Meyer
//! stay two. The *skeleton* keeps the consonants and is what a family of index terms shares.

use super::lists;
use crate::german::fold;

/// The plain key of a name or of several words of it.
pub(in crate::people) fn plain(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return without_digraphs(&word.to_ascii_lowercase());
    }
    let folded = fold(&word.replace(['ä', 'Ä'], "ae").replace(['å', 'Å'], "a"));
    let letters: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    without_digraphs(&letters)
}

/// Contracts `ae oe ue`, but for the `ue` of `Bauer` and `Enrique`.
fn without_digraphs(folded: &str) -> String {
    let mut contracted = String::with_capacity(folded.len());
    for letter in folded.chars() {
        let is_digraph = letter == 'e'
            && match contracted.as_bytes() {
                [.., before, b'u'] => !b"aeq".contains(before),
                [.., b'a' | b'o' | b'u'] => true,
                _ => false,
            };
        if !is_digraph {
            contracted.push(letter);
        }
    }
    contracted
}

/// The key under which two spellings of a surname are one: the sound key where the name looks
/// romanised, else the plain key.
pub(in crate::people) fn surname(word: &str) -> String {
    let plain = plain(word);
    if let Some(standard) = lists::surname_standard(&plain) {
        return standard.to_owned();
    }
    let sound = sound(&plain);
    if looks_romanised(&sound) {
        sound
    } else {
        plain
    }
}

/// The key under which two spellings of a given name are one: the first spelling of its line in the
/// list of spellings, else its plain key.
pub(in crate::people) fn given(word: &str) -> String {
    let plain = plain(word);
    match lists::given_standard(&plain) {
        Some(standard) => standard.to_owned(),
        None => plain,
    }
}

/// What all spellings of a surname share, and some strangers too: its consonants by class, and an `a`
/// for a vowel at its beginning.
pub(in crate::people) fn skeleton(word: &str) -> String {
    let key = surname(word);
    let sound = sound(&key);
    let mut skeleton = String::with_capacity(sound.len());
    for letter in sound.chars() {
        match letter {
            'a' | 'e' | 'i' | 'o' | 'u' if skeleton.is_empty() => skeleton.push('a'),
            'a' | 'e' | 'i' | 'o' | 'u' => {}
            'h' if !skeleton.is_empty() => {}
            'C' | 'g' => skeleton.push('k'),
            'S' => skeleton.push('s'),
            'd' => skeleton.push('t'),
            'f' => skeleton.push('v'),
            other => skeleton.push(other),
        }
    }
    skeleton
}

/// How letters are written in the romanisations that German texts use, and the sound each stands for;
/// longer ones first. `C` is ch, tsch and kh alike, for German and English write them crosswise; `S` is
/// sch and zh.
const SOUNDS: &[(&str, &str)] = &[
    ("schtsch", "SC"),
    ("dzh", "S"),
    ("dsch", "S"),
    ("tsch", "C"),
    ("sch", "S"),
    ("tch", "C"),
    ("sh", "S"),
    ("zh", "S"),
    ("sz", "S"),
    ("ch", "C"),
    ("kh", "C"),
    ("cz", "C"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("ts", "s"),
    ("tz", "s"),
    ("ck", "k"),
    ("ks", "ks"),
    ("x", "ks"),
    ("q", "k"),
    ("w", "v"),
    ("z", "s"),
    ("ou", "u"),
    ("ije", "e"),
    ("je", "e"),
    ("ye", "e"),
    ("jo", "o"),
    ("yo", "o"),
    ("ja", "a"),
    ("ya", "a"),
    ("ia", "a"),
    ("ju", "u"),
    ("yu", "u"),
    ("iu", "u"),
    ("j", "i"),
    ("y", "i"),
];

/// The sound key of a plain key.
pub(in crate::people) fn sound(plain: &str) -> String {
    let mut sound = String::with_capacity(plain.len());
    let mut rest = plain;
    while let Some(first) = rest.chars().next() {
        let written = SOUNDS.iter().find(|(written, _)| rest.starts_with(written));
        let (length, spoken) = match written {
            Some((written, spoken)) => (written.len(), *spoken),
            None => (first.len_utf8(), &rest[..first.len_utf8()]),
        };
        let spoken = if spoken == "c" {
            c_before(&rest[1..])
        } else {
            spoken
        };
        if !sound.ends_with(spoken) {
            sound.push_str(spoken);
        }
        rest = &rest[length..];
    }
    ending(&mut sound);
    sound
}

/// How a single `c` sounds before `next`; at the end of a name it is a Slavic one.
fn c_before(next: &str) -> &'static str {
    match next.chars().next() {
        None => "C",
        Some('e' | 'i' | 'y') => "s",
        Some(_) => "k",
    }
}

/// The endings of Slavic names that differ most between romanisations.
const ENDINGS: &[(&str, &str)] = &[
    ("of", "ov"),
    ("ef", "ov"),
    ("ev", "ov"),
    ("eva", "ova"),
    ("enka", "enko"),
];

fn ending(sound: &mut String) {
    for (written, spoken) in ENDINGS {
        if sound.len() > written.len() + 1 && sound.ends_with(written) {
            sound.truncate(sound.len() - written.len());
            sound.push_str(spoken);
            return;
        }
    }
}

/// Sounds in which romanised names end and German ones seldom.
const ROMANISED: &[&str] = &["ov", "in", "iC", "uC", "a", "i", "o", "u"];

fn looks_romanised(sound: &str) -> bool {
    sound.len() > 4 && ROMANISED.iter().any(|ending| sound.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_umlauts_and_accents_are_one_name() {
        for (left, right) in [
            ("Müller", "MUELLER"),
            ("Müller", "Muller"),
            ("Bärbock", "Baerbock"),
            ("Erdoğan", "Erdogan"),
            ("Jong-un", "Jong Un"),
        ] {
            assert_eq!(plain(left), plain(right), "{left} {right}");
        }
        assert_ne!(plain("Bauer"), plain("Baur"));
    }

    #[test]
    fn romanisations_of_a_surname_are_one_name_in_one_family() {
        for (left, right) in [
            ("Schoigu", "Shoigu"),
            ("Selenskyj", "Zelensky"),
            ("Selenski", "Zelenskyy"),
            ("Jelzin", "Yeltsin"),
            ("Nawalny", "Navalny"),
            ("Nawalnyj", "Navalny"),
            ("Gorbatschow", "Gorbachev"),
            ("Lukaschenko", "Lukashenka"),
            ("Tschechow", "Chekhov"),
            ("Chruschtschow", "Khrushchev"),
            ("Chodorkowski", "Khodorkovsky"),
            ("Medwedew", "Medvedev"),
            ("Milošević", "Milosewitsch"),
            ("Gaddafi", "Qadhafi"),
        ] {
            assert_eq!(surname(left), surname(right), "{left} {right}");
            assert_eq!(skeleton(left), skeleton(right), "{left} {right}");
        }
    }

    #[test]
    fn german_surnames_that_sound_alike_stay_apart() {
        for (left, right) in [
            ("Meier", "Meyer"),
            ("Maier", "Mayer"),
            ("Schmidt", "Schmitt"),
            ("Hoffmann", "Hofmann"),
            ("Busch", "Bush"),
            ("Becker", "Beker"),
        ] {
            assert_ne!(surname(left), surname(right), "{left} {right}");
        }
    }
}
