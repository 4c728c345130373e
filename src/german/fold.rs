//! Folding: the last step of the chain, which makes the spellings of one word one term.

use unicode_normalization::UnicodeNormalization;

/// Writes `word` in lower case with `ä ö ü ß` spelled out as `ae oe ue ss` and other accents left out.
///
/// So `größer`, `grösser` and `groesser` are one term, and `Uber` and `über` are two. Only Latin letters
/// lose their accents: in other scripts a mark is part of the letter.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len() + 2);
    for c in word.chars() {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            c.to_lowercase()
                .for_each(|lower| fold_letter(lower, &mut folded));
        }
    }
    folded
}

fn fold_letter(letter: char, folded: &mut String) {
    match letter {
        'ä' | 'æ' => folded.push_str("ae"),
        'ö' | 'œ' => folded.push_str("oe"),
        'ü' => folded.push_str("ue"),
        'ß' => folded.push_str("ss"),
        'ø' => folded.push('o'),
        'ł' => folded.push('l'),
        'đ' | 'ð' => folded.push('d'),
        'ı' => folded.push('i'),
        'þ' => folded.push_str("th"),
        '\u{300}'..='\u{36f}' => {}
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
            folded.extend(
                std::iter::once(letter)
                    .nfd()
                    .filter(|c| !matches!(c, '\u{300}'..='\u{36f}')),
            );
        }
        _ => folded.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_are_one_term() {
        for word in ["größer", "GRÖSSER", "groesser"] {
            assert_eq!(fold(word), "groesser");
        }
        assert_eq!(fold("Erdoğan"), "erdogan");
        assert_eq!(fold("Łódź"), "lodz");
        assert_ne!(fold("Uber"), fold("über"));
    }
}
