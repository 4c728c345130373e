//! Who says a sentence, as plain data.

use crate::span::TextSpan;

/// Who says one sentence of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Bytes of the text: the sentence.
    pub span: TextSpan,
    /// Whether the author says it, or gives what somebody else says.
    pub kind: Kind,
    /// What shows that it is not the author who says it; `None` of an own sentence.
    pub ground: Option<Ground>,
    /// Bytes of the text: who says it, where the text names somebody; it may stand in a sentence before
    /// or behind.
    pub speaker: Option<TextSpan>,
    /// Bytes of the text: the word that shows it (`sagte`, `laut`, `sei`).
    pub cue: Option<TextSpan>,
    /// Bytes of the text: the parts of the sentence that are said, in order: those in quotation marks and
    /// those under the reporting verb. The whole sentence where nothing narrows it down; empty of an own
    /// sentence.
    pub quoted: Vec<TextSpan>,
}

/// Whether a sentence is the author's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The author says it.
    Own,
    /// The author says what somebody else says, in the author's words.
    Reported,
    /// It holds what somebody else says, word for word and in quotation marks.
    Quoted,
}

/// What shows that a sentence is not the author's own, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ground {
    /// Quotation marks around a statement.
    Marks,
    /// A verb or noun of saying or thinking: `sagte`, `die Behauptung, dass`.
    Verb,
    /// A source is named: `laut`, `zufolge`, `nach Angaben`, `demnach`.
    Source,
    /// The sentence stands in the subjunctive of reported speech.
    Mood,
    /// Hearsay without a source: `soll … haben`, `will … haben`, `angeblich`.
    Hearsay,
}
