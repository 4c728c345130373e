//! The pages and parts of an article as they are stored.

use serde::{Deserialize, Serialize};

use crate::article::{Part, PartName};

/// Where each page or part of a record begins, by the lines of its extracted text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredParts(Vec<StoredPart>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum StoredPart {
    Page { number: u32, line: u32 },
    Part { name: String, line: u32 },
}

impl StoredParts {
    pub(super) fn of(parts: &[Part]) -> Self {
        let stored = parts.iter().map(|part| match &part.name {
            PartName::Page(number) => StoredPart::Page {
                number: *number,
                line: part.line,
            },
            PartName::Part(name) => StoredPart::Part {
                name: name.clone(),
                line: part.line,
            },
        });
        Self(stored.collect())
    }

    /// Whether the record itself is the text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The parts as the article had them.
    pub fn parts(&self) -> Vec<Part> {
        let parts = self.0.iter().map(|part| match part {
            StoredPart::Page { number, line } => Part {
                name: PartName::Page(*number),
                line: *line,
            },
            StoredPart::Part { name, line } => Part {
                name: PartName::Part(name.clone()),
                line: *line,
            },
        });
        parts.collect()
    }
}
