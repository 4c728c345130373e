//! `beleg open`, `config`, `completions` and `man`: the program and what is around it.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

use super::choices::PlainFormat;

pub const OPEN_EXAMPLES: &str = "\
Examples:
  beleg open corpus/001_9643a6726ce6d8a4.txt:11:1  # in your editor, at the line
  beleg open corpus/b.pdf             # in your viewer
  export BELEG_EDITOR='code --goto {path}:{line}:{column}'

The editor is BELEG_EDITOR, `editor` of your configuration, VISUAL or EDITOR, in
this order; PDF, web pages and the like open in BELEG_VIEWER (xdg-open).
";

pub const CONFIG_EXAMPLES: &str = "\
Examples:
  beleg config                        # what is set, and where
  beleg config --init                 # writes ./beleg.toml, all explained
  beleg config --init --user          # the same for your own file

Options win over the environment, that over the beleg.toml of this folder or one
above it, that over your own file.
";

pub const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  beleg completions bash > ~/.local/share/bash-completion/completions/beleg
  beleg completions zsh > ~/.zfunc/_beleg  # with fpath+=~/.zfunc in .zshrc
  beleg completions fish > ~/.config/fish/completions/beleg.fish
  beleg completions powershell >> $PROFILE
";

pub const MAN_EXAMPLES: &str = "\
Examples:
  beleg man | man -l -                # the page of beleg
  beleg man ~/.local/share/man/man1   # all pages, for man beleg-search
";

#[derive(Debug, Args)]
pub struct OpenArguments {
    /// A citation as `search` prints it: path:line:column, path:line, path or path#record
    #[arg(value_name = "CITATION")]
    pub citation: String,
}

#[derive(Debug, Args)]
pub struct ConfigArguments {
    /// Write a first file, with every setting explained
    #[arg(long)]
    pub init: bool,
    /// With --init: your own file, not that of this folder
    #[arg(long, requires = "init")]
    pub user: bool,
    /// How the answer is written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: PlainFormat,
}

#[derive(Debug, Args)]
pub struct CompletionsArguments {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

#[derive(Debug, Args)]
pub struct ManArguments {
    /// The folder to write the pages of all commands to; without it, that of beleg is printed
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
}
