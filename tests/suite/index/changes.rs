//! Files come, change, move and go; the next answer knows.

use std::fs;

use serde_json::Value;

use crate::harness::{Answer, Collection, text};

fn refreshed(collection: &Collection, query: &str) -> Answer {
    collection.beleg(["search", query, "--refresh", "--format", "json"])
}

/// What `beleg index` says of the sources.
fn told(collection: &Collection) -> String {
    let answer = collection.beleg(["index"]).expect_code(0);
    let told = answer
        .stdout()
        .split_once(" (")
        .expect("it ends with the time it took")
        .0;
    told.to_owned()
}

fn status(collection: &Collection) -> Value {
    collection
        .beleg(["status", "--format", "json"])
        .expect_code(0)
        .only("status")
}

#[test]
fn a_search_knows_what_changed_since_the_last_one() {
    let collection = Collection::new()
        .file("a.txt", "Stahl kam an.")
        .file("b.txt", "Holz kam an.");
    assert_eq!(refreshed(&collection, "Stahl").articles(), ["a"]);
    collection.write("corpus/c.txt", "Stahl kam an, und zwar viel.");
    collection.write("corpus/b.txt", "Auch hier: Stahl.");
    let mut found = refreshed(&collection, "Stahl").articles();
    found.sort();
    assert_eq!(found, ["a", "b", "c"]);
    refreshed(&collection, "Holz").expect_code(1);
    fs::remove_file(collection.path("corpus/a.txt")).expect("it was there");
    fs::remove_file(collection.path("corpus/c.txt")).expect("it was there");
    assert_eq!(refreshed(&collection, "Stahl").articles(), ["b"]);
    assert_eq!(
        refreshed(&collection, "Stahl").only("summary")["articles_searched"],
        1
    );
}

#[test]
fn a_file_that_moved_is_cited_where_it_is() {
    let collection = Collection::new()
        .file("alt.txt", "Stahl kam an.")
        .file("b.txt", "Holz kam an.");
    collection.beleg(["index"]).expect_code(0);
    fs::create_dir(collection.path("corpus/neu")).expect("a folder can be made");
    fs::rename(
        collection.path("corpus/alt.txt"),
        collection.path("corpus/neu/ort.txt"),
    )
    .expect("it can be moved");
    assert_eq!(
        told(&collection),
        "2 articles in the index; sources: 1 renamed, 1 unchanged"
    );
    let hits = refreshed(&collection, "Stahl").lines_of_type("hit");
    let paths: Vec<String> = hits
        .iter()
        .map(|hit| text(&hit["citation"]["path"]))
        .collect();
    assert_eq!(paths, ["corpus/neu/ort.txt"]);
}

#[test]
fn an_inserted_line_moves_its_neighbours_and_adds_none_of_them_again() {
    let line = |number: usize| {
        format!("{{\"id\":\"{number}\",\"text\":\"Zug {number} brachte Stahl.\"}}\n")
    };
    let lines: Vec<String> = (1..=30).map(line).collect();
    let collection = Collection::new().file("a.jsonl", lines.concat());
    collection.beleg(["index"]).expect_code(0);
    let before = refreshed(&collection, "Stahl").lines_of_type("hit");
    let inserted = "{\"id\":\"neu\",\"text\":\"Ein größerer Zug brachte Öl.\"}\n";
    let content = lines[..3].concat() + inserted + &lines[3..].concat();
    collection.write("corpus/a.jsonl", &content);
    let after = refreshed(&collection, "Stahl").lines_of_type("hit");
    let status = status(&collection);
    assert_eq!(
        (&status["articles"], &status["dead_documents"]),
        (&31.into(), &1.into()),
        "only the source was written again"
    );
    assert_eq!(after.len(), 30);
    for old in &before {
        let same = after.iter().find(|hit| hit["article"] == old["article"]);
        let new = same.expect("every record is still found");
        let moved = old["citation"]["line"].as_u64() > Some(3);
        let by = if moved { inserted.len() as u64 } else { 0 };
        assert_eq!(
            new["citation"]["line"].as_u64(),
            old["citation"]["line"]
                .as_u64()
                .map(|line| line + u64::from(moved))
        );
        assert_eq!(
            new["marks"][0]["byte_start"].as_u64(),
            old["marks"][0]["byte_start"].as_u64().map(|byte| byte + by)
        );
        let start = new["marks"][0]["byte_start"].as_u64().expect("an offset") as usize;
        assert_eq!(&content[start..start + 5], "Stahl");
    }
}

#[test]
fn equal_lines_changed_places_at_a_refresh() {
    let line = "{\"id\":\"a\",\"text\":\"Stahl kam an.\"}\n";
    let collection = Collection::new().file("a.jsonl", line.repeat(3));
    let places = |answer: Answer| {
        let hit = answer.only("hit");
        let article = &hit["article"];
        let mut places = vec![(text(&article["id"]), hit["citation"]["line"].as_u64())];
        let others = article["also_in"].as_array().into_iter().flatten();
        places.extend(others.map(|place| (text(&place["id"]), place["line"].as_u64())));
        places
    };
    let placed = |places: &[(&str, u64)]| -> Vec<(String, Option<u64>)> {
        let named = places.iter();
        named
            .map(|(id, line)| ((*id).to_owned(), Some(*line)))
            .collect()
    };
    let before = places(refreshed(&collection, "Stahl"));
    let expected = placed(&[("a.jsonl#a", 1), ("a.jsonl#a~2", 2), ("a.jsonl#a~3", 3)]);
    assert_eq!(before, expected);
    collection.write(
        "corpus/a.jsonl",
        line.repeat(3) + "{\"id\":\"b\",\"text\":\"Holz.\"}\n",
    );
    assert_eq!(places(refreshed(&collection, "Stahl")), expected);
    // A record before them takes the name of the first.
    collection.write(
        "corpus/a.jsonl",
        "{\"id\":\"a\",\"text\":\"Holz.\"}\n".to_owned() + &line.repeat(2),
    );
    let expected = placed(&[("a.jsonl#a~2", 2), ("a.jsonl#a~3", 3)]);
    assert_eq!(places(refreshed(&collection, "Stahl")), expected);
}

#[test]
fn a_root_that_was_not_there_emptied_the_index() {
    let collection = Collection::of_the_project();
    let before = refreshed(&collection, "Munition").lines_of_type("hit");
    fs::rename(collection.path("corpus"), collection.path("weg")).expect("it can be moved");
    let answer = refreshed(&collection, "Munition").expect_code(0);
    assert_eq!(answer.articles(), ["000", "001"]);
    let corpus = fs::canonicalize(collection.path(""))
        .expect("it is there")
        .join("corpus");
    let note = "there is no corpus; this answer is from the index as it is";
    assert_eq!(answer.only("summary")["notes"], serde_json::json!([note]));
    let index = collection.beleg(["index"]).expect_code(2);
    let told = format!(
        "error: there is no file or folder {}: name one that holds articles with --corpus\n",
        corpus.display()
    );
    assert_eq!(index.stderr(), told);
    fs::rename(collection.path("weg"), collection.path("corpus")).expect("it can be moved back");
    assert_eq!(
        refreshed(&collection, "Munition").lines_of_type("hit"),
        before
    );
}

#[test]
fn a_file_that_changed_without_a_trace_is_read_by_a_rebuild() {
    let collection = Collection::new().file("a.txt", "Stahl kam an.");
    collection.beleg(["index"]).expect_code(0);
    let path = collection.path("corpus/a.txt");
    let time = fs::metadata(&path)
        .and_then(|data| data.modified())
        .expect("a time");
    fs::write(&path, "Holz* kam an.").expect("it can be written");
    fs::File::options()
        .write(true)
        .open(&path)
        .and_then(|file| file.set_modified(time))
        .expect("a time can be set");
    collection.beleg(["index", "--rebuild"]).expect_code(0);
    assert_eq!(refreshed(&collection, "Holz").articles(), ["a"]);
}

#[test]
fn what_was_deleted_is_merged_away() {
    let collection = (0..40).fold(Collection::new(), |collection, number| {
        collection.file(
            &format!("{number}.txt"),
            format!("Zug {number} brachte Stahl."),
        )
    });
    collection.beleg(["index"]).expect_code(0);
    for number in 0..30 {
        fs::remove_file(collection.path(&format!("corpus/{number}.txt"))).expect("it was there");
    }
    refreshed(&collection, "Stahl");
    assert_ne!(status(&collection)["dead_documents"], 0);
    assert_eq!(
        told(&collection),
        "10 articles in the index; sources: 10 unchanged"
    );
    assert_eq!(status(&collection)["dead_documents"], 0);
}
