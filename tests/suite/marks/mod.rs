//! The central property, from files on disk to hits: what is marked is what stands at those bytes.
//!
//! A citation that is off by one byte sends its reader to another word.

mod generated;
mod proof;

use std::collections::BTreeSet;
use std::fs;

use beleg::query::plain;
use proptest::prelude::*;

use crate::harness::project;
use crate::library::{Shelf, hits, hits_of};
use generated::{Saved, TARGETS, articles};
use proof::{FileText, prove};

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..Default::default() })]

    #[test]
    fn every_mark_stands_at_its_bytes_in_every_encoding(articles in articles()) {
        let shelf = Shelf::new();
        let saved = Saved::all(&articles);
        for file in &saved {
            shelf.write(&file.name, &file.bytes);
        }
        let archive = shelf.open();
        for target in TARGETS {
            let hits = hits_of(&archive, &plain(target));
            let mut found = BTreeSet::new();
            for hit in &hits {
                let name = hit.citation.path.rsplit('/').next().expect("a path has a name");
                let file = saved.iter().find(|file| file.name == name).expect("a source of ours");
                prove(hit, &FileText { bytes: &file.bytes, writing: file.writing });
                found.insert(hit.article.id.clone());
            }
            let holding: BTreeSet<String> = Saved::ids_holding(&articles, &saved, target);
            let lost: Vec<_> = holding.difference(&found).collect();
            prop_assert!(lost.is_empty(), "{target} is not found in {lost:?}");
        }
    }
}

#[test]
fn every_mark_in_the_articles_of_the_project_stands_at_its_bytes() {
    let shelf = Shelf::new();
    let mut words = BTreeSet::new();
    for file in fs::read_dir(project("corpus")).expect("the project has a corpus") {
        let path = file.expect("the corpus can be listed").path();
        let text = fs::read_to_string(&path).expect("the articles are UTF-8");
        words.extend(
            text.split(|sign: char| !sign.is_alphanumeric())
                .map(str::to_owned),
        );
        shelf.write(&path.file_name().expect("a name").to_string_lossy(), text);
    }
    words.retain(|word| word.chars().count() > 2 && word.chars().all(char::is_alphabetic));
    let archive = shelf.open();
    let compound = [
        "\"Kim Jong Un\"",
        "\"Kim Putin\"~5",
        "munit*",
        "*krieg",
        "Schoigo~",
        "Pyongyang",
        "-Munition",
    ];
    // Every eleventh word, so that the suite stays quick; which ones is of no account.
    let words: Vec<String> = words.into_iter().step_by(11).collect();
    for query in compound.into_iter().chain(words.iter().map(String::as_str)) {
        let hits = if compound.contains(&query) {
            hits(&archive, query)
        } else {
            hits_of(&archive, &plain(query))
        };
        assert!(!hits.is_empty(), "{query} stands there and is not found");
        for hit in &hits {
            let bytes = fs::read(&hit.citation.path).expect("the cited file");
            prove(
                hit,
                &FileText {
                    bytes: &bytes,
                    writing: proof::Writing::Utf8,
                },
            );
        }
    }
}
