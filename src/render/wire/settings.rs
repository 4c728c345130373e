//! The line of `config`.

use serde::Serialize;

use crate::evidence::{self, SettingOrigin, SettingValue, SettingsOwner, SettingsReport};

/// Everything that can be set, and the files it may be set in.
#[derive(Serialize)]
pub struct Settings<'a> {
    /// The settings, in a fixed order.
    pub settings: Vec<Setting<'a>>,
    /// The files, the one that wins first.
    pub files: Vec<SettingsFile<'a>>,
}

/// A setting.
#[derive(Serialize)]
pub struct Setting<'a> {
    /// Its key in a file.
    pub key: &'a str,
    /// What holds: a text, a number, a list of texts, or `null`.
    pub value: Value<'a>,
    /// `flag`, `environment`, `file` or `default`.
    pub origin: &'static str,
    /// The option or variable, where it comes from one.
    pub name: Option<&'a str>,
    /// The file, where it comes from one.
    pub file: Option<&'a str>,
    /// The line of the file, from 1.
    pub line: Option<u64>,
}

/// What a setting is set to.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Value<'a> {
    /// Nothing.
    Unset,
    /// A word, path or command.
    Text(&'a str),
    /// A number.
    Number(u64),
    /// Any number of paths.
    List(&'a [String]),
}

/// A file of settings.
#[derive(Serialize)]
pub struct SettingsFile<'a> {
    /// Where it is, or would be.
    pub path: &'a str,
    /// `project` or `user`.
    pub owner: &'static str,
    /// Whether it is there.
    pub exists: bool,
}

impl<'a> From<&'a SettingsReport> for Settings<'a> {
    fn from(report: &'a SettingsReport) -> Self {
        Self {
            settings: report.settings.iter().map(Setting::from).collect(),
            files: report.files.iter().map(SettingsFile::from).collect(),
        }
    }
}

impl<'a> From<&'a evidence::Setting> for Setting<'a> {
    fn from(setting: &'a evidence::Setting) -> Self {
        let (origin, name, file, line) = match &setting.origin {
            SettingOrigin::Flag(name) => ("flag", Some(name), None, None),
            SettingOrigin::Variable(name) => ("environment", Some(name), None, None),
            SettingOrigin::File { path, line } => ("file", None, Some(path), Some(*line)),
            SettingOrigin::Default => ("default", None, None, None),
        };
        Self {
            key: setting.key,
            value: match &setting.value {
                SettingValue::Unset => Value::Unset,
                SettingValue::Text(text) => Value::Text(text),
                SettingValue::Number(number) => Value::Number(*number),
                SettingValue::List(list) => Value::List(list),
            },
            origin,
            name: name.map(String::as_str),
            file: file.map(String::as_str),
            line,
        }
    }
}

impl<'a> From<&'a evidence::SettingsFile> for SettingsFile<'a> {
    fn from(file: &'a evidence::SettingsFile) -> Self {
        Self {
            path: &file.path,
            owner: match file.owner {
                SettingsOwner::Project => "project",
                SettingsOwner::User => "user",
            },
            exists: file.is_there,
        }
    }
}
