//! What is told of all that was found: counts, facets, plots over time, and what explains an answer.

mod facets;
mod like;
mod saved;
mod terms;
mod timeline;
mod why_not;

use crate::harness::Collection;

/// Six articles of three years, two of them in a folder of their own, one without a date.
pub fn years() -> Collection {
    let line = |id: &str, date: &str, author: &str, text: &str| {
        format!(
            "{{\"id\":\"{id}\",\"title\":\"Meldung {id}\",\"date\":\"{date}\",\"author\":\"{author}\",\
             \"source\":\"Bote\",\"text\":\"{text}\"}}\n"
        )
    };
    let lines = [
        line(
            "1",
            "2021-03-02",
            "Anna Alt",
            "Angela Merkel sprach über die Munition der Truppe.",
        ),
        line(
            "2",
            "2022-05-01",
            "Anna Alt",
            "Die Munition wird knapp, sagte Olaf Scholz am Montag.",
        ),
        line(
            "3",
            "2022-05-20",
            "Bernd Blau",
            "Neue Munition kam gestern an. Merkel schwieg dazu.",
        ),
        line(
            "4",
            "2023",
            "Bernd Blau",
            "Viel Munition liegt im Lager, sagte Angela Merkel.",
        ),
    ];
    let collection = Collection::new()
        .file("bote.jsonl", lines.concat())
        .file(
            "briefe/a.txt",
            "Ein Brief\n\nDie Munition ist da, schrieb Angela Merkel aus Berlin.",
        )
        .file(
            "briefe/b.txt",
            "Ein zweiter Brief\n\nVon Brot und Käse ist hier die Rede.",
        );
    collection.beleg(["index"]).expect_code(0);
    collection
}
