//! What pages say around their articles: recognised by phrases, which stand in a table.

use super::BlockKind;
use super::date::leading_label;
use crate::span::TextSpan;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The longest block that a phrase makes boilerplate, in bytes. Longer ones are about the phrase.
const LONGEST: usize = 320;

/// Buttons of a picture gallery behind `3 von 13`, the longest first.
const BUTTONS: [&str; 3] = [" Zurück Weiter", " Weiter", " Zurück"];

/// The button that unfolds the text of a picture.
const MORE: &str = " Mehr";

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::read(include_str!("boilerplate.txt")));

/// A stretch of a block, with its role where that is plain from the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    /// Bytes of the text, without surrounding white space.
    pub(super) span: TextSpan,
    /// What it is; `None` when other things decide.
    pub(super) kind: Option<BlockKind>,
}

/// Whether a block is nothing but what pages say around their articles.
pub(super) fn is_boilerplate(block: &str) -> bool {
    block.len() <= LONGEST && RULES.fit(block)
}

/// Cuts a block where the page's own words are glued to the article's: the buttons of a gallery,
/// a label with the date in front, a request behind. Together the cuts hold all of its words.
pub(super) fn cuts(text: &str, block: TextSpan) -> Vec<Cut> {
    let words = &text[block.range()];
    let controls = controls(words);
    if !controls.is_empty() {
        return around(text, block, &controls);
    }
    if let Some(end) = leading_label(words) {
        let (label, rest) = (Some(BlockKind::Boilerplate), None);
        return halves(text, block, end, label, rest);
    }
    if let Some(start) = RULES.ending(words) {
        return halves(text, block, start, None, Some(BlockKind::Boilerplate));
    }
    vec![Cut {
        span: block,
        kind: None,
    }]
}

fn halves(
    text: &str,
    block: TextSpan,
    middle: usize,
    first: Option<BlockKind>,
    second: Option<BlockKind>,
) -> Vec<Cut> {
    let middle = block.start() + middle;
    let halves = [
        (block.start()..middle, first),
        (middle..block.end(), second),
    ];
    halves
        .into_iter()
        .filter_map(|(range, kind)| {
            Some(Cut {
                span: trimmed(text, range)?,
                kind,
            })
        })
        .collect()
}

/// The buttons at `controls` as boilerplate, and the words between them, which describe pictures.
fn around(text: &str, block: TextSpan, controls: &[TextSpan]) -> Vec<Cut> {
    let mut cuts = Vec::new();
    let mut add = |start: usize, end: usize, kind| {
        let range = block.start() + start..block.start() + end;
        cuts.extend(trimmed(text, range).map(|span| Cut {
            span,
            kind: Some(kind),
        }));
    };
    let mut end = 0;
    for control in controls {
        add(end, control.start(), BlockKind::Caption);
        add(control.start(), control.end(), BlockKind::Boilerplate);
        end = control.end();
    }
    add(end, block.len(), BlockKind::Caption);
    cuts
}

/// The buttons of a gallery in a block, neighbours as one.
fn controls(words: &str) -> Vec<TextSpan> {
    let mut controls: Vec<TextSpan> = Vec::new();
    for (at, _) in words.match_indices(" von ") {
        let Some(span) = control_around(words, at) else {
            continue;
        };
        match controls.last_mut() {
            Some(last) if words[last.end()..span.start()].trim().is_empty() => {
                *last = TextSpan::new(last.start(), span.end());
            }
            _ => controls.push(span),
        }
    }
    let end = words.len();
    if !controls.is_empty() && words.ends_with(MORE) {
        controls.push(TextSpan::new(end - MORE.len() + 1, end));
    }
    controls
}

/// `1 von 13 Zurück Weiter` around the ` von ` at byte `at`.
fn control_around(words: &str, at: usize) -> Option<TextSpan> {
    let digits = |text: &mut dyn Iterator<Item = u8>| text.take_while(u8::is_ascii_digit).count();
    let before = digits(&mut words[..at].bytes().rev());
    let behind = at + " von ".len();
    let after = digits(&mut words[behind..].bytes());
    let numbers_end = behind + after;
    let buttons = BUTTONS
        .into_iter()
        .find(|buttons| words[numbers_end..].starts_with(buttons))?;
    (before > 0 && after > 0).then(|| TextSpan::new(at - before, numbers_end + buttons.len()))
}

/// `range` of `text` without the white space at its ends.
fn trimmed(text: &str, range: std::ops::Range<usize>) -> Option<TextSpan> {
    let words = &text[range.clone()];
    let start = range.start + words.len() - words.trim_start().len();
    let length = words.trim().len();
    (length > 0).then(|| TextSpan::new(start, start + length))
}

/// The table of phrases, by the first bytes of each, so that a block that has none of them costs a
/// look-up a word.
struct Rules {
    phrases: HashMap<Key, Vec<Phrase>>,
    endings: Vec<&'static str>,
}

/// The first bytes of a phrase.
type Key = [u8; 4];

/// Stretches that follow each other in a block, in lower case.
struct Phrase {
    place: Place,
    first: &'static str,
    others: Vec<&'static str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Anywhere,
    Start,
    Whole,
}

impl Rules {
    fn read(table: &'static str) -> Self {
        let lines = || table.lines().map(str::trim).filter(|line| !line.is_empty());
        let mut phrases: HashMap<Key, Vec<Phrase>> = HashMap::new();
        let rules = lines().filter(|line| !line.starts_with(['#', '$']));
        for rule in rules.flat_map(|line| line.split(" | ")) {
            let phrase = Phrase::read(rule);
            if let Some(key) = key(phrase.first) {
                phrases.entry(key).or_default().push(phrase);
            }
        }
        let endings = lines().filter_map(|line| line.strip_prefix("$ "));
        Self {
            phrases,
            endings: endings.collect(),
        }
    }

    fn fit(&self, block: &str) -> bool {
        let words: Vec<&str> = block.split_whitespace().collect();
        let block = words.join(" ").to_lowercase();
        let bare = block.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '©');
        let mut after_letter = false;
        bare.char_indices().any(|(at, letter)| {
            let begins = !std::mem::replace(&mut after_letter, letter.is_alphanumeric());
            begins && self.fit_at(bare, at)
        })
    }

    fn fit_at(&self, block: &str, at: usize) -> bool {
        let phrases = key(&block[at..]).and_then(|key| self.phrases.get(&key));
        phrases.is_some_and(|phrases| phrases.iter().any(|phrase| phrase.fits_at(block, at)))
    }

    /// Where the words begin that pages add behind the end of an article.
    fn ending(&self, block: &str) -> Option<usize> {
        let ending = self
            .endings
            .iter()
            .find(|ending| block.ends_with(**ending))?;
        let start = block.len() - ending.len();
        (start > 0).then_some(start)
    }
}

fn key(text: &str) -> Option<Key> {
    text.as_bytes().first_chunk().copied()
}

impl Phrase {
    fn read(rule: &'static str) -> Self {
        let (place, words) = match rule.chars().next() {
            Some('^') => (Place::Start, &rule[1..]),
            Some('=') => (Place::Whole, &rule[1..]),
            _ => (Place::Anywhere, rule),
        };
        let mut stretches = words.split('…').map(str::trim);
        Self {
            place,
            first: stretches.next().unwrap_or_default(),
            others: stretches.collect(),
        }
    }

    /// Whether the phrase begins at byte `at` of a block, where a word begins.
    fn fits_at(&self, block: &str, at: usize) -> bool {
        let Some(mut rest) = block[at..].strip_prefix(self.first) else {
            return false;
        };
        match self.place {
            Place::Whole => return at == 0 && rest.is_empty(),
            Place::Start if at > 0 => return false,
            Place::Start | Place::Anywhere => {}
        }
        self.others.iter().all(|stretch| {
            let behind = rest.split_once(stretch).map(|(_, behind)| behind);
            rest = behind.unwrap_or_default();
            behind.is_some()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_pages_say_around_articles_is_known() {
        for block in [
            "Empfohlener redaktioneller Inhalt",
            "Wir verwenden Cookies, um Inhalte zu personalisieren.",
            "Fehler gefunden?Jetzt melden.",
            "Mehr",
            "Melden Sie sich jetzt für unseren Newsletter an.",
            "Aktuelle Entwicklungen lesen Sie im Ukraine-Liveblog.",
            "Lesen Sie auch: Was der Minister weiß",
            "» Zur Startseite",
            "© 2023 Verlag. Alle Rechte vorbehalten.",
            "Alle akzeptieren",
            "Jetzt testen",
            "4 Wochen für 1 Euro, jederzeit kündbar",
            "Jetzt vier Wochen gratis testen und jederzeit kündbar",
            "Wir brauchen Ihre Zustimmung, um Cookies zu setzen.",
            "Bitte stimmen Sie den Cookies zu.",
            "Newsletter: täglich um sechs – hier anmelden",
            "Hier können Sie unseren Newsletter abonnieren.",
            "Unseren Podcast können Sie überall abonnieren.",
        ] {
            assert!(is_boilerplate(block), "{block}");
        }
    }

    #[test]
    fn sentences_of_articles_are_not_taken_for_it() {
        for block in [
            "Mehr als tausend Menschen kamen.",
            "Der Verlag kündigte einen neuen Newsletter an.",
            "Die Behörde fand einen Fehler und meldete ihn.",
            "Teilen will der Minister die Macht nicht.",
            "Das Startup verkauft Werbung.",
            "Facebook und Twitter löschten die Beiträge.",
            "Was lesen Sie gerade? Einen Krimi.",
            "Zurück in Moskau, sprach er mit der Presse.",
            "Der Newsletter der Behörde nannte die Schiffe zum ersten Mal.",
            "Nordkorea will die Rakete jetzt testen, sagte ein Sprecher.",
            "Jetzt will die Armee die Rakete testen.",
            "Diese Grenze müssten alle akzeptieren, sagte die Ministerin.",
            "Der Vertrag mit dem Hafen ist jederzeit kündbar.",
            "Nutzer müssen Cookies nach dem Urteil ausdrücklich zustimmen.",
            "Wer sich für den Newsletter der Partei anmelden wollte, wurde abgewiesen.",
            "Der Podcast ließ sich nicht mehr abonnieren, teilte der Sender mit.",
        ] {
            assert!(!is_boilerplate(block), "{block}");
        }
    }

    fn cut_up(text: &str) -> Vec<(Option<BlockKind>, &str)> {
        cuts(text, TextSpan::new(0, text.len()))
            .into_iter()
            .map(|cut| (cut.kind, &text[cut.span.range()]))
            .collect()
    }

    #[test]
    fn buttons_of_a_gallery_are_cut_from_the_words_under_its_pictures() {
        use BlockKind::{Boilerplate, Caption};
        let text = "Die Parade 1 von 13 Zurück Weiter 1 von 13 Zurück Weiter Ein Bild. Mehr";
        let expected = [
            (Some(Caption), "Die Parade"),
            (
                Some(Boilerplate),
                "1 von 13 Zurück Weiter 1 von 13 Zurück Weiter",
            ),
            (Some(Caption), "Ein Bild."),
            (Some(Boilerplate), "Mehr"),
        ];
        assert_eq!(cut_up(text), expected);
        assert_eq!(
            cut_up("Zwei von drei gingen, 2 von 3 blieben."),
            [(None, "Zwei von drei gingen, 2 von 3 blieben.")]
        );
    }

    #[test]
    fn a_request_behind_the_last_sentence_is_cut_off() {
        use BlockKind::Boilerplate;
        let text = "Das hängt von Peking ab.Fehler gefunden?Jetzt melden.";
        let expected = [
            (None, "Das hängt von Peking ab."),
            (Some(Boilerplate), "Fehler gefunden?Jetzt melden."),
        ];
        assert_eq!(cut_up(text), expected);
    }
}
