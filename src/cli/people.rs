//! `beleg people`: who is named in a collection, and which names are one person.

use std::io::Write;

use super::arguments::{PeopleArguments, PeopleFormat};
use super::settings::{self, Settings};
use super::{Outcome, overview, stream};
use crate::archive::{self, OwnRule};
use crate::evidence::PeopleSummary;
use crate::render::{Forms, Printer};

/// People shown to a person who named no number: what fits a few screens.
const PEOPLE_IN_TEXT: usize = 50;

/// Lists people, or writes down who is one person and who is not.
pub fn run(settings: &Settings, typed: PeopleArguments) -> anyhow::Result<Outcome> {
    let (rule, names) = match (typed.merge.is_empty(), typed.split.is_empty()) {
        (false, _) => (Some(OwnRule::Merge(typed.merge.clone())), &typed.merge),
        (true, false) => (Some(OwnRule::Split(typed.split.clone())), &typed.split),
        (true, true) => (None, &typed.name),
    };
    let file = settings.people_file(&typed.own);
    if let Some(rule) = rule {
        let line = archive::add_own_rule(&file, &rule)?;
        stream::remark(&format!("{}: {line}", file.display()));
        return list(settings, &typed, names.iter().map(String::as_str).collect());
    }
    let name = names.join(" ");
    let asked = if names.is_empty() {
        Vec::new()
    } else {
        vec![name.as_str()]
    };
    list(settings, &typed, asked)
}

/// Lists the people whom the names may mean, everyone where there are none.
fn list(settings: &Settings, typed: &PeopleArguments, names: Vec<&str>) -> anyhow::Result<Outcome> {
    let format = settings.people_format(typed.format);
    let format = match typed.timeline {
        Some(_) => Settings::overview(format)?,
        None => format,
    };
    let own_names = archive::read_own_names(&settings.people_file(&typed.own))?;
    let archive = super::open(settings, settings::freshness(&typed.freshness))?;
    let archive = archive.with_own_names(own_names);
    let mut printer = settings.printer(format);
    let forms = match names.is_empty() {
        true => Forms::Frequent,
        false => Forms::All,
    };
    let limit = typed.limit.or(match typed.format {
        PeopleFormat::Text => Some(PEOPLE_IN_TEXT),
        PeopleFormat::Json | PeopleFormat::Csv => None,
    });
    let name = names.join(", ");
    let mut shown = 0;
    printer.begin(&name, None)?;
    if let Some(scale) = typed.timeline {
        let (timelines, summary) = archive.people_timelines(&names, limit, scale.into())?;
        match timelines.as_slice() {
            [alone] => printer.timeline(alone, overview::signs())?,
            people => printer.timelines(people, overview::signs())?,
        }
        return finish(printer, &summary, (&name, timelines.len() as u64));
    }
    let summary = archive.people(&names, limit, &mut |person| {
        shown += 1;
        printer.person(&person, forms)
    })?;
    finish(printer, &summary, (&name, shown))
}

fn finish<W: Write>(
    mut printer: Printer<W>,
    summary: &PeopleSummary,
    shown: (&str, u64),
) -> anyhow::Result<Outcome> {
    printer.people_summary(summary, shown)?;
    printer.flush()?;
    stream::draw(printer.remarks());
    Ok(Outcome::of(summary.people_found))
}
