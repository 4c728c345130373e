//! The values that begin at a word: what number, quantity or date is written there.

use super::quantity::{number_before_unit, quantity};
use super::word::Word;
use super::words::{Piece, PieceKind};
use super::written_date::{day_at, is_inside_number};

/// Where each value that begins at a word ends, and its term.
#[derive(Debug, Default)]
pub(super) struct Values {
    /// The number of the word itself, then what it makes with the words behind it.
    pub found: [Option<(usize, String)>; 2],
}

impl Values {
    /// The values that begin at `piece`, of which `word` are the forms.
    pub fn of(text: &str, piece: Piece, word: &Word) -> Self {
        match (piece.kind, &word.number) {
            (PieceKind::Number, _) => {
                if is_inside_number(&text[..piece.span.start()]) {
                    return Self::default();
                }
                let longer = quantity(text, piece, &word.exact).or_else(|| {
                    let (day, end) = day_at(text, piece.span.start())?;
                    Some((end, day.to_string()))
                });
                Self {
                    found: [None, longer],
                }
            }
            (PieceKind::Letters, Some(number)) => {
                let alone = (piece.span.end(), number.to_string());
                Self {
                    found: [Some(alone), quantity(text, piece, number)],
                }
            }
            (PieceKind::Letters, None) => {
                let number = number_before_unit(&word.exact);
                Self {
                    found: [
                        None,
                        number.and_then(|number| quantity(text, piece, number)),
                    ],
                }
            }
            (PieceKind::Initials | PieceKind::Sign, _) => Self::default(),
        }
    }
}
