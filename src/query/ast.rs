//! A query as plain data.

use crate::german::DateInterval;
use crate::span::TextSpan;

/// A query, understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// As typed.
    pub text: String,
    /// Its clauses.
    pub root: Node,
    /// How many different words of a long text are left out of them.
    pub left_out: usize,
}

impl Query {
    /// All leaves in the order they were typed, the excluded ones too.
    pub fn leaves(&self) -> Vec<&Leaf> {
        let mut leaves = Vec::new();
        self.root.collect_leaves(&mut leaves);
        leaves
    }
}

/// A part of a query.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Clauses side by side: plain ones add to the score, any one suffices unless one is required.
    /// When all of them are [`Occur::MustNot`], every article without these answers the query.
    List(Vec<Clause>),
    /// Articles in which all hold.
    And(Vec<Node>),
    /// Articles in which any holds.
    Or(Vec<Node>),
    /// Articles in which it does not hold.
    Not(Box<Node>),
    /// Something to look up.
    Leaf(Leaf),
}

impl Node {
    fn collect_leaves<'a>(&'a self, leaves: &mut Vec<&'a Leaf>) {
        match self {
            Node::List(clauses) => clauses
                .iter()
                .for_each(|clause| clause.node.collect_leaves(leaves)),
            Node::And(nodes) | Node::Or(nodes) => {
                nodes.iter().for_each(|node| node.collect_leaves(leaves));
            }
            Node::Not(node) => node.collect_leaves(leaves),
            Node::Leaf(leaf) => leaves.push(leaf),
        }
    }
}

/// A node of a list and whether it must hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// Whether the article must have it.
    pub occur: Occur,
    /// What it is.
    pub node: Node,
}

/// Whether an article must hold a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occur {
    /// `word`: adds to the score.
    Should,
    /// `+word`.
    Must,
    /// `-word`, and `NOT word` in a list.
    MustNot,
}

/// Something to look up, with its place in the query.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// Where it was typed, with its quotation marks, field name, `*` and `~`, without `+` or `-`.
    pub span: TextSpan,
    /// What it looks for.
    pub kind: LeafKind,
}

/// What a leaf looks for.
#[derive(Clone, Debug, PartialEq)]
pub enum LeafKind {
    /// A word, in any inflection and inside compounds.
    ///
    /// The text is as typed and may hold signs (`4:51`, `Sky+HD`, `90%`). Words that share a
    /// member are one leaf, so that analysis sees them together: `Boden- und Luftstreitkräfte`.
    Word(String),
    /// `"these words"` in this order and form.
    Phrase(String),
    /// `"these words"~5`: all of them, any order, at most so many other words between them.
    Near {
        /// The words.
        text: String,
        /// How many other words may stand between them.
        distance: u32,
    },
    /// `munit*`, without the star; at least two letters or digits.
    Prefix(String),
    /// `*munition`, without the star; at least two letters or digits.
    Suffix(String),
    /// `M*ller`, `*munition*`, `M?ller`, as typed: a `*` stands for any letters or none, a `?` for one; at
    /// least two letters or digits.
    Gaps(String),
    /// `Schoigo~`, `Schoigo~2`: at most so many letters changed, added, left out or swapped.
    Fuzzy {
        /// The word.
        text: String,
        /// One (also when no number was typed) or two edits.
        edits: u8,
    },
    /// `title:…`, `author:…`, `person:…`: words of a field, all of which must be there.
    Text {
        /// Which field.
        field: TextField,
        /// The words to find in it.
        text: String,
    },
    /// `source:…`: part of the path or outlet.
    Source(String),
    /// `lang:de`: ISO 639-1 in small letters.
    Language(String),
    /// `type:txt`: the format of the source, in small letters.
    Type(String),
    /// `date:…`: published in that time.
    Date(DateInterval),
    /// `date:none`: no date known.
    Undated,
}

/// A field of words that a leaf may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextField {
    /// The headline.
    Title,
    /// Who wrote it.
    Author,
    /// A person named in the text.
    Person,
}
