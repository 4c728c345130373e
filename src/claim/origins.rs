//! How many voices there are: copies of one text, and reports of one news agency, count once.

use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::reading::{Source, SourceBlock};
use crate::article::{Shingles, is_compared};
use crate::german::{DateInterval, fold};

/// So many words in a row are one shingle (Broder 1997).
const SHINGLE: usize = 4;
/// Texts that share so much of the smaller one's shingles are copies.
const COPIED: f32 = 0.4;
/// Reports of one agency that are so few days apart are one.
const SAME_NEWS_DAYS: i64 = 3;

/// The news agencies whose credits are known, in folded spelling.
const AGENCIES: [&str; 14] = [
    "dpa", "afp", "ap", "reuters", "sda", "apa", "rtr", "kna", "epd", "dapd", "ddp", "sid",
    "xinhua", "ansa",
];

/// What tells whether two articles have one origin.
pub(super) struct Origin {
    shingles: HashSet<u64>,
    /// The running text of the article, by which a search groups near copies.
    article: Shingles,
    agencies: BTreeSet<&'static str>,
    published: Option<DateInterval>,
}

impl Origin {
    /// The origin of an article, of which `block` says what matters.
    pub fn of(source: &Source, block: usize) -> Self {
        let text = source.blocks.get(block).map_or("", |block| &block.text);
        let blocks = source.blocks.iter();
        let compared = source.blocks.iter().filter(|block| is_compared(block.kind));
        Self {
            shingles: shingles(text),
            article: Shingles::of(compared.map(|block| block.text.as_str())),
            agencies: blocks.flat_map(credits).collect(),
            published: source.published,
        }
    }

    fn is_that_of(&self, other: &Self) -> bool {
        self.is_copy_of(other)
            || self.article.is_near_copy_of(&other.article)
            || self.is_same_report_as(other)
    }

    fn is_copy_of(&self, other: &Self) -> bool {
        let smaller = self.shingles.len().min(other.shingles.len());
        let shared = self.shingles.intersection(&other.shingles).count();
        smaller > 0 && shared as f32 >= COPIED * smaller as f32
    }

    fn is_same_report_as(&self, other: &Self) -> bool {
        let near = match (self.published, other.published) {
            (Some(a), Some(b)) => (a.first_day() - b.first_day()).abs() <= SAME_NEWS_DAYS,
            _ => true,
        };
        near && !self.agencies.is_disjoint(&other.agencies)
    }
}

/// How many of these are independent of one another.
pub(super) fn count(origins: &[Origin]) -> usize {
    let mut voices: Vec<Vec<&Origin>> = Vec::new();
    for origin in origins {
        let mut joined = vec![origin];
        voices.retain_mut(|voice| {
            let same = voice.iter().any(|other| other.is_that_of(origin));
            if same {
                joined.append(voice);
            }
            !same
        });
        voices.push(joined);
    }
    voices.len()
}

fn shingles(text: &str) -> HashSet<u64> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(fold)
        .collect();
    let length = SHINGLE.min(words.len().max(1));
    words
        .windows(length)
        .map(|window| {
            let mut hasher = DefaultHasher::new();
            window.hash(&mut hasher);
            hasher.finish()
        })
        .collect()
}

/// The agencies that a block credits: in brackets, before a dash at its beginning, or as a block of
/// nothing but credits.
fn credits(block: &SourceBlock) -> Vec<&'static str> {
    let text = block.text.as_str();
    let bracketed = text.split(['(', '[']).skip(1);
    let bracketed = bracketed.filter_map(|rest| rest.split([')', ']']).next());
    let dateline = text
        .split(['–', '-', '—'])
        .next()
        .filter(|start| start.len() <= 40);
    let whole = Some(text).filter(|text| text.len() <= 40);
    let places = bracketed.chain(dateline).chain(whole);
    places.flat_map(named).collect()
}

fn named(credit: &str) -> Vec<&'static str> {
    let words = credit.split(|c: char| !c.is_alphanumeric());
    let found = words.filter_map(|word| {
        let folded = fold(word);
        let written = word.chars().all(char::is_uppercase) || word.chars().all(char::is_lowercase);
        let known = AGENCIES.iter().find(|agency| **agency == folded);
        known.filter(|_| written || folded.len() > 4).copied()
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::BlockKind;

    fn origin(text: &str) -> Origin {
        let block = SourceBlock {
            number: 0,
            kind: BlockKind::Paragraph,
            text: text.to_owned(),
        };
        let source = Source {
            title: None,
            published: None,
            blocks: vec![block],
        };
        Origin::of(&source, 0)
    }

    #[test]
    fn a_copy_is_no_second_voice() {
        let first = "Bei dem Unglück kamen nach Angaben der Polizei drei Menschen ums Leben.";
        let copy =
            "Bei dem Unglück kamen nach Angaben der Polizei drei Menschen ums Leben, hiess es.";
        let other = "Drei Tote forderte ein Unfall auf der Autobahn bei Ulm am Montag.";
        let all = [origin(first), origin(copy), origin(other)];
        assert_eq!(count(&all), 2);
    }

    #[test]
    fn a_near_copy_with_another_sentence_about_it_is_no_second_voice() {
        let report = "Im Hafen von Rostock ist in der Nacht zum Dienstag ein Frachter auf Grund gelaufen. \
             Die Besatzung blieb unverletzt und konnte am Morgen mit Schleppern an Land gebracht werden, \
             während Helfer vorsorglich Sperren gegen auslaufendes Öl auslegten.";
        let papers = ["Drei Schlepper sind da.", "Es kamen drei starke Schiffe."];
        let origins = papers.map(|own| {
            let texts = [own, report].into_iter();
            let blocks = texts.map(|text| SourceBlock {
                number: 0,
                kind: BlockKind::Paragraph,
                text: text.to_owned(),
            });
            let source = Source {
                title: None,
                published: None,
                blocks: blocks.collect(),
            };
            Origin::of(&source, 0)
        });
        assert_eq!(count(&origins), 1);
    }

    #[test]
    fn reports_of_one_agency_are_one_voice() {
        let all = [
            origin("BERLIN (dpa) – Der Minister tritt zurück."),
            origin("Rücktritt im Kabinett, der Ressortchef geht (dpa/AFP)."),
            origin("Der Minister ist nicht mehr im Amt."),
        ];
        assert_eq!(count(&all), 2);
    }
}
