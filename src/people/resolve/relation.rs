//! What the few words between two names say of the two.

use crate::people::name::family_gender;

/// The longest stretch between two names, in bytes, that relates them to each other.
const LONGEST: usize = 80;

/// Words that stand between two names of one person.
const ALIASES: [&str; 9] = [
    "alias",
    "bürgerlich",
    "eigentlich",
    "genannt",
    "Künstlername",
    "besser bekannt als",
    "mit richtigem Namen",
    "gebürtig",
    "sich selbst",
];

/// Whether the words speak of the family: the names are those of two persons.
pub(super) fn is_family(between: &str) -> bool {
    let is_member =
        |word: &str| word.starts_with(char::is_uppercase) && family_gender(word).is_some();
    is_short(between) && between.split(|c: char| !c.is_alphanumeric()).any(is_member)
}

/// Whether the words say that both names are one person's.
pub(super) fn is_alias(between: &str) -> bool {
    is_short(between) && ALIASES.iter().any(|word| between.contains(word))
}

/// Whether the second name begins what is said of the first: `Kim Jong Il, Kims Vater`.
pub(super) fn is_apposition(between: &str) -> bool {
    is_short(between) && (between.starts_with(", ") || between.starts_with(" ("))
}

fn is_short(between: &str) -> bool {
    between.len() <= LONGEST && !between.contains(['!', '?']) && !between.contains(". ")
}
