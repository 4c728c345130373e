//! What is said of an article, by itself or beside it, and how much that is worth.

use super::Known;

/// What can be known of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Property {
    /// The headline.
    Title,
    /// Who published it.
    Outlet,
    /// Who wrote it.
    Author,
    /// Where it was published.
    Url,
    /// When it was published.
    Date,
    /// The language it is written in.
    Language,
}

impl Property {
    /// All properties, in the order in which they are shown.
    pub const ALL: [Property; 6] = [
        Property::Title,
        Property::Outlet,
        Property::Author,
        Property::Date,
        Property::Url,
        Property::Language,
    ];

    /// Its name in JSON, in sidecar files and in tables.
    pub fn name(self) -> &'static str {
        match self {
            Property::Title => "title",
            Property::Outlet => "outlet",
            Property::Author => "author",
            Property::Url => "url",
            Property::Date => "date",
            Property::Language => "language",
        }
    }
}

/// One thing that is said of an article, as it stands where it was found.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Statement {
    /// What it is about.
    pub property: Property,
    /// What it says, in any common spelling.
    pub value: String,
    /// Where it was found.
    pub origin: Origin,
}

impl Statement {
    /// A statement without the space around its value.
    pub fn new(property: Property, origin: Origin, value: &str) -> Self {
        Self {
            property,
            value: value.trim().to_owned(),
            origin,
        }
    }
}

/// Where a value of an article was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A file beside the article that somebody wrote to describe it (`name.meta.toml`).
    Sidecar,
    /// A table that describes many articles (`beleg index --metadata`).
    Table,
    /// A field of the record that names it (`title`, `date`).
    Field,
    /// The front matter of a Markdown file.
    FrontMatter,
    /// Linked data in a web page (schema.org in JSON-LD).
    JsonLd,
    /// Attributes in a web page (schema.org in microdata).
    Microdata,
    /// A `<meta>` element of a web page.
    Meta,
    /// Dublin Core, in a web page or a document.
    DublinCore,
    /// What a web page tells social networks (OpenGraph).
    OpenGraph,
    /// A header of a message or of a captured page.
    Header,
    /// The properties of a document, which its template may have filled in.
    Properties,
    /// Elements of the page, by their meaning (`<h1>`, `<time>`, `<title>`).
    Markup,
    /// The text itself, by its place or form.
    Text,
    /// The address of the page.
    Address,
    /// The name of the file.
    FileName,
    /// Nothing said so; this is the default.
    Default,
}

/// How sure a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sureness {
    /// Nothing says so.
    Assumed,
    /// Concluded from something that was made for another end.
    Guessed,
    /// Found by its place or form.
    Likely,
    /// Said in so many words by the record.
    Stated,
    /// Said by the user.
    Certain,
}

impl Origin {
    /// All origins, in the order of their numbers in the index.
    pub const ALL: [Origin; 16] = [
        Origin::Sidecar,
        Origin::Table,
        Origin::Field,
        Origin::FrontMatter,
        Origin::JsonLd,
        Origin::Microdata,
        Origin::Meta,
        Origin::DublinCore,
        Origin::OpenGraph,
        Origin::Header,
        Origin::Properties,
        Origin::Markup,
        Origin::Text,
        Origin::Address,
        Origin::FileName,
        Origin::Default,
    ];

    /// Its name in JSON and for people.
    pub fn name(self) -> &'static str {
        match self {
            Origin::Sidecar => "sidecar",
            Origin::Table => "table",
            Origin::Field => "field",
            Origin::FrontMatter => "front matter",
            Origin::JsonLd => "JSON-LD",
            Origin::Microdata => "microdata",
            Origin::Meta => "meta",
            Origin::DublinCore => "Dublin Core",
            Origin::OpenGraph => "OpenGraph",
            Origin::Header => "header",
            Origin::Properties => "properties",
            Origin::Markup => "markup",
            Origin::Text => "text",
            Origin::Address => "address",
            Origin::FileName => "file name",
            Origin::Default => "default",
        }
    }

    /// How sure a value from there is.
    pub fn sureness(self) -> Sureness {
        match self {
            Origin::Sidecar | Origin::Table => Sureness::Certain,
            Origin::Field
            | Origin::FrontMatter
            | Origin::JsonLd
            | Origin::Microdata
            | Origin::Meta
            | Origin::DublinCore
            | Origin::OpenGraph
            | Origin::Header => Sureness::Stated,
            Origin::Markup | Origin::Text => Sureness::Likely,
            Origin::Properties | Origin::Address | Origin::FileName => Sureness::Guessed,
            Origin::Default => Sureness::Assumed,
        }
    }
}

impl Sureness {
    /// Its name in JSON and for people.
    pub fn name(self) -> &'static str {
        match self {
            Sureness::Assumed => "assumed",
            Sureness::Guessed => "guessed",
            Sureness::Likely => "likely",
            Sureness::Stated => "stated",
            Sureness::Certain => "certain",
        }
    }
}

/// The surest thing that is said about a property and that `understand` can read; of equally sure
/// ones the first.
pub(super) fn surest<T>(
    said: &[Statement],
    property: Property,
    understand: impl Fn(&str) -> Option<T>,
) -> Option<Known<T>> {
    let mut about: Vec<&Statement> = said
        .iter()
        .filter(|statement| statement.property == property)
        .collect();
    about.sort_by_key(|statement| std::cmp::Reverse(statement.origin.sureness()));
    about.into_iter().find_map(|statement| {
        Some(Known {
            value: understand(&statement.value)?,
            origin: statement.origin,
        })
    })
}

/// What is surely said, else what the text shows, else what can be guessed.
pub(super) fn or_shown<T>(
    said: Option<Known<T>>,
    shown: impl FnOnce() -> Option<Known<T>>,
) -> Option<Known<T>> {
    match said {
        Some(known) if known.origin.sureness() >= Sureness::Likely => Some(known),
        guessed => shown().or(guessed),
    }
}

/// The text of a value, unless it is blank.
pub(super) fn text(value: &str) -> Option<String> {
    let words: Vec<&str> = value.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_surest_readable_value_wins_and_of_equals_the_first() {
        let said = [
            Statement::new(Property::Title, Origin::FileName, "Datei"),
            Statement::new(Property::Title, Origin::JsonLd, "  "),
            Statement::new(Property::Title, Origin::OpenGraph, "Die\n Schlagzeile"),
            Statement::new(Property::Title, Origin::Meta, "Eine andere"),
            Statement::new(Property::Author, Origin::Sidecar, "A. B."),
        ];
        let title = surest(&said, Property::Title, text).expect("there is one");
        assert_eq!(
            (title.value.as_str(), title.origin),
            ("Die Schlagzeile", Origin::OpenGraph)
        );
        assert_eq!(surest(&said, Property::Url, text), None);
    }
}
