//! Those who wrote an article, taken apart from the line that names them.

/// Someone who wrote an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Author {
    /// A person.
    Person {
        /// The surname with its particles.
        family: String,
        /// The given names.
        given: String,
    },
    /// An agency, or whatever else should stay as it is written.
    Literal(String),
}

/// Words before a surname that belong to it.
const PARTICLES: [&str; 16] = [
    "von", "vom", "van", "der", "den", "de", "zu", "zum", "zur", "di", "da", "dos", "del", "la",
    "ten", "ter",
];

/// Words that no person is called.
const BODIES: [&str; 14] = [
    "redaktion",
    "agentur",
    "agenturen",
    "team",
    "gmbh",
    "verlag",
    "zeitung",
    "presse",
    "ministerium",
    "stiftung",
    "institut",
    "verein",
    "nachrichten",
    "online",
];

/// Everyone whom the line names: `Anna Meier und Jan Schmidt`, `Meier, Anna; Schmidt, Jan`.
pub(super) fn authors(line: &str) -> Vec<Author> {
    let line = line.trim();
    let line = ["Von ", "von ", "Text: ", "By "]
        .iter()
        .find_map(|word| line.strip_prefix(word))
        .unwrap_or(line);
    let mut names = vec![line];
    for between in [";", " und ", " and ", " & ", " / "] {
        names = names
            .iter()
            .flat_map(|names| names.split(between))
            .collect();
    }
    let names = names.into_iter().flat_map(listed);
    let names = names.map(str::trim).filter(|name| !name.is_empty());
    names.map(author).collect()
}

/// `Anna Meier, Jan Schmidt` are two, `Meier, Anna` is one.
fn listed(names: &str) -> Vec<&str> {
    let pieces: Vec<&str> = names.split(',').map(str::trim).collect();
    match pieces.iter().all(|piece| piece.contains(' ')) {
        true => pieces,
        false => vec![names],
    }
}

fn author(name: &str) -> Author {
    let person = |family: &str, given: &str| Author::Person {
        family: family.trim().to_owned(),
        given: given.trim().to_owned(),
    };
    if !is_person(name) {
        return Author::Literal(name.to_owned());
    }
    if let Some((family, given)) = name.split_once(',') {
        return match given.contains(',') || given.trim().is_empty() {
            true => Author::Literal(name.to_owned()),
            false => person(family, given),
        };
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut first = words.len() - 1;
    while first > 1 && PARTICLES.contains(&words[first - 1]) {
        first -= 1;
    }
    person(&words[first..].join(" "), &words[..first].join(" "))
}

/// Whether all words of a name but its particles are capitalised, as those of a person are.
fn is_person(name: &str) -> bool {
    let words = || name.split([' ', ',']).filter(|word| !word.is_empty());
    let is_capitalised =
        |word: &str| word.starts_with(char::is_uppercase) || PARTICLES.contains(&word);
    let is_shouted = |word: &str| word.chars().filter(|sign| sign.is_uppercase()).count() > 2;
    let is_body = |word: &str| {
        let word = word.to_lowercase();
        BODIES.iter().any(|body| word.ends_with(body))
    };
    words().count() > 1
        && words().all(is_capitalised)
        && !words().any(|word| is_shouted(word) || is_body(word))
        && !name.contains(|sign: char| sign.is_ascii_digit() || "()/@:".contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<String> {
        let shown = |author: &Author| match author {
            Author::Person { family, given } => format!("{family}, {given}"),
            Author::Literal(name) => format!("{{{name}}}"),
        };
        authors(line).iter().map(shown).collect()
    }

    #[test]
    fn several_people_are_told_apart() {
        assert_eq!(
            read("Anna Meier und Jan de Vries"),
            ["Meier, Anna", "de Vries, Jan"]
        );
        assert_eq!(
            read("Meier, Anna; Schmidt, Jan"),
            ["Meier, Anna", "Schmidt, Jan"]
        );
        assert_eq!(
            read("Anna Meier, Jan Schmidt"),
            ["Meier, Anna", "Schmidt, Jan"]
        );
        assert_eq!(read("Von Eric J. Ballbach"), ["Ballbach, Eric J."]);
        assert_eq!(read("Otto von der Heide"), ["von der Heide, Otto"]);
    }

    #[test]
    fn an_agency_is_no_person() {
        assert_eq!(read("dpa"), ["{dpa}"]);
        assert_eq!(
            read("Deutsche Presse-Agentur"),
            ["{Deutsche Presse-Agentur}"]
        );
        assert_eq!(read("Anna Meier, dpa"), ["{Anna Meier, dpa}"]);
        assert_eq!(read("SWR Redaktion"), ["{SWR Redaktion}"]);
    }

    #[test]
    fn nobody_is_lost() {
        assert_eq!(read("Meier, Anna, Berlin"), ["{Meier, Anna, Berlin}"]);
        assert_eq!(read("Meier,"), ["{Meier,}"]);
        assert_eq!(read(""), [] as [&str; 0]);
    }
}
