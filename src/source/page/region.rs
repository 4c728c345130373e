//! Where on a page its article is.

use super::areas::Area;
use super::builder::Page;
use super::element::Tag;
use super::leaves::Leaf;

/// A paragraph with fewer characters says little about where the article is.
const FEWEST: usize = 80;
/// The share of running text, in percent, that the element of the article holds at least.
const SHARE: usize = 75;
/// The same for elements that say that they are the article.
const SHARE_SAID: usize = 50;

/// What leads to another article has at most so many characters of running text.
const LONGEST_TEASER: usize = 400;

/// What the elements around a leaf make of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    pub(super) is_around: bool,
    pub(super) is_doubtful: bool,
    pub(super) is_caption: bool,
    pub(super) is_lead: bool,
    pub(super) is_author: bool,
    /// Whether it lies in the element of the article.
    pub(super) is_inside: bool,
}

/// Whether a leaf is running text: sentences that are not links.
pub(super) fn is_running(text: &str, leaf: &Leaf) -> bool {
    let ends = [". ", "? ", "! ", "« ", "“ "]
        .iter()
        .any(|end| text.contains(end))
        || text.ends_with(['.', '?', '!', '“', '"', '«', '»', ':']);
    leaf.length >= FEWEST && leaf.linked * 5 < leaf.length * 2 && ends
}

/// The place of every element of a page, by its number.
pub(super) fn places(page: &Page) -> Vec<Place> {
    let masses = masses(page, |_| true);
    let mut places = inherited(page, &masses);
    let inside = region(page, &places);
    for number in 0..places.len() {
        let parent = page.elements[number].parent;
        places[number].is_inside = number == inside || number > 0 && places[parent].is_inside;
    }
    places
}

/// What each element is by itself and by those around it. An element that holds most of the page's
/// running text is not around the article, whatever it is called.
fn inherited(page: &Page, masses: &[usize]) -> Vec<Place> {
    let teasers = teasers(page, masses);
    let mut places: Vec<Place> = Vec::with_capacity(page.elements.len());
    for (number, element) in page.elements.iter().enumerate() {
        let mut place = if number == 0 {
            Place::default()
        } else {
            places[element.parent]
        };
        let is_most = masses[number] > 0 && masses[number] * 2 >= masses[0];
        place.is_around |= teasers[number] && !is_most;
        match element.area {
            Area::Same => {}
            Area::Around => place.is_around |= !is_most,
            Area::Doubtful => place.is_doubtful |= !is_most,
            Area::Caption => place.is_caption |= !is_most,
            Area::Lead => place.is_lead |= !is_most,
            Area::Author => place.is_author |= !is_most,
            Area::Body => (place.is_doubtful, place.is_lead) = (false, false),
        }
        places.push(place);
    }
    places
}

/// Which elements lead to other articles: their headings are links all over. Where an entry of a list
/// or an `article` holds such a heading over few words, all of it does.
fn teasers(page: &Page, masses: &[usize]) -> Vec<bool> {
    let mut teasers = vec![false; page.elements.len()];
    let text = page.excerpt.text();
    let title = page.title.split_whitespace().collect::<Vec<_>>().join(" ");
    for leaf in &page.leaves {
        let is_below = |tag| matches!(tag, Tag::Heading(rank) if rank > 1);
        let is_linked = leaf.linked * 10 >= leaf.length * 9;
        // Blogs link their headlines to the page itself.
        if is_below(page.elements[leaf.element].tag)
            && is_linked
            && !title.contains(&text[leaf.span.range()])
        {
            let around = entry_around(page, leaf.element);
            match around.map(|around| (around, masses[around])) {
                Some((around, mass)) if mass <= LONGEST_TEASER => teasers[around] = true,
                Some(_) => {}
                None => teasers[leaf.element] = true,
            }
        }
    }
    teasers
}

/// The entry of a list or the `article` that holds an element, and is not all of the page.
fn entry_around(page: &Page, element: usize) -> Option<usize> {
    let mut at = page.elements[element].parent;
    while at > 0 {
        if matches!(page.elements[at].tag, Tag::Main | Tag::Item) {
            return Some(at);
        }
        at = page.elements[at].parent;
    }
    None
}

/// The characters of running text in each element.
fn masses(page: &Page, counts: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut masses = vec![0; page.elements.len()];
    let text = page.excerpt.text();
    for leaf in &page.leaves {
        let is_heading = matches!(page.elements[leaf.element].tag, Tag::Heading(_));
        if !is_heading && counts(leaf.element) && is_running(&text[leaf.span.range()], leaf) {
            masses[leaf.element] += leaf.length;
        }
    }
    for number in (1..masses.len()).rev() {
        masses[page.elements[number].parent] += masses[number];
    }
    masses
}

/// The innermost element that holds most of the running text.
fn region(page: &Page, places: &[Place]) -> usize {
    let masses = masses(page, |element| !places[element].is_around);
    let said = (1..masses.len()).rev().filter(|number| {
        let element = page.elements[*number];
        let says = element.area == Area::Body || element.tag == Tag::Main;
        says && masses[*number] > 0 && masses[*number] * 100 >= masses[0] * SHARE_SAID
    });
    if let Some(said) =
        said.max_by_key(|number| (page.elements[*number].area == Area::Body, *number))
    {
        return said;
    }
    heaviest(page, &masses)
}

/// Goes down from the root as long as one element inside holds nearly all.
fn heaviest(page: &Page, masses: &[usize]) -> usize {
    let mut inside = 0;
    for (number, element) in page.elements.iter().enumerate().skip(1) {
        let holds = masses[number] > 0 && masses[number] * 100 >= masses[inside] * SHARE;
        let is_room = matches!(
            element.tag,
            Tag::Root
                | Tag::Container
                | Tag::Main
                | Tag::Cell
                | Tag::Table
                | Tag::Row
                | Tag::Around
        );
        if holds && is_room && is_within(page, number, inside) {
            inside = number;
        }
    }
    inside
}

/// Whether an element stands directly in another, but for elements that were passed over.
fn is_within(page: &Page, number: usize, outer: usize) -> bool {
    let mut at = number;
    while at > outer {
        at = page.elements[at].parent;
    }
    at == outer
}
