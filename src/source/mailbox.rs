//! Mailboxes in the form of RFC 4155: messages one after another, each below a line `From …`.

use super::hashed::Hashed;
use super::mail;
use super::names::Names;
use super::record::{EachRecord, Faulty, RawRecord};
use super::scope::{Input, Scope};
use super::{Format, Reason};
use crate::article::RecordStart;
use std::io::{BufRead, BufReader, Read};
use std::ops::ControlFlow;

/// Reads the messages in their order. Each is called by its `Message-ID`, which stays when others
/// leave the mailbox, or else by its number.
pub(super) fn read(
    input: Input,
    scope: &Scope,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    let mut hashing = Hashed::new(input);
    let mut messages = Messages {
        file: BufReader::new(&mut hashing),
        longest: scope.limits.record_bytes,
        at: RecordStart::default(),
        line: Vec::new(),
    };
    messages.begin()?;
    let mut names = Names::default();
    let mut number = 0u64;
    while let Some((start, message)) = messages.next_message()? {
        number += 1;
        let flow = match message {
            Ok(bytes) => {
                let id = mail::message_id(&bytes).unwrap_or_else(|| number.to_string());
                let record = RawRecord {
                    name: Some(names.unique(id)),
                    start,
                    ..RawRecord::whole(bytes, Format::Mail)
                };
                mail::read_message(record, scope, each)
            }
            Err(reason) => each(Err(Faulty::on_line(start.line + 1, reason))),
        };
        if flow == ControlFlow::Break(()) {
            return Ok(None);
        }
    }
    drop(messages);
    Ok(Some(hashing.finish_whole()?))
}

/// The messages of a mailbox, of which one is held at a time.
struct Messages<R> {
    file: BufReader<R>,
    longest: u64,
    /// Behind the last line read.
    at: RecordStart,
    /// The last line read, with its end.
    line: Vec<u8>,
}

/// Where a message begins, and its bytes unless there are too many.
type FoundMessage = (RecordStart, Result<Vec<u8>, Reason>);

impl<R: Read> Messages<R> {
    /// Passes the line over the first message.
    fn begin(&mut self) -> Result<(), Reason> {
        self.next_line()?;
        match self.line.starts_with(b"From ") {
            true => Ok(()),
            false => Err(Reason::Damaged(
                "a mailbox begins with a line `From …`".to_owned(),
            )),
        }
    }

    /// The message that begins here, up to the line over the next.
    fn next_message(&mut self) -> Result<Option<FoundMessage>, Reason> {
        if self.line.is_empty() {
            return Ok(None);
        }
        let start = self.at;
        let mut message = Vec::new();
        let mut length = 0;
        let mut after_blank = false;
        loop {
            self.next_line()?;
            if self.line.is_empty() || after_blank && self.line.starts_with(b"From ") {
                break;
            }
            after_blank = self.line.trim_ascii().is_empty();
            length += self.line.len() as u64;
            match length <= self.longest {
                true => message.extend_from_slice(&self.line),
                false => message = Vec::new(),
            }
        }
        let message = match length <= self.longest {
            true => Ok(message),
            false => Err(Reason::TooLarge(self.longest)),
        };
        Ok(Some((start, message)))
    }

    /// Reads a line, or as much of it as a message may have; none is left at the end.
    fn next_line(&mut self) -> Result<(), Reason> {
        self.line.clear();
        let mut limited = (&mut self.file).take(self.longest + 1);
        limited.read_until(b'\n', &mut self.line)?;
        self.at.byte += self.line.len() as u64;
        self.at.line += u32::from(self.line.ends_with(b"\n"));
        Ok(())
    }
}
