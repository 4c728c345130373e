//! The query language: what people type means what they mean, and what means nothing is said.

use beleg::query::{
    Clause, Fault, LeafKind, MAX_LEAVES, MAX_NESTING, MAX_WILDCARDS, Node, Occur, Query, TextField,
};
use beleg::query::{parse, plain};
use beleg::render::{Style, caret};
use proptest::prelude::*;

/// A query as understood, in a notation of its own: `[a +b -c]` for a list, `(a & b)`, `(a | b)`,
/// `!a`, words bare, and for everything else what it is.
fn meaning(query: &str) -> String {
    match parse(query) {
        Ok(query) => drawn(&query.root),
        Err(error) => panic!("{}", caret(query, &error, Style::default())),
    }
}

fn plain_meaning(text: &str) -> String {
    drawn(&plain(text).root)
}

fn drawn(node: &Node) -> String {
    let all = |nodes: &[Node], sign: &str| {
        let nodes: Vec<String> = nodes.iter().map(drawn).collect();
        format!("({})", nodes.join(sign))
    };
    match node {
        Node::List(clauses) => {
            let clauses: Vec<String> = clauses.iter().map(drawn_clause).collect();
            format!("[{}]", clauses.join(" "))
        }
        Node::And(nodes) => all(nodes, " & "),
        Node::Or(nodes) => all(nodes, " | "),
        Node::Not(node) => format!("!{}", drawn(node)),
        Node::Leaf(leaf) => drawn_leaf(&leaf.kind),
    }
}

fn drawn_clause(clause: &Clause) -> String {
    let sign = match clause.occur {
        Occur::Should => "",
        Occur::Must => "+",
        Occur::MustNot => "-",
    };
    format!("{sign}{}", drawn(&clause.node))
}

fn drawn_leaf(kind: &LeafKind) -> String {
    match kind {
        LeafKind::Word(text) => match text.contains(' ') {
            true => format!("<{text}>"),
            false => text.clone(),
        },
        LeafKind::Phrase(text) => format!("phrase<{text}>"),
        LeafKind::Near { text, distance } => format!("near{distance}<{text}>"),
        LeafKind::Prefix(text) => format!("prefix<{text}>"),
        LeafKind::Suffix(text) => format!("suffix<{text}>"),
        LeafKind::Gaps(text) => format!("gaps<{text}>"),
        LeafKind::Fuzzy { text, edits } => format!("fuzzy{edits}<{text}>"),
        LeafKind::Text { field, text } => {
            let field = match field {
                TextField::Title => "title",
                TextField::Author => "author",
                TextField::Person => "person",
            };
            format!("{field}<{text}>")
        }
        LeafKind::Source(text) => format!("source<{text}>"),
        LeafKind::Language(text) => format!("lang<{text}>"),
        LeafKind::Type(text) => format!("type<{text}>"),
        LeafKind::Date(interval) => format!("date<{interval}>"),
        LeafKind::Undated => "undated".to_owned(),
    }
}

/// Fails with all rows that mean something else than expected.
#[track_caller]
fn mean(rows: &[(&str, &str)], meaning: impl Fn(&str) -> String) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(query, expected)| (query, expected, meaning(query)))
        .filter(|(_, expected, found)| *expected != found)
        .map(|(query, expected, found)| {
            format!("{query}\n    expected {expected}\n    found    {found}")
        })
        .collect();
    assert!(wrong.is_empty(), "\n  {}", wrong.join("\n  "));
}

#[test]
fn operators_mean_what_the_help_says() {
    mean(
        &[
            ("Munition", "Munition"),
            ("Munition Raketen", "[Munition Raketen]"),
            ("+Wagner -Putin", "[+Wagner -Putin]"),
            ("-Putin", "[-Putin]"),
            ("NOT Putin", "[-Putin]"),
            ("Wagner NICHT Putin", "[Wagner -Putin]"),
            (
                "(Stahl OR Dünger) AND Nordkorea",
                "((Stahl | Dünger) & Nordkorea)",
            ),
            (
                "(Stahl ODER Dünger) UND Nordkorea",
                "((Stahl | Dünger) & Nordkorea)",
            ),
            ("a1 AND b1 OR c1 AND d1", "((a1 & b1) | (c1 & d1))"),
            ("Stahl OR Dünger Kim", "[(Stahl | Dünger) Kim]"),
            ("Kim AND NOT Putin", "(Kim & !Putin)"),
            ("Kim AND -Putin", "(Kim & !Putin)"),
            ("NOT Kim OR Putin", "(!Kim | Putin)"),
            ("NOT NOT Kim", "[-!Kim]"),
            (
                "+(Stahl Dünger) -(Kim OR Putin)",
                "[+[Stahl Dünger] -(Kim | Putin)]",
            ),
            ("-\"Kim Jong-un\"", "[-phrase<Kim Jong-un>]"),
            ("((Kim))", "Kim"),
        ],
        meaning,
    );
}

#[test]
fn leaves_mean_what_the_help_says() {
    mean(
        &[
            (
                "\"strategische Kooperation\"",
                "phrase<strategische Kooperation>",
            ),
            (
                "„strategische Kooperation“",
                "phrase<strategische Kooperation>",
            ),
            (
                "„strategische Kooperation\"",
                "phrase<strategische Kooperation>",
            ),
            (
                "“strategische Kooperation”",
                "phrase<strategische Kooperation>",
            ),
            (
                "»strategische Kooperation«",
                "phrase<strategische Kooperation>",
            ),
            (
                "«strategische Kooperation»",
                "phrase<strategische Kooperation>",
            ),
            ("\"Kim Putin\"~5", "near5<Kim Putin>"),
            ("munit*", "prefix<munit>"),
            ("*munition", "suffix<munition>"),
            ("*munition*", "gaps<*munition*>"),
            ("mu*tion", "gaps<mu*tion>"),
            ("M?ller M?ll*?", "[gaps<M?ller> gaps<M?ll*>]"),
            ("gefunden?Jetzt", "gefunden?Jetzt"),
            ("+munit* -*waffen", "[+prefix<munit> -suffix<waffen>]"),
            ("Schoigo~", "fuzzy1<Schoigo>"),
            ("Schoigo~2", "fuzzy2<Schoigo>"),
            ("title:Freunde", "title<Freunde>"),
            ("title:\"beste Freunde\" Kim", "[title<beste Freunde> Kim]"),
        ],
        meaning,
    );
}

#[test]
fn fields_take_words_phrases_and_dates() {
    mean(
        &[
            ("author:Meier person:Putin", "[author<Meier> person<Putin>]"),
            ("source:corpus/001_96.txt", "source<corpus/001_96.txt>"),
            ("source:\"New York Times\"", "source<New York Times>"),
            ("-source:telepolis", "[-source<telepolis>]"),
            ("lang:DE type:.txt", "[lang<de> type<txt>]"),
            ("TITLE:Kim", "title<Kim>"),
            ("date:2023", "date<2023>"),
            ("date:2023-09", "date<2023-09>"),
            ("date:2023-09-12?", "date<2023-09-12>"),
            ("date:2023-09..2024-06", "date<2023-09-01..2024-06-30>"),
            ("date:2023..", "date<2023-01-01..9999-12-31>"),
            ("date:..2024", "date<0001-01-01..2024-12-31>"),
            ("Munition date:none", "[Munition undated]"),
            ("(date:2023)", "date<2023>"),
        ],
        meaning,
    );
}

#[test]
fn questions_as_people_type_them_are_words() {
    mean(
        &[
            ("Wer besuchte Putin?", "[Wer besuchte Putin]"),
            ("Was kostet das, bitte!", "[Was kostet das bitte]"),
            ("Frage: wer ist Kim?", "[Frage wer ist Kim]"),
            ("um 4:51 Uhr", "[um 4:51 Uhr]"),
            ("Sky+HD C++ AT&T", "[Sky+HD C++ AT&T]"),
            ("Johnson & Johnson", "[Johnson Johnson]"),
            ("Russland – Nordkorea", "[Russland Nordkorea]"),
            ("Russland - Nordkorea", "[Russland Nordkorea]"),
            ("Obst + Gemüse", "[Obst Gemüse]"),
            (
                "http://example.org/a?b=c&d=[1]",
                "http://example.org/a?b=c&d=[1]",
            ),
            (
                "(siehe https://example.org/Kim_(Name)).",
                "[siehe https://example.org/Kim_(Name)]",
            ),
            ("§ 5 StGB", "[5 StGB]"),
            ("90% der 1.000 Container", "[90% der 1.000 Container]"),
            ("z.B. usw. Dr. Kim", "[z.B. usw. Dr. Kim]"),
            ("am 17. Juni 2024", "[am 17. Juni 2024]"),
            ("Treffen (s. Foto)", "[Treffen [s. Foto]]"),
            ("und/oder", "und/oder"),
            ("Kims ‚Freund‘ 'Putin' Hans’", "[Kims Freund Putin Hans]"),
            (
                "Journalist*innen und Bürger:innen",
                "[Journalist*innen und Bürger:innen]",
            ),
            ("bei −5 Grad", "[bei −5 Grad]"),
            ("~500 Soldaten", "[~500 Soldaten]"),
            ("gefunden?Jetzt", "gefunden?Jetzt"),
            ("Das „Kim“-Regime", "[Das phrase<Kim> -Regime]"),
            ("Kim...", "Kim"),
            (
                "Stahl und Dünger oder nicht",
                "[Stahl und Dünger oder nicht]",
            ),
        ],
        meaning,
    );
}

#[test]
fn words_that_share_a_member_stay_together() {
    let rows = [
        (
            "Boden- und Luftstreitkräfte",
            "<Boden- und Luftstreitkräfte>",
        ),
        (
            "Hilfsgüter und -organisationen",
            "<Hilfsgüter und -organisationen>",
        ),
        (
            "Atom-, Raketen- und Satellitenprogramm heute",
            "[<Atom-, Raketen- und Satellitenprogramm> heute]",
        ),
        (
            "Waffenlieferungen, -produktion und -export",
            "<Waffenlieferungen, -produktion und -export>",
        ),
    ];
    mean(&rows, meaning);
    mean(
        &[
            (
                "+Boden- und Luftstreitkräfte",
                "[+<Boden- und Luftstreitkräfte>]",
            ),
            ("Wagner und -Putin", "[Wagner und -Putin]"),
            ("Wagner -putin", "[Wagner -putin]"),
            ("Wagner, -putin", "[Wagner -putin]"),
        ],
        meaning,
    );
    assert_eq!(
        plain_meaning("Nord- und Südkorea?"),
        "[<Nord- und Südkorea>]"
    );
}

#[test]
fn plain_takes_every_sign_as_text() {
    mean(
        &[
            ("munit[ AND (\"Kim", "[munit AND Kim]"),
            ("foo:bar -Putin *", "[foo:bar -Putin]"),
            ("„Wer“, fragte er, (sie)?", "[Wer fragte er sie]"),
            (" ?! ", "[]"),
            ("", "[]"),
        ],
        plain_meaning,
    );
}

#[test]
fn what_is_not_understood_is_shown_with_a_caret() {
    let faulty = [
        "munit[",
        "Kim \"Jong",
        "Kim „Jong",
        "Kim \"\" Putin",
        "(Kim OR Putin",
        "Kim) Putin",
        "()",
        "foo:bar",
        "Titel:Kim",
        "quelle:\"New York Times\"",
        "title:",
        "date: 2023",
        "title:munit*",
        "title:(Kim Putin)",
        "AND Kim",
        "Kim AND",
        "Kim OR OR Putin",
        "Kim NOT",
        "(Kim AND) Putin",
        "+Kim OR Putin",
        "Kim +",
        "Kim --Putin",
        "+ Kim",
        "Kim –Putin",
        "*",
        "m*",
        "*m*",
        "title:M?ller",
        "\"munit* Putin\"",
        "Schoigo~3",
        "Schoigo ~2",
        "\"Kim Putin\"~",
        "Kim && Putin",
        "Kim||Putin",
        "!Putin",
        "Kim^2",
        "\\*",
        "{Kim TO Putin}",
        "/Kim.*Putin/",
        "/Kim Putin/",
        "date:gestern",
        "date:2023-13",
        "date:2024..2023",
        "date:..",
        "lang:deutsch",
        "type:a/b",
        "?!",
        "",
        "größer \u{1b}[31m{",
        "日本 [",
    ];
    let shown: String = faulty.iter().map(|query| complaint(query)).collect();
    insta::assert_snapshot!(shown);
}

/// What is said of a faulty query; fails when it is accepted.
#[track_caller]
fn complaint(query: &str) -> String {
    match parse(query) {
        Ok(understood) => panic!("{query:?} was understood as {}", drawn(&understood.root)),
        Err(error) => {
            caret(
                query,
                &error,
                Style {
                    color: false,
                    width: Some(80),
                    links: None,
                },
            ) + "\n"
        }
    }
}

#[test]
fn endless_queries_are_refused_at_the_place_where_they_go_too_far() {
    let brackets = "(".repeat(10_000);
    let error = parse(&brackets).expect_err("too deep");
    assert_eq!(error.span.start(), MAX_NESTING);
    insta::assert_snapshot!(complaint(&brackets));

    assert!(parse(&"NOT ".repeat(10_000)).is_err());
    assert!(parse(&"-(".repeat(10_000)).is_err());
    assert!(parse(&"Kim ".repeat(MAX_LEAVES)).is_ok());
    assert!(parse(&"Kim ".repeat(MAX_LEAVES + 1)).is_err());
    assert!(parse(&"ä".repeat(100_000)).is_err());
    let deepest = format!("{}Kim{}", "(".repeat(MAX_NESTING), ")".repeat(MAX_NESTING));
    assert_eq!(meaning(&deepest), "Kim");
}

#[test]
fn of_a_text_without_end_the_first_words_are_taken_and_the_others_counted() {
    let words: Vec<String> = (0..100_000).map(|number| format!("w{number}")).collect();
    let query = plain(&format!("{} w7 w7", words.join(" ")));
    assert_eq!(query.left_out, 100_000 - MAX_LEAVES);
    assert_eq!(query.leaves().len(), MAX_LEAVES + 2);
    assert_eq!(plain("Kim Kim").left_out, 0);
}

#[test]
fn words_for_which_the_whole_dictionary_is_read_are_few() {
    assert!(parse(&"*ung ".repeat(MAX_WILDCARDS)).is_ok());
    assert!(parse(&"munit* ".repeat(MAX_LEAVES)).is_ok());
    for word in ["*ung ", "M*ller "] {
        let error = parse(&word.repeat(MAX_WILDCARDS + 1)).expect_err("too many");
        assert_eq!(error.fault, Fault::ManyWildcards, "{word}");
    }
}

#[test]
fn a_leaf_knows_its_place() {
    let text = "Kim -title:„beste Freunde“ \"a b\"~5, munit*?";
    let query = parse(text).expect("understood");
    let places: Vec<&str> = query
        .leaves()
        .iter()
        .map(|leaf| &text[leaf.span.range()])
        .collect();
    assert_eq!(
        places,
        ["Kim", "title:„beste Freunde“", "\"a b\"~5", "munit*"]
    );
}

/// Text made of what queries are made of, and of anything else.
fn any_query() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "Kim", "Größe", "und", "oder", "Boden-", "-organisationen", "z.B.", "4:51", "munit",
            "AND", "OR", "NOT", "UND", "title:", "date:", "2023", "2023..", "foo:", "http://x.de",
            "\"", "„", "“", "»", "«", "(", ")", "+", "-", "*", "~", "~2", "?", ":", ".", ",", "/",
            "[", "\\", "&&", "!", "–", "'", "€", "日本", "e\u{301}", "\u{ad}", "\u{202e}",
        ]).prop_map(str::to_owned),
        3 => Just(" ".to_owned()),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Fails when a letter or digit of the query is neither in a leaf nor part of an operator.
fn nothing_is_ignored(query: &Query) {
    let leaves = query.leaves();
    let text = &query.text;
    for (at, sign) in text
        .char_indices()
        .filter(|(_, sign)| sign.is_alphanumeric())
    {
        let in_leaf = leaves.iter().any(|leaf| leaf.span.range().contains(&at));
        let start = text[..at]
            .rfind(|sign: char| !sign.is_alphabetic())
            .map_or(0, |before| {
                before + text[before..].chars().next().map_or(0, char::len_utf8)
            });
        let is_operator = ["AND", "OR", "NOT", "UND", "ODER", "NICHT"]
            .iter()
            .any(|operator| text[start..].starts_with(operator));
        assert!(
            in_leaf || is_operator,
            "{sign:?} at {at} of {text:?} is in no leaf"
        );
    }
    for leaf in leaves {
        assert!(
            text.get(leaf.span.range()).is_some(),
            "{leaf:?} of {text:?}"
        );
    }
}

proptest! {
    #[test]
    fn any_text_is_understood_whole_or_refused_with_a_place(text in any_query()) {
        match parse(&text) {
            Ok(query) => nothing_is_ignored(&query),
            Err(error) => {
                prop_assert!(text.get(error.span.range()).is_some(), "{error:?} of {text:?}");
                caret(&text, &error, Style { color: true, width: Some(40), links: None });
            }
        }
    }

    #[test]
    fn plain_keeps_every_letter(text in any_query()) {
        let query = plain(&text);
        for (at, sign) in text.char_indices().filter(|(_, sign)| sign.is_alphanumeric()) {
            prop_assert!(
                query.leaves().iter().any(|leaf| leaf.span.range().contains(&at)),
                "{sign:?} of {text:?}"
            );
        }
    }
}
