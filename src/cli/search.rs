//! `beleg search`: one query, or a file of them.

use super::arguments::{SearchArguments, SearchFormat};
use super::settings::{self, Settings, Stream};
use super::{Outcome, batch, stream};
use crate::archive::{self, Archive};
use crate::query::{self, Query};
use crate::render::{self, Printer};

/// Answers what was asked.
pub fn run(settings: &Settings, typed: SearchArguments) -> anyhow::Result<Outcome> {
    if let Some(file) = &typed.batch {
        return batch::run(settings, &typed, file);
    }
    if typed.format == SearchFormat::Trec {
        anyhow::bail!(
            "trec lines need the id of a query: give a file of queries with --batch FILE"
        );
    }
    let text = typed.query_text();
    let query = match understand(&text, typed.plain) {
        Ok(query) => query,
        Err(error) => {
            stream::draw(&render::caret(&text, &error, settings.style(Stream::Error)));
            return Ok(Outcome::Refused);
        }
    };
    answer(settings, &typed, &query)
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
    let aliases = archive::read_aliases(&settings::alias_files(&typed.aliases))?;
    let own_names = archive::read_own_names(&settings.people_file(&typed.own))?;
    let archive = super::open(settings, settings::freshness(&typed.freshness))?;
    Ok(archive.with_aliases(aliases).with_own_names(own_names))
}

fn answer(settings: &Settings, typed: &SearchArguments, query: &Query) -> anyhow::Result<Outcome> {
    let archive = open(settings, typed)?;
    let mut printer = Printer::new(stream::output(), settings.search_format(typed.format));
    printer.begin(&query.text, None)?;
    let summary = archive.search(query, &settings::search_options(typed), &mut |hit| {
        printer.hit(&hit)
    })?;
    printer.summary(&summary)?;
    printer.flush()?;
    Ok(if summary.articles_found > 0 {
        Outcome::Found
    } else {
        Outcome::Nothing
    })
}
