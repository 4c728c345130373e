//! A table from words to numbers over bytes that are part of the program.

use fst::MapBuilder;
use fst::raw::Fst;

/// Words and a number for each, as one finite-state transducer used in place.
#[derive(Clone)]
pub struct Table(Fst<&'static [u8]>);

impl Table {
    /// The table that [`Table::encode`] wrote; `None` when the bytes are something else.
    pub fn new(bytes: &'static [u8]) -> Option<Self> {
        Fst::new(bytes).ok().map(Self)
    }

    /// The number of a word.
    pub fn get(&self, word: &str) -> Option<u64> {
        self.0.get(word).map(|number| number.value())
    }

    /// The bytes of a table; `None` unless the words ascend, each there once.
    pub fn encode<'w>(words: impl IntoIterator<Item = (&'w str, u64)>) -> Option<Vec<u8>> {
        let mut table = MapBuilder::memory();
        for (word, number) in words {
            table.insert(word, number).ok()?;
        }
        table.into_inner().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_gives_back_what_was_put_in() {
        let bytes = Table::encode([("haus", 7), ("häuser", 1 << 40)]).expect("they ascend");
        let table = Table::new(bytes.leak()).expect("it was just written");
        assert_eq!(table.get("haus"), Some(7));
        assert_eq!(table.get("häuser"), Some(1 << 40));
        assert_eq!(table.get("hau"), None);
    }

    #[test]
    fn words_out_of_order_and_foreign_bytes_are_no_table() {
        assert_eq!(Table::encode([("b", 1), ("a", 2)]), None);
        assert!(Table::new(b"something else").is_none());
    }
}
