//! `beleg search --count`, `--facets` and `--timeline`: all that was found, told instead of shown.

use super::arguments::{SearchArguments, SearchFormat};
use super::settings::Settings;
use super::{Outcome, search};
use crate::archive::{OverviewOptions, Scale};
use crate::evidence::FacetKind;
use crate::query::Query;
use crate::render::Signs;

/// Values of a facet shown to a person who named no number.
const VALUES_IN_TEXT: usize = 10;

/// Tells how what answers the query spreads.
pub fn run(settings: &Settings, typed: &SearchArguments, query: &Query) -> anyhow::Result<Outcome> {
    let format = Settings::overview(settings.search_format(typed.format))?;
    let archive = search::open(settings, typed)?;
    let mut facets: Vec<(FacetKind, Option<usize>)> = Vec::new();
    for facet in &typed.overview.facets {
        let kind = FacetKind::from(*facet);
        if facets.iter().all(|(known, _)| *known != kind) {
            facets.push((kind, typed.limit.or(usual(kind, typed.format))));
        }
    }
    let options = OverviewOptions {
        facets,
        timeline: typed.overview.timeline.map(Scale::from),
    };
    let found = archive.overview(query, &options)?;
    let mut printer = settings.printer(format);
    printer.begin(&query.text, None)?;
    if found.summary.articles_found > 0 {
        for facet in &found.facets {
            printer.facet(facet, signs())?;
        }
        if let Some(timeline) = &found.timeline {
            printer.timeline(timeline, signs())?;
        }
    }
    printer.counts(&found.summary)?;
    printer.flush()?;
    Ok(Outcome::of(found.summary.articles_found))
}

/// How many values are shown to who named no number: enough for a person, all for a program. Time has no
/// gaps.
fn usual(kind: FacetKind, format: SearchFormat) -> Option<usize> {
    match (kind, format) {
        (_, SearchFormat::Json) | (FacetKind::Year | FacetKind::Month, _) => None,
        _ => Some(VALUES_IN_TEXT),
    }
}

/// What the user's locale can show.
pub fn signs() -> Signs {
    signs_of(|name| std::env::var(name).ok())
}

/// The first of these variables that is set decides, as POSIX has it. Where none is, terminals of today
/// show Unicode.
fn signs_of(variable: impl Fn(&str) -> Option<String>) -> Signs {
    let set = |name: &&str| variable(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(set);
    match locale.map(|locale| locale.to_lowercase().replace('-', "")) {
        Some(locale) if !locale.contains("utf8") => Signs::Ascii,
        _ => Signs::Blocks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_cannot_see_unicode_gets_ascii() {
        let with = |pairs: &'static [(&str, &str)]| {
            signs_of(|name| {
                let pair = pairs.iter().find(|(known, _)| *known == name);
                pair.map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(with(&[]), Signs::Blocks);
        assert_eq!(with(&[("LANG", "de_DE.UTF-8")]), Signs::Blocks);
        assert_eq!(with(&[("LANG", "de_DE@euro")]), Signs::Ascii);
        assert_eq!(
            with(&[("LC_ALL", "C"), ("LANG", "de_DE.utf8")]),
            Signs::Ascii
        );
        assert_eq!(
            with(&[("LC_ALL", ""), ("LC_CTYPE", "C.UTF-8")]),
            Signs::Blocks
        );
    }
}
