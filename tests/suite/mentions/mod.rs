//! Every place that names a person, from the file on disk to the terminal.

mod bytes;
mod changes;
mod listing;
mod own_names;
mod people;
mod person_field;
mod shown;
mod texts;
mod whom;

use serde_json::Value;

use crate::harness::{Answer, Collection, text};

/// A visit, told in three articles; the last is undated.
pub fn visit() -> Collection {
    let collection = Collection::new()
        .file(
            "a.jsonl",
            "{\"id\":\"1\",\"title\":\"Besuch in Wien\",\"date\":\"2023-09-12\",\"text\":\"Der \
             Präsident Wladimir Putin kam am Montag nach Wien. Putin sprach lange mit Angela Merkel.\
             \\n\\nMerkel dankte ihm. Putins Reise dauerte nur einen Tag.\"}\n\
             {\"id\":\"2\",\"title\":\"Nach der Reise\",\"date\":\"2024-01\",\"text\":\"Angela \
             Merkels Sprecher lobte am Dienstag das Gespräch mit Wladimir Putin.\"}\n",
        )
        .file(
            "z.txt",
            "Ein Brief aus Wien\n\nSergej Schoigu schrieb am Abend einen langen Brief an Angela \
             Merkel. Darin stand, dass er bald wieder kommen werde.\n\nIm Putin-Regime ist das nicht \
             üblich.",
        );
    collection.beleg(["index"]).expect_code(0);
    collection
}

/// What a run of `mentions` in JSON found.
pub fn mentions(collection: &Collection, name: &str, options: &[&str]) -> Answer {
    let command = ["mentions", name, "--format", "json"];
    collection.beleg(command.iter().chain(options))
}

/// The mentions in their order, each as `a.jsonl#1 1:96 Putin`: the article, line and column, the name.
pub fn places(answer: &Answer) -> Vec<String> {
    answer.lines_of_type("mention").iter().map(place).collect()
}

fn place(mention: &Value) -> String {
    format!(
        "{} {}:{} {}",
        text(&mention["article"]["id"]),
        mention["citation"]["line"],
        mention["citation"]["column"],
        text(&mention["surface"])
    )
}

/// The names as they stand in the text, in order.
pub fn surfaces(answer: &Answer) -> Vec<String> {
    let mentions = answer.lines_of_type("mention");
    mentions
        .iter()
        .map(|mention| text(&mention["surface"]))
        .collect()
}
