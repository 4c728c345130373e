//! Units, with the factor to the base of their kind.

/// What a number measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::claim) enum Unit {
    /// Nothing but how many there are of something.
    Count,
    /// The place in a row: `zum dritten Mal`.
    Ordinal,
    /// Per cent of a whole; `zwei Drittel` are 66.7.
    Share,
    /// Money, by its currency.
    Money(&'static str),
    /// Kilograms.
    Mass,
    /// Metres.
    Length,
    /// Square metres.
    Area,
    /// Litres.
    Volume,
    /// Days.
    Time,
    /// Minutes since midnight.
    Clock,
    /// Kilometres an hour.
    Speed,
    /// Degrees.
    Degrees,
    /// Watts.
    Power,
    /// Two numbers with a colon: `3:1`.
    Score,
    /// How often.
    Times,
    /// Which time it is: `zum dritten Mal`.
    Occasion,
    /// How many of something it has: `sechsspurig`, `zweigleisig`.
    Having(&'static str),
}

impl Unit {
    /// Whether it is a place in a row, which is often left unsaid.
    pub(in crate::claim) fn is_place(self) -> bool {
        matches!(self, Unit::Ordinal | Unit::Occasion)
    }
}

/// Units by the stem or sign they are written with: the kind, and the factor to its base.
#[rustfmt::skip]
const UNITS: &[(&str, Unit, f64)] = &[
    ("prozent", Unit::Share, 1.0), ("%", Unit::Share, 1.0), ("prozentpunkt", Unit::Share, 1.0),
    ("euro", Unit::Money("euro"), 1.0), ("eur", Unit::Money("euro"), 1.0), ("€", Unit::Money("euro"), 1.0),
    ("cent", Unit::Money("cent"), 1.0),
    ("dollar", Unit::Money("dollar"), 1.0), ("usdollar", Unit::Money("dollar"), 1.0), ("$", Unit::Money("dollar"), 1.0), ("usd", Unit::Money("dollar"), 1.0),
    ("franken", Unit::Money("franken"), 1.0), ("frank", Unit::Money("franken"), 1.0), ("pfund", Unit::Money("pfund"), 1.0),
    ("rubel", Unit::Money("rubel"), 1.0), ("yen", Unit::Money("yen"), 1.0), ("yuan", Unit::Money("yuan"), 1.0),
    ("mark", Unit::Money("mark"), 1.0), ("dm", Unit::Money("mark"), 1.0), ("krone", Unit::Money("krone"), 1.0), ("kron", Unit::Money("krone"), 1.0),
    ("rupie", Unit::Money("rupie"), 1.0), ("lira", Unit::Money("lira"), 1.0), ("peso", Unit::Money("peso"), 1.0),
    ("kilogramm", Unit::Mass, 1.0), ("kilo", Unit::Mass, 1.0), ("kg", Unit::Mass, 1.0), ("gramm", Unit::Mass, 0.001), ("g", Unit::Mass, 0.001),
    ("tonne", Unit::Mass, 1000.0), ("tonn", Unit::Mass, 1000.0), ("t", Unit::Mass, 1000.0), ("zentner", Unit::Mass, 50.0),
    ("kilometer", Unit::Length, 1000.0), ("km", Unit::Length, 1000.0), ("meter", Unit::Length, 1.0), ("m", Unit::Length, 1.0),
    ("zentimeter", Unit::Length, 0.01), ("cm", Unit::Length, 0.01), ("millimeter", Unit::Length, 0.001), ("mm", Unit::Length, 0.001),
    ("meil", Unit::Length, 1609.344), ("meile", Unit::Length, 1609.344), ("seemeil", Unit::Length, 1852.0), ("seemeile", Unit::Length, 1852.0),
    ("quadratkilometer", Unit::Area, 1e6), ("quadratmeter", Unit::Area, 1.0), ("hektar", Unit::Area, 1e4), ("ha", Unit::Area, 1e4),
    ("liter", Unit::Volume, 1.0), ("kubikmeter", Unit::Volume, 1000.0), ("barrel", Unit::Volume, 159.0),
    ("sekunde", Unit::Time, 1.0 / 86400.0), ("sekund", Unit::Time, 1.0 / 86400.0), ("minute", Unit::Time, 1.0 / 1440.0), ("minut", Unit::Time, 1.0 / 1440.0),
    ("stunde", Unit::Time, 1.0 / 24.0), ("stund", Unit::Time, 1.0 / 24.0), ("tag", Unit::Time, 1.0), ("woche", Unit::Time, 7.0), ("woch", Unit::Time, 7.0),
    ("monat", Unit::Time, 30.0), ("jahr", Unit::Time, 365.0), ("jahrzehnt", Unit::Time, 3650.0), ("jahrhundert", Unit::Time, 36500.0),
    ("uhr", Unit::Clock, 60.0), ("stundenkilometer", Unit::Speed, 1.0), ("kmh", Unit::Speed, 1.0),
    ("grad", Unit::Degrees, 1.0), ("megawatt", Unit::Power, 1e6), ("gigawatt", Unit::Power, 1e9), ("kilowatt", Unit::Power, 1e3),
    ("mal", Unit::Times, 1.0),
];

/// Endings of adjectives that hold a number and a unit: `79-jährig`, `zweitägig`, `dreimal`.
#[rustfmt::skip]
const ADJECTIVES: &[(&str, Unit, f64)] = &[
    ("jaehrig", Unit::Time, 365.0), ("taegig", Unit::Time, 1.0), ("monatig", Unit::Time, 30.0), ("woechig", Unit::Time, 7.0),
    ("stuendig", Unit::Time, 1.0 / 24.0), ("minuetig", Unit::Time, 1.0 / 1440.0), ("sekuendig", Unit::Time, 1.0 / 86400.0),
    ("koepfig", Unit::Count, 1.0), ("prozentig", Unit::Share, 1.0), ("mal", Unit::Times, 1.0), ("malig", Unit::Times, 1.0), ("fach", Unit::Times, 1.0),
    ("spurig", Unit::Having("spur"), 1.0), ("gleisig", Unit::Having("gleis"), 1.0), ("stoeckig", Unit::Having("stock"), 1.0),
    ("geschossig", Unit::Having("stock"), 1.0), ("stellig", Unit::Having("stelle"), 1.0), ("teilig", Unit::Having("teil"), 1.0),
    ("tuerig", Unit::Having("tuer"), 1.0), ("sitzig", Unit::Having("sitz"), 1.0), ("seitig", Unit::Having("seite"), 1.0),
    ("sprachig", Unit::Having("sprache"), 1.0), ("motorig", Unit::Having("motor"), 1.0), ("stufig", Unit::Having("stufe"), 1.0),
    ("baendig", Unit::Having("band"), 1.0), ("raedrig", Unit::Having("rad"), 1.0), ("strahlig", Unit::Having("strahl"), 1.0),
];

/// Units inside a noun behind its number: `Zweijahresvertrag`, `Dreitagesfieber`.
const INSIDE: [(&str, f64); 6] = [
    ("jahres", 365.0),
    ("monats", 30.0),
    ("wochen", 7.0),
    ("tages", 1.0),
    ("stunden", 1.0 / 24.0),
    ("minuten", 1.0 / 1440.0),
];

/// The time in days that stands inside a noun, and what stands before it: `zwei` of `zweijahresvertrag`.
pub(super) fn time_inside(exact: &str) -> Option<(&str, f64)> {
    INSIDE.iter().find_map(|(unit, days)| {
        let at = exact.find(unit)?;
        let is_inside = at > 0 && at + unit.len() < exact.len();
        is_inside.then(|| (&exact[..at], *days))
    })
}

/// The unit that a word names.
pub(super) fn unit(exact: &str, stem: &str) -> Option<(Unit, f64)> {
    let found = UNITS
        .iter()
        .find(|(name, ..)| *name == stem || *name == exact);
    found.map(|(_, unit, factor)| (*unit, *factor))
}

/// The unit that an adjective ends in, and what of it stands before: `zwei` of `zweitägig`.
pub(super) fn adjective(exact: &str) -> Option<(&str, Unit, f64)> {
    ADJECTIVES.iter().find_map(|(ending, unit, factor)| {
        let at = exact.find(ending)?;
        let behind = &exact[at + ending.len()..];
        let inflected = matches!(
            behind,
            "" | "e" | "en" | "er" | "es" | "em" | "ige" | "igen" | "iger" | "iges"
        );
        inflected.then(|| (&exact[..at], *unit, *factor))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjectives_hold_a_number_and_a_unit() {
        assert_eq!(adjective("zweitaegigen"), Some(("zwei", Unit::Time, 1.0)));
        assert_eq!(adjective("jaehrige"), Some(("", Unit::Time, 365.0)));
        assert_eq!(adjective("malerisch"), None);
    }
}
