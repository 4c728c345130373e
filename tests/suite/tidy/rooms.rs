//! The room table of the design: a room may know only the rooms listed beside it.

use super::text::SourceFile;

/// A room of the house: a folder of `src/`.
pub struct Room {
    /// The folder's name.
    pub name: &'static str,
    /// The rooms it may know, each of which stands above it.
    pub may_know: &'static str,
}

/// All rooms, from the ground up.
#[rustfmt::skip]
pub const ROOMS: &[Room] = &[
    Room { name: "span",     may_know: "" },
    Room { name: "german",   may_know: "span" },
    Room { name: "article",  may_know: "german span" },
    Room { name: "source",   may_know: "article german span" },
    Room { name: "people",   may_know: "german article span" },
    Room { name: "speech",   may_know: "people german article span" },
    Room { name: "query",    may_know: "german span" },
    Room { name: "evidence", may_know: "article span" },
    Room { name: "claim",    may_know: "speech query people german evidence article span" },
    Room { name: "search",   may_know: "query people german evidence article span" },
    Room { name: "index",    may_know: "search people evidence article german span" },
    Room { name: "archive",  may_know: "index search claim evidence query speech people source article german span" },
    Room { name: "render",   may_know: "evidence query span" },
    Room { name: "cli",      may_know: "archive render query evidence" },
];

/// What only one room may name outside its tests.
pub struct Owned {
    /// The owner.
    pub room: &'static str,
    /// Crates (written as a path, `name::`), macros, and stretches of text.
    pub names: &'static [&'static str],
}

/// Every crate that has an owner, with what else is the business of one room.
#[rustfmt::skip]
pub const OWNERS: &[Owned] = &[
    Owned { room: "german", names: &["rust_stemmers::", "whatlang::", "fst::", "jiff::"] },
    Owned { room: "source", names: &["encoding_rs::", "chardetng::", "ignore::", "html5gum::", "pulldown_cmark::",
                                     "saphyr_parser::", "toml::", "hayro_interpret::", "zip::", "flate2::", "zstd::",
                                     "tar::", "quick_xml::", "mail_parser::", "rustix::", "notify::"] },
    Owned { room: "index",  names: &["tantivy::"] },
    Owned { room: "render", names: &["anstyle::", "\\x1b[", "\\u{1b}[",
                                     "serde_json::to_", "serde_json::json!", "serde_json::Serializer"] },
    Owned { room: "cli",    names: &["clap::", "clap_complete::", "clap_mangen::", "anyhow::", "indicatif::", "terminal_size::", "signal_hook::", "process::exit",
                                     "println!", "print!", "eprintln!", "eprint!", "io::stdout", "io::stderr", "io::stdin"] },
];

/// A file that may name what belongs to another room, and why.
pub struct Exception {
    /// The file, from the top of the project.
    pub file: &'static str,
    /// The name as it stands in [`OWNERS`].
    pub name: &'static str,
    /// Why that is right.
    pub reason: &'static str,
}

/// All exceptions; one that is no longer needed is an error as well.
pub const EXCEPTIONS: &[Exception] = &[
    Exception {
        file: "src/archive/clock.rs",
        name: "jiff::",
        reason: "reads the clock; german owns the dates that stand in texts",
    },
    Exception {
        file: "src/archive/saved.rs",
        name: "toml::",
        reason: "reads the user's own file of searches, as own_names reads that of people",
    },
    Exception {
        file: "src/cli/config/file.rs",
        name: "toml::",
        reason: "reads the user's settings; source owns the TOML that describes articles",
    },
    Exception {
        file: "src/cli/config/value.rs",
        name: "toml::",
        reason: "reads the user's settings; source owns the TOML that describes articles",
    },
    Exception {
        file: "src/cli/terminal.rs",
        name: "rustix::",
        reason: "asks for the name of the machine, which links to its files hold",
    },
    Exception {
        file: "src/german/fingerprint/build.rs",
        name: "println!",
        reason: "a build script talks to cargo by printing",
    },
    Exception {
        file: "src/index/manifest.rs",
        name: "serde_json::to_",
        reason: "the manifest is kept in the index and shown to nobody",
    },
];

impl Owned {
    /// What a file names of this although it stands in another room and is no exception.
    pub fn trespasses(&self, file: &SourceFile) -> Vec<&'static str> {
        if file.room().as_deref() == Some(self.room) {
            return Vec::new();
        }
        let is_foreign = |name: &&str| file.names(name) && !is_excepted(file, name);
        self.names.iter().copied().filter(is_foreign).collect()
    }
}

fn is_excepted(file: &SourceFile, name: &str) -> bool {
    EXCEPTIONS
        .iter()
        .any(|exception| exception.file == file.path && exception.name == name)
}

impl Room {
    /// The room of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        ROOMS.iter().find(|room| room.name == name)
    }

    /// Whether code in this room may name that one.
    pub fn may_know(&self, other: &str) -> bool {
        other == self.name || self.may_know.split_whitespace().any(|known| known == other)
    }
}
