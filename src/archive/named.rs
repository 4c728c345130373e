//! Who is named in a text.

use super::gather::rule_of;
use crate::article::{Draft, build};
use crate::evidence::NamedPlace;
use crate::people::{Names, Recognizer, Referent};

/// The places of a text that name a person, in order. The text may be a whole article; it is cut into
/// blocks as one. Only what beleg brings along is used.
pub fn named(text: &str) -> Vec<NamedPlace> {
    let draft = Draft {
        text: text.to_owned(),
        ..Draft::default()
    };
    let article = build(draft);
    let names = Recognizer::new().names(&article.text, &article.blocks);
    let places = names.mentions.iter().map(|mention| {
        let (person, ambiguous) = persons(&names, &mention.referent);
        NamedPlace {
            record: None,
            person,
            surface: article.text[mention.span.range()].to_owned(),
            span: mention.span,
            rule: rule_of(mention.rule),
            confidence: mention.confidence,
            derived: mention.derived,
            ambiguous,
        }
    });
    places.collect()
}

/// The person meant, the first where the text does not decide, and then everyone who may be.
fn persons(names: &Names, referent: &Referent) -> (String, Vec<String>) {
    let name = |number: &u32| {
        let person = names.persons.get(*number as usize);
        person.map(|person| person.name.clone())
    };
    match referent {
        Referent::Person(number) => (name(number).unwrap_or_default(), Vec::new()),
        Referent::Ambiguous(all) => {
            let all: Vec<String> = all.iter().filter_map(name).collect();
            (all.first().cloned().unwrap_or_default(), all)
        }
    }
}
