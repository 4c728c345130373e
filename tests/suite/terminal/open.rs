//! A citation in the user's own editor.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::Terminal;
use crate::harness::Collection;

/// A collection with a program of that name beside it, which tells how it was started.
fn with_program(name: &str) -> (Collection, String) {
    let collection = Collection::new()
        .file("Ein Bericht.txt", "Ein Satz.\n\nDie Munition ist knapp.\n")
        .file(
            "seite.html",
            "<html><body><p>Die Munition ist knapp.</p></body></html>",
        );
    collection.write(
        name,
        "#!/bin/sh\ntest -t 0 && echo AT A TERMINAL\nprintf '<%s>' \"$@\"\n",
    );
    let path = collection.path(name);
    let executable = fs::Permissions::from_mode(0o755);
    fs::set_permissions(&path, executable).expect("it can be made a program");
    collection.beleg(["index"]).expect_code(0);
    let program = path.to_str().expect("a temporary folder has a plain name");
    (collection, program.to_owned())
}

fn article(collection: &Collection, name: &str) -> String {
    let path = fs::canonicalize(collection.path("corpus").join(name)).expect("it is there");
    path.to_str().expect("a plain name").to_owned()
}

#[test]
fn an_editor_opens_the_line_and_has_the_terminal() {
    let (collection, vi) = with_program("vi");
    let article = article(&collection, "Ein Bericht.txt");
    let shown = Terminal::new()
        .with("EDITOR", &vi)
        .show(&collection, ["open", "corpus/Ein Bericht.txt:3:1"])
        .expect_code(0);
    assert!(shown.text().contains("AT A TERMINAL"), "{}", shown.text());
    assert!(
        shown.text().contains(&format!("<+3><{article}>")),
        "{}",
        shown.text()
    );
}

#[test]
fn a_template_is_filled_without_a_shell() {
    let (collection, program) = with_program("edit");
    let article = article(&collection, "Ein Bericht.txt");
    let template = format!("{program} --at={{line}},{{column}} {{path}} ; $HOME");
    let shown = Terminal::new()
        .with("BELEG_EDITOR", &template)
        .show(&collection, ["open", "corpus/Ein Bericht.txt:3:5"])
        .expect_code(0);
    let expected = format!("<--at=3,5><{article}><;><$HOME>");
    assert!(shown.text().contains(&expected), "{}", shown.text());
}

#[test]
fn a_web_page_opens_in_the_viewer() {
    let (collection, program) = with_program("view-it");
    let page = article(&collection, "seite.html");
    let shown = Terminal::new()
        .with("BELEG_VIEWER", &program)
        .show(&collection, ["open", "corpus/seite.html:1:1"])
        .expect_code(0);
    assert!(
        shown.text().contains(&format!("<{page}>")),
        "{}",
        shown.text()
    );
}

#[test]
fn who_has_no_editor_is_told_what_to_set() {
    let (collection, _) = with_program("vi");
    let line = ["open", "corpus/Ein Bericht.txt:3:1"];
    let shown = Terminal::new().show(&collection, line).expect_code(2);
    let text = shown.text();
    assert!(text.contains("set EDITOR or BELEG_EDITOR"), "{text}");
    assert!(text.contains(".config/beleg/config.toml"), "{text}");
}

#[test]
fn an_editor_that_fails_or_is_not_there_is_told() {
    let (collection, _) = with_program("vi");
    let told = |editor: &str| {
        let terminal = Terminal::new().with("BELEG_EDITOR", editor);
        let shown = terminal.show(&collection, ["open", "corpus/Ein Bericht.txt:3:1"]);
        shown.expect_code(2).text()
    };
    assert!(told("no-such-editor").contains("cannot start no-such-editor"));
    assert!(told("false").contains("false ended with an error"));
    assert!(told("vi '").contains("quotation mark"));
}

#[test]
fn what_is_not_in_the_index_is_not_opened() {
    let (collection, vi) = with_program("vi");
    let terminal = Terminal::new().with("EDITOR", &vi);
    let shown = terminal
        .show(&collection, ["open", "corpus/b.txt:3"])
        .expect_code(2);
    assert!(
        shown.text().contains("not in the index"),
        "{}",
        shown.text()
    );
}
