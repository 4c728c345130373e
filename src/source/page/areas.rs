//! Which part of a page an element is, by its name, its role and its classes.

use super::element::{Attributes, Tag};

/// The part of a page that an element opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Area {
    /// Whatever stands around it is.
    Same,
    /// What stands around articles: menus, boxes, notices, comments.
    Around,
    /// What may stand around or belong to an article: its links decide.
    Doubtful,
    /// Words under a picture.
    Caption,
    /// The summary over the text.
    Lead,
    /// Who wrote the article.
    Author,
    /// The text of the article, said in so many words.
    Body,
}

/// Words in classes and ids of what stands around an article.
const AROUND: [&str; 68] = [
    "nav",
    "navi",
    "navbar",
    "navigation",
    "menu",
    "breadcrumb",
    "breadcrumbs",
    "footer",
    "sidebar",
    "cookie",
    "cookies",
    "cookiebanner",
    "consent",
    "cmp",
    "gdpr",
    "newsletter",
    "share",
    "sharing",
    "sharebar",
    "social",
    "socialbar",
    "socialmedia",
    "bookmark",
    "advert",
    "advertisement",
    "advertising",
    "ad",
    "ads",
    "adslot",
    "anzeige",
    "werbung",
    "sponsored",
    "outbrain",
    "taboola",
    "comment",
    "comments",
    "kommentar",
    "kommentare",
    "leserkommentare",
    "leserbriefe",
    "discussion",
    "disqus",
    "paywall",
    "subscribe",
    "subscription",
    "abo",
    "login",
    "search",
    "suche",
    "pagination",
    "pager",
    "skip",
    "skiplink",
    "modal",
    "popup",
    "overlay",
    "copyright",
    "impressum",
    "feedback",
    "rating",
    "poll",
    "podcast",
    "audioplayer",
    "toolbar",
    "tools",
    "noprint",
    "promo",
    "metanav",
];
/// Words in classes and ids of what is sometimes part of an article.
const DOUBTFUL: [&str; 27] = [
    "teaser",
    "teasers",
    "related",
    "recommended",
    "recommendation",
    "recommendations",
    "tags",
    "tag",
    "topic",
    "topics",
    "keywords",
    "more",
    "mehr",
    "widget",
    "box",
    "infobox",
    "embed",
    "banner",
    "aside",
    "linklist",
    "links",
    "readmore",
    "promotion",
    "partner",
    "header",
    "meta",
    "toc",
];
const CAPTION: [&str; 9] = [
    "caption",
    "figcaption",
    "bildunterschrift",
    "bildtext",
    "bildzeile",
    "credit",
    "credits",
    "bildnachweis",
    "imagecaption",
];
const LEAD: [&str; 13] = [
    "lead",
    "lede",
    "intro",
    "introduction",
    "standfirst",
    "vorspann",
    "anriss",
    "subline",
    "subtitle",
    "subheadline",
    "dek",
    "abstract",
    "summary",
];
const AUTHOR: [&str; 5] = ["author", "authors", "autor", "autoren", "byline"];

/// Roles (WAI-ARIA) of what stands around an article.
const ROLES: [&str; 8] = [
    "navigation",
    "complementary",
    "contentinfo",
    "search",
    "dialog",
    "menu",
    "menubar",
    "form",
];

/// The part of a page that an element with these attributes opens.
pub(super) fn area(tag: Tag, attributes: &Attributes) -> Area {
    let words = words(&attributes.names);
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    let says = |property: &str| {
        attributes
            .itemprop
            .split_whitespace()
            .any(|word| word == property)
    };
    match tag {
        Tag::Root | Tag::Head => Area::Same,
        _ if says("articleBody") || says("text") => Area::Body,
        _ if attributes.is_hidden || ROLES.contains(&attributes.role.as_str()) => Area::Around,
        Tag::Around => Area::Around,
        Tag::Main | Tag::Title | Tag::Hidden => Area::Same,
        _ if says("author") || attributes.rel == "author" => Area::Author,
        Tag::Figure => Area::Caption,
        _ if has(&CAPTION) => Area::Caption,
        _ if has(&AUTHOR) => Area::Author,
        _ if has(&AROUND) => Area::Around,
        // Some set the summary as a second headline.
        Tag::Heading(rank) if rank > 1 && ends_with(&attributes.names, &LEAD) => Area::Lead,
        Tag::Heading(_) => Area::Same,
        _ if has(&LEAD) || says("description") => Area::Lead,
        _ if has(&DOUBTFUL) => Area::Doubtful,
        _ => Area::Same,
    }
}

/// Whether a class name ends with one of these words: `headline__lead`, not `lead-title`.
fn ends_with(names: &str, known: &[&str]) -> bool {
    names.split_whitespace().any(|name| {
        let words = words(name);
        words
            .last()
            .is_some_and(|last| known.contains(&last.as_str()))
    })
}

/// Class names and ids of an element are read as far as this, in characters.
const LONGEST_NAMES: usize = 4_000;

/// The words that class names and ids are made of: `article__newsletterBox` has three.
fn words(names: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut after_lower = false;
    for letter in names.chars().take(LONGEST_NAMES).chain([' ']) {
        let begins = !letter.is_alphanumeric() || letter.is_uppercase() && after_lower;
        if begins && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if letter.is_alphanumeric() {
            word.extend(letter.to_lowercase());
        }
        after_lower = letter.is_lowercase();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &str) -> Area {
        let attributes = Attributes {
            names: names.to_owned(),
            ..Attributes::default()
        };
        area(Tag::Container, &attributes)
    }

    #[test]
    fn classes_tell_what_an_element_is_for() {
        assert_eq!(of("article__newsletterBox"), Area::Around);
        assert_eq!(of("c-caption c-caption--small"), Area::Caption);
        assert_eq!(of("standfirst"), Area::Lead);
        assert_eq!(of("teaser-list"), Area::Doubtful);
        assert_eq!(of("wp-block-list"), Area::Same);
        assert_eq!(of("article-body shadow header2"), Area::Same);
    }
}
