//! `beleg mentions`: every place that names a person.

use std::io::Write;

use super::arguments::{MentionsArguments, MentionsSort};
use super::settings::{self, Settings};
use super::{Outcome, overview, stream};
use crate::archive::{self, Extent, MentionDates, MentionOptions, MentionOrder, Reach};
use crate::evidence::MentionSummary;
use crate::render::{Printer, Telling};

/// Lists or counts the mentions of a person.
pub fn run(settings: &Settings, typed: MentionsArguments) -> anyhow::Result<Outcome> {
    let own_names = archive::read_own_names(&settings.people_file(&typed.own))?;
    let name = typed.name.join(" ");
    let format = settings.mentions_format(typed.format);
    let format = match typed.timeline {
        Some(_) => Settings::overview(format)?,
        None => Settings::concordance(&typed.concordance, format)?,
    };
    let archive = super::open(settings, settings::freshness(&typed.freshness))?;
    let archive = archive.with_own_names(own_names);
    let mut printer = settings.printer(format);
    let telling = match (typed.count, typed.explain) {
        (true, _) => Telling::Counts,
        (false, true) => Telling::Reasons,
        (false, false) => Telling::Places,
    };
    printer.begin(&name, None)?;
    if let Some(scale) = typed.timeline {
        let mut dates = MentionDates::default();
        let all = MentionOptions {
            extent: Extent::Articles(None),
            ..options(&typed)
        };
        let summary = archive.mentions(&name, &all, &mut |mention| {
            dates.note(&mention);
            Ok(())
        })?;
        if summary.mentions_found > 0 {
            let timeline = archive.mention_timeline(&summary.person, &dates, scale.into())?;
            printer.timeline(&timeline, overview::signs())?;
        }
        return finish(printer, &summary, Telling::Counts);
    }
    let summary = archive.mentions(&name, &options(&typed), &mut |mention| {
        printer.mention(&mention, telling)
    })?;
    finish(printer, &summary, telling)
}

fn finish<W: Write>(
    mut printer: Printer<W>,
    summary: &MentionSummary,
    telling: Telling,
) -> anyhow::Result<Outcome> {
    printer.mention_summary(summary, telling)?;
    printer.flush()?;
    stream::draw(printer.remarks());
    Ok(Outcome::of(summary.mentions_found))
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
        since: typed.since.clone(),
        order: match typed.sort {
            MentionsSort::Date => MentionOrder::Latest,
            MentionsSort::Oldest => MentionOrder::Oldest,
            MentionsSort::Source => MentionOrder::Source,
        },
        extent: match (typed.first, typed.count) {
            (true, _) => Extent::First,
            (false, true) => Extent::Articles(Some(0)),
            (false, false) => Extent::Articles(typed.limit),
        },
    }
}
