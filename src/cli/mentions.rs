//! `beleg mentions`: every place that names a person.

use super::arguments::MentionsArguments;
use super::settings::{self, Settings};
use super::{Outcome, stream};
use crate::archive::{self, MentionOptions, Reach};
use crate::render::{Printer, Telling};

/// Lists or counts the mentions of a person.
pub fn run(settings: &Settings, typed: MentionsArguments) -> anyhow::Result<Outcome> {
    let own_names = archive::read_own_names(&settings.people_file(&typed.own))?;
    let name = typed.name.join(" ");
    let archive = super::open(settings, settings::freshness(&typed.freshness))?;
    let archive = archive.with_own_names(own_names);
    let mut printer = Printer::new(stream::output(), settings.plain_format(typed.format));
    let telling = match (typed.count, typed.explain) {
        (true, _) => Telling::Counts,
        (false, true) => Telling::Reasons,
        (false, false) => Telling::Places,
    };
    printer.begin(&name, None)?;
    let summary = archive.mentions(&name, &options(&typed), &mut |mention| {
        printer.mention(&mention, telling)
    })?;
    printer.mention_summary(&summary, telling)?;
    printer.flush()?;
    Ok(match summary.mentions_found {
        0 => Outcome::Nothing,
        _ => Outcome::Found,
    })
}

fn options(typed: &MentionsArguments) -> MentionOptions {
    MentionOptions {
        reach: match typed.strict {
            true => Reach::FullNames,
            false => Reach::AllForms,
        },
        derived: typed.derived,
        min_confidence: typed.min_confidence,
        with: typed.with.clone(),
        limit: match typed.count {
            true => Some(0),
            false => typed.limit,
        },
    }
}
