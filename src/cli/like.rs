//! `beleg like`: articles like one.

use super::Outcome;
use super::arguments::LikeArguments;
use super::settings::{self, Settings};
use crate::archive::{AlikePart, Copies, SearchOptions, Sort};

/// Lists the articles that have most in common with the one cited.
pub fn run(settings: &Settings, typed: LikeArguments) -> anyhow::Result<Outcome> {
    let archive = super::open(settings, settings::freshness(&typed.freshness))?;
    let options = SearchOptions {
        limit: Some(typed.limit),
        passages: Some(typed.passages),
        sort: Sort::Relevance,
        why: false,
        copies: match typed.all {
            true => Copies::Shown,
            false => Copies::Folded,
        },
        keywords: false,
    };
    let mut printer = settings.printer(settings.plain_format(typed.format));
    let mut shown = 0;
    printer.begin(&typed.citation, None)?;
    let summary = archive.like(&typed.citation, &options, &mut |part| match part {
        AlikePart::Article(alike) => {
            shown += 1;
            printer.alike(&alike)
        }
        AlikePart::Hit(hit) => printer.hit(&hit),
    })?;
    printer.alike_summary(&summary, shown)?;
    printer.flush()?;
    Ok(Outcome::of(summary.articles_found))
}
