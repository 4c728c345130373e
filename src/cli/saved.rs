//! `beleg save`, `run`, `saved` and `forget`: searches that are kept.

use super::arguments::{ForgetArguments, PlainFormat, RunArguments, SaveArguments, SavedArguments};
use super::settings::{self, Settings};
use super::{Outcome, search, stream};
use crate::archive::{Copies, SearchOptions};

/// Keeps a search under a name.
pub fn save(settings: &Settings, typed: &SaveArguments) -> anyhow::Result<Outcome> {
    let words: Vec<&str> = typed.query.iter().map(|word| word.trim()).collect();
    let Some(query) = search::understood(settings, &words.join(" "), typed.plain) else {
        return Ok(Outcome::Refused);
    };
    let places = &settings.places;
    places.save_search(&typed.name, &query.text, typed.plain)?;
    let file = places.searches_file();
    stream::remark(&format!(
        "{}: saved; beleg run {}",
        file.display(),
        typed.name
    ));
    Ok(Outcome::Found)
}

/// Lists the saved searches.
pub fn list(settings: &Settings, typed: &SavedArguments) -> anyhow::Result<Outcome> {
    let searches = settings.places.saved_searches()?;
    let mut printer = settings.printer(settings.plain_format(typed.format));
    printer.saved(&searches)?;
    printer.flush()?;
    Ok(Outcome::of(searches.len() as u64))
}

/// Forgets a saved search.
pub fn forget(settings: &Settings, typed: &ForgetArguments) -> anyhow::Result<Outcome> {
    settings.places.forget_search(&typed.name)?;
    let file = settings.places.searches_file();
    stream::remark(&format!("{}: {} is forgotten", file.display(), typed.name));
    Ok(Outcome::Found)
}

/// Answers a saved search, and remembers what was shown.
pub fn run(settings: &Settings, typed: &RunArguments) -> anyhow::Result<Outcome> {
    let places = &settings.places;
    let saved = places.saved_search(&typed.name)?;
    let Some(query) = search::understood(settings, &saved.query, saved.plain) else {
        return Ok(Outcome::Refused);
    };
    let mut seen = places.seen(&saved.name)?;
    let archive = search::open_with(settings, &typed.aliases, &typed.own, &typed.freshness)?;
    let mut printer = settings.printer(settings.plain_format(typed.format));
    printer.begin(&query.text, None)?;
    let options = options(settings, typed);
    let summary = if typed.new {
        archive.search_unseen(&query, &options, &mut seen, &mut |hit| printer.hit(&hit))?
    } else {
        let summary = archive.search(&query, &options, &mut |hit| printer.hit(&hit))?;
        archive.note_all_seen(&query, &mut seen)?;
        summary
    };
    printer.summary(&summary)?;
    printer.flush()?;
    // Only what has surely reached its reader counts as shown.
    places.remember_seen(&saved.name, &seen)?;
    Ok(Outcome::of(summary.articles_found))
}

fn options(settings: &Settings, typed: &RunArguments) -> SearchOptions {
    let usual = &settings.held;
    let (articles, hits) = match typed.format {
        PlainFormat::Text if typed.new => (None, Some(usual.passages.value)),
        PlainFormat::Text => (Some(usual.limit.value), Some(usual.passages.value)),
        PlainFormat::Json => (None, None),
    };
    SearchOptions {
        limit: typed.limit.or(articles),
        passages: typed.passages.or(hits),
        sort: settings::sort(typed.sort),
        why: false,
        // What is new shall be seen, even where it is nearly the text of an article shown before.
        copies: match typed.new {
            true => Copies::Shown,
            false => Copies::Folded,
        },
        keywords: false,
    }
}
