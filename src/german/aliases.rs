//! Aliases: other spellings and names of places and organisations, resolved when a query is made.
//!
//! A file of aliases is text in UTF-8. Its first line that is not a comment is `version 1`. Every further
//! line is a group: a class, a colon, and the names of the group with `|` between them, the usual German
//! one first:
//!
//! ```text
//! # Lines that begin with # are comments.
//! version 1
//! spelling: Pjöngjang | Pyongyang | Pjongjang
//! same: Nordkorea | DVRK | Demokratische Volksrepublik Korea
//! metonym: Moskau | Kreml
//! ```
//!
//! A name may stand in several groups. Case and the spelling of umlauts do not matter.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold::fold;
use super::surface::clean;
use super::words::Scanner;

/// The version of the format that this program reads.
const VERSION: &str = "version 1";

static BUILTIN: LazyLock<Aliases> =
    LazyLock::new(|| Aliases::parse(include_str!("aliases.txt")).unwrap_or_default());

/// How the names of a group belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AliasClass {
    /// The same name written otherwise, or an older or native form of it: *Kiew*, *Kyjiw*. Always searched.
    Spelling,
    /// Another name of the same thing: *Nordkorea*, *DVRK*. Searched, and told of.
    Same,
    /// What stands for the thing in the news: *Moskau* for the *Kreml*. For claims only.
    Metonym,
}

/// A line of an alias file that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AliasError {
    /// The file is of another version or of none.
    #[error(
        "an alias file begins with the line `version 1`: add it, or use a file of this version"
    )]
    Version,
    /// A line without a known class.
    #[error("line {0}: write `spelling:`, `same:` or `metonym:` and names with | between them")]
    Class(usize),
    /// A group that holds fewer than two names.
    #[error("line {0}: a group needs two names or more, with | between them")]
    Names(usize),
}

/// Groups of names that belong together.
#[derive(Clone, Debug, Default)]
pub struct Aliases {
    groups: Vec<Group>,
    by_key: HashMap<Box<str>, Vec<u32>>,
    longest_name: usize,
}

#[derive(Clone, Debug)]
struct Group {
    class: AliasClass,
    names: Vec<Name>,
}

#[derive(Clone, Debug)]
struct Name {
    key: Box<str>,
    written: Box<str>,
}

impl Aliases {
    /// The aliases that come with the program, read when first asked for.
    pub fn builtin() -> &'static Aliases {
        &BUILTIN
    }

    /// Reads a file of aliases.
    ///
    /// # Errors
    /// When a line does not follow the format above.
    pub fn parse(text: &str) -> Result<Self, AliasError> {
        let numbered = text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line.trim()));
        let mut lines = numbered.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let header = lines
            .next()
            .map(|(_, line)| line.trim_start_matches('\u{feff}'));
        if header != Some(VERSION) {
            return Err(AliasError::Version);
        }
        let mut aliases = Self::default();
        for (number, line) in lines {
            aliases.add(parse_group(number, line)?);
        }
        Ok(aliases)
    }

    /// These aliases and `others` together.
    pub fn merged(&self, others: &Aliases) -> Self {
        let mut merged = self.clone();
        others
            .groups
            .iter()
            .for_each(|group| merged.add(group.clone()));
        merged
    }

    /// The other names of `name`, which may be of several words and in the genitive: how they belong to it
    /// and how they are written, without repetition.
    pub fn variants(&self, name: &str) -> Vec<(AliasClass, &str)> {
        let key = key(name);
        let mut found: Vec<(AliasClass, &Name)> = Vec::new();
        for index in self.groups_of(&key) {
            let group = &self.groups[*index as usize];
            let others = group.names.iter().filter(|other| *other.key != *key);
            found.extend(others.map(|other| (group.class, other)));
        }
        found.sort_by_key(|(class, _)| *class);
        let mut seen = std::collections::HashSet::new();
        found.retain(|(_, name)| seen.insert(&name.key));
        found
            .into_iter()
            .map(|(class, name)| (class, &*name.written))
            .collect()
    }

    /// The other spellings of `name`, which are always searched with it.
    pub fn spellings(&self, name: &str) -> impl Iterator<Item = &str> {
        let variants = self.variants(name).into_iter();
        variants
            .filter(|(class, _)| *class == AliasClass::Spelling)
            .map(|(_, written)| written)
    }

    /// The most words that any name has: no longer run of words needs to be looked up.
    pub fn longest_name(&self) -> usize {
        self.longest_name
    }

    fn groups_of(&self, key: &str) -> &[u32] {
        let nominative = || key.strip_suffix('s').and_then(|base| self.by_key.get(base));
        self.by_key
            .get(key)
            .or_else(nominative)
            .map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, group: Group) {
        let index = self.groups.len() as u32;
        for name in &group.names {
            self.longest_name = self.longest_name.max(name.key.split(' ').count());
            self.by_key.entry(name.key.clone()).or_default().push(index);
        }
        self.groups.push(group);
    }
}

fn parse_group(number: usize, line: &str) -> Result<Group, AliasError> {
    let (class, names) = line.split_once(':').ok_or(AliasError::Class(number))?;
    let class = match class.trim() {
        "spelling" => AliasClass::Spelling,
        "same" => AliasClass::Same,
        "metonym" => AliasClass::Metonym,
        _ => return Err(AliasError::Class(number)),
    };
    let named = |written: &str| Name {
        key: key(written).into(),
        written: written.trim().into(),
    };
    let mut names: Vec<Name> = names
        .split('|')
        .map(named)
        .filter(|name| !name.key.is_empty())
        .collect();
    let mut seen = std::collections::HashSet::new();
    names.retain(|name| seen.insert(name.key.clone()));
    if names.len() < 2 {
        Err(AliasError::Names(number))
    } else {
        Ok(Group { class, names })
    }
}

/// The folded words of a name with a space between them.
fn key(name: &str) -> String {
    let words: Vec<String> = Scanner::new(name)
        .map(|piece| fold(&clean(&name[piece.span.range()])))
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spellings(name: &str) -> Vec<&str> {
        Aliases::builtin().spellings(name).collect()
    }

    #[test]
    fn the_file_that_comes_along_can_be_read_and_says_each_name_once_a_group() {
        let text = include_str!("aliases.txt");
        let aliases = Aliases::parse(text).unwrap();
        let written = text
            .lines()
            .filter(|line| line.contains(':') && !line.starts_with('#'));
        for (group, line) in aliases.groups.iter().zip(written) {
            assert_eq!(group.names.len(), line.split('|').count(), "{line}");
        }
    }

    #[test]
    fn a_place_is_found_in_every_spelling_and_case() {
        for name in ["Pyongyang", "pjöngjang", "PJOENGJANG", "Pyongyangs"] {
            assert!(spellings(name).contains(&"Pjongjang"), "{name}");
        }
        assert!(spellings("Kyjiw").contains(&"Kiew"));
        assert!(spellings("Nordkorea").is_empty());
        assert!(spellings("Munition").is_empty());
    }

    #[test]
    fn other_names_and_metonyms_are_told_apart() {
        let variants = Aliases::builtin().variants("Nordkorea");
        assert!(variants.contains(&(AliasClass::Same, "DVRK")));
        assert!(
            Aliases::builtin()
                .variants("Kreml")
                .contains(&(AliasClass::Metonym, "Moskau"))
        );
    }

    #[test]
    fn a_faulty_file_says_which_line_to_mend() {
        assert_eq!(
            Aliases::parse("spelling: a | b").unwrap_err(),
            AliasError::Version
        );
        assert_eq!(
            Aliases::parse("version 1\n\nfoo: a | b").unwrap_err(),
            AliasError::Class(3)
        );
        assert_eq!(
            Aliases::parse("version 1\nsame: a | A").unwrap_err(),
            AliasError::Names(2)
        );
    }
}
