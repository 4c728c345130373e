//! What leaves `beleg` for other programs: tables, bibliographies, Markdown.

mod bibliographies;
mod quotations;
mod since;
mod tables;

use crate::harness::Collection;

/// Articles of which much is known, and one of which nothing is.
pub fn press() -> Collection {
    let record = |id: &str, known: &str, text: &str| {
        format!("{{\"id\":\"{id}\",{known},\"text\":\"{text}\",\"lang\":\"de\"}}\n")
    };
    let records = [
        record(
            "1",
            r#""title":"50 % für A&B_C {neu}","author":"Anna Meier und Jan de Vries","outlet":"Der Bote","date":"2023-09-12","url":"https://example.org/a_b?c=%20d""#,
            "Die Munition kam aus Öst, sagte Angela Merkel.",
        ),
        record(
            "2",
            r#""title":"=HYPERLINK(\"http://example.org\")","author":"dpa","date":"2022-03","url":"https://example.org/2""#,
            "=1+1 ist Munition.\\n\\nMehr *Munition* von Angela Merkel | und „andere“ [Munition].",
        ),
        record(
            "3",
            r#""title":"Ohne Datum""#,
            "Keine Munition, sagte Angela Merkel gestern in Berlin.",
        ),
    ];
    Collection::new()
        .file("a.jsonl", records.concat())
        .file("leer.txt", "Leer\n\nHier steht nichts.\n")
}
