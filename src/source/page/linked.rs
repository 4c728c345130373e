//! Linked data of a page (schema.org in JSON-LD).

use crate::article::{Origin, Property, Statement};
use serde_json::Value;

/// What the scripts of a page say of its article. What is no JSON says nothing.
pub(super) fn statements(scripts: &[String]) -> Vec<Statement> {
    let roots: Vec<Value> = scripts
        .iter()
        .filter_map(|script| serde_json::from_str(script.trim()).ok())
        .collect();
    let mut objects: Vec<&Value> = Vec::new();
    roots.iter().for_each(|root| collect(root, &mut objects));
    objects.sort_by_key(|object| rank(object));
    objects
        .into_iter()
        .filter(|object| rank(object) < NO_ARTICLE)
        .flat_map(said)
        .collect()
}

const NO_ARTICLE: u8 = 2;

/// Objects of a graph; those inside an article say nothing of it by themselves.
fn collect<'v>(value: &'v Value, objects: &mut Vec<&'v Value>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, objects)),
        Value::Object(members) => {
            objects.push(value);
            if let Some(graph) = members.get("@graph").or_else(|| members.get("mainEntity")) {
                collect(graph, objects);
            }
        }
        _ => {}
    }
}

/// How surely an object is the article: 0 for articles, 1 for pages, more for other things.
fn rank(object: &Value) -> u8 {
    let types = match &object["@type"] {
        Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
        Value::String(one) => vec![one.as_str()],
        _ => Vec::new(),
    };
    let is_article =
        |kind: &&str| kind.ends_with("Article") || kind.ends_with("Posting") || *kind == "Report";
    match () {
        () if types.iter().any(is_article) => 0,
        () if types.iter().any(|kind| kind.ends_with("WebPage")) => 1,
        () => NO_ARTICLE,
    }
}

fn said(object: &Value) -> Vec<Statement> {
    let members = [
        (Property::Title, &object["headline"]),
        (Property::Title, &object["name"]),
        (Property::Date, &object["datePublished"]),
        (Property::Date, &object["dateCreated"]),
        (Property::Author, &object["author"]),
        (Property::Author, &object["creator"]),
        (Property::Outlet, &object["publisher"]),
        (Property::Language, &object["inLanguage"]),
        (Property::Url, &object["url"]),
        (Property::Url, &object["mainEntityOfPage"]),
    ];
    let said = members.into_iter().map(|(property, value)| {
        let names = names(value, property);
        Statement::new(property, Origin::JsonLd, &names.join(", "))
    });
    said.filter(|statement| !statement.value.is_empty())
        .collect()
}

/// The texts of a value: itself, the entries of a list, the name or address of an object.
fn names(value: &Value, property: Property) -> Vec<&str> {
    match value {
        Value::String(name) => vec![name.trim()],
        Value::Array(values) => values
            .iter()
            .flat_map(|value| names(value, property))
            .collect(),
        Value::Object(members) => {
            let keys = match property {
                Property::Url => ["@id", "url"],
                _ => ["name", "alternateName"],
            };
            let name = keys.iter().find_map(|key| members.get(*key)?.as_str());
            name.map(str::trim).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_of_a_graph_is_heard_before_the_page() {
        let script = r#"{"@context":"https://schema.org","@graph":[
            {"@type":"WebPage","name":"Seite","url":"https://blatt.de/kim"},
            {"@type":["NewsArticle"],"headline":"Kim reist","datePublished":"2023-09-12T08:00:00+02:00",
             "author":[{"@type":"Person","name":"A. Lee"},{"name":"B. Ruh"}],"publisher":{"name":"Blatt"}}]}"#;
        let said = statements(&[script.to_owned(), "kein JSON".to_owned()]);
        let of = |property| {
            let found = said.iter().find(|statement| statement.property == property);
            found.map(|statement| statement.value.as_str())
        };
        assert_eq!(of(Property::Title), Some("Kim reist"));
        assert_eq!(of(Property::Author), Some("A. Lee, B. Ruh"));
        assert_eq!(of(Property::Outlet), Some("Blatt"));
        assert_eq!(of(Property::Url), Some("https://blatt.de/kim"));
    }
}
