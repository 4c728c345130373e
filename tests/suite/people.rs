//! Who is named in the five articles of the corpus, held against what people found by reading them.

use std::collections::BTreeMap;
use std::fs;

use beleg::article::{Article, Draft, build};
use beleg::people::{
    CountedTerm, NamedPerson, Names, OwnNames, Person, Recognizer, Referent, families, family_of,
    term,
};
use beleg::span::TextSpan;

use crate::harness::project;

/// A place of the gold: who is meant, and whether the word only derives from the name.
struct Wanted {
    span: TextSpan,
    person: String,
    derived: bool,
}

struct Read {
    article: Article,
    wanted: Vec<Wanted>,
    names: Names,
}

fn read_corpus() -> Vec<Read> {
    let gold =
        fs::read_to_string(project("tests/gold/persons/corpus.tsv")).expect("the gold is there");
    let mut recognizer = Recognizer::new();
    let articles = gold.split("# ").filter(|part| !part.is_empty());
    articles
        .map(|part| {
            let (file, lines) = part.split_once('\n').expect("a file and its lines");
            let text = fs::read_to_string(project(&format!("corpus/{file}")))
                .expect("the corpus is there");
            let wanted = wanted(&text, lines);
            let article = build(Draft {
                text,
                ..Draft::default()
            });
            let names = recognizer.names(&article.text, &article.blocks);
            Read {
                article,
                wanted,
                names,
            }
        })
        .collect()
}

/// The places of the gold, whose lines give the number of a line, what stands there, and who is meant.
fn wanted(text: &str, lines: &str) -> Vec<Wanted> {
    let starts: Vec<usize> = std::iter::once(0)
        .chain(text.match_indices('\n').map(|(at, _)| at + 1))
        .collect();
    let mut at = 0;
    let places = lines.lines().filter(|line| !line.is_empty()).map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        let number: usize = columns[0].parse().expect("the number of a line");
        at = at.max(starts[number - 1]);
        let found = text[at..]
            .find(columns[1])
            .unwrap_or_else(|| panic!("{line} is not there"));
        let start = at + found;
        at = start + columns[1].len();
        Wanted {
            span: TextSpan::new(start, at),
            person: columns[2].to_owned(),
            derived: columns.len() > 3,
        }
    });
    places.collect()
}

/// The persons of the whole corpus.
fn persons(corpus: &[Read]) -> Vec<Person> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for person in corpus.iter().flat_map(|read| &read.names.persons) {
        *counts.entry(term(person)).or_default() += 1;
    }
    let terms: Vec<CountedTerm> = counts
        .into_iter()
        .map(|(term, articles)| CountedTerm { term, articles })
        .collect();
    families(&terms, &OwnNames::default())
}

#[derive(Default)]
struct Agreement {
    both: usize,
    found: usize,
    wanted: usize,
}

impl Agreement {
    fn f1(&self) -> f64 {
        2.0 * self.both as f64 / (self.found + self.wanted).max(1) as f64
    }
}

#[test]
fn every_person_of_the_corpus_is_found_under_every_name() {
    let corpus = read_corpus();
    let persons = persons(&corpus);
    let wanted_names: Vec<&String> = corpus
        .iter()
        .flat_map(|read| &read.wanted)
        .map(|wanted| &wanted.person)
        .collect();
    // A person goes by that of their forms which the gold has.
    let called = |names: &Names, place: u32| {
        let term = term(&names.persons[place as usize]);
        let has_term = |person: &&Person| person.terms.iter().any(|counted| counted.term == term);
        let person = persons
            .iter()
            .find(has_term)
            .expect("every term has its person");
        let mut forms = person.forms.iter().map(|form| &form.name);
        let form = forms.find(|form| wanted_names.contains(form));
        form.unwrap_or(&person.name).clone()
    };
    let mut all = Agreement::default();
    let mut each: BTreeMap<String, Agreement> = BTreeMap::new();
    let mut misses = Vec::new();
    for read in &corpus {
        let text = &read.article.text;
        let found = read
            .names
            .mentions
            .iter()
            .filter(|mention| !mention.derived);
        let mut found: Vec<(TextSpan, String)> = found
            .map(|mention| match &mention.referent {
                Referent::Person(place) => (mention.span, called(&read.names, *place)),
                Referent::Ambiguous(_) => (mention.span, String::from("?")),
            })
            .collect();
        for (_, person) in &found {
            all.found += 1;
            each.entry(person.clone()).or_default().found += 1;
        }
        for wanted in read.wanted.iter().filter(|wanted| !wanted.derived) {
            all.wanted += 1;
            each.entry(wanted.person.clone()).or_default().wanted += 1;
            let meets =
                |found: &(TextSpan, String)| found.0 == wanted.span && found.1 == wanted.person;
            if let Some(place) = found.iter().position(meets) {
                found.remove(place);
                all.both += 1;
                each.entry(wanted.person.clone()).or_default().both += 1;
            } else {
                misses.push(format!(
                    "missed {} at byte {}",
                    wanted.person,
                    wanted.span.start()
                ));
            }
        }
        misses.extend(
            found
                .iter()
                .map(|(span, person)| format!("{} given to {person}", &text[span.range()])),
        );
    }
    assert!(all.f1() >= 0.97, "{:.3}: {misses:#?}", all.f1());
    for (person, agreement) in each {
        assert!(
            agreement.f1() >= 0.8,
            "{person} {:.3}: {misses:#?}",
            agreement.f1()
        );
    }
}

#[test]
fn words_derived_from_a_name_are_marked_as_such() {
    for read in read_corpus() {
        for wanted in read.wanted.iter().filter(|wanted| wanted.derived) {
            let is_there = |mention: &beleg::people::Mention| {
                mention.derived && mention.span.overlaps(wanted.span)
            };
            let word = &read.article.text[wanted.span.range()];
            assert!(read.names.mentions.iter().any(is_there), "{word}");
        }
    }
}

#[test]
fn spellings_of_one_name_meet_and_strangers_do_not() {
    let pairs =
        fs::read_to_string(project("tests/vocabulary/names.txt")).expect("the pairs are there");
    let mut wrong = Vec::new();
    for line in pairs.lines().filter(|line| !line.starts_with('#')) {
        let (one, two, expected) = match line.split_once(" != ") {
            Some((one, two)) => (one, two, 2),
            None => line
                .split_once(" = ")
                .map(|(one, two)| (one, two, 1))
                .expect("a pair of names"),
        };
        let terms = [one, two].map(|name| CountedTerm {
            term: term(&NamedPerson {
                name: name.to_owned(),
                walk: None,
            }),
            articles: 1,
        });
        let is_one_family = family_of(&terms[0].term) == family_of(&terms[1].term);
        let persons = if is_one_family {
            families(&terms, &OwnNames::default()).len()
        } else {
            2
        };
        if persons != expected {
            wrong.push(line);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
