//! Markdown that can be pasted: matches bold, a footnote a quotation.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::press;
use crate::harness::Collection;

/// What a reader of Markdown sees.
#[derive(Debug, Default)]
struct Seen {
    bold: Vec<String>,
    text: String,
    references: usize,
    definitions: usize,
    lists: usize,
}

fn seen(markdown: &str) -> Seen {
    let mut seen = Seen::default();
    let mut is_bold = false;
    for event in Parser::new_ext(markdown, Options::ENABLE_FOOTNOTES) {
        match event {
            Event::Start(Tag::Strong) => {
                is_bold = true;
                seen.bold.push(String::new());
            }
            Event::End(TagEnd::Strong) => is_bold = false,
            Event::Text(text) => {
                if let Some(bold) = seen.bold.last_mut().filter(|_| is_bold) {
                    bold.push_str(&text);
                }
                seen.text.push_str(&text);
            }
            Event::FootnoteReference(_) => seen.references += 1,
            Event::Start(Tag::FootnoteDefinition(_)) => seen.definitions += 1,
            Event::Start(Tag::List(_)) => seen.lists += 1,
            _ => {}
        }
    }
    seen
}

fn markdown(collection: &Collection, line: &[&str]) -> String {
    let line = line.iter().chain(&["--format", "markdown"]);
    collection.beleg(line).expect_code(0).stdout().to_owned()
}

#[test]
fn matches_are_bold_and_every_quotation_has_its_footnote() {
    let text = markdown(&press(), &["search", "Munition"]);
    let seen = seen(&text);
    assert_eq!(seen.bold, ["Munition"; 5], "{text}");
    assert_eq!((seen.references, seen.definitions), (4, 4), "{text}");
    assert!(
        seen.text
            .contains("Mehr *Munition* von Angela Merkel | und"),
        "{text}"
    );
    assert!(
        text.contains(
            "Anna Meier und Jan de Vries: *50 % für A\\&B\\_C {neu}*. Der Bote, 2023-09-12."
        ),
        "{text}"
    );
}

#[test]
fn a_match_inside_a_word_is_bold_and_a_passage_no_list() {
    let collection = Collection::new().file(
        "a.txt",
        "Titel\n\nDie Artilleriemunition und die Munitionsfabrik.\n\n- Munition an Bord, sagte er.\n",
    );
    let text = markdown(&collection, &["search", "Munition"]);
    let seen = seen(&text);
    let mut bold = seen.bold.clone();
    bold.sort();
    assert_eq!(bold, ["Munition", "Munition", "munition"], "{text}");
    assert_eq!(seen.lists, 0, "{text}");
}

#[test]
fn mentions_of_a_block_are_bold_in_one_quotation() {
    let text = markdown(&press(), &["mentions", "Angela Merkel"]);
    let seen = seen(&text);
    assert_eq!(seen.bold, ["Angela Merkel"; 3], "{text}");
    assert_eq!((seen.references, seen.definitions), (3, 3), "{text}");
}

#[test]
fn what_is_held_back_is_said() {
    let text = markdown(&press(), &["search", "Munition", "--limit", "1"]);
    assert!(
        text.contains("1 article shown (--limit N for more)"),
        "{text}"
    );
}

#[test]
fn footnotes_of_a_batch_are_counted_on() {
    let collection = press();
    collection.write("queries.txt", "Munition\nMerkel\n");
    let text = markdown(&collection, &["search", "--batch", "queries.txt"]);
    let seen = seen(&text);
    assert_eq!(seen.references, seen.definitions, "{text}");
    assert_eq!(text.matches("[^1]:").count(), 1, "{text}");
}
