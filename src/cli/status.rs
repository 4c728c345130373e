//! `beleg status`: what is in the index.

use super::arguments::StatusArguments;
use super::settings::Settings;
use super::{Outcome, stream};
use crate::archive;
use crate::render::Printer;

/// Describes the index as it is, without looking for changes.
pub fn run(settings: &Settings, typed: StatusArguments) -> anyhow::Result<Outcome> {
    let archive = archive::open_as_it_is(&settings.places)?;
    let mut printer = Printer::new(stream::output(), settings.plain_format(typed.format));
    match typed.duplicates {
        true => printer.duplicates(&archive.duplicates()?)?,
        false => printer.status(&archive.status()?)?,
    }
    printer.flush()?;
    Ok(Outcome::Found)
}
