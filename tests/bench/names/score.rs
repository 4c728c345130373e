//! How well mentions are given to persons.

use std::collections::BTreeMap;

use beleg::people::{Mention as Given, Names, Referent};

use crate::gold::Mention;

/// Counts over all articles.
#[derive(Default)]
pub struct Score {
    /// Full names, parts of names, and of these single words: right and all.
    full: (usize, usize),
    part: (usize, usize),
    bare: (usize, usize),
    found: usize,
    wanted: usize,
    given: usize,
    /// Sums over mentions of B³ precision and recall.
    precision: f64,
    recall: f64,
    compared: usize,
    rules: BTreeMap<&'static str, Rule>,
}

#[derive(Default)]
struct Rule {
    right: usize,
    all: usize,
    confidence: usize,
}

/// The name that a mention was given to; several are joined by a stroke.
pub fn said(names: &Names, mention: &Given) -> String {
    let name = |place: &u32| names.persons[*place as usize].name.clone();
    match &mention.referent {
        Referent::Person(place) => name(place),
        Referent::Ambiguous(places) => places.iter().map(name).collect::<Vec<_>>().join(" | "),
    }
}

/// Whether two names are written alike but for case, hyphens and blanks.
pub fn is_same(one: &str, two: &str) -> bool {
    let letters = |name: &str| -> String {
        let kept = name.chars().filter(|c| c.is_alphanumeric());
        kept.flat_map(char::to_lowercase).collect()
    };
    letters(one) == letters(two)
}

impl Score {
    /// Compares what was found in an article with what should be.
    pub fn add(&mut self, names: &Names, gold: &[Mention]) {
        let plain = || gold.iter().filter(|mention| !mention.derived);
        let given: Vec<&Given> = names
            .mentions
            .iter()
            .filter(|given| !given.derived)
            .collect();
        let overlaps = |given: &Given| gold.iter().any(|mention| mention.span.overlaps(given.span));
        self.wanted += plain().count();
        self.given += given
            .iter()
            .filter(|given| !overlaps(given) || !is_derived(gold, given))
            .count();
        let mut pairs = Vec::new();
        for mention in plain() {
            let found = given.iter().find(|given| given.span.overlaps(mention.span));
            self.found += usize::from(found.is_some());
            let said = found.map(|given| said(names, given)).unwrap_or_default();
            if mention.person == "?" {
                continue;
            }
            let right = is_same(&said, &mention.person);
            self.count(mention, right);
            if let Some(given) = found {
                self.count_rule(given, right);
                pairs.push((said, mention.person.as_str()));
            }
        }
        self.add_b_cubed(&pairs);
    }

    fn count(&mut self, mention: &Mention, right: bool) {
        let words = mention.person.split(' ').count();
        let letters = mention.span.len();
        let is_part = letters + 2 < mention.person.len() && words > 1;
        let is_bare = is_part && letters <= longest_word(&mention.person) + 2;
        let add = |count: &mut (usize, usize)| {
            count.0 += usize::from(right);
            count.1 += 1;
        };
        if is_part {
            add(&mut self.part);
            if is_bare {
                add(&mut self.bare);
            }
        } else {
            add(&mut self.full);
        }
    }

    fn count_rule(&mut self, given: &Given, right: bool) {
        let rule = self.rules.entry(given.rule.name()).or_default();
        rule.all += 1;
        rule.right += usize::from(right);
        rule.confidence += usize::from(given.confidence);
    }

    /// Bagga and Baldwin's B³ (1998) over the mentions that both have.
    fn add_b_cubed(&mut self, pairs: &[(String, &str)]) {
        for (said, meant) in pairs {
            let same_said = pairs.iter().filter(|(other, _)| other == said);
            let same_meant = pairs.iter().filter(|(_, other)| other == meant);
            let both = pairs
                .iter()
                .filter(|(one, two)| one == said && two == meant)
                .count();
            self.precision += both as f64 / same_said.count() as f64;
            self.recall += both as f64 / same_meant.count() as f64;
        }
        self.compared += pairs.len();
    }

    /// Prints one block of figures.
    pub fn print(&self, title: &str) {
        let share = |(right, all): (usize, usize)| {
            format!("{:.3} ({right} of {all})", right as f64 / all.max(1) as f64)
        };
        let precision = self.precision / self.compared.max(1) as f64;
        let recall = self.recall / self.compared.max(1) as f64;
        let found_precision = self.found as f64 / self.given.max(1) as f64;
        let found_recall = self.found as f64 / self.wanted.max(1) as f64;
        println!("\n{title}");
        println!(
            "  {:<44}{}",
            "full names given to the right person",
            share(self.full)
        );
        println!(
            "  {:<44}{}",
            "parts of names given to the right full name",
            share(self.part)
        );
        println!("  {:<44}{}", "of these, single words", share(self.bare));
        println!(
            "  {:<44}{:.3}",
            "B³ F1 of the persons",
            harmonic(precision, recall)
        );
        println!(
            "  {:<44}{:.3} (precision {found_precision:.3}, recall {found_recall:.3})",
            "F1 of the places",
            harmonic(found_precision, found_recall)
        );
    }

    /// Prints how often each rule is right, beside the confidence it gives.
    pub fn print_rules(&self) {
        println!(
            "\n  {:<16}{:>7}{:>8}{:>12}",
            "rule", "uses", "right", "confidence"
        );
        for (name, rule) in &self.rules {
            println!(
                "  {name:<16}{:>7}{:>8.2}{:>12.2}",
                rule.all,
                rule.right as f64 / rule.all as f64,
                rule.confidence as f64 / rule.all as f64 / 100.0
            );
        }
    }
}

fn is_derived(gold: &[Mention], given: &Given) -> bool {
    gold.iter()
        .any(|mention| mention.derived && mention.span.overlaps(given.span))
}

fn longest_word(name: &str) -> usize {
    name.split(' ').map(str::len).max().unwrap_or_default()
}

fn harmonic(one: f64, two: f64) -> f64 {
    2.0 * one * two / (one + two).max(f64::MIN_POSITIVE)
}
