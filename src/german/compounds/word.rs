//! A word made ready for look-ups.

/// Longer words (in bytes) are no words and stay whole.
pub(super) const LONGEST: usize = 96;

/// Shorter words (in bytes) have no two parts.
const SHORTEST: usize = 6;

/// A word and its look-up key, which is byte for byte as long as the word.
pub(super) struct Word<'a> {
    surface: &'a str,
    key: [u8; LONGEST],
    case: Case,
}

/// How a word is written, which tells nouns from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// A verb, an adjective or the like.
    Lower,
    /// A noun, a name, or whatever opens a sentence.
    Capital,
}

impl<'a> Word<'a> {
    /// `None` for what cannot be a compound: too short, too long, not all letters.
    pub(super) fn new(surface: &'a str) -> Option<Self> {
        if !(SHORTEST..=LONGEST).contains(&surface.len()) {
            return None;
        }
        let mut key = [0; LONGEST];
        for (at, letter) in surface.char_indices() {
            let place = &mut key[at..at + letter.len_utf8()];
            if letter == 'ß' {
                place.copy_from_slice(b"ss");
                continue;
            }
            let lower = letter.to_lowercase().next()?;
            if !letter.is_alphabetic() || lower.len_utf8() != letter.len_utf8() {
                return None;
            }
            lower.encode_utf8(place);
        }
        let capital = surface.chars().next()?.is_uppercase();
        Some(Self {
            surface,
            key,
            case: if capital { Case::Capital } else { Case::Lower },
        })
    }

    pub(super) fn key(&self) -> &str {
        std::str::from_utf8(self.bytes()).unwrap_or_default()
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.key[..self.surface.len()]
    }

    pub(super) fn case(&self) -> Case {
        self.case
    }

    /// Whether the word may be cut before this byte: not inside an ß.
    pub(super) fn may_cut(&self, at: usize) -> bool {
        self.surface.is_char_boundary(at)
    }
}
