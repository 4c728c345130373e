//! Answers made by hand, and what is written of them.

use beleg::evidence::{ArticleRef, BlockKind, BlockRef, Citation, Hit, Mark, MarkKind, Summary};
use beleg::render::{Format, Printer, Style};
use beleg::span::{FileSpan, TextSpan};

pub const PIPE: Style = Style {
    color: false,
    width: None,
    links: None,
};
pub const TERMINAL: Style = Style {
    color: true,
    width: Some(60),
    links: None,
};
pub const PLAIN_TERMINAL: Style = Style {
    color: false,
    width: Some(60),
    links: None,
};

/// A hit of the article `a.txt` with the words in `[…]` marked.
pub fn hit(marked: &str) -> Hit {
    let mut text = String::new();
    let mut marks = Vec::new();
    for (i, piece) in marked.split(['[', ']']).enumerate() {
        if i % 2 == 1 {
            marks.push(mark(text.len(), text.len() + piece.len()));
        }
        text.push_str(piece);
    }
    Hit {
        rank: 1,
        score: 7.1,
        article: article("a.txt", "Putins Besuch in Nordkorea"),
        citation: citation(&text),
        block: block(11, text.len()),
        text,
        marks,
        keywords: Vec::new(),
        attribution: None,
        why: None,
    }
}

/// The same hit as one of another article.
pub fn of_article(rank: u32, id: &str, hit: Hit) -> Hit {
    let article = article(id, &format!("Artikel {id}"));
    let path = format!("corpus/{id}");
    Hit {
        rank,
        article,
        citation: Citation {
            path,
            ..hit.citation.clone()
        },
        ..hit
    }
}

pub fn article(id: &str, title: &str) -> ArticleRef {
    ArticleRef {
        id: id.to_owned(),
        docid: id.to_owned(),
        title: Some(title.to_owned()),
        date: Some("2023-09".to_owned()),
        author: Some("Anna Meier".to_owned()),
        outlet: None,
        url: None,
        language: "de".to_owned(),
        also_in: Vec::new(),
        near_copies: Vec::new(),
    }
}

pub fn citation(text: &str) -> Citation {
    Citation {
        path: "corpus/a.txt".to_owned(),
        record: None,
        member: None,
        page: None,
        part: None,
        line: 11,
        column: 1,
        bytes: FileSpan::new(640, 640 + text.len() as u64),
        quote: text.to_owned(),
        prefix: String::new(),
        suffix: String::new(),
        sha256: "9b74".to_owned(),
    }
}

pub fn block(line: u32, length: usize) -> BlockRef {
    let bytes = FileSpan::new(640, 640 + length as u64);
    BlockRef {
        kind: BlockKind::Paragraph,
        line,
        bytes,
    }
}

pub fn mark(start: usize, end: usize) -> Mark {
    Mark {
        span: TextSpan::new(start, end),
        bytes: FileSpan::new(640 + start as u64, 640 + end as u64),
        kind: MarkKind::Stem,
    }
}

pub fn summary(articles_found: u64, passages_found: u64) -> Summary {
    Summary {
        articles_searched: 5,
        passages_searched: 61,
        articles_found,
        passages_found,
        exact: true,
        elapsed_ms: 12,
        ..Summary::default()
    }
}

/// All that is written for a query with these hits.
pub fn search(format: Format, hits: &[Hit], summary: &Summary) -> String {
    written(format, |printer| {
        printer.begin("Munition", None)?;
        hits.iter().try_for_each(|hit| printer.hit(hit))?;
        printer.summary(summary)
    })
}

pub fn written(
    format: Format,
    write: impl FnOnce(&mut Printer<Vec<u8>>) -> std::io::Result<()>,
) -> String {
    let mut printer = Printer::new(Vec::new(), format);
    write(&mut printer).expect("a vector takes everything");
    String::from_utf8(printer.into_inner()).expect("UTF-8")
}

pub fn munition() -> Vec<Hit> {
    vec![
        hit(
            "Der Bedarf an konventioneller Artillerie[munition] und Raketen der russischen Streitkräfte ist riesengroß.",
        ),
        hit("Engpässe bei der [Munition]sversorgung."),
        of_article(
            2,
            "b.txt",
            hit(
                "Eine [strategische Kooperation], die über das Ende dieser Zeile reicht, und noch eine [strategische Kooperation].",
            ),
        ),
    ]
}
