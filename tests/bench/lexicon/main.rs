//! Makes `src/german/lexicon/words.fst` from the word list, the official texts and the name lists.
//!
//! Run it as `cargo bench --bench lexicon -- <data-folder>`; the folder holds
//! `german-words.txt`, `official-texts-frequency.tsv`, `given-names.txt` and `surnames-de.txt`.
//! What it learns beside the lists is how productive words are in compounds: each word is cut
//! in two in every way that the lists allow, and expectation maximisation over all words
//! settles which cuts support each other.

mod affixes;
mod cuts;
mod vocabulary;

use std::error::Error;
use std::path::Path;

use cuts::Cuts;
use vocabulary::Vocabulary;

/// Where the lexicon stands in the source tree.
const TARGET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/german/lexicon/words.fst");

fn main() -> Result<(), Box<dyn Error>> {
    let Some(folder) = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with("--"))
    else {
        return Err("usage: cargo bench --bench lexicon -- <data-folder>".into());
    };
    let mut vocabulary = Vocabulary::read(Path::new(&folder))?;
    let mut cuts = Cuts::of(&vocabulary);
    let counts = cuts.learn();
    vocabulary.note_parts(&cuts, &counts);
    let size = vocabulary.write(Path::new(TARGET))?;
    println!(
        "{} keys, {} words cut, {size} bytes",
        vocabulary.words.len(),
        cuts.words.len()
    );
    Ok(())
}
