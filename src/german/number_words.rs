//! Numbers written as words: `zwölf`, `einundzwanzig`, `zweitausend`, `anderthalb`.
//!
//! `ein` and `eins` alone are articles more often than numbers and never count as 1.

/// The words up to twelve and those of irregular teens, in folded spelling, with their numbers.
const SIMPLE: [(&str, u32); 18] = [
    ("zwei", 2),
    ("zwo", 2),
    ("drei", 3),
    ("vier", 4),
    ("fuenf", 5),
    ("sechs", 6),
    ("sieben", 7),
    ("acht", 8),
    ("neun", 9),
    ("zehn", 10),
    ("elf", 11),
    ("zwoelf", 12),
    ("dreizehn", 13),
    ("vierzehn", 14),
    ("fuenfzehn", 15),
    ("sechzehn", 16),
    ("siebzehn", 17),
    ("achtzehn", 18),
];

/// The tens in folded spelling, and the last of the teens.
const TENS: [(&str, u32); 8] = [
    ("zwanzig", 20),
    ("dreissig", 30),
    ("vierzig", 40),
    ("fuenfzig", 50),
    ("sechzig", 60),
    ("siebzig", 70),
    ("achtzig", 80),
    ("neunzig", 90),
];

/// The longest number word below a million, in bytes of its folded spelling.
const LONGEST: usize = 80;

/// The number that a word in folded spelling names, as digits with a decimal comma.
pub(super) fn digits(folded: &str) -> Option<String> {
    if folded.len() > LONGEST {
        return None;
    }
    if let Some(whole) = folded.strip_suffix("einhalb") {
        return below_hundred(whole).map(|whole| format!("{whole},5"));
    }
    match folded {
        "anderthalb" => Some("1,5".to_owned()),
        "ein" | "eins" => None,
        _ => below_million(folded).map(|number| number.to_string()),
    }
}

fn below_million(word: &str) -> Option<u32> {
    match word.split_once("tausend") {
        Some((thousands, rest)) => {
            Some(counted(thousands, below_thousand)? * 1000 + left_over(rest, below_thousand)?)
        }
        None => below_thousand(word),
    }
}

fn below_thousand(word: &str) -> Option<u32> {
    match word.split_once("hundert") {
        Some((hundreds, rest)) => {
            Some(counted(hundreds, unit)? * 100 + left_over(rest, below_hundred)?)
        }
        None => below_hundred(word),
    }
}

fn below_hundred(word: &str) -> Option<u32> {
    if let Some(number) = named(&SIMPLE, word).or_else(|| named(&TENS, word)) {
        return Some(number);
    }
    match word {
        "ein" | "eins" => Some(1),
        "neunzehn" => Some(19),
        _ => {
            let (units, tens) = word.split_once("und")?;
            Some(unit(units)? + named(&TENS, tens)?)
        }
    }
}

fn unit(word: &str) -> Option<u32> {
    match word {
        "ein" => Some(1),
        _ => named(&SIMPLE, word).filter(|number| *number < 10),
    }
}

/// How many hundreds or thousands: one where no number stands before them.
fn counted(word: &str, read: fn(&str) -> Option<u32>) -> Option<u32> {
    if word.is_empty() { Some(1) } else { read(word) }
}

/// What stands behind hundreds or thousands.
fn left_over(word: &str, read: fn(&str) -> Option<u32>) -> Option<u32> {
    match word.strip_prefix("und").unwrap_or(word) {
        "" if word.is_empty() => Some(0),
        rest => read(rest),
    }
}

fn named(names: &[(&str, u32)], word: &str) -> Option<u32> {
    let found = names.iter().find(|(name, _)| *name == word);
    found.map(|(_, number)| *number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_words_are_read_as_their_digits() {
        for (word, number) in [
            ("zwoelf", "12"),
            ("neunzehn", "19"),
            ("einundzwanzig", "21"),
            ("neunundneunzig", "99"),
            ("hundert", "100"),
            ("hunderteins", "101"),
            ("dreihundertfuenfzig", "350"),
            ("zweitausend", "2000"),
            ("hunderttausend", "100000"),
            ("zweitausendunddrei", "2003"),
            (
                "neunhundertneunundneunzigtausendneunhundertneunundneunzig",
                "999999",
            ),
            ("anderthalb", "1,5"),
            ("zweieinhalb", "2,5"),
        ] {
            assert_eq!(digits(word).as_deref(), Some(number), "{word}");
        }
    }

    #[test]
    fn articles_and_words_that_begin_like_numbers_are_none() {
        for word in [
            "ein",
            "eins",
            "eine",
            "",
            "und",
            "achtung",
            "dreist",
            "hundertprozentig",
            "tausende",
            "zweitens",
            "hundertund",
            "einhalb",
        ] {
            assert_eq!(digits(word), None, "{word}");
        }
    }
}
