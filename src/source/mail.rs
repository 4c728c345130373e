//! Messages of electronic mail (RFC 5322, MIME). Attachments are read like members of an archive.
//!
//! Where a message is written as it is read (7bit and 8bit), its bytes are cited. Where it is packed
//! for transport (quoted-printable, base64, coded headers), the text is extracted first, and
//! citations name the MIME part, numbered as IMAP does (RFC 3501, section 6.4.5).

use super::names::Names;
use super::record::{EachRecord, Faulty, RawRecord};
use super::scope::{Input, Scope};
use super::{Format, Reason, mail_text, whole};
use crate::article::{self, Article, Draft, Origin, Property, RecordStart, Statement};
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};
use std::ops::ControlFlow;

/// Parts of a message that may hold others. A chain of them, each in the one before, is taken apart
/// one inside the other, which takes room on the stack; no message that people write has a hundred.
const MOST_CONTAINERS: usize = 1_000;

/// Reads a file that is one message.
pub(super) fn read(
    input: Input,
    scope: &Scope,
    each: &mut EachRecord,
) -> Result<Option<[u8; 32]>, Reason> {
    let record = RawRecord::whole(whole::bytes(input, scope.limits)?, Format::Mail);
    let hash = record.hash;
    Ok(read_message(record, scope, each)
        .is_continue()
        .then_some(hash))
}

/// Hands on a message, then what is attached to it.
pub(super) fn read_message(
    record: RawRecord,
    scope: &Scope,
    each: &mut EachRecord,
) -> ControlFlow<()> {
    let attachments = match parsed(&record.bytes) {
        Ok(message) => attachments(&message),
        // That it is no message is told when it is parsed.
        Err(_) => Vec::new(),
    };
    let name = record.name.clone();
    each(Ok(record))?;
    let mut names = Names::default();
    for (file, bytes) in attachments {
        let file = names.unique_file(file);
        scope.read_member(&file, &mut bytes.as_slice(), &mut |attached| match &name {
            Some(name) => each(
                attached
                    .map(|record| record.inside(name))
                    .map_err(|faulty| faulty.inside(name)),
            ),
            None => each(attached),
        })?;
        if scope.is_spent() {
            return each(Err(Faulty::member(&file, Reason::bomb())));
        }
    }
    ControlFlow::Continue(())
}

/// The name that a message gives itself, without its angle brackets.
pub(super) fn message_id(bytes: &[u8]) -> Option<String> {
    let headers = MessageParser::default().parse_headers(bytes)?;
    let id = headers.message_id()?.trim();
    (!id.is_empty()).then(|| id.to_owned())
}

/// Finds who wrote what when.
pub(super) fn parse(record: &RawRecord) -> Result<Article, Reason> {
    let message = parsed(&record.bytes)?;
    let mut draft = Draft {
        record: record.name.clone(),
        record_start: record.start,
        hash: record.hash,
        ..Draft::default()
    };
    mail_text::fill(&mut draft, &message, &record.bytes);
    if !draft.parts.is_empty() {
        // Lines and bytes count in the text of the parts.
        draft.record_start = RecordStart::default();
    }
    if draft.text.trim().is_empty() {
        return Err(Reason::Empty);
    }
    let author = message.from().and_then(|from| from.first());
    let author = author.and_then(|author| author.name().or(author.address()));
    let date = message.date().filter(|date| date.is_valid());
    let date = date.map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day));
    let said = [
        (Property::Title, message.subject()),
        (Property::Author, author),
        (Property::Date, date.as_deref()),
    ];
    draft.said = said
        .into_iter()
        .filter_map(|(property, value)| Some(Statement::new(property, Origin::Header, value?)))
        .collect();
    Ok(article::build(draft))
}

/// The text of the parts of a message that is packed; `None` where the bytes are the text.
pub(super) fn extracted(record: &RawRecord) -> Result<Option<String>, Reason> {
    Ok(mail_text::extracted_text(
        &parsed(&record.bytes)?,
        &record.bytes,
    ))
}

fn parsed(bytes: &[u8]) -> Result<Message<'_>, Reason> {
    if containers(bytes).nth(MOST_CONTAINERS).is_some() {
        return Err(Reason::TooDeep);
    }
    let message = MessageParser::default().parse(bytes);
    let has_headers = |message: &Message<'_>| {
        let known = [message.subject(), message.message_id()];
        known.iter().any(Option::is_some) || message.from().is_some() || message.date().is_some()
    };
    message
        .filter(has_headers)
        .ok_or_else(|| Reason::Damaged("no headers of a message".to_owned()))
}

/// Where headers stand, in whatever case, which say that a part may hold others.
fn containers(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let begins = |at: usize, word: &[u8]| {
        let there = bytes.get(at..at + word.len());
        there.is_some_and(|there| there.eq_ignore_ascii_case(word))
    };
    let mut behind = 0;
    // Hyphens are rarer than letters.
    let hyphens = memchr::memchr_iter(b'-', bytes).filter_map(|at| at.checked_sub(7));
    hyphens.filter(move |&at| {
        if at < behind || !begins(at, b"content-type") {
            return false;
        }
        // What stands inside the value is passed over, or many of them would take forever.
        behind = at + header_value(&bytes[at..]).len();
        (at..behind).any(|word| begins(word, b"message") || begins(word, b"multipart"))
    })
}

/// The beginning of a message up to the first line end behind which no blank goes on with the header.
fn header_value(bytes: &[u8]) -> &[u8] {
    let mut ends = memchr::memchr_iter(b'\n', bytes);
    let end = ends.find(|end| !matches!(bytes.get(end + 1), Some(b' ' | b'\t')));
    &bytes[..end.unwrap_or(bytes.len())]
}

/// What is attached: names and bytes.
fn attachments(message: &Message<'_>) -> Vec<(String, Vec<u8>)> {
    let attached = (1..).zip(message.attachments());
    attached
        .map(|(number, part)| (file_name(number, part), contents(message, part)))
        .collect()
}

fn file_name(number: u32, part: &MessagePart<'_>) -> String {
    let said = part
        .attachment_name()
        .map(|name| name.replace(['/', '\\', '#'], "_"));
    let ending = match &part.body {
        PartType::Message(_) => ".eml",
        PartType::Html(_) => ".html",
        PartType::Text(_) => ".txt",
        _ => "",
    };
    match said.filter(|name| !name.trim().is_empty()) {
        Some(name) if name.contains('.') => name,
        Some(name) => format!("{name}{ending}"),
        None => format!("attachment-{number}{ending}"),
    }
}

fn contents(message: &Message<'_>, part: &MessagePart<'_>) -> Vec<u8> {
    let raw = part.offset_body as usize..part.offset_end as usize;
    match (&part.body, part.encoding) {
        // As it was sent, in whichever encoding.
        (_, Encoding::None) => message.raw_message.get(raw).unwrap_or_default().to_vec(),
        (PartType::Message(inner), _) => inner.raw_message.to_vec(),
        _ => part.contents().to_vec(),
    }
}
