//! Which language a text is written in.

use whatlang::Lang;

/// Below so many letters a guess is worth nothing and the text is taken for German.
const ENOUGH_LETTERS: usize = 60;

/// The longest beginning of a text that is looked at, in bytes; more does not change the answer.
const SAMPLE: usize = 1_000;

/// The first words of a text, in which German mostly shows itself without a look at its letters.
const FIRST_WORDS: usize = 200;

/// Fewer words than that are no sample.
const ENOUGH_WORDS: usize = 8;

/// Frequent German words that other languages do not have, or not often.
const FREQUENT: [&str; 37] = [
    "der", "die", "den", "und", "nicht", "das", "ist", "ein", "eine", "einen", "auch", "sich",
    "ich", "wir", "für", "mit", "dass", "auf", "zu", "zum", "zur", "im", "vom", "dem", "des",
    "wird", "werden", "wurde", "haben", "sind", "kann", "aus", "bei", "oder", "aber", "wenn",
    "über",
];

/// The language of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detected {
    /// Two letters of ISO 639-1: `de`.
    pub code: [u8; 2],
    /// Whether the text says so; else it is too short or unclear and German is the default.
    pub sure: bool,
}

impl Detected {
    const DEFAULT: Self = Self {
        code: *b"de",
        sure: false,
    };
}

/// Finds the language of `text`: German by its most frequent words, which costs little, others by
/// the frequency of groups of three letters (whatlang), which costs as much as the whole analysis.
///
/// A text that is short, unclear or in a language without a two-letter code here counts as German.
pub fn detect(text: &str) -> Detected {
    let sample = beginning(text);
    let letters = sample.chars().filter(|c| c.is_alphabetic());
    if letters.take(ENOUGH_LETTERS).count() < ENOUGH_LETTERS {
        return Detected::DEFAULT;
    }
    if has_german_words(sample) {
        return Detected {
            sure: true,
            ..Detected::DEFAULT
        };
    }
    match whatlang::detect(sample) {
        Some(found) if found.is_reliable() => {
            code(found.lang()).map_or(Detected::DEFAULT, |code| Detected { code, sure: true })
        }
        _ => Detected::DEFAULT,
    }
}

/// Whether one word in seven at the start of `text` is a frequent German one. In German it is
/// one in three, in other languages at most one in twenty.
fn has_german_words(text: &str) -> bool {
    let (mut german, mut all) = (0, 0);
    for word in text.split_whitespace().take(FIRST_WORDS) {
        all += 1;
        german += usize::from(FREQUENT.contains(&word));
    }
    all >= ENOUGH_WORDS && german * 7 >= all
}

/// The beginning of a text that is looked at.
fn beginning(text: &str) -> &str {
    let mut end = SAMPLE.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The two-letter code of the languages a reader of German articles is likely to meet.
fn code(language: Lang) -> Option<[u8; 2]> {
    let code = match language {
        Lang::Deu => b"de",
        Lang::Eng => b"en",
        Lang::Fra => b"fr",
        Lang::Spa => b"es",
        Lang::Ita => b"it",
        Lang::Por => b"pt",
        Lang::Nld => b"nl",
        Lang::Afr => b"af",
        Lang::Dan => b"da",
        Lang::Swe => b"sv",
        Lang::Nob => b"nb",
        Lang::Fin => b"fi",
        Lang::Est => b"et",
        Lang::Lav => b"lv",
        Lang::Lit => b"lt",
        Lang::Pol => b"pl",
        Lang::Ces => b"cs",
        Lang::Slk => b"sk",
        Lang::Slv => b"sl",
        Lang::Hrv => b"hr",
        Lang::Srp => b"sr",
        Lang::Mkd => b"mk",
        Lang::Bul => b"bg",
        Lang::Ron => b"ro",
        Lang::Hun => b"hu",
        Lang::Ell => b"el",
        Lang::Tur => b"tr",
        Lang::Aze => b"az",
        Lang::Rus => b"ru",
        Lang::Ukr => b"uk",
        Lang::Bel => b"be",
        Lang::Kat => b"ka",
        Lang::Hye => b"hy",
        Lang::Ara => b"ar",
        Lang::Heb => b"he",
        Lang::Yid => b"yi",
        Lang::Pes => b"fa",
        Lang::Urd => b"ur",
        Lang::Hin => b"hi",
        Lang::Ben => b"bn",
        Lang::Tam => b"ta",
        Lang::Cmn => b"zh",
        Lang::Jpn => b"ja",
        Lang::Kor => b"ko",
        Lang::Vie => b"vi",
        Lang::Tha => b"th",
        Lang::Ind => b"id",
        Lang::Cat => b"ca",
        Lang::Epo => b"eo",
        Lang::Lat => b"la",
        Lang::Cym => b"cy",
        _ => return None,
    };
    Some(*code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_are_german_and_long_ones_are_what_they_are() {
        assert_eq!(detect("Kim"), Detected::DEFAULT);
        let german = "Der russische Präsident hat am Montag den nordkoreanischen Machthaber zu Gesprächen empfangen.";
        assert_eq!(
            detect(german),
            Detected {
                code: *b"de",
                sure: true
            }
        );
        let english = "The president of the country received the leader of the other country on Monday for long talks.";
        assert_eq!(
            detect(english),
            Detected {
                code: *b"en",
                sure: true
            }
        );
    }
}
