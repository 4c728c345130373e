//! Lives here: the command line: arguments, one file a command, exit codes, progress.
//! Comes in: what the user typed, and the environment.
//! Goes out: calls to the archive, its answers handed to the renderers, and an exit code.
//! Never enters: how anything is searched, read or drawn.

mod analyze;
mod arguments;
mod batch;
mod check;
mod command_line;
mod complaints;
mod config;
mod editor;
mod forecast;
mod guard;
mod index;
mod itself;
mod like;
mod mentions;
mod open;
mod overview;
mod pager;
mod people;
mod progress;
mod saved;
mod search;
mod settings;
mod show;
mod signals;
mod status;
mod stream;
mod terminal;
mod terms;
mod watch;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use arguments::{Arguments, Command};
use progress::ProgressBar;
use settings::Settings;
use signals::Interrupted;

use crate::archive::{self, Archive, Freshness};

/// Runs `beleg` with the arguments of this process.
///
/// Results go to standard output, everything else to standard error. The exit
/// code is 0 when something was found (or all claims are backed), 1 when nothing was (or not all
/// are), 2 on an error, and 130 when a Ctrl-C called it off.
/// A reader that goes away (`beleg … | head`) is not an error.
pub fn run() -> ExitCode {
    let typed: Vec<OsString> = std::env::args_os().collect();
    match archive::read_apart(&typed, io::stdin().lock(), io::stdout().lock()) {
        Ok(false) => {}
        Ok(true) => return ExitCode::SUCCESS,
        Err(_) => return ExitCode::from(2),
    }
    let arguments = match Arguments::read(&typed) {
        Ok(arguments) => arguments,
        Err(refusal) => return refusal.print(),
    };
    match act(arguments) {
        Ok(Outcome::Found) => ExitCode::SUCCESS,
        Ok(Outcome::Nothing) => ExitCode::from(1),
        Ok(Outcome::Refused) => ExitCode::from(2),
        Err(error) if error.is::<Interrupted>() => signals::end(&error),
        Err(error) if stream::reader_is_gone(&error) => ExitCode::SUCCESS,
        Err(error) => {
            stream::complain(&told(&error));
            ExitCode::from(2)
        }
    }
}

/// An error with its causes. A bare one of the system can only come from writing: every other has
/// been told what was being done.
fn told(error: &anyhow::Error) -> String {
    if error.chain().len() == 1 && error.is::<io::Error>() {
        return format!("the results cannot be written: {error}");
    }
    format!("{error:#}")
}

/// How a command ended, when it came to an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// There is a result.
    Found,
    /// All went well and there is nothing to show.
    Nothing,
    /// The user has been told why there is no result.
    Refused,
}

impl Outcome {
    /// The outcome of a question that found so much.
    fn of(found: u64) -> Self {
        match found {
            0 => Self::Nothing,
            _ => Self::Found,
        }
    }
}

/// What needs no settings is done without them: a faulty file must not stand in the way.
fn act(arguments: Arguments) -> anyhow::Result<Outcome> {
    match &arguments.command {
        Command::Completions(typed) => return itself::completions(typed),
        Command::Man(typed) => return itself::man(typed),
        Command::Config(typed) if typed.init => return config::begin(&Settings::files(), typed),
        _ => {}
    }
    let settings = Settings::from(&arguments)?;
    guard::guarded(&settings.places, || obey(&settings, arguments.command))
}

fn obey(settings: &Settings, command: Command) -> anyhow::Result<Outcome> {
    match command {
        Command::Search(typed) => search::run(settings, typed),
        Command::Save(typed) => saved::save(settings, &typed),
        Command::Run(typed) => saved::run(settings, &typed),
        Command::Saved(typed) => saved::list(settings, &typed),
        Command::Forget(typed) => saved::forget(settings, &typed),
        Command::Terms(typed) => terms::run(settings, typed),
        Command::Like(typed) => like::run(settings, typed),
        Command::Mentions(typed) => mentions::run(settings, typed),
        Command::People(typed) => people::run(settings, typed),
        Command::Check(typed) => check::run(settings, typed),
        Command::Index(typed) => index::run(settings, typed),
        Command::Status(typed) => status::run(settings, typed),
        Command::Show(typed) => show::run(settings, typed),
        Command::Open(typed) => open::run(settings, &typed),
        Command::Analyze(typed) => analyze::run(settings, typed),
        Command::Config(typed) => config::run(settings, &typed),
        Command::Completions(typed) => itself::completions(&typed),
        Command::Man(typed) => itself::man(&typed),
    }
}

/// Opens the archive with a bar for the case that there is much to read first.
fn open(settings: &Settings, freshness: Freshness) -> anyhow::Result<Archive> {
    signals::heeded(&settings.places.stop, || {
        let mut bar = ProgressBar::hidden();
        let archive = archive::open(&settings.places, freshness, &mut |state| bar.follow(state))?;
        bar.finish();
        Ok(archive)
    })
}
