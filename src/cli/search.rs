//! `beleg search`: one query, or a file of them.

use std::path::PathBuf;

use super::arguments::{FreshnessArguments, PeopleFileArguments, SearchArguments, SearchFormat};
use super::settings::{self, Settings, Stream};
use super::{Outcome, batch, overview, stream};
use crate::archive::{self, Archive};
use crate::query::{self, Query};
use crate::render;

/// Answers what was asked.
pub fn run(settings: &Settings, typed: SearchArguments) -> anyhow::Result<Outcome> {
    if let Some(file) = &typed.batch {
        anyhow::ensure!(
            !matches!(typed.format, SearchFormat::Bibtex | SearchFormat::CslJson),
            "a bibliography is that of one query: leave out --batch, or choose text, json, csv, \
             markdown or trec"
        );
        return batch::run(settings, &typed, file);
    }
    if typed.format == SearchFormat::Trec {
        anyhow::bail!(
            "trec lines need the id of a query: give a file of queries with --batch FILE"
        );
    }
    let Some(query) = understood(settings, &typed.query_text(), typed.plain) else {
        return Ok(Outcome::Refused);
    };
    let query = match &typed.since {
        Some(since) => query.since(since),
        None => query,
    };
    if let Some(citation) = &typed.overview.why_not {
        return why_not(settings, &typed, &query, citation);
    }
    if typed.overview.is_asked_for() {
        return overview::run(settings, &typed, &query);
    }
    answer(settings, &typed, &query)
}

/// The query, if it is understood; else the user is told where it is not.
pub fn understood(settings: &Settings, text: &str, plain: bool) -> Option<Query> {
    match understand(text, plain) {
        Ok(query) => Some(query),
        Err(error) => {
            stream::draw(&render::caret(text, &error, settings.style(Stream::Error)));
            None
        }
    }
}

fn understand(text: &str, plain: bool) -> Result<Query, query::QueryError> {
    if plain {
        Ok(query::plain(text))
    } else {
        query::parse(text)
    }
}

/// Opens the archive as the search asks for it. Faulty files of names are told of before anything is
/// read.
pub fn open(settings: &Settings, typed: &SearchArguments) -> anyhow::Result<Archive> {
    open_with(settings, &typed.aliases, &typed.own, &typed.freshness)
}

/// As [`open`], for commands that have a query but are no search.
pub fn open_with(
    settings: &Settings,
    aliases: &[PathBuf],
    own: &PeopleFileArguments,
    freshness: &FreshnessArguments,
) -> anyhow::Result<Archive> {
    let aliases = archive::read_aliases(&settings.alias_files(aliases))?;
    let own_names = archive::read_own_names(&settings.people_file(own))?;
    let archive = super::open(settings, settings::freshness(freshness))?;
    Ok(archive.with_aliases(aliases).with_own_names(own_names))
}

fn why_not(
    settings: &Settings,
    typed: &SearchArguments,
    query: &Query,
    citation: &str,
) -> anyhow::Result<Outcome> {
    let format = Settings::overview(settings.search_format(typed.format))?;
    let archive = open(settings, typed)?;
    let found = archive.why_not(query, citation, settings.search_options(typed).copies)?;
    let mut printer = settings.printer(format);
    printer.begin(&query.text, None)?;
    printer.why_not(&found)?;
    printer.flush()?;
    Ok(Outcome::Found)
}

fn answer(settings: &Settings, typed: &SearchArguments, query: &Query) -> anyhow::Result<Outcome> {
    let format = settings.search_format(typed.format);
    let format = Settings::concordance(&typed.concordance, format)?;
    let archive = open(settings, typed)?;
    let mut printer = settings.printer(format);
    printer.begin(&query.text, None)?;
    let summary = archive.search(query, &settings.search_options(typed), &mut |hit| {
        printer.hit(&hit)
    })?;
    printer.summary(&summary)?;
    printer.flush()?;
    stream::draw(printer.remarks());
    Ok(Outcome::of(summary.articles_found))
}
