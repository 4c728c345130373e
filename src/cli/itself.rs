//! `beleg completions` and `beleg man`: what the program writes of itself.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::Context;
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::arguments::{Arguments, CompletionsArguments, ManArguments};
use super::{Outcome, stream};

/// Prints the script that makes a shell complete what is typed.
pub fn completions(typed: &CompletionsArguments) -> anyhow::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(typed.shell, &mut Arguments::command(), "beleg", &mut script);
    print(&script)
}

/// Prints the man page of `beleg`, or writes those of all commands into a folder.
pub fn man(typed: &ManArguments) -> anyhow::Result<Outcome> {
    let mut whole = Arguments::command();
    // What every command takes becomes part of each of them.
    whole.build();
    match &typed.folder {
        None => print(&page(&whole)?),
        Some(folder) => {
            fs::create_dir_all(folder)
                .with_context(|| format!("cannot make {}", folder.display()))?;
            let written = write_pages(&whole, folder)?;
            stream::remark(&format!("{written} pages written to {}", folder.display()));
            Ok(Outcome::Found)
        }
    }
}

fn print(bytes: &[u8]) -> anyhow::Result<Outcome> {
    let mut output = stream::output();
    output.write_all(bytes)?;
    output.flush()?;
    Ok(Outcome::Found)
}

/// Writes the page of the program and one a command, and returns how many that are.
fn write_pages(whole: &Command, folder: &Path) -> anyhow::Result<usize> {
    let commands = whole
        .get_subcommands()
        .filter(|command| !command.is_hide_set());
    let commands = commands.filter(|command| command.get_name() != "help");
    let all: Vec<&Command> = std::iter::once(whole).chain(commands).collect();
    for command in &all {
        let name = command.get_display_name().unwrap_or(command.get_name());
        let path = folder.join(format!("{name}.1"));
        fs::write(&path, page(command)?)
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(all.len())
}

/// The man page of a command, the examples before the options as in its help.
fn page(command: &Command) -> io::Result<Vec<u8>> {
    let version = format!("beleg {}", env!("CARGO_PKG_VERSION"));
    let man = Man::new(command.clone())
        .source(version)
        .manual("User Commands");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    if let Some(examples) = command.get_before_help() {
        write_examples(&mut page, &examples.to_string())?;
    }
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    Ok(page)
}

/// Examples keep their lines; what stands behind them is text.
fn write_examples(page: &mut Vec<u8>, help: &str) -> io::Result<()> {
    let (examples, remarks) = help.split_once("\n\n").unwrap_or((help, ""));
    let examples = examples.strip_prefix("Examples:\n").unwrap_or(examples);
    let mut roff = Roff::new();
    roff.control("SH", ["EXAMPLES"]);
    roff.control("nf", []);
    for line in examples.lines() {
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
    if !remarks.is_empty() {
        roff.control("PP", []);
        roff.text([roman(remarks.trim_end())]);
    }
    roff.to_writer(page)
}
