//! The fields a query may name, and what may stand behind their colons.

use super::ast::{LeafKind, TextField};
use super::date;
use super::error::{Fault, QueryError};
use super::{quote, word};

/// A field of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Source,
    Author,
    Person,
    Language,
    Type,
    Date,
}

/// Each field with the words that people try first.
const FIELDS: [(Field, &[&str]); 7] = [
    (Field::Title, &["titel", "überschrift", "headline"]),
    (Field::Source, &["quelle", "pfad", "path", "file", "site"]),
    (Field::Author, &["autor", "autorin", "by", "von"]),
    (Field::Person, &["name", "personen"]),
    (Field::Language, &["sprache", "language"]),
    (Field::Type, &["typ", "format", "filetype", "ext"]),
    (Field::Date, &["datum", "jahr", "year", "before", "after"]),
];

impl Field {
    /// The field of that name, whatever its case.
    pub(super) fn named(name: &str) -> Option<Field> {
        let name = name.to_lowercase();
        FIELDS
            .iter()
            .map(|(field, _)| *field)
            .find(|field| field.name() == name)
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Source => "source",
            Field::Author => "author",
            Field::Person => "person",
            Field::Language => "lang",
            Field::Type => "type",
            Field::Date => "date",
        }
    }

    /// What `field:value` looks for.
    pub(super) fn leaf(self, value: &str) -> Result<LeafKind, Fault> {
        let text = |field| {
            Ok(LeafKind::Text {
                field,
                text: value.to_owned(),
            })
        };
        match self {
            Field::Title => text(TextField::Title),
            Field::Author => text(TextField::Author),
            Field::Person => text(TextField::Person),
            Field::Source => Ok(LeafKind::Source(value.to_owned())),
            Field::Language => language(value),
            Field::Type => file_type(value),
            Field::Date => date::leaf(value),
        }
    }
}

/// What the field at `start` asks for and where it ends; `None` when the stretch names no field.
///
/// The stretch ends at a blank, bracket or quotation mark, so a value in quotes lies behind it.
pub(super) fn read(
    text: &str,
    start: usize,
    stretch: &str,
) -> Result<Option<(usize, LeafKind)>, QueryError> {
    let Some(name) = name_of(stretch) else {
        return Ok(None);
    };
    let value_start = start + name.len() + 1;
    let end = start + stretch.len();
    let follows = text[value_start..].chars().next();
    let has_value = follows.is_some_and(|sign| !sign.is_whitespace() && sign != ')');
    match (Field::named(name), follows) {
        // `Frage: …` and `Person: …` are text; who writes `person: …` means the field.
        (None, _) if !has_value => Ok(None),
        (Some(field), _) if !has_value && name != field.name() => Ok(None),
        (None, _) => {
            let (name, nearest) = (name.to_owned(), nearest(name));
            let fault = Fault::UnknownField { name, nearest };
            Err(QueryError::at(start, value_start, fault))
        }
        (Some(field), Some(mark)) if quote::opens(mark) => {
            read_quoted(field, text, value_start).map(Some)
        }
        (Some(field), _) if value_start < end => {
            let read = read_value(field, &text[value_start..end]);
            let (length, kind) = read.map_err(|error| error.within(value_start))?;
            Ok(Some((value_start + length, kind)))
        }
        (Some(field), _) => {
            let fault = Fault::EmptyField(field.name());
            Err(QueryError::at(start, value_start, fault))
        }
    }
}

/// The name before the first colon when a field may be meant: letters only, with a value behind.
///
/// `4:51` names no field, nor does the colon of `Bürger:innen`.
fn name_of(stretch: &str) -> Option<&str> {
    let (name, value) = stretch.split_once(':')?;
    let is_name = !name.is_empty() && name.chars().all(char::is_alphabetic);
    let field = Field::named(name);
    let is_value = value.is_empty()
        || word::has_letters(value)
        || field.is_some_and(|field| field.name() == name);
    let is_gendered = field.is_none() && word::is_gender_ending(&value[..word::trimmed(value).end]);
    (is_name && is_value && !is_gendered).then_some(name)
}

/// What `field:"…"` asks for, and where it ends.
fn read_quoted(field: Field, text: &str, open: usize) -> Result<(usize, LeafKind), QueryError> {
    let (end, phrase) = quote::read(text, open)?;
    let LeafKind::Phrase(value) = phrase else {
        return Err(QueryError::at(open, end, Fault::OperatorInText('~')));
    };
    match field.leaf(&value) {
        Ok(kind) => Ok((end, kind)),
        Err(fault) => Err(QueryError::at(open, end, fault)),
    }
}

/// What `field:value` asks for, and how many bytes of the value do.
fn read_value(field: Field, value: &str) -> Result<(usize, LeafKind), QueryError> {
    word::refuse_foreign(value)?;
    let end = match field {
        // The dots of `2023..` belong to the range.
        Field::Date => value.trim_end_matches(['?', '!', ',', ';']).len(),
        _ => word::trimmed(value).end,
    };
    let text = &value[..end];
    if let Some((at, operator)) = text
        .char_indices()
        .find(|(_, sign)| matches!(sign, '*' | '~'))
    {
        return Err(QueryError::at(at, at + 1, Fault::OperatorInText(operator)));
    }
    let is_value = word::has_letters(text) || (field == Field::Date && !text.is_empty());
    if text.starts_with(['+', '-']) || !is_value {
        return Err(QueryError::at(
            0,
            value.len(),
            Fault::EmptyField(field.name()),
        ));
    }
    match field.leaf(text) {
        Ok(kind) => Ok((end, kind)),
        Err(fault) => Err(QueryError::at(0, end, fault)),
    }
}

/// All field names as a list for people.
pub(super) fn names() -> String {
    FIELDS.map(|(field, _)| field.name()).join(", ")
}

/// The name of the field that was probably meant by an unknown one, if any comes near.
pub(super) fn nearest(name: &str) -> Option<&'static str> {
    /// More edits than that make another word of a name of four to six letters.
    const NEAR: usize = 2;
    let name = name.to_lowercase();
    let distance = |(field, others): &(Field, &[&str])| {
        if others.contains(&name.as_str()) {
            0
        } else {
            edits(&name, field.name())
        }
    };
    FIELDS
        .iter()
        .map(|field| (distance(field), field.0.name()))
        .min()
        .filter(|(distance, _)| *distance <= NEAR)
        .map(|(_, name)| name)
}

/// How many letters must be changed, added or left out to make `from` into `to` (Levenshtein).
///
/// Looks at the first letters only: field names are short, and so the work stays small.
fn edits(from: &str, to: &str) -> usize {
    const LETTERS: usize = 16;
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (i, a) in from.chars().take(LETTERS).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in to.chars().enumerate() {
            let substituted = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}

fn language(value: &str) -> Result<LeafKind, Fault> {
    if value.len() == 2 && value.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        Ok(LeafKind::Language(value.to_ascii_lowercase()))
    } else {
        Err(Fault::BadLanguage(value.to_owned()))
    }
}

fn file_type(value: &str) -> Result<LeafKind, Fault> {
    let ending = value.strip_prefix('.').unwrap_or(value);
    if !ending.is_empty() && ending.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        Ok(LeafKind::Type(ending.to_ascii_lowercase()))
    } else {
        Err(Fault::BadType(value.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_or_german_name_leads_to_the_field() {
        assert_eq!(nearest("tilte"), Some("title"));
        assert_eq!(nearest("quelle"), Some("source"));
        assert_eq!(nearest("Datum"), Some("date"));
        assert_eq!(nearest("autors"), Some("author"));
        assert_eq!(nearest("foo"), None);
    }
}
