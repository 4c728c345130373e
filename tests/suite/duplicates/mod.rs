//! The same article twice, renamed files, and near copies.

mod copies;
mod near_copies;
mod renames;

use serde_json::Value;

use crate::harness::{Answer, Collection, text};

/// The hits of a search that looks for changes first, as JSON.
fn search(collection: &Collection, query: &str) -> Answer {
    collection.beleg(["search", query, "--refresh", "--format", "json"])
}

fn status(collection: &Collection) -> Value {
    let answer = collection.beleg(["status", "--format", "json"]);
    answer.expect_code(0).only("status")
}

/// The file that each hit cites, and where else its article stands: `corpus/a.txt + corpus/b.txt`.
fn places(answer: &Answer) -> Vec<String> {
    let hits = answer.lines_of_type("hit");
    let mut places: Vec<String> = hits.iter().map(places_of).collect();
    places.dedup();
    places
}

fn places_of(hit: &Value) -> String {
    let mut all = vec![text(&hit["citation"]["path"])];
    let others = hit["article"]["also_in"].as_array();
    all.extend(
        others
            .into_iter()
            .flatten()
            .map(|place| text(&place["path"])),
    );
    all.join(" + ")
}

/// What `beleg index` says, without the time it took.
fn told(collection: &Collection) -> String {
    let answer = collection.beleg(["index"]).expect_code(0);
    let told = answer.stdout().split_once(" (");
    told.expect("it ends with the time it took").0.to_owned()
}
