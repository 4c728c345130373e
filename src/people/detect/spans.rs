//! From labels to the names they mark in the text.

use super::Found;
use super::lattice::Label;
use super::tokens::{is_apostrophe, is_hyphen};
use crate::span::TextSpan;

/// The runs of labels that are one name each, as places from the first to one past the last.
pub(super) fn spans(labels: &[Label]) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at
            + labels[at..]
                .iter()
                .position(|label| *label != Label::Outside)?;
        let goes_on = if labels[start] == Label::Derived {
            Label::Derived
        } else {
            Label::Inside
        };
        let rest = labels[start + 1..].iter();
        at = start + 1 + rest.take_while(|label| **label == goes_on).count();
        Some((start, at))
    })
}

/// The name that a run of tokens marks.
pub(super) fn found(text: &str, span: TextSpan, label: Label, probability: f32) -> Found {
    let derived = label == Label::Derived && text[span.range()].contains(is_hyphen);
    let span = if derived {
        span
    } else {
        with_ending(text, span)
    };
    Found {
        span,
        name: if derived {
            inner_name(text, span)
        } else {
            span
        },
        derived,
        confidence: (probability * 100.0).round().clamp(1.0, 99.0) as u8,
    }
}

/// The span with what belongs to the name behind its last token: the full stop of a numeral, the
/// apostrophe of a genitive.
fn with_ending(text: &str, span: TextSpan) -> TextSpan {
    let name = &text[span.range()];
    let rest = &text[span.end()..];
    let last = name.rsplit(' ').next().unwrap_or_default();
    let numeral =
        last.len() < name.len() && last.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    let Some(next) = rest.chars().next() else {
        return span;
    };
    let genitive = is_apostrophe(next)
        && name.ends_with(['s', 'x', 'z', 'ß'])
        && rest[next.len_utf8()..].starts_with(' ');
    if (numeral && next == '.') || genitive {
        TextSpan::new(span.start(), span.end() + next.len_utf8())
    } else {
        span
    }
}

/// The name inside a derived word: what stands before its last hyphen.
fn inner_name(text: &str, span: TextSpan) -> TextSpan {
    let word = &text[span.range()];
    match word.rfind(is_hyphen) {
        Some(at) if at > 0 => TextSpan::new(span.start(), span.start() + at),
        _ => span,
    }
}
