//! Names stand in the role that the claim gives them, and words for what they say there.

use super::{Backed, Conflict, article, expect, never_backed};

#[test]
fn where_somebody_came_from_is_not_where_they_landed() {
    let source = article(
        "Fähre nach Anlegen geräumt",
        "Die Fähre der Reederei Nordlicht wurde nach dem Anlegen in Rostock wegen eines Brandes im Laderaum geräumt. Die 90 \
         Meter lange Fähre – aus Malmö kommend – hatte pünktlich angelegt, als das Feuer bemerkt wurde.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Eine Fähre der Reederei Nordlicht wurde im Mai 2010 nach dem Anlegen in Rostock geräumt.",
            ),
            (
                Conflict,
                "Eine Fähre der Reederei Nordlicht wurde im Mai 2010 nach dem Anlegen in Malmö geräumt.",
            ),
        ],
    );
}

#[test]
fn without_is_the_opposite_of_with() {
    let source = article(
        "Kartellamt erlaubt Zusammenschluss",
        "Nach der Freigabe durch das Kartellamt können jetzt die Molkereien Alpenmilch und Frischhof fusionieren. Laut \
         Präsidentin Eva Brandt erfolgte die Genehmigung ohne Bedingungen.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Das Kartellamt genehmigte die Fusion der Molkereien Alpenmilch und Frischhof ohne Bedingungen.",
            ),
            (
                Conflict,
                "Das Kartellamt genehmigte die Fusion der Molkereien Alpenmilch und Frischhof nur unter Bedingungen.",
            ),
        ],
    );
}

#[test]
fn a_denial_at_the_end_of_a_long_sentence_is_heard() {
    let source = article(
        "Schweinepest in Kroatien",
        "Auch der Verdacht bei einem Eber in Zadar, er sei mit dem für Schweine tödlichen Virus auf einem Transport \
         angesteckt worden, bestätigte sich nach Kontrolltests in Wien nicht.",
    );
    expect(
        &source,
        &[(
            Conflict,
            "Bei dem Eber aus Zadar bestätigten Kontrolltests in Wien 2010 eine Ansteckung mit dem Virus.",
        )],
    );
}

#[test]
fn who_rules_something_out_is_not_open_to_it() {
    let source = article(
        "Wahl in Kärnten",
        "Die Bürgerliste schließt ein so genanntes Dreierbündnis mit Grünen und Sozialdemokraten nach der Landtagswahl in \
         Kärnten aus.",
    );
    expect(
        &source,
        &[(
            Conflict,
            "Die Bürgerliste zeigte sich nach der Landtagswahl in Kärnten offen für ein Dreierbündnis.",
        )],
    );
}

#[test]
fn a_land_and_its_adjective_are_one() {
    let source = article(
        "Fraktion sieht Pläne kritisch",
        "Den Plänen für neue Windräder steht die baden-württembergische Fraktion der Grünen sehr kritisch gegenüber.",
    );
    expect(
        &source,
        &[(
            Backed,
            "Die Grünen-Fraktion in Baden-Württemberg sieht die Pläne für neue Windräder sehr kritisch.",
        )],
    );
    never_backed(
        &source,
        &[
            "Die Grünen-Fraktion in Rheinland-Pfalz sieht die Pläne für neue Windräder sehr kritisch.",
        ],
    );
}

#[test]
fn of_two_makes_of_car_one_excludes_the_other() {
    let source = article(
        "Unfall bei Eisenach",
        "Ein 43-Jähriger geriet am Freitag bei Eisenach mit seinem BMW auf die Gegenfahrbahn und prallte frontal gegen die \
         „Alte Linde“.",
    );
    expect(
        &source,
        &[(
            Conflict,
            "Ein 43-Jähriger prallte im Mai 2010 bei Eisenach mit seinem Audi gegen die „Alte Linde“.",
        )],
    );
}

#[test]
fn the_team_behind_the_cup_is_a_name_of_its_own() {
    let source = article(
        "Ungarn im Endspiel der Wasserball-WM",
        "Ungarn gewann das Halbfinale der Wasserball-WM gegen Serbien mit 9:7.",
    );
    never_backed(
        &source,
        &["Im Halbfinale der Wasserball-WM gewann Ungarn 9:7 gegen Spanien."],
    );
    never_backed(
        &source,
        &["Im Halbfinale der Wasserball-WM Spanien schlagen konnte Ungarn mit 9:7."],
    );
}

#[test]
fn who_is_against_something_is_not_for_it() {
    let source = article(
        "Ministerin gegen Verbot",
        "Ministerin Karla Busch sprach sich am Montag im Radio gegen ein Verbot der Bruderschaft aus. Nach der Sitzung \
         reiste sie nach Bern.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Ministerin Karla Busch sprach sich im Mai 2010 gegen ein Verbot der Bruderschaft aus.",
            ),
            (
                Conflict,
                "Ministerin Karla Busch sprach sich im Mai 2010 für ein Verbot der Bruderschaft aus.",
            ),
        ],
    );
}

#[test]
fn where_it_was_may_be_told_in_the_next_sentence() {
    let source = article(
        "Bandenchef gefasst",
        "Der 45-jährige Janos Kadar ist der Chef der „Nachtfalken“. Am Freitag wurde er in der südungarischen Stadt Szeged \
         mit Hilfe einer Sondereinheit festgenommen.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Janos Kadar, der Chef der „Nachtfalken“, wurde im Mai 2010 in Szeged festgenommen.",
            ),
            (
                Conflict,
                "Janos Kadar, der Chef der „Nachtfalken“, wurde im Mai 2010 in Budapest festgenommen.",
            ),
        ],
    );
}

#[test]
fn the_year_in_the_name_of_a_club_counts_nothing() {
    let source = article(
        "Fußball: Hannover gewinnt das Derby",
        "Hannover 96 hat das Derby am 33. Spieltag der Saison mit 2:0 gewonnen und damit vielleicht die Meisterschaft \
         des Rivalen verhindert. Vor dem Spiel wurden 98 Menschen festgenommen.",
    );
    expect(
        &source,
        &[(
            Backed,
            "Hannover 96 gewann das Derby am 33. Spieltag mit 2:0.",
        )],
    );
    expect(
        &source,
        &[(
            Conflict,
            "Vor dem Derby in Hannover wurden 96 Menschen festgenommen.",
        )],
    );
}

#[test]
fn a_denial_of_something_else_in_a_long_sentence_is_none() {
    let source = article(
        "Kundgebung in Kassel",
        "Auf der Abschlusskundgebung am Friedrichsplatz erklärte die Malerin Vera Roth, dass sie stolz auf die Teilnehmer der \
         Demonstration sei, die begriffen hätten, dass man selbst aktiv werden müsse, und nicht abwarten dürfe, bis sich die \
         Politik um alles kümmere.",
    );
    expect(
        &source,
        &[(
            Backed,
            "Die Malerin Vera Roth sprach auf der Kundgebung am Friedrichsplatz zu den Teilnehmern der Demonstration.",
        )],
    );
}
