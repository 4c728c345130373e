//! A found name, read: its words, and what stands around it.

use crate::article::Block;
use crate::people::detect::{Found, SURE};
use crate::people::name::{Gender, Name, Role, family_gender, role};
use crate::span::TextSpan;

/// A found name with what stands around it.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// Where it was found, and how surely.
    pub found: Found,
    /// The number of its block.
    pub block: usize,
    /// Its words.
    pub name: Name,
    /// What the words around it say.
    pub clues: Clues,
}

impl Reading {
    /// Whether it names somebody without the help of the rest of the article; else it is a candidate
    /// that another place has to confirm.
    pub fn is_sure(&self) -> bool {
        self.found.confidence >= SURE
    }

    /// Whether surname and given name (or initial, or number) stand there.
    pub fn is_full(&self) -> bool {
        self.name.is_full() && !self.found.derived
    }
}

/// What the words around a name say of who is meant.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Clues {
    /// The title or role before or behind the name.
    pub role: Option<Role>,
    /// He or she, as title, role or a word of the family before the name say.
    pub gender: Option<Gender>,
    /// Whether the role is one of the past or of the present.
    pub era: Option<Era>,
    /// Whether a word for a member of the family follows (`Kims Sohn`).
    pub family_follows: bool,
}

/// When somebody had a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Era {
    /// `damalig`, `früher`, `Ex-`.
    Past,
    /// `heutig`, `amtierend`.
    Present,
}

/// Reads every found name, in the order of the text.
pub(super) fn read(text: &str, blocks: &[Block], found: &[Found]) -> Vec<Reading> {
    let mut block = 0;
    let mut read_one = |found: &Found| {
        while block + 1 < blocks.len() && blocks[block + 1].span.start() <= found.span.start() {
            block += 1;
        }
        let span = blocks.get(block).map_or(found.span, |block| block.span);
        // A derived word is longer than its name.
        let derived = found.derived && found.span != found.name;
        Reading {
            found: Found { derived, ..*found },
            block,
            name: Name::new(without_number(&text[found.name.range()])),
            clues: clues(text, span, found.span),
        }
    };
    let mut readings: Vec<Reading> = found.iter().map(&mut read_one).collect();
    complete_shared_surnames(text, &mut readings);
    readings
}

/// `Hartz-IV` is named after Hartz.
fn without_number(name: &str) -> &str {
    let stem = name.trim_end_matches(['I', 'V', 'X']);
    match stem.strip_suffix(['-', '\u{2011}']) {
        Some(name) if !name.is_empty() => name,
        _ => name,
    }
}

/// How many bytes before and behind a name are looked at.
const REACH: usize = 48;

/// How many words before a comma may hold the role of who is named behind it (`Präsident der USA, …`).
const WORDS: usize = 4;

fn clues(text: &str, block: TextSpan, name: TextSpan) -> Clues {
    let mut clues = Clues::default();
    let start = name.start().saturating_sub(REACH).max(block.start());
    let start = floor(text, start).min(name.start());
    let before = same_sentence(&text[start..name.start()]);
    look_before(before, &text[name.range()], &mut clues);
    let end = floor(text, (name.end() + REACH).min(block.end()));
    look_behind(&text[name.end()..end.max(name.end())], &mut clues);
    clues
}

fn look_before(before: &str, name: &str, clues: &mut Clues) {
    let is_title = |word: &&str| word.ends_with('.') && role(word).is_some();
    let words = before.rsplit(' ').filter(|word| !word.is_empty());
    let mut words = words.skip_while(is_title).peekable();
    let Some(nearest) = words.peek().copied() else {
        return;
    };
    let reach = if nearest.ends_with(',') { WORDS } else { 1 };
    let said = words.by_ref().take(reach).find_map(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let role = role(bare).filter(|_| bare.starts_with(char::is_uppercase))?;
        Some((bare, role))
    });
    let earlier = words.next().unwrap_or_default();
    let Some((word, role)) = said else {
        clues.gender = family_gender(nearest).filter(|_| nearest.starts_with(char::is_uppercase));
        return;
    };
    // `die Anwältin Merkels` is somebody else, `Kanzlerin Merkels Rede` is hers.
    let is_genitive = name.ends_with(['s', '’', '\'']);
    let has_article = earlier.starts_with(char::is_lowercase) || matches!(earlier, "Der" | "Die");
    if is_genitive && has_article && era(earlier).is_none() {
        return;
    }
    clues.role = Some(role);
    clues.gender = role.gender.or_else(|| family_gender(word));
    clues.era = era(word).or_else(|| era(earlier));
}

fn look_behind(after: &str, clues: &mut Clues) {
    if let Some(apposition) = after.strip_prefix(", ") {
        let words = apposition.split([' ', ',', '.']).take(WORDS);
        if clues.role.is_none() {
            clues.role = words
                .filter(|word| word.starts_with(char::is_uppercase))
                .find_map(role);
        }
        return;
    }
    let mut words = after.split(|c: char| !c.is_alphanumeric() && c != '-');
    let follows = words.by_ref().skip(1).take(2);
    clues.family_follows = after.starts_with(' ')
        && follows
            .take_while(|word| !word.is_empty())
            .any(|word| word.starts_with(char::is_uppercase) && family_gender(word).is_some());
}

fn era(word: &str) -> Option<Era> {
    const PAST: [&str; 7] = [
        "damalig",
        "früher",
        "ehemalig",
        "einstig",
        "vormalig",
        "verstorben",
        "Ex-",
    ];
    const PRESENT: [&str; 5] = ["heutig", "jetzig", "amtierend", "derzeitig", "gegenwärtig"];
    let begins = |words: &[&str]| words.iter().any(|stem| word.starts_with(stem));
    if begins(&PAST) {
        Some(Era::Past)
    } else if begins(&PRESENT) {
        Some(Era::Present)
    } else {
        None
    }
}

/// What of `before` belongs to the sentence that goes on behind it.
fn same_sentence(before: &str) -> &str {
    let end = before
        .rmatch_indices(['.', '!', '?', '\n'])
        .find(|(at, mark)| {
            let word = before[..*at].rsplit(' ').next().unwrap_or_default();
            *mark != "." || word.chars().count() > 4
        });
    end.map_or(before, |(at, mark)| &before[at + mark.len()..])
}

fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at.min(text.len()))
}

/// Gives a lone given name the surname that it shares with the name behind it: `Ursula und Heiko von
/// der Leyen`.
fn complete_shared_surnames(text: &str, readings: &mut [Reading]) {
    for at in (1..readings.len()).rev() {
        let (before, behind) = readings.split_at_mut(at);
        let (Some(first), Some(second)) = (before.last_mut(), behind.first()) else {
            continue;
        };
        let between = text.get(first.found.span.end()..second.found.span.start());
        let is_joined = matches!(between, Some(" und " | " & " | " oder " | " sowie "));
        if !is_joined || first.name.is_full() || !second.is_full() || second.name.is_eastern() {
            continue;
        }
        if let Some(whole) = with_surname_of(&first.name, &second.name) {
            first.name = whole;
        }
    }
}

fn with_surname_of(given: &Name, other: &Name) -> Option<Name> {
    use crate::people::name::{PartKind, given_gender};
    let [only] = given.parts.as_slice() else {
        return None;
    };
    given_gender(&only.text)?;
    let family = other
        .parts
        .iter()
        .skip_while(|part| matches!(part.kind, PartKind::Given | PartKind::Initial));
    let mut words = vec![only.text.as_str()];
    words.extend(family.map(|part| part.text.as_str()));
    (words.len() > 1).then(|| Name::new(&words.join(" ")))
}
