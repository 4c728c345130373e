//! Who is named where in one article, as plain data.

use crate::span::TextSpan;

/// Everyone an article names, and every place that names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The persons, in the order in which they are first named.
    pub persons: Vec<NamedPerson>,
    /// The places, in the order of the text, never overlapping.
    pub mentions: Vec<Mention>,
}

/// A person as one article knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPerson {
    /// The fullest form of the name in the article, in the nominative: `Wladimir Putin`, or `Putin`
    /// where the article has no more than that.
    pub name: String,
    /// What the titles and roles beside the name say of what the person does.
    pub walk: Option<Walk>,
}

/// The walk of life in which a person is named; it keeps apart two people of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Walk {
    /// Government, parliament, parties, administration, the military.
    State,
    /// Sport.
    Sport,
    /// Music, film, literature, media.
    Arts,
    /// Research and teaching.
    Science,
    /// Companies and unions.
    Business,
    /// Churches and other religions.
    Religion,
}

impl Walk {
    /// All walks of life.
    pub const ALL: [Self; 6] = [
        Self::State,
        Self::Sport,
        Self::Arts,
        Self::Science,
        Self::Business,
        Self::Religion,
    ];

    /// The word for it, as it is typed in brackets behind a name: `Michael Müller (sport)`.
    pub fn name(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Sport => "sport",
            Self::Arts => "arts",
            Self::Science => "science",
            Self::Business => "business",
            Self::Religion => "religion",
        }
    }

    /// The walk of life of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|walk| walk.name() == name)
    }
}

/// One place that names a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the article's text: the name with its ending (`Putins`), without title or role; of a
    /// derived mention, the whole word (`Kim-Dynastie`).
    pub span: TextSpan,
    /// Who is meant.
    pub referent: Referent,
    /// How that was decided.
    pub rule: Rule,
    /// How sure that is, in per cent.
    pub confidence: u8,
    /// Whether the word only derives from the name and means something else: `Jelzin-Regierung`.
    pub derived: bool,
}

/// Who is meant by a mention, by places in [`Names::persons`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Referent {
    /// This person.
    Person(u32),
    /// One of these, at least two; the text does not decide.
    Ambiguous(Vec<u32>),
}

/// The rule by which a mention was given to its person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// The whole name stands there.
    FullName,
    /// A part of the name, and only one person of the article has it.
    PartOfName,
    /// The surname in another spelling or romanisation, and only one person has it.
    Spelling,
    /// The given name, or a middle name, and only one person has it.
    GivenName,
    /// The surname with one letter amiss.
    Misspelt,
    /// Only the surname is known; the article has no fuller name.
    SurnameOnly,
    /// Title, role, gender or time told persons of one surname apart.
    Title,
    /// A word of the family beside it told persons of one surname apart.
    Family,
    /// Of several persons of that surname, the one last named.
    LastNamed,
    /// Of several persons of that surname, the one whom the article is about.
    MainPerson,
    /// A known spelling of the full name stands there word for word; the search over a collection finds
    /// it so where recognition saw no name.
    Spelled,
    /// Several persons have that name, and the text does not decide.
    Undecided,
}

impl Rule {
    /// All rules; their order is the code under which the index keeps them.
    pub const ALL: [Self; 12] = [
        Self::FullName,
        Self::PartOfName,
        Self::Spelling,
        Self::GivenName,
        Self::Misspelt,
        Self::SurnameOnly,
        Self::Title,
        Self::Family,
        Self::LastNamed,
        Self::MainPerson,
        Self::Spelled,
        Self::Undecided,
    ];

    /// The name of the rule in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::FullName => "full_name",
            Self::PartOfName => "part_of_name",
            Self::Spelling => "spelling",
            Self::GivenName => "given_name",
            Self::Misspelt => "misspelt",
            Self::SurnameOnly => "surname_only",
            Self::Title => "title",
            Self::Family => "family",
            Self::LastNamed => "last_named",
            Self::MainPerson => "main_person",
            Self::Spelled => "spelled",
            Self::Undecided => "undecided",
        }
    }

    /// What the rule says, for people.
    pub fn reason(self) -> &'static str {
        match self {
            Self::FullName => "the whole name stands there",
            Self::PartOfName => "the only person of that name in the article",
            Self::Spelling => "another spelling of the only such name in the article",
            Self::GivenName => "the only person of that given name in the article",
            Self::Misspelt => "one letter off the name of a person of the article",
            Self::SurnameOnly => "the article says no more of the name",
            Self::Title => "title, role or gender fits this person of that name",
            Self::Family => "another of the family is named beside it",
            Self::LastNamed => "the person of that name who was named last",
            Self::MainPerson => "the person of that name whom the article is about",
            Self::Spelled => "a known spelling of the full name stands there",
            Self::Undecided => "several persons have that name, and the text does not decide",
        }
    }
}
