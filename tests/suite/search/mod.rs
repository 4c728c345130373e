//! What a search finds, marks and says, on the articles of the project and on small collections.

mod answer;
mod corpus;
mod fields;
mod gaps;
mod long;
mod metamorphic;
mod operators;
mod refusals;
mod runs;
mod spellings;

use crate::harness::{Answer, Collection};

/// The JSON answer to a query that finds something.
fn found(collection: &Collection, query: &str) -> Answer {
    asked(collection, query).expect_code(0)
}

/// The JSON answer to a query, from the index as it is once there is one.
fn asked(collection: &Collection, query: &str) -> Answer {
    collection.beleg(["search", query, "--format", "json", "--no-refresh"])
}

/// The JSON answer to a query that finds nothing.
fn nothing_found(collection: &Collection, query: &str) -> Answer {
    let answer = asked(collection, query).expect_code(1);
    assert_eq!(answer.hits(), [""; 0]);
    answer
}
