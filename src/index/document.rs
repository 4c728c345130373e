//! Documents, both ways: from articles and passages to tantivy's documents and back.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tantivy::TantivyDocument;
use tantivy::schema::{Field, Value};

use super::doubts;
use super::error::IndexError;
use super::named::{self, StoredMention};
use super::origins::Origins;
use super::parts::StoredParts;
use super::people::PassageView;
use super::schema::Fields;
use super::sections;
use super::tokens::PassageTokens;
use crate::article::{
    Article, BlockKind, BlockText, Known, Passage, Property, RecordStart, Signature, is_compared,
};
use crate::german::Analyzer;
use crate::people::{self, Names};
use crate::span::SourceMap;

/// Values of the field `kind`.
pub(super) mod kind {
    pub const SOURCE: &str = "source";
    pub const SKIPPED: &str = "skipped";
    pub const COPYING: &str = "copying";
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
    /// How much of the name of its record names a member of an archive, in bytes.
    pub member: u64,
    /// Its pages or parts.
    pub parts: StoredParts,
    /// Where what is known of it was found.
    pub origins: Origins,
    /// What a reader should know of how its text was read.
    pub notes: Vec<String>,
    /// The terms of everyone it names (see [`crate::people::term`]).
    pub persons: Vec<String>,
}

impl ArticleRecord {
    /// The member of an archive that it lies in.
    pub fn member(&self) -> Option<&str> {
        let member = self.record.as_deref()?.get(..self.member as usize)?;
        (!member.is_empty()).then_some(member)
    }

    /// What is known of a property.
    pub fn value(&self, property: Property) -> Option<&str> {
        match property {
            Property::Title => self.title.as_deref(),
            Property::Outlet => self.outlet.as_deref(),
            Property::Author => self.author.as_deref(),
            Property::Url => self.url.as_deref(),
            Property::Date => self.date.as_deref(),
            Property::Language => Some(&self.language),
        }
    }
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

impl Placed {
    /// What names the article in public: the path, and behind `#` the record where there is one.
    pub fn id(&self) -> String {
        match &self.article.record {
            Some(record) => format!("{}#{record}", self.path),
            None => self.path.clone(),
        }
    }
}

/// A passage as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPassage {
    /// Number of its article.
    pub article: u64,
    /// Its blocks in order.
    pub blocks: Vec<BlockText>,
    /// The mentions that begin in it, in order.
    pub mentions: Vec<StoredMention>,
}

#[derive(Serialize, Deserialize)]
struct PassageWire<'a> {
    article: u64,
    #[serde(borrow)]
    blocks: Vec<BlockWire<'a>>,
    mentions: Vec<u32>,
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

const KINDS: [BlockKind; 7] = [
    BlockKind::Headline,
    BlockKind::Lead,
    BlockKind::Heading,
    BlockKind::Paragraph,
    BlockKind::ListItem,
    BlockKind::Caption,
    BlockKind::Boilerplate,
];

/// An article, what was cut from it, and everyone it names.
pub(super) struct Content<'a> {
    pub article: &'a Article,
    pub passages: &'a [Passage],
    pub names: &'a Names,
}

/// The documents of an article: the article first, then its passages in order.
pub(super) fn article_documents(
    fields: &Fields,
    analyzer: &mut Analyzer,
    record: &ArticleRecord,
    content: &Content<'_>,
) -> Result<Vec<TantivyDocument>, IndexError> {
    let article = content.article;
    let mut documents = Vec::with_capacity(content.passages.len() + 1);
    documents.push(article_document(fields, analyzer, record, content)?);
    let title = article
        .title
        .as_ref()
        .map(|title| super::tokens::stems(analyzer, &title.value));
    for passage in content.passages {
        documents.push(passage_document(
            fields,
            analyzer,
            record,
            content,
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
    content: &Content<'_>,
) -> Result<TantivyDocument, IndexError> {
    let mut document = TantivyDocument::default();
    document.add_text(fields.kind, kind::ARTICLE);
    document.add_u64(fields.article, record.key);
    document.add_u64(fields.source, record.source);
    document.add_u64(fields.name, name_hash(record.record.as_deref()));
    if let Some(signature) = Signature::of(&content.article.text, &content.article.blocks) {
        document.add_u64(fields.signature, signature.number());
    }
    document.add_u64(fields.text_bytes, record.text_bytes);
    document.add_text(fields.language, &record.language);
    document.add_u64(fields.doubts, doubts::doubts(content.article));
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
        document.add_text(fields.byline, author);
    }
    if let Some(date) = &content.article.date {
        document.add_i64(fields.date_first, date.value.first_day());
        document.add_i64(fields.date_last, date.value.last_day());
    }
    let named = named::surely_named(content.names).into_iter();
    let terms = named.filter_map(|number| record.persons.get(number as usize));
    let terms = super::tokens::raw(terms.map(String::as_str));
    document.add_text(fields.person, terms);
    document.add_bytes(fields.payload, &encode(record)?);
    Ok(document)
}

fn passage_document(
    fields: &Fields,
    analyzer: &mut Analyzer,
    record: &ArticleRecord,
    content: &Content<'_>,
    title: Option<&str>,
    passage: &Passage,
) -> Result<TantivyDocument, IndexError> {
    let article = content.article;
    let mut document = TantivyDocument::default();
    document.add_text(fields.kind, kind::PASSAGE);
    document.add_u64(fields.article, record.key);
    if is_around(article, passage) {
        document.add_u64(fields.around, 1);
    }
    for page in sections::pages(article, passage) {
        document.add_u64(fields.page, page);
    }
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
    let (mentions, persons) = named::named_in(passage, content.names);
    let terms = persons
        .iter()
        .filter_map(|number| record.persons.get(*number as usize));
    let terms = super::tokens::raw(terms.map(String::as_str));
    document.add_text(fields.names, terms);
    document.add_bytes(
        fields.payload,
        &encode_passage(record.key, article, passage, mentions)?,
    );
    Ok(document)
}

/// Whether a passage holds nothing but what stands around its article.
fn is_around(article: &Article, passage: &Passage) -> bool {
    let kind = |number: u32| article.blocks.get(number as usize).map(|block| block.kind);
    let mut pieces = passage.pieces.iter();
    pieces.all(|piece| kind(piece.block) == Some(BlockKind::Boilerplate))
}

fn encode_passage(
    key: u64,
    article: &Article,
    passage: &Passage,
    mentions: Vec<u32>,
) -> Result<Vec<u8>, IndexError> {
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
        mentions,
    })
}

/// Reads an article back.
pub(super) fn read_article(payload: &[u8]) -> Result<ArticleRecord, IndexError> {
    decode(payload)
}

/// Reads a passage back.
pub(super) fn read_passage(payload: &[u8]) -> Result<StoredPassage, IndexError> {
    let wire: PassageWire<'_> = decode(payload)?;
    let lengths: Vec<usize> = wire.blocks.iter().map(|block| block.text.len()).collect();
    let mentions = named::read_mentions(&wire.mentions, &lengths)?;
    let blocks = wire
        .blocks
        .into_iter()
        .map(read_block)
        .collect::<Result<_, _>>()?;
    Ok(StoredPassage {
        article: wire.article,
        blocks,
        mentions,
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

/// Reads a passage back as far as names need it.
pub(super) fn view_passage(payload: &[u8]) -> Result<PassageView<'_>, IndexError> {
    let wire: PassageWire<'_> = decode(payload)?;
    let lengths: Vec<usize> = wire.blocks.iter().map(|block| block.text.len()).collect();
    let blocks = wire.blocks.iter();
    Ok(PassageView {
        article: wire.article,
        blocks: blocks.map(|block| (block.number, block.text)).collect(),
        mentions: named::read_mentions(&wire.mentions, &lengths)?,
    })
}

/// Reads only the texts of a passage's blocks back.
pub(super) fn read_texts(payload: &[u8]) -> Result<Vec<&str>, IndexError> {
    let wire: PassageWire<'_> = decode(payload)?;
    Ok(wire.blocks.into_iter().map(|block| block.text).collect())
}

/// Reads only what of a passage is compared with other articles.
pub(super) fn read_compared(payload: &[u8]) -> Result<Vec<&str>, IndexError> {
    let wire: PassageWire<'_> = decode(payload)?;
    let kind = |block: &BlockWire<'_>| KINDS.get(block.kind as usize).copied();
    let blocks = wire.blocks.into_iter();
    let compared = blocks.filter(|block| kind(block).is_some_and(is_compared));
    Ok(compared.map(|block| block.text).collect())
}

/// The payload of a stored document.
pub(super) fn payload(document: &TantivyDocument, field: Field) -> Result<&[u8], IndexError> {
    document
        .get_first(field)
        .and_then(|value| value.as_bytes())
        .ok_or(IndexError::unreadable("document"))
}

/// What tells whether an article still has the name under which it is stored: two bytes of a hash of the
/// name of its record; 0 for a whole file.
pub fn name_hash(record: Option<&str>) -> u64 {
    record.map_or(0, |name| {
        let hash = Sha256::digest(name);
        u64::from(u16::from_le_bytes([hash[0], hash[1]]))
    })
}

/// What the index keeps of an article.
pub(super) fn article_record(
    key: u64,
    source: u64,
    article: &Article,
    names: &Names,
) -> ArticleRecord {
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
        member: article.member as u64,
        parts: StoredParts::of(&article.parts),
        origins: Origins::of(article),
        notes: article.notes.iter().map(|note| note.text()).collect(),
        persons: names.persons.iter().map(people::term).collect(),
    }
}

/// The bytes in which a value is stored.
pub(super) fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, IndexError> {
    postcard::to_allocvec(value).map_err(|_| IndexError::unreadable("document"))
}

/// Reads a stored value back.
pub(super) fn decode<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, IndexError> {
    postcard::from_bytes(bytes).map_err(|_| IndexError::unreadable("document"))
}
