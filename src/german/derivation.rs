//! Which words are derived from one another.

/// Suffixes that make a word of another class or sense, in folded spelling, the longer before those
/// they end in.
const SUFFIXES: [&str; 29] = [
    "lichkeit", "barkeit", "samkeit", "igkeit", "schaft", "istisch", "ierung", "ismus", "itaet",
    "keit", "heit", "lich", "isch", "haft", "erin", "ungs", "ung", "bar", "sam", "ler", "ner",
    "ion", "ier", "ist", "ell", "enz", "anz", "ig", "er",
];
/// Endings of infinitives and of bare stems, which derivation drops.
const ENDINGS: [&str; 3] = ["en", "e", "n"];
/// What is left of a word needs so many letters to say anything.
const SHORTEST: usize = 4;

/// What a stem has in common with the words derived from it: *lief* for *Lieferung* and *liefern*.
///
/// It is a rule of thumb and brings strangers together too (*Drohne*, *drohen*): good enough to
/// tell a better answer from a worse one, not to call anything an answer.
///
/// ```
/// use beleg::german::root;
/// assert_eq!(root("lieferung"), root("liefer"));
/// assert_eq!(root("sicherheit"), root("sicher"));
/// assert_eq!(root("bar"), "bar");
/// ```
pub fn root(stem: &str) -> &str {
    let mut root = stem;
    while let Some(shorter) = without(root, &SUFFIXES) {
        root = shorter;
    }
    without(root, &ENDINGS).unwrap_or(root)
}

/// The word without the first of the endings that leaves enough of it.
fn without<'a>(word: &'a str, endings: &[&str]) -> Option<&'a str> {
    let mut shorter = endings
        .iter()
        .filter_map(|ending| word.strip_suffix(ending));
    shorter.find(|shorter| shorter.len() >= SHORTEST)
}
