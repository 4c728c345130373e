//! Who says a sentence.

use serde::Serialize;

use crate::evidence::{self, AttributionKind};

/// A sentence of an analysed text, and who says it.
#[derive(Serialize)]
pub struct Attribution<'a> {
    /// First byte of the input.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// `own`, `reported`, or `quoted` where it holds quotation marks around somebody's words.
    pub kind: &'static str,
    /// Who says it; absent where nobody is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<&'a str>,
    /// First byte of the speaker, who may stand in another sentence; absent without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker_start: Option<usize>,
    /// One past the last byte.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker_end: Option<usize>,
    /// The word that shows it; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<&'a str>,
}

/// Who says the cited sentence of a hit.
#[derive(Serialize)]
pub struct SaidBy<'a> {
    /// `own`, `reported` or `quoted`.
    pub kind: &'static str,
    /// Who says it; absent where nobody is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<&'a str>,
    /// The word that shows it; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<&'a str>,
}

impl<'a> From<&'a evidence::Sentence> for Attribution<'a> {
    fn from(sentence: &'a evidence::Sentence) -> Self {
        let attribution = &sentence.attribution;
        Self {
            start: sentence.span.start(),
            end: sentence.span.end(),
            kind: attribution_kind(attribution.kind),
            speaker: attribution.speaker.as_deref(),
            speaker_start: sentence.speaker.map(|span| span.start()),
            speaker_end: sentence.speaker.map(|span| span.end()),
            cue: attribution.cue.as_deref(),
        }
    }
}

impl<'a> From<&'a evidence::Attribution> for SaidBy<'a> {
    fn from(attribution: &'a evidence::Attribution) -> Self {
        Self {
            kind: attribution_kind(attribution.kind),
            speaker: attribution.speaker.as_deref(),
            cue: attribution.cue.as_deref(),
        }
    }
}

/// The name of whether a sentence is its author's own.
pub(in crate::render) fn attribution_kind(kind: AttributionKind) -> &'static str {
    match kind {
        AttributionKind::Own => "own",
        AttributionKind::Reported => "reported",
        AttributionKind::Quoted => "quoted",
    }
}
