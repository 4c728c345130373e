//! The columns of each table and what stands in them, what a person reads first.

use crate::evidence::{
    ArticleRef, Attribution, Citation, Evidence, FormCount, Hit, Mark, Mention, Person, Verdict,
};
use crate::render::kwic::{Found, Line};
use crate::render::wire::{
    attribution_kind, basis, block_kind, mark_kind, part_status, stance, verdict_kind,
};

/// Stands between the members of a list in one cell.
const AND: &str = " | ";

/// Columns that name an article.
type ArticleCells = [String; 6];
/// Columns that say where something stands.
type PlaceCells = [String; 7];

/// The table of a search.
pub(super) const HIT: [&str; 28] = [
    "rank",
    "title",
    "outlet",
    "author",
    "date",
    "url",
    "language",
    "quote",
    "marks",
    "path",
    "record",
    "member",
    "page",
    "part",
    "line",
    "column",
    "said",
    "speaker",
    "cue",
    "block",
    "text",
    "score",
    "article",
    "byte_start",
    "byte_end",
    "sha256",
    "query",
    "query_id",
];

/// The table of the mentions of a person.
pub(super) const MENTION: [&str; 24] = [
    "person",
    "name",
    "title",
    "outlet",
    "author",
    "date",
    "url",
    "language",
    "path",
    "record",
    "member",
    "page",
    "part",
    "line",
    "column",
    "rule",
    "confidence",
    "derived",
    "may_mean",
    "text",
    "article",
    "byte_start",
    "byte_end",
    "sha256",
];

/// The table of a concordance of a search.
pub(super) const KEYWORD: [&str; 20] = [
    "left",
    "keyword",
    "right",
    "title",
    "outlet",
    "author",
    "date",
    "url",
    "language",
    "path",
    "record",
    "member",
    "page",
    "part",
    "line",
    "column",
    "rank",
    "kind",
    "byte_start",
    "byte_end",
];

/// The table of a concordance of mentions.
pub(super) const NAMED_KEYWORD: [&str; 21] = [
    "left",
    "keyword",
    "right",
    "title",
    "outlet",
    "author",
    "date",
    "url",
    "language",
    "path",
    "record",
    "member",
    "page",
    "part",
    "line",
    "column",
    "person",
    "rule",
    "confidence",
    "byte_start",
    "byte_end",
];

/// The table of the forms of a name, where mentions are only counted.
pub(super) const FORM: [&str; 3] = ["person", "form", "mentions"];

/// The table of people.
pub(super) const PERSON: [&str; 6] = [
    "name",
    "articles",
    "mentions",
    "first_date",
    "last_date",
    "forms",
];

/// The table of a check: a row a piece of evidence.
pub(super) const EVIDENCE: [&str; 29] = [
    "id",
    "claim",
    "verdict",
    "confidence",
    "basis",
    "parts",
    "stance",
    "quote",
    "conflicts",
    "qualified",
    "lacks",
    "said",
    "speaker",
    "cue",
    "disputed_by",
    "title",
    "outlet",
    "author",
    "date",
    "url",
    "language",
    "path",
    "record",
    "member",
    "page",
    "part",
    "line",
    "column",
    "coverage",
];

pub(super) fn hit(hit: &Hit, query: &str, query_id: &str) -> Vec<String> {
    let citation = &hit.citation;
    let mut row = vec![hit.rank.to_string()];
    row.extend(article(&hit.article));
    row.push(citation.quote.clone());
    row.push(marked(&hit.text, &hit.marks));
    row.extend(place(citation));
    row.extend(said_by(hit.attribution.as_ref()));
    row.push(block_kind(hit.block.kind).to_owned());
    row.push(hit.text.clone());
    row.push(format!("{:.3}", hit.score));
    row.push(hit.article.id.clone());
    row.extend(bytes(citation));
    row.push(citation.sha256.clone());
    row.extend([query.to_owned(), query_id.to_owned()]);
    row
}

pub(super) fn mention(mention: &Mention) -> Vec<String> {
    let citation = &mention.citation;
    let mut row = vec![mention.person.clone(), mention.surface.clone()];
    row.extend(article(&mention.article));
    row.extend(place(citation));
    row.push(mention.rule.name.to_owned());
    row.push(share(mention.confidence));
    row.push(mention.derived.to_string());
    row.push(mention.ambiguous.join(AND));
    row.push(mention.text.clone());
    row.push(mention.article.id.clone());
    row.extend(bytes(citation));
    row.push(citation.sha256.clone());
    row
}

pub(super) fn keyword(line: &Line) -> Vec<String> {
    let context = [&line.left, &line.keyword, &line.right];
    let mut row = Vec::from(context.map(|text| text.trim().to_owned()));
    row.extend(article(&line.article));
    row.extend(place(&line.citation));
    match &line.found {
        Found::Match { rank, kind } => {
            row.extend([rank.to_string(), mark_kind(*kind).to_owned()]);
        }
        Found::Mention {
            person,
            rule,
            confidence,
        } => row.extend([person.to_string(), (*rule).to_owned(), share(*confidence)]),
    }
    row.extend(bytes(&line.citation));
    row
}

pub(super) fn form(person: &str, (form, count): &FormCount) -> Vec<String> {
    vec![person.to_owned(), form.clone(), count.to_string()]
}

pub(super) fn person(person: &Person) -> Vec<String> {
    let (first, last) = person.dates.clone().unwrap_or_default();
    let forms = person.forms.iter();
    let forms: Vec<String> = forms
        .map(|(form, count)| format!("{form} {count}"))
        .collect();
    vec![
        person.name.clone(),
        person.articles.to_string(),
        person.mentions.to_string(),
        first,
        last,
        forms.join(AND),
    ]
}

pub(super) fn evidence(id: &str, verdict: &Verdict, found: &Evidence) -> Vec<String> {
    let mut row = judged(id, verdict);
    row.push(stance(found.stance).to_owned());
    row.push(found.citation.quote.clone());
    let conflicts = found.conflicts.iter();
    let conflicts: Vec<String> = conflicts
        .map(|conflict| format!("{} / {}", conflict.claim, conflict.source))
        .collect();
    row.push(conflicts.join(AND));
    row.push(found.qualified.join(AND));
    row.push(found.lacks.join(AND));
    row.extend(said_by(Some(&found.attribution)));
    row.push(found.disputed_by.clone().unwrap_or_default());
    row.extend(article(&found.article));
    row.extend(place(&found.citation));
    row.push(format!("{:.2}", found.coverage));
    row
}

/// The row of a claim of which no source speaks.
pub(super) fn nothing(id: &str, verdict: &Verdict) -> Vec<String> {
    let mut row = judged(id, verdict);
    row.resize(EVIDENCE.len(), String::new());
    row
}

fn judged(id: &str, verdict: &Verdict) -> Vec<String> {
    let parts = verdict.parts.iter();
    let parts: Vec<String> = parts
        .map(|part| format!("{}: {}", part.text, part_status(part.status)))
        .collect();
    vec![
        id.to_owned(),
        verdict.claim.clone(),
        verdict_kind(verdict.kind).to_owned(),
        format!("{:.2}", verdict.confidence),
        verdict.basis.map_or("", basis).to_owned(),
        parts.join(AND),
    ]
}

fn article(article: &ArticleRef) -> ArticleCells {
    let known = |fact: &Option<String>| fact.clone().unwrap_or_default();
    [
        known(&article.title),
        known(&article.outlet),
        known(&article.author),
        known(&article.date),
        known(&article.url),
        article.language.clone(),
    ]
}

fn place(citation: &Citation) -> PlaceCells {
    let known = |name: &Option<String>| name.clone().unwrap_or_default();
    [
        citation.path.clone(),
        known(&citation.record),
        known(&citation.member),
        citation
            .page
            .map(|page| page.to_string())
            .unwrap_or_default(),
        known(&citation.part),
        citation.line.to_string(),
        citation.column.to_string(),
    ]
}

fn bytes(citation: &Citation) -> [String; 2] {
    [citation.bytes.start(), citation.bytes.end()].map(|byte| byte.to_string())
}

/// Whether the sentence is its author's own, who says it, and the word that shows it.
fn said_by(attribution: Option<&Attribution>) -> [String; 3] {
    let Some(attribution) = attribution else {
        return Default::default();
    };
    let known = |words: &Option<String>| words.clone().unwrap_or_default();
    [
        attribution_kind(attribution.kind).to_owned(),
        known(&attribution.speaker),
        known(&attribution.cue),
    ]
}

/// The words marked, in order.
fn marked(text: &str, marks: &[Mark]) -> String {
    let words = marks.iter().filter_map(|mark| text.get(mark.span.range()));
    words.collect::<Vec<_>>().join(AND)
}

fn share(per_cent: u8) -> String {
    format!("{:.2}", f64::from(per_cent) / 100.0)
}
