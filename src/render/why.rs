//! The score of a hit in words.

use crate::evidence::{Explanation, MarkKind, SupportKind, WordScore};

/// One line a query word, one for what the words give together.
pub(super) fn lines(explanation: &Explanation, score: f32) -> Vec<String> {
    let mut lines: Vec<String> = explanation.words.iter().map(word).collect();
    let Explanation {
        coverage,
        proximity,
        ..
    } = explanation;
    let nearness = match *proximity {
        0.005.. => format!(", plus {proximity:.2} for words near each other"),
        _ => String::new(),
    };
    lines.push(format!(
        "score {score:.2}: the sum of the words{nearness}, \
         times {coverage:.2} for how much of the query is there"
    ));
    lines
}

fn word(word: &WordScore) -> String {
    let WordScore {
        word,
        term,
        kind,
        frequency,
        rarity,
        score,
        support,
    } = word;
    match (term, kind, support) {
        (Some(term), Some(kind), _) => format!(
            "{word} {score:.2}: {} ({term}), {frequency} × in the passage, rarity {rarity:.2}",
            reason(*kind)
        ),
        (_, _, Some(support)) => format!(
            "{word} {score:.2}: not in this passage, but {} (counts {:.0} %), rarity {rarity:.2}",
            stand_in(support.kind),
            support.share * 100.0
        ),
        _ => format!("{word}: not in this passage"),
    }
}

/// What makes up for a missing word, in words.
fn stand_in(kind: SupportKind) -> &'static str {
    match kind {
        SupportKind::Parts => "parts of it are",
        SupportKind::Root => "a word of its root is",
        SupportKind::Country => "another word for the country is",
        SupportKind::Heading => "in the title or heading over it",
    }
}

/// Why a term matched, in words.
fn reason(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Exact => "the word itself",
        MarkKind::Stem => "another form of the word",
        MarkKind::Part => "part of a compound",
        MarkKind::Variant => "another spelling",
        MarkKind::Fuzzy => "similar word",
    }
}
