//! Text cut to a number of columns of a terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Stands where a word was cut.
pub(super) const CUT: &str = "…";

/// The beginning of a text that fits, cut between words, or inside of the first one where even that
/// is too wide.
pub(super) fn beginning(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let blanks = text.match_indices(' ').map(|(at, _)| &text[..at]);
    let fitting = blanks.take_while(|head| head.width() <= room).last();
    match fitting.filter(|head| !head.trim().is_empty()) {
        Some(head) => head.to_owned(),
        None => inside_from_start(text, room),
    }
}

/// The end of a text that fits, cut between words, or inside of the last one where even that is too
/// wide.
pub(super) fn ending(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let blanks = text.match_indices(' ').map(|(at, _)| &text[at + 1..]);
    let fitting = blanks.into_iter().find(|tail| tail.width() <= room);
    match fitting.filter(|tail| !tail.trim().is_empty()) {
        Some(tail) => tail.to_owned(),
        None => end(text, room),
    }
}

/// The end of a text that fits, cut between characters.
pub(super) fn end(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut kept = 0;
    let mut start = text.len();
    for cluster in clusters(text).into_iter().rev() {
        kept += cluster.width();
        if kept + 1 > room {
            break;
        }
        start -= cluster.len();
    }
    match room {
        0 => String::new(),
        _ => format!("{CUT}{}", &text[start..]),
    }
}

/// The beginning and the end of a text that fit, about as much of either.
pub(super) fn middle(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let head = inside_from_start(text, room / 2);
    let tail = end(text, room + CUT.width() - head.width());
    head + tail.trim_start_matches(CUT)
}

/// The beginning of a text that fits, cut between characters.
pub(super) fn inside_from_start(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut kept = 0;
    let mut end = 0;
    for cluster in clusters(text) {
        kept += cluster.width();
        if kept + 1 > room {
            break;
        }
        end += cluster.len();
    }
    match room {
        0 => String::new(),
        _ => format!("{}{CUT}", &text[..end]),
    }
}

/// What a reader sees as single characters: a letter with its accents, an emoji with what changes it.
fn clusters(text: &str) -> Vec<&str> {
    let mut clusters: Vec<&str> = Vec::new();
    let mut start = 0;
    for (at, sign) in text.char_indices() {
        if at > start && !belongs(&text[start..at], sign) {
            clusters.push(&text[start..at]);
            start = at;
        }
    }
    if start < text.len() {
        clusters.push(&text[start..]);
    }
    clusters
}

/// Whether a character goes with those before it: it takes no column of its own, or fewer than alone.
fn belongs(before: &str, sign: char) -> bool {
    let alone = sign.width().unwrap_or(0);
    let mut together = before.to_owned();
    together.push(sign);
    let is_flag = |sign: char| matches!(sign, '\u{1F1E6}'..='\u{1F1FF}');
    let is_second_half =
        is_flag(sign) && before.chars().all(is_flag) && before.chars().count() == 1;
    alone == 0 || together.width() < before.width() + alone || is_second_half
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_between_words_where_it_can_be() {
        assert_eq!(beginning(" und Raketen der", 12), " und Raketen");
        assert_eq!(beginning(" und Raketen der", 13), " und Raketen");
        assert_eq!(
            ending("Bedarf an konventioneller ", 20),
            "an konventioneller "
        );
        assert_eq!(ending("Bedarf an", 40), "Bedarf an");
    }

    #[test]
    fn a_word_that_is_too_wide_is_cut_with_a_sign() {
        assert_eq!(beginning("sversorgungsbetriebe", 8), "sversor…");
        assert_eq!(ending("Donaudampfschifffahrts", 8), "…ffahrts");
        assert_eq!(ending("Donau", 0), "");
    }

    #[test]
    fn accents_and_emoji_are_never_taken_apart() {
        assert_eq!(clusters("a\u{308}b"), ["a\u{308}", "b"]);
        assert_eq!(clusters("🇩🇪🇫🇷"), ["🇩🇪", "🇫🇷"]);
        assert_eq!(clusters("👍🏽!"), ["👍🏽", "!"]);
        assert_eq!(clusters("❤\u{fe0f}"), ["❤\u{fe0f}"]);
        assert_eq!(ending("xu\u{308}u\u{308}", 2), "…u\u{308}");
        assert_eq!(beginning("日本語", 4), "日…");
    }
}
