//! What long answers are shown in, as git does it.

use std::io::{self, BufWriter, Write};
use std::process::{Child, ChildStdin, Stdio};

use super::command_line::CommandLine;
use super::config::{Held, Origin};
use super::stream;

/// What `less` is told where the user tells it nothing: to leave at once when all fits the screen
/// (F), to draw colours and links (R), to keep the text when it ends (X), and to end with the program
/// that feeds it (K).
const LESS: &str = "FRXK";

/// Where results go: straight to standard output, or through a pager that starts with the first of
/// them, so that nothing is drawn over a progress bar. The pager is waited for when this is dropped.
pub struct Output {
    pager: Option<Held<CommandLine>>,
    /// Not there before the first result.
    open: Option<Open>,
}

enum Open {
    Direct(BufWriter<io::StdoutLock<'static>>),
    Paged {
        // Dropped first, which tells the pager that the answer is complete.
        input: BufWriter<ChildStdin>,
        _pager: Waiting,
    },
}

/// A pager that is waited for when it is dropped. How it ends is its own affair.
struct Waiting(Child);

impl Drop for Waiting {
    fn drop(&mut self) {
        let _ = self.0.wait();
    }
}

impl Output {
    /// Results through this pager, if there is one.
    pub fn through(pager: Option<Held<CommandLine>>) -> Self {
        Self { pager, open: None }
    }

    fn ready(&mut self) -> &mut dyn Write {
        let pager = &self.pager;
        let open = self.open.get_or_insert_with(|| match pager {
            Some(pager) => started(pager),
            None => Open::Direct(stream::output()),
        });
        match open {
            Open::Direct(output) => output,
            Open::Paged { input, .. } => input,
        }
    }
}

/// The pager with its input open; where it does not start, standard output.
fn started(pager: &Held<CommandLine>) -> Open {
    let mut command = pager.value.command([]);
    command.stdin(Stdio::piped());
    // All that is written is UTF-8, and without this less shows umlauts as <C3><BC> where no locale
    // is set.
    for (name, value) in [("LESS", LESS), ("LESSCHARSET", "utf-8"), ("LV", "-c")] {
        if std::env::var_os(name).is_none() {
            command.env(name, value);
        }
    }
    let child = command.spawn();
    let piped = child.map(|mut child| (child.stdin.take(), Waiting(child)));
    match piped {
        Ok((Some(input), _pager)) => Open::Paged {
            input: BufWriter::new(input),
            _pager,
        },
        Ok((None, _)) => Open::Direct(stream::output()),
        Err(error) => {
            // Who has not asked for a pager does not miss it.
            if pager.origin != Origin::Default {
                stream::remark(&format!(
                    "cannot start the pager {}: {error}; set BELEG_PAGER to another, or say --no-pager",
                    pager.value.text()
                ));
            }
            Open::Direct(stream::output())
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.ready().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        match &self.open {
            // Nothing was written, so there is nothing to show.
            None => Ok(()),
            Some(_) => self.ready().flush(),
        }
    }
}
