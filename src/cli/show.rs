//! `beleg show`: a citation in its article.

use super::Outcome;
use super::arguments::ShowArguments;
use super::settings::Settings;
use crate::archive;
use crate::render::Extent;

/// So many blocks on either side of a cited one tell what it is about, and fit a screen.
const BLOCKS_AROUND: usize = 3;

/// Shows the article that a citation names, with the cited block.
pub fn run(settings: &Settings, typed: ShowArguments) -> anyhow::Result<Outcome> {
    let archive = archive::open_as_it_is(&settings.places)?;
    let shown = archive.show(&typed.citation)?;
    let mut printer = settings.printer(settings.show_format(typed.format));
    let extent = if typed.whole {
        Extent::Whole
    } else {
        Extent::Around(BLOCKS_AROUND)
    };
    printer.shown(&shown, extent)?;
    printer.flush()?;
    Ok(Outcome::Found)
}
