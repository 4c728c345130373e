//! Documents, both ways: from articles, passages and sources to tantivy's documents and back.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tantivy::TantivyDocument;
use tantivy::schema::{Field, Value};

use super::error::IndexError;
use super::schema::Fields;
use super::tokens::PassageTokens;
use crate::article::{Article, BlockKind, BlockText, Known, Passage, RecordStart};
use crate::german::{Analyzer, DateInterval};
use crate::span::SourceMap;

/// Values of the field `kind`.
pub(super) mod kind {
    pub const SOURCE: &str = "source";
    pub const SKIPPED: &str = "skipped";
    pub const ARTICLE: &str = "article";
    pub const PASSAGE: &str = "passage";
}

/// What the index keeps of an article beside its passages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleRecord {
    /// Number of the article, given once.
    pub key: u64,
    /// Number of its source.
    pub source: u64,
    /// Its record inside the source.
    pub record: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When it was published, as exact as known.
    pub date: Option<String>,
    /// ISO 639-1 code of its language.
    pub language: String,
    /// SHA-256 of its record.
    pub hash: [u8; 32],
    /// Bytes of its text.
    pub text_bytes: u64,
}

/// An article and where its record stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The article.
    pub article: ArticleRecord,
    /// Number of the root its source lies in.
    pub root: u64,
    /// Path of the source relative to that root.
    pub path: String,
    /// Where the record begins in the source.
    pub start: RecordStart,
}

/// A passage as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPassage {
    /// Number of its article.
    pub article: u64,
    /// Its blocks in order.
    pub blocks: Vec<BlockText>,
}

/// Whether a source is in the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceState {
    /// It was read.
    Read,
    /// It was not, for this reason.
    Skipped(String),
}

/// A source as the index keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRecord {
    /// Number of the source, given once.
    pub key: u64,
    /// Number of the root it lies in.
    pub root: u64,
    /// Path relative to that root.
    pub path: String,
    /// Its format.
    pub format: String,
    /// Size in bytes.
    pub size: u64,
    /// When it was last written, in nanoseconds since 1970.
    pub modified: i64,
    /// SHA-256 of all its bytes.
    pub hash: [u8; 32],
    /// Whether it was read.
    pub state: SourceState,
    /// Where each of its articles begins, by number of the article.
    pub records: Vec<(u64, RecordStart)>,
    /// Records that were skipped: where, and why.
    pub skipped_records: Vec<(String, String)>,
}

#[derive(Serialize, Deserialize)]
struct PassageWire<'a> {
    article: u64,
    #[serde(borrow)]
    blocks: Vec<BlockWire<'a>>,
}

#[derive(Serialize, Deserialize)]
struct BlockWire<'a> {
    number: u32,
    kind: u8,
    begins: bool,
    ends: bool,
    text: &'a str,
    map: &'a [u8],
}

#[derive(Serialize, Deserialize)]
struct SourceWire {
    hash: [u8; 32],
    reason: Option<String>,
    /// Steps from one article to the next: number, byte, line.
    records: Vec<(i64, i64, i64)>,
    skipped_records: Vec<(String, String)>,
}

const KINDS: [BlockKind; 7] = [
    BlockKind::Headline,
    BlockKind::Lead,
    BlockKind::Heading,
    BlockKind::Paragraph,
    BlockKind::ListItem,
    BlockKind::Caption,
    BlockKind::Boilerplate,
];

/// The documents of an article: the article first, then its passages in order.
pub(super) fn article_documents(
    fields: &Fields,
    analyzer: &mut Analyzer,
    record: &ArticleRecord,
    article: &Article,
    passages: &[Passage],
) -> Result<Vec<TantivyDocument>, IndexError> {
    let mut documents = Vec::with_capacity(passages.len() + 1);
    documents.push(article_document(
        fields,
        analyzer,
        record,
        article.date.as_ref(),
    )?);
    let title = article
        .title
        .as_ref()
        .map(|title| super::tokens::stems(analyzer, &title.value));
    for passage in passages {
        documents.push(passage_document(
            fields,
            analyzer,
            record,
            article,
            title.as_deref(),
            passage,
        )?);
    }
    Ok(documents)
}

fn article_document(
    fields: &Fields,
    analyzer: &mut Analyzer,
    record: &ArticleRecord,
    date: Option<&Known<DateInterval>>,
) -> Result<TantivyDocument, IndexError> {
    let mut document = TantivyDocument::default();
    document.add_text(fields.kind, kind::ARTICLE);
    document.add_u64(fields.article, record.key);
    document.add_u64(fields.source, record.source);
    document.add_u64(
        fields.record_hash,
        record_hash(record.record.as_deref(), &record.hash),
    );
    document.add_u64(fields.text_bytes, record.text_bytes);
    document.add_text(fields.language, &record.language);
    if let Some(name) = &record.record {
        document.add_text(fields.record, name);
    }
    if let Some(title) = &record.title {
        document.add_text(fields.title, super::tokens::stems(analyzer, title));
    }
    if let Some(outlet) = &record.outlet {
        document.add_text(fields.outlet, outlet);
    }
    if let Some(author) = &record.author {
        document.add_text(fields.author, super::tokens::folded(analyzer, author));
    }
    if let Some(date) = date {
        document.add_i64(fields.date_first, date.value.first_day());
        document.add_i64(fields.date_last, date.value.last_day());
    }
    document.add_bytes(fields.payload, &encode(record)?);
    Ok(document)
}

fn passage_document(
    fields: &Fields,
    analyzer: &mut Analyzer,
    record: &ArticleRecord,
    article: &Article,
    title: Option<&str>,
    passage: &Passage,
) -> Result<TantivyDocument, IndexError> {
    let mut document = TantivyDocument::default();
    document.add_text(fields.kind, kind::PASSAGE);
    document.add_u64(fields.article, record.key);
    let mut tokens = PassageTokens::default();
    for piece in &passage.pieces {
        tokens.add(analyzer, &article.text[piece.span.range()]);
    }
    let [stem, exact, parts] = tokens.into_fields();
    document.add_text(fields.stem, stem);
    document.add_text(fields.exact, exact);
    document.add_text(fields.parts, parts);
    if let Some(title) = title {
        document.add_text(fields.context, title);
    }
    if let Some(heading) = passage
        .heading
        .and_then(|number| article.blocks.get(number as usize))
    {
        let text = &article.text[heading.span.range()];
        document.add_text(fields.context, super::tokens::stems(analyzer, text));
    }
    document.add_bytes(
        fields.payload,
        &encode_passage(record.key, article, passage)?,
    );
    Ok(document)
}

fn encode_passage(key: u64, article: &Article, passage: &Passage) -> Result<Vec<u8>, IndexError> {
    let maps: Vec<Vec<u8>> = passage
        .pieces
        .iter()
        .map(|piece| {
            let mut bytes = Vec::new();
            article
                .map
                .slice(&article.text, piece.span)
                .encode(&mut bytes);
            bytes
        })
        .collect();
    let blocks = passage
        .pieces
        .iter()
        .zip(&maps)
        .map(|(piece, map)| {
            let block = article.blocks[piece.block as usize];
            BlockWire {
                number: piece.block,
                kind: KINDS
                    .iter()
                    .position(|kind| *kind == block.kind)
                    .unwrap_or(0) as u8,
                begins: piece.span.start() == block.span.start(),
                ends: piece.span.end() == block.span.end(),
                text: &article.text[piece.span.range()],
                map,
            }
        })
        .collect();
    encode(&PassageWire {
        article: key,
        blocks,
    })
}

/// The document of a source.
pub(super) fn source_document(
    fields: &Fields,
    source: &SourceRecord,
) -> Result<TantivyDocument, IndexError> {
    let mut document = TantivyDocument::default();
    let reason = match &source.state {
        SourceState::Read => None,
        SourceState::Skipped(reason) => Some(reason.clone()),
    };
    document.add_text(fields.kind, kind::SOURCE);
    if reason.is_some() || !source.skipped_records.is_empty() {
        document.add_text(fields.kind, kind::SKIPPED);
    }
    document.add_u64(fields.source, source.key);
    document.add_u64(fields.root, source.root);
    document.add_text(fields.path, &source.path);
    document.add_text(fields.format, &source.format);
    document.add_u64(fields.size, source.size);
    document.add_i64(fields.modified, source.modified);
    document.add_u64(fields.state, u64::from(reason.is_some()));
    let wire = SourceWire {
        hash: source.hash,
        reason,
        records: steps(&source.records),
        skipped_records: source.skipped_records.clone(),
    };
    document.add_bytes(fields.payload, &encode(&wire)?);
    Ok(document)
}

fn steps(records: &[(u64, RecordStart)]) -> Vec<(i64, i64, i64)> {
    let mut last = (0i64, 0i64, 0i64);
    records
        .iter()
        .map(|(key, start)| {
            let here = (*key as i64, start.byte as i64, i64::from(start.line));
            let step = (here.0 - last.0, here.1 - last.1, here.2 - last.2);
            last = here;
            step
        })
        .collect()
}

fn places(steps: &[(i64, i64, i64)]) -> Vec<(u64, RecordStart)> {
    let mut here = (0i64, 0i64, 0i64);
    steps
        .iter()
        .map(|step| {
            here = (here.0 + step.0, here.1 + step.1, here.2 + step.2);
            (
                here.0 as u64,
                RecordStart {
                    byte: here.1 as u64,
                    line: here.2 as u32,
                },
            )
        })
        .collect()
}

/// What a source's payload holds: hash, reason, places of records, skipped records.
pub(super) struct SourcePayload {
    pub hash: [u8; 32],
    pub reason: Option<String>,
    pub records: Vec<(u64, RecordStart)>,
    pub skipped_records: Vec<(String, String)>,
}

/// Reads an article back.
pub(super) fn read_article(payload: &[u8]) -> Result<ArticleRecord, IndexError> {
    decode(payload)
}

/// Reads a passage back.
pub(super) fn read_passage(payload: &[u8]) -> Result<StoredPassage, IndexError> {
    let wire: PassageWire<'_> = decode(payload)?;
    let blocks = wire
        .blocks
        .into_iter()
        .map(read_block)
        .collect::<Result<_, _>>()?;
    Ok(StoredPassage {
        article: wire.article,
        blocks,
    })
}

fn read_block(wire: BlockWire<'_>) -> Result<BlockText, IndexError> {
    let mut map = wire.map;
    Ok(BlockText {
        number: wire.number,
        kind: *KINDS
            .get(wire.kind as usize)
            .ok_or(IndexError::unreadable("document"))?,
        begins: wire.begins,
        ends: wire.ends,
        text: wire.text.to_owned(),
        map: SourceMap::decode(&mut map).map_err(|_| IndexError::unreadable("document"))?,
    })
}

/// Reads only the texts of a passage's blocks back.
pub(super) fn read_texts(payload: &[u8]) -> Result<Vec<&str>, IndexError> {
    let wire: PassageWire<'_> = decode(payload)?;
    Ok(wire.blocks.into_iter().map(|block| block.text).collect())
}

/// Reads the payload of a source back.
pub(super) fn read_source(payload: &[u8]) -> Result<SourcePayload, IndexError> {
    let wire: SourceWire = decode(payload)?;
    Ok(SourcePayload {
        hash: wire.hash,
        reason: wire.reason,
        records: places(&wire.records),
        skipped_records: wire.skipped_records,
    })
}

/// The payload of a stored document.
pub(super) fn payload(document: &TantivyDocument, field: Field) -> Result<&[u8], IndexError> {
    document
        .get_first(field)
        .and_then(|value| value.as_bytes())
        .ok_or(IndexError::unreadable("document"))
}

/// What tells the records of one source apart and stays the same while a record does: the first
/// eight bytes of a hash of its name and its content. Two lines may be equal but for their names.
pub fn record_hash(name: Option<&str>, content: &[u8; 32]) -> u64 {
    let hash = Sha256::new()
        .chain_update(content)
        .chain_update(name.unwrap_or_default())
        .finalize();
    let mut first = [0; 8];
    first.copy_from_slice(&hash[..8]);
    u64::from_le_bytes(first)
}

/// What the index keeps of an article.
pub(super) fn article_record(key: u64, source: u64, article: &Article) -> ArticleRecord {
    let value = |known: &Option<Known<String>>| known.as_ref().map(|known| known.value.clone());
    ArticleRecord {
        key,
        source,
        record: article.record.clone(),
        title: value(&article.title),
        outlet: value(&article.outlet),
        author: value(&article.author),
        url: value(&article.url),
        date: article.date.as_ref().map(|date| date.value.to_string()),
        language: article.language.value.code().to_owned(),
        hash: article.hash,
        text_bytes: article.text.len() as u64,
    }
}

fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, IndexError> {
    postcard::to_allocvec(value).map_err(|_| IndexError::unreadable("document"))
}

fn decode<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, IndexError> {
    postcard::from_bytes(bytes).map_err(|_| IndexError::unreadable("document"))
}
