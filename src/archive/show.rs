//! A citation in its article.

use std::cmp::Reverse;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::ArchiveError;
use super::open::Archive;
use super::places::file_below;
use crate::article::{BlockText, RecordStart};
use crate::evidence::{Fact, Property, Shown, ShownBlock};
use crate::index::{ArticleRecord, CopiedRecord, Placed, SourceRecord, SourceState};
use crate::search::block_ref;

/// A citation as typed: `path`, `path:line`, `path:line:column`, `path#record` or
/// `path#record:line`.
#[derive(Clone, Copy)]
pub(super) struct Typed<'a> {
    path: &'a str,
    record: Option<&'a str>,
    /// From 1.
    pub(super) line: Option<u32>,
    /// From 1.
    pub(super) column: Option<u32>,
}

/// What a citation names.
pub(super) struct Cited<'a> {
    pub(super) typed: Typed<'a>,
    pub(super) placed: Placed,
    pub(super) blocks: Vec<BlockText>,
    /// The block it means, by its number.
    pub(super) block: Option<u32>,
}

impl Archive {
    /// The article that a citation names, with the block it means.
    ///
    /// # Errors
    /// [`ArchiveError::NotCited`] when the index has no such source, record or line.
    pub fn show(&self, citation: &str) -> Result<Shown, ArchiveError> {
        let Cited {
            placed,
            blocks,
            block,
            ..
        } = self.cited(citation)?;
        let start = placed.start;
        let blocks = blocks
            .into_iter()
            .map(|block| ShownBlock {
                place: block_ref(start, &block),
                text: block.text,
            })
            .collect();
        let unchanged = self.is_unchanged(&placed);
        let facts = facts(&placed.article);
        let notes = placed.article.notes.clone();
        let named = self.hit_article(placed)?;
        Ok(Shown {
            article: named.reference,
            path: named.path,
            sha256: named.sha256,
            unchanged,
            blocks,
            cited: block,
            facts,
            notes,
        })
    }

    /// The article that a citation names, with the block it means.
    pub(super) fn cited<'a>(&self, citation: &'a str) -> Result<Cited<'a>, ArchiveError> {
        let mut refusal = None;
        for typed in readings(citation) {
            let source = match self.cited_source(typed.path)? {
                Some(source) => Some(source),
                None => self.shortened_source(citation, typed.path)?,
            };
            let Some(source) = source else {
                continue;
            };
            match self.cited_in(citation, typed, &source) {
                // The name of a record may end like a line, or the line belong to its name.
                Err(error @ ArchiveError::NotCited { .. }) => refusal = Some(error),
                outcome => return outcome,
            }
        }
        Err(refusal.unwrap_or_else(|| {
            not_cited(
                citation,
                "`beleg status` lists what is; a citation looks like path:line",
            )
        }))
    }

    fn cited_in<'a>(
        &self,
        citation: &str,
        typed: Typed<'a>,
        source: &SourceRecord,
    ) -> Result<Cited<'a>, ArchiveError> {
        if let SourceState::Skipped(reason) = &source.state {
            return Err(not_cited(
                citation,
                &format!("its file was skipped, {reason}"),
            ));
        }
        let placed = self
            .cited_article(&typed, source)?
            .ok_or_else(|| not_cited(citation, self.why_no_record()))?;
        let start = placed.start;
        let blocks = self.blocks(placed.article.key)?;
        let block = match typed.line {
            Some(line) if line > last_line(start, &blocks) => {
                return Err(not_cited(citation, "its file is, but has no such line"));
            }
            Some(line) => cited_block(start, &blocks, line, typed.column),
            None => None,
        };
        Ok(Cited {
            typed,
            placed,
            blocks,
            block,
        })
    }

    /// Why a source that is in the index does not have a record.
    fn why_no_record(&self) -> &'static str {
        match self.reader.manifest().complete {
            true => "its file is, but has no such record",
            false => "its file is, but was not read to its end; run `beleg index`",
        }
    }

    /// The source a path names: relative to the working directory, or to a root.
    fn cited_source(&self, path: &str) -> Result<Option<SourceRecord>, ArchiveError> {
        let roots = &self.reader.manifest().roots;
        let roots = || {
            (0..)
                .zip(roots)
                .map(|(number, root)| (number, Path::new(root)))
        };
        // A source may be a link, which a citation names where it stands, not where it leads to.
        let linked = env::current_dir().and_then(fs::canonicalize);
        let absolute = [linked.map(|here| here.join(path)), fs::canonicalize(path)];
        for path in absolute.iter().flatten() {
            for (number, root) in roots() {
                let Some(name) = relative(path, root) else {
                    continue;
                };
                if let Some(source) = self.reader.source_at(number, &name)? {
                    return Ok(Some(source));
                }
            }
        }
        for (number, _) in roots() {
            if let Some(source) = self.reader.source_at(number, path)? {
                return Ok(Some(source));
            }
        }
        Ok(None)
    }

    fn cited_article(
        &self,
        typed: &Typed<'_>,
        source: &SourceRecord,
    ) -> Result<Option<Placed>, ArchiveError> {
        if let Some(record) = typed.record {
            return Ok(self.reader.placed_record(source, record)?);
        }
        let line = typed.line.unwrap_or(1).saturating_sub(1);
        let records = source.records.iter().map(|(key, start)| (*key, *start));
        let copies = source.copies.iter().map(|copy| (copy.article, copy.start));
        let record = records
            .chain(copies)
            .filter(|(_, start)| start.line <= line)
            // A message comes before what is attached to it.
            .max_by_key(|(key, start)| (start.byte, Reverse(*key)));
        let Some((key, start)) = record else {
            return Ok(None);
        };
        let is_it = |copy: &&CopiedRecord| copy.article == key && copy.start == start;
        match source.copies.iter().find(is_it) {
            Some(copy) => Ok(self.reader.placed_copy(source, copy)?),
            None => Ok(Some(self.reader.placed(self.reader.article(key)?)?)),
        }
    }

    /// All blocks of an article, whole.
    pub(super) fn blocks(&self, article: u64) -> Result<Vec<BlockText>, ArchiveError> {
        let passages = self.reader.passages(article)?.into_iter();
        let mut pieces: Vec<BlockText> = passages.flat_map(|(_, stored)| stored.blocks).collect();
        // What stands around an article has passages of its own behind the others.
        pieces.sort_by_key(|piece| piece.number);
        let whole = pieces.chunk_by(|one, next| one.number == next.number);
        Ok(whole
            .map(|pieces| BlockText::assemble(pieces.to_vec()))
            .collect())
    }

    /// The file that an article stands in.
    pub(super) fn file_of(&self, placed: &Placed) -> PathBuf {
        let root = self.reader.manifest().roots.get(placed.root as usize);
        file_below(root.map_or("", String::as_str), &placed.path)
    }

    /// Whether the source on disk is still the one that was indexed, by size and time of change.
    pub(super) fn is_unchanged(&self, placed: &Placed) -> bool {
        let path = self.file_of(placed);
        let indexed = self.reader.source(placed.article.source);
        match (crate::source::stat(&path), indexed) {
            (Ok(state), Ok(source)) => {
                state.size == source.size && state.modified_ns == source.modified
            }
            _ => false,
        }
    }
}

/// What is known of an article, with where it was found.
fn facts(article: &ArticleRecord) -> Vec<Fact> {
    let fact = |property| {
        Some(Fact {
            property,
            value: article.value(property)?.to_owned(),
            origin: article.origins.get(property)?,
        })
    };
    Property::ALL.into_iter().filter_map(fact).collect()
}

/// The last line, from 1, that any of the blocks reaches.
fn last_line(start: RecordStart, blocks: &[BlockText]) -> u32 {
    blocks.last().map_or(0, |block| {
        start.line + block.map.position(&block.text, block.text.len()).line + 1
    })
}

/// The block that holds a line and column, or stands before it, by its number.
///
/// A record of JSON Lines has all its blocks on one line: without a column it is meant as a whole.
fn cited_block(
    start: RecordStart,
    blocks: &[BlockText],
    line: u32,
    column: Option<u32>,
) -> Option<u32> {
    let begins: Vec<(u32, u32)> = blocks
        .iter()
        .map(|block| block.map.position(&block.text, 0))
        .map(|begin| (start.line + begin.line + 1, begin.column + 1))
        .collect();
    let on_the_line = begins.iter().filter(|begin| begin.0 == line).count();
    if column.is_none() && on_the_line > 1 {
        return None;
    }
    let place = (line, column.unwrap_or(u32::MAX));
    // In a record of JSON Lines the title may stand behind the text.
    let before = (0..).zip(begins).filter(|(_, begin)| *begin <= place);
    before
        .max_by_key(|(_, begin)| *begin)
        .map(|(number, _)| number)
}

fn not_cited(citation: &str, hint: &str) -> ArchiveError {
    ArchiveError::NotCited {
        citation: citation.to_owned(),
        hint: hint.to_owned(),
    }
}

/// The ways to read a citation, the most literal first: a file name may hold `#` and `:` itself.
fn readings<'a>(citation: &'a str) -> Vec<Typed<'a>> {
    let whole = Typed {
        path: citation,
        record: None,
        line: None,
        column: None,
    };
    // What a page or part is called stands behind a printed citation, and is no part of it.
    let printed = citation.strip_suffix(')');
    let aside = printed.and_then(|text| text.find(" (page ").or_else(|| text.find(" (part ")));
    let (rest, last) = split_number(aside.map_or(citation, |start| &citation[..start]));
    let (rest, line, column) = match split_number(rest) {
        (shorter, Some(line)) if last.is_some() => (shorter, Some(line), last),
        _ => (rest, last, None),
    };
    let placed = Typed {
        path: rest,
        line,
        column,
        ..whole
    };
    let in_record = |typed: Typed<'a>| {
        let (path, record) = typed.path.split_once('#')?;
        let record = Some(record);
        Some(Typed {
            path,
            record,
            ..typed
        })
    };
    let of_records = [whole, placed].into_iter().filter_map(in_record);
    [whole, placed].into_iter().chain(of_records).collect()
}

fn split_number(text: &str) -> (&str, Option<u32>) {
    match text
        .rsplit_once(':')
        .map(|(rest, number)| (rest, number.parse().ok()))
    {
        Some((rest, Some(number))) => (rest, Some(number)),
        _ => (text, None),
    }
}

/// The path of a file below a root; a root that is a file has its own name.
fn relative(path: &Path, root: &Path) -> Option<String> {
    let below: PathBuf = if path == root {
        root.file_name()?.into()
    } else {
        path.strip_prefix(root).ok()?.to_owned()
    };
    Some(below.to_string_lossy().replace('\\', "/"))
}
