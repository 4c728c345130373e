//! The members of a JSON object on one line, with the place of every text.
//!
//! A general JSON library gives the texts but not where each of their characters stands; this
//! reader follows RFC 8259 closely enough to find both in one pass.

mod text;

pub(super) use text::{Place, RawText};

use super::Reason;
use crate::span::BadEscape;
use memchr::memchr2;
use std::ops::Range;
use thiserror::Error;

/// How deep values may lie inside each other in a member that nobody asks for.
const DEEPEST: u32 = 64;

/// How many bytes of a byte order mark stand at the beginning of a file of JSON, which may be in no other
/// encoding than UTF-8.
pub(super) fn byte_order_mark(beginning: &[u8]) -> Result<usize, Reason> {
    const MARK: &[u8] = b"\xEF\xBB\xBF";
    if beginning.starts_with(b"\xFF\xFE") || beginning.starts_with(b"\xFE\xFF") {
        return Err(Reason::JsonInUtf16);
    }
    if beginning.contains(&0) {
        return Err(Reason::Binary);
    }
    Ok(if beginning.starts_with(MARK) {
        MARK.len()
    } else {
        0
    })
}

/// Where a line stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{problem} (byte {byte} of the record)")]
pub struct JsonFault {
    /// The byte of the record, from 0.
    pub byte: usize,
    /// What is wrong there.
    pub problem: JsonProblem,
}

/// What is wrong at a place of a line of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum JsonProblem {
    /// Something else must stand here.
    #[error("expected {0}")]
    Expected(&'static str),
    /// A string without its closing quote.
    #[error("a string that does not end")]
    OpenString,
    /// A tab or another control character that JSON wants escaped.
    #[error("a control character in a string; escape it")]
    Control,
    /// An escape that stands for no character.
    #[error(transparent)]
    Escape(#[from] BadEscape),
    /// Values inside values beyond all reason.
    #[error("nested too deeply")]
    TooDeep,
    /// The line is not UTF-8.
    #[error("invalid UTF-8")]
    Utf8,
}

/// A value of an object's member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value<'a> {
    /// A string.
    Text(RawText<'a>),
    /// A number, as written.
    Number(&'a str),
    /// `null`, which counts as absent.
    Null,
    /// A list, with its brackets.
    List(Nested<'a>),
    /// An object, with its brackets.
    Object(Nested<'a>),
    /// Something that no field of an article is.
    Other,
}

/// A list or an object as it stands in the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Nested<'a> {
    line: &'a str,
    start: usize,
    end: usize,
}

impl<'a> Nested<'a> {
    /// Its bytes in the line.
    pub(super) fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The values of a list or of an object's members, in their order.
    pub(super) fn values(self) -> Result<Vec<(Option<String>, Value<'a>)>, JsonFault> {
        let mut members = Members {
            line: &self.line[..self.end],
            at: self.start + 1,
            state: State::Before,
        };
        let is_object = self.line.as_bytes()[self.start] == b'{';
        let mut values = Vec::new();
        members.skip_space();
        let close = if is_object { b'}' } else { b']' };
        while !Members::take(&mut members, close) {
            if !values.is_empty() {
                members.expect(b',', "a comma or the closing bracket")?;
                members.skip_space();
            }
            let name = match is_object {
                true => Some(members.key()?.text()?),
                false => None,
            };
            values.push((name, members.value(DEEPEST)?));
            members.skip_space();
        }
        Ok(values)
    }
}

/// The members of the object on a line, in their order. Ends after the first fault.
#[derive(Clone, Debug)]
pub(super) struct Members<'a> {
    line: &'a str,
    at: usize,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Before,
    Between,
    Over,
}

impl<'a> Members<'a> {
    /// The members of the object that is all of `line`.
    pub(super) fn of(line: &'a [u8]) -> Result<Self, JsonFault> {
        let fault = |byte| JsonFault {
            byte,
            problem: JsonProblem::Utf8,
        };
        let line = str::from_utf8(line).map_err(|error| fault(error.valid_up_to()))?;
        Ok(Self {
            line,
            at: 0,
            state: State::Before,
        })
    }

    fn step(&mut self) -> Result<Option<(String, Value<'a>)>, JsonFault> {
        self.skip_space();
        match self.state {
            State::Over => return Ok(None),
            State::Before => self.expect(b'{', "an object, which begins with {")?,
            State::Between => {}
        }
        self.skip_space();
        if self.state == State::Before && self.take(b'}') {
            return self.close();
        }
        if self.state == State::Between {
            if self.take(b'}') {
                return self.close();
            }
            self.expect(b',', "a comma or }")?;
            self.skip_space();
        }
        self.state = State::Between;
        let name = self.key()?.text()?;
        Ok(Some((name, self.value(DEEPEST)?)))
    }

    /// The name of a member, with the colon behind it.
    fn key(&mut self) -> Result<RawText<'a>, JsonFault> {
        let name = self.string()?;
        self.skip_space();
        self.expect(b':', "a colon behind the name")?;
        self.skip_space();
        Ok(name)
    }

    fn close(&mut self) -> Result<Option<(String, Value<'a>)>, JsonFault> {
        self.state = State::Over;
        self.skip_space();
        match self.peek() {
            None => Ok(None),
            Some(_) => Err(self.fault(JsonProblem::Expected("the end of the line"))),
        }
    }

    fn value(&mut self, depth: u32) -> Result<Value<'a>, JsonFault> {
        match self.peek() {
            Some(b'"') => Ok(Value::Text(self.string()?)),
            Some(b'-' | b'0'..=b'9') => Ok(Value::Number(self.number())),
            Some(b'[') => {
                let list = self.list(b']', depth, |members, depth| members.value(depth))?;
                Ok(Value::List(list))
            }
            Some(b'{') => {
                let object = self.list(b'}', depth, |members, depth| {
                    members.key()?;
                    members.value(depth)
                })?;
                Ok(Value::Object(object))
            }
            _ => self.word(),
        }
    }

    /// Passes over an array or an object.
    fn list(
        &mut self,
        close: u8,
        depth: u32,
        entry: fn(&mut Self, u32) -> Result<Value<'a>, JsonFault>,
    ) -> Result<Nested<'a>, JsonFault> {
        let depth = depth
            .checked_sub(1)
            .ok_or_else(|| self.fault(JsonProblem::TooDeep))?;
        let start = self.at;
        self.at += 1;
        self.skip_space();
        let mut is_over = self.take(close);
        while !is_over {
            entry(self, depth)?;
            self.skip_space();
            is_over = self.take(close);
            if !is_over {
                self.expect(b',', "a comma or the closing bracket")?;
                self.skip_space();
            }
        }
        Ok(Nested {
            line: self.line,
            start,
            end: self.at,
        })
    }

    fn word(&mut self) -> Result<Value<'a>, JsonFault> {
        let words = [
            ("null", Value::Null),
            ("true", Value::Other),
            ("false", Value::Other),
        ];
        for (word, value) in words {
            if self.line[self.at..].starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err(self.fault(JsonProblem::Expected("a value")))
    }

    fn number(&mut self) -> &'a str {
        let rest = &self.line[self.at..];
        let belongs = |byte: u8| byte.is_ascii_digit() || b"+-.eE".contains(&byte);
        let length = rest.bytes().take_while(|&byte| belongs(byte)).count();
        self.at += length;
        &rest[..length]
    }

    fn string(&mut self) -> Result<RawText<'a>, JsonFault> {
        self.expect(b'"', "a string")?;
        let bytes = self.line.as_bytes();
        let start = self.at;
        let mut end = start;
        while let Some(found) = memchr2(b'"', b'\\', &bytes[end..]) {
            end += found;
            if bytes[end] == b'"' {
                self.at = end + 1;
                self.check_controls(start, end)?;
                return Ok(RawText::new(self.line, start, end));
            }
            end = (end + 2).min(bytes.len());
        }
        Err(JsonFault {
            byte: start,
            problem: JsonProblem::OpenString,
        })
    }

    /// Fails where a control character stands in the line as it is.
    fn check_controls(&self, start: usize, end: usize) -> Result<(), JsonFault> {
        let bytes = &self.line.as_bytes()[start..end];
        match bytes.iter().position(|&byte| byte < b' ') {
            None => Ok(()),
            Some(index) => Err(JsonFault {
                byte: start + index,
                problem: JsonProblem::Control,
            }),
        }
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.line.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, byte: u8, what: &'static str) -> Result<(), JsonFault> {
        match self.take(byte) {
            true => Ok(()),
            false => Err(self.fault(JsonProblem::Expected(what))),
        }
    }

    fn fault(&self, problem: JsonProblem) -> JsonFault {
        JsonFault {
            byte: self.at,
            problem,
        }
    }
}

impl<'a> Iterator for Members<'a> {
    type Item = Result<(String, Value<'a>), JsonFault>;

    fn next(&mut self) -> Option<Self::Item> {
        let member = self.step();
        if member.is_err() {
            self.state = State::Over;
            self.at = self.line.len();
        }
        member.transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(line: &str) -> Result<Vec<(String, Value<'_>)>, JsonFault> {
        Members::of(line.as_bytes())?.collect()
    }

    #[test]
    fn members_nobody_asks_for_are_passed_over() {
        let line = r#" {"a":[1,{"b":"]}"},[]], "c" : -1.5e3 , "d":null,"e":"\"x\\","f":{} } "#;
        let found = members(line).unwrap();
        let names: String = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, "acdef");
        assert_eq!(found[1].1, Value::Number("-1.5e3"));
        let Value::Text(text) = found[3].1 else {
            panic!("{found:?}")
        };
        assert_eq!(text.text().as_deref(), Ok("\"x\\"));
    }

    #[test]
    fn a_line_that_is_not_json_says_where() {
        let place = |line: &str| members(line).expect_err(line).byte;
        assert_eq!(place(""), 0);
        assert_eq!(place("[1]"), 0);
        assert_eq!(place(r#"{"a":1"#), 6);
        assert_eq!(place(r#"{"a":"open"#), 6);
        assert_eq!(place(r#"{"a":1}{}"#), 7);
        assert_eq!(place(r#"{"a":1,}"#), 7);
        assert_eq!(place("{\"a\":\"tab\there\"}"), 9);
        assert_eq!(place(r#"{"a":}"#), 5);
    }

    #[test]
    fn deep_nesting_is_a_fault_and_no_crash() {
        let line = format!(r#"{{"a":{}"#, "[".repeat(1_000_000));
        assert_eq!(members(&line).unwrap_err().problem, JsonProblem::TooDeep);
    }

    #[test]
    fn needless_and_mixed_escapes_keep_their_places() {
        let line = r#"{"text":"a\/b \u00e4ä \u0041\ud83d\ude00\n\u000a."}"#;
        let (_, value) = members(line).unwrap().remove(0);
        let Value::Text(raw) = value else {
            panic!("{value:?}")
        };
        let (text, map) = raw.mapped_text(&mut Place::start(0)).unwrap();
        assert_eq!(text, "a/b ää A😀\n\n.");
        for (start, character) in text.char_indices() {
            let span = crate::span::TextSpan::new(start, start + character.len_utf8());
            let place = map.to_record(&text, span);
            let written = &line[place.start() as usize..place.end() as usize];
            let read: String = serde_json::from_str(&format!("\"{written}\"")).unwrap();
            assert_eq!(read, character.to_string(), "{written}");
            assert_eq!(
                map.position(&text, start).column as usize,
                line[..place.start() as usize].chars().count()
            );
        }
    }
}
