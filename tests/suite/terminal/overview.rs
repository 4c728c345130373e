//! Concordances, facets and plots where people look at them.

use unicode_width::UnicodeWidthStr;

use super::Terminal;
use super::session::Shown;
use crate::harness::Collection;
use crate::overview::years;

/// Forty months with an article each.
fn months() -> Collection {
    let lines = (0..40).map(|month| {
        let (year, month) = (2020 + month / 12, month % 12 + 1);
        format!(
            "{{\"id\":\"{year}-{month}\",\"date\":\"{year}-{month:02}\",\
             \"text\":\"Ein Brief über Munition kam an.\"}}\n"
        )
    });
    Collection::new().file("a.jsonl", lines.collect::<String>())
}

fn show(collection: &Collection, columns: u16, line: &[&str]) -> Shown {
    let terminal = Terminal::new().columns(columns);
    let line = line.iter().chain(&["--no-pager"]);
    terminal.show(collection, line).expect_code(0)
}

/// Fails when a line is wider than the terminal.
fn assert_fits(shown: &str, columns: u16) {
    for line in shown.lines() {
        assert!(line.width() <= usize::from(columns), "{columns}:\n{shown}");
    }
}

#[test]
fn keywords_stand_below_each_other_and_are_coloured() {
    let collection = years();
    for columns in [40, 80, 132] {
        let shown = show(&collection, columns, &["search", "Munition", "--kwic"]);
        let text = shown.text();
        assert_fits(&text, columns);
        let lines = text.lines().take_while(|line| !line.trim().is_empty());
        let starts: Vec<usize> = lines
            .map(|line| line[..line.find("Munition").expect("a keyword")].width())
            .collect();
        assert_eq!(starts.len(), 5, "{text}");
        assert!(starts.iter().all(|start| *start == starts[0]), "{text}");
        assert_eq!(shown.raw.matches("\u{1b}[31mMunition").count(), 5, "{text}");
    }
}

#[test]
fn bars_of_facets_fill_the_terminal_and_no_more() {
    let collection = years();
    let line = ["search", "Munition", "--facets", "year,person"];
    let widest = |columns: u16| {
        let text = show(&collection, columns, &line).text();
        assert_fits(&text, columns);
        assert!(text.contains("Angela Merkel"), "{text}");
        let bars = text.lines().map(|line| line.matches('█').count());
        bars.max().unwrap_or(0)
    };
    assert!(widest(40) > 0);
    assert!(widest(40) < widest(80));
}

#[test]
fn a_plot_over_time_fits_the_terminal() {
    let collection = months();
    for columns in [40, 80] {
        for command in ["--timeline", "--timeline=month", "--timeline=year"] {
            let shown = show(&collection, columns, &["search", "Munition", command]);
            let text = shown.text();
            assert_fits(&text, columns);
            assert!(text.contains("2020") && text.contains("2023"), "{text}");
            assert!(text.contains('█'), "{text}");
        }
    }
}

#[test]
fn who_cannot_see_unicode_gets_a_plot_of_ascii() {
    let terminal = Terminal::new().with("LC_ALL", "C");
    let line = ["search", "Munition", "--timeline", "--no-pager"];
    let text = terminal.show(&years(), line).expect_code(0).text();
    assert!(text.contains('#') && !text.contains('█'), "{text}");
}

#[test]
fn an_overview_goes_through_the_pager_as_other_answers_do() {
    let collection = years();
    collection.write("pager.sh", "echo THE PAGER; cat; echo THE END\n");
    for line in [
        &["search", "Munition", "--facets", "year"][..],
        &["search", "Munition", "--timeline"],
        &["search", "Munition", "--kwic"],
        &["search", "Munition", "--why-not", "corpus/briefe/a.txt"],
        &["terms", "Munition"],
        &["like", "corpus/bote.jsonl:1"],
        &["people", "--timeline"],
    ] {
        let terminal = Terminal::new().with("PAGER", "sh pager.sh");
        let text = terminal.show(&collection, line).text();
        assert!(text.contains("THE PAGER"), "{line:?}: {text}");
        assert!(text.contains("THE END"), "{line:?}: {text}");
    }
}
