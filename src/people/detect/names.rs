//! What is known of words from name lists and from reading the official speeches.

use std::sync::LazyLock;

use crate::german::Table;

/// Made by the training program, never edited.
static BYTES: &[u8] = include_bytes!("names.fst");

static TABLE: LazyLock<Option<Table>> = LazyLock::new(|| Table::new(BYTES));

/// What is known of a word as a name; all zero for a word never met.
///
/// It is one small number: bit 0 says that it is on a list of given names, bit 1 on one of surnames;
/// bits 2–4 how often it stood behind `Herr`, `Frau`, `Kollege` or a title, bits 5–7 which share of its
/// places that was; bits 8–17 the cluster of words used like it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NameFacts(u32);

impl NameFacts {
    /// What is known of a look-up key.
    pub fn of(key: &str) -> Self {
        let Some(table) = TABLE.as_ref() else {
            return Self::default();
        };
        let value = table.get(key).or_else(|| {
            // The public lists have no marks on letters: `Muller`, `Jurgen`.
            let plain = (!key.is_ascii()).then(|| without_marks(key))?;
            Some(table.get(&plain)? & 3)
        });
        Self(value.unwrap_or_default() as u32)
    }

    /// Packs what is known.
    pub fn pack(given: bool, surname: bool, addressed: u32, share: u32, cluster: u32) -> Self {
        let flags = u32::from(given) | u32::from(surname) << 1;
        Self(flags | addressed.min(7) << 2 | share.min(7) << 5 | cluster.min(1023) << 8)
    }

    /// The packed number, as it stands in the table.
    pub fn bits(self) -> u64 {
        u64::from(self.0)
    }

    /// Whether it is on a list of given names.
    pub fn is_given(self) -> bool {
        self.0 & 1 != 0
    }

    /// Whether it is on a list of surnames.
    pub fn is_surname(self) -> bool {
        self.0 & 2 != 0
    }

    /// How often it stood behind a form of address, from 0 (never) to 7.
    pub fn addressed(self) -> u32 {
        self.0 >> 2 & 7
    }

    /// Which share of its places stood behind a form of address, from 0 to 7.
    pub fn share(self) -> u32 {
        self.0 >> 5 & 7
    }

    /// The cluster of words used like it, from 1; 0 for none.
    pub fn cluster(self) -> u32 {
        self.0 >> 8 & 1023
    }
}

fn without_marks(key: &str) -> String {
    key.chars()
        .map(|letter| match letter {
            'ä' | 'á' | 'à' | 'â' | 'ã' | 'å' | 'ă' | 'ą' => 'a',
            'ö' | 'ó' | 'ò' | 'ô' | 'õ' | 'ø' | 'ő' => 'o',
            'ü' | 'ú' | 'ù' | 'û' | 'ű' | 'ů' => 'u',
            'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' => 'e',
            'í' | 'ì' | 'î' | 'ï' | 'ı' => 'i',
            'ç' | 'ć' | 'č' => 'c',
            'ş' | 'š' | 'ś' => 's',
            'ğ' => 'g',
            'ñ' | 'ń' | 'ň' => 'n',
            'ž' | 'ź' | 'ż' => 'z',
            'ł' => 'l',
            'ř' => 'r',
            'ý' => 'y',
            other => other,
        })
        .collect()
}
