//! A search for people: hits grouped by article, and a closing line.

use std::io::{self, Write};

use super::article::{self, INDENT};
use super::count::{counted, grouped};
use super::style::{Role, Style};
use super::wrap::{self, Word};
use super::{attribution, excerpt, sanitize, saved, why};
use crate::evidence::{BlockKind, Citation, Hit, Summary, Variants};
use crate::span::TextSpan;

/// A search being written.
pub(super) struct Listing {
    style: Style,
    query: String,
    /// The rank and id of the article whose hits are coming in.
    article: Option<(u32, String)>,
    articles: u64,
    /// How much was written, where that is something else than hits under their articles.
    pub(super) written: Option<String>,
    /// Whether another query was answered before.
    is_next: bool,
}

impl Listing {
    pub(super) fn new(style: Style) -> Self {
        Self {
            style,
            query: String::new(),
            article: None,
            articles: 0,
            written: None,
            is_next: false,
        }
    }

    pub(super) fn begin(
        &mut self,
        out: &mut dyn Write,
        query: &str,
        id: Option<&str>,
    ) -> io::Result<()> {
        query.clone_into(&mut self.query);
        self.article = None;
        self.articles = 0;
        if std::mem::replace(&mut self.is_next, true) {
            writeln!(out)?;
        }
        match id {
            Some(id) => {
                let heading = format!("{}: {}", sanitize::line(id), sanitize::line(query));
                writeln!(out, "{}\n", self.style.paint(Role::Aside, &heading))
            }
            None => Ok(()),
        }
    }

    pub(super) fn hit(&mut self, out: &mut dyn Write, hit: &Hit) -> io::Result<()> {
        let marks: Vec<TextSpan> = hit.marks.iter().map(|mark| mark.span).collect();
        let words = excerpt::excerpt(&hit.text, &marks);
        if !self.enter(out, hit, &words)? {
            for line in wrap::lines(&words, self.style, INDENT) {
                writeln!(out, "{line}")?;
            }
        }
        self.place(out, hit)?;
        if let Some(explanation) = &hit.why {
            for line in why::lines(explanation, hit.score) {
                self.aside(out, &line, INDENT)?;
            }
        }
        writeln!(out)
    }

    /// Writes where the cited sentence stands, and below that who says it where it is not the author.
    fn place(&self, out: &mut dyn Write, hit: &Hit) -> io::Result<()> {
        let place = self.style.place(&hit.citation, &place(&hit.citation));
        let kind = match hit.block.kind {
            BlockKind::Boilerplate => self.style.paint(Role::Aside, " · boilerplate").to_string(),
            _ => String::new(),
        };
        writeln!(out, "{INDENT}{place}{kind}")?;
        match hit.attribution.as_ref().and_then(attribution::note) {
            Some(note) => self.aside(out, &note, INDENT),
            None => Ok(()),
        }
    }

    /// Writes the head of an article before its first hit. Returns whether that was the hit itself.
    fn enter(&mut self, out: &mut dyn Write, hit: &Hit, words: &[Word]) -> io::Result<bool> {
        match self.count(hit) {
            true => article::head(out, &hit.article, &hit.text, words, self.style),
            false => Ok(false),
        }
    }

    /// Counts the article of a hit. Returns whether this is its first hit.
    pub(super) fn count(&mut self, hit: &Hit) -> bool {
        let entered = (hit.rank, hit.article.id.clone());
        if self.article.as_ref() == Some(&entered) {
            return false;
        }
        self.article = Some(entered);
        self.articles += 1;
        true
    }

    /// A text of less weight, made safe and set in lines.
    fn aside(&self, out: &mut dyn Write, text: &str, indent: &str) -> io::Result<()> {
        article::aside(out, text, indent, self.style)
    }

    pub(super) fn summary(&self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        if summary.articles_found == 0 {
            self.nothing(out, summary)?;
        } else {
            let closing = [
                vec![self.found(summary)],
                Vec::from_iter(self.written.clone()),
                self.held_back(summary),
                also(summary),
            ]
            .concat();
            self.aside(out, &closing.join(" · "), "")?;
        }
        article::notes(out, &summary.notes, self.style)
    }

    /// What was found in what, and how much of it is shown.
    fn found(&self, summary: &Summary) -> String {
        let lower_bound = if summary.exact { "" } else { "at least " };
        let found = grouped(summary.articles_found);
        let all = counted(summary.articles_searched, "article");
        let found = match summary.shown_before.as_ref().and_then(saved::last_run) {
            // The passages are counted in all articles that answer, whether they are new or not.
            Some(last_run) => format!("{found} new since {last_run} of {all}"),
            None => format!("{found} of {all}{}", passages(summary)),
        };
        format!(
            "Found {lower_bound}{found} ({} ms)",
            grouped(summary.elapsed_ms)
        )
    }

    /// What was found and is not shown, with the option that shows it.
    fn held_back(&self, summary: &Summary) -> Vec<String> {
        let mut parts = Vec::new();
        if self.articles + summary.near_copies < summary.articles_found {
            let shown = counted(self.articles, "article");
            parts.push(format!("{shown} shown (--limit N for more)"));
        }
        parts.extend(folded(summary.near_copies));
        if let shortened @ 1.. = summary.articles_shortened {
            let shortened = counted(shortened, "article");
            parts.push(format!("more hits in {shortened} (--passages N)"));
        }
        parts.extend(summary.shown_before.as_ref().and_then(saved::held_back));
        parts
    }

    /// What was tried in vain, and what may have been meant.
    fn nothing(&self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        let query = sanitize::line(&self.query);
        let known = summary.shown_before.as_ref().and_then(saved::all_shown);
        let tried = match known {
            Some(known) => format!("Nothing new for {query}{}", sanitize::line(&known)),
            None => format!(
                "Nothing found for {query} in {}, {}",
                counted(summary.articles_searched, "article"),
                counted(summary.passages_searched, "passage"),
            ),
        };
        let tried = format!("{tried} ({} ms)", grouped(summary.elapsed_ms));
        for line in wrap::plain_lines(&tried, self.style, "") {
            writeln!(out, "{line}")?;
        }
        article::did_you_mean(out, &summary.suggestions, self.style)?;
        let also = also(summary);
        if also.is_empty() {
            Ok(())
        } else {
            self.aside(out, &also.join(" · "), "")
        }
    }
}

/// `path:line:column`, which terminals and editors open; in an archive `path#member:line:column`. A
/// page or part stands behind it, for that is what a person looks at.
pub(super) fn place(citation: &Citation) -> String {
    let mut place = citation.path.clone();
    let aside = match (citation.page, &citation.part) {
        (Some(page), _) => format!(" (page {page})"),
        (None, Some(part)) => format!(" (part {})", sanitize::line(part)),
        (None, None) => String::new(),
    };
    // Lines that are not those of the file itself need the record.
    let is_inside = citation.member.is_some() || !aside.is_empty();
    if let Some(record) = citation.record.as_ref().filter(|_| is_inside) {
        place = format!("{place}#{record}");
    }
    let Citation { line, column, .. } = citation;
    format!("{}:{line}:{column}{aside}", sanitize::line(&place))
}

/// That near copies are not shown, with the option that shows them.
pub(super) fn folded(near_copies: u64) -> Option<String> {
    match near_copies {
        0 => None,
        1 => Some("1 near copy not shown (--all)".to_owned()),
        copies => Some(format!("{} near copies not shown (--all)", grouped(copies))),
    }
}

/// `, 5 of 39 passages` behind a number of articles; nothing of fields alone, such as a date, which
/// articles answer as a whole.
pub(super) fn passages(summary: &Summary) -> String {
    match summary.passages_found {
        0 => String::new(),
        found => format!(
            ", {} of {}",
            grouped(found),
            counted(summary.passages_searched, "passage")
        ),
    }
}

/// What else the user should know: other spellings searched, what was left out.
pub(super) fn also(summary: &Summary) -> Vec<String> {
    let mut parts = Vec::new();
    let others = others(&summary.variants);
    if !others.is_empty() {
        parts.push(format!("also searched: {}", others.join(", ")));
    }
    if let Some(undated @ 1..) = summary.undated {
        let undated = counted(undated, "article");
        parts.push(format!("{undated} without a date left out (date:none)"));
    }
    parts.extend(article::skipped(summary.skipped.len()));
    parts
}

/// All other spellings, each once.
fn others(variants: &[Variants]) -> Vec<&str> {
    let mut others: Vec<&str> = Vec::new();
    for other in variants.iter().flat_map(|variants| &variants.others) {
        if !others.contains(&other.as_str()) {
            others.push(other);
        }
    }
    others
}
