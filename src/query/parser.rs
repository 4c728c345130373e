//! Builds the tree of a query.
//!
//! ```text
//! list  := chain*                       juxtaposition, binds least
//! chain := and (OR and)*
//! and   := one (AND one)*
//! one   := ("+" | "-" | NOT)? (leaf | "(" list ")")
//! ```

use super::ast::{Clause, Leaf, LeafKind, Node, Occur, Query};
use super::error::{Fault, QueryError};
use super::lexer::{self, Token, TokenKind};
use crate::span::TextSpan;

/// How many brackets and NOTs may stand inside each other.
///
/// People use two or three; the cap keeps the recursion of everything that walks a query shallow.
pub const MAX_NESTING: usize = 64;

/// How many words and phrases a query may have; a long paragraph pasted as a query has fewer.
pub const MAX_LEAVES: usize = 1000;

/// How many words of a query may have a gap other than at their end: for each of them the whole
/// dictionary of the collection is looked through.
pub const MAX_WILDCARDS: usize = 20;

/// How many bytes a query may have: room for [`MAX_LEAVES`] long words.
const MAX_BYTES: usize = 16 * 1024;

/// Reads a query in the query language.
///
/// | typed | finds articles |
/// |---|---|
/// | `Munition Raketen` | with any of the words, in any inflection and inside compounds |
/// | `"strategische Kooperation"` | with the words in this order; also in „…“ “…” »…« «…» |
/// | `"Kim Putin"~5` | with the words near each other, at most five others between them (up to 98) |
/// | `+Wagner -Putin` | with the first and without the second word |
/// | `Stahl AND Nordkorea`, `OR`, `NOT`, `( )` | as logic has it; also `UND`, `ODER`, `NICHT` |
/// | `munit*`, `*munition` | with words that begin or end so |
/// | `*munition*`, `M*ller`, `M?ller` | with words that fit; `*` is any letters or none, `?` is one |
/// | `Schoigo~`, `Schoigo~2` | with words that differ in one or two letters |
/// | `title:…`, `author:…`, `person:…`, `source:…` | with the word or phrase there |
/// | `lang:de`, `type:txt` | in that language or format |
/// | `date:2023`, `date:2023-09..2024-06`, `date:2023..` | published in that time |
/// | `date:none` | without a date |
///
/// NOT binds closest, then AND, then OR; words side by side bind least. Operators count in capitals
/// only, `+` and `-` only directly before a word, a field only when letters stand before the colon
/// and the value directly behind. So questions can be typed as they are: `4:51`, `Sky+HD`,
/// `Hilfsgüter und -organisationen`, a final question mark.
///
/// ```
/// use beleg::query::{Node, parse};
///
/// let query = parse("(Stahl OR Dünger) AND Nordkorea")?;
/// assert!(matches!(query.root, Node::And(_)));
/// assert_eq!(query.leaves().len(), 3);
/// assert!(parse("munit[").is_err());
/// # Ok::<(), beleg::query::QueryError>(())
/// ```
///
/// # Errors
/// When any part is not understood; nothing is ever ignored but punctuation.
pub fn parse(text: &str) -> Result<Query, QueryError> {
    if text.len() > MAX_BYTES {
        let end = (0..=MAX_BYTES)
            .rfind(|at| text.is_char_boundary(*at))
            .unwrap_or(0);
        return Err(QueryError::at(end, end, Fault::TooLong));
    }
    let tokens = lexer::tokens(text)?;
    if tokens.is_empty() {
        return Err(QueryError::at(0, text.len(), Fault::Empty));
    }
    refuse_too_many(&tokens)?;
    let mut parser = Parser {
        text,
        tokens: &tokens,
        at: 0,
        depth: 0,
    };
    let root = parser.list()?;
    if let Some(close) = parser.peek() {
        return Err(QueryError::over(close.span, Fault::StrayBracket));
    }
    Ok(Query {
        text: text.to_owned(),
        root,
        left_out: 0,
    })
}

fn refuse_too_many(tokens: &[Token]) -> Result<(), QueryError> {
    let is_leaf = |token: &&Token| matches!(token.kind, TokenKind::Leaf(_));
    if let Some(token) = tokens.iter().filter(is_leaf).nth(MAX_LEAVES) {
        return Err(QueryError::over(token.span, Fault::TooLong));
    }
    let is_slow = |token: &&Token| {
        let TokenKind::Leaf(leaf) = &token.kind else {
            return false;
        };
        matches!(leaf, LeafKind::Suffix(_) | LeafKind::Gaps(_))
    };
    match tokens.iter().filter(is_slow).nth(MAX_WILDCARDS) {
        Some(token) => Err(QueryError::over(token.span, Fault::ManyWildcards)),
        None => Ok(()),
    }
}

struct Parser<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
    depth: usize,
}

/// A word or group with what stands before it.
struct Operand {
    /// The place of `+`, `-` or NOT, else of the word or group.
    span: TextSpan,
    occur: Occur,
    node: Node,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a Token> {
        self.tokens.get(self.at)
    }

    /// Moves past the next token when it is of that kind.
    fn take(&mut self, kind: &TokenKind) -> Option<&'a Token> {
        let token = self.peek().filter(|token| token.kind == *kind)?;
        self.at += 1;
        Some(token)
    }

    /// Clauses up to the end or a closing bracket. A single plain clause stands for itself.
    fn list(&mut self) -> Result<Node, QueryError> {
        let mut clauses = Vec::new();
        while self
            .peek()
            .is_some_and(|token| token.kind != TokenKind::Close)
        {
            clauses.push(self.clause()?);
        }
        match clauses.pop() {
            Some(Clause {
                occur: Occur::Should,
                node,
            }) if clauses.is_empty() => return Ok(node),
            last => clauses.extend(last),
        }
        Ok(Node::List(clauses))
    }

    fn clause(&mut self) -> Result<Clause, QueryError> {
        let first = self.operand()?;
        let is_chained = |token: &Token| matches!(token.kind, TokenKind::And | TokenKind::Or);
        if !self.peek().is_some_and(is_chained) {
            return Ok(Clause {
                occur: first.occur,
                node: first.node,
            });
        }
        let mut choices = vec![self.and(first)?];
        while self.take(&TokenKind::Or).is_some() {
            let next = self.operand()?;
            choices.push(self.and(next)?);
        }
        Ok(Clause {
            occur: Occur::Should,
            node: one_or(choices, Node::Or),
        })
    }

    /// What is joined by AND, from its first operand on.
    fn and(&mut self, first: Operand) -> Result<Node, QueryError> {
        let mut nodes = vec![chained(first)?];
        while self.take(&TokenKind::And).is_some() {
            nodes.push(chained(self.operand()?)?);
        }
        Ok(one_or(nodes, Node::And))
    }

    fn operand(&mut self) -> Result<Operand, QueryError> {
        let Some(token) = self.peek() else {
            return Err(self.missing(None));
        };
        match &token.kind {
            TokenKind::Plus | TokenKind::Minus => self.prefixed(token),
            TokenKind::Not => self.negated(token),
            TokenKind::Leaf(kind) => {
                self.at += 1;
                let leaf = Leaf {
                    span: token.span,
                    kind: kind.clone(),
                };
                Ok(Operand {
                    span: token.span,
                    occur: Occur::Should,
                    node: Node::Leaf(leaf),
                })
            }
            TokenKind::Open => self.group(token),
            TokenKind::And | TokenKind::Or | TokenKind::Close => Err(self.missing(Some(token))),
        }
    }

    /// `+one` or `-one`.
    fn prefixed(&mut self, sign: &Token) -> Result<Operand, QueryError> {
        self.at += 1;
        let follows = self.peek().map(|token| &token.kind);
        if !matches!(follows, Some(TokenKind::Leaf(_) | TokenKind::Open)) {
            let fault = Fault::LonePrefix(if sign.kind == TokenKind::Plus {
                '+'
            } else {
                '-'
            });
            return Err(QueryError::over(sign.span, fault));
        }
        let occur = if sign.kind == TokenKind::Plus {
            Occur::Must
        } else {
            Occur::MustNot
        };
        let node = self.operand()?.node;
        Ok(Operand {
            span: sign.span,
            occur,
            node,
        })
    }

    /// `NOT one`.
    fn negated(&mut self, not: &Token) -> Result<Operand, QueryError> {
        self.at += 1;
        self.enter(not)?;
        let node = chained(self.operand()?)?;
        self.depth -= 1;
        Ok(Operand {
            span: not.span,
            occur: Occur::MustNot,
            node,
        })
    }

    /// `( list )`.
    fn group(&mut self, open: &Token) -> Result<Operand, QueryError> {
        self.at += 1;
        self.enter(open)?;
        if let Some(close) = self.peek().filter(|token| token.kind == TokenKind::Close) {
            let span = TextSpan::new(open.span.start(), close.span.end());
            return Err(QueryError::over(span, Fault::EmptyGroup));
        }
        let node = self.list()?;
        if self.take(&TokenKind::Close).is_none() {
            return Err(QueryError::over(open.span, Fault::OpenBracket));
        }
        self.depth -= 1;
        Ok(Operand {
            span: open.span,
            occur: Occur::Should,
            node,
        })
    }

    fn enter(&mut self, token: &Token) -> Result<(), QueryError> {
        self.depth += 1;
        if self.depth > MAX_NESTING {
            return Err(QueryError::over(token.span, Fault::TooDeep));
        }
        Ok(())
    }

    /// The fault that an operand is missing here: behind the operator before, or else before the
    /// operator that stands here.
    fn missing(&self, here: Option<&Token>) -> QueryError {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        let is_operator =
            |token: &&Token| matches!(token.kind, TokenKind::And | TokenKind::Or | TokenKind::Not);
        let behind = before.filter(is_operator).map(|token| (token, "behind"));
        let before = here.filter(is_operator).map(|token| (token, "before"));
        let Some((token, side)) = behind.or(before) else {
            return QueryError::at(self.text.len(), self.text.len(), Fault::Empty);
        };
        let operator = self.text[token.span.range()].to_owned();
        QueryError::over(token.span, Fault::MissingOperand { operator, side })
    }
}

/// An operand as part of AND, OR or NOT, where `-one` means NOT and `+` would contradict them.
fn chained(operand: Operand) -> Result<Node, QueryError> {
    match operand.occur {
        Occur::Should => Ok(operand.node),
        Occur::MustNot => Ok(Node::Not(Box::new(operand.node))),
        Occur::Must => Err(QueryError::over(operand.span, Fault::PrefixInChain)),
    }
}

/// The only node, or all of them under one.
fn one_or(mut nodes: Vec<Node>, join: impl FnOnce(Vec<Node>) -> Node) -> Node {
    match nodes.pop() {
        Some(only) if nodes.is_empty() => only,
        last => {
            nodes.extend(last);
            join(nodes)
        }
    }
}
