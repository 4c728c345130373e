//! `beleg search --batch`: many queries, one after another, each taken as plain words.

use std::io::{BufRead, Write};
use std::path::Path;

use anyhow::Context;

use super::arguments::{SearchArguments, SearchFormat};
use super::settings::Settings;
use super::{Outcome, search, stream};
use crate::archive::{Archive, SearchOptions, Sort};
use crate::query::{self, Query, Since};
use crate::render::Printer;

/// The longest line that is taken for a query, in bytes; whole articles are not asked for.
const LONGEST_LINE: usize = 64 * 1024;

/// Answers every line that can be read, and says which cannot.
///
/// # Errors
/// When the file cannot be read or holds no query at all.
pub fn run(settings: &Settings, typed: &SearchArguments, file: &Path) -> anyhow::Result<Outcome> {
    let lines = stream::input(file)?;
    let archive = search::open(settings, typed)?;
    let options = settings.search_options(typed);
    let format = settings.search_format(typed.format);
    let mut complaints = settings.complaints(format);
    let mut printer = settings.printer(format);
    let is_run = typed.format == SearchFormat::Trec && options.sort == Sort::Relevance;
    let run_depth = options.limit.filter(|_| is_run);
    let mut asked = 0;
    let mut outcome = Outcome::Nothing;
    for (number, line) in (1..).zip(lines.split(b'\n')) {
        let line = line.with_context(|| format!("cannot read {}", stream::name(file)))?;
        match BatchLine::read(number, &line) {
            Ok(line) => {
                asked += 1;
                let line = line.since(typed.since.as_ref());
                let found = match run_depth {
                    Some(limit) => rank(&archive, limit, &mut printer, &line)?,
                    None => answer(&archive, &options, &mut printer, &line)?,
                };
                if found {
                    outcome = Outcome::Found;
                }
            }
            Err(fault) => {
                complaints.complain(format!("{}:{number}: {fault}", stream::name(file)));
            }
        }
    }
    anyhow::ensure!(
        asked > 0,
        "{} holds no query; write one a line, or id<TAB>query",
        stream::name(file)
    );
    printer.flush()?;
    stream::draw(printer.remarks());
    Ok(outcome)
}

/// Answers a query, and tells whether anything was found.
fn answer<W: Write>(
    archive: &Archive,
    options: &SearchOptions,
    printer: &mut Printer<W>,
    line: &BatchLine,
) -> anyhow::Result<bool> {
    printer.begin(&line.query.text, Some(&line.id))?;
    let summary = archive.search(&line.query, options, &mut |hit| printer.hit(&hit))?;
    printer.summary(&summary)?;
    Ok(summary.articles_found > 0)
}

/// Ranks the articles for a query without reading their texts, which costs a run most of its time.
fn rank<W: Write>(
    archive: &Archive,
    limit: usize,
    printer: &mut Printer<W>,
    line: &BatchLine,
) -> anyhow::Result<bool> {
    printer.begin(&line.query.text, Some(&line.id))?;
    let ranking = archive.ranking(&line.query, limit)?;
    for (place, article) in (1..).zip(&ranking) {
        printer.ranked(place, &article.docid, article.score)?;
    }
    Ok(!ranking.is_empty())
}

impl BatchLine {
    /// The same query, of articles published in that time alone, if one is named.
    fn since(self, since: Option<&Since>) -> Self {
        match since {
            Some(since) => Self {
                query: self.query.since(since),
                ..self
            },
            None => self,
        }
    }
}

/// A query with its id: the one before the tab, else the number of its line.
#[derive(Debug, PartialEq)]
pub struct BatchLine {
    /// Its name.
    pub id: String,
    /// The query.
    pub query: Query,
}

impl BatchLine {
    /// Reads a line; an error says what is wrong with it.
    pub fn read(number: u64, line: &[u8]) -> Result<Self, &'static str> {
        if line.len() > LONGEST_LINE {
            return Err("longer than any query; this line is left out");
        }
        let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
        let line = str::from_utf8(line).map_err(|_| "not UTF-8; this line is left out")?;
        let (id, text) = match line.split_once('\t') {
            Some((id, text)) => (id.trim().to_owned(), text.trim()),
            None => (number.to_string(), line.trim()),
        };
        let query = query::plain(text);
        match (id.is_empty(), query.leaves().is_empty()) {
            (true, _) => Err("no id before the tab; this line is left out"),
            (_, true) => Err("no word to search for; this line is left out"),
            _ => Ok(Self { id, query }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &[u8]) -> Result<(String, String), &'static str> {
        BatchLine::read(7, line).map(|line| (line.id, line.query.text))
    }

    fn pair(id: &str, text: &str) -> (String, String) {
        (id.to_owned(), text.to_owned())
    }

    #[test]
    fn a_line_is_a_query_or_an_id_and_a_query() {
        assert_eq!(
            read(b"Munition aus Korea\r"),
            Ok(pair("7", "Munition aus Korea"))
        );
        assert_eq!(read(b"q1\tMunition"), Ok(pair("q1", "Munition")));
    }

    #[test]
    fn a_faulty_line_says_what_is_wrong() {
        for line in [
            &b"M\xfcnchen"[..],
            b"",
            b"  ",
            b"q1\t",
            b"q1\t???",
            b"\tMunition",
        ] {
            assert!(read(line).is_err(), "{line:?}");
        }
        assert!(read(&b"Munition ".repeat(10_000)).is_err());
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_first_query() {
        assert_eq!(read(b"\xef\xbb\xbfMunition"), Ok(pair("7", "Munition")));
    }
}
