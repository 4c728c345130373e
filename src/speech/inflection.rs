//! The forms of a verb, made by rule from its infinitive, or from its principal parts where it is strong.

/// The principal parts of strong and mixed verbs: infinitive, third person, past, participle.
const STRONG: &str = include_str!("strong.txt");

/// Prefixes that never stand apart and take the place of `ge-` in the participle.
const BOUND_PREFIXES: [&str; 12] = [
    "be", "er", "ver", "ent", "emp", "zer", "miss", "wider", "über", "unter", "hinter", "ge",
];

/// What a form of a verb is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// It has a person: `sagte`, `sagen`.
    Finite,
    /// It needs an auxiliary: `gesagt`.
    Participle,
    /// It stands with `zu` or a modal verb: `mitzuteilen`.
    Infinitive,
}

/// A form of a verb in lower case with ss for ß, without its separable prefix unless it is joined to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Inflected {
    /// The form.
    pub key: String,
    /// What it is.
    pub form: Form,
    /// Whether the separable prefix is to be found elsewhere in the sentence.
    pub is_apart: bool,
}

/// The forms of a verb whose separable prefix, where it has one, is closed by `|`: `mit|teilen`.
pub(super) fn inflect(verb: &str) -> Vec<Inflected> {
    let (prefix, base) = verb.split_once('|').unwrap_or(("", verb));
    let base = base.replace('ß', "ss");
    let parts = PrincipalParts::of(&base);
    let mut forms = Vec::new();
    for finite in parts.finite() {
        if !prefix.is_empty() {
            forms.push(form(finite.clone(), Form::Finite, true));
        }
        forms.push(form(format!("{prefix}{finite}"), Form::Finite, false));
    }
    forms.push(form(
        format!("{prefix}{}", parts.participle),
        Form::Participle,
        false,
    ));
    forms.push(form(format!("{prefix}{base}"), Form::Infinitive, false));
    if !prefix.is_empty() {
        forms.push(form(format!("{prefix}zu{base}"), Form::Infinitive, false));
    }
    forms
}

fn form(key: String, form: Form, is_apart: bool) -> Inflected {
    Inflected {
        key,
        form,
        is_apart,
    }
}

struct PrincipalParts {
    infinitive: String,
    third_person: String,
    past: String,
    participle: String,
}

impl PrincipalParts {
    fn of(infinitive: &str) -> Self {
        let strong = STRONG.lines().filter_map(|line| {
            let mut parts = line.split_whitespace();
            let base = parts.next().filter(|base| infinitive.ends_with(base))?;
            Some((base, parts.next()?, parts.next()?, parts.next()?))
        });
        match strong.max_by_key(|(base, ..)| base.len()) {
            Some(found) => Self::strong(infinitive, found),
            None => Self::weak(infinitive),
        }
    }

    fn strong(infinitive: &str, (base, third, past, participle): (&str, &str, &str, &str)) -> Self {
        let prefix = &infinitive[..infinitive.len() - base.len()];
        let participle = if prefix.is_empty() {
            participle
        } else {
            participle.strip_prefix("ge").unwrap_or(participle)
        };
        Self {
            infinitive: infinitive.to_owned(),
            third_person: format!("{prefix}{third}"),
            past: format!("{prefix}{past}"),
            participle: format!("{prefix}{participle}"),
        }
    }

    fn weak(infinitive: &str) -> Self {
        let stem = infinitive
            .strip_suffix("en")
            .or_else(|| infinitive.strip_suffix('n'))
            .unwrap_or(infinitive);
        let linked = stem.ends_with(['t', 'd'])
            || ["gn", "chn", "dn", "ffn", "tm"]
                .iter()
                .any(|end| stem.ends_with(end));
        let link = if linked { "e" } else { "" };
        let bound =
            BOUND_PREFIXES.iter().any(|prefix| stem.starts_with(prefix)) || stem.ends_with("ier");
        let ge = if bound { "" } else { "ge" };
        Self {
            infinitive: infinitive.to_owned(),
            third_person: format!("{stem}{link}t"),
            past: format!("{stem}{link}te"),
            participle: format!("{ge}{stem}{link}t"),
        }
    }

    /// Third persons of present, past and subjunctive, and the plurals.
    fn finite(&self) -> Vec<String> {
        let subjunctive = self
            .infinitive
            .strip_suffix('n')
            .filter(|stem| stem.ends_with('e'));
        let plural = if self.past.ends_with('e') { "n" } else { "en" };
        let mut forms = vec![
            self.third_person.clone(),
            self.infinitive.clone(),
            self.past.clone(),
            format!("{}{plural}", self.past),
        ];
        forms.extend(subjunctive.map(str::to_owned));
        forms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(verb: &str, wanted: Form) -> Vec<String> {
        let forms = inflect(verb).into_iter();
        forms
            .filter(|inflected| inflected.form == wanted)
            .map(|inflected| inflected.key)
            .collect()
    }

    #[test]
    fn weak_verbs_follow_the_rule() {
        assert!(keys("antworten", Form::Finite).contains(&"antwortete".to_owned()));
        assert_eq!(keys("erklären", Form::Participle), ["erklärt"]);
        assert_eq!(keys("mit|teilen", Form::Participle), ["mitgeteilt"]);
        assert_eq!(keys("kritisieren", Form::Participle), ["kritisiert"]);
        assert!(keys("mit|teilen", Form::Infinitive).contains(&"mitzuteilen".to_owned()));
    }

    #[test]
    fn strong_verbs_follow_their_base() {
        assert_eq!(keys("versprechen", Form::Participle), ["versprochen"]);
        assert_eq!(keys("an|geben", Form::Participle), ["angegeben"]);
        assert!(keys("vor|werfen", Form::Finite).contains(&"wirft".to_owned()));
        assert!(keys("heißen", Form::Finite).contains(&"hiess".to_owned()));
    }
}
