//! A bar on standard error while articles are read, for people only.

use std::fmt;
use std::time::Duration;

use indicatif::{BinaryBytes, HumanDuration, ProgressDrawTarget, ProgressState, ProgressStyle};

use super::stream;
use crate::archive::Progress;

/// How often a spinner turns.
const TURN: Duration = Duration::from_millis(120);

/// Looking that takes no longer is not mentioned.
const PATIENCE: Duration = Duration::from_millis(800);

/// A longer forecast than a day is the arithmetic of a bad start.
const LONGEST_FORECAST: Duration = Duration::from_secs(24 * 60 * 60);

/// Follows the work of the archive. Nothing is drawn before there is something to read, so that an
/// index that is up to date answers without a flicker, nor where standard error is no terminal.
/// What was drawn is gone when it is dropped.
pub struct ProgressBar {
    /// Makes what is drawn on: standard error, where that is a terminal.
    target: fn() -> ProgressDrawTarget,
    bar: indicatif::ProgressBar,
    stage: Stage,
    articles: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Hidden,
    Looking,
    Reading,
    Merging,
}

impl ProgressBar {
    /// A bar that shows itself when there is something to tell.
    pub fn hidden() -> Self {
        Self {
            target: ProgressDrawTarget::stderr,
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
            Progress::Looking => self.enter(Stage::Looking),
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
            Stage::Looking => self.drawn("{looking}"),
            Stage::Reading => self.drawn("Indexing {wide_bar} {bytes}/{total_bytes}, {msg}{pace}"),
            Stage::Merging => self.drawn("{spinner} Merging, {elapsed}"),
        };
        self.bar.enable_steady_tick(TURN);
        self.stage = stage;
    }

    /// A bar without a known end.
    fn drawn(&self, template: &str) -> indicatif::ProgressBar {
        let style = ProgressStyle::with_template(template)
            .expect("the templates above are well formed")
            .with_key("pace", |state: &ProgressState, out: &mut dyn fmt::Write| {
                // Nobody is there to tell when this cannot be drawn.
                let _ = out.write_str(&pace(state.per_sec(), state.eta()));
            })
            .with_key(
                "looking",
                |state: &ProgressState, out: &mut dyn fmt::Write| {
                    let _ = out.write_str(looking(state.elapsed()));
                },
            );
        indicatif::ProgressBar::with_draw_target(None, (self.target)()).with_style(style)
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

/// What is told while changes are looked for: nothing as long as nobody waits for it.
fn looking(elapsed: Duration) -> &'static str {
    match elapsed < PATIENCE {
        true => "",
        false => "Looking through the sources …",
    }
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
    use indicatif::TermLike;
    use std::io;
    use std::sync::{Arc, Mutex};
    use std::thread;

    #[test]
    fn the_pace_is_told_when_it_is_known() {
        let pace = pace(3.0 * 1024.0 * 1024.0, Duration::from_secs(65));
        assert_eq!(pace, ", 3.00 MiB/s, 65 seconds left");
    }

    /// A terminal of eighty columns that keeps what is drawn.
    #[derive(Clone, Debug, Default)]
    struct Screen(Arc<Mutex<String>>);

    impl Screen {
        fn drawn(&self) -> String {
            self.0
                .lock()
                .expect("no test panics while it draws")
                .clone()
        }

        fn draw(&self, text: &str) -> io::Result<()> {
            let mut drawn = self.0.lock().expect("no test panics while it draws");
            drawn.push_str(text);
            Ok(())
        }
    }

    impl TermLike for Screen {
        fn width(&self) -> u16 {
            80
        }
        fn move_cursor_up(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_down(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_right(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_left(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn write_line(&self, text: &str) -> io::Result<()> {
            self.draw(&format!("{text}\n"))
        }
        fn write_str(&self, text: &str) -> io::Result<()> {
            self.draw(text)
        }
        fn clear_line(&self) -> io::Result<()> {
            self.draw("\n")
        }
        fn flush(&self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn long_work_shows_how_far_it_is_how_fast_and_how_long_it_will_take() {
        thread_local! {
            static SCREEN: Screen = Screen::default();
        }
        let mut bar = ProgressBar::hidden();
        bar.target = || {
            let screen = SCREEN.with(Screen::clone);
            ProgressDrawTarget::term_like_with_hz(Box::new(screen), 100)
        };
        bar.follow(Progress::Looking);
        for step in 0..8 {
            bar.follow(Progress::Reading {
                done_bytes: step * 1024 * 1024,
                total_bytes: 100 * 1024 * 1024,
                articles: step * 250,
            });
            thread::sleep(Duration::from_millis(100));
        }
        drop(bar);
        let drawn = SCREEN.with(Screen::drawn);
        let line = drawn.lines().rfind(|line| line.contains("left"));
        let line = line.unwrap_or_else(|| panic!("no time left is told:\n{drawn}"));
        for part in ["Indexing ", "MiB/100.00 MiB", " articles, ", "MiB/s, "] {
            assert!(line.contains(part), "{line}");
        }
        assert!(!drawn.contains("Looking"), "that took no time");
    }

    #[test]
    fn nobody_is_told_to_wait_for_a_thousand_years() {
        assert_eq!(pace(0.0, Duration::MAX), "");
        assert_eq!(pace(1.5, Duration::MAX), "");
    }
}
