//! How text for people looks: colour, width, and the few styles there are.

use std::fmt;

use anstyle::{AnsiColor, Style as Ansi};

use super::link::Links;
use crate::evidence::Citation;

/// How text for people is laid out; the caller knows the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Whether to write ANSI colours. Without them marks stand in square brackets.
    pub color: bool,
    /// Columns of the terminal; `None` writes each paragraph on one line, as for pipes.
    pub width: Option<usize>,
    /// What makes citations links; `None` writes them as they are. It lives as long as the program
    /// so that a style stays small and can be copied.
    pub links: Option<&'static Links>,
}

/// What a piece of text is, which decides its look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Mark,
    Place,
    Aside,
    Fault,
}

impl Role {
    fn ansi(self) -> Ansi {
        match self {
            Role::Title => Ansi::new().bold(),
            Role::Mark => AnsiColor::Red.on_default().bold(),
            Role::Place => AnsiColor::Cyan.on_default(),
            Role::Aside => Ansi::new().dimmed(),
            Role::Fault => AnsiColor::Red.on_default().bold(),
        }
    }
}

impl Style {
    /// What switches a role on; nothing without colour.
    pub(super) fn on(self, role: Role) -> impl fmt::Display {
        if self.color {
            role.ansi().render().to_string()
        } else {
            String::new()
        }
    }

    /// What switches it off again.
    pub(super) fn off(self, role: Role) -> impl fmt::Display {
        if self.color {
            role.ansi().render_reset().to_string()
        } else {
            String::new()
        }
    }

    /// The place of a citation, which leads there where it is clicked. The text must be sanitised
    /// already.
    pub(super) fn place(self, citation: &Citation, text: &str) -> String {
        let text = match self.links {
            Some(links) => links.linked(citation, text),
            None => text.to_owned(),
        };
        self.paint(Role::Place, &text)
    }

    /// A text in a role. The text must be sanitised already.
    pub(super) fn paint(self, role: Role, text: &str) -> String {
        format!("{}{text}{}", self.on(role), self.off(role))
    }
}
