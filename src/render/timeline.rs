//! Plots over time: rows for few stretches of it, columns for many.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::article::{self, INDENT};
use super::bars::Signs;
use super::count::{counted, grouped};
use super::overview::{self, COLUMNS, shortened};
use super::sanitize;
use super::style::{Role, Style};
use crate::evidence::{Bucket, TimeUnit, Timed, Timeline};

/// Up to so many stretches have a row each.
const ROWS: usize = 24;
/// How many rows a plot of columns has.
const HEIGHT: usize = 8;
/// Narrower stretches of columns are joined to no wider than this.
const WIDEST: usize = 4;
/// A plot beside a name is no wider than this.
const SPARK: usize = 40;

/// A plot with its heading, and what stands nowhere on it.
pub(super) fn write(
    out: &mut dyn Write,
    timeline: &Timeline,
    signs: Signs,
    style: Style,
) -> io::Result<()> {
    let (what, link) = match timeline.of {
        Timed::Articles => ("articles", "naming"),
        Timed::Mentions => ("mentions", "of"),
    };
    let person = timeline.person.as_ref();
    let person = person.map_or(String::new(), |name| {
        format!(" {link} {}", sanitize::line(name))
    });
    let heading = format!("{what}{person} by {}", unit(timeline.unit));
    writeln!(out, "{}", style.paint(Role::Title, &heading))?;
    let columns = style.width.unwrap_or(COLUMNS);
    let figures = grouped(most(timeline)).len();
    let room = columns.saturating_sub(INDENT.len() + figures + 2);
    match timeline.buckets.len() {
        0..=ROWS => rows(out, timeline, signs, style)?,
        buckets if buckets > room => rows(out, timeline, signs, style)?,
        buckets => plot(out, timeline, (room / buckets).min(WIDEST), signs, style)?,
    }
    article::aside(out, &nowhere(timeline), INDENT, style)?;
    writeln!(out)
}

fn unit(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Month => "month",
        TimeUnit::Quarter => "quarter",
        TimeUnit::Year => "year",
    }
}

/// What is plotted of a stretch.
fn figure(timeline: &Timeline, bucket: &Bucket) -> u64 {
    match timeline.of {
        Timed::Articles => bucket.articles,
        Timed::Mentions => bucket.places,
    }
}

fn figures(timeline: &Timeline) -> Vec<u64> {
    let buckets = timeline.buckets.iter();
    buckets.map(|bucket| figure(timeline, bucket)).collect()
}

fn most(timeline: &Timeline) -> u64 {
    figures(timeline).into_iter().max().unwrap_or(0)
}

fn rows(out: &mut dyn Write, timeline: &Timeline, signs: Signs, style: Style) -> io::Result<()> {
    let row = |bucket: &Bucket| (bucket.label.clone(), figure(timeline, bucket));
    let rows: Vec<(String, u64)> = timeline.buckets.iter().map(row).collect();
    overview::rows_of_bars(out, &rows, signs, style)
}

/// Standing bars, `wide` columns each, over an axis that names the years.
fn plot(
    out: &mut dyn Write,
    timeline: &Timeline,
    wide: usize,
    signs: Signs,
    style: Style,
) -> io::Result<()> {
    let numbers = figures(timeline);
    let most = most(timeline);
    let margin = grouped(most).len();
    for row in (0..HEIGHT).rev() {
        let figure = match row {
            row if row + 1 == HEIGHT => grouped(most),
            0 => "0".to_owned(),
            _ => String::new(),
        };
        let cells = numbers
            .iter()
            .map(|number| signs.cell((*number, most), row, HEIGHT));
        let bars: String = cells
            .flat_map(|cell| std::iter::repeat_n(cell, wide))
            .collect();
        let bars = style.paint(Role::Place, bars.trim_end());
        writeln!(out, "{INDENT}{figure:>margin$} {}{bars}", signs.edge())?;
    }
    let (rule, labels) = axis(&timeline.buckets, wide, signs);
    let margin = " ".repeat(margin + 2);
    writeln!(out, "{INDENT}{margin}{rule}")?;
    writeln!(out, "{INDENT}{margin}{labels}")
}

/// A ruled line that is marked where a label begins, and the labels below it: those of the first stretch
/// and of each that begins a year, as far as they have room.
fn axis(buckets: &[Bucket], wide: usize, signs: Signs) -> (String, String) {
    let (line, mark) = signs.axis();
    let mut rule: Vec<char> = vec![line; buckets.len() * wide];
    let mut labels = String::new();
    for (place, bucket) in buckets.iter().enumerate() {
        let year = &bucket.label[..4.min(bucket.label.len())];
        let begins_a_year = bucket.label.ends_with("-01")
            || bucket.label.ends_with("-Q1")
            || bucket.label.len() == year.len();
        let column = place * wide;
        let is_free = labels.is_empty() || labels.width() + 2 <= column;
        let has_room = place == 0 || column + year.len() <= rule.len();
        if (begins_a_year || place == 0) && is_free && has_room {
            labels.push_str(&" ".repeat(column - labels.width()));
            labels.push_str(if begins_a_year { year } else { &bucket.label });
            rule[column] = mark;
        }
    }
    (rule.into_iter().collect(), labels)
}

/// What the plot leaves out.
fn nowhere(timeline: &Timeline) -> String {
    let mut parts = Vec::new();
    if timeline.buckets.is_empty() {
        parts.push("nothing to plot".to_owned());
    }
    if timeline.undated > 0 {
        parts.push(format!(
            "{} without a date",
            counted(timeline.undated, "article")
        ));
    }
    if timeline.inexact > 0 {
        let articles = counted(timeline.inexact, "article");
        let unit = unit(timeline.unit);
        parts.push(format!(
            "{articles} whose {unit} is not known (--timeline=year)"
        ));
    }
    parts.join(" · ")
}

/// The ends of a time, at the ends of so many columns where there is room between.
fn from_to(timeline: &Timeline, columns: usize) -> String {
    let ends = [timeline.buckets.first(), timeline.buckets.last()];
    let [from, to] = ends.map(|bucket| bucket.map_or("", |bucket| bucket.label.as_str()));
    match columns.saturating_sub(from.len()) {
        space if space > to.len() => format!("{from}{}{to}", " ".repeat(space - to.len())),
        _ => format!("{from} to {to}"),
    }
}

/// Plots of people below each other, a row each, over one time.
pub(super) fn sparks(
    out: &mut dyn Write,
    timelines: &[Timeline],
    signs: Signs,
    style: Style,
) -> io::Result<()> {
    let Some(first) = timelines
        .first()
        .filter(|timeline| !timeline.buckets.is_empty())
    else {
        return Ok(());
    };
    let columns = style.width.unwrap_or(COLUMNS);
    let joined = first.buckets.len().div_ceil(SPARK.min(columns / 2).max(1));
    let plot = first.buckets.len().div_ceil(joined);
    let room = columns.saturating_sub(plot + INDENT.len() + 10).max(8);
    let name =
        |timeline: &Timeline| sanitize::line(timeline.person.as_deref().unwrap_or("")).into_owned();
    let widths = timelines.iter().map(|timeline| name(timeline).width());
    let widest = widths.max().unwrap_or(0).min(room);
    let heading = from_to(first, plot);
    let blanks = " ".repeat(widest);
    let plot = plot.max(heading.len());
    let heading = format!("{blanks}  {heading:<plot$}  articles");
    writeln!(out, "{}", style.paint(Role::Aside, &heading))?;
    for timeline in timelines {
        let numbers: Vec<u64> = figures(timeline)
            .chunks(joined)
            .map(|chunk| chunk.iter().sum())
            .collect();
        let most = numbers.iter().copied().max().unwrap_or(0);
        let name = shortened(&name(timeline), widest);
        let blanks = " ".repeat(widest.saturating_sub(name.width()));
        let spark = format!("{:<plot$}", signs.spark(&numbers, most));
        let spark = style.paint(Role::Place, &spark);
        let articles: u64 = timeline.buckets.iter().map(|bucket| bucket.articles).sum();
        let articles = grouped(articles + timeline.undated + timeline.inexact);
        writeln!(out, "{name}{blanks}  {spark}  {articles}")?;
    }
    Ok(())
}
