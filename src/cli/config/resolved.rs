//! What holds in the end, each setting with where it comes from.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::error::Fault;
use super::{ConfigError, Held, Key, Written};
use crate::cli::arguments::{CommonArguments, WhenChoice};
use crate::cli::command_line::CommandLine;
use crate::render::LinkTemplate;

/// Articles shown to a person who named no number: what fits a few screens.
const LIMIT: usize = 10;

/// Hits of an article shown to a person.
const PASSAGES: usize = 3;

/// Where a link leads when nobody says more: to the file, on this machine.
const LINK: &str = "file://{host}{path}";

/// What opens documents when nobody says more.
const VIEWER: &str = if cfg!(target_os = "macos") {
    "open"
} else {
    "xdg-open"
};

/// What holds in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// Folders and files of articles; empty for those that the index remembers.
    pub roots: Held<Vec<PathBuf>>,
    /// The folder of the index.
    pub index: Held<PathBuf>,
    /// The user's files of other spellings and names.
    pub aliases: Held<Vec<PathBuf>>,
    /// The user's file of who is one person; `None` for the one beside the index.
    pub people_file: Held<Option<PathBuf>>,
    /// Articles shown to a person.
    pub limit: Held<usize>,
    /// Hits of an article shown to a person.
    pub passages: Held<usize>,
    /// When to use colours.
    pub color: Held<WhenChoice>,
    /// When citations are links.
    pub links: Held<WhenChoice>,
    /// What links look like.
    pub link: Held<LinkTemplate>,
    /// What long answers are shown in; without words they are shown directly.
    pub pager: Held<CommandLine>,
    /// What texts are opened in; without words nothing is known.
    pub editor: Held<CommandLine>,
    /// What documents are opened in.
    pub viewer: Held<CommandLine>,
}

impl Resolved {
    /// Flags over environment over files. `project` is the folder of the project, if there is one:
    /// what nobody names stands in it.
    ///
    /// # Errors
    /// When a variable of `beleg`'s own cannot be understood.
    pub fn of(
        typed: &CommonArguments,
        variable: impl Fn(&str) -> Option<OsString>,
        written: Written,
        project: Option<&Path>,
    ) -> Result<Self, ConfigError> {
        let around = Environment { variable };
        let home = project.unwrap_or(Path::new(""));
        let typed_index = typed.index.clone();
        let typed_roots = Some(typed.corpus.clone()).filter(|roots| !roots.is_empty());
        Ok(Self {
            roots: flag(typed_roots, "--corpus")
                .or_else(|| around.paths("BELEG_CORPUS"))
                .or(written.roots)
                .unwrap_or_else(|| Held::by_default(Vec::new())),
            index: flag(typed_index, "--index")
                .or_else(|| around.path("BELEG_INDEX"))
                .or(written.index)
                .unwrap_or_else(|| Held::by_default(home.join("index"))),
            aliases: around
                .paths("BELEG_ALIASES")
                .or(written.aliases)
                .unwrap_or_else(|| Held::by_default(Vec::new())),
            people_file: around
                .path("BELEG_PEOPLE")
                .or(written.people_file)
                .map_or_else(|| Held::by_default(None), |held| held.map(Some)),
            limit: written.limit.unwrap_or_else(|| Held::by_default(LIMIT)),
            passages: written
                .passages
                .unwrap_or_else(|| Held::by_default(PASSAGES)),
            color: color(typed.color, &around, written.color),
            links: flag(typed.links, "--links")
                .or(written.links)
                .unwrap_or_else(|| Held::by_default(WhenChoice::Auto)),
            link: match around.link("BELEG_LINK")?.or(written.link) {
                Some(link) => link,
                None => Held::by_default(built_in_link()),
            },
            pager: pager(typed.no_pager, &around, written.pager)?,
            editor: around
                .command("BELEG_EDITOR", Key::Editor)?
                .or(written.editor)
                .or_else(|| around.foreign_command("VISUAL"))
                .or_else(|| around.foreign_command("EDITOR"))
                .unwrap_or_else(|| Held::by_default(CommandLine::default())),
            viewer: around
                .command("BELEG_VIEWER", Key::Viewer)?
                .or(written.viewer)
                .unwrap_or_else(|| Held::by_default(CommandLine::of(VIEWER))),
        })
    }
}

fn flag<T>(typed: Option<T>, name: &'static str) -> Option<Held<T>> {
    typed.map(|value| Held::from_flag(value, name))
}

fn built_in_link() -> LinkTemplate {
    LinkTemplate::read(LINK).expect("the built-in template is one")
}

/// The conventions of no-color.org and bixense.com/clicolors. Who types `auto` asks for just these.
fn color<V: Fn(&str) -> Option<OsString>>(
    typed: Option<WhenChoice>,
    around: &Environment<V>,
    written: Option<Held<WhenChoice>>,
) -> Held<WhenChoice> {
    const FLAG: &str = "--color";
    if let Some(decided @ (WhenChoice::Always | WhenChoice::Never)) = typed {
        return Held::from_flag(decided, FLAG);
    }
    let text = |name| around.set(name);
    if text("NO_COLOR").is_some() {
        return Held::from_variable(WhenChoice::Never, "NO_COLOR");
    }
    if text("CLICOLOR_FORCE").is_some_and(|value| value != "0") {
        return Held::from_variable(WhenChoice::Always, "CLICOLOR_FORCE");
    }
    if text("CLICOLOR").is_some_and(|value| value == "0") {
        return Held::from_variable(WhenChoice::Never, "CLICOLOR");
    }
    flag(typed, FLAG)
        .or(written)
        .unwrap_or_else(|| Held::by_default(WhenChoice::Auto))
}

/// The order in which git looks for a pager. An empty one, or `cat`, is none.
fn pager<V: Fn(&str) -> Option<OsString>>(
    is_unwanted: bool,
    around: &Environment<V>,
    written: Option<Held<CommandLine>>,
) -> Result<Held<CommandLine>, ConfigError> {
    if is_unwanted {
        return Ok(Held::from_flag(CommandLine::default(), "--no-pager"));
    }
    let pager = around
        .command("BELEG_PAGER", Key::Pager)?
        .or(written)
        .or_else(|| around.foreign_command("PAGER"))
        .unwrap_or_else(|| Held::by_default(CommandLine::of("less")));
    Ok(pager.map(|line| match line.program_name().as_str() {
        "cat" => CommandLine::default(),
        _ => line,
    }))
}

/// The environment of the program.
struct Environment<V> {
    variable: V,
}

impl<V: Fn(&str) -> Option<OsString>> Environment<V> {
    /// A variable that is set to something.
    fn set(&self, name: &str) -> Option<OsString> {
        (self.variable)(name).filter(|value| !value.is_empty())
    }

    fn path(&self, name: &'static str) -> Option<Held<PathBuf>> {
        let path = self.set(name)?.into();
        Some(Held::from_variable(path, name))
    }

    fn paths(&self, name: &'static str) -> Option<Held<Vec<PathBuf>>> {
        let paths = std::env::split_paths(&self.set(name)?).collect();
        Some(Held::from_variable(paths, name))
    }

    /// A command in a variable of our own; an empty one means no program.
    fn command(
        &self,
        name: &'static str,
        key: Key,
    ) -> Result<Option<Held<CommandLine>>, ConfigError> {
        let Some(text) = (self.variable)(name) else {
            return Ok(None);
        };
        let line = CommandLine::read(&text.to_string_lossy());
        let line = line.map_err(|error| faulty(name, key, error.to_string()))?;
        Ok(Some(Held::from_variable(line, name)))
    }

    /// A command in a variable that other programs read as well. What they make of a quotation mark
    /// without its other half is not known, so it is taken as it stands.
    fn foreign_command(&self, name: &'static str) -> Option<Held<CommandLine>> {
        let text = (self.variable)(name)?;
        let text = text.to_string_lossy();
        // An empty pager means none; an empty editor means nothing.
        if text.trim().is_empty() && name != "PAGER" {
            return None;
        }
        let line = CommandLine::read(&text).unwrap_or_else(|_| CommandLine::of(&text));
        Some(Held::from_variable(line, name))
    }

    fn link(&self, name: &'static str) -> Result<Option<Held<LinkTemplate>>, ConfigError> {
        let Some(text) = self.set(name) else {
            return Ok(None);
        };
        let template = LinkTemplate::read(&text.to_string_lossy());
        let template = template.map_err(|error| faulty(name, Key::Link, error.to_string()))?;
        Ok(Some(Held::from_variable(template, name)))
    }
}

fn faulty(name: &'static str, key: Key, reason: String) -> ConfigError {
    let fault = Fault::Value { key, reason };
    ConfigError::Variable { name, fault }
}

#[cfg(test)]
mod tests;
