//! What becomes of a text.

use super::analyzers::Analyzers;
use crate::article::Language;
use crate::evidence::{AliasKind, Token, TokenAliases, TokenKind};
use crate::german::{self, AliasClass, Aliases, Knowledge, detect};
use crate::span::TextSpan;

/// The tokens of a text, in the order of their places: words and numbers, what is joined or
/// completed from them, and the parts of compounds. Only what beleg brings along is used, nothing
/// that was learnt from a collection.
pub fn analyze(text: &str) -> Vec<Token> {
    let mut analyzers = Analyzers::new(Knowledge::default());
    let mut tokens = Vec::new();
    analyzers
        .of(Language(detect(text).code).code())
        .analyze(text, |token| {
            tokens.push(whole(text, &token));
            let parts = token.word.parts.iter();
            tokens.extend(parts.map(|part| Token {
                term: part.stem.to_string(),
                head: part.head,
                ..self::token(text, part.span(token.span), token.position, TokenKind::Part)
            }));
        });
    name(text, &mut tokens);
    tokens
}

fn whole(text: &str, token: &german::Token<'_>) -> Token {
    let kind = match token.kind {
        german::TokenKind::Word => TokenKind::Word,
        german::TokenKind::Number => TokenKind::Number,
        german::TokenKind::Joined => TokenKind::Joined,
        german::TokenKind::Completed => TokenKind::Completed,
        german::TokenKind::Value => TokenKind::Value,
    };
    Token {
        term: token.word.stem.to_string(),
        ..self::token(text, token.span, token.position, kind)
    }
}

fn token(text: &str, span: TextSpan, position: u32, kind: TokenKind) -> Token {
    Token {
        record: None,
        surface: text[span.range()].to_owned(),
        term: String::new(),
        span,
        position,
        kind,
        head: false,
        aliases: Vec::new(),
    }
}

/// Gives the first word of each known name its other names; of two names that begin together the
/// longer one counts, and no name begins inside another.
fn name(text: &str, tokens: &mut [Token]) {
    let aliases = Aliases::builtin();
    let words: Vec<usize> = (0..tokens.len())
        .filter(|place| tokens[*place].kind == TokenKind::Word)
        .collect();
    let mut at = 0;
    while at < words.len() {
        let longest = aliases.longest_name().min(words.len() - at);
        let found = (1..=longest).rev().find_map(|length| {
            let last = tokens[words[at + length - 1]].span;
            let name = &text[tokens[words[at]].span.start()..last.end()];
            let variants = aliases.variants(name);
            (!variants.is_empty()).then(|| (length, grouped(name, &variants)))
        });
        let (length, found) = found.unwrap_or_default();
        tokens[words[at]].aliases = found;
        at += length.max(1);
    }
}

/// Names of one class stand together in the list of variants.
fn grouped(name: &str, variants: &[(AliasClass, &str)]) -> Vec<TokenAliases> {
    let groups = variants.chunk_by(|(a, _), (b, _)| a == b);
    let group = |group: &[(AliasClass, &str)]| TokenAliases {
        class: match group[0].0 {
            AliasClass::Spelling => AliasKind::Spelling,
            AliasClass::Same => AliasKind::Same,
            AliasClass::Metonym => AliasKind::Metonym,
        },
        name: name.to_owned(),
        others: group.iter().map(|(_, other)| (*other).to_owned()).collect(),
    };
    groups.map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn others(text: &str) -> Vec<(String, AliasKind)> {
        let tokens = analyze(text);
        let aliases = tokens.into_iter().flat_map(|token| token.aliases);
        aliases.map(|found| (found.name, found.class)).collect()
    }

    #[test]
    fn a_name_of_several_words_has_other_names_as_a_whole() {
        let named = others("Die Demokratische Volksrepublik Korea schickt Munition.");
        assert_eq!(
            named,
            [(
                "Demokratische Volksrepublik Korea".to_owned(),
                AliasKind::Same
            )]
        );
        assert_eq!(others("Munition"), []);
    }

    #[test]
    fn only_the_last_part_of_a_compound_is_its_head() {
        let tokens = analyze("Artilleriemunition");
        let heads: Vec<(&str, bool)> = tokens
            .iter()
            .filter(|token| token.kind == TokenKind::Part)
            .map(|token| (token.surface.as_str(), token.head))
            .collect();
        assert_eq!(heads, [("Artillerie", false), ("munition", true)]);
    }
}
