//! The text of a message: its subject over its bodies, with the way back to the bytes.

use super::{encoding, page};
use crate::article::{Block, BlockKind, Draft, Part, PartName};
use crate::span::{Coding, Excerpt, MapBuilder, Position, SourceMap, TextSpan};
use mail_parser::{Encoding, HeaderName, Message, MessagePart, PartType};

/// What parts the subject and the bodies.
const BETWEEN: &str = "\n\n";

/// The subject or a body of a message.
struct Stretch {
    /// What the part is called.
    name: String,
    /// It as it stands there, decoded.
    source: String,
    /// Whether that is HTML.
    is_markup: bool,
    /// From it to the bytes of the message, or to the text that is extracted from it.
    map: SourceMap,
}

/// Where a stretch stands in the bytes of its message.
struct Written {
    start: usize,
    coding: Coding,
    text: String,
}

/// Gives a draft the text of `message`, whose bytes are `bytes`. It gets parts only when the map does
/// not lead to those bytes but to the text of the parts, one behind another with a blank line between.
pub(super) fn fill(draft: &mut Draft, message: &Message<'_>, bytes: &[u8]) {
    let stretches = match written(message, bytes) {
        Some(stretches) => stretches,
        None => extracted(message, &mut draft.parts),
    };
    let has_markup = stretches.iter().any(|stretch| stretch.is_markup);
    let mut outline = Vec::new();
    for stretch in stretches {
        if !draft.text.is_empty() {
            draft.text.push_str(BETWEEN);
        }
        let start = draft.text.len();
        if stretch.is_markup {
            let mut body = Draft::default();
            page::fill(&mut body, &stretch.source, &stretch.map);
            let blocks = body.outline.into_iter().flatten();
            outline.extend(blocks.map(|block| Block {
                span: block.span.shifted(start),
                ..block
            }));
            draft.map.append(start, body.map);
            draft.text.push_str(&body.text);
        } else {
            let (text, map) = unquoted(&stretch.source).finish(&stretch.source, &stretch.map);
            outline.extend(plain_blocks(&stretch.name, &text, start));
            draft.map.append(start, map);
            draft.text.push_str(&text);
        }
    }
    // Without markup the form of the text tells more.
    draft.outline = has_markup.then_some(outline);
}

/// The text that the parts of a message make one behind another; `None` when its own bytes are the
/// text.
pub(super) fn extracted_text(message: &Message<'_>, bytes: &[u8]) -> Option<String> {
    if written(message, bytes).is_some() {
        return None;
    }
    let stretches = extracted(message, &mut Vec::new());
    let sources: Vec<&str> = stretches
        .iter()
        .map(|stretch| stretch.source.as_str())
        .collect();
    Some(sources.join(BETWEEN))
}

/// A plain text without the mark that mailboxes put before lines that begin with `From `, so that
/// they are not taken for the line over the next message.
fn unquoted(source: &str) -> Excerpt {
    let mut text = Excerpt::default();
    let mut start = 0;
    for (mark, _) in source.match_indices(">From ") {
        if mark == 0 || source[..mark].ends_with('\n') {
            text.copy(source, TextSpan::new(start, mark));
            start = mark + 1;
        }
    }
    text.copy(source, TextSpan::new(start, source.len()));
    text
}

/// The paragraphs of a plain stretch that stands at `start` of the text.
fn plain_blocks(name: &str, text: &str, start: usize) -> Vec<Block> {
    let kind = match name {
        "Subject" => BlockKind::Headline,
        _ => BlockKind::Paragraph,
    };
    let paragraphs = text
        .split("\n\n")
        .flat_map(|paragraph| paragraph.split("\r\n\r\n"));
    paragraphs
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
        .map(|paragraph| {
            let from = start + (paragraph.as_ptr() as usize - text.as_ptr() as usize);
            Block {
                kind,
                span: TextSpan::new(from, from + paragraph.len()),
            }
        })
        .collect()
}

/// The stretches with maps to the bytes of the message; `None` when any of them is packed there.
fn written(message: &Message<'_>, bytes: &[u8]) -> Option<Vec<Stretch>> {
    let mut stretches = Vec::new();
    let mut lines = Lines::default();
    if let Some(subject) = message.subject() {
        let written = written_subject(message, subject, bytes)?;
        let position = lines.position(bytes, written.start);
        stretches.push(written.placed("Subject".to_owned(), false, position));
    }
    for (name, part) in text_parts(message) {
        let is_markup = matches!(part.body, PartType::Html(_));
        let written = written_body(part, bytes)?;
        let position = lines.position(bytes, written.start);
        stretches.push(written.placed(name, is_markup, position));
    }
    Some(stretches)
}

/// Counts the lines of a message once, however many parts it has.
#[derive(Default)]
struct Lines {
    byte: usize,
    /// Line feeds before that byte.
    line: u32,
}

impl Lines {
    fn position(&mut self, bytes: &[u8], start: usize) -> Position {
        if start < self.byte {
            *self = Self::default();
        }
        self.line += memchr::memchr_iter(b'\n', &bytes[self.byte..start]).count() as u32;
        self.byte = start;
        let line_start = memchr::memrchr(b'\n', &bytes[..start]).map_or(0, |last| last + 1);
        Position {
            line: self.line,
            column: (start - line_start) as u32,
        }
    }
}

impl Written {
    fn placed(self, name: String, is_markup: bool, position: Position) -> Stretch {
        let mut map = MapBuilder::new(self.start as u64, position);
        map.run(self.coding, &self.text);
        Stretch {
            name,
            source: self.text,
            is_markup,
            map: map.finish(),
        }
    }
}

fn written_subject(message: &Message<'_>, subject: &str, bytes: &[u8]) -> Option<Written> {
    let headers = message.headers().iter();
    let mut headers = headers.rev();
    let header = headers.find(|header| header.name == HeaderName::Subject)?;
    let raw = bytes.get(header.offset_start() as usize..header.offset_end() as usize)?;
    let raw = str::from_utf8(raw).ok()?;
    (raw.trim() == subject).then(|| Written {
        start: header.offset_start() as usize + (raw.len() - raw.trim_start().len()),
        coding: Coding::Utf8,
        text: subject.to_owned(),
    })
}

fn written_body(part: &MessagePart<'_>, bytes: &[u8]) -> Option<Written> {
    let (PartType::Text(decoded) | PartType::Html(decoded), Encoding::None) =
        (&part.body, part.encoding)
    else {
        return None;
    };
    let start = part.offset_body as usize;
    let raw = bytes.get(start..part.offset_end as usize)?;
    if raw == decoded.as_bytes() {
        let text = decoded.clone().into_owned();
        let coding = Coding::Utf8;
        return Some(Written {
            start,
            coding,
            text,
        });
    }
    // An encoding that the message does not name, or names wrongly, shows in lost characters.
    let text = match decoded.contains(char::REPLACEMENT_CHARACTER) {
        true => encoding::decode(raw, None).ok()?.text,
        false => decoded.clone().into_owned(),
    };
    (text.chars().count() == raw.len()).then_some(Written {
        start,
        coding: Coding::SingleByte,
        text,
    })
}

/// The stretches with maps to the text that they make one behind another, and that text's parts.
fn extracted(message: &Message<'_>, parts: &mut Vec<Part>) -> Vec<Stretch> {
    let subject = message
        .subject()
        .map(|subject| ("Subject".to_owned(), subject, false));
    let bodies = text_parts(message).filter_map(|(name, part)| match &part.body {
        PartType::Text(text) => Some((name, text.as_ref(), false)),
        PartType::Html(text) => Some((name, text.as_ref(), true)),
        _ => None,
    });
    let (mut byte, mut line) = (0, 0);
    let mut stretches = Vec::new();
    for (name, source, is_markup) in subject.into_iter().chain(bodies) {
        parts.push(Part {
            name: PartName::Part(name.clone()),
            line,
        });
        let mut map = MapBuilder::new(byte, Position { line, column: 0 });
        map.run(Coding::Utf8, source);
        stretches.push(Stretch {
            name,
            source: source.to_owned(),
            is_markup,
            map: map.finish(),
        });
        byte += (source.len() + BETWEEN.len()) as u64;
        line += memchr::memchr_iter(b'\n', source.as_bytes()).count() as u32 + 2;
    }
    stretches
}

/// The parts that are shown as the message, each with its number.
fn text_parts<'a>(message: &'a Message<'a>) -> impl Iterator<Item = (String, &'a MessagePart<'a>)> {
    let numbers = numbers(message);
    message.text_body.iter().filter_map(move |index| {
        let part = message.parts.get(*index as usize)?;
        Some((numbers.get(*index as usize)?.clone(), part))
    })
}

/// The number of each part as IMAP counts: `1.2` is the second part of the first.
fn numbers(message: &Message<'_>) -> Vec<String> {
    let mut numbers = vec![String::new(); message.parts.len()];
    for (index, part) in message.parts.iter().enumerate() {
        let PartType::Multipart(children) = &part.body else {
            continue;
        };
        let parent = numbers[index].clone();
        for (place, child) in (1..).zip(children) {
            let number = match parent.as_str() {
                "" => format!("{place}"),
                _ => format!("{parent}.{place}"),
            };
            if let Some(slot) = numbers.get_mut(*child as usize) {
                *slot = number;
            }
        }
    }
    if message.parts.len() == 1 {
        numbers = vec!["1".to_owned()];
    }
    numbers
}
