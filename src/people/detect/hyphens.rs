//! Words with hyphens: `Jelzin-Regierung` derives from a name, `Leutheusser-Schnarrenberger` is one,
//! `Nord-Ostsee-Kanal` is none.

use super::class::Class;
use super::features::{Sink, Template, describe as describe_seen};
use super::hash::text;
use super::lists::Listed;
use super::seen::{Seen, is_compound};
use super::tokens::{TokenKind, is_hyphen};
use crate::german::lexicon;

/// From this productivity on, as the lexicon gives it, a word that is also a surname is taken for the noun
/// at the end of a word with hyphens: more than 30 compounds end in it.
const USUAL_HEAD: f32 = 3.5;

/// Describes the pieces of a word with hyphens and gives its class.
pub(super) fn describe(word: &str, sink: &mut Sink) -> Class {
    let pieces = || word.split(is_hyphen).filter(|piece| !piece.is_empty());
    let (Some(first), Some(last)) = (pieces().next(), pieces().next_back()) else {
        return Class::Hyphened;
    };
    let [before, behind] = [first, last].map(Piece::of);
    describe_seen(&before.seen, [Template::FirstPiece; 3], sink);
    describe_seen(&behind.seen, [Template::LastPiece; 3], sink);
    sink.push(Template::FirstPiece, text(first) | 1);
    sink.push(Template::LastPiece, text(last) | 1);
    let last_capital = last.starts_with(char::is_uppercase);
    let count = pieces().count().min(5) as u32;
    sink.push(Template::Pieces, count | u32::from(last_capital) << 3);
    let count_before = pieces().count() - 1;
    let names = pieces()
        .take(count_before)
        .all(|piece| Piece::of(piece).name);
    let place = before.seen.lists.has(Listed::Place);
    let flags = [
        before.word,
        behind.noun,
        before.name,
        behind.name,
        before.capitals,
        place,
        names,
    ];
    let flags = flags
        .iter()
        .rev()
        .fold(1, |bits, flag| bits << 1 | u32::from(*flag));
    sink.push(Template::Pieces, flags);
    if before.word || before.capitals {
        Class::Hyphened
    } else if behind.noun {
        if place {
            Class::Hyphened
        } else {
            Class::NameNoun
        }
    } else if last_capital {
        Class::NameName
    } else {
        Class::Hyphened
    }
}

/// A piece of a word, as far as its neighbours' meaning depends on it.
struct Piece {
    seen: Seen,
    name: bool,
    noun: bool,
    /// A noun or a word in lower case, and no name.
    word: bool,
    capitals: bool,
}

impl Piece {
    fn of(piece: &str) -> Self {
        let mut key = String::new();
        lexicon::key(piece, &mut key);
        let seen = Seen::of(&key, TokenKind::Capital);
        let name = seen.is_name();
        let noun = if name {
            seen.is_noun() && seen.entry.is_some_and(is_usual_head)
        } else {
            seen.is_noun() || seen.entry.is_none() && is_compound(piece)
        };
        Self {
            name,
            noun,
            word: !name && (noun || seen.is_lower()),
            capitals: piece
                .chars()
                .all(|letter| letter.is_uppercase() || letter.is_numeric()),
            seen,
        }
    }
}

/// Whether many compounds end in the word: a *Platz* is a square, though people are called so.
fn is_usual_head(entry: lexicon::Entry) -> bool {
    entry.head_productivity() > USUAL_HEAD
}
