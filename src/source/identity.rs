//! What tells whether two records, wherever they stand, give the same article.

use super::{Beside, Format, RawRecord};
use crate::article::date_in_name;
use sha2::{Digest, Sha256};
use std::hash::{DefaultHasher, Hash, Hasher};

impl RawRecord {
    /// A number that two records share only when they give the same article: the bytes are the same and
    /// are understood in the same way, and nothing else is said of them around them, beside them or by
    /// the name of the file. The name of the record does not count.
    pub fn identity(&self, beside: &Beside, file_name: &str) -> u64 {
        let hash = Sha256::new()
            .chain_update(self.hash)
            .chain_update(self.format.name())
            .chain_update(self.surroundings(beside, file_name).to_le_bytes())
            .finalize();
        first_bytes(&hash)
    }

    fn surroundings(&self, beside: &Beside, file_name: &str) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.table.hash(&mut hasher);
        self.said.hash(&mut hasher);
        beside.of(self.name.as_deref()).hash(&mut hasher);
        if names_tell_dates(self.format) {
            let name = self.file_name().unwrap_or(file_name);
            let date = date_in_name(name).map(|date| (date.first_day(), date.last_day()));
            date.hash(&mut hasher);
        }
        hasher.finish()
    }
}

/// Whether the name of a file of this format may tell the date of its article.
fn names_tell_dates(format: Format) -> bool {
    !matches!(
        format,
        Format::JsonLines | Format::Json | Format::Csv | Format::Mail
    )
}

fn first_bytes(hash: &[u8]) -> u64 {
    hash.iter()
        .take(8)
        .fold(0, |number, byte| number << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Origin, Property, Statement};

    fn record(text: &str, name: Option<&str>) -> RawRecord {
        RawRecord {
            name: name.map(str::to_owned),
            ..RawRecord::whole(text.as_bytes().to_vec(), Format::Text)
        }
    }

    fn identity(record: &RawRecord) -> u64 {
        record.identity(&Beside::default(), "a.txt")
    }

    #[test]
    fn the_same_bytes_are_the_same_article_under_any_name() {
        let one = record("Stahl kam an.", None);
        let other = record("Stahl kam an.", Some("b.zip#a.txt"));
        assert_eq!(identity(&one), identity(&other));
        assert_ne!(identity(&one), identity(&record("Stahl kam.", None)));
    }

    #[test]
    fn what_is_said_around_a_record_or_by_its_file_name_makes_another_article() {
        let plain = record("Stahl kam an.", None);
        let said = Statement::new(Property::Author, Origin::Header, "Anna Meier");
        let signed = RawRecord {
            said: [said].into(),
            ..plain.clone()
        };
        let page = RawRecord {
            format: Format::Html,
            ..plain.clone()
        };
        let dated = plain.identity(&Beside::default(), "2023-09-12.txt");
        let all = [identity(&plain), identity(&signed), identity(&page), dated];
        for (place, one) in all.iter().enumerate() {
            assert!(!all[place + 1..].contains(one), "{place}");
        }
    }
}
