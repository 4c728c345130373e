//! Numbers, ages, frequencies and ordinals belong to what they are said of.

use super::{Backed, Conflict, article, expect, never_backed};

#[test]
fn a_number_of_one_group_is_not_that_of_the_one_beside_it() {
    let source = article(
        "Unfälle auf Baustellen",
        "Von Januar bis März dieses Jahres starben in Rumänien insgesamt 489 Menschen durch Unfälle auf Baustellen \
         – darunter 294 Maurer, 120 Dachdecker und 75 rumänische Zimmerleute.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Von Januar bis März 2010 starben in Rumänien 120 Dachdecker durch Unfälle auf Baustellen.",
            ),
            (
                Conflict,
                "Von Januar bis März 2010 starben in Rumänien 294 Dachdecker durch Unfälle auf Baustellen.",
            ),
        ],
    );
}

#[test]
fn an_age_may_be_an_adjective_or_a_phrase() {
    let source = article(
        "Malerin Rita Kolb gestorben",
        "In der Nacht zum Montag starb die 71-jährige Rita Kolb, langjährige Leiterin der Akademie in Graz, an einem \
         Herzleiden.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Die Malerin Rita Kolb starb 2010 im Alter von 71 Jahren.",
            ),
            (
                Conflict,
                "Die Malerin Rita Kolb starb 2010 im Alter von 77 Jahren.",
            ),
        ],
    );
}

#[test]
fn how_long_it_was_may_be_said_with_an_adverb() {
    let source = article(
        "Einbruch in Museum: Film der Tat im Netz",
        "Der Film des Einbruchs war drei Stunden im Netz zu sehen, dann wurde er laut einem Sprecher des Museums gelöscht.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Der Film des Einbruchs in das Museum war drei Stunden lang im Netz zu sehen.",
            ),
            (
                Conflict,
                "Der Film des Einbruchs in das Museum war fünf Stunden lang im Netz zu sehen.",
            ),
        ],
    );
}

#[test]
fn how_often_somebody_won_is_said_of_the_same_race() {
    let source = article(
        "Jonas Reiter zum dritten Mal Sieger beim Stadtlauf in Linz",
        "Zum achten Mal fand am gestrigen Sonntag in Linz ein Stadtlauf statt, unterstützt von der Sparkasse.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Jonas Reiter gewann 2010 zum dritten Mal den Stadtlauf in Linz.",
            ),
            (
                Conflict,
                "Jonas Reiter gewann 2010 zum fünften Mal den Stadtlauf in Linz.",
            ),
        ],
    );
}

#[test]
fn a_place_that_is_given_is_not_that_of_another_one() {
    let source = article(
        "Slalom in Zagreb",
        "Eva Hartl gewann am Montag den Slalom in Zagreb. Nina Moser verpasste mit ihrer Zeit nur knapp den zweiten \
         Platz vor Ida Berg aus Norwegen. Das gute Ergebnis der österreichischen Läuferinnen wurde bestätigt durch einen \
         neunten Platz von Petra Lang, nur Karin Holzer erschien etwas abgeschlagen auf Platz 19.",
    );
    expect(
        &source,
        &[(
            Backed,
            "Petra Lang belegte im Mai 2010 beim Slalom in Zagreb den neunten Platz.",
        )],
    );
}

#[test]
fn adjectives_with_a_number_are_compared_as_numbers() {
    let source = article(
        "Ausbau der A7",
        "Die A7 zwischen Fulda und Kassel soll mit Geld von privaten Firmen sechsspurig ausgebaut werden. Das teilte das \
         Ministerium mit.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Die A7 zwischen Fulda und Kassel soll sechsspurig ausgebaut werden.",
            ),
            (
                Conflict,
                "Die A7 zwischen Fulda und Kassel soll achtspurig ausgebaut werden.",
            ),
        ],
    );
}

#[test]
fn a_number_of_another_land_or_year_is_not_the_claims() {
    let source = article(
        "Reporter in Gefahr",
        "Das für Reporter gefährlichste Land war der Irak mit 15 getöteten Reportern. Es folgen die Länder Pakistan mit \
         sieben und Mexiko mit sechs getöteten Reportern. In diesem Jahr wurden in Asien schon 42 Fotografen verletzt. \
         Das ist ein deutlicher Anstieg, denn 2009 wurden in Asien 35 Fotografen verletzt.",
    );
    expect(
        &source,
        &[
            (Backed, "In Pakistan wurden sieben Reporter getötet."),
            (Conflict, "In Pakistan wurden 15 Reporter getötet."),
            (Backed, "2009 wurden in Asien 35 Fotografen verletzt."),
            (Conflict, "2009 wurden in Asien 42 Fotografen verletzt."),
        ],
    );
}

#[test]
fn what_lasts_until_a_day_does_not_begin_on_it() {
    let source = article(
        "Ausstellung in Basel",
        "Die Ausstellung für neue Kunst findet seit 1998 alle zwei Jahre in Basel statt, wird in diesem Jahr am 27. Mai \
         eröffnet und dauert bis 1. August.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Am 27. Mai 2010 wird in Basel die Ausstellung für neue Kunst eröffnet.",
            ),
            (
                Conflict,
                "Am 1. August 2010 wird in Basel die Ausstellung für neue Kunst eröffnet.",
            ),
        ],
    );
}

#[test]
fn how_old_a_driver_is_says_nothing_of_one_who_drives_something_else() {
    let source = article(
        "Unfall bei Ulm",
        "Dem 37-jährigen Ulmer kam am Montag mit seinem Motorrad ein 61-jähriger PKW-Fahrer entgegen. Der Motorradfahrer \
         starb noch am Ort des Unfalls.",
    );
    never_backed(
        &source,
        &["Bei dem Unfall nahe Ulm starb der 61-jährige Motorradfahrer."],
    );
}

#[test]
fn the_only_sum_of_a_sentence_is_the_one_that_is_meant() {
    let source = article(
        "Mehr Hüte, kleinere Preise",
        "Des Weiteren wurde bekannt, dass es der Hutindustrie 2009 gelang, ihren Umsatz um gerundet drei Prozent auf nun 2,9 \
         Milliarden Euro zu steigern. Zwei Drittel aller billigen Sonnen- und Regenhüte sind undicht.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Die Hutindustrie setzte im Jahr 2009 rund 2,9 Milliarden Euro um.",
            ),
            (
                Conflict,
                "Die Hutindustrie setzte im Jahr 2009 rund 3,9 Milliarden Euro um.",
            ),
            (
                Conflict,
                "Nur ein Drittel der billigen Regenhüte ist undicht.",
            ),
        ],
    );
}

#[test]
fn how_old_a_passenger_is_says_nothing_of_the_driver() {
    let source = article(
        "Amokfahrer in Klinik, Beifahrerin frei",
        "Die 55-jährige Beifahrerin in dem Auto, das am Sonntag in Graz in eine Menschenmenge gerast ist, ist aus der \
         Haft entlassen worden. Der Fahrer bleibt in einer Klinik.",
    );
    never_backed(
        &source,
        &["Der Fahrer, der 2010 in Graz in die Menge raste, war 55 Jahre alt."],
    );
}

#[test]
fn of_two_rivals_each_has_their_own_sum() {
    let source = article(
        "Wahlkampf in Kalifornien",
        "So war es Barbara Hill gelungen, bis April dieses Jahres etwa 265 Millionen Dollar an Spenden zu sammeln; ihr \
         Rivale Tom Baker kam im gleichen Zeitraum dagegen auf nur knapp 97 Millionen Dollar.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Barbara Hill sammelte bis April 2010 etwa 265 Millionen Dollar an Spenden.",
            ),
            (
                Conflict,
                "Tom Baker sammelte bis April 2010 etwa 265 Millionen Dollar an Spenden.",
            ),
        ],
    );
}

#[test]
fn a_number_inside_a_noun_is_one() {
    let source = article(
        "Trainer unterschreibt",
        "Der 66-jährige Luigi Ferro, der sich seit Mittwoch in Bremen befindet, unterschrieb bei dem Verein einen \
         Zweijahresvertrag.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Luigi Ferro unterschrieb im Mai 2010 in Bremen einen Zweijahresvertrag.",
            ),
            (
                Backed,
                "Luigi Ferro unterschrieb im Mai 2010 in Bremen einen Vertrag für zwei Jahre.",
            ),
            (
                Conflict,
                "Luigi Ferro unterschrieb im Mai 2010 in Bremen einen Dreijahresvertrag.",
            ),
        ],
    );
}
