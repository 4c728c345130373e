//! From a query to a plan: readings of each word, and the set of articles that may answer.

use std::collections::{HashMap, HashSet};

use super::glob::Glob;
use super::plan::{Field, Leaf, Metadata, Pattern, Plan, Reading, SequenceWord, SetExpression};
use super::readings::term;
use super::weight::{self, Capitals};
use crate::evidence::MarkKind;
use crate::german::{Aliases, Analyzer, TokenKind, Word, fold};
use crate::query::{self, Clause, LeafKind, Node, Occur, Query, TextField};
use crate::span::TextSpan;

/// Makes a query ready for an engine.
pub fn plan(query: &Query, analyzer: &mut Analyzer, aliases: &Aliases) -> Plan {
    let mut planner = Planner {
        analyzer,
        aliases,
        capitals: Capitals::of(&query.text),
        text: &query.text,
        plan: Plan {
            left_out: query.left_out,
            ..Plan::default()
        },
        numbers: HashMap::new(),
        ranked: HashSet::new(),
    };
    let expression = planner.expression(&query.root, Sense::Wanted);
    if !is_plain(&query.root) {
        planner.plan.filter = expression;
    }
    planner.drop_light_words();
    planner.plan
}

/// Whether a match of the node would be an answer or a reason against one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sense {
    Wanted,
    Unwanted,
}

pub(super) struct Planner<'a> {
    analyzer: &'a mut Analyzer,
    pub(super) aliases: &'a Aliases,
    pub(super) capitals: Capitals,
    /// The query as typed.
    pub(super) text: &'a str,
    pub(super) plan: Plan,
    /// The leaves of the plan by their text, so that a word that is repeated is looked up once.
    numbers: HashMap<String, Vec<usize>>,
    /// The leaves of the plan that score.
    ranked: HashSet<usize>,
}

/// Whether any passage that holds any of the words answers, so that no set of articles is needed.
fn is_plain(node: &Node) -> bool {
    match node {
        Node::List(clauses) => clauses
            .iter()
            .all(|clause| clause.occur == Occur::Should && is_plain(&clause.node)),
        Node::Or(members) => members.iter().all(is_plain),
        Node::And(_) | Node::Not(_) => false,
        Node::Leaf(leaf) => !is_condition(leaf),
    }
}

/// Whether a node is the *folgenden* of *Welche der folgenden Aussagen*.
fn is_following(node: &Node) -> bool {
    let Node::Leaf(query::Leaf {
        kind: LeafKind::Word(word),
        ..
    }) = node
    else {
        return false;
    };
    word.to_lowercase().starts_with("folgend")
}

/// Whether a leaf speaks of the article rather than of its text.
fn is_condition(leaf: &query::Leaf) -> bool {
    match &leaf.kind {
        LeafKind::Word(_)
        | LeafKind::Phrase(_)
        | LeafKind::Near { .. }
        | LeafKind::Prefix(_)
        | LeafKind::Suffix(_)
        | LeafKind::Gaps(_)
        | LeafKind::Fuzzy { .. } => false,
        LeafKind::Text { .. }
        | LeafKind::Source(_)
        | LeafKind::Language(_)
        | LeafKind::Type(_)
        | LeafKind::Date(_)
        | LeafKind::Undated => true,
    }
}

impl Planner<'_> {
    /// The set a node stands for; `None` when it says nothing (punctuation only).
    fn expression(&mut self, node: &Node, sense: Sense) -> Option<SetExpression> {
        match node {
            Node::Leaf(leaf) => {
                let clause = Clause {
                    occur: Occur::Should,
                    node: node.clone(),
                };
                let alone = self.leaf(leaf, sense);
                let beside = self.leaves_of_runs(std::slice::from_ref(&clause));
                let beside = beside.into_iter().map(|leaf| self.add(leaf, sense));
                joined(alone.into_iter().chain(beside).collect(), SetExpression::Or)
            }
            Node::Not(inner) => {
                let inner = self.expression(inner, opposite(sense))?;
                Some(SetExpression::Not(Box::new(inner)))
            }
            Node::And(members) => joined(self.all(members, sense), SetExpression::And),
            Node::Or(members) => joined(self.all(members, sense), SetExpression::Or),
            Node::List(clauses) => self.list(clauses, sense),
        }
    }

    fn all(&mut self, members: &[Node], sense: Sense) -> Vec<SetExpression> {
        members
            .iter()
            .filter_map(|member| self.expression(member, sense))
            .collect()
    }

    /// In a list, conditions on the article always hold; of the plain words any one will do, and
    /// none is needed beside something required.
    fn list(&mut self, clauses: &[Clause], sense: Sense) -> Option<SetExpression> {
        let mut required = Vec::new();
        let mut optional = Vec::new();
        let mut after_following = false;
        for clause in clauses {
            let known = self.plan.ranked.len();
            let condition = matches!(&clause.node, Node::Leaf(leaf) if is_condition(leaf));
            match clause.occur {
                Occur::MustNot => {
                    let inner = self.expression(&clause.node, opposite(sense));
                    required.extend(inner.map(|inner| SetExpression::Not(Box::new(inner))));
                }
                Occur::Should if !condition => {
                    optional.extend(self.expression(&clause.node, sense))
                }
                Occur::Should | Occur::Must => {
                    required.extend(self.expression(&clause.node, sense))
                }
            }
            if after_following && let Some(named) = self.plan.ranked.get(known) {
                self.plan.leaves[*named].weight *= weight::NAMED_CHOICE;
            }
            after_following = is_following(&clause.node);
        }
        for leaf in self.leaves_of_runs(clauses) {
            optional.push(self.add(leaf, sense));
        }
        let any_required = clauses.iter().any(|clause| clause.occur == Occur::Must);
        if !any_required {
            required.extend(joined(optional, SetExpression::Or));
        }
        joined(required, SetExpression::And)
    }

    fn leaf(&mut self, leaf: &query::Leaf, sense: Sense) -> Option<SetExpression> {
        let leaf = self.look_up(leaf)?;
        Some(self.add(leaf, sense))
    }

    fn add(&mut self, leaf: Leaf, sense: Sense) -> SetExpression {
        let is_date = matches!(leaf.metadata, Some(Metadata::Date(_)));
        self.plan.asks_date |= is_date && sense == Sense::Wanted;
        let is_ranked = sense == Sense::Wanted && leaf.metadata.is_none();
        let number = self.number(leaf);
        if is_ranked && self.ranked.insert(number) {
            self.plan.ranked.push(number);
        }
        SetExpression::Leaf(number)
    }

    /// The number of a leaf in the plan, where it stands once.
    fn number(&mut self, leaf: Leaf) -> usize {
        let leaves = &mut self.plan.leaves;
        let same_text = self.numbers.entry(leaf.text.clone()).or_default();
        let known = same_text.iter().find(|number| leaves[**number] == leaf);
        known.copied().unwrap_or_else(|| {
            let number = leaves.len();
            leaves.push(leaf);
            same_text.push(number);
            number
        })
    }

    /// What a leaf is looked up as; `None` when it holds no word.
    fn look_up(&mut self, leaf: &query::Leaf) -> Option<Leaf> {
        let text = |leaf: &str| leaf.to_owned();
        match &leaf.kind {
            LeafKind::Word(word) => self.word(word),
            LeafKind::Phrase(words) => self.sequence(words, None),
            LeafKind::Near { text, distance } => self.sequence(text, Some(*distance)),
            LeafKind::Prefix(start) => {
                Some(pattern(format!("{start}*"), Pattern::Prefix(fold(start))))
            }
            LeafKind::Suffix(end) => Some(pattern(format!("*{end}"), Pattern::Suffix(fold(end)))),
            LeafKind::Gaps(typed) => Some(pattern(typed.clone(), Pattern::Gaps(Glob::new(typed)))),
            LeafKind::Fuzzy { text, edits } => {
                let similar = Pattern::Similar {
                    term: fold(text),
                    edits: *edits,
                };
                Some(pattern(format!("{text}~"), similar))
            }
            LeafKind::Text { field, text } => self.field(*field, text),
            LeafKind::Source(part) => Some(condition(part, Metadata::Source(text(part)))),
            LeafKind::Language(code) => {
                Some(condition(code, Metadata::Language(code.to_lowercase())))
            }
            LeafKind::Type(format) => {
                Some(condition(format, Metadata::Type(format.to_lowercase())))
            }
            LeafKind::Date(interval) => {
                Some(condition(&interval.to_string(), Metadata::Date(*interval)))
            }
            LeafKind::Undated => Some(condition("none", Metadata::Undated)),
        }
    }

    fn word(&mut self, text: &str) -> Option<Leaf> {
        let tokens = self.tokens(text);
        let first = tokens.first()?;
        let single = !tokens[1..]
            .iter()
            .any(|token| token.kind != TokenKind::Value);
        let words = tokens.iter().map(|token| token.word.class);
        let weight = weight::of(text, self.capitals, words);
        let mut readings = Vec::new();
        if single {
            self.read_word(&first.word, text, &mut readings);
        } else {
            for token in &tokens {
                match token.kind {
                    TokenKind::Joined => self.read_word(&token.word, text, &mut readings),
                    TokenKind::Value if token.span.end() >= end_of(&tokens) => {
                        readings.push(term(Field::Stem, &token.word.stem, MarkKind::Exact));
                    }
                    _ => {}
                }
            }
            let words = in_a_row(&tokens);
            let (verbatim, kind) = (false, MarkKind::Stem);
            readings.push(Reading::Sequence {
                words,
                verbatim,
                kind,
                distance: None,
            });
        }
        Some(Leaf {
            weight,
            ..Leaf::of_words(text, readings)
        })
    }

    fn sequence(&mut self, text: &str, distance: Option<u32>) -> Option<Leaf> {
        let words = in_a_row(&self.tokens(text));
        if words.is_empty() {
            return None;
        }
        let verbatim = distance.is_none();
        let kind = if verbatim {
            MarkKind::Exact
        } else {
            MarkKind::Stem
        };
        let mut readings = Vec::new();
        // Articles in other languages are not stemmed: there the forms themselves are the stems.
        let unstemmed: Vec<SequenceWord> = words
            .iter()
            .map(|word| SequenceWord {
                stem: word.exact.clone(),
                ..word.clone()
            })
            .collect();
        let both = [(unstemmed != words).then_some(unstemmed), Some(words)];
        for words in both.into_iter().flatten() {
            readings.push(Reading::Sequence {
                words,
                verbatim,
                kind,
                distance,
            });
        }
        Some(Leaf::of_words(&format!("\"{text}\""), readings))
    }

    fn field(&mut self, field: TextField, text: &str) -> Option<Leaf> {
        let tokens = self.tokens(text);
        let words = tokens.iter().filter(|token| is_in_text(token.kind));
        let metadata = match field {
            TextField::Title => {
                Metadata::Title(words.map(|token| token.word.stem.to_string()).collect())
            }
            TextField::Author => {
                Metadata::Author(words.map(|token| token.word.exact.to_string()).collect())
            }
            TextField::Person => Metadata::Person {
                name: text.to_owned(),
                terms: Vec::new(),
            },
        };
        Some(condition(text, metadata))
    }

    pub(super) fn tokens(&mut self, text: &str) -> Vec<OwnedToken> {
        let mut tokens = Vec::new();
        self.analyzer.analyze(text, |token| {
            tokens.push(OwnedToken {
                span: token.span,
                position: token.position,
                kind: token.kind,
                word: token.word.clone(),
            });
        });
        tokens
    }

    /// Words without meaning only score when the query has nothing else.
    fn drop_light_words(&mut self) {
        let leaves = &self.plan.leaves;
        if self
            .plan
            .ranked
            .iter()
            .any(|number| leaves[*number].weight > 0.0)
        {
            self.plan
                .ranked
                .retain(|number| leaves[*number].weight > 0.0);
        } else {
            self.plan
                .leaves
                .iter_mut()
                .for_each(|leaf| leaf.weight = 1.0);
        }
    }
}

/// A token that outlives its analysis.
pub(super) struct OwnedToken {
    pub(super) span: TextSpan,
    position: u32,
    pub(super) kind: TokenKind,
    pub(super) word: Word,
}

/// Where the last of the tokens that stand in the text ends.
fn end_of(tokens: &[OwnedToken]) -> usize {
    let ends = tokens
        .iter()
        .filter(|token| is_in_text(token.kind))
        .map(|token| token.span.end());
    ends.max().unwrap_or(0)
}

fn is_in_text(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Word | TokenKind::Number)
}

pub(super) fn in_a_row(tokens: &[OwnedToken]) -> Vec<SequenceWord> {
    let mut words = tokens
        .iter()
        .filter(|token| is_in_text(token.kind))
        .peekable();
    let first = words.peek().map_or(0, |token| token.position);
    words
        .map(|token| SequenceWord {
            exact: token.word.exact.to_string(),
            stem: token.word.stem.to_string(),
            offset: token.position - first,
        })
        .collect()
}

fn pattern(text: String, pattern: Pattern) -> Leaf {
    Leaf::of_words(&text, vec![Reading::Pattern(pattern)])
}

fn condition(text: &str, metadata: Metadata) -> Leaf {
    Leaf {
        metadata: Some(metadata),
        ..Leaf::of_words(text, Vec::new())
    }
}

fn opposite(sense: Sense) -> Sense {
    match sense {
        Sense::Wanted => Sense::Unwanted,
        Sense::Unwanted => Sense::Wanted,
    }
}

fn joined(
    mut members: Vec<SetExpression>,
    join: fn(Vec<SetExpression>) -> SetExpression,
) -> Option<SetExpression> {
    if members.len() > 1 {
        Some(join(members))
    } else {
        members.pop()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::german::Knowledge;

    #[test]
    fn a_word_that_is_repeated_is_looked_up_and_counted_once() {
        let query = query::parse("Kim Putin Kim -(Kim Stahl)").expect("a query");
        let mut analyzer = Analyzer::german(Knowledge::default());
        let plan = plan(&query, &mut analyzer, Aliases::builtin());
        let texts: Vec<&str> = plan.leaves.iter().map(|leaf| leaf.text.as_str()).collect();
        assert_eq!(texts, ["Kim", "Putin", "Stahl"]);
        assert_eq!(plan.ranked, [0, 1]);
    }
}
