//! Sentences that dispute what was said before them.

/// Verbs of denial in the forms in which news use them.
const DENIALS: [&str; 16] = [
    "bestreitet",
    "bestritt",
    "bestreiten",
    "bestritten",
    "dementiert",
    "dementierte",
    "dementierten",
    "leugnet",
    "leugnete",
    "leugnen",
    "widerspricht",
    "widersprach",
    "widersprachen",
    "zurückgewiesen",
    "zurückweisen",
    "abgestritten",
];
/// Words that point back.
const BACK: [&str; 12] = [
    "das",
    "dies",
    "diese",
    "den",
    "dem",
    "vorwürfe",
    "vorwurf",
    "darstellung",
    "anschuldigungen",
    "angaben",
    "behauptung",
    "behauptungen",
];
/// The most words of such a sentence; longer ones tell of something else.
const MOST_WORDS: usize = 16;

/// Whether a sentence says that somebody denies what stands before it: `Pjöngjang bestreitet das.`
pub fn disputes(sentence: &str) -> bool {
    let words: Vec<String> = sentence
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let has = |wanted: &str| words.iter().any(|word| word == wanted);
    let rejects = has("zurück") && (has("weist") || has("wies") || has("weisen") || has("wiesen"));
    let denies = rejects || DENIALS.iter().any(|denial| has(denial));
    denies && words.len() <= MOST_WORDS && BACK.iter().any(|back| has(back))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_denial_points_back() {
        for sentence in [
            "Pjöngjang bestreitet das.",
            "Die Regierung weist diese Darstellung zurück.",
            "Der Konzern dementierte den Bericht.",
        ] {
            assert!(disputes(sentence), "{sentence}");
        }
        assert!(!disputes("Er wies auf die Gefahren hin."));
        assert!(!disputes("Das ist unbestritten."));
    }
}
