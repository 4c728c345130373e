//! The blocks of a page: which of its texts are the article, and which stand around it.

use super::areas::Area;
use super::builder::Page;
use super::element::Tag;
use super::leaves::Leaf;
use super::region::{Place, is_running, places};
use crate::article::{Block, BlockKind};
use crate::span::TextSpan;

/// Text around an article is joined up to so many bytes, for a menu has hundreds of entries.
const LONGEST_AROUND: usize = 1_000;
/// A name under a headline, in characters, is not longer.
const LONGEST_NAME: usize = 120;

/// A summary has at least so many characters.
const SHORTEST_LEAD: usize = 40;

/// The blocks of the page in their order.
pub(super) fn outline(page: &Page) -> Vec<Block> {
    let places = places(page);
    let mut blocks: Vec<Block> = page
        .leaves
        .iter()
        .map(|leaf| Block {
            kind: kind(page, leaf, places[leaf.innermost]),
            span: leaf.span,
        })
        .collect();
    choose_headline(page, &places, &mut blocks);
    choose_lead(page, &places, &mut blocks);
    clear_headings(&mut blocks);
    joined(blocks)
}

fn kind(page: &Page, leaf: &Leaf, place: Place) -> BlockKind {
    let text = &page.excerpt.text()[leaf.span.range()];
    let is_linked = leaf.linked * 2 > leaf.length;
    let is_running = is_running(text, leaf);
    let is_name = place.is_author && leaf.length <= LONGEST_NAME;
    match block_tag(page, leaf) {
        _ if place.is_around || is_name || leaf.timed * 2 > leaf.length => BlockKind::Boilerplate,
        _ if place.is_caption => BlockKind::Caption,
        Tag::Heading(_) if place.is_doubtful && is_linked => BlockKind::Boilerplate,
        Tag::Heading(_) if page.elements[leaf.element].area == Area::Lead => BlockKind::Lead,
        Tag::Heading(_) => BlockKind::Heading,
        _ if place.is_doubtful && (is_linked || !is_running) => BlockKind::Boilerplate,
        _ if place.is_lead && !is_linked => BlockKind::Lead,
        Tag::Item if is_linked && !is_running => BlockKind::Boilerplate,
        Tag::Item if place.is_inside || is_running => BlockKind::ListItem,
        _ if is_running || place.is_inside && !is_linked => BlockKind::Paragraph,
        _ => BlockKind::Boilerplate,
    }
}

/// What the leaf is in: a paragraph inside an entry of a list is the entry.
fn block_tag(page: &Page, leaf: &Leaf) -> Tag {
    let element = page.elements[leaf.element];
    let parent = page.elements[element.parent].tag;
    match (element.tag, parent) {
        (Tag::Paragraph, Tag::Item | Tag::Heading(_)) => parent,
        (tag, _) => tag,
    }
}

/// Makes one of the headings the headline: one that the title of the page holds, else the last of
/// the highest rank above the text. Other headings above the text that stand outside the article
/// name the page.
fn choose_headline(page: &Page, places: &[Place], blocks: &mut [Block]) {
    let text = page.excerpt.text();
    let is_body = |block: &Block| block.kind == BlockKind::Paragraph;
    let body = blocks.iter().position(is_body).unwrap_or(blocks.len());
    let rank = |number: usize| match block_tag(page, &page.leaves[number]) {
        Tag::Heading(rank) if blocks[number].kind == BlockKind::Heading => Some(rank),
        _ => None,
    };
    let in_title = |number: &usize| {
        let words = &text[blocks[*number].span.range()];
        words.len() >= 12 && page.title.contains(words)
    };
    let above = (0..body).filter(|number| rank(*number).is_some());
    let first_rank = above.clone().filter_map(rank).min();
    let headline = above
        .clone()
        .find(in_title)
        .or_else(|| above.clone().rfind(|number| rank(*number) == first_rank))
        .or_else(|| (body..blocks.len()).find(|number| rank(*number) == Some(1)));
    let above: Vec<usize> = above.collect();
    for number in above {
        if !places[page.leaves[number].innermost].is_inside {
            blocks[number].kind = BlockKind::Boilerplate;
        }
    }
    if let Some(headline) = headline {
        blocks[headline].kind = BlockKind::Headline;
    }
}

/// Sentences between the headline and the text are the summary, whatever they are called, unless there
/// is one already.
fn choose_lead(page: &Page, places: &[Place], blocks: &mut [Block]) {
    let text = page.excerpt.text();
    let is = |kind| move |block: &Block| block.kind == kind;
    let Some(headline) = blocks.iter().position(is(BlockKind::Headline)) else {
        return;
    };
    let body = blocks[headline..].iter().position(is(BlockKind::Paragraph));
    // What looks like a summary behind the first paragraph is a heading.
    let leaves = page.leaves.iter().zip(blocks.iter_mut());
    for (leaf, block) in leaves.skip(headline + body.unwrap_or(0)) {
        let is_heading = matches!(block_tag(page, leaf), Tag::Heading(_));
        if is_heading && block.kind == BlockKind::Lead {
            block.kind = BlockKind::Heading;
        }
    }
    let above = headline..headline + body.unwrap_or(0);
    if blocks[above.clone()].iter().any(is(BlockKind::Lead)) {
        return;
    }
    let is_summary = |number: &usize| {
        let (leaf, block) = (&page.leaves[*number], blocks[*number]);
        let place = places[leaf.innermost];
        block.kind == BlockKind::Boilerplate
            && !(place.is_around || place.is_author)
            && leaf.length >= SHORTEST_LEAD
            && leaf.linked + leaf.timed == 0
            && text[block.span.range()].ends_with(['.', '!', '?'])
    };
    if let Some(lead) = above.clone().find(is_summary) {
        blocks[lead].kind = BlockKind::Lead;
    }
}

/// A heading over nothing but what stands around articles belongs to that.
fn clear_headings(blocks: &mut [Block]) {
    let mut is_over_text = false;
    let mut below = BlockKind::Boilerplate;
    for block in blocks.iter_mut().rev() {
        match block.kind {
            BlockKind::Heading => {
                if !is_over_text && below != BlockKind::Heading {
                    block.kind = BlockKind::Boilerplate;
                }
                is_over_text = false;
            }
            BlockKind::Lead | BlockKind::Paragraph | BlockKind::ListItem => is_over_text = true,
            BlockKind::Headline | BlockKind::Boilerplate | BlockKind::Caption => {}
        }
        below = block.kind;
    }
}

/// Joins neighbours that stand around the article.
fn joined(blocks: Vec<Block>) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match joined.last_mut() {
            Some(last)
                if last.kind == BlockKind::Boilerplate
                    && block.kind == last.kind
                    && block.span.end() - last.span.start() <= LONGEST_AROUND =>
            {
                last.span = TextSpan::new(last.span.start(), block.span.end());
            }
            _ => joined.push(block),
        }
    }
    joined
}
