//! What a person sees of mentions and people.

use beleg::evidence::{
    Candidate, LeftOut, Mention, MentionSummary, NameRule, PeopleSummary, Person, Skipped,
};
use beleg::render::{Format, Forms, Style, Telling};

use crate::render::sample::{PIPE, PLAIN_TERMINAL, TERMINAL, hit, of_article, written};

/// A mention for each stretch in `[…]`, all in one block.
fn in_block(marked: &str) -> Vec<Mention> {
    of_hit(&hit(marked))
}

fn of_hit(hit: &beleg::evidence::Hit) -> Vec<Mention> {
    let mentions = hit.marks.iter().map(|mark| {
        let surface = hit.text[mark.span.range()].to_owned();
        let mut citation = hit.citation.clone();
        citation.column = 1 + hit.text[..mark.span.start()].chars().count() as u32;
        citation.quote.clone_from(&surface);
        Mention {
            person: "Kim Jong Un".to_owned(),
            surface,
            article: hit.article.clone(),
            citation,
            rule: NameRule {
                name: "part_of_name",
                reason: "the only person of that name in the article",
            },
            confidence: 90,
            derived: false,
            ambiguous: Vec::new(),
            text: hit.text.clone(),
            block: hit.block,
            marks: vec![*mark],
        }
    });
    mentions.collect()
}

fn mentions() -> Vec<Mention> {
    let mut mentions =
        in_block("[Kim]s Reise nach Russland war kurz, sagte [Kim] in Moskau, der Hauptstadt.");
    mentions.extend(of_hit(&of_article(
        2,
        "b.txt",
        hit("Es ist [Kim], der so lange regiert."),
    )));
    mentions[2].ambiguous = vec!["Kim Jong Il".to_owned(), "Kim Jong Un".to_owned()];
    mentions[2].confidence = 45;
    mentions
}

fn summary() -> MentionSummary {
    MentionSummary {
        person: "Kim Jong Un".to_owned(),
        articles_searched: 5,
        passages_searched: 61,
        articles_found: 2,
        mentions_found: 3,
        ambiguous: 1,
        forms: vec![("Kim".to_owned(), 1_002), ("Kims".to_owned(), 1)],
        left_out: LeftOut {
            derived: 2,
            ..LeftOut::default()
        },
        elapsed_ms: 12,
        ..MentionSummary::default()
    }
}

fn listed(style: Style, telling: Telling) -> String {
    let text = written(Format::Text(style), |printer| {
        printer.begin("Kim Jong Un", None)?;
        mentions()
            .iter()
            .try_for_each(|mention| printer.mention(mention, telling))?;
        printer.mention_summary(&summary(), telling)
    });
    text.replace('\u{1b}', "ESC")
}

#[test]
fn mentions_stand_under_their_article_each_block_once() {
    insta::assert_snapshot!("places", listed(PLAIN_TERMINAL, Telling::Places));
    insta::assert_snapshot!("reasons", listed(PLAIN_TERMINAL, Telling::Reasons));
    insta::assert_snapshot!("color", listed(TERMINAL, Telling::Places));
}

#[test]
fn a_count_shows_forms_and_no_text() {
    let counted = written(Format::Text(PIPE), |printer| {
        printer.mention_summary(&summary(), Telling::Counts)
    });
    insta::assert_snapshot!("counts", counted);
}

#[test]
fn who_is_not_found_or_not_clear_is_told_with_what_to_do() {
    let nobody = MentionSummary {
        person: "Kim Jon Un".to_owned(),
        articles_searched: 5,
        suggestions: vec!["Kim Jong Un".to_owned(), "Kim Jong Il".to_owned()],
        notes: vec!["the index is 3 days old".to_owned()],
        elapsed_ms: 3,
        ..MentionSummary::default()
    };
    let candidate = |(name, articles): (&str, u64)| Candidate {
        name: name.to_owned(),
        articles,
    };
    let several = MentionSummary {
        person: "Kim".to_owned(),
        candidates: [("Kim Jong Un", 1_204), ("Kim Il Sung", 1)]
            .map(candidate)
            .into(),
        ..nobody.clone()
    };
    let derived = MentionSummary {
        left_out: LeftOut {
            derived: 3,
            short: 1,
            unsure: 1,
            alone: 1,
            earlier: 1,
            undated: 1,
        },
        suggestions: Vec::new(),
        ..nobody.clone()
    };
    let told = [nobody, several, derived].map(|summary| {
        written(Format::Text(PLAIN_TERMINAL), |printer| {
            printer.mention_summary(&summary, Telling::Places)
        })
    });
    insta::assert_snapshot!("not_found", told.join("---\n"));
}

#[test]
fn of_a_common_name_the_most_frequent_people_are_named() {
    let candidate = |number: u64| Candidate {
        name: format!("Schmidt {number}"),
        articles: 100 - number,
    };
    let several = MentionSummary {
        person: "Schmidt".to_owned(),
        candidates: (1..=30).map(candidate).collect(),
        ..MentionSummary::default()
    };
    let told = written(Format::Text(PIPE), |printer| {
        printer.mention_summary(&several, Telling::Places)
    });
    assert!(
        told.contains("Schmidt 20\n  … and 10 more: beleg people Schmidt\n"),
        "{told}"
    );
    let json = written(Format::Json, |printer| {
        printer.mention_summary(&several, Telling::Places)
    });
    assert!(json.contains("Schmidt 30"), "a program gets all");
}

#[test]
fn people_have_two_lines_each() {
    let forms = [
        "Putin",
        "Putins",
        "Wladimir Putin",
        "W. Putin",
        "Wladimir Putins",
        "Putin-",
        "Vladimir Putin",
    ];
    let person = Person {
        name: "Wladimir Putin".to_owned(),
        forms: (1..)
            .zip(forms)
            .map(|(count, form)| (form.to_owned(), 1_900 / count))
            .collect(),
        articles: 1_204,
        mentions: 4_000,
        dates: Some(("2023".to_owned(), "2024-06-17".to_owned())),
    };
    let closing = PeopleSummary {
        people_found: 1_300,
        articles_searched: 5_000,
        skipped: vec![Skipped {
            path: "c.pdf".to_owned(),
            reason: "not supported yet".to_owned(),
        }],
        elapsed_ms: 12,
        ..PeopleSummary::default()
    };
    let listed = |forms| {
        written(Format::Text(PLAIN_TERMINAL), |printer| {
            printer.person(&person, forms)?;
            printer.people_summary(&closing, ("", 1))
        })
    };
    insta::assert_snapshot!(
        "people",
        [Forms::Frequent, Forms::All].map(listed).join("---\n")
    );
}

#[test]
fn no_name_can_reach_the_terminal_with_a_command() {
    let mut bad = in_block("Der Bericht von [Kim\u{1b}]31m.");
    bad[0].person = "Kim\u{1b}[31m".to_owned();
    bad[0].ambiguous = vec!["\u{202e}miK".to_owned(), "Kim".to_owned()];
    bad[0].citation.path = "corpus/\u{1b}[2J.txt".to_owned();
    let summary = MentionSummary {
        person: bad[0].person.clone(),
        forms: vec![("Kim\u{9b}".to_owned(), 1)],
        ..summary()
    };
    for telling in [Telling::Reasons, Telling::Counts] {
        let text = written(Format::Text(PIPE), |printer| {
            printer.mention(&bad[0], telling)?;
            printer.mention_summary(&summary, telling)
        });
        let is_bad = |sign: char| sign != '\n' && (sign.is_control() || sign == '\u{202e}');
        assert!(!text.contains(is_bad), "{text:?}");
    }
}
