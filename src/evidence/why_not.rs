//! Why an article is not among those found, or comes late.

/// Why a search does not show a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyNot {
    /// The file, or the record in it.
    pub path: String,
    /// What became of it.
    pub fate: Fate,
    /// What each word and condition of the query finds in it.
    pub clauses: Vec<ClauseFate>,
    /// What the user should know about the answer.
    pub notes: Vec<String>,
}

/// What became of an article in a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is not in the index, for this reason.
    NotIndexed(String),
    /// It does not answer the query.
    LeftOut,
    /// It does.
    Found {
        /// Its place, from 1.
        rank: u64,
        /// Of so many articles.
        of: u64,
    },
}

/// What a word or condition of a query finds in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseFate {
    /// As asked, with the name of its field.
    pub asked: String,
    /// What it did to the article.
    pub effect: Effect,
    /// Whether the article has it.
    pub holds: bool,
    /// The forms in which it stands there, most frequent first.
    pub forms: Vec<String>,
    /// The first lines where it does.
    pub lines: Vec<u32>,
    /// The index terms that were looked for, where it does not stand there.
    pub terms: Vec<String>,
    /// Words of a phrase that do not stand there.
    pub missing: Vec<String>,
    /// Words of the article that look like it.
    pub near: Vec<String>,
    /// Of a condition: what the article has instead.
    pub has: Option<String>,
}

/// What a clause did to an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing: it counts for the article, or is not needed.
    None,
    /// It was needed and is not there.
    Lacked,
    /// It was not to be there and is.
    Excluded,
}
