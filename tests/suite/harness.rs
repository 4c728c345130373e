//! A folder of articles and the built `beleg` beside it, so that tests read as sentences.
//!
//! ```text
//! let answer = Collection::new().file("a.txt", "Die Munition ist knapp.").beleg(["search", "Munition"]);
//! assert_eq!(answer.code(), 0);
//! ```

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The built program.
pub const BELEG: &str = env!("CARGO_BIN_EXE_beleg");

/// Settings from outside that would change an answer.
const FOREIGN_SETTINGS: [&str; 21] = [
    "BELEG_ALIASES",
    "BELEG_CORPUS",
    "BELEG_EDITOR",
    "BELEG_INDEX",
    "BELEG_LINK",
    "BELEG_PAGER",
    "BELEG_PEOPLE",
    "BELEG_VIEWER",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "EDITOR",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "LESS",
    "LESSCHARSET",
    "LESSOPEN",
    "NO_COLOR",
    "PAGER",
    "VISUAL",
];

/// A working directory of its own with an empty `corpus/`, gone when dropped.
pub struct Collection {
    folder: TempDir,
}

impl Collection {
    /// A collection without articles.
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder can be made");
        fs::create_dir(folder.path().join("corpus")).expect("a fresh folder takes a subfolder");
        Self { folder }
    }

    /// A copy of the five articles that come with the project.
    pub fn of_the_project() -> Self {
        let collection = Self::new();
        for entry in fs::read_dir(project("corpus")).expect("the project has a corpus") {
            let source = entry.expect("the corpus can be listed").path();
            let name = source.file_name().expect("a listed file has a name");
            fs::copy(&source, collection.path("corpus").join(name))
                .expect("an article can be copied");
        }
        collection
    }

    /// With this article in `corpus/`.
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self.write(&format!("corpus/{name}"), content);
        self
    }

    /// Puts a file anywhere below the working directory, over the one that was there.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        let parent = path.parent().expect("a file stands in a folder");
        fs::create_dir_all(parent).expect("its folder can be made");
        fs::write(path, content).expect("a file can be written");
    }

    /// A place below the working directory.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs `beleg` here.
    pub fn beleg<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Answer {
        self.beleg_reading("", arguments)
    }

    /// Runs `beleg` here with this on its standard input.
    pub fn beleg_reading<A: AsRef<OsStr>>(
        &self,
        input: impl AsRef<[u8]>,
        arguments: impl IntoIterator<Item = A>,
    ) -> Answer {
        let mut command = self.command(BELEG);
        command.args(arguments);
        Answer::of(command, input.as_ref())
    }

    /// Runs a line of shell here, in which `beleg` is the built program.
    pub fn shell(&self, line: &str) -> Answer {
        let mut folders = vec![program_folder().to_path_buf()];
        folders.extend(std::env::split_paths(
            &std::env::var_os("PATH").unwrap_or_default(),
        ));
        let mut command = self.command("sh");
        command.args(["-c", line]);
        command.env(
            "PATH",
            std::env::join_paths(folders).expect("a PATH can be extended"),
        );
        Answer::of(command, &[])
    }

    /// Any program, run here and free of settings from outside.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder.path());
        for (name, value) in self.environment() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command
    }

    /// What is to be set, or not, in the environment of a program that runs here.
    pub fn environment(&self) -> impl Iterator<Item = (&'static str, Option<PathBuf>)> {
        let own_settings = ("XDG_CONFIG_HOME", Some(self.path(".config")));
        let foreign = FOREIGN_SETTINGS.into_iter().map(|name| (name, None));
        foreign.chain([own_settings])
    }
}

/// What a run left behind.
pub struct Answer {
    output: Output,
}

impl From<Output> for Answer {
    fn from(output: Output) -> Self {
        Self { output }
    }
}

impl Answer {
    /// Runs a command to its end, feeding it `input`.
    pub fn of(mut command: Command, input: &[u8]) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut pipe = child.stdin.take().expect("its input is piped");
        let output = std::thread::scope(|scope| {
            // A program may end without reading its input; that is its right.
            scope.spawn(move || pipe.write_all(input).ok());
            child.wait_with_output().expect("the program ends")
        });
        Self { output }
    }

    /// The exit code.
    pub fn code(&self) -> i32 {
        self.output
            .status
            .code()
            .expect("the program was not killed")
    }

    /// Standard output, which is always UTF-8.
    pub fn stdout(&self) -> &str {
        std::str::from_utf8(&self.output.stdout).expect("standard output is UTF-8")
    }

    /// Standard error, which is always UTF-8.
    pub fn stderr(&self) -> &str {
        std::str::from_utf8(&self.output.stderr).expect("standard error is UTF-8")
    }

    /// Every line of standard output as JSON.
    pub fn json(&self) -> Vec<Value> {
        let parse = |line| {
            serde_json::from_str(line).unwrap_or_else(|error| panic!("not JSON ({error}): {line}"))
        };
        self.stdout().lines().map(parse).collect()
    }

    /// The `data` of every JSON line of one type: `begin`, `hit`, `summary`, `token`.
    pub fn lines_of_type(&self, kind: &str) -> Vec<Value> {
        self.json()
            .into_iter()
            .filter(|line| line["type"] == kind)
            .map(|mut line| line["data"].take())
            .collect()
    }

    /// The `data` of the only JSON line of a type.
    pub fn only(&self, kind: &str) -> Value {
        let mut lines = self.lines_of_type(kind);
        assert_eq!(
            lines.len(),
            1,
            "one line of type {kind} expected in:\n{}",
            self.stdout()
        );
        lines.remove(0)
    }

    /// The hits in their order, each as `000:7 Munition`: the article, the line of the block, and
    /// what is marked in it.
    pub fn hits(&self) -> Vec<String> {
        self.lines_of_type("hit").iter().map(in_short).collect()
    }

    /// The hits as [`Answer::hits`] writes them, by article and line.
    pub fn sorted_hits(&self) -> Vec<String> {
        let mut hits = self.lines_of_type("hit");
        hits.sort_by_key(|hit| (text(&hit["article"]["id"]), hit["block"]["line"].as_u64()));
        hits.iter().map(in_short).collect()
    }

    /// The articles found, the best first.
    pub fn articles(&self) -> Vec<String> {
        let hits = self.lines_of_type("hit");
        let mut articles: Vec<String> = hits.iter().map(article_in_short).collect();
        articles.dedup();
        articles
    }

    /// Standard output with its milliseconds, which no two runs share, taken out.
    pub fn timeless(&self) -> String {
        let mut timeless = String::new();
        for line in self.stdout().split_inclusive('\n') {
            match line.split_once("\"elapsed_ms\":") {
                Some((before, after)) => {
                    timeless += before;
                    timeless += after.trim_start_matches(|digit: char| digit.is_ascii_digit());
                }
                None => timeless += line,
            }
        }
        timeless
    }

    /// Fails with all that was printed unless the run ended with this code.
    pub fn expect_code(self, code: i32) -> Self {
        assert_eq!(
            self.code(),
            code,
            "stdout:\n{}\nstderr:\n{}",
            self.stdout(),
            self.stderr()
        );
        self
    }
}

/// A text in JSON.
pub fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// What is marked in a hit, in order.
pub fn marked(hit: &Value) -> Vec<String> {
    let block = text(&hit["text"]);
    let place = |mark: &Value, end| mark[end].as_u64().expect("an offset") as usize;
    let marks = hit["marks"].as_array().expect("a list of marks").iter();
    marks
        .map(|mark| block[place(mark, "start")..place(mark, "end")].to_owned())
        .collect()
}

fn in_short(hit: &Value) -> String {
    let place = format!("{}:{}", article_in_short(hit), hit["block"]["line"]);
    format!("{place} {}", marked(hit).join(", "))
        .trim_end()
        .to_owned()
}

/// `000` for the article `000_….txt`, `a` for `a.txt`, `a.jsonl#1` for a record.
fn article_in_short(hit: &Value) -> String {
    let id = text(&hit["article"]["id"]);
    match id.split_once(['_', '.']) {
        Some((short, _)) if !id.contains('#') => short.to_owned(),
        _ => id,
    }
}

/// A place in the project's own folder.
pub fn project(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn program_folder() -> &'static Path {
    Path::new(BELEG)
        .parent()
        .expect("a program stands in a folder")
}
