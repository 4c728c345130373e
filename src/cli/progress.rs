//! A bar on standard error while articles are read, for people only.

use std::fmt;
use std::time::Duration;

use indicatif::{BinaryBytes, HumanDuration, ProgressState, ProgressStyle};

use super::stream;
use crate::archive::Progress;

/// How often a spinner turns.
const TURN: Duration = Duration::from_millis(120);

/// A longer forecast than a day is the arithmetic of a bad start.
const LONGEST_FORECAST: Duration = Duration::from_secs(24 * 60 * 60);

/// Follows the work of the archive. Nothing is drawn before there is something to read, so that an
/// index that is up to date answers without a flicker, nor where standard error is no terminal.
/// What was drawn is gone when it is dropped.
pub struct ProgressBar {
    bar: indicatif::ProgressBar,
    stage: Stage,
    articles: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Hidden,
    Reading,
    Merging,
}

impl ProgressBar {
    /// A bar that shows itself when there is something to tell.
    pub fn hidden() -> Self {
        Self {
            bar: indicatif::ProgressBar::hidden(),
            stage: Stage::Hidden,
            articles: 0,
        }
    }

    /// Takes the bar away; where it was seen, a line stays that tells what was read.
    pub fn finish(self) {
        let articles = counted(self.articles);
        let was_seen = self.articles > 0 && stream::error_is_terminal();
        drop(self);
        if was_seen {
            stream::remark(&format!("{articles} read into the index\n"));
        }
    }

    /// Draws what the archive does now.
    pub fn follow(&mut self, state: Progress) {
        match state {
            Progress::Looking => {}
            Progress::Reading {
                done_bytes,
                total_bytes,
                articles,
            } => {
                self.enter(Stage::Reading);
                self.bar.set_length(total_bytes);
                self.bar.set_position(done_bytes);
                self.articles = articles;
                self.bar.set_message(counted(articles));
            }
            Progress::Merging => self.enter(Stage::Merging),
        }
    }

    fn enter(&mut self, stage: Stage) {
        if self.stage == stage {
            return;
        }
        self.bar.finish_and_clear();
        self.bar = match stage {
            Stage::Hidden => indicatif::ProgressBar::hidden(),
            Stage::Reading => bar("Indexing {wide_bar} {bytes}/{total_bytes}, {msg}{pace}"),
            Stage::Merging => bar("{spinner} Merging, {elapsed}"),
        };
        self.bar.enable_steady_tick(TURN);
        self.stage = stage;
    }
}

impl Drop for ProgressBar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn counted(articles: u64) -> String {
    let noun = if articles == 1 { "article" } else { "articles" };
    format!("{articles} {noun}")
}

/// A bar without a known end, drawn on standard error where that is a terminal.
fn bar(template: &str) -> indicatif::ProgressBar {
    let style = ProgressStyle::with_template(template)
        .expect("the templates above are well formed")
        .with_key("pace", |state: &ProgressState, out: &mut dyn fmt::Write| {
            // Nobody is there to tell when this cannot be drawn.
            let _ = out.write_str(&pace(state.per_sec(), state.eta()));
        });
    indicatif::ProgressBar::no_length().with_style(style)
}

/// Bytes in a second and the time left, once both are more than a guess.
fn pace(bytes_per_second: f64, left: Duration) -> String {
    if bytes_per_second < 1.0 || left > LONGEST_FORECAST {
        return String::new();
    }
    let rate = BinaryBytes(bytes_per_second as u64);
    format!(", {rate}/s, {} left", HumanDuration(left))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pace_is_told_when_it_is_known() {
        let pace = pace(3.0 * 1024.0 * 1024.0, Duration::from_secs(65));
        assert_eq!(pace, ", 3.00 MiB/s, 65 seconds left");
    }

    #[test]
    fn nobody_is_told_to_wait_for_a_thousand_years() {
        assert_eq!(pace(0.0, Duration::MAX), "");
        assert_eq!(pace(1.5, Duration::MAX), "");
    }
}
