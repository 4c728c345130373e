//! Whether two articles are nearly the same text: an agency report in three papers, shortened here,
//! with another headline there.
//!
//! Texts are compared by their *shingles*, all runs of three words of running text (Broder, *On the
//! resemblance and containment of documents*, 1997). Headlines, headings, captions and what stands around
//! an article are left out: they differ between papers. A [`Signature`] of eight bytes tells which
//! articles are worth comparing: one minimum of the shingles' hashes in each of eight parts of their
//! range (Li, Owen, Zhang, *One permutation hashing*, 2012), of which the lowest byte is kept (Li, König,
//! *b-bit minwise hashing*, 2010). Two texts that share the share *r* of all their shingles agree in
//! about 8 *r* bytes of it, two that share nothing in one of 256.

use super::{Block, BlockKind};

/// Words in a row that make a shingle. Changing a word costs so many of them; fewer would be shared by
/// texts that only speak of the same.
const WORDS: usize = 3;

/// Parts of the range of hashes, a byte of the signature each.
const PARTS: usize = 8;

/// With fewer shingles a text has no signature: a line of results or a bare announcement looks like many.
const FEWEST: usize = 30;

/// Near copies share so much of the smaller one's shingles.
const CONTAINED: f32 = 0.5;

/// Near copies share so much of all their shingles: a quotation does not make its article a copy, nor
/// does a report that a longer one took in.
const SHARED: f32 = 0.25;

/// Near copies share so much of all their shingles, or the shorter one is a cut and has hardly a word of its
/// own. A later report that took over the background of an earlier one is neither.
const MOSTLY_SHARED: f32 = 0.4;
const MOSTLY_CONTAINED: f32 = 0.75;

/// In longer texts fewer figures tell nothing: they may stand in a sentence of its own.
const TELLING_FIGURES: usize = 4;

/// Texts of fewer shingles than this are short: much of what they say may be a formula, so that every
/// figure counts.
const SHORT: usize = 100;

/// Near copies share so much of the figures of the one that has fewer. Tables of results, weather
/// reports and formulas of procedure differ in these alone, and a report whose figures were corrected is
/// worth reading twice.
const FIGURES: f32 = 0.6;

/// What of a text is cheap to keep and tells which texts it may be a near copy of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature(u64);

impl Signature {
    /// The signature of an article; `None` for one that is too short to tell.
    pub fn of(text: &str, blocks: &[Block]) -> Option<Self> {
        let running = blocks.iter().filter(|block| is_compared(block.kind));
        let mut least = [u64::MAX; PARTS];
        let mut count = 0;
        let mut shingler = Shingler::default();
        for block in running {
            shingler.read(&text[block.span.range()], &mut |shingle| {
                let part = (shingle >> 61) as usize;
                least[part] = least[part].min(shingle);
                count += 1;
            });
        }
        if count < FEWEST {
            return None;
        }
        // The lowest bytes of a minimum are not drawn to zero as its highest are.
        Some(Self(u64::from_le_bytes(least.map(|least| least as u8))))
    }

    /// The signature as a number, to be kept.
    pub fn number(self) -> u64 {
        self.0
    }

    /// A signature that was kept.
    pub fn from_number(number: u64) -> Self {
        Self(number)
    }

    /// In how many of its eight bytes it agrees with another.
    pub fn agreement(self, other: Self) -> u32 {
        let differing = self.0 ^ other.0;
        // The highest bit of each byte of `marked` is set where the byte of `differing` is not zero.
        const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
        let marked = ((differing & LOW) + LOW) | differing;
        PARTS as u32 - (marked & !LOW).count_ones()
    }
}

/// Whether a block is compared: running text is.
pub fn is_compared(kind: BlockKind) -> bool {
    match kind {
        BlockKind::Lead | BlockKind::Paragraph | BlockKind::ListItem => true,
        BlockKind::Headline | BlockKind::Heading | BlockKind::Caption | BlockKind::Boilerplate => {
            false
        }
    }
}

/// What of a text is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shingles {
    /// Hashes of runs of words, ascending, each once.
    runs: Vec<u64>,
    /// Hashes of words with digits, ascending, each once.
    figures: Vec<u64>,
}

impl Shingles {
    /// The shingles of the running text of an article, given piece by piece in order.
    pub fn of<'t>(pieces: impl IntoIterator<Item = &'t str>) -> Self {
        let mut runs = Vec::new();
        let mut shingler = Shingler::default();
        for piece in pieces {
            shingler.read(piece, &mut |shingle| runs.push(shingle));
        }
        let mut figures = shingler.figures;
        runs.sort_unstable();
        runs.dedup();
        figures.sort_unstable();
        figures.dedup();
        Self { runs, figures }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.runs.len()
    }

    /// Whether the text has fewer words than make a shingle.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Whether two texts are nearly the same: much of the shorter one stands word for word in the other,
    /// that is much of the longer one as well, and their figures agree.
    pub fn is_near_copy_of(&self, other: &Self) -> bool {
        let (one, two) = (self.runs.len(), other.runs.len());
        let fewer = one.min(two);
        if fewer < FEWEST {
            return false;
        }
        let common = shared(&self.runs, &other.runs);
        let contained = common as f32 / fewer as f32;
        let resemblance = common as f32 / (one + two - common) as f32;
        contained >= CONTAINED
            && resemblance >= SHARED
            && (resemblance >= MOSTLY_SHARED || contained >= MOSTLY_CONTAINED)
            && self.has_figures_of(other)
    }

    fn has_figures_of(&self, other: &Self) -> bool {
        let fewer = self.figures.len().min(other.figures.len());
        let common = shared(&self.figures, &other.figures);
        let is_short = self.len().min(other.len()) < SHORT;
        let least = if is_short { 1 } else { TELLING_FIGURES };
        fewer < least || common as f32 >= FIGURES * fewer as f32
    }

    /// The share of all shingles of two texts that both have, from 0 to 1.
    pub fn resemblance(&self, other: &Self) -> f32 {
        let common = shared(&self.runs, &other.runs);
        let all = self.runs.len() + other.runs.len() - common;
        common as f32 / all.max(1) as f32
    }

    /// The share of the shingles of the text that has fewer that both have, from 0 to 1.
    pub fn containment(&self, other: &Self) -> f32 {
        let fewer = self.runs.len().min(other.runs.len());
        shared(&self.runs, &other.runs) as f32 / fewer.max(1) as f32
    }
}

/// How many numbers two ascending lists share.
fn shared(one: &[u64], other: &[u64]) -> usize {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        common += usize::from(a == b);
        i += usize::from(a <= b);
        j += usize::from(b <= a);
    }
    common
}

/// Reads words and gives a number for each run of [`WORDS`].
#[derive(Default)]
struct Shingler {
    /// The last words, the latest last.
    last: [u64; WORDS],
    read: usize,
    figures: Vec<u64>,
}

impl Shingler {
    fn read(&mut self, text: &str, each: &mut impl FnMut(u64)) {
        let mut word = Word::default();
        for character in text.chars() {
            if character.is_alphanumeric() {
                word.add(character);
            } else if !is_inside_words(character) {
                self.end(std::mem::take(&mut word), each);
            }
        }
        self.end(word, each);
    }

    fn end(&mut self, word: Word, each: &mut impl FnMut(u64)) {
        if word.hash == NO_LETTERS {
            return;
        }
        if word.has_digit {
            self.figures.push(word.hash);
        }
        self.last.rotate_left(1);
        self.last[WORDS - 1] = word.hash;
        self.read += 1;
        if self.read >= WORDS {
            let run = self.last.iter();
            each(run.fold(0, |hash, word| mixed(hash.rotate_left(23) ^ word)));
        }
    }
}

/// Signs that do not part a word: a soft hyphen, and marks over letters.
fn is_inside_words(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{300}'..='\u{36f}')
}

const NO_LETTERS: u64 = 0xcbf2_9ce4_8422_2325;

/// A word being read, without case and marks over its letters, hashed as FNV-1a does.
struct Word {
    hash: u64,
    has_digit: bool,
}

impl Default for Word {
    fn default() -> Self {
        Self {
            hash: NO_LETTERS,
            has_digit: false,
        }
    }
}

impl Word {
    fn add(&mut self, character: char) {
        match character {
            'a'..='z' => self.put(character),
            'A'..='Z' => self.put(character.to_ascii_lowercase()),
            '0'..='9' => {
                self.has_digit = true;
                self.put(character);
            }
            'ä' | 'Ä' => self.put('a'),
            'ö' | 'Ö' => self.put('o'),
            'ü' | 'Ü' => self.put('u'),
            'ß' | 'ẞ' => {
                self.put('s');
                self.put('s');
            }
            _ => character.to_lowercase().for_each(|lower| self.put(lower)),
        }
    }

    fn put(&mut self, character: char) {
        self.hash = (self.hash ^ u64::from(character)).wrapping_mul(0x0100_0000_01b3);
    }
}

/// Spreads a hash over all its bits (the finaliser of SplitMix64).
fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::TextSpan;

    /// Fifty sentences that share no three words.
    fn sentences() -> Vec<String> {
        let sentence = |number: usize| {
            format!(
                "Ort{number} meldet{number} Lage{number} ruhig{number} Wetter{number} klar{number}"
            )
        };
        (0..50).map(|number| words_of(&sentence(number))).collect()
    }

    /// Digits as letters, for figures are compared on their own.
    fn words_of(text: &str) -> String {
        let letter = |c: char| {
            c.to_digit(10)
                .map_or(c, |digit| char::from(b'a' + digit as u8))
        };
        text.chars().map(letter).collect()
    }

    fn shingles(text: &str) -> Shingles {
        Shingles::of([text])
    }

    fn signature(text: &str) -> Option<Signature> {
        let block = Block {
            kind: BlockKind::Paragraph,
            span: TextSpan::new(0, text.len()),
        };
        Signature::of(text, &[block])
    }

    #[test]
    fn a_shortened_text_is_a_near_copy_and_a_quotation_is_none() {
        let all = sentences();
        let whole = shingles(&all.join(". "));
        assert!(whole.is_near_copy_of(&shingles(&all[..25].join(". "))));
        assert!(!whole.is_near_copy_of(&shingles(&all[..10].join(". "))));
    }

    #[test]
    fn spelling_of_umlauts_case_and_line_ends_do_not_count() {
        let text = "Größere Mengen Öl und Stahl";
        let other = "GRO\u{308}SSERE Mengen\nO\u{308}l \u{2013} und Sta\u{ad}hl";
        assert_eq!(shingles(text), shingles(other));
    }

    #[test]
    fn other_figures_make_another_text() {
        let all = sentences().join(". ");
        let with = |figures: &str| shingles(&format!("{all}. {figures}"));
        let monday = with("11 12 13 14 15");
        assert!(monday.is_near_copy_of(&with("11 12 13 14 99")));
        assert!(!monday.is_near_copy_of(&with("21 22 23 24 25")));
    }

    #[test]
    fn signatures_agree_as_far_as_texts_do() {
        let all = sentences();
        let whole = signature(&all.join(". ")).expect("it is long enough");
        let most = signature(&all[3..].join(". ")).expect("it is long enough");
        assert_eq!(whole.agreement(whole), 8);
        assert!(whole.agreement(most) >= 4);
        assert_eq!(signature("Hamburg gegen Bremen endete zwei zu eins."), None);
        let zero = Signature::from_number(0);
        assert_eq!(
            zero.agreement(Signature::from_number(0x0100_8000_00ff_0001)),
            4
        );
    }
}
