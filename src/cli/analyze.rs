//! `beleg analyze`: what becomes of a text, token by token.

use std::io::{BufRead, Read, Write};
use std::path::Path;

use anyhow::Context;
use serde::Deserialize;

use super::arguments::AnalyzeArguments;
use super::settings::Settings;
use super::{Outcome, stream};
use crate::archive;
use crate::evidence::{NamedPlace, Sentence, Token};
use crate::render::Printer;

/// Analyses the text of the arguments, of standard input, or of every record of a file.
pub fn run(settings: &Settings, typed: AnalyzeArguments) -> anyhow::Result<Outcome> {
    let mut printer = settings.printer(settings.plain_format(typed.format));
    let seen = match &typed.batch {
        Some(file) => analyze_records(file, &mut printer)?,
        None if typed.text.is_empty() => analyze_text(&standard_input()?, &mut printer)?,
        None => analyze_text(&typed.text.join(" "), &mut printer)?,
    };
    printer.flush()?;
    Ok(if seen {
        Outcome::Found
    } else {
        Outcome::Nothing
    })
}

fn standard_input() -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    stream::keyboard_or_pipe()
        .read_to_end(&mut bytes)
        .context("cannot read standard input")?;
    let not_utf8 = "standard input is not UTF-8; convert it first, or index the file: `beleg index` detects encodings";
    String::from_utf8(bytes).context(not_utf8)
}

fn analyze_text<W: Write>(text: &str, printer: &mut Printer<W>) -> anyhow::Result<bool> {
    let tokens = archive::analyze(text);
    printer.tokens(&tokens)?;
    printer.named(&archive::named(text))?;
    printer.sentences(text, &archive::attributions(text))?;
    Ok(!tokens.is_empty())
}

/// A record of a batch, as in the collections that `index` reads.
#[derive(Deserialize)]
struct Record {
    id: String,
    text: String,
}

fn analyze_records<W: Write>(file: &Path, printer: &mut Printer<W>) -> anyhow::Result<bool> {
    let mut seen = false;
    for (number, line) in (1_u64..).zip(stream::input(file)?.split(b'\n')) {
        let line = line.with_context(|| format!("cannot read {}", stream::name(file)))?;
        match serde_json::from_slice::<Record>(&line) {
            Ok(record) => {
                let tokens = tokens_of(&record);
                seen |= !tokens.is_empty();
                printer.tokens(&tokens)?;
                printer.named(&named_in(&record))?;
                printer.sentences(&record.text, &sentences_of(&record))?;
            }
            Err(fault) => stream::complain(&format!(
                "{}:{number}: not a record with `id` and `text`: {fault}",
                stream::name(file)
            )),
        }
    }
    Ok(seen)
}

fn tokens_of(record: &Record) -> Vec<Token> {
    let mut tokens = archive::analyze(&record.text);
    for token in &mut tokens {
        token.record = Some(record.id.clone());
    }
    tokens
}

fn named_in(record: &Record) -> Vec<NamedPlace> {
    let mut places = archive::named(&record.text);
    for place in &mut places {
        place.record = Some(record.id.clone());
    }
    places
}

fn sentences_of(record: &Record) -> Vec<Sentence> {
    let mut sentences = archive::attributions(&record.text);
    for sentence in &mut sentences {
        sentence.record = Some(record.id.clone());
    }
    sentences
}
