//! When an article was published, as far as something says so. Dates of events never count.

use super::byline::behind_names;
use super::said::{self, Property, Statement};
use super::{Block, Known, Origin};
use crate::german::{DateInterval, find_date};

/// Words before a date that make it the date of the article.
const LABELS: [&str; 14] = [
    "date",
    "datum",
    "stand",
    "vom",
    "veröffentlicht am",
    "veröffentlicht",
    "publiziert am",
    "publiziert",
    "erschienen am",
    "erschienen",
    "aktualisiert am",
    "aktualisiert",
    "published",
    "erstellt am",
];

/// Blocks at the top and at the bottom of an article where it says its date.
const TOP: usize = 5;
const BOTTOM: usize = 2;

/// Bytes of the longest line that is a date and a time: `12. September 2023, 14:30:00 Uhr`.
const LONGEST_TIMESTAMP: usize = 48;

const WEEKDAYS: [&str; 8] = [
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonnabend",
    "sonntag",
];

/// The publication date: what the record says, else what the text says of itself at its edges,
/// else what the address or the name of the file shows.
pub(super) fn published(
    said: &[Statement],
    text: &str,
    blocks: &[Block],
    file_name: Option<&str>,
) -> Option<Known<DateInterval>> {
    let known = |origin| move |value| Known { value, origin };
    let said = said::surest(said, Property::Date, read);
    said::or_shown(said, || in_text(text, blocks).map(known(Origin::Text))).or_else(|| {
        file_name
            .and_then(date_in_name)
            .map(known(Origin::FileName))
    })
}

/// A date in any common spelling.
pub(super) fn read(field: &str) -> Option<DateInterval> {
    let field = field.trim();
    DateInterval::parse(field)
        .ok()
        .or_else(|| find_date(field).map(|(date, _)| date))
}

/// The bytes of a label with its date at the very start of a text that goes on behind it
/// (`date 2023-09 Zuletzt trafen sich …`).
pub(super) fn leading_label(text: &str) -> Option<usize> {
    let label = ["date", "datum"]
        .into_iter()
        .find(|label| starts_with_word(text, label))?;
    let rest = text[label.len()..].trim_start_matches([' ', ':']);
    let (_, span) = find_date(rest).filter(|(_, span)| span.start() == 0)?;
    let end = text.len() - rest.len() + span.end();
    (!text[end..].trim().is_empty()).then_some(end)
}

fn in_text(text: &str, blocks: &[Block]) -> Option<DateInterval> {
    let bottom = blocks.len().saturating_sub(BOTTOM);
    blocks
        .iter()
        .enumerate()
        .filter(|&(index, _)| index < TOP || index >= bottom)
        .find_map(|(index, block)| {
            // Neighbours that stand around an article are one block.
            let mut parts = text[block.span.range()].split("\n\n");
            parts.find_map(|part| stated_date(part, index == 0))
        })
}

/// Whether the block with this number says, at the top, when the article was published.
pub(super) fn is_metadata(block: &str, number: usize) -> bool {
    number < TOP && stated_date(block, number == 0).is_some()
}

fn stated_date(block: &str, is_first: bool) -> Option<DateInterval> {
    let in_byline = || Some(find_date(behind_names(block)?)?.0);
    timestamp(block)
        .or_else(|| labelled_date(block, is_first))
        .or_else(in_byline)
}

/// The date of a block that is nothing but a date and a time of day: `12.09.2023, 14:30 Uhr`. Events
/// under a date of their own have no time there.
fn timestamp(block: &str) -> Option<DateInterval> {
    let block = without_weekday(block);
    if block.len() > LONGEST_TIMESTAMP || !block.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let (date, span) = find_date(block).filter(|(_, span)| span.start() == 0)?;
    let rest = block[span.end()..].trim_start_matches([',', ' ', '|', '-', '–', 'T', 'u', 'm']);
    let time = rest.trim_end_matches(['U', 'h', 'r', ' ', 'Z', '.']);
    let is_time =
        time.contains(':') && time.chars().all(|c| c.is_ascii_digit() || ":+".contains(c));
    is_time.then_some(date)
}

fn without_weekday(block: &str) -> &str {
    let day = block.split_once(", ").filter(|(day, _)| {
        let day = day.to_lowercase();
        WEEKDAYS
            .iter()
            .any(|known| day == *known || day == known[..2])
    });
    day.map_or(block, |(_, rest)| rest)
}

/// The date behind a label at the start of a block: `Stand: 12.09.2023`. Without a colon the date
/// must end the block, or stand at the very start of the text behind a word that begins no
/// sentence (`date 2023-09 Zuletzt trafen sich …`).
fn labelled_date(block: &str, is_first: bool) -> Option<DateInterval> {
    let label = LABELS.iter().find(|label| starts_with_word(block, label))?;
    let rest = block[label.len()..].trim_start();
    let (has_colon, rest) = match rest.strip_prefix(':') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, rest),
    };
    let (date, span) = find_date(rest).filter(|(_, span)| span.start() == 0)?;
    let ends_block = rest[span.end()..]
        .chars()
        .filter(|c| c.is_alphabetic())
        .count()
        <= 3;
    let is_key = is_first && matches!(*label, "date" | "datum");
    (has_colon || ends_block || is_key).then_some(date)
}

/// Whether `text` begins with `label`, in any case, as a whole word.
fn starts_with_word(text: &str, label: &str) -> bool {
    let may_begin = text
        .bytes()
        .zip(label.bytes())
        .take(1)
        .all(|(a, b)| a.eq_ignore_ascii_case(&b));
    if !may_begin {
        return false;
    }
    let beginning = text.get(..label.len()).unwrap_or_default();
    let behind = text.get(label.len()..).and_then(|rest| rest.chars().next());
    beginning.to_lowercase() == label && behind.is_none_or(|next| !next.is_alphanumeric())
}

/// A date like `2023-09-12`, `2023_09_12`, `20230912` or `2023-09` that stands alone in the name.
pub fn date_in_name(name: &str) -> Option<DateInterval> {
    let name = name.replace('_', "-");
    name.split(|character: char| !character.is_ascii_alphanumeric() && character != '-')
        .find_map(|word| {
            let numbers: Vec<&str> = word.split('-').collect();
            (0..numbers.len()).find_map(|start| date_of(&numbers[start..]))
        })
}

/// The date that the numbers of a name begin with.
fn date_of(numbers: &[&str]) -> Option<DateInterval> {
    let has_length = |index: usize, length: usize| {
        numbers.get(index).is_some_and(|number| {
            number.len() == length && number.bytes().all(|digit| digit.is_ascii_digit())
        })
    };
    let written = match () {
        () if has_length(0, 8) => {
            let number = numbers[0];
            format!("{}-{}-{}", &number[..4], &number[4..6], &number[6..])
        }
        () if has_length(0, 4) && has_length(1, 2) && has_length(2, 2) => numbers[..3].join("-"),
        () if has_length(0, 4) && has_length(1, 2) => numbers[..2].join("-"),
        () => return None,
    };
    // Other eight-digit numbers are far more usual in file names than articles of other centuries.
    let is_near = written.starts_with("19") || written.starts_with("20");
    DateInterval::parse(&written).ok().filter(|_| is_near)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::blocks::blocks;

    fn found(text: &str, file_name: &str) -> Option<(String, Origin)> {
        let blocks = blocks(text, None);
        let known = published(&[], text, &blocks, Some(file_name));
        known.map(|known| (known.value.to_string(), known.origin))
    }

    #[test]
    fn an_article_says_its_date_at_its_edges() {
        let says = |text: &str| found(text, "a.txt").map(|(date, _)| date);
        assert_eq!(
            says(" date 2023-09 Zuletzt trafen sich beide").as_deref(),
            Some("2023-09")
        );
        assert_eq!(
            says("Titel\n\nStand: 12.09.2023, 14:30 Uhr\n\nText.").as_deref(),
            Some("2023-09-12")
        );
        for time in [
            "12.09.2023, 14:30 Uhr",
            "12. September 2023 um 9:05 Uhr",
            "2023-09-12T14:30:00",
        ] {
            let text = format!("Titel\n\n{time}\n\nText.");
            assert_eq!(says(&text).as_deref(), Some("2023-09-12"), "{time}");
        }
        assert_eq!(
            says("Titel\n\nText.\n\nVeröffentlicht am 3. Mai 2021").as_deref(),
            Some("2021-05-03")
        );
    }

    #[test]
    fn the_date_of_an_event_is_not_the_date_of_the_article() {
        assert_eq!(
            found("Am 17. Juni 2024 reiste der Präsident ab.", "a.txt"),
            None
        );
        assert_eq!(
            found(
                "Stand 12. September 2023 waren es mehr als tausend.",
                "a.txt"
            ),
            None
        );
        assert_eq!(
            found(
                "Ein Titel\n\n12. September 2023\n\nKim trifft ein.",
                "a.txt"
            ),
            None
        );
    }

    #[test]
    fn the_name_of_a_file_may_tell() {
        let says = |name: &str| found("Text.", name).map(|(date, _)| date);
        assert_eq!(says("2023-09-12-putin.txt").as_deref(), Some("2023-09-12"));
        assert_eq!(says("spiegel_20230912.txt").as_deref(), Some("2023-09-12"));
        assert_eq!(says("faz 2023_09.txt").as_deref(), Some("2023-09"));
        assert_eq!(says("000_cbd9a1896d164a6a.txt"), None);
        assert_eq!(says("77771234.txt"), None);
    }

    #[test]
    fn a_field_may_spell_its_date_in_any_way() {
        for date in [
            "2023-09-12",
            "2023-09-12T08:00:00+02:00",
            "12.09.2023",
            "12. September 2023",
        ] {
            assert_eq!(
                read(date).map(|date| date.to_string()).as_deref(),
                Some("2023-09-12"),
                "{date}"
            );
        }
        assert_eq!(
            read("2023").map(|date| date.to_string()).as_deref(),
            Some("2023")
        );
        assert_eq!(read("gestern"), None);
    }
}
