//! Entries of BibTeX as biber reads them: UTF-8, with the fields of biblatex.

use std::io::{self, Write};

use super::author::Author;
use super::{Entry, EntryKind};

/// Writes an entry.
pub(super) fn write(out: &mut dyn Write, entry: &Entry) -> io::Result<()> {
    let kind = match entry.kind {
        EntryKind::Article => "article",
        EntryKind::Page => "online",
        EntryKind::Document => "misc",
    };
    writeln!(out, "@{kind}{{{},", entry.key)?;
    if !entry.authors.is_empty() {
        let names: Vec<String> = entry.authors.iter().map(author).collect();
        field(out, "author", &names.join(" and "))?;
    }
    field(out, "title", &title(entry))?;
    optional(out, "journal", entry.outlet.as_deref().map(escaped))?;
    optional(out, "date", entry.date.clone())?;
    optional(out, "url", entry.url.as_deref().map(url))?;
    optional(out, "langid", language(&entry.language).map(str::to_owned))?;
    match is_verbatim(&entry.path) {
        true => field(out, "file", &entry.path)?,
        false => field(out, "note", &escaped(&entry.path))?,
    }
    let record = entry.record.as_deref();
    optional(
        out,
        "addendum",
        record.map(|record| escaped(&format!("Record {record}"))),
    )?;
    writeln!(out, "}}")
}

fn optional(out: &mut dyn Write, name: &str, value: Option<String>) -> io::Result<()> {
    value.map_or(Ok(()), |value| field(out, name, &value))
}

fn field(out: &mut dyn Write, name: &str, value: &str) -> io::Result<()> {
    writeln!(out, "  {name:<8} = {{{value}}},")
}

/// Styles write the words of an English title small; those of other languages are protected from it.
fn title(entry: &Entry) -> String {
    match entry.language.as_str() {
        "en" => escaped(&entry.title),
        _ => format!("{{{}}}", escaped(&entry.title)),
    }
}

fn author(author: &Author) -> String {
    match author {
        Author::Person { family, given } => format!("{}, {}", escaped(family), escaped(given)),
        Author::Literal(name) => format!("{{{}}}", escaped(name)),
    }
}

/// The language as babel calls it.
fn language(code: &str) -> Option<&'static str> {
    Some(match code {
        "de" => "ngerman",
        "en" => "english",
        "fr" => "french",
        "es" => "spanish",
        "it" => "italian",
        "nl" => "dutch",
        "pl" => "polish",
        "ru" => "russian",
        _ => return None,
    })
}

/// Text in which nothing is a command. Braces are written by name: biber counts them even behind a
/// backslash.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for sign in text.chars() {
        match sign {
            '{' => safe.push_str("\\textbraceleft{}"),
            '}' => safe.push_str("\\textbraceright{}"),
            '\\' => safe.push_str("\\textbackslash{}"),
            '~' => safe.push_str("\\textasciitilde{}"),
            '^' => safe.push_str("\\textasciicircum{}"),
            '%' | '&' | '$' | '#' | '_' => safe.extend(['\\', sign]),
            sign => safe.push(sign),
        }
    }
    safe
}

/// An address, which biber takes as it is, with what would end the field in its percent form.
fn url(url: &str) -> String {
    let mut safe = String::with_capacity(url.len());
    for sign in url.chars() {
        match sign {
            '{' => safe.push_str("%7B"),
            '}' => safe.push_str("%7D"),
            '\\' => safe.push_str("%5C"),
            ' ' => safe.push_str("%20"),
            sign => safe.push(sign),
        }
    }
    safe
}

/// Whether a path can stand in a field that is taken as it is.
fn is_verbatim(path: &str) -> bool {
    !path.contains(['{', '}', '\\', '%', ';'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_a_command() {
        assert_eq!(
            escaped("50 % für A&B_C #1 {x}"),
            r"50 \% für A\&B\_C \#1 \textbraceleft{}x\textbraceright{}"
        );
        assert_eq!(escaped(r"\input"), r"\textbackslash{}input");
        assert_eq!(escaped("}"), r"\textbraceright{}");
    }

    #[test]
    fn an_address_cannot_end_its_field() {
        assert_eq!(
            url("https://a.de/x_y?a=1&b=%20}"),
            "https://a.de/x_y?a=1&b=%20%7D"
        );
    }
}
