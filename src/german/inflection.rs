//! Taking inflections back, where the lexicon proves the paradigm.
//!
//! A form is only cut where a telling form of the same paradigm is a word: the dative in `-em` proves an
//! adjective (`großem`), the present participle a verb (`machend`), the base itself a noun. This is what
//! keeps `Macht` and `machte`, `Bau` and `Bauer`, `Drohne` and `drohen` apart.

use super::lexicon;
use super::strong_verbs;
use super::umlaut;

/// Nouns with a plural in `-er`: a closed class, in their folded form without umlaut change.
const PLURAL_IN_ER: [&str; 74] = [
    "aas",
    "amt",
    "bad",
    "band",
    "biest",
    "bild",
    "blatt",
    "brett",
    "buch",
    "dach",
    "denkmal",
    "dorf",
    "ei",
    "fach",
    "fass",
    "feld",
    "geist",
    "geld",
    "gemach",
    "gemüt",
    "geschlecht",
    "gesicht",
    "gespenst",
    "gewand",
    "glas",
    "glied",
    "gott",
    "grab",
    "gras",
    "gut",
    "haupt",
    "haus",
    "holz",
    "horn",
    "hospital",
    "huhn",
    "irrtum",
    "kalb",
    "kind",
    "kleid",
    "korn",
    "kraut",
    "lamm",
    "land",
    "leib",
    "licht",
    "lied",
    "loch",
    "mann",
    "maul",
    "mund",
    "nest",
    "ort",
    "pfand",
    "rad",
    "rand",
    "regiment",
    "rind",
    "schild",
    "schloss",
    "schwert",
    "spital",
    "strauch",
    "tal",
    "tuch",
    "tum",
    "volk",
    "vormund",
    "wald",
    "weib",
    "wicht",
    "wort",
    "wurm",
    "kleinod",
];

/// Endings of adjectives behind their stem.
const ADJECTIVE_ENDINGS: [&str; 6] = ["", "e", "en", "em", "er", "es"];

/// Endings of weak verbs behind their stem, shortest first: the participle proves the right one.
const VERB_ENDINGS: [&str; 18] = [
    "", "e", "n", "t", "en", "et", "st", "te", "est", "nd", "end", "ete", "ten", "tet", "test",
    "eten", "etet", "etest",
];

/// Up to this frequency (a logarithm) a word that no dictionary lists is taken for a misprint.
const RARE: f32 = 4.0;

/// A participle is at most this much more frequent (as a logarithm) than its infinitive.
const PARTICIPLE_EXCESS: f32 = 3.0;

/// An adjective that looks like a participle is at most this much more frequent than the infinitive.
const ADJECTIVE_EXCESS: f32 = 2.0;

/// A plural is at most this much more frequent (as a logarithm) than its singular; measured on the official
/// texts, where `Tiere` exceeds `Tier` by 0.9, `Lage` exceeds `Lag` by 2.3 and `Reise` exceeds `Reis` by 3.1.
const PLURAL_EXCESS: f32 = 1.9;

/// A modifier that stands in so many words and more (as a logarithm) is a noun of its own: the `Raten` of
/// `Ratenzahlung` is not a form of `Rat`.
const OWN_MODIFIER: f32 = 1.9;

/// A noun that so few words end in (as a logarithm) is rarer than the past of a verb that it looks like.
const RARE_HEAD: f32 = 1.2;

/// The stem of a form, its umlauts kept; `None` when the lexicon knows no paradigm for it.
pub(super) fn stem(form: &str) -> Option<String> {
    let plural = || is_noun(form) && noun(form).is_some();
    let adjective = adjective(form).filter(|stem| stem != form || !plural());
    if let Some(stem) = adjective.filter(|_| !is_agent(form)) {
        return Some(verb_of_participle(&stem).unwrap_or(stem));
    }
    let entry = lexicon::lookup(form).filter(|entry| entry.is_word())?;
    if entry.is_noun() {
        if let Some(base) = noun(form) {
            return Some(stem(&base).unwrap_or_else(|| without_e(&base)));
        }
        if let Some(base) = noun_of_ending(form) {
            return Some(stem(&base).unwrap_or_else(|| without_e(&base)));
        }
        if !entry.is_listed() && !entry.is_lower() {
            return None;
        }
        if let Some(verb) = past(form, &entry) {
            return Some(verb.to_owned());
        }
        let infinitive = |stem: &String| {
            let ending = form.strip_prefix(stem.as_str());
            entry.is_lower() && matches!(ending, Some("en" | "n"))
        };
        return Some(
            verb_stem(form)
                .filter(infinitive)
                .unwrap_or_else(|| without_e(form)),
        );
    }
    Some(verb(form).unwrap_or_else(|| without_e(form)))
}

/// The verb whose past is also a noun that hardly any compound ends in: `gewann`, beside the `Gewann` of a field.
fn past(form: &str, entry: &lexicon::Entry) -> Option<&'static str> {
    let is_rare = entry.is_lower() && entry.head_productivity() < RARE_HEAD;
    strong_verbs::of_past(form).filter(|_| is_rare)
}

/// Whether the form is a noun in `-er` with a genitive of its own and compounds: `Forscher`, which is not a
/// form of the adjective `forsch`.
fn is_agent(form: &str) -> bool {
    let heads =
        || lexicon::lookup(form).is_some_and(|entry| entry.head_productivity() >= OWN_MODIFIER);
    form.ends_with("er") && is_noun(&format!("{form}s")) && heads()
}

/// The verb whose participle the stem of an adjective is; not that of `recht` or `modern`, which are far
/// more frequent than `rechen` and are no participles.
fn verb_of_participle(stem: &str) -> Option<String> {
    let ending = ["t", "en", "nd"]
        .iter()
        .any(|ending| stem.ends_with(ending));
    let verb = verb(stem).filter(|_| ending)?;
    (infinitive_frequency(&verb) + ADJECTIVE_EXCESS > frequency(stem)).then_some(verb)
}

fn infinitive_frequency(stem: &str) -> f32 {
    frequency(&format!("{stem}en")).max(frequency(&format!("{stem}n")))
}

/// A base less its `e`, so that `Rede` meets `reden`, unless it would become another noun: `Rate`, `Karte`.
fn without_e(base: &str) -> String {
    let stem = base
        .strip_suffix('e')
        .filter(|stem| stem.len() > 2 && !stem.ends_with('e') && !is_noun(stem));
    stem.unwrap_or(base).to_owned()
}

/// Whether `key` is a form of a noun, and not a rare misprint or an abbreviation of the official texts.
fn is_noun(key: &str) -> bool {
    let proven = |entry: &lexicon::Entry| entry.is_listed() || entry.frequency() > RARE;
    lexicon::lookup(key).is_some_and(|entry| entry.is_noun() && proven(&entry))
}

fn is_lower(key: &str) -> bool {
    lexicon::lookup(key).is_some_and(|entry| entry.is_lower())
}

/// The stem of an adjective: without ending, comparison and the umlaut of comparison.
fn adjective(form: &str) -> Option<String> {
    let stem = positive(form).or_else(|| elided(form))?;
    for comparison in ["er", "est", "st", "t"] {
        let Some(base) = stem.strip_suffix(comparison) else {
            continue;
        };
        if comparison == "t" && !base.ends_with("ss") {
            continue;
        }
        let undone = umlaut::undone(base);
        let found = undone
            .into_iter()
            .chain([base.to_owned()])
            .find(|base| has_dative(base));
        if let Some(base) = found {
            return Some(base);
        }
    }
    Some(stem)
}

fn positive(form: &str) -> Option<String> {
    let stems = ADJECTIVE_ENDINGS
        .iter()
        .filter_map(|ending| form.strip_suffix(ending));
    stems
        .into_iter()
        .find(|stem| has_dative(stem))
        .map(str::to_owned)
}

/// The stem of `dunkel`, `teuer`: without the `e` that its forms leave out.
fn elided(form: &str) -> Option<String> {
    let last = form
        .chars()
        .next_back()
        .filter(|c| matches!(c, 'l' | 'r'))?;
    let stem = format!("{}{last}", form.strip_suffix(last)?.strip_suffix('e')?);
    has_dative(&stem).then_some(stem)
}

fn has_dative(stem: &str) -> bool {
    stem.len() > 2 && is_lower(&format!("{stem}em"))
}

/// The stem of a verb, of any of its forms, its participle and its infinitive with `zu`.
fn verb(form: &str) -> Option<String> {
    changed_or_weak(form)
        .or_else(|| participle(form))
        .or_else(|| with_zu(form))
}

fn changed_or_weak(form: &str) -> Option<String> {
    verb_stem(form).or_else(|| strong_verb_stem(form))
}

/// `gemacht`, `angegriffen`; not `gerecht`, which is far more frequent than `rechen`.
fn participle(form: &str) -> Option<String> {
    let ending = form.ends_with('t') || form.ends_with('n');
    let stem = without(form, "ge").filter(|_| ending)?;
    (infinitive_frequency(&stem) + PARTICIPLE_EXCESS > frequency(form)).then_some(stem)
}

/// `anzugreifen`; not `zufrieden`, for a `zu` at the beginning stands apart from its verb.
fn with_zu(form: &str) -> Option<String> {
    let infinitive = form.ends_with('n') || form.ends_with("nd");
    without(form, "zu").filter(|_| infinitive && !form.starts_with("zu"))
}

/// The stem of the verb that is left without an `infix` somewhere in the form.
fn without(form: &str, infix: &str) -> Option<String> {
    let rests = form
        .match_indices(infix)
        .map(|(at, _)| [&form[..at], &form[at + infix.len()..]].concat());
    rests
        .into_iter()
        .find_map(|rest| changed_or_weak(&rest).filter(|stem| *stem != rest))
}

/// The stem of a verb whose vowel changed: `schoss` leads to `schiess`, as `schießend` proves.
fn strong_verb_stem(form: &str) -> Option<String> {
    let stems = strong_verbs::ENDINGS
        .iter()
        .filter_map(|ending| form.strip_suffix(ending));
    stems.into_iter().find_map(|stem| {
        let mut starts = stem.char_indices().map(|(at, _)| at);
        starts.find_map(|start| {
            let presents = strong_verbs::present(&stem[start..]).iter();
            let whole = presents.map(|present| [&stem[..start], present].concat());
            whole.into_iter().find(|whole| has_participle(whole))
        })
    })
}

fn verb_stem(form: &str) -> Option<String> {
    let mut stems = VERB_ENDINGS
        .iter()
        .filter_map(|ending| form.strip_suffix(ending));
    stems.find_map(|stem| {
        let whole = Some(stem)
            .filter(|stem| has_participle(stem))
            .map(str::to_owned);
        whole.or_else(|| unelided(stem).filter(|stem| has_participle(stem)))
    })
}

/// The stem of `handle`, `ändre` with the `e` that the form leaves out.
fn unelided(stem: &str) -> Option<String> {
    let last = stem
        .chars()
        .next_back()
        .filter(|c| matches!(c, 'l' | 'r'))?;
    let before = stem
        .strip_suffix(last)
        .filter(|rest| rest.ends_with(|c: char| !"aeiouyäöülr".contains(c)))?;
    Some(format!("{before}e{last}"))
}

/// Whether a verb in `-ieren` may end so behind its `ier`.
pub(super) fn is_verb_ending(ending: &str) -> bool {
    VERB_ENDINGS.contains(&ending)
}

fn has_participle(stem: &str) -> bool {
    let nd = stem.ends_with("el") || stem.ends_with("er");
    stem.len() > 2 && (is_lower(&format!("{stem}end")) || (nd && is_lower(&format!("{stem}nd"))))
}

/// The noun that a form is inflected from, one step back.
fn noun(form: &str) -> Option<String> {
    let plural_of_in = form.strip_suffix("innen").map(|base| format!("{base}in"));
    let doubled = form
        .strip_suffix("isse")
        .or_else(|| form.strip_suffix("isses"))
        .map(|base| format!("{base}is"));
    let latin = form
        .strip_suffix("ismen")
        .map(|base| format!("{base}ismus"));
    plural_of_in
        .into_iter()
        .chain(doubled)
        .chain(latin)
        .find(|base| is_noun(base))
        .or_else(|| {
            genitive(form)
                .or_else(|| plural_in_n(form))
                .map(str::to_owned)
        })
        .or_else(|| plural_in_er(form))
        .or_else(|| plural_in_e(form))
        .or_else(|| plural_by_umlaut(form))
}

/// The noun that a known compound is inflected from when only the word it ends in has its base in the
/// lexicon: `Rechnungseinheiten` by `Einheiten`.
fn noun_of_ending(form: &str) -> Option<String> {
    if is_noun(&format!("{form}s")) {
        return None;
    }
    let mut starts = form
        .char_indices()
        .map(|(at, _)| at)
        .filter(|at| *at > 2 && form.len() - at > 4);
    starts.find_map(|start| {
        let base = Some(&form[start..])
            .filter(|ending| is_noun(ending) && frequency(ending) > 0.0)
            .and_then(noun)?;
        Some([&form[..start], &base].concat())
    })
}

/// `Krieges`, `Systems`, `Autos`; not `Kurs`, whose plural `Kurse` shows that the `s` is its own.
fn genitive(form: &str) -> Option<&str> {
    let own = || is_noun(&format!("{form}e")) || is_noun(&format!("{form}se"));
    let is_base = |base: &&str| is_noun(base) || (base.ends_with('n') && verb_stem(base).is_some());
    let bases = ["es", "s"]
        .into_iter()
        .filter_map(|ending| form.strip_suffix(ending));
    bases.into_iter().find(is_base).filter(|_| !own())
}

/// `Raketen`, `Frauen`, `Häusern`; not `Wagen`, whose genitive `Wagens` shows that the `n` is its own. Of the
/// bases of `Staaten`, `Staat` and not the rare `Staate` is meant.
fn plural_in_n(form: &str) -> Option<&str> {
    let own = is_noun(&format!("{form}s"));
    let in_n = form
        .strip_suffix('n')
        .filter(|base| base.ends_with(['e', 'l', 'r']) && is_noun(base));
    let in_n = in_n.filter(|base| believed(base, form) || plural_in_e(base).is_some());
    let in_en = form.strip_suffix("en").filter(|base| is_noun(base) && !own);
    match (in_n, in_en) {
        (Some(in_n), Some(in_en)) if frequency(in_en) > frequency(in_n) + PLURAL_EXCESS => {
            Some(in_en)
        }
        (in_n, in_en) => in_n.or(in_en),
    }
}

fn frequency(key: &str) -> f32 {
    lexicon::lookup(key).map_or(0.0, |entry| entry.frequency())
}

/// `Kinder`, `Bundesländer`; not `Ausländer`, whose genitive `Ausländers` shows that the `er` is its own.
fn plural_in_er(form: &str) -> Option<String> {
    let base = form.strip_suffix("er")?;
    let own = is_noun(&format!("{form}s"));
    let in_class = |base: &str| match own {
        true => PLURAL_IN_ER.contains(&base),
        false => PLURAL_IN_ER.iter().any(|noun| base.ends_with(noun)),
    };
    let bases = umlaut::undone(base).into_iter().chain([base.to_owned()]);
    bases
        .into_iter()
        .find(|base| in_class(base) && is_noun(base))
}

/// `Kriege`, `Bäume`; not `Reise`, which is far more frequent than `Reis`, nor `Rate` or `Träne`, which are
/// words of their own, as `Ratenzahlung` shows and that more words begin with `Tränen` than with `Tran`.
fn plural_in_e(form: &str) -> Option<String> {
    let base = form.strip_suffix('e').filter(|base| !base.ends_with('e'))?;
    let plausible = |base: &str| is_noun(base) && frequency(base) + PLURAL_EXCESS > frequency(form);
    let own = modifier_productivity(&format!("{form}n"));
    if is_noun(base) {
        return (plausible(base) && own < OWN_MODIFIER).then(|| base.to_owned());
    }
    umlaut::undone(base).filter(|base| plausible(base) && own <= modifier_productivity(base))
}

fn modifier_productivity(key: &str) -> f32 {
    lexicon::lookup(key).map_or(0.0, |entry| entry.modifier_productivity())
}

/// `Väter`, `Gärten`, `Vögel`.
fn plural_by_umlaut(form: &str) -> Option<String> {
    let shape = ["er", "en", "el"]
        .iter()
        .any(|ending| form.ends_with(ending));
    let base = umlaut::undone(form).filter(|base| shape && is_noun(base))?;
    believed(&base, form).then_some(base)
}

/// Whether `base` may be the singular of `form`, which looks like a singular where it has a genitive of its
/// own; a base that is about as frequent is believed nevertheless.
fn believed(base: &str, form: &str) -> bool {
    !is_noun(&format!("{form}s")) || frequency(base) + 1.0 > frequency(form)
}
