//! `beleg completions` and `beleg man`: what the program writes of itself.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::Context;
use clap::builder::PossibleValue;
use clap::{Arg, Command, CommandFactory};
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
    let command = command.clone().mut_args(with_values_in_help);
    let man = Man::new(command.clone())
        .source(version)
        .manual("User Commands");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    write_synopsis(&mut page, &command)?;
    if let Some(examples) = command.get_before_help() {
        write_examples(&mut page, &examples.to_string())?;
    }
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    Ok(page)
}

/// A few words that can be given stand in one line, as in the help, not as a list with a paragraph each.
fn with_values_in_help(option: Arg) -> Arg {
    let values = option.get_possible_values();
    let values: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let is_told = option.is_hide_possible_values_set() || !option.get_action().takes_values();
    if values.is_empty() || is_told {
        return option;
    }
    let help = option.get_help().map(ToString::to_string);
    let help = help.unwrap_or_default();
    option
        .help(format!("{help} [possible values: {}]", values.join(", ")))
        .hide_possible_values(true)
}

/// How the command is typed, its options as one word: they follow soon enough.
fn write_synopsis(page: &mut Vec<u8>, command: &Command) -> io::Result<()> {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let mut roff = Roff::new();
    roff.control("SH", ["SYNOPSIS"]);
    roff.text([roman(usage.trim_end())]);
    roff.to_writer(page)
}

/// Examples keep their lines; what stands behind them is text.
fn write_examples(page: &mut Vec<u8>, help: &str) -> io::Result<()> {
    let (examples, remarks) = help.split_once("\n\n").unwrap_or((help, ""));
    let examples = examples.strip_prefix("Examples:\n").unwrap_or(examples);
    let mut roff = Roff::new();
    roff.control("SH", ["EXAMPLES"]);
    // As far in as their help has them, so that what fits 80 columns there does so here.
    roff.control("in", ["0"]);
    roff.control("nf", []);
    for line in examples.lines() {
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
    roff.control("in", []);
    if !remarks.is_empty() {
        roff.control("PP", []);
        roff.text([roman(remarks.trim_end())]);
    }
    roff.to_writer(page)
}
