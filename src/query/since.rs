//! From a day on: the same as `date:DATE..`, beside the query.

use std::str::FromStr;

use super::ast::{Leaf, LeafKind, Node, Query};
use super::date;
use super::error::Fault;
use crate::german::DateInterval;
use crate::span::TextSpan;

/// The time from the beginning of a day, month or year on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// As typed: `2023-09`.
    start: String,
    interval: DateInterval,
}

/// What was typed is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write a year, month or day: 2023, 2023-09 or 2023-09-12")]
pub struct NoDate;

impl Since {
    /// All of that time.
    pub fn interval(&self) -> DateInterval {
        self.interval
    }
}

impl FromStr for Since {
    type Err = NoDate;

    /// Reads `2023`, `2023-09` or `2023-09-12`.
    fn from_str(typed: &str) -> Result<Self, NoDate> {
        let open: Result<LeafKind, Fault> = match typed.contains("..") {
            true => return Err(NoDate),
            false => date::leaf(&format!("{typed}..")),
        };
        match open {
            Ok(LeafKind::Date(interval)) => Ok(Self {
                start: typed.to_owned(),
                interval,
            }),
            _ => Err(NoDate),
        }
    }
}

impl Query {
    /// The same query, of articles published in that time alone.
    pub fn since(self, since: &Since) -> Self {
        let start = self.text.len() + 1;
        let text = format!("{} date:{}..", self.text, since.start);
        let date = Node::Leaf(Leaf {
            span: TextSpan::new(start, text.len()),
            kind: LeafKind::Date(since.interval),
        });
        Self {
            root: Node::And(vec![self.root, date]),
            text,
            left_out: self.left_out,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;

    #[test]
    fn a_date_is_read_as_in_a_query_and_anything_else_refused() {
        let day = |typed: &str| {
            typed
                .parse::<Since>()
                .map(|since| since.interval.first_day())
        };
        assert_eq!(day("1970-01-02"), Ok(1));
        assert_eq!(day("1971"), Ok(365));
        for typed in [
            "",
            "none",
            "2023..",
            "..2023",
            "2023..2024",
            "12.9.2023",
            "2023-13",
        ] {
            assert_eq!(day(typed), Err(NoDate), "{typed}");
        }
    }

    #[test]
    fn it_is_a_condition_beside_the_query() {
        let query = parse("Kim OR Putin").expect("a query");
        let since = "2023".parse().expect("a year");
        let narrowed = query.since(&since);
        assert_eq!(narrowed.text, "Kim OR Putin date:2023..");
        assert_eq!(narrowed.leaves().len(), 3);
        assert!(matches!(narrowed.root, Node::And(_)));
    }
}
