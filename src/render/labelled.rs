//! Texts with labels before them, in two columns.

use std::io::{self, Write};

use super::style::{Role, Style};
use super::wrap;

/// The columns of labels and of what stands behind them.
#[derive(Clone, Copy)]
pub(super) struct Labelled {
    /// How far the labels stand in.
    pub indent: &'static str,
    /// The columns of the widest label.
    pub widest: usize,
    /// How it looks.
    pub style: Style,
}

/// Columns between a label and its text.
const GAP: usize = 2;

impl Labelled {
    /// Writes a text behind its label, its further lines below the first. Both must be sanitised.
    pub fn write(&self, out: &mut dyn Write, label: (Role, &str), text: &str) -> io::Result<()> {
        let (role, label) = label;
        let margin = " ".repeat(self.indent.len() + self.widest + GAP);
        let mut lines = wrap::plain_lines(text, self.style, &margin).into_iter();
        let first = lines.next().unwrap_or_default();
        let first = first.get(margin.len()..).unwrap_or_default();
        let blanks = " ".repeat(self.widest.saturating_sub(wrap::width(label)) + GAP);
        let label = self.style.paint(role, label);
        writeln!(out, "{}{label}{blanks}{first}", self.indent)?;
        lines.try_for_each(|line| writeln!(out, "{line}"))
    }
}
