//! The German chain: what becomes of words, stems and sentences, and what holds for any text at all.

use beleg::german::{Analyzer, DateInterval, Knowledge, TokenKind, Word, find_date, sentences};
use beleg::span::TextSpan;
use proptest::prelude::*;

use crate::harness::project;

/// A token as the checker compares it.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    span: TextSpan,
    position: u32,
    kind: TokenKind,
    word: Word,
}

fn german() -> Analyzer {
    Analyzer::german(Knowledge::default())
}

/// Analyses `text` and holds the tokens against everything that is promised for every text.
fn analyze(analyzer: &mut Analyzer, text: &str) -> Vec<Seen> {
    let tokens = tokens(analyzer, text);
    let (mut start, mut position) = (0, 0);
    for token in &tokens {
        let surface = text
            .get(token.span.range())
            .expect("a token stands between characters of its text");
        assert!(!surface.is_empty(), "a token covers something");
        assert!(token.span.start() >= start, "{surface:?} goes backwards");
        assert!(
            token.position == position || token.position == position + 1,
            "{surface:?} leaves out a position"
        );
        assert!(
            !token.word.exact.is_empty() && !token.word.stem.is_empty(),
            "{surface:?} has no term"
        );
        check_parts(surface, &token.word);
        (start, position) = (token.span.start(), token.position);
    }
    assert_eq!(
        tokens,
        self::tokens(analyzer, text),
        "the same text gives the same tokens"
    );
    tokens
}

fn check_parts(surface: &str, word: &Word) {
    for part in &word.parts {
        let range = usize::from(part.start)..usize::from(part.end);
        let cut = surface
            .get(range)
            .expect("a part stands between characters of its word");
        assert!(!cut.is_empty() && !part.stem.is_empty() && !part.exact.is_empty());
        assert!(
            part.weight > 0.0 && part.weight <= 1.0,
            "{cut:?} weighs {}",
            part.weight
        );
    }
}

fn tokens(analyzer: &mut Analyzer, text: &str) -> Vec<Seen> {
    let mut seen = Vec::new();
    analyzer.analyze(text, |token| {
        let word = token.word.clone();
        seen.push(Seen {
            span: token.span,
            position: token.position,
            kind: token.kind,
            word,
        });
    });
    seen
}

/// The tokens as the vocabulary writes them.
fn written(tokens: &[Seen]) -> String {
    let mark = |token: &Seen| match token.kind {
        TokenKind::Word => "",
        TokenKind::Number => "#",
        TokenKind::Joined => "+",
        TokenKind::Completed => "~",
        TokenKind::Value => "=",
    };
    let words: Vec<String> = tokens
        .iter()
        .map(|token| format!("{}{}", mark(token), token.word.exact))
        .collect();
    words.join(" ")
}

fn stem(analyzer: &mut Analyzer, word: &str) -> String {
    let tokens = analyze(analyzer, word);
    assert_eq!(tokens.len(), 1, "{word} is one word");
    tokens[0].word.stem.to_string()
}

/// The lines of a vocabulary file that are not comments.
fn entries(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
}

/// The text with its invisible characters and narrow spaces.
fn unescaped(text: &str) -> String {
    text.replace("\\u{ad}", "\u{ad}")
        .replace("\\u{a0}", "\u{a0}")
        .replace("\\u{202f}", "\u{202f}")
}

#[test]
fn words_are_found_as_a_reader_finds_them() {
    let mut analyzer = german();
    let wrong: Vec<String> = entries(include_str!("../vocabulary/words.txt"))
        .filter_map(|line| {
            let (text, expected) = line.split_once(" = ").expect("text = tokens");
            let found = written(&analyze(&mut analyzer, &unescaped(text)));
            (found != expected)
                .then(|| format!("{text}\n  expected {expected}\n  found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn inflections_meet_and_false_friends_do_not() {
    let mut analyzer = german();
    let mut wrong = Vec::new();
    for line in entries(include_str!("../vocabulary/stems.txt")) {
        let (sign, words) = line.split_once(' ').expect("a sign and words");
        let stems: Vec<(&str, String)> = words
            .split(' ')
            .map(|word| (word, stem(&mut analyzer, word)))
            .collect();
        for (index, (word, one)) in stems.iter().enumerate() {
            for (other_word, other) in &stems[index + 1..] {
                if (one == other) != (sign == "=") {
                    wrong.push(format!("{sign} {word} ({one}) {other_word} ({other})"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sentences_end_where_a_reader_ends_them() {
    for line in entries(include_str!("../vocabulary/sentences.txt")) {
        let line = line.replace("\\n", "\n");
        let text = line.replace('|', "");
        let expected: Vec<&str> = line.split('|').map(str::trim).collect();
        let found: Vec<&str> = sentences(&text).map(|span| &text[span.range()]).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn the_parts_of_a_compound_are_marked_where_they_stand() {
    let mut analyzer = german();
    for text in [
        "Artilleriemunition",
        "ARTILLERIEMUNITION",
        "Artillerie\u{ad}munition",
    ] {
        let tokens = analyze(&mut analyzer, text);
        let parts = &tokens[0].word.parts;
        let head = parts.iter().find(|part| part.head).expect("a head");
        assert_eq!(
            text[usize::from(head.start)..usize::from(head.end)].to_lowercase(),
            "munition"
        );
        assert_eq!(&*head.stem, &*stem(&mut analyzer, "Munition"));
    }
}

#[test]
fn a_completed_word_has_the_place_of_what_was_written() {
    let text = "die Boden- und Luftstreitkräfte";
    let tokens = analyze(&mut german(), text);
    let completed = tokens
        .iter()
        .find(|token| token.kind == TokenKind::Completed)
        .expect("a completed word");
    assert_eq!(
        (&text[completed.span.range()], completed.position),
        ("Boden", 1)
    );
}

#[test]
fn every_spelling_of_a_name_with_hyphens_is_the_same_words() {
    let mut analyzer = german();
    let mut words = |text: &str| -> Vec<(u32, String)> {
        let tokens = analyze(&mut analyzer, text).into_iter();
        let plain = tokens.filter(|token| token.kind == TokenKind::Word);
        plain
            .map(|token| (token.position, token.word.exact.to_string()))
            .collect()
    };
    let name = words("Kim Jong Un");
    for spelling in ["Kim Jong-un", "Kim Jong‑un", "Kim-Jong-Un", "KIM JONG UN"] {
        assert_eq!(words(spelling), name, "{spelling}");
    }
}

#[test]
fn other_languages_are_not_stemmed_or_cut() {
    let tokens = analyze(
        &mut Analyzer::plain(),
        "The Houses' artillery-munition Häuser",
    );
    assert!(
        tokens
            .iter()
            .all(|token| token.word.exact == token.word.stem && token.word.parts.is_empty())
    );
}

#[test]
fn an_empty_text_has_no_tokens_and_no_sentences() {
    for text in ["", " \n\t", "…-–»«", "\u{ad}\u{200b}\u{301}"] {
        assert_eq!(analyze(&mut german(), text), []);
    }
    assert_eq!(sentences(" \n ").count(), 0);
}

#[test]
fn publication_dates_are_found_as_they_are_written() {
    let cases = [
        (
            "Stand: 12. September 2023, 14:05 Uhr",
            "2023-09-12",
            "12. September 2023",
        ),
        ("am 12.9.23 in Berlin", "2023-09-12", "12.9.23"),
        ("12.09.2023", "2023-09-12", "12.09.2023"),
        (
            "Veröffentlicht im September 2023",
            "2023-09",
            "September 2023",
        ),
        ("date 2023-09 Zuletzt", "2023-09", "2023-09"),
        ("2023-09-12T10:00:00Z", "2023-09-12", "2023-09-12"),
        ("1. Jänner 2024", "2024-01-01", "1. Jänner 2024"),
        ("Di, 3. Mrz. 2020", "2020-03-03", "3. Mrz. 2020"),
    ];
    for (text, date, written) in cases {
        let (found, span) = find_date(text).unwrap_or_else(|| panic!("a date in {text:?}"));
        assert_eq!(
            (found, &text[span.range()]),
            (DateInterval::parse(date).expect("a date"), written)
        );
    }
    for text in [
        "",
        "im Jahr",
        "31.02.2023",
        "Version 1.2.3.4",
        "1.000.2000",
        "4711-12-99",
        "Mai 68",
    ] {
        assert_eq!(find_date(text), None, "{text:?}");
    }
}

/// Pieces that texts are made of, the awkward ones among them.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[a-zäöüßA-ZÄÖÜ]{1,12}",
        2 => "[-‑– .,:;!?'’\"„“»«()/%€@_…\n]{1,3}",
        1 => "[0-9]{1,4}([.,’ ][0-9]{1,3}){0,3}",
        1 => Just("Boden- und Luftstreitkräfte".to_owned()),
        1 => Just("Waffenlieferungen und -programme".to_owned()),
        1 => Just("z. B. u. a. U.S. Nr. 9. Sept. 2023".to_owned()),
        1 => Just("Ba\u{308}ren\u{ad}ha\u{308}ute".to_owned()),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_can_be_analysed(text in texts()) {
        analyze(&mut german(), &text);
        analyze(&mut Analyzer::plain(), &text);
    }

    #[test]
    fn sentences_hold_all_that_is_not_space(text in texts()) {
        let mut end = 0;
        for span in sentences(&text) {
            prop_assert!(span.start() >= end && !span.is_empty());
            let sentence = &text[span.range()];
            prop_assert_eq!(sentence, sentence.trim());
            prop_assert_eq!(text[end..span.start()].trim(), "");
            end = span.end();
        }
        prop_assert_eq!(text[end..].trim(), "");
    }

    #[test]
    fn a_date_that_is_found_stands_in_the_text(text in texts()) {
        if let Some((_, span)) = find_date(&text) {
            prop_assert!(text.get(span.range()).is_some());
        }
    }
}

#[test]
fn texts_made_to_be_slow_are_not() {
    let texts = [
        "....".repeat(50_000) + "a",
        "-a\n".repeat(50_000),
        "a.".repeat(50_000),
        "a- ,".repeat(50_000),
    ];
    let start = std::time::Instant::now();
    for text in texts {
        sentences(&text).for_each(drop);
        german().analyze(&text, |_| {});
        find_date(&text);
    }
    // Linear work takes two seconds without optimisation; quadratic work would take hours.
    assert!(start.elapsed() < std::time::Duration::from_secs(60));
}

#[test]
fn exact_phrases_may_be_checked_without_stems_and_cuts() {
    let mut text = String::new();
    for entry in std::fs::read_dir(project("corpus")).expect("the project has a corpus") {
        let path = entry.expect("the corpus can be listed").path();
        text += &std::fs::read_to_string(path).expect("an article is UTF-8");
    }
    text += " 30’000 Häuser, haeuser; z. B. Boden- und Luftstreitkräfte kosten 5 % mehr.";
    let forms = |mut analyzer: Analyzer| {
        let mut forms = Vec::new();
        analyzer.analyze(&text, |token| {
            if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                forms.push((token.position, token.word.exact.clone()));
            }
        });
        forms
    };
    assert_eq!(
        forms(Analyzer::german(Knowledge::default())),
        forms(Analyzer::plain())
    );
}
