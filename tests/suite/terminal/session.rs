//! A terminal with the program in it.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::process::Child;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use pty_process::Size;
use pty_process::blocking::{Command, Pty};

use crate::harness::{BELEG, Collection};

/// How long a program may be silent before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(60);

/// A terminal that is about to be used.
pub struct Terminal {
    size: Size,
    variables: Vec<(String, String)>,
}

impl Terminal {
    /// A terminal of 24 lines and 80 columns that knows colours and links.
    pub fn new() -> Self {
        Self {
            size: Size::new(24, 80),
            variables: vec![("TERM".to_owned(), "xterm-256color".to_owned())],
        }
    }

    /// With so many columns.
    pub fn columns(self, columns: u16) -> Self {
        Self {
            size: Size::new(24, columns),
            ..self
        }
    }

    /// With this in the environment.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Starts `beleg` in it, in the folder of a collection.
    pub fn run<A: AsRef<OsStr>>(
        self,
        collection: &Collection,
        arguments: impl IntoIterator<Item = A>,
    ) -> Session {
        let (pty, pts) = pty_process::blocking::open().expect("the system has terminals left");
        pty.resize(self.size)
            .expect("a new terminal takes any size");
        let mut command = Command::new(BELEG)
            .args(arguments)
            .current_dir(collection.path(""));
        for (name, value) in collection.environment() {
            command = match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        let child = command.envs(self.variables).spawn(pts);
        Session::of(pty, child.expect("the program starts"))
    }

    /// What `beleg` leaves on it when nobody presses a key.
    pub fn show<A: AsRef<OsStr>>(
        self,
        collection: &Collection,
        arguments: impl IntoIterator<Item = A>,
    ) -> Shown {
        self.run(collection, arguments).finish()
    }
}

/// A program that runs in a terminal.
pub struct Session {
    pty: Arc<Pty>,
    child: Child,
    output: Receiver<Vec<u8>>,
    seen: Vec<u8>,
}

/// What a program left behind.
pub struct Shown {
    /// The exit code; `None` when a signal ended it.
    pub code: Option<i32>,
    /// All that was written, with every escape sequence.
    pub raw: String,
}

impl Shown {
    /// What a person reads of it.
    pub fn text(&self) -> String {
        visible(&self.raw)
    }

    /// Fails with all that was shown unless the run ended with this code.
    pub fn expect_code(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}", self.text());
        self
    }
}

impl Session {
    fn of(pty: Pty, child: Child) -> Self {
        let pty = Arc::new(pty);
        let (sender, output) = channel();
        let reader = Arc::clone(&pty);
        thread::spawn(move || {
            let mut chunk = [0; 4096];
            // Linux answers with an error when nobody holds the other side any more.
            while let Ok(length @ 1..) = (&*reader).read(&mut chunk) {
                if sender.send(chunk[..length].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            pty,
            child,
            output,
            seen: Vec::new(),
        }
    }

    /// Waits until a text can be read.
    pub fn wait_for(&mut self, text: &str) {
        while !visible(&self.raw()).contains(text) {
            match self.output.recv_timeout(PATIENCE) {
                Ok(chunk) => self.seen.extend(chunk),
                Err(_) => panic!("{text:?} does not come, only:\n{}", visible(&self.raw())),
            }
        }
    }

    /// Presses keys: `q`, `\r` for Enter, `\u{3}` for Ctrl-C.
    pub fn press(&self, keys: &str) {
        (&*self.pty)
            .write_all(keys.as_bytes())
            .expect("the terminal takes keys");
    }

    /// Waits for the end of the program.
    pub fn finish(mut self) -> Shown {
        loop {
            match self.output.recv_timeout(PATIENCE) {
                Ok(chunk) => self.seen.extend(chunk),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    // Whatever it is waiting for will not come.
                    let _ = self.child.kill();
                    panic!("it does not end; it shows:\n{}", visible(&self.raw()));
                }
            }
        }
        let status = self.child.wait().expect("the program can be waited for");
        Shown {
            code: status.code(),
            raw: self.raw(),
        }
    }

    fn raw(&self) -> String {
        String::from_utf8_lossy(&self.seen).replace("\r\n", "\n")
    }
}

/// The text without its escape sequences; a line that is begun anew, as those of progress bars are,
/// counts as it was last.
fn visible(raw: &str) -> String {
    let mut text = String::new();
    let mut signs = raw.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\u{1b}' => {}
            '\r' => {
                text.truncate(text.rfind('\n').map_or(0, |end| end + 1));
                continue;
            }
            sign => {
                text.push(sign);
                continue;
            }
        }
        match signs.next() {
            // CSI: parameters, and a letter that ends them.
            Some('[') => {
                signs.find(|sign| ('@'..='~').contains(sign));
            }
            // OSC: up to BEL, or ESC and a backslash.
            Some(']') => {
                let end = signs.find(|sign| matches!(sign, '\u{7}' | '\u{1b}'));
                if end == Some('\u{1b}') {
                    signs.next();
                }
            }
            _ => {}
        }
    }
    text
}

#[test]
fn escape_sequences_are_not_read() {
    let raw =
        "\u{1b}[1m\u{1b}]8;;file:///a\u{1b}\\a.txt\u{1b}]8;;\u{1b}\\\u{1b}[0m: ü\u{1b}]0;x\u{7}!";
    assert_eq!(visible(raw), "a.txt: ü!");
    assert_eq!(visible("a\n10 %\r20 %\r\u{1b}[2Kdone\n"), "a\ndone\n");
}
