//! Letters that look like words but are not parts of compounds.

/// Particles and prefixes: in front of a word they make a derivation, not a compound.
const PREFIXES: &[&str] = &[
    "ab",
    "an",
    "anti",
    "auf",
    "aus",
    "be",
    "bei",
    "da",
    "dar",
    "des",
    "dis",
    "durch",
    "ausser",
    "ein",
    "ent",
    "er",
    "fort",
    "ge",
    "gegenüber",
    "her",
    "heran",
    "heraus",
    "herbei",
    "herein",
    "herum",
    "herunter",
    "hervor",
    "hin",
    "hinaus",
    "hinein",
    "hinter",
    "hinterher",
    "hinzu",
    "in",
    "inter",
    "los",
    "miss",
    "mit",
    "nach",
    "nicht",
    "nieder",
    "ob",
    "per",
    "post",
    "pro",
    "prä",
    "re",
    "trans",
    "um",
    "un",
    "unter",
    "ur",
    "ver",
    "vor",
    "voran",
    "voraus",
    "vorbei",
    "vorher",
    "vorüber",
    "vorweg",
    "weg",
    "wider",
    "zer",
    "zu",
    "zurecht",
    "zurück",
    "zusammen",
    "zuvor",
    "über",
    "überein",
    "empor",
    "entgegen",
    "umher",
    "daran",
    "daraus",
    "auseinander",
    "aneinander",
    "dabei",
    "davon",
    "dazu",
    "rück",
    "raus",
    "rein",
    "rauf",
    "runter",
];

/// Function words: they stand in no compound.
const FUNCTION_WORDS: &[&str] = &[
    "als", "am", "aber", "beim", "bis", "das", "dass", "dem", "den", "denn", "der", "dich", "die",
    "dies", "doch", "dort", "eine", "einem", "einen", "einer", "eines", "für", "hat", "ihr",
    "ihre", "im", "ins", "ist", "kein", "keine", "mich", "mein", "dein", "sein", "seine", "sich",
    "sie", "so", "und", "vom", "von", "war", "was", "wer", "wie", "wir", "zum", "zur", "sind",
    "deren", "dessen", "denen", "nur", "mal", "ihm",
];

/// Suffixes: behind a word they make a derivation, not a compound. Inflections are tried as well.
const SUFFIXES: &[&str] = &[
    "ment",
    "erweis",
    "hafte",
    "rung",
    "artig",
    "bar",
    "chen",
    "end",
    "erei",
    "heit",
    "ien",
    "ier",
    "ierung",
    "ig",
    "innen",
    "isch",
    "ismus",
    "ität",
    "keit",
    "lein",
    "lich",
    "ling",
    "los",
    "losigkeit",
    "mal",
    "mässig",
    "nis",
    "niss",
    "orin",
    "sam",
    "schaft",
    "seits",
    "seitig",
    "ständig",
    "graph",
    "graphi",
    "graphisch",
    "grafi",
    "grafisch",
    "metrisch",
    "metri",
    "logi",
    "logisch",
    "skopi",
    "skop",
    "sten",
    "tion",
    "tum",
    "tüm",
    "ung",
    "wärt",
    "weis",
    "erisch",
    "iert",
    "ierend",
    "ieren",
    "erin",
    "erinnen",
    "rinnen",
    "ation",
    "sche",
    "enz",
    "anz",
    "ant",
    "ent",
    "eur",
    "age",
    "ion",
    "ist",
    "ige",
    "iker",
    "einander",
    "heitlich",
    "schaftlich",
    "tät",
    "fach",
    "rend",
    "sch",
    "nder",
    "erer",
    "ierer",
    "malig",
    "maligen",
    "lei",
    "ste",
    "ert",
    "ate",
    "ler",
    "ner",
];

/// Inflections of a suffix; `ern` and the like are suffixes by themselves.
const INFLECTIONS: &[&str] = &["", "e", "en", "er", "es", "em", "s", "n", "ern"];

/// Short words that are parts of compounds; all others of up to three letters are accidents.
const SHORT: &[&str] = &[
    "abo", "abt", "akt", "alm", "alt", "amt", "app", "arm", "art", "ast", "axt", "bad", "bar",
    "bau", "bio", "box", "bus", "cup", "ehe", "ei", "eid", "eis", "elf", "end", "erb", "erd",
    "erz", "gas", "gen", "gut", "hai", "heu", "hof", "hut", "job", "jod", "kuh", "lob", "lok",
    "mai", "mut", "nah", "neu", "not", "ohr", "opa", "ost", "öko", "öl", "ort", "pol", "pop",
    "rad", "rat", "reh", "rot", "see", "set", "sex", "ski", "sog", "süd", "tag", "tat", "tee",
    "tod", "ton", "tor", "tot", "typ", "ufo", "uhr", "uni", "wal", "web", "weg", "wut", "zar",
    "zoo", "zug",
];

/// Short words that stand in front of others only.
const SHORT_MODIFIERS: &[&str] = &[
    "bio", "elf", "erb", "erd", "gen", "ost", "süd", "web", "öko",
];

/// Whether `form` may stand in front of a compound.
pub fn may_modify(form: &str) -> bool {
    is_long_enough(form)
        && has_vowel(form)
        && !PREFIXES.contains(&form)
        && !FUNCTION_WORDS.contains(&form)
        && !is_particle_with(form, "zu")
        && !is_particle_with(form, "ge")
}

/// Whether `word` may stand at the end of a compound.
pub fn may_head(word: &str) -> bool {
    is_long_enough(word)
        && has_vowel(word)
        && !SHORT_MODIFIERS.contains(&word)
        && !FUNCTION_WORDS.contains(&word)
        && !is_suffix(word)
}

fn is_suffix(word: &str) -> bool {
    INFLECTIONS.iter().any(|ending| {
        word.strip_suffix(ending)
            .is_some_and(|stem| stem.is_empty() || SUFFIXES.contains(&stem))
    })
}

/// Whether `form` is the opening of a verb's form: `auszu`, `zurückge`.
fn is_particle_with(form: &str, infix: &str) -> bool {
    form.strip_suffix(infix)
        .is_some_and(|particle| PREFIXES.contains(&particle))
}

fn is_long_enough(part: &str) -> bool {
    part.chars().nth(3).is_some() || SHORT.contains(&part)
}

fn has_vowel(text: &str) -> bool {
    text.chars().any(|letter| "aeiouyäöüé".contains(letter))
}
