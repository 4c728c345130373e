//! What can be wrong with a query, said so that the user can mend it.

use crate::span::TextSpan;

/// A query that was not understood, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{fault}")]
pub struct QueryError {
    /// The place in the query, on character boundaries; empty at its end when something is missing.
    pub span: TextSpan,
    /// What is wrong there.
    pub fault: Fault,
}

impl QueryError {
    /// A fault at these bytes of the query.
    pub(super) fn at(start: usize, end: usize, fault: Fault) -> Self {
        Self::over(TextSpan::new(start, end), fault)
    }

    /// A fault over this span of the query.
    pub(super) fn over(span: TextSpan, fault: Fault) -> Self {
        Self { span, fault }
    }

    /// The same fault in a text in which the stretch begins at byte `by`.
    pub(super) fn within(self, by: usize) -> Self {
        let span = self.span.shifted(by);
        Self { span, ..self }
    }
}

/// What is wrong at a place of a query. Its text names the fault, [`Fault::hint`] the remedy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Nothing was typed but blanks and punctuation.
    #[error("there is no word to search for")]
    Empty,
    /// More than [`super::MAX_LEAVES`] words, or more bytes than any question has.
    #[error("the query is too long")]
    TooLong,
    /// More than [`super::MAX_NESTING`] brackets or NOTs inside each other.
    #[error("too many brackets inside each other")]
    TooDeep,
    /// A quotation mark without its partner.
    #[error("this quotation mark is never closed")]
    OpenQuote,
    /// Quotation marks around nothing.
    #[error("there is no word between these quotation marks")]
    EmptyPhrase,
    /// `"…"~` without a number of words that makes sense.
    #[error(
        "`~` behind quotation marks needs a number of words from 0 to {}",
        super::MAX_DISTANCE
    )]
    BadDistance,
    /// `(` without `)`.
    #[error("this bracket is never closed")]
    OpenBracket,
    /// `)` without `(`.
    #[error("this bracket was never opened")]
    StrayBracket,
    /// `()`.
    #[error("there is nothing between these brackets")]
    EmptyGroup,
    /// `AND`, `OR` or `NOT` without something to work on.
    #[error("{operator} has nothing {side} it")]
    MissingOperand {
        /// The operator as typed.
        operator: String,
        /// `before` or `behind`.
        side: &'static str,
    },
    /// `+` or `-` without something directly behind it.
    #[error("`{0}` has no word directly behind it")]
    LonePrefix(char),
    /// `+` in front of an operand of AND or OR.
    #[error("`+` and AND or OR do not go together")]
    PrefixInChain,
    /// A longer dash where `-` would exclude the word.
    #[error("`{0}` directly before a word could mean a dash or `-`")]
    DashPrefix(char),
    /// A sign that is an operator in other search tools.
    #[error("`{0}` has no meaning here")]
    Foreign(String),
    /// `/…/`.
    #[error("regular expressions are not supported")]
    Regex,
    /// A `*` without enough letters beside it.
    #[error("`*` needs at least two letters beside it")]
    ShortWildcard,
    /// A word with `*` or `?` that is longer than any word.
    #[error("this word with `*` or `?` is too long")]
    LongWildcard,
    /// More than [`super::MAX_WILDCARDS`] words with a gap other than at their end.
    #[error("there are too many words with `*` or `?`")]
    ManyWildcards,
    /// A `*`, `?` or `~` in quotation marks or behind a field name.
    #[error("`{0}` is not supported here yet")]
    OperatorInText(char),
    /// `~` without a word before it or with a number other than 1 and 2.
    #[error("`~` stands behind one word, alone or with 1 or 2")]
    BadFuzzy,
    /// A field name that does not exist.
    #[error("there is no field `{name}`")]
    UnknownField {
        /// The name as typed.
        name: String,
        /// The field that was probably meant.
        nearest: Option<&'static str>,
    },
    /// A field name without a value directly behind it.
    #[error("`{0}:` needs a value directly behind it")]
    EmptyField(&'static str),
    /// `date:…` that names no date.
    #[error("`{0}` is not a date")]
    BadDate(String),
    /// `date:2024..2023`.
    #[error("this time ends before it begins")]
    BackwardDates,
    /// `lang:…` that names no language.
    #[error("`{0}` is not a language code")]
    BadLanguage(String),
    /// `type:…` that names no format.
    #[error("`{0}` is not a file type")]
    BadType(String),
}

impl Fault {
    /// What the user can do about it.
    pub fn hint(&self) -> String {
        match self {
            Fault::Empty => "type a word, or see `beleg search --help` for what a query can say".into(),
            Fault::TooLong => format!(
                "shorten it; with `--plain` the first {} different words of any text are searched",
                super::MAX_LEAVES
            ),
            Fault::TooDeep => format!("use at most {} levels", super::MAX_NESTING),
            Fault::OpenQuote | Fault::OpenBracket => "close it, or leave it out".into(),
            Fault::EmptyPhrase | Fault::EmptyGroup => "put words between them, or leave them out".into(),
            Fault::BadDistance => {
                "for example \"Kim Putin\"~5, or +Kim +Putin for both anywhere in an article".into()
            }
            Fault::StrayBracket => "leave it out, or use `--plain` to search the text as it stands".into(),
            Fault::MissingOperand { operator, .. } => {
                format!("add what belongs there; to search for the word, quote it: \"{operator}\"")
            }
            Fault::LonePrefix(sign) => format!("write it without a space, as in {sign}Putin"),
            Fault::PrefixInChain => "leave `+` out, or put brackets around the part it belongs to".into(),
            Fault::DashPrefix(_) => "type -Putin to exclude a word, or put a space behind the dash".into(),
            Fault::Foreign(sign) => foreign_hint(sign),
            Fault::Regex => "search for words, with * at the beginning or end where they vary".into(),
            Fault::ShortWildcard => "for example munit*, *munition or M*ller".into(),
            Fault::LongWildcard => "leave out letters, or search for the words in it one by one".into(),
            Fault::ManyWildcards => format!(
                "use at most {}; those with one `*` at the end do not count",
                super::MAX_WILDCARDS
            ),
            Fault::OperatorInText('?') => "write the word out, or search it outside: M?ller".into(),
            Fault::OperatorInText('*') => "write the word out, or search it outside: munit*".into(),
            Fault::OperatorInText(_) => "write the word out, or search it outside: Schoigo~".into(),
            Fault::BadFuzzy => "for example Schoigo~ or Schoigo~2".into(),
            Fault::UnknownField { nearest, .. } => unknown_field_hint(*nearest),
            Fault::EmptyField(name) => format!("write it without a space, as in {}", example(name)),
            Fault::BadDate(_) => {
                "write 2023, 2023-09, 2023-09-12, a range such as 2023-09..2024-06, 2023.. or ..2024, or none".into()
            }
            Fault::BackwardDates => "put the earlier date first".into(),
            Fault::BadLanguage(_) => "use two letters, such as lang:de or lang:en".into(),
            Fault::BadType(_) => "use the ending of the file, such as type:txt or type:jsonl".into(),
        }
    }
}

fn unknown_field_hint(nearest: Option<&str>) -> String {
    let guess = nearest.map_or_else(String::new, |name| format!("did you mean `{name}:`? "));
    format!(
        "{guess}The fields are {}; put a space behind the colon, or quotes around both, if you \
         mean the text",
        super::field::names()
    )
}

fn foreign_hint(sign: &str) -> String {
    match sign {
        "&&" => "write AND, or put + before both words".into(),
        "||" => "write OR".into(),
        "!" => "write - or NOT to exclude a word".into(),
        "^" => "all words weigh what they are worth; leave it out".into(),
        _ => "leave it out, put the text in quotes, or use `--plain`".into(),
    }
}

/// A field with a value, as an example of how to write it.
fn example(field: &str) -> &'static str {
    match field {
        "date" => "date:2023-09",
        "lang" => "lang:de",
        "type" => "type:txt",
        "source" => "source:telepolis",
        "author" => "author:Meier",
        "person" => "person:Putin",
        _ => "title:Munition",
    }
}
