//! What is set and where, for people.

use std::io::{self, Write};

use super::printer::{Printer, Sheet};
use super::style::{Role, Style};
use super::{lists, sanitize, wrap};
use crate::evidence::{SettingOrigin, SettingValue, SettingsFile, SettingsOwner, SettingsReport};

impl<W: Write> Printer<W> {
    /// Writes what is set and where.
    ///
    /// # Errors
    /// When writing fails.
    pub fn settings(&mut self, report: &SettingsReport) -> io::Result<()> {
        let style = self.style();
        match &mut self.sheet {
            Sheet::Json(lines) => lines.settings(&mut self.out, report),
            _ => write(&mut self.out, report, style),
        }
    }
}

/// The widest value that origins still stand beside.
const WIDEST: usize = 36;

fn write(out: &mut dyn Write, report: &SettingsReport, style: Style) -> io::Result<()> {
    let rows: Vec<[String; 3]> = report
        .settings
        .iter()
        .map(|setting| {
            let cells = [
                setting.key.to_owned(),
                told(&setting.value),
                origin(&setting.origin),
            ];
            cells.map(|cell| sanitize::line(&cell).into_owned())
        })
        .collect();
    let keys = rows
        .iter()
        .map(|row| wrap::width(&row[0]))
        .max()
        .unwrap_or(0);
    let values = rows.iter().map(|row| wrap::width(&row[1]));
    let values = values.filter(|width| *width <= WIDEST).max().unwrap_or(0);
    for [key, value, origin] in &rows {
        let key = style.paint(Role::Aside, &wrap::padded(key, keys));
        let origin = style.paint(Role::Aside, origin);
        writeln!(out, "{key}  {}  {origin}", wrap::padded(value, values))?;
    }
    writeln!(out)?;
    for SettingsFile {
        path,
        owner,
        is_there,
    } in &report.files
    {
        lists::entry(out, path, note(*owner, *is_there), style)?;
    }
    Ok(())
}

fn told(value: &SettingValue) -> String {
    match value {
        SettingValue::Unset => "–".to_owned(),
        SettingValue::Text(text) => text.clone(),
        SettingValue::Number(number) => number.to_string(),
        SettingValue::List(list) if list.is_empty() => "–".to_owned(),
        SettingValue::List(list) => list.join(", "),
    }
}

fn origin(origin: &SettingOrigin) -> String {
    match origin {
        SettingOrigin::Flag(name) | SettingOrigin::Variable(name) => name.clone(),
        SettingOrigin::File { path, line } => format!("{path}:{line}"),
        SettingOrigin::Default => "default".to_owned(),
    }
}

fn note(owner: SettingsOwner, is_there: bool) -> &'static str {
    match (owner, is_there) {
        (SettingsOwner::Project, true) => "the project's file",
        (SettingsOwner::Project, false) => {
            "no such file here or above; beleg config --init writes one"
        }
        (SettingsOwner::User, true) => "your own file",
        (SettingsOwner::User, false) => {
            "would be your own file; beleg config --init --user writes it"
        }
    }
}
