//! Bars made of signs, as long or as high as a number says.

/// The signs that a terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signs {
    /// Unicode's block elements, in eighths.
    #[default]
    Blocks,
    /// ASCII alone.
    Ascii,
}

const LYING: [char; 8] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];
const STANDING: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Darker from sign to sign.
const SHADES: [char; 8] = ['.', ':', '-', '=', '+', '*', '#', '@'];

impl Signs {
    /// A lying bar for `number` where `most` takes all of the room. What is not nothing is seen.
    pub(super) fn bar(self, number: u64, most: u64, room: usize) -> String {
        let eighths = scaled(number, most, room * 8);
        let (full, rest) = (eighths / 8, eighths % 8);
        match self {
            Signs::Ascii => "#".repeat(full + usize::from(rest >= 4 || full == 0 && rest > 0)),
            Signs::Blocks => {
                let mut bar = LYING[7].to_string().repeat(full);
                bar.extend(rest.checked_sub(1).map(|rest| LYING[rest]));
                bar
            }
        }
    }

    /// The sign of a standing bar in one row of a plot, counted from the lowest.
    pub(super) fn cell(self, (number, most): (u64, u64), row: usize, rows: usize) -> char {
        let eighths = scaled(number, most, rows * 8);
        let inside = eighths.saturating_sub(row * 8).min(8);
        match (self, inside) {
            (_, 0) => ' ',
            (Signs::Blocks, eighths) => STANDING[eighths - 1],
            (Signs::Ascii, 4..) => '#',
            (Signs::Ascii, _) if row == 0 => '#',
            (Signs::Ascii, _) => ' ',
        }
    }

    /// A plot one row high.
    pub(super) fn spark(self, numbers: &[u64], most: u64) -> String {
        let sign = |number: &u64| match (self, scaled(*number, most, 8)) {
            (_, 0) => ' ',
            (Signs::Blocks, eighths) => STANDING[eighths - 1],
            (Signs::Ascii, eighths) => SHADES[eighths - 1],
        };
        numbers.iter().map(sign).collect()
    }

    /// What rules the foot of a plot, and the sign that marks a place on it.
    pub(super) fn axis(self) -> (char, char) {
        match self {
            Signs::Blocks => ('─', '┬'),
            Signs::Ascii => ('-', '+'),
        }
    }

    /// What stands between the figures of a plot and its bars.
    pub(super) fn edge(self) -> char {
        match self {
            Signs::Blocks => '┤',
            Signs::Ascii => '|',
        }
    }
}

/// `number` where `most` is `room`, rounded, at least 1 for what is not nothing.
fn scaled(number: u64, most: u64, room: usize) -> usize {
    if number == 0 || most == 0 {
        return 0;
    }
    let share = number.min(most) as f64 / most as f64;
    ((share * room as f64).round() as usize).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_number_says() {
        assert_eq!(Signs::Blocks.bar(4, 4, 3), "███");
        assert_eq!(Signs::Blocks.bar(1, 4, 2), "▌");
        assert_eq!(Signs::Ascii.bar(2, 4, 4), "##");
    }

    #[test]
    fn the_smallest_number_is_seen_and_nothing_is_not() {
        for signs in [Signs::Blocks, Signs::Ascii] {
            assert!(!signs.bar(1, 1_000_000, 20).is_empty());
            assert!(signs.bar(0, 5, 20).is_empty());
            assert_ne!(signs.cell((1, 1_000_000), 0, 8), ' ');
            assert_eq!(signs.spark(&[0, 1], 9).chars().next(), Some(' '));
        }
    }

    #[test]
    fn a_standing_bar_ends_in_the_row_that_its_height_says() {
        let column: String = (0..3)
            .map(|row| Signs::Blocks.cell((1, 2), row, 3))
            .collect();
        assert_eq!(column, "█▄ ");
    }
}
