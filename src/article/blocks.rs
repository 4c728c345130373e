//! From the text of an article to its blocks.

use super::boilerplate::{self, Cut};
use super::kinds;
use super::lines::{Line, Wrapping, is_list_item, lines};
use super::{Block, BlockKind};
use crate::span::TextSpan;

/// The blocks of `text` in reading order; every character that is no white space lies in exactly
/// one of them. `title` is what the record itself says the headline is.
///
/// Blank lines part paragraphs, and so do single line ends, unless the text was wrapped.
pub(super) fn blocks(text: &str, title: Option<&str>) -> Vec<Block> {
    let cuts: Vec<Cut> = paragraphs(text)
        .into_iter()
        .flat_map(|span| boilerplate::cuts(text, span))
        .collect();
    let kinds = kinds::kinds(text, &cuts, title);
    cuts.into_iter()
        .zip(kinds)
        .map(|(cut, kind)| Block {
            kind,
            span: cut.span,
        })
        .collect()
}

/// The blocks that markup shows, with what only their words tell: boilerplate and captions that the
/// page sets like its paragraphs, and which of several headings is the headline.
pub(super) fn refined(text: &str, outline: Vec<Block>, title: Option<&str>) -> Vec<Block> {
    let blocks = outline.into_iter().flat_map(|block| recut(text, block));
    let blocks: Vec<Block> = blocks.collect();
    let is_title = |block: &Block| matches!(block.kind, BlockKind::Headline | BlockKind::Heading);
    if !blocks.iter().any(is_title) {
        return by_form(text, &blocks, title);
    }
    let mut blocks: Vec<Block> = blocks
        .into_iter()
        .enumerate()
        .map(|(number, block)| kinds::refined(text, block, number))
        .collect();
    if !blocks.iter().any(|block| block.kind == BlockKind::Headline)
        && let Some(headline) = kinds::headline_among(text, &blocks, title)
    {
        blocks[headline].kind = BlockKind::Headline;
    }
    blocks
}

/// The blocks of markup that knows no headings, as their form shows them.
fn by_form(text: &str, blocks: &[Block], title: Option<&str>) -> Vec<Block> {
    let cuts = blocks.iter().map(|block| Cut {
        span: block.span,
        kind: Some(block.kind),
    });
    let kinds = kinds::kinds(text, &cuts.collect::<Vec<_>>(), title);
    let blocks = blocks.iter().zip(kinds);
    blocks
        .map(|(block, kind)| Block { kind, ..*block })
        .collect()
}

/// A block in running text, cut where its words are of two kinds.
fn recut(text: &str, block: Block) -> Vec<Block> {
    match block.kind {
        BlockKind::Headline | BlockKind::Heading | BlockKind::Boilerplate => vec![block],
        BlockKind::Lead | BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Caption => {
            let cuts = boilerplate::cuts(text, block.span).into_iter();
            cuts.map(|cut| Block {
                kind: cut.kind.unwrap_or(block.kind),
                span: cut.span,
            })
            .collect()
        }
    }
}

fn paragraphs(text: &str) -> Vec<TextSpan> {
    let lines = lines(text);
    let wrapping = Wrapping::of(text, &lines);
    let goes_on = |line: &Line, next: &Line| {
        let joins = wrapping.is_some_and(|wrapping| wrapping.joins(text, line, next));
        joins && !next.after_blank && !is_list_item(&text[next.span.range()])
    };
    lines
        .chunk_by(goes_on)
        .map(|lines| TextSpan::new(lines[0].span.start(), lines[lines.len() - 1].span.end()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::BlockKind::*;
    use proptest::prelude::*;

    fn texts(text: &str) -> Vec<(BlockKind, &str)> {
        blocks(text, None)
            .iter()
            .map(|block| (block.kind, &text[block.span.range()]))
            .collect()
    }

    const PARAGRAPH: &str = "Der Minister sprach am Montag mit den Abgeordneten über die Lage an \
        der Grenze und über die Lieferungen, die seit Wochen ausbleiben. Danach reiste er ab.";

    fn wrapped(width: usize) -> String {
        let mut lines = vec![String::new()];
        for word in PARAGRAPH.split(' ') {
            if lines[lines.len() - 1].chars().count() + 1 + word.chars().count() > width {
                lines.push(String::new());
            }
            let line = lines.last_mut().unwrap();
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.join("\n")
    }

    #[test]
    fn blank_lines_and_single_lines_part_paragraphs_alike() {
        for gap in ["\n\n", "\n", "\r\n", "\r\n\r\n", "\r", "\n \t\n\n"] {
            let text = [PARAGRAPH, PARAGRAPH, PARAGRAPH].join(gap);
            assert_eq!(texts(&text), [(Paragraph, PARAGRAPH); 3], "{gap:?}");
        }
    }

    #[test]
    fn wrapped_lines_are_joined_to_their_paragraphs() {
        for width in [48, 60, 72, 80] {
            let paragraph = wrapped(width);
            let text = format!("{paragraph}\n\n{paragraph}\n\n{paragraph}\n");
            assert_eq!(
                texts(&text),
                [(Paragraph, paragraph.as_str()); 3],
                "width {width}"
            );
        }
    }

    #[test]
    fn a_list_in_wrapped_text_keeps_its_items() {
        let paragraph = wrapped(60);
        let text = format!("{paragraph}\n\n{paragraph}\n- Stahl und Dünger\n- Munition und Öl\n");
        let kinds: Vec<_> = texts(&text).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [Paragraph, Paragraph, ListItem, ListItem]);
    }

    #[test]
    fn headings_stand_between_longer_blocks() {
        let text = format!(
            "Was der Minister weiß\n\n{PARAGRAPH}\n\nZwei Länder suchen Freunde\n\n{PARAGRAPH}\n\n\
             Was heißt das für Europa?\n\n{PARAGRAPH}\n\n1945-1948\n\n{PARAGRAPH}\n\nImpressum"
        );
        let kinds: Vec<_> = texts(&text).into_iter().map(|(kind, _)| kind).collect();
        let expected = [
            Headline,
            Lead,
            Heading,
            Paragraph,
            Heading,
            Paragraph,
            Heading,
            Paragraph,
            Boilerplate,
        ];
        assert_eq!(kinds, expected);
    }

    #[test]
    fn a_banner_above_the_headline_is_not_the_headline() {
        let text = format!("Jetzt im Angebot\n\nMinister spricht mit Abgeordneten\n\n{PARAGRAPH}");
        assert_eq!(
            texts(&text)[1],
            (Headline, "Minister spricht mit Abgeordneten")
        );
    }

    #[test]
    fn questions_of_a_speaker_and_lines_of_a_table_are_no_headings() {
        let speech = format!("{PARAGRAPH}\nHaben Sie das gelesen?\n{PARAGRAPH}");
        assert_eq!(texts(&speech)[1].0, Paragraph);
        let table =
            format!("{PARAGRAPH}\nKöln – Bremen 1:0\nBonn – Jena 2:1\nUlm – Hof 0:0\n{PARAGRAPH}");
        assert!(texts(&table).iter().all(|(kind, _)| *kind == Paragraph));
    }

    #[test]
    fn credits_make_captions_and_numbers_in_order_make_lists() {
        let text = format!(
            "{PARAGRAPH}\n\nKim in Moskau. Foto: Agentur\n\n1. Mai\n\n{PARAGRAPH}\n\n1. Stahl liefern\n2. Öl kaufen"
        );
        let kinds: Vec<_> = texts(&text).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(
            kinds,
            [Paragraph, Caption, Heading, Paragraph, ListItem, ListItem]
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn nothing_but_space_lies_outside_the_blocks(
            text in "([a-zäA-Z0-9.,?!:;„“•-]{1,12}[ \n\r\t]{1,3}){0,60}", title in "[a-z]{0,3}"
        ) {
            let blocks = blocks(&text, Some(&title));
            let mut end = 0;
            for block in &blocks {
                prop_assert!(block.span.start() >= end && !block.span.is_empty());
                prop_assert!(text[end..block.span.start()].trim().is_empty());
                end = block.span.end();
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
