//! The letters that join a modifier to its head.

/// How a modifier's form differs from the word it is a form of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Link {
    /// The word as it stands: `Haus|tür`, `Waffen|ruhe`.
    #[default]
    None,
    /// `Tag-es|zeit`
    Es,
    /// `Munition-s|lager`
    S,
    /// `Fragment-e|sammlung`
    E,
    /// `Gespenst-er|haus`
    Er,
    /// `Schwabe-n|land`
    N,
    /// `Präsident-en|amt`
    En,
    /// `Name-ns|tag`
    Ns,
    /// `Herz-ens|wunsch`
    Ens,
    /// A final e is dropped: `Schul|weg`.
    DroppedE,
    /// The ending of a verb is dropped: `Spreng|kopf`.
    DroppedEn,
    /// A final e gives way to an s: `Hilf-s|werk`.
    SForE,
}

impl Link {
    /// All of them, in the order of their codes; the first that explains a form is meant.
    pub const ALL: [Self; 12] = [
        Self::None,
        Self::Es,
        Self::S,
        Self::E,
        Self::Er,
        Self::N,
        Self::En,
        Self::Ns,
        Self::Ens,
        Self::DroppedE,
        Self::DroppedEn,
        Self::SForE,
    ];

    pub(super) fn from_code(code: u32) -> Self {
        Self::ALL.get(code as usize).copied().unwrap_or_default()
    }

    /// The letters the form has and the word has not.
    pub fn added(self) -> &'static str {
        match self {
            Self::None | Self::DroppedE | Self::DroppedEn => "",
            Self::S | Self::SForE => "s",
            Self::Es => "es",
            Self::E => "e",
            Self::Er => "er",
            Self::N => "n",
            Self::En => "en",
            Self::Ns => "ns",
            Self::Ens => "ens",
        }
    }

    /// The letters the word has and the form has not.
    pub fn dropped(self) -> &'static str {
        match self {
            Self::DroppedE | Self::SForE => "e",
            Self::DroppedEn => "en",
            _ => "",
        }
    }
}
