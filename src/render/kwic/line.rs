//! A line of a concordance: a keyword between the words before and behind it.

use std::rc::Rc;

use super::cut;
use super::place::{self, Room};
use crate::evidence::{ArticleRef, Citation, Hit, Keyword, MarkKind, Mention};
use crate::render::{sanitize, text};

/// A keyword in its context.
pub(in crate::render) struct Line {
    /// The article, which its lines share.
    pub article: Rc<ArticleRef>,
    /// Where the keyword stands.
    pub citation: Citation,
    /// What it is a keyword of.
    pub found: Found,
    /// The words before it, on one line and safe to look at, with the blank before the keyword if
    /// there is one.
    pub left: String,
    /// Itself, in the same way.
    pub keyword: String,
    /// The words behind it, in the same way.
    pub right: String,
}

/// What a keyword is one of.
pub(in crate::render) enum Found {
    /// A match of a query.
    Match {
        /// The place of its article in the ranking.
        rank: u32,
        /// Why it matched.
        kind: MarkKind,
    },
    /// A mention of a person.
    Mention {
        /// The person.
        person: Rc<str>,
        /// The name of the rule by which the name was given to them.
        rule: &'static str,
        /// How sure that is, in per cent.
        confidence: u8,
    },
}

impl Line {
    /// The line of a keyword of a hit, with at most so many words on either side.
    pub fn of_hit(hit: &Hit, article: Rc<ArticleRef>, keyword: &Keyword, words: usize) -> Self {
        let (before, behind) = around(&hit.text, keyword.span.range());
        Self {
            article,
            citation: keyword.citation.clone(),
            found: Found::Match {
                rank: hit.rank,
                kind: keyword.kind,
            },
            left: last_words(before, words),
            keyword: one_line(keyword.citation.quote.trim()),
            right: first_words(behind, words),
        }
    }

    /// The line of a mention, with at most so many words on either side.
    pub fn of_mention(
        mention: &Mention,
        article: Rc<ArticleRef>,
        person: Rc<str>,
        words: usize,
    ) -> Self {
        let end = mention.text.len();
        let span = mention
            .marks
            .first()
            .map_or(end..end, |mark| mark.span.range());
        let (before, behind) = around(&mention.text, span);
        Self {
            article,
            citation: mention.citation.clone(),
            found: Found::Mention {
                person,
                rule: mention.rule.name,
                confidence: mention.confidence,
            },
            left: last_words(before, words),
            keyword: one_line(mention.surface.trim()),
            right: first_words(behind, words),
        }
    }

    /// Its place, as much of it as fits.
    pub(super) fn place(&self, room: Room) -> String {
        place::fitting(&self.citation, &self.article, room)
    }

    /// The columns of what stands behind the path of its place.
    pub(super) fn behind_path(&self) -> usize {
        place::behind_path(&self.citation)
    }

    /// Whether that is less than all of it.
    pub(super) fn is_shortened(&self, room: Room) -> bool {
        self.place(room).contains(cut::CUT) && !text::place(&self.citation).contains(cut::CUT)
    }
}

/// The text before and behind a stretch.
fn around(text: &str, span: std::ops::Range<usize>) -> (&str, &str) {
    let before = text.get(..span.start).unwrap_or_default();
    (before, text.get(span.end..).unwrap_or_default())
}

/// The last words of a text; what touches its end counts as one.
fn last_words(text: &str, most: usize) -> String {
    let start = end_of_words(text.char_indices().rev(), most);
    one_line(&text[start.map_or(text.len(), |(at, _)| at)..])
}

/// The first words of a text; what touches its beginning counts as one.
fn first_words(text: &str, most: usize) -> String {
    let end = end_of_words(text.char_indices(), most);
    one_line(&text[..end.map_or(0, |(at, sign)| at + sign.len_utf8())])
}

/// The last sign of so many words, with its place, in the order in which the signs come.
fn end_of_words(signs: impl Iterator<Item = (usize, char)>, most: usize) -> Option<(usize, char)> {
    let mut end = None;
    let mut words = 0;
    let mut is_inside = false;
    for (at, sign) in signs {
        if sign.is_whitespace() {
            is_inside = false;
            continue;
        }
        words += usize::from(!is_inside);
        is_inside = true;
        if words > most {
            break;
        }
        end = Some((at, sign));
    }
    end
}

/// A text safe to look at, each stretch of white space in it one blank.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for sign in sanitize::block(text).chars() {
        match sign.is_whitespace() {
            true if line.ends_with(' ') => {}
            true => line.push(' '),
            false => line.push(sign),
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_is_cut_between_words_and_keeps_what_touches_the_keyword() {
        assert_eq!(last_words("Der  Bedarf an\nArtillerie", 2), "an Artillerie");
        assert_eq!(last_words("bei der ", 1), "der ");
        assert_eq!(first_words("sversorgung im Krieg", 2), "sversorgung im");
        assert_eq!(first_words(" und\tRaketen. Dann", 2), " und Raketen.");
        assert_eq!(last_words("", 3), "");
        assert_eq!(first_words("  ", 3), "");
        assert_eq!(last_words("eins zwei", 0), "");
    }
}
