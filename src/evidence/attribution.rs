//! Who says a sentence.

use crate::span::TextSpan;

/// Who says a sentence, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Whether its author does.
    pub kind: AttributionKind,
    /// Who does, as the text names them; `None` where it names nobody.
    pub speaker: Option<String>,
    /// The word that shows it: `sagte`, `laut`, `sei`.
    pub cue: Option<String>,
}

/// Whether a sentence is its author's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AttributionKind {
    /// The author says it.
    Own,
    /// The author says what somebody else says.
    Reported,
    /// It holds what somebody else says, word for word.
    Quoted,
}

/// A sentence of an analysed text with who says it, for `analyze`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The record it belongs to, in a batch.
    pub record: Option<String>,
    /// Bytes of the input.
    pub span: TextSpan,
    /// Who says it.
    pub attribution: Attribution,
    /// Bytes of the input: the speaker, who may stand in another sentence.
    pub speaker: Option<TextSpan>,
}
