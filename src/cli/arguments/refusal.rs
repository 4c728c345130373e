//! Command lines that cannot be obeyed, and how to type them instead.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;
use clap::error::{ContextKind, ErrorKind};

use super::Arguments;
use crate::cli::stream;
use crate::render;

/// Why the arguments cannot be obeyed; help and version count as such, too.
#[derive(Debug)]
pub struct Refusal {
    error: clap::Error,
    pub(super) advice: Option<String>,
    /// Whether what was typed may be repeated on a terminal as it is.
    is_harmless: bool,
}

impl Refusal {
    /// Says so, with the exit code that goes with it.
    pub fn print(&self) -> ExitCode {
        // What goes to standard error is not set in lines by clap.
        let told = self.error.render().to_string();
        if self.is_harmless && (!self.error.use_stderr() || stream::fits(&told)) {
            // Nobody is left to tell when even this cannot be written.
            let _ = self.error.print();
        } else {
            stream::remark(told.trim_end());
        }
        if let Some(advice) = &self.advice {
            stream::remark(advice);
        }
        ExitCode::from(u8::try_from(self.error.exit_code()).unwrap_or(2))
    }
}

impl Arguments {
    /// Understands a command line, program name first.
    pub fn read(typed: &[OsString]) -> Result<Self, Refusal> {
        let protected = typed.iter().map(protect_exclusion);
        Self::try_parse_from(protected).map_err(|error| Refusal {
            advice: advice_for(&error, typed),
            is_harmless: typed.iter().all(is_harmless),
            error,
        })
    }
}

/// Keeps `-Putin` from being read as the options `-P -u -t …`: options of one letter stand alone
/// here, so a longer word behind one hyphen is a word to leave out. The space hides the hyphen from
/// the option parser and means nothing in a query.
fn protect_exclusion(argument: &OsString) -> OsString {
    let excluded = argument
        .to_str()
        .and_then(|text| text.strip_prefix('-'))
        .filter(|word| !word.starts_with('-') && word.chars().nth(1).is_some());
    match excluded {
        Some(word) => format!(" -{word}").into(),
        None => argument.clone(),
    }
}

fn is_harmless(argument: &OsString) -> bool {
    let text = argument.to_string_lossy();
    render::sanitize_block(&text) == text
}

/// Who types `beleg Munition` wants to search for it, unless it looks like a slip of the keys.
fn advice_for(error: &clap::Error, typed: &[OsString]) -> Option<String> {
    let is_slip = error.get(ContextKind::SuggestedSubcommand).is_some();
    if error.kind() != ErrorKind::InvalidSubcommand || is_slip {
        return None;
    }
    let words: Vec<&str> = typed
        .iter()
        .skip(1)
        .filter_map(|word| word.to_str())
        .collect();
    Some(format!(
        "To search for it, say: beleg search {}",
        words.join(" ")
    ))
}
