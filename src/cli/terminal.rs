//! What the terminal can do, and what of it is wanted.

use std::ffi::OsString;
use std::io::IsTerminal;

use super::arguments::WhenChoice;
use super::command_line::CommandLine;
use super::config::{Held, Resolved};
use crate::render::Links;

/// Columns of a stream: those of the terminal, or, where there is none, as many as COLUMNS asks for, as
/// `ls` does.
pub fn room(is_terminal: bool, variable: impl Fn(&str) -> Option<OsString>) -> Option<usize> {
    match is_terminal {
        true => terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)),
        false => columns(variable),
    }
}

fn columns(variable: impl Fn(&str) -> Option<OsString>) -> Option<usize> {
    let columns = variable("COLUMNS")?.to_str()?.parse().ok()?;
    (columns > 0).then_some(columns)
}

/// Whether the terminal says that it knows no escape sequences.
pub fn is_dumb(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    variable("TERM").is_some_and(|value| value == "dumb")
}

/// The pager, where there is a terminal for it.
pub fn pager(
    held: &Resolved,
    variable: impl Fn(&str) -> Option<OsString>,
) -> Option<&Held<CommandLine>> {
    let is_for_people = std::io::stdout().is_terminal() && !is_dumb(variable);
    Some(&held.pager).filter(|pager| is_for_people && !pager.value.is_empty())
}

/// What turns citations into links, where that is wanted. It is made once and kept to the end.
pub fn links(
    held: &Resolved,
    variable: impl Fn(&str) -> Option<OsString>,
) -> Option<&'static Links> {
    let is_wanted = match held.links.value {
        WhenChoice::Always => true,
        WhenChoice::Never => false,
        WhenChoice::Auto => {
            // Of the usual pagers, less is the one that passes links on.
            let passes_on = |pager: &Held<CommandLine>| pager.value.program_name() == "less";
            std::io::stdout().is_terminal()
                && !shows_links_as_garbage(&variable)
                && pager(held, &variable).is_none_or(passes_on)
        }
    };
    let here = std::env::current_dir().and_then(std::fs::canonicalize);
    let here = here.ok().filter(|_| is_wanted)?;
    Some(Box::leak(Box::new(Links {
        template: held.link.value.clone(),
        host: host(),
        here,
    })))
}

/// Whether the terminal knows no links, or is of no known kind.
fn shows_links_as_garbage(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    variable("TERM").is_none_or(|value| value.is_empty() || value == "dumb" || value == "linux")
}

/// The name of this machine as it may stand in an address.
#[cfg(unix)]
fn host() -> String {
    let system = rustix::system::uname();
    let name = system.nodename().to_string_lossy();
    let is_sound = |sign: char| sign.is_ascii_alphanumeric() || "-._".contains(sign);
    match name.chars().all(is_sound) {
        true => name.into_owned(),
        false => String::new(),
    }
}

/// The name of this machine as it may stand in an address.
#[cfg(not(unix))]
fn host() -> String {
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(name: &'static str, value: &'static str) -> impl Fn(&str) -> Option<OsString> {
        move |asked| (asked == name).then(|| value.into())
    }

    #[test]
    fn lines_of_a_pipe_are_set_only_for_who_asks() {
        let set = |value| columns(environment("COLUMNS", value));
        assert_eq!(set("80"), Some(80));
        assert_eq!(set("0"), None);
        assert_eq!(set("wide"), None);
        assert_eq!(columns(environment("LINES", "80")), None);
    }

    #[test]
    fn links_are_for_terminals_that_know_them() {
        assert!(!shows_links_as_garbage(environment(
            "TERM",
            "xterm-256color"
        )));
        for kind in ["dumb", "linux", ""] {
            assert!(shows_links_as_garbage(environment("TERM", kind)), "{kind}");
        }
        assert!(shows_links_as_garbage(environment("LANG", "C")));
    }
}
