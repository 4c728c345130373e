//! What the German chain learns from a collection, once, before it is first indexed.

use std::ops::ControlFlow;

use super::changes::{Changed, Content};
use crate::german::{Analyzer, Knowledge, Learner, TokenKind, sentences};
use crate::source::{self, Limits};

/// How much text is read to learn from. Names that matter to a collection recur; more text only
/// adds rarer ones.
const SAMPLE_BYTES: u64 = 24_000_000;

/// Learns from an even sample of the files.
pub(super) fn learn(files: &[Changed], limits: &Limits) -> Knowledge {
    let total: u64 = files.iter().map(size).sum();
    let share = (SAMPLE_BYTES as f64 / total.max(1) as f64).min(1.0);
    let mut learner = Learner::default();
    // Only the words are wanted here, not their forms.
    let mut words = Analyzer::plain();
    let mut owed = 0.0;
    for file in files.iter().take_while(|_| !limits.stop.is_asked()) {
        owed += size(file) as f64 * share;
        if owed >= 1.0 {
            owed -= read_some(file, owed, limits, &mut words, &mut learner);
        }
    }
    learner.finish()
}

fn size(file: &Changed) -> u64 {
    match &file.content {
        Content::Readable { state, .. } => state.size,
        Content::Unreadable(_) => 0,
    }
}

/// Reads records of a file until about `wanted` bytes have gone by, and says how many did.
fn read_some(
    file: &Changed,
    wanted: f64,
    limits: &Limits,
    words: &mut Analyzer,
    learner: &mut Learner,
) -> f64 {
    let Content::Readable { path, format, .. } = &file.content else {
        return 0.0;
    };
    let mut read = 0.0;
    // What cannot be read is reported when it is indexed; there is nothing to learn from it.
    let _ = source::read(path, *format, limits, &mut |record| {
        if let Ok(record) = record {
            read += record.bytes.len() as f64;
            if let Ok(article) = source::parse(&record, limits, &file.relative)
                && article.language.value.is_german()
            {
                for block in &article.blocks {
                    observe(&article.text[block.span.range()], words, learner);
                }
            }
        }
        if read < wanted && !limits.stop.is_asked() {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    });
    read
}

fn observe(text: &str, words: &mut Analyzer, learner: &mut Learner) {
    for sentence in sentences(text) {
        let sentence = &text[sentence.range()];
        let mut first = true;
        words.analyze(sentence, |token| {
            if token.kind == TokenKind::Word {
                learner.observe(&sentence[token.span.range()], first);
            }
            first = false;
        });
    }
}
