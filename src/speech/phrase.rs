//! Noun phrases, found by articles, capitals and endings.

use super::class::{Class, Classes};
use super::words::Word;
use crate::german::lexicon;

/// A run of words: the first, and one past the last.
pub(super) type Run = (usize, usize);

/// Whether a capitalised word is a noun or a name, and not an adverb at the beginning of a sentence.
pub(super) fn is_nominal(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    if !word.is_capital() {
        return false;
    }
    let begins = at == 0 || words[at].gap.contains([':', '.']);
    if !begins {
        return true;
    }
    if word.is(Class::Adverb) || word.is(Class::Determiner) || word.is(Class::Preposition) {
        return false;
    }
    let shown = |entry: lexicon::Entry| entry.is_noun() || entry.is_name() || !entry.is_lower();
    lexicon::lookup(&word.key).is_none_or(shown)
}

/// The noun phrase that begins at word `at` and ends before `limit`.
pub(super) fn noun_phrase(words: &[Word<'_>], at: usize, limit: usize) -> Option<Run> {
    let limit = limit.min(words.len());
    let mut start = at;
    while start < limit
        && words[start].is(Class::Leading)
        && (start == at || !words[start].is_parted())
    {
        start += 1;
    }
    let vague = |at: usize| words[at].is_one_of(&["etwa", "rund", "fast"]);
    if start + 1 < limit && vague(start) && words[start + 1].is(Class::Determiner) {
        start += 1;
    }
    if start >= limit || words[start].is(Class::Oblique) {
        return None;
    }
    let (start, end) = core(words, start, limit)?;
    if end == start + 1 && words[start].is(Class::Pronoun) {
        return Some((start, end));
    }
    Some((start, extended(words, end, limit)))
}

/// Articles, adjectives and the nouns and names behind them.
fn core(words: &[Word<'_>], start: usize, limit: usize) -> Option<Run> {
    let mut at = start;
    if start >= limit {
        return None;
    }
    if words[start].is(Class::Determiner)
        && words
            .get(start + 1)
            .is_some_and(|word| word.is(Class::Preposition))
        && start + 2 < limit
    {
        at = attribute_end(words, start + 1, limit)?;
    }
    while at < limit && !(words[at].is_capital() && (at > start || is_nominal(words, at))) {
        let begins = at == start;
        let fits =
            words[at].is(Class::Determiner) || words[at].is_number() || is_adjective(&words[at]);
        if !fits || (!begins && words[at].is_parted() && !words[at].follows_comma()) {
            break;
        }
        at += 1;
    }
    if at < limit
        && words[at].is_capital()
        && if at == start {
            is_nominal(words, at)
        } else {
            !words[at].is_parted() || words[at].is_quoted || opens_name(&words[at])
        }
    {
        return Some((start, names_end(words, at + 1, limit)));
    }
    if at == start + 1 && at < limit && words[start].is(Class::Article) && is_small_name(&words[at])
    {
        return Some((start, at + 1));
    }
    (words[start].is(Class::Pronoun)).then_some((start, start + 1))
}

/// One past the phrase inside `die zur Universität gehörende Stiftung`; `None` where no adjective follows.
fn attribute_end(words: &[Word<'_>], at: usize, limit: usize) -> Option<usize> {
    let end = skip_phrase(words, at + 1);
    let adjective = words.get(end).filter(|_| end < limit)?;
    (!adjective.is_capital() && is_adjective(adjective)).then_some(end)
}

/// One past the phrase behind a preposition or an oblique article.
pub(super) fn skip_phrase(words: &[Word<'_>], mut at: usize) -> usize {
    let start = at;
    while at < words.len() && !words[at].is_capital() && (at == start || !words[at].follows_comma())
    {
        at += 1;
        if words[at - 1].is_number() {
            break;
        }
    }
    while at < words.len()
        && (words[at].is_capital() || words[at].is_number())
        && !words[at].follows_comma()
    {
        at += 1;
    }
    // Genitives belong to the phrase: `in der Hauptstadt des Landes`.
    while at + 1 < words.len() && words[at].is_one_of(&["des", "eines"]) && at > start {
        at = skip_phrase(words, at + 1);
    }
    at
}

/// One past the genitives and prepositional attributes that follow a noun.
pub(super) fn genitive_end(words: &[Word<'_>], at: usize, limit: usize) -> usize {
    extended(words, at, limit)
}

/// Whether a word without a capital is a name, such as `dpa`: no dictionary has it.
pub(super) fn is_small_name(word: &Word<'_>) -> bool {
    let is_listed = lexicon::lookup(&word.key).is_some_and(|entry| entry.is_listed());
    !is_listed && !word.is_parted() && word.classes == Classes::default()
}

/// Whether a quotation mark stands before the word.
pub(super) fn opens_name(word: &Word<'_>) -> bool {
    let gap = word.gap.trim();
    matches!(gap, "„" | "\"" | "“" | "»" | "«" | "‚" | "'" | "''")
}

fn is_adjective(word: &Word<'_>) -> bool {
    let ends = ["e", "en", "er", "es", "em"]
        .iter()
        .any(|end| word.key.ends_with(end));
    let hyphen = word.surface.contains('-');
    (ends && word.key.len() > 3 && !word.is(Class::Preposition) && !word.is(Class::Oblique))
        || hyphen
}

/// One past the last of the capitalised words from `at` on, with the particles of names.
fn names_end(words: &[Word<'_>], mut at: usize, limit: usize) -> usize {
    loop {
        let closes_name = at < limit
            && words[at].gap.trim().chars().all(|c| {
                matches!(
                    c,
                    '“' | '”' | '"' | '«' | '»' | '„' | '‘' | '/' | '&' | '.' | '\''
                )
            });
        if at < limit && words[at].is_capital() && closes_name {
            at += 1;
            continue;
        }
        let particles = words[at.min(limit)..limit]
            .iter()
            .take_while(|word| word.is(Class::Particle) && !word.is_parted())
            .count();
        let behind = at + particles;
        let is_name = particles > 0
            && behind < limit
            && words[behind].is_capital()
            && !words[behind].is_parted()
            && !words[at].is_one_of(&["der", "den"]);
        if !is_name {
            return at;
        }
        at = behind + 1;
    }
}

/// One past the genitives, prepositional attributes, brackets and further members behind a phrase.
fn extended(words: &[Word<'_>], mut end: usize, limit: usize) -> usize {
    while end < limit {
        let next = &words[end];
        let gap = next.gap.trim();
        let further = if gap == "(" {
            bracket_end(words, end, limit)
        } else if next.is_parted() && !gap.starts_with(')') {
            None
        } else if next.is_one_of(&["des", "der", "eines", "einer", "seiner", "ihrer", "dieser"]) {
            core(words, end + 1, limit).map(|(_, end)| end)
        } else if next.is(Class::Attaching) && end + 1 < limit && !words[end + 1].is(Class::Time) {
            let inner = if next.key == "vom" || next.key == "beim" {
                end + 1
            } else {
                article_end(words, end + 1, limit)
            };
            core(words, inner, limit).map(|(_, end)| end)
        } else if next.is_one_of(&["und", "sowie", "oder"])
            && end + 1 < limit
            && !words[end + 1].is(Class::Oblique)
        {
            core(words, end + 1, limit).map(|(_, end)| end)
        } else {
            None
        };
        match further {
            Some(further) if further > end => end = further,
            _ => break,
        }
    }
    end
}

fn article_end(words: &[Word<'_>], at: usize, limit: usize) -> usize {
    if at < limit && words[at].is(Class::Oblique) {
        at + 1
    } else {
        at
    }
}

fn bracket_end(words: &[Word<'_>], at: usize, limit: usize) -> Option<usize> {
    let close = (at + 1..limit.min(at + 8)).find(|place| words[*place].gap.contains(')'));
    close.filter(|close| (at..*close).all(|place| place == at || !words[place].gap.contains('(')))
}
