//! What is ranked: blocks joined, and long ones cut, to about [`TARGET_WORDS`] words.

use super::parts::page_at;
use super::{Article, Block, BlockKind, Passage, PassagePiece};
use crate::german::sentences;
use crate::span::TextSpan;

/// The words a passage is filled up to.
///
/// Single lines are too short to rank by and whole articles too mixed: on encyclopedia paragraphs,
/// ranking lines instead of records lowered nDCG@10 from .78 to .50, joining to 150 words restored
/// it.
pub const TARGET_WORDS: usize = 150;

/// The words beyond which a passage takes no further block, so that a text that is hardly longer
/// than the target stays whole.
const MOST_WORDS: usize = TARGET_WORDS * 4 / 3;

/// The words below which the end of a section joins the passage before it.
const FEWEST_WORDS: usize = TARGET_WORDS / 3;

/// The passages of an article whose text and blocks these are; every block is in at least one.
///
/// A heading opens a passage and is part of it; none reaches across a heading. [`Passage::heading`]
/// is the heading above it, which further passages of a long section keep. The headline, which
/// stands above all of them, is text of the first passage and the heading of none.
///
/// What pages say around their articles neither parts nor joins the passages of the text: it comes
/// behind them in passages of its own, so that it can be ranked last.
pub fn passages(text: &str, blocks: &[Block]) -> Vec<Passage> {
    passages_by_page(text, blocks, |_| None)
}

/// The passages of an article: where it has pages, only a block that runs on reaches from one page to the
/// next, because operators hold for the page.
pub fn passages_of(article: &Article) -> Vec<Passage> {
    passages_by_page(&article.text, &article.blocks, |block| {
        page_at(article, block.span.start())
    })
}

fn passages_by_page(
    text: &str,
    blocks: &[Block],
    page_of: impl Fn(&Block) -> Option<u32>,
) -> Vec<Passage> {
    let (mut passages, mut behind) = (Vec::new(), Vec::new());
    let (mut section, mut section_page) = (Section::default(), None);
    let (mut around, mut around_page) = (Section::default(), None);
    for (number, block) in blocks.iter().enumerate() {
        let page = page_of(block);
        if block.kind == BlockKind::Boilerplate {
            if page != around_page {
                around.close_into(&mut behind);
                around_page = page;
            }
            around.add(text, number as u32, block.span);
            continue;
        }
        if page != section_page && section.has_body {
            let heading = section.heading;
            section.close_into(&mut passages);
            section.heading = heading;
        }
        section_page = page;
        let is_heading = block.kind == BlockKind::Heading;
        if is_heading && section.has_body {
            section.close_into(&mut passages);
        }
        if is_heading {
            section.heading = Some(number as u32);
        }
        section.has_body |= !is_heading;
        section.add(text, number as u32, block.span);
    }
    section.close_into(&mut passages);
    around.close_into(&mut behind);
    passages.append(&mut behind);
    passages
}

/// The text under one heading, taken in piece by piece.
#[derive(Default)]
struct Section {
    heading: Option<u32>,
    has_body: bool,
    passages: Vec<Vec<PassagePiece>>,
    /// The words of the last passage.
    words: usize,
}

impl Section {
    fn add(&mut self, text: &str, block: u32, span: TextSpan) {
        let words = count_words(&text[span.range()]);
        if words <= MOST_WORDS {
            return self.add_piece(PassagePiece { block, span }, words);
        }
        for span in cut(text, span, words) {
            let words = count_words(&text[span.range()]);
            self.add_piece(PassagePiece { block, span }, words);
        }
    }

    fn add_piece(&mut self, piece: PassagePiece, words: usize) {
        let fits = self.words < TARGET_WORDS && self.words + words <= MOST_WORDS;
        match self.passages.last_mut() {
            Some(last) if fits => {
                push(last, piece);
                self.words += words;
            }
            _ => {
                self.passages.push(vec![piece]);
                self.words = words;
            }
        }
    }

    fn close_into(&mut self, passages: &mut Vec<Passage>) {
        if self.words < FEWEST_WORDS && self.passages.len() > 1 {
            let rest = self.passages.pop().unwrap_or_default();
            if let Some(last) = self.passages.last_mut() {
                rest.into_iter().for_each(|piece| push(last, piece));
            }
        }
        let heading = self.heading;
        let pieces = std::mem::take(&mut self.passages).into_iter();
        passages.extend(pieces.map(|pieces| Passage { heading, pieces }));
        *self = Section::default();
    }
}

/// Adds a piece behind others; two of one block, which follow each other without a gap, become one.
fn push(pieces: &mut Vec<PassagePiece>, piece: PassagePiece) {
    match pieces.last_mut() {
        Some(last) if last.block == piece.block => {
            last.span = TextSpan::new(last.span.start(), piece.span.end());
        }
        _ => pieces.push(piece),
    }
}

/// Cuts a long block of so many words into even parts at the starts of sentences. Together the
/// parts are the block: the space behind a sentence stays with it.
fn cut(text: &str, block: TextSpan, words: usize) -> Vec<TextSpan> {
    let even = words.div_ceil(words.div_ceil(TARGET_WORDS));
    let mut parts = Vec::new();
    let (mut start, mut held) = (block.start(), 0);
    for sentence in sentences(&text[block.range()]) {
        let sentence = sentence.shifted(block.start());
        for unit in within(text, sentence) {
            let words = count_words(&text[unit.range()]);
            if held > 0 && held + words / 2 > even {
                parts.push(TextSpan::new(start, unit.start()));
                (start, held) = (unit.start(), 0);
            }
            held += words;
        }
    }
    parts.push(TextSpan::new(start, block.end()));
    parts
}

/// The sentence itself, or stretches of it when it is longer than any passage may be: a text
/// without full stops is not one sentence.
fn within(text: &str, sentence: TextSpan) -> Vec<TextSpan> {
    let words: Vec<usize> = word_starts(text, sentence).collect();
    if words.len() <= MOST_WORDS {
        return vec![sentence];
    }
    let starts: Vec<usize> = words.into_iter().step_by(TARGET_WORDS).collect();
    let ends = starts.iter().skip(1).copied().chain([sentence.end()]);
    starts
        .iter()
        .zip(ends)
        .map(|(&start, end)| TextSpan::new(start, end))
        .collect()
}

fn word_starts(text: &str, span: TextSpan) -> impl Iterator<Item = usize> {
    let mut after_space = true;
    text[span.range()]
        .char_indices()
        .filter_map(move |(at, character)| {
            let starts = after_space && !character.is_whitespace();
            after_space = character.is_whitespace();
            starts.then_some(span.start() + at)
        })
}

fn count_words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::blocks::blocks;
    use proptest::prelude::*;

    /// Each passage as its pieces, with the heading above it.
    fn cut_up(text: &str) -> Vec<(Option<&str>, Vec<&str>)> {
        let blocks = blocks(text, None);
        let heading = |number: u32| &text[blocks[number as usize].span.range()];
        passages(text, &blocks)
            .into_iter()
            .map(|passage| {
                let pieces = passage.pieces.iter().map(|piece| &text[piece.span.range()]);
                (passage.heading.map(heading), pieces.collect())
            })
            .collect()
    }

    fn sentence(words: usize) -> String {
        format!("Die {}Lage.", "alte ".repeat(words - 2))
    }

    #[test]
    fn a_short_record_is_one_passage() {
        let text = [sentence(60), sentence(70), sentence(60)].join("\n");
        assert_eq!(cut_up(&text).len(), 1);
    }

    #[test]
    fn a_heading_is_found_with_its_text_and_is_the_context_of_all_of_it() {
        let [one, two] = [sentence(100), sentence(120)];
        let text = format!("Der Titel\n\n{one}\n\nWaffen\n\n{two}\n\n{two}\n\nStahl\n\n{one}");
        let expected = [
            (None, vec!["Der Titel", &one]),
            (Some("Waffen"), vec!["Waffen", &two]),
            (Some("Waffen"), vec![&two]),
            (Some("Stahl"), vec!["Stahl", &one]),
        ];
        assert_eq!(cut_up(&text), expected);
    }

    #[test]
    fn a_long_paragraph_is_cut_evenly_at_sentence_ends() {
        let text = vec![sentence(20); 20].join(" ");
        let lengths: Vec<usize> = cut_up(&text)
            .iter()
            .map(|(_, pieces)| count_words(pieces[0]))
            .collect();
        assert_eq!(lengths, [140, 140, 120]);
        assert!(
            cut_up(&text)
                .iter()
                .all(|(_, pieces)| pieces[0].trim_end().ends_with('.'))
        );
    }

    #[test]
    fn the_parts_of_a_long_paragraph_make_it_up_again() {
        for lengths in [&[20; 20][..], &[190, 20], &[40, 130, 131], &[500]] {
            let sentences: Vec<String> = lengths.iter().map(|words| sentence(*words)).collect();
            let text = sentences.join(" ");
            let passages = cut_up(&text);
            let parts: String = passages
                .iter()
                .flat_map(|(_, pieces)| pieces.clone())
                .collect();
            assert_eq!(parts, text);
            assert!(
                passages.iter().all(|(_, pieces)| pieces.len() == 1),
                "{lengths:?}"
            );
        }
    }

    #[test]
    fn a_text_without_full_stops_is_cut_all_the_same() {
        let text = "wort ".repeat(10_000);
        assert!(
            cut_up(&text)
                .iter()
                .all(|(_, pieces)| count_words(pieces[0]) <= MOST_WORDS)
        );
    }

    #[test]
    fn what_stands_around_an_article_is_a_passage_apart_and_cuts_none() {
        let (one, two) = (sentence(40), sentence(50));
        let text = format!("Der Titel\n\n{one}\n\nNewsletter abonnieren\n\n{two}");
        let expected = [
            (None, vec!["Der Titel", one.as_str(), two.as_str()]),
            (None, vec!["Newsletter abonnieren"]),
        ];
        assert_eq!(cut_up(&text), expected);
    }

    #[test]
    fn a_few_last_words_are_no_passage_of_their_own() {
        let text = [sentence(160), sentence(160), sentence(10)].join("\n");
        let lengths: Vec<usize> = cut_up(&text)
            .iter()
            .map(|(_, pieces)| pieces.len())
            .collect();
        assert_eq!(lengths, [1, 2]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn passages_hold_every_word_once_and_in_order(
            lengths in proptest::collection::vec((1..80usize, "[.?!]{0,1}", "[ \n]{1,2}"), 1..40)
        ) {
            let text: String = lengths
                .iter()
                .map(|(words, mark, gap)| format!("{}{mark}{gap}", vec!["Wort"; *words].join(" ")))
                .collect();
            let blocks = blocks(&text, None);
            let mut end = 0;
            let passages = passages(&text, &blocks);
            let mut pieces: Vec<_> = passages.iter().flat_map(|passage| &passage.pieces).collect();
            pieces.sort_by_key(|piece| piece.span.start());
            for piece in pieces {
                prop_assert!(blocks[piece.block as usize].span.contains(piece.span));
                prop_assert!(text[end..piece.span.start()].trim().is_empty());
                end = piece.span.end();
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
