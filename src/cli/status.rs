//! `beleg status`: what is in the index.

use super::Outcome;
use super::arguments::StatusArguments;
use super::settings::Settings;
use crate::archive;

/// Describes the index as it is, without looking for changes.
pub fn run(settings: &Settings, typed: StatusArguments) -> anyhow::Result<Outcome> {
    let archive = archive::open_as_it_is(&settings.places)?;
    let mut printer = settings.printer(settings.plain_format(typed.format));
    if typed.undated {
        printer.unsure_dates(&archive.list_unsure_dates()?)?;
    }
    if typed.skipped {
        printer.skipped(archive.list_skipped()?)?;
    }
    if typed.duplicates {
        printer.duplicates(&archive.duplicates()?)?;
    }
    if !(typed.undated || typed.skipped || typed.duplicates) {
        printer.status(&archive.status()?)?;
    }
    printer.flush()?;
    Ok(Outcome::Found)
}
