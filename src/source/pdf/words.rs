//! From characters to words, and from words to lines.

use super::glyphs::Character;

/// A gap of this part of the font's height parts two words. The narrowest spaces that fonts have are
/// a fifth; letters are set apart by less than a tenth.
const SPACE: f32 = 0.16;

/// How far below its baseline a word reaches for others on its line, in heights of its font: browsers
/// raise the small number of a note by half the height of the text, and lines are a whole height apart.
const BELOW: f32 = 0.3;

/// Characters on one baseline without a gap.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) baseline: f32,
    pub(super) size: f32,
}

/// Words beside each other.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) words: Vec<Word>,
}

/// The words that `characters` of one direction make, in the order in which they were drawn.
pub(super) fn words(characters: &[Character]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut is_open = false;
    for character in characters {
        if character.text.trim().is_empty() {
            is_open = false;
            continue;
        }
        match words.last_mut().filter(|_| is_open) {
            Some(word) if is_same_again(word, character) => {}
            Some(word) if goes_on(word, character) => add(word, character),
            _ => words.push(begun(character)),
        }
        is_open = true;
    }
    words
}

fn begun(character: &Character) -> Word {
    Word {
        text: character.text.clone(),
        left: character.left,
        right: character.right,
        baseline: character.baseline,
        size: character.size,
    }
}

fn add(word: &mut Word, character: &Character) {
    match (
        accented(word.text.chars().next_back(), &character.text),
        &character.text,
    ) {
        (Some(letter), _) => {
            word.text.pop();
            word.text.push(letter);
        }
        (None, text) => word.text.push_str(text),
    }
    word.right = word.right.max(character.right);
}

/// The umlaut that old fonts of TeX draw as two dots and a letter below.
fn accented(last: Option<char>, letter: &str) -> Option<char> {
    match (last, letter) {
        (Some('\u{a8}' | '\u{308}'), "a") => Some('ä'),
        (Some('\u{a8}' | '\u{308}'), "o") => Some('ö'),
        (Some('\u{a8}' | '\u{308}'), "u") => Some('ü'),
        (Some('\u{a8}' | '\u{308}'), "A") => Some('Ä'),
        (Some('\u{a8}' | '\u{308}'), "O") => Some('Ö'),
        (Some('\u{a8}' | '\u{308}'), "U") => Some('Ü'),
        _ => None,
    }
}

/// Bold is often made by drawing a letter twice.
fn is_same_again(word: &Word, character: &Character) -> bool {
    let width = character.right - character.left;
    word.text.ends_with(&character.text)
        && (word.right - character.right).abs() < width.max(0.01) * 0.3
        && (word.baseline - character.baseline).abs() < word.size * 0.1
}

fn goes_on(word: &Word, character: &Character) -> bool {
    let gap = character.left - word.right;
    let size = word.size.max(character.size);
    let on_line = (word.baseline - character.baseline).abs() < size * 0.1;
    // An accent and its letter stand over each other.
    let is_over = accented(word.text.chars().next_back(), &character.text).is_some();
    on_line && gap < size * SPACE && (gap > -size * 0.3 || is_over)
}

/// The lines that `words` make, from top to bottom, each from left to right.
pub(super) fn lines(mut words: Vec<Word>) -> Vec<Line> {
    words.sort_by(|one, other| one.baseline.total_cmp(&other.baseline));
    let mut lines: Vec<Line> = Vec::new();
    for word in words {
        // A raised number belongs to the line below it, a lowered one to that above.
        let line = lines
            .iter_mut()
            .rev()
            .take(3)
            .find(|line| line.holds(&word));
        match line {
            Some(line) => line.words.push(word),
            None => lines.push(Line { words: vec![word] }),
        }
    }
    for line in &mut lines {
        line.words
            .sort_by(|one, other| one.left.total_cmp(&other.left));
    }
    lines.sort_by(|one, other| one.baseline().total_cmp(&other.baseline()));
    lines
}

impl Line {
    /// Whether a word stands beside those of the line rather than above or below.
    fn holds(&self, word: &Word) -> bool {
        let middle = word.baseline - word.size * 0.25;
        let (baseline, size) = (self.baseline(), self.size());
        let own_middle = baseline - size * 0.25;
        let reach = |baseline: f32, size: f32| baseline - size * 0.7..baseline + size * BELOW;
        let is_beside = reach(baseline, size).contains(&middle);
        let is_around = reach(word.baseline, word.size).contains(&own_middle);
        is_beside && is_around
    }

    /// The word with the largest font stands on the line's own baseline.
    fn main_word(&self) -> &Word {
        self.words
            .iter()
            .max_by(|one, other| one.size.total_cmp(&other.size))
            .unwrap_or_else(|| unreachable!("a line has a word"))
    }

    pub(super) fn baseline(&self) -> f32 {
        self.main_word().baseline
    }

    /// The height of its largest font.
    pub(super) fn size(&self) -> f32 {
        self.main_word().size
    }

    pub(super) fn left(&self) -> f32 {
        self.words
            .iter()
            .map(|word| word.left)
            .fold(f32::MAX, f32::min)
    }

    pub(super) fn right(&self) -> f32 {
        self.words
            .iter()
            .map(|word| word.right)
            .fold(f32::MIN, f32::max)
    }

    /// Its words with the spaces between them; what only looks like two words, because the second is
    /// set in another font, is put together.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let mut end = f32::MAX;
        for word in &self.words {
            if word.left - end >= word.size * SPACE {
                text.push(' ');
            } else if !text.is_empty()
                && word.left - end > -word.size * 0.05
                && is_raised(word, self)
            {
                // A note's number is no part of the word before it.
                text.push(' ');
            }
            text.push_str(&word.text);
            end = word.right;
        }
        text
    }
}

fn is_raised(word: &Word, line: &Line) -> bool {
    // The lowered number of CO₂ is part of its word.
    word.size < line.size() * 0.9
        && word.baseline < line.baseline() - line.size() * 0.1
        && word.text.chars().all(|sign| sign.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::pdf::glyphs::Direction;

    fn characters(texts: &[(&str, f32, f32)]) -> Vec<Character> {
        let character = |&(text, left, baseline): &(&str, f32, f32)| Character {
            text: text.to_owned(),
            left,
            right: left + 5.0,
            baseline,
            size: 10.0,
            direction: Direction::Right,
        };
        texts.iter().map(character).collect()
    }

    fn read(texts: &[(&str, f32, f32)]) -> Vec<String> {
        let lines = lines(words(&characters(texts)));
        lines.iter().map(Line::text).collect()
    }

    #[test]
    fn a_gap_parts_words_although_no_space_was_drawn() {
        assert_eq!(
            read(&[("A", 0.0, 10.0), ("b", 5.0, 10.0), ("c", 12.5, 10.0)]),
            ["Ab c"]
        );
    }

    #[test]
    fn the_raised_number_of_a_note_stands_on_its_line() {
        let mut all = characters(&[("Schiff", 0.0, 30.0), ("Das", 40.0, 30.0)]);
        let mut note = characters(&[("1", 31.0, 26.0)]);
        note[0].size = 8.3;
        all.insert(1, note.remove(0));
        let lines = lines(words(&all));
        assert_eq!(lines.len(), 1);
    }

    #[test]
    fn umlauts_of_old_fonts_are_one_letter() {
        assert_eq!(
            read(&[("H", 0.0, 9.0), ("¨", 5.0, 9.0), ("a", 5.0, 9.0)]),
            ["Hä"]
        );
    }

    #[test]
    fn what_is_drawn_twice_to_look_bold_stands_once() {
        assert_eq!(
            read(&[("A", 0.0, 9.0), ("A", 0.3, 9.0), ("b", 5.0, 9.0)]),
            ["Ab"]
        );
    }

    #[test]
    fn lines_drawn_from_the_bottom_are_read_from_the_top() {
        assert_eq!(read(&[("b", 0.0, 24.0), ("a", 0.0, 12.0)]), ["a", "b"]);
    }
}
