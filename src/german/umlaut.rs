//! Umlauts: the spelling `ae oe ue` brought back to `ä ö ü`, and the umlaut of an inflection undone.

use super::ending::known_ending;
use super::lexicon;

/// Turns `ae oe ue` into umlauts where the lexicon knows that word and not the one as written, so
/// `haeuser` but not `neue` or `Israel`; for compounds the longer known ending decides.
pub fn restore_umlauts(lower: &mut String) {
    if !["ae", "oe", "ue"].iter().any(|pair| lower.contains(pair)) || lexicon::contains(lower) {
        return;
    }
    let umlauts = with_umlauts(lower);
    if umlauts == *lower {
        return;
    }
    let ending = |word: &str| known_ending(word).map_or(0, |start| word.len() - start);
    if lexicon::contains(&umlauts) || ending(&umlauts) > ending(lower) {
        *lower = umlauts;
    }
}

/// The word with each `ae oe ue` an umlaut, but for the `ue` of `Quelle`, `Bauer` and `neue`.
fn with_umlauts(lower: &str) -> String {
    let mut written = String::with_capacity(lower.len());
    let mut letters = lower.chars().peekable();
    while let Some(letter) = letters.next() {
        let umlaut = match letter {
            'a' => Some('ä'),
            'o' => Some('ö'),
            'u' if !written.ends_with(['a', 'e', 'q', 'ä']) => Some('ü'),
            _ => None,
        };
        match umlaut {
            Some(umlaut) if letters.next_if_eq(&'e').is_some() => written.push(umlaut),
            _ => written.push(letter),
        }
    }
    written
}

/// The word with its last umlaut undone; `None` when it has none.
pub(super) fn undone(word: &str) -> Option<String> {
    let (at, umlaut) = word
        .char_indices()
        .rev()
        .find(|(_, c)| matches!(c, 'ä' | 'ö' | 'ü'))?;
    let plain = match umlaut {
        'ä' => "a",
        'ö' => "o",
        _ => "u",
    };
    Some([&word[..at], plain, &word[at + umlaut.len_utf8()..]].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn umlauts_come_back_only_where_they_make_the_word() {
        for (written, restored) in [
            ("haeuser", "häuser"),
            ("neue", "neue"),
            ("israel", "israel"),
            ("quelle", "quelle"),
        ] {
            let mut word = written.to_owned();
            restore_umlauts(&mut word);
            assert_eq!(word, restored);
        }
    }
}
