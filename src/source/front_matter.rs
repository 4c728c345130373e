//! What stands in front of a text, or in a file beside it, to describe it: YAML and TOML.

use super::fields::{Meaning, meaning};
use crate::article::{Origin, Statement};
use saphyr_parser::{Event, Parser};
use toml::{Table, Value};

/// What YAML says: the keys of its outermost mapping. A value may be a list; of a mapping inside,
/// the `name` counts. What is no YAML says nothing from there on.
pub(super) fn yaml(text: &str, origin: Origin) -> Vec<Statement> {
    let mut reader = Yaml::default();
    for event in Parser::new_from_str(text) {
        match event {
            Ok((event, _)) => reader.take(event),
            Err(_) => break,
        }
    }
    reader
        .fields
        .iter()
        .filter_map(|(key, values)| said(key, values, origin))
        .collect()
}

/// What TOML says: the keys of its outermost table, and whether it is TOML at all.
///
/// # Errors
/// What is wrong with it, and where.
pub(super) fn toml(text: &str, origin: Origin) -> Result<Vec<Statement>, String> {
    let table: Table = text.parse().map_err(|fault: toml::de::Error| {
        let line = fault
            .span()
            .map_or(0, |span| text[..span.start].matches('\n').count());
        format!("{} (line {})", fault.message(), line + 1)
    })?;
    let said = table
        .iter()
        .filter_map(|(key, value)| said(key, &values(value), origin));
    Ok(said.collect())
}

fn said(key: &str, values: &[String], origin: Origin) -> Option<Statement> {
    match meaning(key) {
        Some(Meaning::Said(property, _)) if !values.is_empty() => {
            Some(Statement::new(property, origin, &values.join(", ")))
        }
        _ => None,
    }
}

fn values(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Integer(number) => vec![number.to_string()],
        Value::Datetime(date) => vec![date.to_string()],
        Value::Array(list) => list.iter().flat_map(values).collect(),
        Value::Table(table) => table.get("name").map(values).unwrap_or_default(),
        Value::Float(_) | Value::Boolean(_) => Vec::new(),
    }
}

/// Follows the events of YAML. Aliases are not followed: they could unfold without end.
#[derive(Default)]
struct Yaml {
    /// The open collections: whether each is a mapping, and whether a key is awaited there.
    open: Vec<Open>,
    fields: Vec<(String, Vec<String>)>,
}

struct Open {
    is_mapping: bool,
    /// The key whose value comes next.
    key: Option<String>,
}

impl Yaml {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::MappingStart(..) => self.begin(true),
            Event::SequenceStart(..) => self.begin(false),
            Event::MappingEnd | Event::SequenceEnd => {
                self.open.pop();
                self.value_is_over();
            }
            Event::Scalar(text, ..) => self.scalar(&text),
            Event::Alias(_) => self.value_is_over(),
            _ => {}
        }
    }

    fn begin(&mut self, is_mapping: bool) {
        self.open.push(Open {
            is_mapping,
            key: None,
        });
    }

    fn value_is_over(&mut self) {
        if let Some(around) = self.open.last_mut() {
            around.key = None;
        }
    }

    fn scalar(&mut self, text: &str) {
        let is_outermost = self.open.len() == 1;
        let is_wanted = self.is_wanted();
        if let Some(Open {
            is_mapping: true,
            key: key @ None,
        }) = self.open.last_mut()
        {
            *key = Some(text.to_owned());
            if is_outermost {
                self.fields.push((text.to_owned(), Vec::new()));
            }
            return;
        }
        if let Some((_, values)) = self.fields.last_mut().filter(|_| is_wanted) {
            values.push(text.to_owned());
        }
        self.value_is_over();
    }

    /// Whether a value here belongs to the field that is open: itself, an entry of its list, or
    /// the name of what it describes.
    fn is_wanted(&self) -> bool {
        let inner = self.open.iter().skip(1);
        self.open.first().is_some_and(|outer| outer.is_mapping)
            && inner.clone().count() <= 2
            && inner
                .filter(|open| open.is_mapping)
                .all(|open| open.key.as_deref() == Some("name"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Property;

    fn pairs(said: &[Statement]) -> Vec<(Property, &str)> {
        said.iter()
            .map(|statement| (statement.property, statement.value.as_str()))
            .collect()
    }

    #[test]
    fn yaml_is_read_as_far_as_it_describes_the_article() {
        let front = "title: \"Kim: der Besuch\"\ndate: 2023-09-12\ntags: [a, b]\nauthors:\n  \
            - name: A. Lee\n    mail: x\n  - B. Ruh\nlang: de\n";
        let expected = [
            (Property::Title, "Kim: der Besuch"),
            (Property::Date, "2023-09-12"),
            (Property::Author, "A. Lee, B. Ruh"),
            (Property::Language, "de"),
        ];
        assert_eq!(pairs(&yaml(front, Origin::FrontMatter)), expected);
    }

    #[test]
    fn aliases_that_unfold_without_end_say_nothing() {
        let bomb = "a: &a [x,x]\nb: &b [*a,*a]\ntitle: [*b,*b]\nauthor: A. Lee\n";
        let said = yaml(bomb, Origin::FrontMatter);
        assert_eq!(pairs(&said), [(Property::Author, "A. Lee")]);
    }

    #[test]
    fn toml_is_read_and_its_faults_are_told() {
        let front = "title = \"Kim\"\ndate = 2023-09-12\nauthor = [\"A. Lee\", \"B. Ruh\"]\n";
        let said = toml(front, Origin::Sidecar).expect("it is TOML");
        let mut pairs = pairs(&said);
        pairs.sort_by_key(|(property, _)| property.name());
        let expected = [
            (Property::Author, "A. Lee, B. Ruh"),
            (Property::Date, "2023-09-12"),
            (Property::Title, "Kim"),
        ];
        assert_eq!(pairs, expected);
        let fault = toml("title = \"Kim\"\ndate = = 2", Origin::Sidecar);
        assert!(fault.expect_err("it is not").ends_with("(line 2)"));
    }
}
