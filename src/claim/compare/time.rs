//! Dates of a claim against those of a source.

use super::{Affinity, Contradiction, Difference, Status, Text};
use crate::claim::parts::{Claim, ItemKind};
use crate::claim::reading::Sentence;
use crate::claim::times::{Agreement, Time};
use crate::german::DateInterval;

/// How far around a sentence its times are looked for, and how much less they count there.
const REACH: [f32; 3] = [1.0, 0.7, 0.5];
/// A time counts as the time of what is claimed when so much of the best one's surroundings speak for it.
const RIVAL: f32 = 0.6;
/// Less is enough for a time that is the claim's: that two times agree is rarely chance.
const SAME_RIVAL: f32 = 0.45;
/// Still less for a day that is written out.
const SAME_DAY: f32 = 0.25;
/// The least of the claim that must stand around a time of another sentence for it to be meant.
const MEANT: f32 = 0.25;
/// How surely a sentence without a time means that of the sentence before.
const INHERITED: f32 = 0.3;
/// News tell what happened in so many days before they are published.
const NEWS_DAYS: i64 = 10;

/// A time of a source that may be that of what is claimed.
struct Rival<'a> {
    sentence: usize,
    time: &'a Time,
    /// How much of the claim stands around it.
    role: f32,
    agreement: Agreement,
    /// Whether it is a day and not a longer time.
    is_day: bool,
}

/// What is said of a time of the claim, and in which sentence.
pub(super) fn status(
    claim: &Claim,
    item: usize,
    text: &Text,
    affinity: &Affinity<'_>,
    sentence: usize,
) -> (Status, usize) {
    let ItemKind::Time(number) = claim.items[item].kind else {
        return (Status::Missing, sentence);
    };
    let wanted = claim.time(number);
    let mut rivals = rivals(claim, item, wanted, text, affinity, sentence);
    // A time that is another one of the claim's says nothing against this one.
    rivals.retain(|rival| {
        let others = claim.sentence.times.iter().enumerate();
        let mut others = others.filter(|(other, _)| *other != number);
        rival.agreement == Agreement::Same
            || !others.any(|(_, other)| other.agreement(rival.time) == Agreement::Same)
    });
    let best = rivals.iter().map(|rival| rival.role).fold(0.0, f32::max);
    let said = |agreement: Agreement| {
        let fits = rivals.iter().filter(|rival| rival.agreement == agreement);
        let least = |rival: &Rival<'_>| match agreement {
            Agreement::Same if rival.is_day => SAME_DAY,
            Agreement::Same => SAME_RIVAL,
            _ => RIVAL,
        };
        fits.filter(|rival| rival.role >= least(rival) * best)
            .max_by(|a, b| a.role.total_cmp(&b.role))
    };
    if let Some(same) = said(Agreement::Same) {
        return (Status::Supported, same.sentence);
    }
    let inherited = inherited(wanted, text, sentence);
    if matches!(inherited, Some(Status::Supported)) && best < MEANT {
        return (Status::Supported, sentence);
    }
    let other = said(Agreement::Different);
    let coarser = said(Agreement::Coarser);
    if coarser.is_some_and(|coarser| other.is_none_or(|other| coarser.role >= other.role)) {
        return (Status::Missing, sentence);
    }
    if let Some(other) = other {
        let contradiction = Contradiction {
            sentence: other.sentence,
            span: other.time.span,
            kind: Difference::Date,
            strength: other.role,
            closeness: wanted.closeness(other.time),
        };
        return (Status::Contradicted(contradiction), other.sentence);
    }
    (inherited.unwrap_or(Status::Missing), sentence)
}

/// The times of the sentence and, where much of the claim stands around them, of its neighbours.
fn rivals<'a>(
    claim: &Claim,
    item: usize,
    wanted: &Time,
    text: &'a Text,
    affinity: &Affinity<'_>,
    sentence: usize,
) -> Vec<Rival<'a>> {
    let mut rivals = Vec::new();
    for (place, placed) in text.sentences.iter().enumerate() {
        let far = place.abs_diff(sentence);
        let Some(near) = REACH.get(far) else {
            continue;
        };
        for time in &placed.sentence.times {
            if ends(&placed.sentence, time) && !is_until(&claim.sentence, wanted) {
                continue;
            }
            let role = near * affinity.of(item, place, time.words.0);
            if far == 0 || role >= MEANT {
                rivals.push(Rival {
                    sentence: place,
                    time,
                    role,
                    agreement: wanted.agreement(time),
                    is_day: time
                        .interval
                        .is_some_and(|days| days.first_day() == days.last_day()),
                });
            }
        }
    }
    rivals
}

/// Whether a time is the end of what another one of the sentence tells of: `am 27. Mai eröffnet und dauert bis
/// 1. August`.
fn ends(sentence: &Sentence, time: &Time) -> bool {
    let mut others = sentence.times.iter();
    is_until(sentence, time) && others.any(|other| other.words.0 < time.words.0)
}

fn is_until(sentence: &Sentence, time: &Time) -> bool {
    let before = |back: usize| {
        let at = time.words.0.checked_sub(back);
        at.map_or("", |at| &*sentence.words[at].exact)
    };
    before(1) == "bis" || (before(2) == "bis" && matches!(before(1), "zum" | "zur"))
}

/// What a sentence inherits: from the sentence before, its heading, the article.
fn inherited(wanted: &Time, text: &Text, sentence: usize) -> Option<Status> {
    let placed = &text.sentences[sentence];
    let before = sentence.checked_sub(1).map(|place| &text.sentences[place]);
    let before = before.filter(|before| before.block == placed.block);
    let told = before.and_then(|before| before.sentence.times.last());
    let agreements = [told, placed.heading.as_ref()]
        .into_iter()
        .flatten()
        .map(|time| wanted.agreement(time));
    if agreements
        .clone()
        .any(|agreement| agreement == Agreement::Same)
        || published_agrees(wanted, text)
    {
        return Some(Status::Supported);
    }
    let time = told.filter(|time| wanted.agreement(time) == Agreement::Different)?;
    Some(Status::Contradicted(Contradiction {
        sentence: sentence - 1,
        span: time.span,
        kind: Difference::Date,
        strength: INHERITED,
        closeness: wanted.closeness(time),
    }))
}

/// Whether the time of the claim is the time of the news.
fn published_agrees(wanted: &Time, text: &Text) -> bool {
    let told = |interval: DateInterval| {
        let exact = |published: &DateInterval| published.first_day() == published.last_day();
        text.published.filter(exact).is_some_and(|published| {
            let day = published.first_day();
            let is_span = interval.last_day() > interval.first_day();
            is_span && interval.first_day() <= day && interval.last_day() >= day - NEWS_DAYS
        })
    };
    wanted.interval.is_some_and(told)
}
