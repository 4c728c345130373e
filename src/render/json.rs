//! Writes the lines of [`super::wire`].

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::kwic;
use super::sanitize::is_unsafe;
use super::wire;
use crate::evidence::{
    CheckSummary, Duplicates, Evidence, Hit, Mention, MentionSummary, NamedPlace, PeopleSummary,
    Person, Sentence, SettingsReport, Shown, Skipped, Status, Summary, Token, UnsureDate, Verdict,
};

/// JSON Lines being written: the name of the query in a batch.
#[derive(Default)]
pub(super) struct Lines {
    id: Option<String>,
}

impl Lines {
    pub(super) fn begin(
        &mut self,
        out: &mut dyn Write,
        query: &str,
        id: Option<&str>,
    ) -> io::Result<()> {
        self.id = id.map(str::to_owned);
        let begin = wire::Begin {
            schema: wire::SCHEMA,
            version: env!("CARGO_PKG_VERSION"),
            query,
        };
        self.line(out, "begin", begin)
    }

    pub(super) fn hit(&self, out: &mut dyn Write, hit: &Hit) -> io::Result<()> {
        self.line(out, "hit", wire::Hit::from(hit))
    }

    pub(super) fn keyword(&self, out: &mut dyn Write, line: &kwic::Line) -> io::Result<()> {
        self.line(out, "keyword", wire::Keyword::from(line))
    }

    pub(super) fn verdict(&self, out: &mut dyn Write, verdict: &Verdict) -> io::Result<()> {
        self.line(out, "verdict", wire::Verdict::from(verdict))
    }

    pub(super) fn evidence(&self, out: &mut dyn Write, found: &Evidence) -> io::Result<()> {
        self.line(out, "evidence", wire::Evidence::from(found))
    }

    pub(super) fn check_summary(
        &self,
        out: &mut dyn Write,
        summary: &CheckSummary,
    ) -> io::Result<()> {
        self.line(out, "summary", wire::CheckSummary::from(summary))
    }

    pub(super) fn summary(&self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        self.line(out, "summary", wire::Summary::from(summary))
    }

    pub(super) fn skipped(&self, out: &mut dyn Write, list: &[Skipped]) -> io::Result<()> {
        list.iter()
            .try_for_each(|skipped| self.line(out, "skipped", wire::Skipped::from(skipped)))
    }

    pub(super) fn unsure_dates(&self, out: &mut dyn Write, list: &[UnsureDate]) -> io::Result<()> {
        list.iter()
            .try_for_each(|unsure| self.line(out, "undated", wire::Undated::from(unsure)))
    }

    pub(super) fn status(&self, out: &mut dyn Write, status: &Status) -> io::Result<()> {
        self.line(out, "status", wire::Status::from(status))
    }

    pub(super) fn duplicates(&self, out: &mut dyn Write, found: &Duplicates) -> io::Result<()> {
        for group in &found.groups {
            self.line(out, "duplicates", wire::Group::from(group))?;
        }
        self.line(out, "summary", wire::DuplicateSummary::from(found))
    }

    pub(super) fn settings(&self, out: &mut dyn Write, report: &SettingsReport) -> io::Result<()> {
        self.line(out, "config", wire::Settings::from(report))
    }

    pub(super) fn shown(&self, out: &mut dyn Write, shown: &Shown) -> io::Result<()> {
        self.line(out, "show", wire::Shown::from(shown))
    }

    pub(super) fn tokens(&self, out: &mut dyn Write, tokens: &[Token]) -> io::Result<()> {
        tokens.iter().try_for_each(|token| {
            let id = token.record.as_deref();
            write(
                out,
                &wire::Line {
                    kind: "token",
                    id,
                    data: wire::Token::from(token),
                },
            )
        })
    }

    pub(super) fn mention(&self, out: &mut dyn Write, mention: &Mention) -> io::Result<()> {
        self.line(out, "mention", wire::Mention::from(mention))
    }

    /// Whom an ambiguous name may mean goes before the summary.
    pub(super) fn mention_summary(
        &self,
        out: &mut dyn Write,
        summary: &MentionSummary,
    ) -> io::Result<()> {
        if !summary.candidates.is_empty() {
            self.line(out, "candidates", wire::Candidates::from(summary))?;
        }
        self.line(out, "summary", wire::MentionSummary::from(summary))
    }

    pub(super) fn person(&self, out: &mut dyn Write, person: &Person) -> io::Result<()> {
        self.line(out, "person", wire::Person::from(person))
    }

    pub(super) fn people_summary(
        &self,
        out: &mut dyn Write,
        summary: &PeopleSummary,
    ) -> io::Result<()> {
        self.line(out, "summary", wire::PeopleSummary::from(summary))
    }

    pub(super) fn named(&self, out: &mut dyn Write, places: &[NamedPlace]) -> io::Result<()> {
        places.iter().try_for_each(|place| {
            let line = wire::Line {
                kind: "person",
                id: place.record.as_deref(),
                data: wire::NamedPlace::from(place),
            };
            write(out, &line)
        })
    }

    pub(super) fn sentences(&self, out: &mut dyn Write, sentences: &[Sentence]) -> io::Result<()> {
        sentences.iter().try_for_each(|sentence| {
            let line = wire::Line {
                kind: "attribution",
                id: sentence.record.as_deref(),
                data: wire::Attribution::from(sentence),
            };
            write(out, &line)
        })
    }

    pub(super) fn line(
        &self,
        out: &mut dyn Write,
        kind: &'static str,
        data: impl Serialize,
    ) -> io::Result<()> {
        write(
            out,
            &wire::Line {
                kind,
                id: self.id.as_deref(),
                data,
            },
        )
    }
}

fn write(out: &mut dyn Write, line: &impl Serialize) -> io::Result<()> {
    object(out, line)?;
    out.write_all(b"\n")
}

/// Writes an object without a line break behind it.
pub(super) fn object(mut out: &mut dyn Write, object: &impl Serialize) -> io::Result<()> {
    object.serialize(&mut Serializer::with_formatter(&mut out, Escaping))?;
    Ok(())
}

/// Compact JSON in which characters that could mislead a terminal are written as `\uXXXX`, which
/// is the same value to a reader.
struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W>(&mut self, out: &mut W, fragment: &str) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        let mut rest = fragment;
        while let Some(at) = rest.find(is_unsafe) {
            out.write_all(&rest.as_bytes()[..at])?;
            let mut signs = rest[at..].chars();
            if let Some(sign) = signs.next() {
                for unit in sign.encode_utf16(&mut [0; 2]) {
                    write!(out, "\\u{unit:04x}")?;
                }
            }
            rest = signs.as_str();
        }
        out.write_all(rest.as_bytes())
    }
}
