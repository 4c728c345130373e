//! `beleg show`: a citation in its article.

use super::arguments::ShowArguments;
use super::settings::Settings;
use super::{Outcome, stream};
use crate::archive;
use crate::render::{Extent, Printer};

/// So many blocks on either side of a cited one tell what it is about, and fit a screen.
const BLOCKS_AROUND: usize = 3;

/// Shows the article that a citation names, with the cited block.
pub fn run(settings: &Settings, typed: ShowArguments) -> anyhow::Result<Outcome> {
    let archive = archive::open_as_it_is(&settings.places)?;
    let shown = archive.show(&typed.citation)?;
    let mut printer = Printer::new(stream::output(), settings.plain_format(typed.format));
    let extent = if typed.whole {
        Extent::Whole
    } else {
        Extent::Around(BLOCKS_AROUND)
    };
    printer.shown(&shown, extent)?;
    printer.flush()?;
    Ok(Outcome::Found)
}
