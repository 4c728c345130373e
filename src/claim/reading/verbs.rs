//! Separable verbs: `weist … zurück` is `zurückweisen`.

use crate::claim::thesaurus::Thesaurus;
use crate::claim::word::Word;
use crate::german::{WordClass, lexicon, restore_umlauts};

/// Particles that part from their verbs.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "ab", "an", "auf", "aus", "bei", "ein", "fest", "fort", "frei", "her", "heran", "heraus", "herbei", "herein", "hervor", "hin", "hinaus", "hinein", "hinzu",
    "los", "mit", "nach", "nieder", "statt", "teil", "um", "unter", "voraus", "vor", "voran", "vorbei", "weg", "weiter", "wieder", "zu", "zurueck", "zusammen",
    "ueber", "durch", "entgegen", "bekannt", "bereit", "gegenueber", "sicher", "still", "vorueber",
];

/// Endings of infinitives.
const INFINITIVES: [&str; 2] = ["en", "n"];

/// Gives verbs the particles that stand at the ends of their clauses.
pub(super) fn join_particles(words: &mut [Word]) {
    for at in 0..words.len() {
        let is_last = words.get(at + 1).is_none_or(|next| {
            next.clause != words[at].clause || matches!(&*next.exact, "und" | "oder" | "sowie")
        });
        if !is_last || !PARTICLES.contains(&&*words[at].exact) {
            continue;
        }
        let clause = words[at].clause;
        let verb = (0..at).find_map(|place| {
            let word = &words[place];
            let may_be = word.clause == clause && !word.capital && word.class == WordClass::Content;
            if may_be || (word.clause == clause && matches!(&*word.stem, "laess" | "lass")) {
                Some((place, whole(&words[at].exact, &word.stem)?))
            } else {
                None
            }
        });
        if let Some((place, stem)) = verb {
            words[place].stem = stem.into();
            words[place].weight = words[place].weight.max(0.6);
        }
    }
}

/// The stem of the verb with its particle, where there is such a verb.
fn whole(particle: &str, stem: &str) -> Option<String> {
    let joined = [particle, stem].concat();
    let is_verb = INFINITIVES.iter().any(|ending| {
        let mut infinitive = [joined.as_str(), ending].concat();
        restore_umlauts(&mut infinitive);
        lexicon::contains(&infinitive)
    });
    (is_verb || Thesaurus::builtin().knows(&joined)).then_some(joined)
}
