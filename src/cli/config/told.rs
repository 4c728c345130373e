//! `beleg config`: what holds and where it comes from.

use std::path::{Path, PathBuf};

use super::init::New;
use super::{ConfigError, Files, Held, Key, Origin, Resolved, write_new};
use crate::cli::arguments::{ConfigArguments, WhenChoice};
use crate::cli::command_line::CommandLine;
use crate::cli::settings::Settings;
use crate::cli::{Outcome, stream};
use crate::evidence::{
    Setting, SettingOrigin, SettingValue, SettingsFile, SettingsOwner, SettingsReport,
};

/// Writes a first file; it need not be possible to read those that are there.
pub fn begin(files: &Files, typed: &ConfigArguments) -> anyhow::Result<Outcome> {
    let (path, new) = match typed.user {
        true => (files.user.clone().ok_or(ConfigError::Homeless)?, New::User),
        false => (Files::new_project(), New::Project),
    };
    write_new(&path, new)?;
    stream::remark(&format!(
        "{} written; every line of it is a comment until you take the # away",
        path.display()
    ));
    Ok(Outcome::Found)
}

/// Shows what holds.
pub fn run(settings: &Settings, typed: &ConfigArguments) -> anyhow::Result<Outcome> {
    let mut printer = settings.printer(settings.plain_format(typed.format));
    printer.settings(&report(settings))?;
    printer.flush()?;
    Ok(Outcome::Found)
}

fn report(settings: &Settings) -> SettingsReport {
    let setting = |key: Key| told(key, &settings.held, &settings.places.people_file());
    SettingsReport {
        settings: Key::ALL.map(setting).into(),
        files: files(&settings.files),
    }
}

fn told(key: Key, held: &Resolved, people_file: &Path) -> Setting {
    match key {
        Key::Roots => setting(key, &held.roots, |roots| list(roots)),
        Key::Index => setting(key, &held.index, |path| text(&path.display().to_string())),
        Key::Aliases => setting(key, &held.aliases, |files| list(files)),
        Key::PeopleFile => setting(key, &held.people_file, |path| {
            let path = path.as_deref().unwrap_or(people_file);
            text(&path.display().to_string())
        }),
        Key::Limit => setting(key, &held.limit, number),
        Key::Passages => setting(key, &held.passages, number),
        Key::Color => setting(key, &held.color, when),
        Key::Links => setting(key, &held.links, when),
        Key::Link => setting(key, &held.link, |link| text(&link.text())),
        Key::Pager => setting(key, &held.pager, command),
        Key::Editor => setting(key, &held.editor, command),
        Key::Viewer => setting(key, &held.viewer, command),
    }
}

fn setting<T>(key: Key, held: &Held<T>, value: impl Fn(&T) -> SettingValue) -> Setting {
    Setting {
        key: key.name(),
        value: value(&held.value),
        origin: match &held.origin {
            Origin::Flag(name) => SettingOrigin::Flag((*name).to_owned()),
            Origin::Variable(name) => SettingOrigin::Variable((*name).to_owned()),
            Origin::File { path, line } => SettingOrigin::File {
                path: path.display().to_string(),
                line: *line as u64,
            },
            Origin::Default => SettingOrigin::Default,
        },
    }
}

fn text(text: &str) -> SettingValue {
    SettingValue::Text(text.to_owned())
}

fn list(paths: &[PathBuf]) -> SettingValue {
    let paths = paths.iter().map(|path| path.display().to_string());
    SettingValue::List(paths.collect())
}

fn number(number: &usize) -> SettingValue {
    SettingValue::Number(*number as u64)
}

fn when(choice: &WhenChoice) -> SettingValue {
    text(choice.name())
}

fn command(line: &CommandLine) -> SettingValue {
    match line.is_empty() {
        true => SettingValue::Unset,
        false => text(&line.text()),
    }
}

fn files(files: &Files) -> Vec<SettingsFile> {
    let file = |path: PathBuf, owner| SettingsFile {
        is_there: path.exists(),
        path: path.display().to_string(),
        owner,
    };
    let project = files.project.clone().unwrap_or_else(Files::new_project);
    let mut all = vec![file(project, SettingsOwner::Project)];
    all.extend(
        files
            .user
            .clone()
            .map(|path| file(path, SettingsOwner::User)),
    );
    all
}
