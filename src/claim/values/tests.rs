use super::{Bound, Unit};
use crate::claim::parts::Claim;
use crate::german::{Aliases, Analyzer, Knowledge};

/// The numbers of a sentence: amount, unit, and what is counted.
fn read(text: &str) -> Vec<(f64, Unit, Bound, Option<String>)> {
    let mut analyzer = Analyzer::german(Knowledge::default());
    let claim = Claim::read(text, &mut analyzer, Aliases::builtin());
    let words = &claim.sentence.words;
    let found = claim
        .sentence
        .quantities
        .iter()
        .filter(|found| !found.article);
    found
        .map(|found| {
            let of = found.of.map(|of| text[words[of].span.range()].to_owned());
            (found.amount, found.unit, found.bound, of)
        })
        .collect()
}

fn first(text: &str) -> (f64, Unit, Bound) {
    let (amount, unit, bound, _) = read(text).into_iter().next().expect("a number is there");
    (amount, unit, bound)
}

#[test]
fn numbers_have_one_form_however_they_are_written() {
    for (text, amount, unit) in [
        ("Es waren neunzig Prozent der Stimmen.", 90.0, Unit::Share),
        ("Es waren 90% der Stimmen.", 90.0, Unit::Share),
        (
            "Die Schulden von 11 Milliarden Dollar.",
            11e9,
            Unit::Money("dollar"),
        ),
        ("Sie zahlte 1,5 Mio. Euro.", 1.5e6, Unit::Money("euro")),
        (
            "Der Wert stieg auf 636 Milliarden US-Dollar.",
            636e9,
            Unit::Money("dollar"),
        ),
        ("Er kaufte drei Tonnen Stahl.", 3000.0, Unit::Mass),
        ("Er kaufte 3000 Kilogramm Stahl.", 3000.0, Unit::Mass),
        ("Sie warf 66,56 m weit.", 66.56, Unit::Length),
        ("Rund 30’000 Menschen kamen.", 30000.0, Unit::Count),
        ("Sie spielten 32:31 gegen Polen.", 32.0, Unit::Score),
        ("Ein zweitägiger Besuch begann.", 2.0, Unit::Time),
        ("Der 79-jährige Mann starb.", 79.0 * 365.0, Unit::Time),
        ("Um 21.30 Uhr begann es.", 1290.0, Unit::Clock),
        ("Das dritte Treffen fand statt.", 3.0, Unit::Ordinal),
        ("Zwei Dutzend Gäste kamen.", 24.0, Unit::Count),
    ] {
        let (found, found_unit, _) = first(text);
        assert!((found - amount).abs() < 1e-6, "{text}: {found}");
        assert_eq!(found_unit, unit, "{text}");
    }
}

#[test]
fn shares_are_per_cent_of_the_whole() {
    for (text, share) in [
        ("Zwei Drittel der Arbeiter gingen.", 200.0 / 3.0),
        ("Die Hälfte der Arbeiter ging.", 50.0),
        ("Jedem dritten Betrieb fehlen Leute.", 100.0 / 3.0),
        ("Zwei von fünf Befragten stimmten zu.", 40.0),
    ] {
        let (found, unit, bound) = first(text);
        assert_eq!((unit, bound), (Unit::Share, Bound::About), "{text}");
        assert!((found - share).abs() < 1e-6, "{text}: {found}");
    }
}

#[test]
fn words_before_a_number_say_how_exact_it_is() {
    for (text, bound) in [
        ("Fast 7.000 Container kamen.", Bound::Below),
        ("Mehr als 30 Länder nahmen teil.", Bound::Above),
        ("Rund 300 Gäste kamen.", Bound::About),
        ("Bis zu 500 Euro kostet es.", Bound::Below),
        ("Es kamen 300 Gäste.", Bound::Exact),
    ] {
        assert_eq!(first(text).2, bound, "{text}");
    }
}

#[test]
fn a_number_knows_what_it_counts() {
    let found = read("Insgesamt wurden 15 irakische Journalisten getötet.");
    assert_eq!(found[0].3.as_deref(), Some("Journalisten"));
    let found = read("Er erhielt 61 Prozent der abgegebenen Stimmen.");
    assert_eq!(found[0].3.as_deref(), Some("Stimmen"));
}

#[test]
fn dates_and_names_with_numbers_are_no_quantities() {
    assert_eq!(read("Am 12. November 2005 bebte die Erde."), []);
    assert_eq!(read("Die Sechs-Parteien-Gespräche scheiterten 2008."), []);
}

#[test]
fn votes_in_words_are_those_in_digits() {
    let in_words = first("Mit 90 zu neun Stimmen billigte der Senat das Gesetz.");
    assert_eq!(
        in_words,
        first("Der Senat billigte das Gesetz (90:9 Stimmen).")
    );
    assert_eq!(in_words.1, Unit::Score);
}

#[test]
fn four_digits_of_a_whole_are_a_number_and_no_year() {
    let (amount, unit, _) = first("Lediglich 1900 der Tankstellen haben Strom.");
    assert_eq!((amount, unit), (1900.0, Unit::Count));
}
