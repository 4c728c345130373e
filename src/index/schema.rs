//! The fields of the three kinds of documents.

use tantivy::schema::{
    BytesOptions, FAST, Field, INDEXED, IndexRecordOption, NumericOptions, STORED, Schema,
    TextFieldIndexing, TextOptions,
};

/// The name under which the replaying tokenizer of [`super::tokens`] is registered.
pub(super) const REPLAY: &str = "replay";

/// Names of the fast fields, which tantivy looks up by name.
pub(super) mod column {
    pub const ARTICLE: &str = "article";
    pub const SOURCE: &str = "source";
    pub const IDENTITY: &str = "identity";
    pub const NAME: &str = "name";
    pub const SIGNATURE: &str = "signature";
    pub const DATE_FIRST: &str = "date_first";
    pub const DATE_LAST: &str = "date_last";
    pub const LANGUAGE: &str = "language";
    pub const FORMAT: &str = "format";
    pub const OUTLET: &str = "outlet";
    pub const BYLINE: &str = "byline";
    pub const PATH: &str = "path";
    pub const ROOT: &str = "root";
    pub const SIZE: &str = "size";
    pub const MODIFIED: &str = "modified";
    pub const STATE: &str = "state";
    pub const TEXT_BYTES: &str = "text_bytes";
    pub const AROUND: &str = "around";
    pub const BESIDE: &str = "beside";
    pub const CHANGED: &str = "changed";
    pub const DOUBTS: &str = "doubts";
    pub const PAGE: &str = "page";
}

/// Handles of all fields.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    /// `source`, `skipped`, `copying`, `article` or `passage`.
    pub kind: Field,
    /// Number of the article, given once; on articles and their passages, and the key to delete by.
    pub article: Field,
    /// Number of the source; on sources and articles.
    pub source: Field,
    /// Stems of a passage, with positions.
    pub stem: Field,
    /// Folded forms of a passage where they differ from their stem.
    pub exact: Field,
    /// Stems of the parts of compounds of a passage.
    pub parts: Field,
    /// Terms of everyone whom a mention of a passage may mean (see [`crate::people::term`]).
    pub names: Field,
    /// Terms of the persons whom an article surely names, be it once.
    pub person: Field,
    /// Stems of the title and heading over a passage: its context.
    pub context: Field,
    /// Stems of an article's title, for `title:`.
    pub title: Field,
    /// Folded words of the author, for `author:`.
    pub author: Field,
    /// The name of the record inside its source.
    pub record: Field,
    /// What two records share only when they give the same article.
    pub identity: Field,
    /// See [`super::name_hash`].
    pub name: Field,
    /// See [`crate::article::Signature`].
    pub signature: Field,
    /// On sources: the numbers of articles of which they hold further copies.
    pub copy: Field,
    /// First day of the publication date, counted from 1970.
    pub date_first: Field,
    /// Last day of the publication date.
    pub date_last: Field,
    /// ISO 639-1 code of an article.
    pub language: Field,
    /// Format of a source or of the article's source.
    pub format: Field,
    /// Who published an article.
    pub outlet: Field,
    /// Who wrote an article, as it says.
    pub byline: Field,
    /// Path of a source relative to its root.
    pub path: Field,
    /// Number of the root a source lies in.
    pub root: Field,
    /// Size of a source in bytes.
    pub size: Field,
    /// When a source was last written, in nanoseconds since 1970.
    pub modified: Field,
    /// Whether a source was read or skipped.
    pub state: Field,
    /// Bytes of an article's text.
    pub text_bytes: Field,
    /// 1 on passages of what stands around an article, which are ranked last.
    pub around: Field,
    /// What is said of a source beside it, as a hash; 0 when nothing is.
    pub beside: Field,
    /// When anything of a source last changed, its name and permissions included, in nanoseconds since
    /// 1970; nobody can set it back.
    pub changed: Field,
    /// What is doubtful of an article (see [`super::doubts`]).
    pub doubts: Field,
    /// The pages a passage stands on, where its article has pages.
    pub page: Field,
    /// Everything that is only shown, encoded by [`super::document`].
    pub payload: Field,
}

/// Builds the schema and the handles of its fields.
pub(super) fn build() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let number = NumericOptions::from(FAST);
    let key = NumericOptions::from(FAST | INDEXED);
    let label = TextOptions::default().set_fast("raw");
    let fields = Fields {
        kind: schema.add_text_field("kind", raw()),
        article: schema.add_u64_field(column::ARTICLE, key.clone()),
        source: schema.add_u64_field(column::SOURCE, key),
        stem: schema.add_text_field(
            "stem",
            replayed_with_lengths(IndexRecordOption::WithFreqsAndPositions),
        ),
        exact: schema.add_text_field("exact", replayed(IndexRecordOption::WithFreqs)),
        parts: schema.add_text_field("parts", replayed(IndexRecordOption::WithFreqs)),
        context: schema.add_text_field("context", replayed(IndexRecordOption::WithFreqs)),
        names: schema.add_text_field("names", replayed(IndexRecordOption::Basic)),
        person: schema.add_text_field("person", replayed(IndexRecordOption::Basic)),
        title: schema.add_text_field("title", replayed(IndexRecordOption::WithFreqsAndPositions)),
        author: schema.add_text_field("author", replayed(IndexRecordOption::Basic)),
        record: schema.add_text_field("record", raw()),
        identity: schema.add_u64_field(column::IDENTITY, number.clone()),
        name: schema.add_u64_field(column::NAME, number.clone()),
        signature: schema.add_u64_field(column::SIGNATURE, number.clone()),
        copy: schema.add_u64_field("copy", NumericOptions::from(INDEXED)),
        date_first: schema.add_i64_field(column::DATE_FIRST, number.clone()),
        date_last: schema.add_i64_field(column::DATE_LAST, number.clone()),
        language: schema.add_text_field(column::LANGUAGE, label.clone()),
        format: schema.add_text_field(column::FORMAT, label.clone()),
        outlet: schema.add_text_field(column::OUTLET, label.clone()),
        byline: schema.add_text_field(column::BYLINE, label),
        path: schema.add_text_field(column::PATH, raw().set_fast("raw")),
        root: schema.add_u64_field(column::ROOT, number.clone()),
        size: schema.add_u64_field(column::SIZE, number.clone()),
        modified: schema.add_i64_field(column::MODIFIED, number.clone()),
        state: schema.add_u64_field(column::STATE, number.clone()),
        text_bytes: schema.add_u64_field(column::TEXT_BYTES, number.clone()),
        around: schema.add_u64_field(column::AROUND, number.clone()),
        beside: schema.add_u64_field(column::BESIDE, number.clone()),
        changed: schema.add_i64_field(column::CHANGED, number.clone()),
        doubts: schema.add_u64_field(column::DOUBTS, number.clone()),
        page: schema.add_u64_field(column::PAGE, number),
        payload: schema.add_bytes_field("payload", BytesOptions::from(STORED)),
    };
    (schema.build(), fields)
}

/// One unprocessed term a value, for look-ups only.
fn raw() -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_fieldnorms(false)
        .set_index_option(IndexRecordOption::Basic);
    TextOptions::default().set_indexing_options(indexing)
}

/// Terms of our own analysis.
fn replayed(detail: IndexRecordOption) -> TextOptions {
    TextOptions::default().set_indexing_options(replaying(detail).set_fieldnorms(false))
}

/// The same with the lengths of passages. Only `stem` has them: it alone counts every word.
fn replayed_with_lengths(detail: IndexRecordOption) -> TextOptions {
    TextOptions::default().set_indexing_options(replaying(detail).set_fieldnorms(true))
}

fn replaying(detail: IndexRecordOption) -> TextFieldIndexing {
    TextFieldIndexing::default()
        .set_tokenizer(REPLAY)
        .set_index_option(detail)
}
