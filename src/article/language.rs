//! The language of an article.

use super::said::{self, Property, Statement};
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
///
/// Pages are often made from a template in another language: where the text surely shows another
/// one, that counts, unless the user or a field of the record says so.
pub(super) fn language(said: &[Statement], text: &str) -> Known<Language> {
    let found = detect(text);
    if let Some(known) = said::surest(said, Property::Language, named)
        && (is_meant(known.origin) || !found.sure || known.value.0 == found.code)
    {
        return known;
    }
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

/// Whether somebody meant this article when the language was noted there.
fn is_meant(origin: Origin) -> bool {
    matches!(
        origin,
        Origin::Sidecar | Origin::Table | Origin::Field | Origin::FrontMatter
    )
}

/// The language of a tag.
pub(super) fn named(tag: &str) -> Option<Language> {
    primary_code(tag).map(Language)
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
        let said = |origin, tag| [Statement::new(Property::Language, origin, tag)];
        let field = said(Origin::Field, "de-CH");
        assert_eq!(language(&field, text).value, Language(*b"de"));
        assert_eq!(language(&[], text).value, Language(*b"en"));
        let unknown = said(Origin::Field, "englisch");
        assert_eq!(language(&unknown, text).origin, Origin::Text);
        assert_eq!(language(&[], "Kim").origin, Origin::Default);
    }

    #[test]
    fn a_template_in_another_language_does_not_decide() {
        let text = "The president of the country received the leader of the other country today.";
        let markup = [Statement::new(Property::Language, Origin::Markup, "de")];
        assert_eq!(language(&markup, text).value, Language(*b"en"));
        assert_eq!(language(&markup, "Kim").value, Language(*b"de"));
    }
}
