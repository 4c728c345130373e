//! Citations as links that a terminal opens (OSC 8), by a template of the user's.

use std::fmt::Write;
use std::path::PathBuf;

use crate::evidence::Citation;

/// What the link of a citation looks like: an address with places such as `{path}` in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkTemplate {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Literal(String),
    Host,
    Path,
    Line,
    Column,
}

/// The places of a template.
const PLACES: [(&str, Piece); 4] = [
    ("{host}", Piece::Host),
    ("{path}", Piece::Path),
    ("{line}", Piece::Line),
    ("{column}", Piece::Column),
];

/// Why a template is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// Nothing says which file is meant.
    #[error("a link needs the place {{path}}, as in \"file://{{host}}{{path}}\"")]
    NoPath,
    /// It does not begin as an address does.
    #[error("a link begins with a scheme such as file:// or vscode://")]
    NoScheme,
    /// A place that does not exist.
    #[error("there is no place {0}; the places are {{path}}, {{line}}, {{column}}, {{host}}")]
    UnknownPlace(String),
    /// A character that may not stand in an address.
    #[error("{0:?} cannot stand in a link; write it as %XX")]
    Sign(char),
}

impl LinkTemplate {
    /// Reads a template: printable ASCII that begins with a scheme and holds `{path}`; it may hold
    /// `{line}`, `{column}` and `{host}`, too.
    ///
    /// # Errors
    /// [`LinkError`] says what is wrong with it.
    ///
    /// ```
    /// use beleg::render::LinkTemplate;
    /// assert!(LinkTemplate::read("vscode://file{path}:{line}:{column}").is_ok());
    /// assert!(LinkTemplate::read("{path}").is_err());
    /// ```
    pub fn read(text: &str) -> Result<Self, LinkError> {
        if let Some(sign) = text.chars().find(|sign| !sign.is_ascii_graphic()) {
            return Err(LinkError::Sign(sign));
        }
        if !begins_with_scheme(text) {
            return Err(LinkError::NoScheme);
        }
        let template = Self {
            pieces: pieces(text)?,
        };
        match template.pieces.contains(&Piece::Path) {
            true => Ok(template),
            false => Err(LinkError::NoPath),
        }
    }

    /// As it is written.
    pub fn text(&self) -> String {
        let written = |piece: &Piece| match piece {
            Piece::Literal(text) => text.clone(),
            place => {
                let known = PLACES.iter().find(|(_, known)| known == place);
                known.map_or_else(String::new, |(name, _)| (*name).to_owned())
            }
        };
        self.pieces.iter().map(written).collect()
    }
}

fn begins_with_scheme(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, _)| {
        let is_of_scheme = |sign: char| sign.is_ascii_alphanumeric() || "+-.".contains(sign);
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.chars().all(is_of_scheme)
    })
}

fn pieces(text: &str) -> Result<Vec<Piece>, LinkError> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        if open > 0 {
            pieces.push(Piece::Literal(rest[..open].to_owned()));
        }
        rest = &rest[open..];
        let end = rest.find('}').map_or(rest.len(), |close| close + 1);
        let named = PLACES.iter().find(|(name, _)| *name == &rest[..end]);
        let (_, piece) = named.ok_or_else(|| LinkError::UnknownPlace(rest[..end].to_owned()))?;
        pieces.push(piece.clone());
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Literal(rest.to_owned()));
    }
    Ok(pieces)
}

/// What turns citations into links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    /// What a link looks like.
    pub template: LinkTemplate,
    /// The name of this machine, which lets a terminal tell its files from those of another; may be
    /// empty.
    pub host: String,
    /// The folder that paths of citations are relative to, absolute.
    pub here: PathBuf,
}

impl Links {
    /// The address of a citation. There is none for a path that is not Unicode, which a citation
    /// cannot show exactly.
    pub(super) fn address(&self, citation: &Citation) -> Option<String> {
        let path = self.here.join(&citation.path);
        let path = path.to_str().filter(|path| !path.contains('\u{fffd}'))?;
        let mut address = String::new();
        for piece in &self.template.pieces {
            match piece {
                Piece::Literal(text) => address.push_str(text),
                Piece::Host => address.push_str(&self.host),
                Piece::Line => address.push_str(&citation.line.to_string()),
                Piece::Column => address.push_str(&citation.column.to_string()),
                Piece::Path => push_path(&mut address, path),
            }
        }
        Some(address)
    }

    /// A text that leads to the citation where it is clicked.
    pub(super) fn linked(&self, citation: &Citation, text: &str) -> String {
        match self.address(citation) {
            Some(address) => format!("\u{1b}]8;;{address}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\"),
            None => text.to_owned(),
        }
    }
}

/// Adds an absolute path. One slash is enough where the template has it already, as in
/// `vscode://file/{path}`; behind `://` the host is left out and the path keeps its own.
fn push_path(address: &mut String, path: &str) {
    let has_slash = address.ends_with('/') && !address.ends_with("://");
    let path = path.strip_prefix('/').filter(|_| has_slash).unwrap_or(path);
    for &byte in path.as_bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => address.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => address.push(char::from(byte)),
            // RFC 3986: all else is written as its bytes, in capitals.
            byte => write!(address, "%{byte:02X}").expect("a text takes all that is written"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn citation(path: &str) -> Citation {
        Citation {
            path: path.to_owned(),
            record: None,
            member: None,
            page: None,
            part: None,
            line: 11,
            column: 5,
            bytes: crate::span::FileSpan::new(0, 1),
            quote: String::new(),
            prefix: String::new(),
            suffix: String::new(),
            sha256: String::new(),
        }
    }

    fn address(template: &str, path: &str) -> Option<String> {
        let links = Links {
            template: LinkTemplate::read(template).expect("a template"),
            host: "rechner".to_owned(),
            here: "/daten".into(),
        };
        links.address(&citation(path))
    }

    #[test]
    fn a_path_is_written_so_that_every_byte_of_it_is_kept() {
        assert_eq!(
            address("file://{host}{path}", "Ä b/50%;#1?.txt").as_deref(),
            Some("file://rechner/daten/%C3%84%20b/50%25%3B%231%3F.txt")
        );
        assert_eq!(
            address("x:{path}", "a\u{1b}\\:b"),
            Some("x:/daten/a%1B%5C%3Ab".to_owned())
        );
        assert_eq!(address("file://{path}", "nicht\u{fffd}lesbar"), None);
    }

    #[test]
    fn an_editor_is_led_to_line_and_column() {
        let expected = Some("vscode://file/daten/a.txt:11:5".to_owned());
        assert_eq!(
            address("vscode://file{path}:{line}:{column}", "a.txt"),
            expected
        );
        assert_eq!(
            address("vscode://file/{path}:{line}:{column}", "a.txt"),
            expected
        );
        assert_eq!(
            address("file://{path}", "/b/a.txt").as_deref(),
            Some("file:///b/a.txt")
        );
    }

    #[test]
    fn what_is_no_template_says_why() {
        let error = |text| {
            LinkTemplate::read(text)
                .expect_err("it is none")
                .to_string()
        };
        assert!(error("file://{pfad}").contains("no place {pfad}"));
        assert!(error("file://{path").contains("no place {path"));
        assert!(error("file://x").contains("needs the place {path}"));
        assert!(error("{path}").contains("scheme"));
        assert!(error("file://ü{path}").contains("%XX"));
        assert!(error("file://\u{1b}{path}").contains("%XX"));
    }

    #[test]
    fn a_template_is_told_as_it_was_written() {
        let text = "edit://open?f={path}&l={line}&c={column}&h={host}";
        assert_eq!(LinkTemplate::read(text).expect("a template").text(), text);
    }
}
