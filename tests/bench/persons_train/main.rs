//! Learns to find the names of persons, and writes what it learnt into `src/people/detect`.
//!
//! ```text
//! cargo bench --bench persons_train -- names FOLDER      # names.fst: what is known of words
//! cargo bench --bench persons_train -- weights FOLDER    # weights.bin: the tagger; needs names.fst
//! ```
//!
//! The folder holds `lexicon/given-names.txt`, `lexicon/surnames-de.txt`,
//! `scale/bundestag-speeches.jsonl`, `persons/germeval2014-more.jsonl` and `news/wikinews.jsonl`; where they
//! come from and who is to be credited stands in `src/people/detect/CREDITS.md`. The same files give the
//! same bytes. The annotation of the news is in `tests/gold/persons`.

mod clusters;
mod examples;
mod field;
#[path = "../persons_gold.rs"]
mod gold;
mod knowledge;
mod readings;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use beleg::people::detect::weights::encode;
use examples::{Example, Examples};
use field::{Field, Learns};

/// Where what was learnt stands in the source tree.
const TARGET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/people/detect");

/// What one step of a stored weight stands for: the heaviest are about five.
const SCALE: f32 = 1.0 / 24.0;

/// How often the written forms are learnt from.
const FORMS: usize = 2;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    let [step, folder] = arguments.as_slice() else {
        println!("give a step (names or weights) and the data folder");
        return Ok(());
    };
    let folder = Path::new(folder);
    let (name, bytes) = match step.as_str() {
        "names" => ("names.fst", knowledge::learn(folder)?),
        "weights" => ("weights.bin", weights(folder)?),
        other => return Err(format!("{other} is no step: names, weights").into()),
    };
    fs::write(PathBuf::from(TARGET).join(name), &bytes)?;
    println!("{name}: {} bytes", bytes.len());
    Ok(())
}

/// Both readings' weights, learnt from everything annotated.
fn weights(folder: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut texts = gold::germeval(&folder.join("persons/germeval2014-more.jsonl"))?;
    texts.extend(gold::news(
        &folder.join("news/wikinews.jsonl"),
        gold::LEARNT_FROM,
    )?);
    // Written forms are rare in print, and count as often as they must to be learnt.
    for _ in 0..FORMS {
        texts.extend(gold::forms()?);
    }
    let mut examples = Examples::default();
    let examples: Vec<Example> = texts.iter().map(|text| examples.of(text)).collect();
    let all: Vec<&Example> = examples.iter().collect();
    let first = Field::blank().learn(&all, Learns::All);
    let second = readings::second(&examples);
    let mut features: Vec<_> = first.features.into_iter().chain(second.features).collect();
    features.sort_unstable_by_key(|(key, _)| *key);
    println!("{} texts, {} features", texts.len(), features.len());
    Ok(encode(&features, &first.steps, SCALE))
}
