//! Hits and mentions in Markdown, ready to paste: quoted passages with the matches bold, each with a
//! footnote that says where it stands.

use std::io::{self, Write};

use super::closing::Closing;
use super::markdown::escaped;
use super::mention_block::{self, MentionBlock};
use super::mentions::{Telling, told};
use super::text::place;
use super::wrap::{self, Look};
use super::{excerpt, markdown};
use crate::evidence::{ArticleRef, Citation, Hit, Mention, MentionSummary, Summary};
use crate::span::TextSpan;

/// Quotations being written.
#[derive(Default)]
pub(super) struct Quotations {
    closing: Closing,
    /// The article whose quotations are coming in.
    article: Option<ArticleRef>,
    block: MentionBlock,
    /// Footnotes that are yet to be written.
    notes: Vec<String>,
    /// How many footnotes there are in the whole text, which is also the number of the last.
    numbered: u64,
}

impl Quotations {
    pub fn begin(&mut self, out: &mut dyn Write, query: &str, id: Option<&str>) -> io::Result<()> {
        self.article = None;
        self.closing.begin(&mut io::sink(), query, id)?;
        markdown::begin(out, query, id)
    }

    pub fn hit(&mut self, out: &mut dyn Write, hit: &Hit) -> io::Result<()> {
        self.closing.hit(hit);
        self.enter(out, &hit.article)?;
        let marks: Vec<TextSpan> = hit.marks.iter().map(|mark| mark.span).collect();
        let note = source(&hit.article, &[&hit.citation]);
        self.quote(out, &hit.text, &marks, note)
    }

    pub fn mention(
        &mut self,
        out: &mut dyn Write,
        mention: &Mention,
        telling: Telling,
    ) -> io::Result<()> {
        self.closing.mention(mention);
        let complete = self.block.add(mention);
        self.block(out, &complete, telling)
    }

    pub fn summary(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        self.finish_notes(out)?;
        let mut said = Vec::new();
        self.closing.summary(&mut said, summary)?;
        remarks(out, &said)
    }

    pub fn mention_summary(
        &mut self,
        out: &mut dyn Write,
        summary: &MentionSummary,
        telling: Telling,
    ) -> io::Result<()> {
        let last = self.block.take();
        self.block(out, &last, telling)?;
        self.finish_notes(out)?;
        let mut said = Vec::new();
        self.closing.mention_summary(&mut said, summary, telling)?;
        remarks(out, &said)
    }

    /// Writes the headline of an article before its first quotation.
    fn enter(&mut self, out: &mut dyn Write, article: &ArticleRef) -> io::Result<()> {
        if self.article.as_ref() == Some(article) {
            return Ok(());
        }
        self.article = Some(article.clone());
        writeln!(out, "### {}\n", escaped(title(article)))
    }

    /// Writes a block that is complete: its text once, with all the names in it bold.
    fn block(
        &mut self,
        out: &mut dyn Write,
        mentions: &[Mention],
        telling: Telling,
    ) -> io::Result<()> {
        let Some(first) = mentions.first() else {
            return Ok(());
        };
        self.enter(out, &first.article)?;
        let marks = mention_block::marks(mentions);
        let citations: Vec<&Citation> = mentions.iter().map(|mention| &mention.citation).collect();
        let mut note = source(&first.article, &citations);
        let told = mentions.iter().map(|mention| told(mention, telling));
        for told in told.filter(|told| !told.is_empty()) {
            note += &format!("; {}", escaped(&told));
        }
        self.quote(out, &first.text, &marks, note)
    }

    /// Writes a quotation, and keeps the footnote that belongs to it.
    fn quote(
        &mut self,
        out: &mut dyn Write,
        text: &str,
        marks: &[TextSpan],
        note: String,
    ) -> io::Result<()> {
        self.numbered += 1;
        let number = self.numbered;
        self.notes.push(format!("[^{number}]: {note}"));
        let bold = Look {
            open: "**",
            close: "**",
            text: &escaped,
        };
        let passage = wrap::inline(&excerpt::excerpt(text, marks), &bold);
        writeln!(out, "> {}[^{number}]\n", unlisted(&passage))
    }

    fn finish_notes(&mut self, out: &mut dyn Write) -> io::Result<()> {
        for note in self.notes.drain(..) {
            writeln!(out, "{note}")?;
        }
        Ok(())
    }
}

/// Writes what is to be said at the end as paragraphs.
fn remarks(out: &mut dyn Write, said: &[u8]) -> io::Result<()> {
    let said = String::from_utf8_lossy(said);
    let lines = said.lines().filter(|line| !line.trim().is_empty());
    for line in lines {
        writeln!(out, "\n{}", escaped(line))?;
    }
    Ok(())
}

/// `Anna Meier: *Putins Besuch*. Der Bote, 2023-09. <https://…>. `corpus/a.txt:11:1``
fn source(article: &ArticleRef, citations: &[&Citation]) -> String {
    let author = article.author.as_deref();
    let author = author.map_or(String::new(), |author| format!("{}: ", escaped(author)));
    let facts = [&article.outlet, &article.date].into_iter().flatten();
    let facts: Vec<String> = facts.map(|fact| escaped(fact)).collect();
    let facts = match facts.is_empty() {
        true => String::new(),
        false => format!(" {}.", facts.join(", ")),
    };
    let url = article.url.as_deref().filter(|url| is_plain_url(url));
    let url = url.map_or(String::new(), |url| format!(" <{url}>."));
    let places = citations.iter().map(|citation| code(&place(citation)));
    let places: Vec<String> = places.collect();
    format!(
        "{author}*{}*.{facts}{url} {}",
        escaped(title(article)),
        places.join(", ")
    )
}

fn title(article: &ArticleRef) -> &str {
    let title = article.title.as_deref();
    let title = title.filter(|title| !title.trim().is_empty());
    title.unwrap_or(&article.id)
}

/// Whether an address can stand between angle brackets.
fn is_plain_url(url: &str) -> bool {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    is_web
        && !url
            .contains(|sign: char| sign.is_whitespace() || sign.is_control() || "<>".contains(sign))
}

/// A place as code; one that holds a backtick stands between two.
fn code(place: &str) -> String {
    match place.contains('`') {
        true => format!("`` {place} ``"),
        false => format!("`{place}`"),
    }
}

/// A passage that Markdown does not take for an item of a list.
fn unlisted(passage: &str) -> String {
    let digits = passage.bytes().take_while(u8::is_ascii_digit).count();
    let behind = passage[digits..].chars().next();
    match behind {
        Some('-' | '+' | '=') if digits == 0 => format!("\\{passage}"),
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &passage[..digits], &passage[digits..]),
        _ => passage.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_never_a_list() {
        assert_eq!(unlisted("- Kim"), "\\- Kim");
        assert_eq!(unlisted("1. Mai"), "1\\. Mai");
        assert_eq!(unlisted("2023 kam"), "2023 kam");
        assert_eq!(unlisted("…"), "…");
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert!(is_plain_url("https://example.org/a"));
        assert!(!is_plain_url("javascript:alert(1)"));
        assert!(!is_plain_url("https://example.org/a b>"));
    }
}
