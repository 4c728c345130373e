//! Rich Text Format 1.9: the words of the document, each with its bytes.
//!
//! No library says where in the file a word stands, which a citation needs; the format is groups
//! in braces, control words, and text.

mod control;
mod tokens;

use super::record::RawRecord;
use super::{Reason, whole};
use crate::article::{self, Article, Block, BlockKind, Origin, Property, Statement};
use crate::span::{Coding, Excerpt, MapBuilder, Position, TextSpan};
use control::{Control, Destination, control};
use encoding_rs::{Encoding, WINDOWS_1252};
use tokens::{Token, Tokens};

/// Groups inside groups beyond this are hostile.
const DEEPEST: usize = 1_000;

/// Takes the marks off the text; the properties of the document are guesses, for programs fill
/// them in by themselves.
pub(super) fn parse(record: &RawRecord, file_name: &str) -> Result<Article, Reason> {
    if !record.bytes.trim_ascii_start().starts_with(b"{\\rtf") {
        return Err(Reason::NotRtf);
    }
    // Every byte is one character here; what it means is known when its place is.
    let source: String = record.bytes.iter().map(|&byte| char::from(byte)).collect();
    let mut map = MapBuilder::new(0, Position::default());
    map.run(Coding::SingleByte, &source);
    let map = map.finish();
    let mut reader = Reader::new(&source);
    for (token, span) in Tokens::new(&source) {
        reader.take(token, span)?;
    }
    reader.part();
    if reader.blocks.is_empty() {
        return Err(Reason::Empty);
    }
    let mut draft = whole::draft(record, file_name);
    draft.said = reader.said();
    draft.outline = Some(reader.blocks);
    (draft.text, draft.map) = reader.excerpt.finish(&source, &map);
    Ok(article::build(draft))
}

/// What holds inside a group.
#[derive(Clone, Copy)]
struct Group {
    destination: Destination,
    /// How many characters behind `\u` stand for the same, for programs that know no Unicode.
    fallbacks: usize,
}

struct Reader<'s> {
    source: &'s str,
    excerpt: Excerpt,
    blocks: Vec<Block>,
    groups: Vec<Group>,
    group: Group,
    encoding: &'static Encoding,
    /// Where the open block begins in the text.
    open: Option<usize>,
    kind: BlockKind,
    /// Fallback characters that are still to be passed over.
    passed_over: usize,
    /// The first half of a pair of surrogates, with its place.
    half: Option<(u16, TextSpan)>,
    /// Whether a group has just opened that may be ignored when it is not known.
    is_ignorable: bool,
    title: String,
    author: String,
    /// Year, month and day of the document.
    created: [i32; 3],
}

impl<'s> Reader<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            excerpt: Excerpt::default(),
            blocks: Vec::new(),
            groups: Vec::new(),
            group: Group {
                destination: Destination::Text,
                fallbacks: 1,
            },
            encoding: WINDOWS_1252,
            open: None,
            kind: BlockKind::Paragraph,
            passed_over: 0,
            half: None,
            is_ignorable: false,
            title: String::new(),
            author: String::new(),
            created: [0; 3],
        }
    }

    fn take(&mut self, token: Token<'_>, span: TextSpan) -> Result<(), Reason> {
        if !matches!(token, Token::Word("u", _) | Token::Text | Token::Byte(_)) {
            self.passed_over = 0;
        }
        match token {
            Token::Open if self.groups.len() >= DEEPEST => return Err(Reason::TooDeep),
            Token::Open => self.groups.push(self.group),
            Token::Close => {
                if let Some(group) = self.groups.pop() {
                    self.group = group;
                }
            }
            Token::Ignorable => self.is_ignorable = true,
            Token::Text => self.text(span),
            Token::Byte(byte) => self.byte(byte, span),
            Token::Symbol(symbol) => self.symbol(symbol, span),
            Token::Word(word, number) => self.word(word, number, span),
        }
        Ok(())
    }

    fn word(&mut self, word: &str, number: Option<i32>, span: TextSpan) {
        let is_ignorable = std::mem::take(&mut self.is_ignorable);
        match control(word) {
            Some(Control::Goes(destination)) => self.group.destination = destination,
            Some(Control::ListText) => {
                self.kind = BlockKind::ListItem;
                self.group.destination = Destination::Nowhere;
            }
            None if is_ignorable => self.group.destination = Destination::Nowhere,
            Some(Control::Paragraph) => self.part(),
            Some(Control::Reset) => self.kind = BlockKind::Paragraph,
            Some(Control::Blank) => self.blank(),
            Some(Control::Outline) if number.is_some_and(|level| level < 9) => {
                self.kind = BlockKind::Heading;
            }
            Some(Control::Character(character)) => self.stand_in(character, span),
            Some(Control::Unicode) => self.unicode(number.unwrap_or(0), span),
            Some(Control::Fallbacks) => {
                self.group.fallbacks = usize::try_from(number.unwrap_or(1)).unwrap_or(1);
            }
            Some(Control::CodePage) => self.code_page(number.unwrap_or(1252)),
            Some(Control::Date(part)) if self.group.destination == Destination::Created => {
                self.created[part] = number.unwrap_or(0);
            }
            Some(Control::Outline | Control::Date(_)) | None => {}
        }
    }

    fn code_page(&mut self, number: i32) {
        let label = format!("windows-{number}");
        let known = Encoding::for_label(label.as_bytes());
        if let Some(encoding) = known.filter(|encoding| encoding.is_single_byte()) {
            self.encoding = encoding;
        }
    }

    /// A stretch of plain text. Bytes outside ASCII, which should not be there, are in the code page.
    fn text(&mut self, span: TextSpan) {
        self.is_ignorable = false;
        let text = &self.source[span.range()];
        let skipped: usize = text
            .chars()
            .take(self.passed_over)
            .map(char::len_utf8)
            .sum();
        self.passed_over -= self.passed_over.min(text.chars().count());
        let span = TextSpan::new(span.start() + skipped, span.end());
        let text = &self.source[span.range()];
        if text.is_ascii() {
            self.add(text, |reader| reader.excerpt.copy(reader.source, span));
            return;
        }
        for (at, character) in text.char_indices() {
            let start = span.start() + at;
            let place = TextSpan::new(start, start + character.len_utf8());
            let byte = u8::try_from(u32::from(character)).unwrap_or(b'?');
            self.stand_in(self.meaning(byte), place);
        }
    }

    fn byte(&mut self, byte: u8, span: TextSpan) {
        if self.passed_over > 0 {
            self.passed_over -= 1;
            return;
        }
        self.stand_in(self.meaning(byte), span);
    }

    fn meaning(&self, byte: u8) -> char {
        let bytes = [byte];
        let (text, _) = self.encoding.decode_without_bom_handling(&bytes);
        text.chars().next().unwrap_or('?')
    }

    fn symbol(&mut self, symbol: char, span: TextSpan) {
        match symbol {
            '~' => self.blank(),
            '_' => self.stand_in('-', span),
            '\\' | '{' | '}' => self.stand_in(symbol, span),
            '\n' | '\r' => self.part(),
            _ => {}
        }
    }

    /// A character by its number, which is signed and may be half of a pair.
    fn unicode(&mut self, number: i32, span: TextSpan) {
        self.passed_over = self.group.fallbacks;
        let unit = number as u16;
        let (units, span) = match self.half.take() {
            Some((first, start)) => (vec![first, unit], TextSpan::new(start.start(), span.end())),
            None => (vec![unit], span),
        };
        match char::decode_utf16(units.iter().copied()).next() {
            Some(Ok(character)) => self.stand_in(character, span),
            _ if (0xD800..0xDC00).contains(&unit) => self.half = Some((unit, span)),
            _ => {}
        }
    }

    fn stand_in(&mut self, character: char, span: TextSpan) {
        let mut buffer = [0; 4];
        let text = &*character.encode_utf8(&mut buffer);
        self.add(text, |reader| reader.excerpt.stand_in(text, span));
    }

    /// Adds a text to where the open group leads.
    fn add(&mut self, text: &str, to_excerpt: impl FnOnce(&mut Self)) {
        match self.group.destination {
            Destination::Text if self.open.is_none() && text.trim().is_empty() => {}
            Destination::Text => {
                self.open.get_or_insert(self.excerpt.text().len());
                to_excerpt(self);
            }
            Destination::Title => self.title.push_str(text),
            Destination::Author => self.author.push_str(text),
            Destination::Created | Destination::Nowhere => {}
        }
    }

    fn blank(&mut self) {
        let goes_on = self.group.destination == Destination::Text && self.open.is_some();
        if goes_on && !self.excerpt.text().ends_with(char::is_whitespace) {
            self.excerpt.gap(" ");
        }
    }

    /// Ends the open block.
    fn part(&mut self) {
        if self.group.destination != Destination::Text {
            return;
        }
        let Some(start) = self.open.take() else {
            return;
        };
        let text = &self.excerpt.text()[start..];
        let end = start + text.trim_end().len();
        let start = start + text.len() - text.trim_start().len();
        if start < end {
            let (kind, span) = (self.kind, TextSpan::new(start, end));
            self.blocks.push(Block { kind, span });
        }
        self.excerpt.gap("\n\n");
    }

    fn said(&self) -> Vec<Statement> {
        let statement = |property, value: &str| Statement::new(property, Origin::Properties, value);
        let mut said = vec![
            statement(Property::Title, &self.title),
            statement(Property::Author, &self.author),
        ];
        let [year, month, day] = self.created;
        if year > 1900 && month > 0 && day > 0 {
            said.push(statement(
                Property::Date,
                &format!("{year}-{month:02}-{day:02}"),
            ));
        }
        said
    }
}
