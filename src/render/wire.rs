//! The JSON Lines that beleg writes, schema 1.
//!
//! Each line is one object with three fields:
//!
//! * `type`: what it is, see below;
//! * `id`: in a batch, the name of the query or record it belongs to; else absent;
//! * `data`: an object of the type below.
//!
//! | `type` | `data` | written by |
//! |---|---|---|
//! | `begin` | [`Begin`] | `search`, `mentions` and `people`, first of each query |
//! | `hit` | [`Hit`] | `search`, the hits of one article one after another |
//! | `keyword` | [`Keyword`] | `search --kwic` and `mentions --kwic`, in the place of hits and mentions |
//! | `facet` | [`Facet`] | `search --facets`, instead of hits, a line for each that was asked for |
//! | `timeline` | [`Timeline`] | `search --timeline` and `mentions --timeline`, instead of hits and mentions; `people --timeline`, behind each person |
//! | `summary` | [`Summary`] | `search`, last of each query; `terms`, last |
//! | `saved` | [`SavedSearch`] | `saved` |
//! | `why_not` | [`WhyNot`] | `search --why-not`, instead of hits and summary |
//! | `term` | [`SpecialWord`] | `terms`, the most special first |
//! | `alike` | [`Alike`] | `like`, before the hits of each article |
//! | `summary` | [`AlikeSummary`] | `like`, last |
//! | `mention` | [`Mention`] | `mentions`, those of one article one after another |
//! | `candidates` | [`Candidates`] | `mentions`, when the name may mean several people |
//! | `summary` | [`MentionSummary`] | `mentions`, last |
//! | `person` | [`Person`] | `people` |
//! | `summary` | [`PeopleSummary`] | `people`, last |
//! | `begin` | [`Begin`] | `check`, first of each claim, which stands in `query` |
//! | `verdict` | [`Verdict`] | `check`, behind it |
//! | `evidence` | [`Evidence`] | `check`, the best first |
//! | `summary` | [`CheckSummary`] | `check`, last of each claim |
//! | `token` | [`Token`] | `analyze` |
//! | `person` | [`NamedPlace`] | `analyze`, behind the tokens of a text or record |
//! | `attribution` | [`Attribution`] | `analyze`, a line a sentence behind the tokens of a German text |
//! | `status` | [`Status`] | `status` |
//! | `duplicates` | [`Group`] | `status --duplicates`, a line a group |
//! | `summary` | [`DuplicateSummary`] | `status --duplicates`, last |
//! | `skipped` | [`Skipped`] | `status --skipped` |
//! | `undated` | [`Undated`] | `status --undated` |
//! | `show` | [`Shown`] | `show` |
//! | `config` | [`Settings`] | `config` |
//!
//! What goes wrong stands on standard error, in words, as with every format; the exit code is 2.
//!
//! Within a schema number fields are only added; readers should skip fields and types they do not
//! know. All offsets are half-open and in bytes: `start` and `end` of UTF-8 text beside them,
//! `byte_start` and `byte_end` of the file on disk; where a citation has a `member`, of that member of
//! the archive, unpacked; where it has a `page` or `part`, of the text that is extracted (a paragraph a
//! line for documents, the parts of a message one behind another). Lines and columns count from 1, columns in
//! characters. What is not known is `null`. Control and bidi characters are escaped, so that a
//! line is safe to look at; a JSON reader gets the original text.
//!
//! ```json
//! {"type":"begin","data":{"schema":1,"version":"0.1.0","query":"Munition"}}
//! {"type":"hit","data":{"rank":1,"score":7.1,"article":{"id":"a.txt","docid":"a.txt","title":"Lieferung","date":"2023-09","author":null,"language":"de"},"citation":{"path":"corpus/a.txt","record":null,"line":11,"column":1,"byte_start":640,"byte_end":671,"quote":"Nordkorea liefert Munition.","prefix":"","suffix":" Das","sha256":"9b…"},"text":"Nordkorea liefert Munition. Das …","block":{"kind":"paragraph","line":11,"byte_start":640,"byte_end":702},"marks":[{"start":18,"end":26,"byte_start":658,"byte_end":666,"kind":"exact"}]}}
//! {"type":"mention","data":{"person":"Kim Jong Un","surface":"Kims","article":{"id":"a.txt","docid":"a.txt","title":"Besuch","date":"2023-09","author":null,"language":"de"},"citation":{"path":"corpus/a.txt","record":null,"line":29,"column":1,"byte_start":640,"byte_end":644,"quote":"Kims","prefix":"","suffix":" Programm war","sha256":"9b…"},"rule":"part_of_name","confidence":0.9,"derived":false,"text":"Kims Programm war …","block":{"kind":"paragraph","line":29,"byte_start":640,"byte_end":702},"marks":[{"start":0,"end":4,"byte_start":640,"byte_end":644,"kind":"variant"}]}}
//! {"type":"person","data":{"name":"Kim Jong Un","variants":[{"form":"Kim","count":10},{"form":"Kims","count":3}],"articles":4,"mentions":13,"first_date":"2023-09","last_date":"2023-09"}}
//! {"type":"summary","data":{"articles_searched":5,"passages_searched":61,"articles_found":1,"passages_found":1,"articles_shortened":0,"exact":true,"skipped":[],"undated":null,"variants":[],"suggestions":[],"notes":[],"elapsed_ms":3}}
//! ```

mod attribution;
mod check;
mod duplicates;
mod keyword;
mod overview;
mod people;
mod saved;
mod search;
mod settings;
mod status;
mod why_not;
mod words;

pub(super) use attribution::attribution_kind;
pub use attribution::{Attribution, SaidBy};
pub use check::{CheckSummary, Conflict, Evidence, Part, Verdict};
pub(super) use check::{basis, part_status, stance, verdict_kind};
pub use duplicates::{Duplicate, DuplicateSummary, Group};
pub use keyword::Keyword;
pub use overview::{Alike, AlikeSummary, Bucket, Facet, FacetValue, SpecialWord, Timeline};
pub use people::{
    Candidate, Candidates, Form, LeftOut, Mention, MentionSummary, NamedPlace, PeopleSummary,
    Person,
};
pub use saved::{SavedSearch, ShownBefore};
pub use search::{
    Article, Begin, Block, Citation, Explanation, Hit, Mark, Place, Skipped, Summary, Support,
    Variants, WordScore,
};
pub(super) use search::{block_kind, mark_kind};
pub use settings::{Setting, Settings, SettingsFile, Value};
pub use status::{Dates, Fact, Share, Shown, ShownBlock, Status, Undated};
pub use why_not::{ClauseFate, WhyNot};
pub use words::{Aliases, Token};

use serde::Serialize;

/// The number of this schema.
pub const SCHEMA: u32 = 1;

/// A line.
#[derive(Serialize)]
pub struct Line<'a, T> {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The query or record it belongs to, in a batch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<&'a str>,
    /// The object of that type.
    pub data: T,
}
