//! How well reported speech and its speakers are found, on quotations marked by hand.
//!
//! `cargo bench --bench quotes -- QUOTES NEWS [--errors]` reads `quotes.jsonl` of the
//! first folder and `wikinews.jsonl` of the second. A sentence that overlaps a quotation of the type Direct,
//! Indirect or Reported must be attributed to somebody; sentences that only overlap free indirect ones
//! count neither way. A speaker is right where it overlaps a right one. The errors of the documents with an
//! even number may be read; those with an odd number are never looked at, and decide.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Instant;

use beleg::span::TextSpan;
use beleg::speech::{Attribution, Ground, Kind, attributions};
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .collect();
    let folders: Vec<&String> = arguments
        .iter()
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    let [quotes, news] = folders[..] else {
        return Err("give the folder of quotes.jsonl and that of wikinews.jsonl".into());
    };
    let errors = arguments.iter().any(|argument| argument == "--errors");
    let texts = texts(&Path::new(news).join("wikinews.jsonl"))?;
    let quotations = quotations(&Path::new(quotes).join("quotes.jsonl"), &texts)?;
    speed(&texts);
    for (name, rest) in [("even documents", 0), ("odd documents", 1)] {
        let mut table = Table::default();
        for (document, quotations) in &quotations {
            if document % 2 == rest {
                let text = &texts[document];
                table.document(text, quotations, errors && rest == 0);
            }
        }
        table.print(name);
    }
    Ok(())
}

/// A quotation as it was marked by hand, with spans in bytes.
struct Marked {
    kind: String,
    speakers: Vec<TextSpan>,
    spans: Vec<TextSpan>,
}

impl Marked {
    fn counts(&self) -> bool {
        matches!(self.kind.as_str(), "Direct" | "Indirect" | "Reported")
    }
}

fn texts(file: &Path) -> Result<BTreeMap<u64, String>, Box<dyn Error>> {
    let mut texts = BTreeMap::new();
    for line in fs::read_to_string(file)?.lines() {
        let record: Value = serde_json::from_str(line)?;
        let id = record["id"].as_str().unwrap_or_default().parse()?;
        texts.insert(id, record["text"].as_str().unwrap_or_default().to_owned());
    }
    Ok(texts)
}

fn quotations(
    file: &Path,
    texts: &BTreeMap<u64, String>,
) -> Result<BTreeMap<u64, Vec<Marked>>, Box<dyn Error>> {
    let mut marked: BTreeMap<u64, Vec<Marked>> = BTreeMap::new();
    for line in fs::read_to_string(file)?.lines() {
        let record: Value = serde_json::from_str(line)?;
        let document = record["doc"].as_str().unwrap_or_default().parse()?;
        let Some(text) = texts.get(&document) else {
            continue;
        };
        let offsets: Vec<usize> = text
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .collect();
        marked.entry(document).or_default().push(Marked {
            kind: record["type"].as_str().unwrap_or_default().to_owned(),
            speakers: spans(&record["speaker_spans"], &offsets),
            spans: spans(&record["quote_spans"], &offsets),
        });
    }
    Ok(marked)
}

/// Spans in characters as spans in bytes.
fn spans(value: &Value, offsets: &[usize]) -> Vec<TextSpan> {
    let place = |pair: &Value, end: usize| Some(offsets[pair[end].as_u64()? as usize]);
    let pairs = value.as_array().into_iter().flatten();
    pairs
        .filter_map(|pair| Some(TextSpan::new(place(pair, 0)?, place(pair, 1)?)))
        .collect()
}

fn speed(texts: &BTreeMap<u64, String>) {
    let started = Instant::now();
    let (mut bytes, mut sentences) = (0, 0);
    for text in texts.values() {
        bytes += text.len();
        sentences += attributions(text, &[]).len();
    }
    let seconds = started.elapsed().as_secs_f64();
    println!(
        "{sentences} sentences, {:.1} MB/s",
        bytes as f64 / 1e6 / seconds
    );
}

/// A part of a whole.
#[derive(Clone, Copy, Default)]
struct Share {
    part: usize,
    whole: usize,
}

impl Share {
    fn count(&mut self, belongs: bool) {
        self.part += usize::from(belongs);
        self.whole += 1;
    }

    fn value(self) -> f64 {
        self.part as f64 / self.whole.max(1) as f64
    }
}

/// A sentence as beleg has it, with the quotations marked in it that count.
struct Judged<'a> {
    text: &'a str,
    attribution: &'a Attribution,
    marked: Vec<&'a Marked>,
}

impl Judged<'_> {
    fn is_found(&self) -> bool {
        self.attribution.kind != Kind::Own
    }

    fn is_wanted(&self) -> bool {
        !self.marked.is_empty()
    }

    fn right_speakers(&self) -> impl Iterator<Item = TextSpan> {
        self.marked
            .iter()
            .flat_map(|quotation| quotation.speakers.iter().copied())
    }

    /// Whether the speaker is right; `None` where none was marked.
    fn speaker_is_right(&self) -> Option<bool> {
        self.right_speakers().next()?;
        let speaker = self.attribution.speaker;
        Some(
            speaker
                .is_some_and(|speaker| self.right_speakers().any(|right| right.overlaps(speaker))),
        )
    }

    /// What is wrong, if something is.
    fn error(&self) -> Option<&'static str> {
        match (self.is_found(), self.is_wanted()) {
            (true, false) => Some("EXTRA"),
            (false, true) => Some("MISSED"),
            (true, true) => (self.speaker_is_right() == Some(false)).then_some("SPEAKER"),
            (false, false) => None,
        }
    }

    fn print_error(&self) {
        let Some(error) = self.error() else { return };
        let shown = |span: Option<TextSpan>| span.map_or("-", |span| &self.text[span.range()]);
        let kinds: Vec<&str> = self
            .marked
            .iter()
            .map(|quotation| quotation.kind.as_str())
            .collect();
        let right: Vec<&str> = self
            .right_speakers()
            .map(|right| &self.text[right.range()])
            .collect();
        println!(
            "{error}\t{}\t[{}] [{}]\t{}\t{}",
            kinds.join(","),
            shown(self.attribution.cue),
            shown(self.attribution.speaker),
            right.join(" / "),
            self.text[self.attribution.span.range()].replace('\n', " ")
        );
    }
}

/// What is counted over the sentences of a half.
#[derive(Default)]
struct Table {
    precision: Share,
    recall: Share,
    speakers: Share,
    recall_of_type: BTreeMap<String, Share>,
    precision_of_ground: BTreeMap<Ground, Share>,
    speakers_of_ground: BTreeMap<Ground, Share>,
}

impl Table {
    /// Counts the sentences of a document, and prints what is wrong when asked to.
    fn document(&mut self, text: &str, marked: &[Marked], errors: bool) {
        for attribution in &attributions(text, &[]) {
            let touches = |quotation: &&Marked| {
                let mut spans = quotation.spans.iter();
                spans.any(|span| span.overlaps(attribution.span))
            };
            let touching: Vec<&Marked> = marked.iter().filter(touches).collect();
            let counting = touching
                .iter()
                .copied()
                .filter(|quotation| quotation.counts());
            let judged = Judged {
                text,
                attribution,
                marked: counting.collect(),
            };
            if touching.is_empty() || judged.is_wanted() {
                self.count(&judged);
                if errors {
                    judged.print_error();
                }
            }
        }
    }

    fn count(&mut self, judged: &Judged<'_>) {
        if judged.is_wanted() {
            self.recall.count(judged.is_found());
        }
        for quotation in &judged.marked {
            let share = self
                .recall_of_type
                .entry(quotation.kind.clone())
                .or_default();
            share.count(judged.is_found());
        }
        let Some(ground) = judged.attribution.ground else {
            return;
        };
        self.precision.count(judged.is_wanted());
        self.precision_of_ground
            .entry(ground)
            .or_default()
            .count(judged.is_wanted());
        if let Some(is_right) = judged.speaker_is_right() {
            self.speakers.count(is_right);
            self.speakers_of_ground
                .entry(ground)
                .or_default()
                .count(is_right);
        }
    }

    fn print(&self, name: &str) {
        let (precision, recall) = (self.precision.value(), self.recall.value());
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        println!(
            "{name:<16} precision {precision:.3} recall {recall:.3} F1 {f1:.3} speaker {:.3}",
            self.speakers.value()
        );
        for (kind, share) in &self.recall_of_type {
            println!(
                "  {kind:<14} recall {:.3} of {}",
                share.value(),
                share.whole
            );
        }
        for (ground, share) in &self.precision_of_ground {
            let speakers = self
                .speakers_of_ground
                .get(ground)
                .copied()
                .unwrap_or_default();
            println!(
                "  {:<14} precision {:.3} of {}, speaker {:.3} of {}",
                format!("{ground:?}"),
                share.value(),
                share.whole,
                speakers.value(),
                speakers.whole
            );
        }
    }
}
