//! Where what is known of an article was found, in a few bytes.

use serde::{Deserialize, Serialize};

use crate::article::{Article, Known, Origin, Property};

/// Where each property of an article was found, in the order of [`Property::ALL`]: the number of an
/// [`Origin`], from 1; 0 for what is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origins([u8; Property::ALL.len()]);

impl Origins {
    /// Where what an article says of itself was found.
    pub(super) fn of(article: &Article) -> Self {
        let number = |origin: Option<Origin>| {
            let place = |origin| Origin::ALL.iter().position(|known| *known == origin);
            origin.and_then(place).map_or(0, |place| place as u8 + 1)
        };
        let text = |known: &Option<Known<String>>| known.as_ref().map(|known| known.origin);
        Self(Property::ALL.map(|property| {
            number(match property {
                Property::Title => text(&article.title),
                Property::Outlet => text(&article.outlet),
                Property::Author => text(&article.author),
                Property::Url => text(&article.url),
                Property::Date => article.date.as_ref().map(|date| date.origin),
                Property::Language => Some(article.language.origin),
            })
        }))
    }

    /// Where a property was found; `None` when it is not known.
    pub fn get(self, property: Property) -> Option<Origin> {
        let place = Property::ALL.iter().position(|known| *known == property)?;
        let number = usize::from(self.0[place]).checked_sub(1)?;
        Origin::ALL.get(number).copied()
    }
}
