//! Articles like one.

use crate::harness::{Answer, Collection, text};

/// Two articles about steel and submarines, a copy of the first, one about bread.
fn articles() -> Collection {
    let first = "Stahl aus Nordkorea\n\nNordkorea liefert Stahl und Torpedos für U-Boote. Die Werft \
                 lobt den Stahl.";
    Collection::new()
        .file("a.txt", first)
        .file("kopie.txt", first)
        .file(
            "b.txt",
            "Die Werft\n\nEine Werft baut Torpedos und U-Boote aus Stahl. Nordkorea schweigt.",
        )
        .file(
            "c.txt",
            "Brot\n\nDas Brot wird teurer. Auch die Werft kauft Brot beim Bäcker.",
        )
        .file("d.txt", "Käse\n\nDer Käse wird billiger, sagt der Bäcker.")
}

fn alike(answer: &Answer) -> Vec<String> {
    let mut articles: Vec<String> = answer
        .lines_of_type("hit")
        .iter()
        .map(|hit| text(&hit["article"]["id"]))
        .collect();
    articles.dedup();
    articles
}

#[test]
fn the_article_itself_and_its_copies_are_left_out() {
    let answer = articles()
        .beleg(["like", "corpus/a.txt", "--format", "json"])
        .expect_code(0);
    assert_eq!(alike(&answer)[0], "b.txt");
    assert!(!alike(&answer).contains(&"a.txt".to_owned()));
    assert!(!alike(&answer).contains(&"kopie.txt".to_owned()));
    assert_eq!(answer.only("summary")["copies"], 1);
}

#[test]
fn it_is_told_which_words_both_hold() {
    let answer = articles().beleg(["like", "corpus/a.txt", "--format", "json"]);
    let words = answer.lines_of_type("alike")[0]["words"].to_string();
    for word in ["Stahl", "Torpedos", "Werft"] {
        assert!(words.contains(word), "{word} in {words}");
    }
    assert!(!words.contains("Brot"));
}

#[test]
fn a_record_of_a_file_of_records_can_be_asked_about() {
    let line = |id: &str, said: &str| format!("{{\"id\":\"{id}\",\"text\":\"{said}\"}}\n");
    let lines = [
        line("1", "Die Werft baut Torpedos aus Stahl."),
        line("2", "Torpedos aus Stahl kauft die Marine bei der Werft."),
        line("3", "Brot und Käse sind teuer geworden."),
    ];
    let collection = Collection::new().file("a.jsonl", lines.concat());
    for citation in ["corpus/a.jsonl#2", "corpus/a.jsonl:2"] {
        let answer = collection
            .beleg(["like", citation, "--format", "json"])
            .expect_code(0);
        assert_eq!(alike(&answer), ["a.jsonl#1"], "{citation}");
    }
}

#[test]
fn the_articles_stand_with_what_they_share() {
    let answer = articles().beleg(["like", "corpus/a.txt"]);
    let shown: Vec<&str> = answer
        .stdout()
        .lines()
        .filter(|line| !line.contains(" ms)"))
        .collect();
    insta::assert_snapshot!(shown.join("\n"));
}

#[test]
fn a_file_that_is_not_there_is_told() {
    let answer = articles().beleg(["like", "corpus/x.txt"]).expect_code(2);
    assert!(answer.stderr().contains("corpus/x.txt is not in the index"));
}
