//! The roles of an article's blocks, seen from their form and their place.

use super::boilerplate::{Cut, is_boilerplate};
use super::byline::is_byline;
use super::date::is_metadata;
use super::lines::is_list_item;
use super::{Block, BlockKind};

/// The longest headline or subtitle, in characters.
const LONGEST_TITLE: usize = 160;
/// The longest heading inside the text, in characters.
const LONGEST_HEADING: usize = 100;
/// The longest lead, in characters; a longer first paragraph is the first paragraph.
const LONGEST_LEAD: usize = 320;
/// The longest caption, in characters.
const LONGEST_CAPTION: usize = 300;
/// Blocks among which the headline is looked for.
const TOP: usize = 8;

/// Words that only the credit under a picture has.
const CREDITS: [&str; 15] = [
    "Foto:",
    "Fotos:",
    "Bild:",
    "Bilder:",
    "Bildquelle:",
    "©",
    "(Symbolbild",
    "(Archivbild",
    "Getty Images",
    "Shutterstock",
    "picture alliance",
    "(s. Foto",
    "(siehe Foto",
    "(Foto",
    "Quelle: dpa",
];

/// A block as the rules see it.
#[derive(Clone, Copy, Debug)]
struct Look<'a> {
    text: &'a str,
    /// In characters.
    length: usize,
    form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Short, one phrase or question without a full stop.
    Title,
    /// Sentences.
    Running,
    ListItem,
    Caption,
    Boilerplate,
    /// A line that says when the article was published, or who wrote it.
    Metadata,
}

/// The role of each of the blocks at `cuts`; `title` is what the record says the headline is.
pub(super) fn kinds(text: &str, cuts: &[Cut], title: Option<&str>) -> Vec<BlockKind> {
    let looks = looks(text, cuts);
    let body = first_running(&looks).unwrap_or(looks.len());
    let headline = headline(&looks, body, title);
    (0..looks.len())
        .map(|index| match looks[index].form {
            _ if headline == Some(index) => BlockKind::Headline,
            Form::ListItem => BlockKind::ListItem,
            Form::Caption => BlockKind::Caption,
            Form::Boilerplate => BlockKind::Boilerplate,
            Form::Metadata if looks[index].length > LONGEST_HEADING => BlockKind::Caption,
            Form::Metadata => BlockKind::Boilerplate,
            Form::Title if index < body && headline.is_some_and(|headline| headline < index) => {
                BlockKind::Lead
            }
            Form::Title if is_heading(&looks, index) => BlockKind::Heading,
            Form::Running if is_lead(&looks, index, body, headline) => BlockKind::Lead,
            Form::Title | Form::Running => BlockKind::Paragraph,
        })
        .collect()
}

/// A block of markup in running text whose words say more than its element does.
pub(super) fn refined(text: &str, block: Block, number: usize) -> Block {
    let words = &text[block.span.range()];
    let kind = match (block.kind, look(words).form) {
        (BlockKind::Headline | BlockKind::Boilerplate, _) => block.kind,
        (_, Form::Boilerplate) => BlockKind::Boilerplate,
        (BlockKind::Heading, _) => block.kind,
        (_, Form::Caption) => BlockKind::Caption,
        (BlockKind::Paragraph, Form::ListItem) => BlockKind::ListItem,
        (kind, _) if kind != BlockKind::Caption && says_metadata(words, number) => {
            BlockKind::Boilerplate
        }
        (kind, _) => kind,
    };
    Block { kind, ..block }
}

/// The heading that is the headline: the one that says what the record says, else the first
/// heading, if only short text stands above it.
pub(super) fn headline_among(text: &str, blocks: &[Block], title: Option<&str>) -> Option<usize> {
    let is_heading = |block: &&Block| block.kind == BlockKind::Heading;
    let says = |block: &Block, title: &str| is_same(&text[block.span.range()], title);
    let said = title.and_then(|title| {
        let mut blocks = blocks.iter().take(TOP);
        blocks.position(|block| is_heading(&block) && says(block, title))
    });
    said.or_else(|| {
        let first = blocks.iter().position(|block| is_heading(&block))?;
        let is_short = |block: &Block| block.span.len() <= LONGEST_CAPTION;
        blocks[..first].iter().all(is_short).then_some(first)
    })
}

fn looks<'a>(text: &'a str, cuts: &[Cut]) -> Vec<Look<'a>> {
    let given = |cut: &Cut| {
        let look = look(&text[cut.span.range()]);
        let form = match cut.kind {
            Some(BlockKind::Caption) => Form::Caption,
            Some(BlockKind::Boilerplate) => Form::Boilerplate,
            Some(BlockKind::ListItem) if look.form != Form::Boilerplate => Form::ListItem,
            _ => look.form,
        };
        Look { form, ..look }
    };
    let mut looks: Vec<Look> = cuts.iter().map(given).collect();
    for index in 0..looks.len() {
        let is_metadata = says_metadata(looks[index].text, index);
        // A picture's title is often repeated at the start of the caption that follows it.
        let is_repeated = looks.get(index + 1).is_some_and(|next| {
            next.form == Form::Caption && next.text.starts_with(looks[index].text)
        });
        let is_numbered = looks[index].form == Form::Running || looks[index].form == Form::Title;
        looks[index].form = match looks[index].form {
            _ if is_metadata => Form::Metadata,
            Form::Title if is_repeated => Form::Caption,
            _ if is_numbered && is_in_numbered_list(&looks, index) => Form::ListItem,
            form => form,
        };
    }
    looks
}

fn look(text: &str) -> Look<'_> {
    let length = text.chars().count();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let form = match () {
        () if is_boilerplate(text) => Form::Boilerplate,
        () if is_list_item(text) => Form::ListItem,
        () if length <= LONGEST_CAPTION && has(&CREDITS) => Form::Caption,
        () if length <= LONGEST_TITLE && has_title_form(text) => Form::Title,
        () => Form::Running,
    };
    Look { text, length, form }
}

/// Whether a block at the top says who wrote the article or when it was published.
fn says_metadata(block: &str, number: usize) -> bool {
    is_metadata(block, number) || is_byline(block, number)
}

/// Whether a neighbour has the number before or behind: `1. Mai` alone is no list.
fn is_in_numbered_list(looks: &[Look], index: usize) -> bool {
    let number_of = |index: usize| looks.get(index).and_then(|look| list_number(look.text));
    let Some(number) = number_of(index) else {
        return false;
    };
    let before = index.checked_sub(1).and_then(number_of);
    before.is_some_and(|before| before + 1 == number) || number_of(index + 1) == Some(number + 1)
}

/// The number of `1. ` or `1) ` at the start of a line.
fn list_number(line: &str) -> Option<u16> {
    let (number, rest) = line.split_at(line.bytes().take_while(u8::is_ascii_digit).count());
    let has_mark = [". ", ") "].iter().any(|mark| rest.starts_with(mark));
    number.parse().ok().filter(|_| has_mark)
}

/// Whether a short block is one phrase or question that does not end as a sentence does.
fn has_title_form(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '“', '”', '»', '«', '‘', '’', '\'']);
    let starts = text.trim_start_matches(['"', '„', '“', '»', '«', '‚', '(', '+', ' ']);
    let begins_well = starts
        .chars()
        .next()
        .is_some_and(|first| first.is_uppercase() || first.is_ascii_digit());
    let has_name = text.chars().any(char::is_alphabetic)
        || text.chars().filter(char::is_ascii_digit).count() >= 4;
    let ends_well = !bare.ends_with(['.', '!', ',', ';', ':', '…', '-', '–']);
    begins_well && has_name && ends_well && !has_sentence_end_inside(bare)
}

/// Whether a sentence ends before the end of `text`: `? `, `! `, or a full stop behind a word too
/// long for an abbreviation.
fn has_sentence_end_inside(text: &str) -> bool {
    let inside = |mark: &str| text.contains(&format!("{mark} "));
    let full_stops = text.match_indices(". ").any(|(at, _)| {
        let word = text[..at]
            .chars()
            .rev()
            .take_while(|character| character.is_alphabetic());
        word.count() >= 4
    });
    full_stops || inside("?") || inside("!")
}

fn first_running(looks: &[Look]) -> Option<usize> {
    looks.iter().position(|look| look.form == Form::Running)
}

/// The block that is the headline: the one that says what the record says, else the first of the
/// titles above the body that the body is about.
fn headline(looks: &[Look], body: usize, title: Option<&str>) -> Option<usize> {
    let titles = (0..body.min(TOP)).filter(|&index| looks[index].form == Form::Title);
    if let Some(title) = title {
        return looks
            .iter()
            .take(TOP)
            .position(|look| is_same(look.text, title));
    }
    if body == looks.len() {
        return None;
    }
    let titles: Vec<usize> = titles.collect();
    match titles.as_slice() {
        [] => None,
        &[only] => Some(only),
        &[first, ..] => {
            let about = |&&index: &&usize| is_about(&looks[body..], looks[index].text);
            Some(*titles.iter().find(about).unwrap_or(&first))
        }
    }
}

fn is_same(left: &str, right: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    letters(left) == letters(right)
}

/// Whether at least half of the nouns and names of `title` come back in the body. The banner of a
/// page above the headline says nothing of the article.
fn is_about(body: &[Look], title: &str) -> bool {
    let words: Vec<&str> = title
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| word.chars().next().is_some_and(char::is_uppercase) && word.len() > 3)
        .collect();
    let found = words
        .iter()
        .filter(|&&word| body.iter().any(|look| look.text.contains(word)));
    found.count() * 2 >= words.len()
}

/// Whether the title-like block stands above longer text, or above another heading that does.
fn is_heading(looks: &[Look], index: usize) -> bool {
    let own = looks[index];
    let is_title = |look: &&Look| look.form == Form::Title;
    let below: Vec<&Look> = looks[index + 1..]
        .iter()
        .take_while(is_title)
        .take(2)
        .collect();
    let above = looks[..index]
        .iter()
        .rev()
        .take_while(is_title)
        .take(2)
        .count();
    // Three and more short lines in a row are a table, a list or verse.
    let is_in_run = above + below.len() > 1;
    let is_above_text = looks
        .get(index + below.len() + 1)
        .is_some_and(|look| match look.form {
            Form::Running => look.length > own.length,
            Form::ListItem => true,
            Form::Title | Form::Caption | Form::Boilerplate | Form::Metadata => false,
        });
    own.length <= LONGEST_HEADING && is_above_text && !is_in_run && !speaks_to_someone(own.text)
}

/// Whether somebody speaks to somebody, as in speeches and interviews and not in headings.
fn speaks_to_someone(text: &str) -> bool {
    text.split(|character: char| !character.is_alphabetic())
        .any(|word| {
            matches!(
                word,
                "Ich" | "ich" | "Sie" | "Ihnen" | "Ihr" | "Ihre" | "Ihren" | "Herr" | "Frau"
            )
        })
}

/// Whether a short first paragraph under a headline sums up what follows.
fn is_lead(looks: &[Look], index: usize, body: usize, headline: Option<usize>) -> bool {
    let rest = || {
        let behind = looks[index + 1..].iter();
        behind.filter(|look| look.form == Form::Running).take(2)
    };
    index == body
        && headline.is_some()
        && looks[index].length <= LONGEST_LEAD
        && rest().count() == 2
}
