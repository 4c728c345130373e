use super::{Agreement, Reference, Time};
use crate::claim::parts::Claim;
use crate::german::{Aliases, Analyzer, DateInterval, Knowledge};

fn times(text: &str) -> Vec<Time> {
    let mut analyzer = Analyzer::german(Knowledge::default());
    let claim = Claim::read(text, &mut analyzer, Aliases::builtin());
    claim.sentence.times
}

fn interval(text: &str) -> Option<String> {
    let time = times(text).into_iter().next()?;
    time.interval.map(|interval| interval.to_string())
}

/// The time of a sentence of an article of that day.
fn told(text: &str, published: &str) -> Option<String> {
    let mut time = times(text).into_iter().next()?;
    time.resolve(&Reference {
        published: DateInterval::parse(published).ok(),
        last_year: None,
    });
    time.interval.map(|interval| interval.to_string())
}

#[test]
fn written_times_are_intervals() {
    for (text, expected) in [
        ("Am 17. Juni 2024 reiste er ab.", "2024-06-17"),
        ("Im Oktober 2006 testete das Land.", "2006-10"),
        ("2012 stimmte er zu.", "2012"),
        ("Er wurde 1997 Präsident der Bahn.", "1997"),
        ("Es kamen 2005 Zehntausende Menschen.", "2005"),
        ("Der Krieg von 1950-53 endete.", "1950-01-01..1953-12-31"),
        (
            "In den 1990er Jahren hungerten viele.",
            "1990-01-01..1999-12-31",
        ),
        (
            "In den achtziger Jahren begann es.",
            "1980-01-01..1989-12-31",
        ),
        (
            "Von 1981 bis 1987 spielte er dort.",
            "1981-01-01..1987-12-31",
        ),
    ] {
        assert_eq!(interval(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn parts_of_years_and_months_are_shorter() {
    for (text, inside, outside) in [
        ("Ende 2008 scheiterten sie.", "2008-12-15", "2008-03-01"),
        ("Mitte September 2023 kam er.", "2023-09-15", "2023-09-02"),
        (
            "Im ersten Halbjahr 2005 sank er.",
            "2005-04-01",
            "2005-10-01",
        ),
    ] {
        let time = times(text).remove(0);
        let interval = time.interval.expect("it is dated");
        let holds = |day: &str| DateInterval::parse(day).is_ok_and(|day| interval.overlaps(day));
        assert!(holds(inside) && !holds(outside), "{text}: {interval}");
    }
}

#[test]
fn times_without_a_year_are_told_from_the_article() {
    for (text, published, expected) in [
        ("Gestern kam er an.", "2005-09-24", "2005-09-23"),
        ("Am Samstag stellte er ihn vor.", "2008-08-24", "2008-08-23"),
        ("Am 20. Dezember begann es.", "2006-01-03", "2005-12-20"),
        ("Im vergangenen Jahr kamen mehr.", "2023-09", "2022"),
        ("Im Vormonat waren es mehr.", "2024-06-12", "2024-05"),
        ("Im März begann es.", "2024-06", "2024-03"),
        ("Vor fünf Jahren begann es.", "2023-09", "2018"),
    ] {
        assert_eq!(told(text, published).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn a_claim_may_be_coarser_than_its_source_and_not_finer() {
    let agreement = |claim: &str, source: &str| times(claim)[0].agreement(&times(source)[0]);
    let (month, day) = ("Im Juni 2024 kam er.", "Am 17. Juni 2024 kam er.");
    assert_eq!(agreement(month, day), Agreement::Same);
    assert_eq!(agreement(day, month), Agreement::Coarser);
    assert_eq!(agreement("Im Juli 2024 kam er.", day), Agreement::Different);
    assert_eq!(
        agreement(
            "Am Montag, dem 18. Juni 2024, kam er.",
            "Am Dienstag, dem 18. Juni 2024, kam er."
        ),
        Agreement::Different
    );
}

#[test]
fn quarters_of_the_year_of_the_article_are_told_apart() {
    let agreement = |claim: &str, source: &str| times(claim)[0].agreement(&times(source)[0]);
    let (second, third) = (
        "Sie legte die Zahlen für das zweite Quartal vor.",
        "Sie legte die Zahlen für das dritte Quartal vor.",
    );
    assert_eq!(agreement(second, second), Agreement::Same);
    assert_eq!(agreement(third, second), Agreement::Different);
}

#[test]
fn the_next_year_is_that_after_the_article() {
    let next = told("Die Bahn steht im nächsten Jahr still.", "2005-10-09");
    assert_eq!(next.as_deref(), Some("2006"));
}
