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

/// The names of the columns of a table, in groups that several tables share.
pub(super) type Header = &'static [&'static [&'static str]];

/// Columns that name an article.
const ARTICLE: [&str; 6] = ["title", "outlet", "author", "date", "url", "language"];
/// Columns that say where something stands.
const PLACE: [&str; 7] = ["path", "record", "member", "page", "part", "line", "column"];
/// Columns that say who says it.
const SAID: [&str; 3] = ["said", "speaker", "cue"];
/// Columns of the bytes that a sentence or name stands in.
const BYTES: [&str; 2] = ["byte_start", "byte_end"];

/// The table of a search.
pub(super) const HIT: Header = &[
    &["rank"],
    &ARTICLE,
    &["quote", "marks"],
    &PLACE,
    &SAID,
    &["block", "text", "score", "article"],
    &BYTES,
    &["sha256", "query", "query_id"],
];

/// The table of the mentions of a person.
pub(super) const MENTION: Header = &[
    &["person", "name"],
    &ARTICLE,
    &PLACE,
    &[
        "rule",
        "confidence",
        "derived",
        "may_mean",
        "text",
        "article",
    ],
    &BYTES,
    &["sha256"],
];

/// The table of a concordance of a search.
pub(super) const KEYWORD: Header = &[
    &["left", "keyword", "right"],
    &ARTICLE,
    &PLACE,
    &["rank", "kind"],
    &BYTES,
];

/// The table of a concordance of mentions.
pub(super) const NAMED_KEYWORD: Header = &[
    &["left", "keyword", "right"],
    &ARTICLE,
    &PLACE,
    &["person", "rule", "confidence"],
    &BYTES,
];

/// The table of the forms of a name, where mentions are only counted.
pub(super) const FORM: Header = &[&["person", "form", "mentions"]];

/// The table of people.
pub(super) const PERSON: Header = &[&[
    "name",
    "articles",
    "mentions",
    "first_date",
    "last_date",
    "forms",
]];

/// The table of a check: a row a piece of evidence.
pub(super) const EVIDENCE: Header = &[
    &[
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
    ],
    &SAID,
    &["disputed_by"],
    &ARTICLE,
    &PLACE,
    &["coverage"],
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
    row.resize(EVIDENCE.concat().len(), String::new());
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

fn article(article: &ArticleRef) -> [String; ARTICLE.len()] {
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

fn place(citation: &Citation) -> [String; PLACE.len()] {
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

fn bytes(citation: &Citation) -> [String; BYTES.len()] {
    [citation.bytes.start(), citation.bytes.end()].map(|byte| byte.to_string())
}

/// Whether the sentence is its author's own, who says it, and the word that shows it.
fn said_by(attribution: Option<&Attribution>) -> [String; SAID.len()] {
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
