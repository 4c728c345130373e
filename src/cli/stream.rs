//! The three standard streams, named nowhere else.

use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Write};
use std::path::Path;

use anyhow::Context;

use super::terminal;
use crate::archive::ArchiveError;
use crate::render::{self, Style};

/// Standard output, buffered: flush it at the end, or an error in writing goes unseen.
pub fn output() -> BufWriter<io::StdoutLock<'static>> {
    BufWriter::new(io::stdout().lock())
}

/// An error, on standard error.
pub fn complain(message: &str) {
    remark(&format!("error: {message}"));
}

/// Anything else that is not a result, on standard error.
pub fn remark(message: &str) {
    draw(&render::message(message, plain()));
}

/// Whether a message need not be set anew to fit.
pub fn fits(message: &str) -> bool {
    let message = message.trim_end();
    render::message(message, plain()).trim_end() == message
}

/// How messages are set on standard error.
fn plain() -> Style {
    Style {
        width: terminal::room(error_is_terminal(), |name| std::env::var_os(name)),
        ..Style::default()
    }
}

/// What a renderer has made, colours and all, on standard error.
pub fn draw(rendered: &str) {
    // Who has closed standard error does not want to be told.
    let _ = io::stderr().write_all(rendered.as_bytes());
}

/// Whether a person sees what goes to standard error.
pub fn error_is_terminal() -> bool {
    io::stderr().is_terminal()
}

/// A file to read line by line; `-` is standard input.
///
/// # Errors
/// When the file cannot be opened.
pub fn input(path: &Path) -> anyhow::Result<Box<dyn BufRead>> {
    if path == Path::new("-") {
        return Ok(keyboard_or_pipe());
    }
    let file = File::open(path)
        .with_context(|| format!("cannot open {}; check the name of the file", path.display()))?;
    Ok(Box::new(BufReader::new(file)))
}

/// What a file of [`input`] is called in a message.
pub fn name(path: &Path) -> String {
    if path == Path::new("-") {
        "standard input".to_owned()
    } else {
        path.display().to_string()
    }
}

/// Standard input; a person at the keyboard is told how to end it.
pub fn keyboard_or_pipe() -> Box<dyn BufRead> {
    if io::stdin().is_terminal() {
        remark("reading from the keyboard; end with Ctrl-D on a line of its own");
    }
    Box::new(io::stdin().lock())
}

/// Whether an error only says that nobody reads standard output any more.
pub fn reader_is_gone(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(failed_write)
        .any(|kind| kind == io::ErrorKind::BrokenPipe)
}

fn failed_write(cause: &(dyn Error + 'static)) -> Option<io::ErrorKind> {
    if let Some(ArchiveError::Output(error)) = cause.downcast_ref() {
        return Some(error.kind());
    }
    cause.downcast_ref().map(io::Error::kind)
}
