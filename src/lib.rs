//! `beleg` is a local full-text search engine for collections of German source articles, and the
//! command-line tool of that name. *Beleg* is the piece of evidence that backs a statement.
//!
//! This page is the front page of the code. What the tool does for its users stands in the README;
//! the JSON contract stands in [`render::wire`], the query language in [`query::parse`].
//!
//! # The way of the data
//!
//! From files to the index:
//!
//! | room | takes | gives |
//! |---|---|---|
//! | [`source`] | files and folders | a [`source::RawRecord`] with its hash, or the [`source::Reason`] why not |
//! | [`article`] | a decoded text, and what its record says of itself | an [`article::Article`]: blocks, dates, language, and the map back to its bytes; and the [`article::Passage`]s cut from it |
//! | [`german`] | text | tokens with their terms and true offsets, sentences, dates, aliases |
//! | [`people`] | the text and blocks of an article | everyone it names and where: [`people::Names`] |
//! | [`index`] | articles, passages and names | the index on disk, which is tantivy's |
//!
//! And back, from a question to an answer:
//!
//! | room | takes | gives |
//! |---|---|---|
//! | [`query`] | what was typed | a [`query::Query`], or an error with the place for a caret |
//! | [`search`] | a query | a [`search::Plan`] of what to look up |
//! | [`index`] | a plan | candidates with their postings, as plain data |
//! | [`search`] | candidates | ranked passages and exact marks |
//! | [`speech`] | the text of a block | who says each sentence: [`speech::Attribution`] |
//! | [`claim`] | a claim, and the articles that a search found for it | a verdict, with what each sentence says of each part |
//! | [`evidence`] | – | the results as plain data: [`evidence::Hit`], [`evidence::Mark`], [`evidence::Citation`] |
//! | [`search`] | how a word spreads over two sets of passages | how special it is: [`search::keyness`] |
//! | [`people`] | name terms of the index, a typed name | the [`people::Person`]s of the collection, and whom the name means |
//! | [`render`] | results | text for people, concordances, JSON Lines, tables, bibliographies, Markdown, runs for `trec_eval` |
//!
//! [`archive`] holds the verbs that walk these ways (refresh, search, mentions, people, check, show,
//! status, analyze), [`cli`] is the door for people at a terminal, and [`span`] stands under all of them:
//! it is the only place where offsets are reckoned.
//!
//! ```text
//!   files ─► source ─► article ─► german, people ─► index
//!                                                     ▲│
//!   what was typed ─► query ─► search ────────────────┘│
//!   terminal, JSON ◄─ render ◄─ evidence ◄─ search, people
//! ```
//!
//! Each room's first four lines say what lives there, comes in, goes out and never enters. Which
//! rooms a room may know is a table that a test holds against the code (`tests/suite/tidy`), and an
//! outside crate is named by its owner alone: tantivy by [`index`], the stemmer by [`german`], the
//! encodings by [`source`], clap by [`cli`].
//!
//! # What always holds
//!
//! * **A mark is where it says.** The bytes of a mark, read from the file and decoded as the file is
//!   encoded, are the words marked: [`span::SourceMap`] leads back through every encoding and escape.
//! * **Two kinds of unit.** A *passage* of about [`article::TARGET_WORDS`] words is ranked, a *block*
//!   (paragraph, headline, caption) is shown and cited. Scores come from passages only.
//! * **Bad input is data.** A file that cannot be read becomes a reason, never a panic, and never
//!   stops the others.
//! * **Nothing is left out silently.** A limit, a skipped file, an undated article, an old index: each
//!   is counted in [`evidence::Summary`].
//! * **A commit is one truth.** Sources, articles and passages are in one tantivy index and change
//!   together. What was learnt from the collection is frozen beside it under a hash.
//! * **The same article is stored once.** Records that give the same article ([`source::RawRecord::identity`])
//!   are places of one. When its first place goes, the others are read again, and one of them becomes the
//!   first.
//! * **Near copies are found when asked.** An article has a [`article::Signature`] of eight bytes; nothing is
//!   stored about groups, so nothing of them can go stale.
//! * **Who is who is decided when asked.** The index knows persons of single articles only; which of them
//!   are one is worked out from the terms of their families ([`people::families`]) at each request, so
//!   nothing of it can go stale, and an edit of the user's own names never touches a passage.
//! * **Whole words stay.** Parts of compounds come in addition, never instead.
//! * **What is not understood is an error.** No part of a query is ever ignored.
//! * **The same question has the same answer.** Ties are broken by the place of the article.
//!
//! # What is not here
//!
//! No network access, no unsafe code (`unsafe_code = "forbid"`), no mutable global state, no settings
//! outside [`cli`], no program started because a folder of articles says so, no second database beside the index, no logic in [`evidence`], and nothing
//! that prints outside [`cli`].
//!
//! # Where to begin
//!
//! To follow a search, start at [`archive::Archive::search`]; to follow an article into the index, at
//! [`archive::refresh`]; to follow a name, at [`archive::Archive::mentions`]. To see what German text
//! becomes, read [`german::Analyzer`]. A new file format is a file in [`source`] and a line of
//! [`source::Format`]. How good and how fast all this is, beside others, stands in [`measured`], and how a release is made in
//! [`release`].

#[doc = include_str!("bench.md")]
pub mod measured {}

#[doc = include_str!("release.md")]
pub mod release {}

pub mod archive;
pub mod article;
pub mod claim;
pub mod cli;
pub mod evidence;
pub mod german;
pub mod index;
pub mod people;
pub mod query;
pub mod render;
pub mod search;
pub mod source;
pub mod span;
pub mod speech;
