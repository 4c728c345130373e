//! Who says the sentences of a text, and the cited sentence of a hit.

use crate::evidence::{self, AttributionKind, Hit, Sentence};
use crate::german::{detect, sentences};
use crate::span::TextSpan;
use crate::speech::{self, Kind};

/// How many sentences before the cited one may name its speaker, or open its quotation.
const BEFORE: usize = 3;

/// How many sentences behind it are looked at, for a speaker who is named at the end of a quotation.
const BEHIND: usize = 1;

/// Every sentence of a German text with who says it; nothing of a text in another language.
pub fn attributions(text: &str) -> Vec<Sentence> {
    if detect(text).code != *b"de" {
        return Vec::new();
    }
    let found = speech::attributions(text, &[]);
    let sentences = found.iter().map(|attribution| Sentence {
        record: None,
        span: attribution.span,
        attribution: in_words(text, attribution),
        speaker: attribution.speaker,
    });
    sentences.collect()
}

/// Adds to a hit who says its cited sentence, where that is not the author of a German article.
pub(super) fn attribute(mut hit: Hit) -> Hit {
    if hit.article.language == "de" {
        let marked = hit.marks.first().map_or(0, |mark| mark.span.start());
        let found = of_sentence_at(&hit.text, marked);
        hit.attribution = found.filter(|found| found.kind != AttributionKind::Own);
    }
    hit
}

/// Who says the sentence of a block that holds the byte `at`.
pub(super) fn of_sentence_at(block: &str, at: usize) -> Option<evidence::Attribution> {
    let sentences: Vec<TextSpan> = sentences(block).collect();
    let cited = sentences.partition_point(|sentence| sentence.end() <= at);
    let sentence = sentences.get(cited)?;
    let first = sentences[cited.saturating_sub(BEFORE)].start();
    let last = sentences[(cited + BEHIND).min(sentences.len() - 1)].end();
    let around = &block[first..last];
    let found = speech::attributions(around, &[]);
    let wanted = sentence.relative_to(first);
    let found = found.iter().find(|found| found.span.overlaps(wanted))?;
    Some(in_words(around, found))
}

fn in_words(text: &str, found: &speech::Attribution) -> evidence::Attribution {
    let words = |span: TextSpan| text[span.range()].to_owned();
    evidence::Attribution {
        kind: match found.kind {
            Kind::Own => AttributionKind::Own,
            Kind::Reported => AttributionKind::Reported,
            Kind::Quoted => AttributionKind::Quoted,
        },
        speaker: found.speaker.map(words),
        cue: found.cue.map(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_speaker_may_stand_in_the_sentence_before() {
        let block =
            "Die Ernte ist gut. Laut Ministerium reicht sie aus. Das Wetter sei günstig gewesen.";
        let at = block.find("Wetter").unwrap_or(0);
        let found = of_sentence_at(block, at);
        assert_eq!(
            found,
            Some(evidence::Attribution {
                kind: AttributionKind::Reported,
                speaker: Some("Ministerium".to_owned()),
                cue: Some("sei".to_owned()),
            })
        );
    }
}
