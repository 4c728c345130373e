//! Runs for `trec_eval`: `qid Q0 docid rank score beleg`, one line an article.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::evidence::Hit;

/// A run being written: the article whose hits are coming in.
#[derive(Default)]
pub(super) struct Run {
    query_id: String,
    article: Option<Ranked>,
}

struct Ranked {
    docid: String,
    rank: u32,
    score: f32,
}

impl Run {
    pub(super) fn begin(&mut self, id: Option<&str>) {
        // A query without an id is the only one of its run.
        self.query_id = column(id.unwrap_or("1"));
    }

    /// Takes a hit in; the article before it is complete now and written.
    pub(super) fn hit(&mut self, out: &mut dyn Write, hit: &Hit) -> io::Result<()> {
        match &mut self.article {
            Some(article) if article.rank == hit.rank => {
                article.score = article.score.max(hit.score);
                Ok(())
            }
            _ => {
                self.finish(out)?;
                self.article = Some(Ranked {
                    docid: column(&hit.article.docid),
                    rank: hit.rank,
                    score: hit.score,
                });
                Ok(())
            }
        }
    }

    /// Writes an article of which no more is known than its place.
    pub(super) fn ranked(
        &mut self,
        out: &mut dyn Write,
        rank: u32,
        docid: &str,
        score: f32,
    ) -> io::Result<()> {
        self.article = Some(Ranked {
            docid: column(docid),
            rank,
            score,
        });
        self.finish(out)
    }

    /// Writes the last article.
    pub(super) fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let Some(Ranked { docid, rank, score }) = self.article.take() else {
            return Ok(());
        };
        writeln!(out, "{} Q0 {docid} {rank} {score:.6} beleg", self.query_id)
    }
}

/// A text as one column: blanks and control characters are percent-encoded, byte by byte.
fn column(text: &str) -> String {
    let mut column = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign.is_whitespace() || super::sanitize::is_unsafe(sign) {
            for byte in sign.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(column, "%{byte:02X}");
            }
        } else {
            column.push(sign);
        }
    }
    column
}
