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

/// Numbers the clauses of a sentence.
pub(super) fn number(text: &str, words: &mut [Word]) {
    let mut clause = 0;
    for at in 1..words.len() {
        let between = &text[words[at - 1].span.end()..words[at].span.start()];
        if between.contains([';', '–', '—', '(', ')'])
            || (between.contains(':') && at >= BEFORE_COLON)
            || (between.contains(',') && opens(text, words, at))
        {
            clause += 1;
        }
        words[at].clause = clause;
    }
}

fn opens(text: &str, words: &[Word], at: usize) -> bool {
    OPENERS.contains(&&*words[at].exact) || length_from(text, words, at) >= CLAUSE
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
