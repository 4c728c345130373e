//! Regularities of German word formation that look like compounds and are not, and the like.

use super::word::LONGEST;
use crate::german::lexicon::{self, Entry};

/// Particles that open verbs, between which and the verb `zu` may stand.
const VERB_PARTICLES: &[&str] = &[
    "ab",
    "an",
    "auf",
    "aus",
    "bei",
    "bereit",
    "bevor",
    "da",
    "dar",
    "durch",
    "ein",
    "empor",
    "entgegen",
    "fern",
    "fest",
    "fort",
    "frei",
    "gegenüber",
    "gleich",
    "her",
    "heran",
    "heraus",
    "herbei",
    "herein",
    "herum",
    "hervor",
    "hin",
    "hinaus",
    "hinein",
    "hinter",
    "hinzu",
    "klar",
    "los",
    "mit",
    "nach",
    "nahe",
    "nieder",
    "offen",
    "statt",
    "still",
    "teil",
    "um",
    "unter",
    "vor",
    "voran",
    "voraus",
    "vorbei",
    "wahr",
    "weg",
    "weiter",
    "wieder",
    "zu",
    "zurück",
    "zusammen",
    "über",
];

/// Words that make phrases rather than compounds of what is written small: `festgenommen`,
/// `gleichzeitig`, `weitgehend`. In nouns they are modifiers like others (`Hochschule`).
const LIGHT: &[&str] = &[
    "allein",
    "bekannt",
    "bereit",
    "bevor",
    "dahin",
    "drauf",
    "end",
    "ernst",
    "fern",
    "fest",
    "frei",
    "früh",
    "ganz",
    "gegen",
    "gerade",
    "gleich",
    "gross",
    "grund",
    "gut",
    "halb",
    "haupt",
    "heim",
    "hoch",
    "kennen",
    "klar",
    "kurz",
    "lahm",
    "lang",
    "leicht",
    "meist",
    "mehr",
    "nahe",
    "neu",
    "offen",
    "schlecht",
    "sicher",
    "stand",
    "statt",
    "stell",
    "still",
    "tat",
    "teil",
    "tief",
    "viel",
    "voll",
    "wahr",
    "weit",
    "weiter",
    "wohl",
    "zufrieden",
    "zwischen",
];

/// Points of the compass, which stand in front of any country and its people.
const DIRECTIONS: &[&str] = &["nord", "süd", "ost", "west"];

/// Words that end the names of places and people, and now and then a new compound (`Schuldenberg`).
const ENDS_OF_NAMES: &[&str] = &[
    "au", "berg", "bergen", "bergs", "dorf", "feld", "hafen", "hall", "heim", "hof", "horst",
    "land", "lands", "loch", "länder", "mann", "see", "stadt", "stein", "wald",
];

/// Words that end names and hardly ever anything else.
const ONLY_ENDS_OF_NAMES: &[&str] = &[
    "bach", "baden", "berger", "born", "brück", "burg", "burger", "furt", "hausen", "hauser",
    "hofen", "hofer", "kirch", "maier", "mayer", "meier", "schmidt", "steiner", "weiler",
];

/// Compounds whose parts would mislead: `Streit` is not what *Streitkräfte* is about.
///
/// So would those of places and firms that are compounds in their history only. Beginnings stand
/// for all inflections; inside longer words they are not cut either.
const OPAQUE: &[&str] = &[
    "aufenthalt",
    "automobil",
    "beinhalt",
    "deutschland",
    "engländer",
    "gegensatz",
    "gegenstand",
    "gegenständ",
    "gegensätz",
    "gegenteil",
    "gegenüber",
    "gelsenkirchen",
    "gutacht",
    "handhab",
    "haushalt",
    "hochzeit",
    "jahrhundert",
    "jahrtausend",
    "jahrzehnt",
    "königsberg",
    "mannesmann",
    "massnahm",
    "neuseeland",
    "rechtfertig",
    "rheinland",
    "rosenheim",
    "saarbrücken",
    "schottland",
    "streitkräft",
    "umfangreich",
    "vollständig",
    "weihnacht",
    "weissrussland",
    "wettbewerb",
    "wiederhol",
    "zahlreich",
];

/// What followers follow.
const ISM: &str = "ismus";

/// Whether `key` is an infinitive such as `anzugreifen`, which looks like *Anzug* and more.
pub(super) fn is_infinitive_with_zu(key: &str) -> bool {
    VERB_PARTICLES.iter().any(|particle| {
        let verb = key
            .strip_prefix(particle)
            .and_then(|rest| rest.strip_prefix("zu"));
        let verb = verb
            .filter(|verb| verb.ends_with('n'))
            .and_then(lexicon::lookup);
        verb.is_some_and(Entry::is_lower)
    })
}

/// Whether `key` is someone named after an -ism: the ending of `Sozialisten` is no list.
pub(super) fn is_follower(key: &str) -> bool {
    let stem = ["ist", "isten", "istin", "istinnen"]
        .iter()
        .find_map(|end| key.strip_suffix(end));
    stem.is_some_and(|stem| {
        let mut ism = [0; LONGEST + ISM.len()];
        ism[..stem.len()].copy_from_slice(stem.as_bytes());
        ism[stem.len()..][..ISM.len()].copy_from_slice(ISM.as_bytes());
        let ism = std::str::from_utf8(&ism[..stem.len() + ISM.len()]);
        ism.is_ok_and(lexicon::contains)
    })
}

/// Whether `form` makes a phrase of the small word it opens.
pub(super) fn is_light(form: &str) -> bool {
    LIGHT.contains(&form)
}

/// Whether a modifier is a point of the compass.
pub(super) fn is_direction(form: &str) -> bool {
    DIRECTIONS.contains(&form)
}

/// How much a head looks like the end of a name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum NameEnding {
    No,
    Often,
    Always,
}

/// Whether names of places and people end in `form`.
pub(super) fn name_ending(form: &str) -> NameEnding {
    if ENDS_OF_NAMES.contains(&form) {
        NameEnding::Often
    } else if ONLY_ENDS_OF_NAMES.contains(&form) {
        NameEnding::Always
    } else {
        NameEnding::No
    }
}

/// Whether `key` is a name and no common word, with or without the s of the genitive.
pub(super) fn is_only_name(key: &str) -> bool {
    let known = lexicon::lookup(key);
    let base = key
        .strip_suffix('s')
        .filter(|_| known.is_none_or(|entry| !entry.is_listed()));
    let names = known.into_iter().chain(base.and_then(lexicon::lookup));
    names
        .into_iter()
        .any(|entry| entry.is_name() && !entry.is_listed())
}

/// The spans of `key` that must not be cut inside.
pub(super) fn opaque(key: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    OPAQUE.iter().filter_map(|word| {
        let start = key.find(word)?;
        Some(start..start + word.len())
    })
}
