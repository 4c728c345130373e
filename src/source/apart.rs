//! Reading in a process of its own what may bring a process down.
//!
//! The parent starts the program again and hands it documents, one after another; for each it waits a
//! limited time for the text. The child takes the memory and the time it may use from itself before it
//! reads. A child that took too long, or said something strange, is ended.

use super::pdf::{Extracted, Refusal, extract};
use super::{Reason, Stop};
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::panic;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// The argument with which a program is started that is to call [`read_apart`].
const READ_APART: &str = "read-apart";
/// Documents that one process reads before the next is started, so that what it does not give back
/// stays little.
const DOCUMENTS: u32 = 200;
/// The time of the processor that a child may use in all, in times of what one document may take. The
/// parent's clock is stricter; this ends a child whose parent died.
const ALL_DOCUMENTS: u64 = 10;
/// How often a parent that waits for an answer looks whether the reading was called off.
const GLANCE: Duration = Duration::from_millis(50);
/// How often a child looks whether its parent is still there.
const PARENT_GLANCE: Duration = Duration::from_millis(300);

/// How what may bring a process down is read.
#[derive(Clone, Debug)]
pub struct ReadApart {
    /// A program that calls [`read_apart`] first of all; without one the reading is done in this
    /// process, without limits.
    pub program: Option<PathBuf>,
    /// How many seconds a document may take.
    pub seconds: u64,
    /// How much memory it may take, in bytes.
    pub memory_bytes: u64,
    /// Children that wait for work.
    idle: Arc<Mutex<Vec<Reader>>>,
}

impl Default for ReadApart {
    /// A minute and a gigabyte, which books of a thousand pages stay far below.
    fn default() -> Self {
        Self::new(None, 60, 1_000_000_000)
    }
}

impl ReadApart {
    /// Reading by this program, with as many seconds and bytes of memory for a document.
    pub fn new(program: Option<PathBuf>, seconds: u64, memory_bytes: u64) -> Self {
        Self {
            program,
            seconds,
            memory_bytes,
            idle: Arc::default(),
        }
    }

    /// The text of a PDF.
    pub(super) fn extract(&self, bytes: &[u8], stop: &Stop) -> Result<Extracted, Reason> {
        let extracted = match &self.program {
            Some(program) => self.ask(program, bytes, stop)?,
            None => {
                let bytes = bytes.to_vec();
                panic::catch_unwind(|| extract(bytes)).unwrap_or(Err(Refusal::Broken))
            }
        };
        extracted.map_err(|refusal| match refusal {
            Refusal::Encrypted => Reason::Encrypted,
            Refusal::Broken => Reason::Damaged("not a readable PDF".to_owned()),
        })
    }

    fn ask(
        &self,
        program: &Path,
        bytes: &[u8],
        stop: &Stop,
    ) -> Result<Result<Extracted, Refusal>, Reason> {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = idle().pop();
        let mut reader = match waiting {
            Some(reader) => reader,
            None => Reader::start(program, self)?,
        };
        let answer = reader.answer(bytes, self, stop)?;
        let answer =
            postcard::from_bytes(&answer).map_err(|_| Reason::BroughtDown(self.memory_bytes))?;
        // One that failed is not kept: dropping it ends it.
        reader.documents += 1;
        if reader.documents < DOCUMENTS {
            idle().push(reader);
        }
        Ok(answer)
    }
}

/// A child that reads; it ends when this is dropped.
#[derive(Debug)]
struct Reader {
    child: Child,
    input: ChildStdin,
    output: ChildStdout,
    /// How many it has read.
    documents: u32,
}

impl Reader {
    fn start(program: &Path, limits: &ReadApart) -> Result<Self, Reason> {
        let mut command = Command::new(program);
        command
            .arg(READ_APART)
            .arg((limits.seconds * ALL_DOCUMENTS).to_string())
            .arg(limits.memory_bytes.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        set_apart(&mut command);
        let mut child = command.spawn()?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let (input, output) = pipes.ok_or(Reason::BroughtDown(limits.memory_bytes))?;
        Ok(Self {
            child,
            input,
            output,
            documents: 0,
        })
    }

    /// What the child says of a document.
    fn answer(
        &mut self,
        document: &[u8],
        limits: &ReadApart,
        stop: &Stop,
    ) -> Result<Vec<u8>, Reason> {
        let (input, output, child) = (&mut self.input, &mut self.output, &mut self.child);
        thread::scope(|scope| {
            let (sender, receiver) = mpsc::channel();
            // A child that dies does not read on, which its answer will show.
            scope.spawn(move || write_frame(input, document));
            scope.spawn(move || sender.send(read_frame(output)));
            let answer = awaited(&receiver, limits, stop);
            if answer.is_err() {
                // Its pipes close when it ends, and so do the threads that wait for them.
                let _ = child.kill();
            }
            answer
        })
    }
}

/// What comes before the time is up or the reading called off.
fn awaited(
    answers: &mpsc::Receiver<io::Result<Option<Vec<u8>>>>,
    limits: &ReadApart,
    stop: &Stop,
) -> Result<Vec<u8>, Reason> {
    let deadline = Instant::now() + Duration::from_secs(limits.seconds);
    loop {
        match answers.recv_timeout(GLANCE) {
            Ok(Ok(Some(answer))) => return Ok(answer),
            Ok(Ok(None) | Err(_)) => return Err(Reason::BroughtDown(limits.memory_bytes)),
            Err(_) if stop.is_asked() => return Err(Reason::CalledOff),
            Err(_) if Instant::now() >= deadline => return Err(Reason::TooSlow(limits.seconds)),
            Err(_) => {}
        }
    }
}

/// Keeps a Ctrl-C that is meant for the parent from the child: the parent ends it in order.
#[cfg(unix)]
fn set_apart(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

#[cfg(not(unix))]
fn set_apart(_: &mut Command) {}

impl Drop for Reader {
    fn drop(&mut self) {
        // One that has ended already is only taken note of.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads documents for a parent process, if `arguments` (the program's own name first) say that this
/// is what the process was started for; whether they do. A program that names itself in
/// [`ReadApart::program`] calls this before it does anything else.
///
/// # Errors
/// When the parent breaks off.
pub fn read_apart(
    arguments: &[OsString],
    mut input: impl Read,
    mut output: impl Write,
) -> io::Result<bool> {
    let [_, verb, limits @ ..] = arguments else {
        return Ok(false);
    };
    if verb != READ_APART {
        return Ok(false);
    }
    let mut limits = limits
        .iter()
        .filter_map(|limit| limit.to_str()?.parse().ok());
    limit(limits.next().zip(limits.next()));
    end_with_parent();
    while let Some(document) = read_frame(&mut input)? {
        let answer = postcard::to_allocvec(&extract(document)).map_err(io::Error::other)?;
        write_frame(&mut output, &answer)?;
    }
    Ok(true)
}

/// Writes how long a message is, then the message.
fn write_frame(out: &mut impl Write, message: &[u8]) -> io::Result<()> {
    out.write_all(&(message.len() as u64).to_le_bytes())?;
    out.write_all(message)?;
    out.flush()
}

/// Reads a message; `None` at the end.
fn read_frame(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut head = Vec::new();
    from.by_ref().take(8).read_to_end(&mut head)?;
    let Ok(head) = <[u8; 8]>::try_from(head.as_slice()) else {
        return Ok(None);
    };
    let length = u64::from_le_bytes(head);
    let mut message = Vec::new();
    from.take(length).read_to_end(&mut message)?;
    // Half a message is none.
    Ok((message.len() as u64 == length).then_some(message))
}

/// Takes from this process all time (in seconds) and memory (in bytes) beyond what it may use.
#[cfg(unix)]
fn limit(limits: Option<(u64, u64)>) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let Some((seconds, bytes)) = limits else {
        return;
    };
    for (resource, most) in [(Resource::Cpu, seconds), (Resource::As, bytes)] {
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        // Where the system knows no such limit, the parent's clock is left.
        let _ = setrlimit(resource, limit);
    }
}

/// Ends this process when its parent has ended without taking leave, even in the middle of a document.
#[cfg(unix)]
fn end_with_parent() {
    use rustix::process::{Signal, getpid, kill_process};
    use std::os::unix::process::parent_id;
    let parent = parent_id();
    thread::spawn(move || {
        while parent_id() == parent {
            thread::sleep(PARENT_GLANCE);
        }
        // Should this fail, the limit of time is left.
        let _ = kill_process(getpid(), Signal::KILL);
    });
}

#[cfg(not(unix))]
fn end_with_parent() {}

#[cfg(not(unix))]
fn limit(_: Option<(u64, u64)>) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_come_through_whole_or_not_at_all() {
        let mut pipe = Vec::new();
        write_frame(&mut pipe, b"Munition").expect("it takes all");
        write_frame(&mut pipe, b"").expect("it takes all");
        let mut whole = pipe.as_slice();
        assert_eq!(
            read_frame(&mut whole).ok(),
            Some(Some(b"Munition".to_vec()))
        );
        assert_eq!(read_frame(&mut whole).ok(), Some(Some(Vec::new())));
        assert_eq!(read_frame(&mut whole).ok(), Some(None));
        assert_eq!(read_frame(&mut &pipe[..12]).ok(), Some(None));
    }
}
