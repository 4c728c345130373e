//! `beleg terms`: which words are special in the articles found.

use super::arguments::TermsArguments;
use super::settings::Settings;
use super::{Outcome, search};

/// Tells the words that stand out in what answers the query.
pub fn run(settings: &Settings, typed: TermsArguments) -> anyhow::Result<Outcome> {
    let words: Vec<&str> = typed.query.iter().map(|word| word.trim()).collect();
    let Some(query) = search::understood(settings, &words.join(" "), typed.plain) else {
        return Ok(Outcome::Refused);
    };
    let archive = search::open_with(settings, &typed.aliases, &typed.own, &typed.freshness)?;
    let (words, summary) = archive.special_words(&query, typed.limit)?;
    let mut printer = settings.printer(settings.plain_format(typed.format));
    printer.begin(&query.text, None)?;
    printer.special_words(&words)?;
    printer.counts(&summary)?;
    printer.flush()?;
    Ok(Outcome::of(words.len() as u64))
}
