//! What a value of TOML means as a setting.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use toml::de::DeValue;

use super::error::Fault;
use super::{Key, home_folder};
use crate::cli::arguments::WhenChoice;
use crate::cli::command_line::CommandLine;
use crate::render::LinkTemplate;

/// A whole number from 1.
pub(super) fn count(key: Key, value: &DeValue<'_>) -> Result<usize, Fault> {
    let expected = "a whole number from 1";
    let written = value.as_integer().filter(|number| number.radix() == 10);
    let number = written.and_then(|number| number.as_str().parse().ok());
    number
        .filter(|number| *number > 0)
        .ok_or_else(|| kind(key, expected, value))
}

/// A path, relative to the folder of the file; `~` is the user's home.
pub(super) fn path(key: Key, value: &DeValue<'_>, folder: &Path) -> Result<PathBuf, Fault> {
    let text = value
        .as_str()
        .ok_or_else(|| kind(key, "a path in quotes", value))?;
    if text.is_empty() {
        let reason = "is empty: name a path, or leave the line out".to_owned();
        return Err(Fault::Value { key, reason });
    }
    if let Some(below) = text.strip_prefix("~/")
        && let Some(home) = home_folder(|name| std::env::var_os(name))
    {
        return Ok(home.join(below));
    }
    Ok(folder.join(text))
}

/// A list of paths, or one.
pub(super) fn paths(key: Key, value: &DeValue<'_>, folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    match value {
        DeValue::Array(list) => list
            .iter()
            .map(|one| path(key, one.get_ref(), folder))
            .collect(),
        DeValue::String(_) => Ok(vec![path(key, value, folder)?]),
        _ => Err(kind(key, "a path in quotes, or a list of them", value)),
    }
}

/// One of the words that say when.
pub(super) fn when(key: Key, value: &DeValue<'_>) -> Result<WhenChoice, Fault> {
    let expected = "\"auto\", \"always\" or \"never\"";
    let text = value.as_str().ok_or_else(|| kind(key, expected, value))?;
    WhenChoice::from_str(text, false).map_err(|_| kind(key, expected, value))
}

/// A program with its arguments.
pub(super) fn command(key: Key, value: &DeValue<'_>) -> Result<CommandLine, Fault> {
    let text = value
        .as_str()
        .ok_or_else(|| kind(key, "a command in quotes", value))?;
    CommandLine::read(text).map_err(|error| Fault::Value {
        key,
        reason: error.to_string(),
    })
}

/// What links look like.
pub(super) fn link(key: Key, value: &DeValue<'_>) -> Result<LinkTemplate, Fault> {
    let text = value
        .as_str()
        .ok_or_else(|| kind(key, "a template in quotes", value))?;
    LinkTemplate::read(text).map_err(|error| Fault::Value {
        key,
        reason: error.to_string(),
    })
}

fn kind(key: Key, expected: &'static str, value: &DeValue<'_>) -> Fault {
    let found = match value {
        DeValue::String(text) => format!("\"{text}\""),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(truth) => truth.to_string(),
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    };
    Fault::Kind {
        key,
        expected,
        found,
    }
}
