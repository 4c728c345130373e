//! Hits: blocks with their marks, placed on disk and quoted.

use super::marks::TextMark;
use crate::article::{BlockText, Part, PartName, RecordStart, part_at};
use crate::evidence::{ArticleRef, BlockRef, Citation, Explanation, Hit, Keyword, Mark};
use crate::german::sentences;
use crate::span::{FileSpan, TextSpan};

/// How many characters of the block a citation shows on either side of its quote.
const SURROUNDING: usize = 32;

/// The article a hit stands in, as results name it.
#[derive(Clone, Debug)]
pub struct HitArticle {
    /// How results name it.
    pub reference: ArticleRef,
    /// Its file, relative to the working directory where below it.
    pub path: String,
    /// Its record inside the file.
    pub record: Option<String>,
    /// The member of an archive in which lines and bytes count.
    pub member: Option<String>,
    /// Its pages or parts.
    pub parts: Vec<Part>,
    /// Where the record begins.
    pub start: RecordStart,
    /// SHA-256 of the record, in hexadecimal.
    pub sha256: String,
}

/// Makes the hit of a block.
pub fn hit(
    article: &HitArticle,
    block: &BlockText,
    marks: &[TextMark],
    (rank, score): (u32, f32),
    why: Option<Explanation>,
) -> Hit {
    let placed = |span: TextSpan| placed(article, block, span);
    Hit {
        rank,
        score,
        article: article.reference.clone(),
        citation: citation(article, block, marks),
        text: block.text.clone(),
        block: block_ref(article.start, block),
        marks: marks
            .iter()
            .map(|mark| Mark {
                span: mark.span,
                bytes: placed(mark.span),
                kind: mark.kind,
            })
            .collect(),
        keywords: Vec::new(),
        attribution: None,
        why,
    }
}

/// The matches of a block in their order, each with a citation of its own.
pub fn keywords(article: &HitArticle, block: &BlockText, marks: &[TextMark]) -> Vec<Keyword> {
    let mut keywords: Vec<Keyword> = Vec::with_capacity(marks.len());
    for mark in marks {
        // Near words are one keyword, and each of them is a mark.
        let is_alone = mark.whole == mark.span;
        if is_alone || keywords.iter().all(|known| known.span != mark.whole) {
            keywords.push(Keyword {
                span: mark.whole,
                citation: cite(article, block, mark.whole),
                kind: mark.kind,
            });
        }
    }
    keywords.sort_by_key(|keyword| keyword.span);
    keywords
}

/// Cites a stretch of a block, a name for instance, with the words around it.
pub fn cite(article: &HitArticle, block: &BlockText, span: TextSpan) -> Citation {
    let position = block.map.position(&block.text, span.start());
    let (page, part) = match part_at(&article.parts, position.line).map(|part| &part.name) {
        Some(PartName::Page(number)) => (Some(*number), None),
        Some(PartName::Part(name)) => (None, Some(name.clone())),
        None => (None, None),
    };
    Citation {
        path: article.path.clone(),
        record: article.record.clone(),
        member: article.member.clone(),
        page,
        part,
        line: position.line + article.start.line + 1,
        column: position.column + 1,
        bytes: placed(article, block, span),
        quote: block.text[span.range()].to_owned(),
        prefix: last_characters(&block.text[..span.start()]).to_owned(),
        suffix: first_characters(&block.text[span.end()..]).to_owned(),
        sha256: article.sha256.clone(),
    }
}

/// The kind and place of a block.
pub fn block_ref(start: RecordStart, block: &BlockText) -> BlockRef {
    let whole = TextSpan::new(0, block.text.len());
    BlockRef {
        kind: block.kind,
        line: block.map.position(&block.text, 0).line + start.line + 1,
        bytes: block.map.to_record(&block.text, whole).shifted(start.byte),
    }
}

/// The bytes of the file that a span of a block stands in.
pub fn placed(article: &HitArticle, block: &BlockText, span: TextSpan) -> FileSpan {
    block
        .map
        .to_record(&block.text, span)
        .shifted(article.start.byte)
}

/// Cites the sentence of the first mark, or the first sentence where nothing is marked.
fn citation(article: &HitArticle, block: &BlockText, marks: &[TextMark]) -> Citation {
    let first = marks.first().map_or(0, |mark| mark.span.start());
    let sentence = sentences(&block.text)
        .find(|sentence| first < sentence.end())
        .unwrap_or_else(|| TextSpan::new(0, block.text.len()));
    cite(article, block, sentence)
}

fn last_characters(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .nth(SURROUNDING - 1)
        .map_or(0, |(start, _)| start);
    &text[start..]
}

fn first_characters(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(SURROUNDING)
        .map_or(text.len(), |(end, _)| end);
    &text[..end]
}
