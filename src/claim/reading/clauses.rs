//! Where clauses begin, and which words deny.

use crate::claim::word::Word;

/// Words that open a clause behind a comma.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "der", "die", "das", "den", "dem", "denen", "dessen", "deren", "dass", "weil", "als", "wenn", "waehrend", "wobei", "nachdem", "ob", "um",
    "wo", "was", "wie", "so", "aber", "sondern", "doch", "womit", "wodurch", "obwohl", "da", "damit", "bevor", "ehe", "seit", "sodass", "indem",
    "welche", "welcher", "welches", "darunter", "wonach", "wer", "warum", "denn", "jedoch", "falls", "sobald", "an", "in", "mit", "fuer", "ohne",
];

/// Fewer words before a colon are a label of what follows: `13. März: …`.
const BEFORE_COLON: usize = 4;

/// So many words between two commas are a clause and not the member of a list.
const CLAUSE: usize = 5;

/// Numbers the clauses of a sentence. What stands in brackets or hangs on another clause ends, and that one
/// goes on: `Bemba, der in Portugal lebt, wurde in Brüssel verhaftet` are two clauses, not three.
pub(super) fn number(text: &str, words: &mut [Word]) {
    let mut last = 0;
    let mut current = 0;
    let mut open: Vec<(u16, Opened)> = Vec::new();
    for at in 1..words.len() {
        let between = &text[words[at - 1].span.end()..words[at].span.start()];
        if between.contains(')') {
            current = closed(&mut open, Opened::Bracket).unwrap_or(current);
        }
        let subordinate = between.contains(',') && OPENERS.contains(&&*words[at].exact);
        let goes_on =
            between.contains(',') && (denies_on(words, at) || is_infinitive(text, words, at));
        let breaks = between.contains([';', '—'])
            || (between.contains(',') && goes_on_with_verb(words, at))
            || between.contains(" – ")
            || (between.contains(':') && at >= BEFORE_COLON);
        if between.contains('(') {
            open.push((current, Opened::Bracket));
            last += 1;
            current = last;
        } else if subordinate {
            open.push((current, Opened::Comma));
            last += 1;
            current = last;
        } else if breaks
            || (between.contains(',')
                && !goes_on
                && (length_from(text, words, at) >= CLAUSE || ends_clause(&open, &words[at - 1])))
        {
            let resumed = closed(&mut open, Opened::Comma).filter(|_| !breaks);
            current = resumed.unwrap_or_else(|| {
                last += 1;
                last
            });
        }
        words[at].clause = current;
        let parts = between.contains([',', ';', ':', '(', ')', '–', '—'])
            || JOINING.contains(&&*words[at].exact);
        words[at].member = words[at - 1].member + u16::from(parts);
    }
}

/// Words behind which another member of a list begins.
const JOINING: [&str; 5] = ["und", "sowie", "oder", "beziehungsweise", "sondern"];

/// Words that stand behind the verb of a main clause as who does it.
const SUBJECTS: [&str; 6] = ["er", "sie", "es", "der", "die", "das"];

/// Whether the main clause behind a subordinate one begins: `Während X schwieg, räumte Y ein`.
fn goes_on_with_verb(words: &[Word], at: usize) -> bool {
    let verb = &words[at];
    let next = words.get(at + 1);
    let finite = verb.exact.ends_with('t') || verb.exact.ends_with("te");
    let inverted = next.is_some_and(|next| next.capital || SUBJECTS.contains(&&*next.exact));
    let opened = words
        .first()
        .is_some_and(|first| OPENERS.contains(&&*first.exact));
    !verb.capital && verb.is_content() && finite && inverted && opened
}

/// Whether a clause that hangs on another one ends with its verb: `Serbien, das als Nachfolger gilt, nicht`.
fn ends_clause(open: &[(u16, Opened)], last: &Word) -> bool {
    let hangs = open
        .last()
        .is_some_and(|(_, opened)| *opened == Opened::Comma);
    hangs && !last.capital && last.number.is_none()
}

/// By what a clause was opened that stands inside another one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opened {
    Bracket,
    Comma,
}

/// The clause that goes on where one that was opened so ends; those inside it end with it.
fn closed(open: &mut Vec<(u16, Opened)>, by: Opened) -> Option<u16> {
    let place = match by {
        Opened::Bracket => open.iter().rposition(|(_, opened)| *opened == by)?,
        Opened::Comma => {
            let bracket = open.iter().rposition(|(_, opened)| *opened != by);
            let inside = bracket.map_or(0, |place| place + 1);
            (inside < open.len()).then_some(inside)?
        }
    };
    let (outer, _) = open[place];
    open.truncate(place);
    Some(outer)
}

/// Whether what hangs on another clause goes on behind a comma: `…, dass er kommen müsse, und nicht warten dürfe`.
fn denies_on(words: &[Word], at: usize) -> bool {
    let exact = |at: usize| words.get(at).map_or("", |word| &*word.exact);
    exact(at) == "und" && exact(at + 1) == "nicht"
}

/// Whether the words before the next comma are an infinitive, which tells of whom the words before it do: `Ihr gelang es,
/// Spenden zu sammeln`.
fn is_infinitive(text: &str, words: &[Word], at: usize) -> bool {
    let end = at + length_from(text, words, at);
    let opens = OPENERS.contains(&&*words[at].exact);
    !opens && end >= at + 2 && &*words[end - 2].exact == "zu" && words[end - 1].exact.ends_with('n')
}

/// How many words stand before the next comma.
fn length_from(text: &str, words: &[Word], at: usize) -> usize {
    let apart = (at + 1..words.len()).find(|next| {
        let between = &text[words[next - 1].span.end()..words[*next].span.start()];
        between.contains([',', ';', '–', '(', ')'])
    });
    apart.unwrap_or(words.len()) - at
}

/// Whether a word denies what its clause says; `nicht nur` does not.
pub(super) fn denies(text: &str, words: &[Word], at: usize) -> bool {
    let exact = &*words[at].exact;
    let next = words.get(at + 1).map_or("", |word| &*word.exact);
    if exact.starts_with("kein") && compares(words, at) {
        return false;
    }
    let denies = match exact {
        "nicht" => !matches!(
            next,
            "nur" | "zuletzt" | "mehr" | "allein" | "einmal" | "weniger"
        ),
        "kein" | "keine" | "keinen" | "keinem" | "keiner" | "keines" => true,
        "nie" | "niemals" | "niemand" | "niemanden" | "nichts" | "weder" | "keinerlei"
        | "keineswegs" => true,
        _ => false,
    };
    denies
        || (exact == "nicht"
            && next == "mehr"
            && !text[words[at].span.end()..].starts_with(" mehr als"))
}

/// `in keinem Land … mehr … als` says which is the most, and denies nothing.
fn compares(words: &[Word], at: usize) -> bool {
    let clause: Vec<&str> = words[at..].iter().map(|word| &*word.exact).collect();
    let more = clause.iter().position(|word| {
        matches!(*word, "mehr" | "weniger" | "so") || (word.len() > 5 && word.ends_with("er"))
    });
    more.is_some_and(|more| {
        clause[more..]
            .iter()
            .any(|word| matches!(*word, "als" | "wie"))
    })
}
