//! In a book of many pages operators hold for the page.

use std::fmt::Write;

use crate::harness::{Answer, Collection};

/// A PDF of these pages, each a paragraph.
fn pdf(pages: &[&str]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    let mut kids = String::new();
    for page in pages {
        let lines: String = page.split(". ").fold(String::new(), |mut lines, sentence| {
            write!(lines, "({}.) Tj T* ", sentence.trim_end_matches('.')).expect("a text grows");
            lines
        });
        let content = format!("BT /F1 12 Tf 14 TL 72 720 Td {lines}ET");
        let number = objects.len() + 1;
        write!(kids, "{number} 0 R ").expect("a text grows");
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R >> >> >>",
            number + 1
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ));
    }
    objects[1] = format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len());
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(file.len());
        write!(file, "{number} 0 obj\n{object}\nendobj\n").expect("a text grows");
    }
    let start = file.len();
    write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).expect("a text grows");
    for place in places {
        writeln!(file, "{place:010} 00000 n ").expect("a text grows");
    }
    write!(
        file,
        "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    )
    .expect("a text grows");
    file.into_bytes()
}

/// A book on whose pages each word stands alone, but for the third.
fn book() -> Collection {
    let pages = [
        "Der Stahl kam an einem Montag in den Hafen. Er lag dort lange.",
        "Das Getreide kam an einem Dienstag in die Stadt. Es war feucht.",
        "Stahl und Getreide kamen zusammen mit dem Zug. Das war neu.",
        "Von alledem wusste der Minister nichts. Er schlief.",
    ];
    Collection::new().file("buch.pdf", pdf(&pages)).file(
        "a.txt",
        format!(
            "Stahl kam an.\n\n{}\n\nGetreide kam an.",
            "Nichts geschah. ".repeat(200)
        ),
    )
}

fn search(collection: &Collection, query: &str) -> Answer {
    collection.beleg(["search", query, "--format", "json"])
}

/// The pages of the hits in the book.
fn pages(answer: &Answer) -> Vec<u64> {
    let hits = answer.lines_of_type("hit");
    let mut pages: Vec<u64> = hits
        .iter()
        .filter_map(|hit| hit["citation"]["page"].as_u64())
        .collect();
    pages.sort_unstable();
    pages.dedup();
    pages
}

#[test]
fn words_that_stand_on_different_pages_were_taken_for_an_answer() {
    let collection = book();
    assert_eq!(pages(&search(&collection, "Stahl Getreide")), [1, 2, 3]);
    assert_eq!(pages(&search(&collection, "Stahl AND Getreide")), [3]);
    assert_eq!(pages(&search(&collection, "+Stahl +Getreide")), [3]);
    let none = search(&collection, "Hafen AND Stadt").expect_code(1);
    assert_eq!(none.only("summary")["articles_found"], 0);
}

#[test]
fn what_must_not_be_there_may_stand_on_another_page() {
    let collection = book();
    assert_eq!(pages(&search(&collection, "Stahl -Getreide")), [1]);
    assert_eq!(
        pages(&search(&collection, "(Stahl OR Getreide) AND NOT Zug")),
        [1, 2]
    );
}

#[test]
fn an_article_without_pages_is_one_section() {
    let collection = book();
    let answer = search(&collection, "Stahl AND Getreide type:txt");
    assert_eq!(answer.only("summary")["articles_found"], 1);
    search(&collection, "Stahl AND NOT Getreide AND type:txt").expect_code(1);
}

#[test]
fn conditions_on_the_article_hold_for_all_of_its_pages() {
    let collection = book();
    let all = search(&collection, "type:pdf");
    assert_eq!(all.only("summary")["articles_found"], 1);
    assert_eq!(pages(&search(&collection, "Stahl AND type:pdf")), [1, 3]);
    assert_eq!(
        pages(&search(&collection, "Stahl -type:pdf")),
        [] as [u64; 0]
    );
}
