//! The language of an article.

use super::{Known, Language, Origin};
use crate::german::detect;

impl Language {
    /// The two letters of ISO 639-1.
    pub fn code(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or("de")
    }

    /// Whether the German chain is for it.
    pub fn is_german(self) -> bool {
        self.0 == *b"de"
    }
}

/// The language that the record names, else the one its text shows, else German.
pub(super) fn language(field: Option<&str>, text: &str) -> Known<Language> {
    if let Some(code) = field.and_then(primary_code) {
        return Known {
            value: Language(code),
            origin: Origin::Field,
        };
    }
    let found = detect(text);
    let origin = if found.sure {
        Origin::Text
    } else {
        Origin::Default
    };
    Known {
        value: Language(found.code),
        origin,
    }
}

/// The two letters at the start of a language tag (BCP 47): `de`, `de-CH`, `DE_at`.
fn primary_code(tag: &str) -> Option<[u8; 2]> {
    let primary = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    let code: [u8; 2] = primary.as_bytes().try_into().ok()?;
    code.iter().all(u8::is_ascii_lowercase).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_record_says_wins() {
        let text = "The president of the country received the leader of the other country today.";
        assert_eq!(language(Some("de-CH"), text).value, Language(*b"de"));
        assert_eq!(language(None, text).value, Language(*b"en"));
        assert_eq!(language(Some("englisch"), text).origin, Origin::Text);
        assert_eq!(language(None, "Kim").origin, Origin::Default);
    }
}
