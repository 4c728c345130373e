//! `beleg open`: the place of a citation, in the user's own editor or viewer.

use std::path::Path;
use std::process::Command;

use anyhow::Context;

use super::arguments::OpenArguments;
use super::settings::Settings;
use super::{Outcome, editor, stream};
use crate::archive::{self, Located, Within};

/// Opens the file that a citation names, at the place.
pub fn run(settings: &Settings, typed: &OpenArguments) -> anyhow::Result<Outcome> {
    let archive = archive::open_as_it_is(&settings.places)?;
    let located = archive.locate(&typed.citation)?;
    if let Within::Member(member) = &located.within {
        anyhow::bail!(
            "{member} lies inside {}, which no editor opens at a line; \
             `beleg show` shows the place, and to open it, unpack it first",
            located.path.display()
        );
    }
    if !located.unchanged {
        stream::remark("note: the file has changed since it was indexed; the place may have moved");
    }
    match located.within {
        Within::Text => edit(settings, &located),
        _ => view(settings, &located),
    }
}

fn edit(settings: &Settings, located: &Located) -> anyhow::Result<Outcome> {
    let editor = &settings.held.editor.value;
    if editor.is_empty() {
        anyhow::bail!(
            "no editor is known: set EDITOR or BELEG_EDITOR, {}",
            or_in(settings, "editor = \"code\"")
        );
    }
    if !editor::knows_line(editor) {
        stream::remark(&format!(
            "note: how {} is told the line ({}) is not known; give the whole command, {}",
            editor.program_name(),
            located.line,
            or_in(
                settings,
                &format!("editor = \"{} {{path}}:{{line}}\"", editor.text())
            ),
        ));
    }
    let command = editor::at(editor, &located.path, (located.line, located.column));
    start(command, &editor.text(), "BELEG_EDITOR")
}

fn view(settings: &Settings, located: &Located) -> anyhow::Result<Outcome> {
    let viewer = &settings.held.viewer.value;
    if viewer.is_empty() {
        anyhow::bail!(
            "no program for documents is known: set BELEG_VIEWER, {}",
            or_in(settings, "viewer = \"xdg-open\"")
        );
    }
    let command = match viewer.is_template() {
        true => viewer.filled(
            &located.path,
            &[
                ("{page}", located.page.unwrap_or(1)),
                ("{line}", located.line),
                ("{column}", located.column),
            ],
        ),
        false => viewer.command([located.path.clone().into()]),
    };
    if let (Some(page), false) = (located.page, viewer.text().contains("{page}")) {
        stream::remark(&format!("see page {page}"));
    }
    start(command, &viewer.text(), "BELEG_VIEWER")
}

/// Where a setting may be written down for good.
fn or_in(settings: &Settings, line: &str) -> String {
    let user = settings.files.user.as_deref();
    let user = user.unwrap_or(Path::new("your configuration file"));
    format!("or write {line} into {}", user.display())
}

/// Starts a program and waits for its end, as an editor in this terminal needs it.
fn start(mut command: Command, program: &str, variable: &str) -> anyhow::Result<Outcome> {
    let status = command.status().with_context(|| {
        format!("cannot start {program}; set {variable} to a program that is there")
    })?;
    if !status.success() {
        anyhow::bail!("{program} ended with an error ({status})");
    }
    Ok(Outcome::Found)
}
