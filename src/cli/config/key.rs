//! The keys of a configuration file.

/// A key of a configuration file. The order is that in which settings are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Roots,
    Index,
    Aliases,
    PeopleFile,
    Limit,
    Passages,
    Color,
    Links,
    Link,
    Pager,
    Editor,
    Viewer,
}

/// How alike two names must be for one to be meant by the other, from 0 to 1: a letter or two of a
/// short name may be wrong.
const ALIKE: f64 = 0.7;

impl Key {
    /// All keys.
    pub const ALL: [Key; 12] = [
        Key::Roots,
        Key::Index,
        Key::Aliases,
        Key::PeopleFile,
        Key::Limit,
        Key::Passages,
        Key::Color,
        Key::Links,
        Key::Link,
        Key::Pager,
        Key::Editor,
        Key::Viewer,
    ];

    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            Key::Roots => "roots",
            Key::Index => "index",
            Key::Aliases => "aliases",
            Key::PeopleFile => "people-file",
            Key::Limit => "limit",
            Key::Passages => "passages",
            Key::Color => "color",
            Key::Links => "links",
            Key::Link => "link",
            Key::Pager => "pager",
            Key::Editor => "editor",
            Key::Viewer => "viewer",
        }
    }

    /// The key of that name.
    pub fn named(name: &str) -> Option<Self> {
        Key::ALL.into_iter().find(|key| key.name() == name)
    }

    /// The key that is likely meant by a name that none has.
    pub fn nearest(name: &str) -> Option<Self> {
        let name = name.to_lowercase().replace('_', "-");
        if let Some(key) = of_another_name(&name) {
            return Some(key);
        }
        Key::ALL
            .into_iter()
            .map(|key| (strsim::jaro_winkler(&name, key.name()), key))
            .filter(|(alike, _)| *alike >= ALIKE)
            .max_by(|one, other| one.0.total_cmp(&other.0))
            .map(|(_, key)| key)
    }

    /// Whether it names a program that is started.
    pub fn starts_a_program(self) -> bool {
        matches!(self, Key::Pager | Key::Editor | Key::Viewer)
    }
}

/// What other programs, and the options and variables of this one, call the same.
fn of_another_name(name: &str) -> Option<Key> {
    match name {
        "corpus" | "corpora" | "sources" | "folders" | "paths" => Some(Key::Roots),
        "people" => Some(Key::PeopleFile),
        "colour" | "colors" | "colours" => Some(Key::Color),
        "hyperlink" | "hyperlinks" | "hyperlink-format" => Some(Key::Link),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_is_found_by_its_name() {
        for key in Key::ALL {
            assert_eq!(Key::named(key.name()), Some(key));
        }
    }

    #[test]
    fn a_mistyped_key_leads_to_the_nearest() {
        let nearest = |name| Key::nearest(name).map(Key::name);
        assert_eq!(nearest("limits"), Some("limit"));
        assert_eq!(nearest("people_file"), Some("people-file"));
        assert_eq!(nearest("colour"), Some("color"));
        assert_eq!(nearest("corpus"), Some("roots"));
        assert_eq!(nearest("zzz"), None);
    }
}
