use super::*;
use crate::article::{Draft, build};
use crate::people::mention::{Mention, Referent};
use crate::span::TextSpan;

/// What is meant by the names in brackets, in order; what is undecided is joined by a stroke.
fn meant(marked: &str) -> Vec<String> {
    let (names, mentions) = read(marked, 100);
    mentions
        .iter()
        .map(|mention| said(&names, mention))
        .collect()
}

fn said(names: &Names, mention: &Mention) -> String {
    let name = |place: &u32| names.persons[*place as usize].name.clone();
    match &mention.referent {
        Referent::Person(place) => name(place),
        Referent::Ambiguous(places) => places.iter().map(name).collect::<Vec<_>>().join(" | "),
    }
}

fn read(marked: &str, confidence: u8) -> (Names, Vec<Mention>) {
    let mut text = String::new();
    let mut found = Vec::new();
    for (number, part) in marked.split(['[', ']', '{', '}']).enumerate() {
        let start = text.len();
        text.push_str(part);
        if number % 2 == 1 {
            let is_sure = marked.contains(&format!("[{part}]"));
            let span = TextSpan::new(start, text.len());
            found.push(Found {
                span,
                name: span,
                derived: false,
                confidence: if is_sure { confidence } else { 20 },
            });
        }
    }
    let article = build(Draft {
        text,
        ..Draft::default()
    });
    let names = resolve(&article.text, &article.blocks, &found);
    let mentions = names.mentions.clone();
    (names, mentions)
}

#[test]
fn a_bare_surname_means_the_full_name_before_or_behind_it() {
    assert_eq!(
        meant(
            "[Kim] reist nach Russland\n\nMachthaber [Kim Jong-un] ist unterwegs. [Kims] Zug rollt."
        ),
        ["Kim Jong-un", "Kim Jong-un", "Kim Jong-un"]
    );
}

#[test]
fn words_of_the_family_tell_who_is_not_meant() {
    assert_eq!(
        meant("Damals traf er [Kim Jong Il]. [Kims] Sohn [Kim Jong Un] kam erst 2019."),
        ["Kim Jong Il", "Kim Jong Il", "Kim Jong Un"]
    );
    assert_eq!(
        meant("Das Regime von [Kim Jong-uns] Grossvater [Kim Il-sung] und [Kim Jong-un] selbst."),
        ["Kim Jong-un", "Kim Il-sung", "Kim Jong-un"]
    );
    assert_eq!(
        meant("[Kim Jong Un] herrscht. Er traf [Kim Jong Il], [Kims] Vater."),
        ["Kim Jong Un", "Kim Jong Il", "Kim Jong Un"]
    );
}

#[test]
fn the_father_of_the_only_one_of_that_name_is_another_person() {
    assert_eq!(
        meant("[Kims] Sohn [Kim Jong Un] kam erst 2019. [Kim] blieb drei Tage."),
        ["Kim", "Kim Jong Un", "Kim Jong Un"]
    );
}

#[test]
fn who_is_only_named_as_of_the_family_stays_in_the_background() {
    assert_eq!(
        meant(
            "Bewerber waren [Caroline Kennedy], die Tochter [John F. Kennedys], und [Andrew Cuomo]. \
             [Kennedy] zog ihre Bewerbung zurück."
        )[3],
        "Caroline Kennedy"
    );
}

#[test]
fn titles_and_gender_tell_persons_of_one_surname_apart() {
    assert_eq!(
        meant(
            "Präsident [George W. Bush] besuchte Gouverneur [Jeb Bush]. Gouverneur [Bush] dankte. \
             Präsident [Bush] reiste ab."
        )[2..],
        ["Jeb Bush", "George W. Bush"]
    );
    assert_eq!(
        meant("[Gerhard Schröder] und [Doris Schröder] kamen. Frau [Schröder] sprach zuerst.")[2],
        "Doris Schröder"
    );
    assert_eq!(
        meant(
            "Minister [Guttenberg] reiste mit [Stephanie zu Guttenberg]. Minister [Guttenberg] sprach."
        ),
        ["Guttenberg", "Stephanie zu Guttenberg", "Guttenberg"]
    );
}

#[test]
fn the_one_last_named_is_meant_and_of_two_named_together_neither() {
    assert_eq!(
        meant("[Wladimir Klitschko] siegte.\n\n[Vitali Klitschko] sah zu. [Klitschko] klatschte.")
            [2],
        "Vitali Klitschko"
    );
    assert_eq!(
        meant("[Wladimir Klitschko] und [Vitali Klitschko] sahen zu. [Klitschko] klatschte.")[2],
        "Wladimir Klitschko | Vitali Klitschko"
    );
}

#[test]
fn a_shared_surname_belongs_to_both() {
    assert_eq!(
        meant("[Ursula] und [Heiko von der Leyen] kamen. [Ursula von der Leyen] sprach."),
        [
            "Ursula von der Leyen",
            "Heiko von der Leyen",
            "Ursula von der Leyen"
        ]
    );
    assert_eq!(
        meant("[Merkel] und [Gerhard Schröder] kamen."),
        ["Merkel", "Gerhard Schröder"]
    );
}

#[test]
fn parts_and_spellings_of_a_name_mean_the_person() {
    for (marked, name) in [
        (
            "[Madeleine McCann] ist fort. Wo ist [Madeleine]?",
            "Madeleine McCann",
        ),
        ("[Sergej Schoigu] kam. [Shoigu] sprach.", "Sergej Schoigu"),
        ("[Gerd Müller] kam. [Mueller] sprach.", "Gerd Müller"),
        (
            "[Mohammed bin Salman] kam. [bin Salman] sprach.",
            "Mohammed bin Salman",
        ),
        (
            "[Luiz Inácio Lula da Silva] kam. [Lula da Silva] sprach.",
            "Luiz Inácio Lula da Silva",
        ),
        ("[Kevin Boateng] kam. [Boatang] sprach.", "Kevin Boateng"),
        ("[Markus B.] kam. [Markus] sprach.", "Markus B."),
        ("[Benedikt XVI.] kam. [Benedikt] sprach.", "Benedikt XVI."),
        (
            "[Benedikt XVI.] kam. [Joseph Ratzinger] sprach.",
            "Benedikt XVI.",
        ),
        (
            "[George Bush] kam. [George W. Bush] sprach.",
            "George W. Bush",
        ),
        ("Der Rapper [Sido] alias [Paul Würdig] kam.", "Paul Würdig"),
    ] {
        assert_eq!(meant(marked), [name, name], "{marked}");
    }
}

#[test]
fn strangers_of_like_names_stay_apart() {
    for marked in [
        "[Hans Meier] kam. [Karl Meyer] sprach.",
        "[Hans Meier] kam. [Meyer] sprach.",
        "[Kim Jong Un] kam. [Kim Jong Il] sprach.",
        "[Wilhelm Busch] kam. [Bush] sprach.",
    ] {
        assert_ne!(meant(marked)[0], meant(marked)[1], "{marked}");
    }
}

#[test]
fn a_genitive_is_undone_where_the_article_shows_that_it_is_one() {
    for (marked, names) in [
        ("[Putins] Besuch", vec!["Putin"]),
        (
            "[Michail Gorbatschows] Reformen",
            vec!["Michail Gorbatschow"],
        ),
        (
            "Die Rede [Boris Lossows] und [Lossow] selbst",
            vec!["Boris Lossow", "Boris Lossow"],
        ),
        ("[Adam Yates] siegte.", vec!["Adam Yates"]),
        (
            "[Hans Jens] kam. [Jens] sprach.",
            vec!["Hans Jens", "Hans Jens"],
        ),
        (
            "[Marx’] Werk. [Karl Marx] schrieb.",
            vec!["Karl Marx", "Karl Marx"],
        ),
        (
            "[Johnson's] Rede. [Boris Johnson] sprach.",
            vec!["Boris Johnson", "Boris Johnson"],
        ),
        (
            "[Kim Jong-uns] Vater. [Kim Jong-un] kam.",
            vec!["Kim Jong-un", "Kim Jong-un"],
        ),
    ] {
        assert_eq!(meant(marked), names, "{marked}");
    }
}

#[test]
fn a_doubtful_place_counts_where_the_article_is_sure_of_the_name() {
    assert_eq!(
        meant("[Angela Merkel] kam. {Merkel} sprach."),
        ["Angela Merkel", "Angela Merkel"]
    );
    assert_eq!(meant("{Merkel} sprach mit [Jens Spahn]."), ["Jens Spahn"]);
}

#[test]
fn every_place_of_a_known_name_is_a_mention() {
    let (names, mentions) = read(
        "[Boris Jelzin] kam. Dann ging Jelzin. Die Jelzin-Regierung blieb, auch Boris Jelzins Leute.",
        100,
    );
    assert_eq!(names.persons.len(), 1);
    let derived: Vec<bool> = mentions.iter().map(|mention| mention.derived).collect();
    assert_eq!(derived, [false, false, true, false]);
}

#[test]
fn what_is_plainly_something_else_is_no_mention() {
    for text in [
        "[Denzel Washington] kam. Er wohnt in Washington.",
        "[Hans Koch] kam. Der Koch ging.",
        "[Hans Müller] kam. Später ging Frank Müller.",
    ] {
        assert_eq!(meant(text).len(), 1, "{text}");
    }
}

#[test]
fn the_walk_of_life_is_seen_from_titles_and_roles() {
    let (names, _) = read(
        "Bundestrainer [Joachim Löw] traf Kanzlerin [Angela Merkel].",
        100,
    );
    let walks: Vec<_> = names
        .persons
        .iter()
        .map(|person| person.walk.map(|walk| walk.name()))
        .collect();
    assert_eq!(walks, [Some("sport"), Some("state")]);
}
