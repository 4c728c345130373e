mod roles;
mod values;

use super::{Claim, Judge, Source, SourceBlock};
use crate::article::BlockKind;
use crate::evidence::VerdictKind::{self, Backed, Conflict, None, Partly};
use crate::german::{Aliases, Analyzer, DateInterval, Knowledge};

/// An article of 12 May 2010 with a headline and a paragraph.
fn article(headline: &str, text: &str) -> Source {
    let blocks = [
        (BlockKind::Headline, headline),
        (BlockKind::Paragraph, text),
    ];
    Source {
        title: Some(headline.to_owned()),
        published: DateInterval::parse("2010-05-12").ok(),
        blocks: (0..)
            .zip(blocks)
            .map(|(number, (kind, text))| SourceBlock {
                number,
                kind,
                text: text.to_owned(),
            })
            .collect(),
    }
}

fn verdict(claim: &str, source: &Source) -> VerdictKind {
    let mut analyzer = Analyzer::german(Knowledge::default());
    let claim = Claim::read(claim, &mut analyzer, Aliases::builtin());
    let mut judge = Judge::new(&mut analyzer, Aliases::builtin());
    judge.judge(&claim, std::slice::from_ref(source)).kind
}

fn expect(source: &Source, claims: &[(VerdictKind, &str)]) {
    for (expected, claim) in claims {
        assert_eq!(verdict(claim, source), *expected, "{claim}");
    }
}

#[test]
fn numbers_belong_to_what_they_count() {
    let source = article(
        "Brand in einem Hotel",
        "Bei einem Brand in einem Hotel in Lissabon sind am Montag zwölf Menschen ums Leben gekommen. \
         Rund 80 Feuerwehrleute waren im Einsatz, 35 Gäste wurden verletzt.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Zwölf Menschen starben beim Feuer in einem Hotel in Lissabon.",
            ),
            (
                Backed,
                "Bei dem Hotelbrand in Lissabon kamen 12 Personen ums Leben.",
            ),
            (
                Conflict,
                "35 Menschen starben beim Brand in einem Hotel in Lissabon.",
            ),
            (
                Conflict,
                "Bei dem Brand in dem Hotel in Lissabon wurden 80 Gäste verletzt.",
            ),
        ],
    );
}

#[test]
fn dates_are_those_of_what_happened() {
    let source = article(
        "Präsident eröffnet Brücke",
        "Präsident Karel Novotny hat am Montag in Brünn eine neue Brücke eröffnet. Mit dem Bau war im \
         März 2007 begonnen worden.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Im Mai 2010 eröffnete Karel Novotny eine neue Brücke in Brünn.",
            ),
            (Backed, "Der Bau der Brücke in Brünn begann im März 2007."),
            (Conflict, "Der Bau der Brücke in Brünn begann im März 2006."),
            (
                Conflict,
                "Am Dienstag eröffnete Präsident Karel Novotny in Brünn eine neue Brücke.",
            ),
        ],
    );
}

#[test]
fn opposites_and_denials_contradict() {
    let source = article(
        "Ministerin gegen Steuer",
        "Ministerin Anna Berger lehnt eine höhere Steuer auf Tabak ab. Der Umsatz der Branche ist um \
         vier Prozent gesunken.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Anna Berger ist gegen eine höhere Steuer auf Tabak.",
            ),
            (
                Conflict,
                "Ministerin Anna Berger befürwortet eine höhere Steuer auf Tabak.",
            ),
            (
                Conflict,
                "Der Umsatz der Branche ist um vier Prozent gestiegen.",
            ),
            (
                Conflict,
                "Der Umsatz der Branche ist nicht um vier Prozent gesunken.",
            ),
        ],
    );
}

#[test]
fn a_later_sentence_may_bring_the_number_up_to_date() {
    let source = article(
        "Lieferungen nach Norwegen",
        "Im Herbst hieß es, dass Schweden mehr als 1.000 Container mit Waffen nach Norwegen verschifft \
         habe. Im März erklärte der Minister dann, inzwischen seien fast 7.000 Container mit Waffen \
         verschifft worden.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Schweden verschiffte fast 7.000 Container mit Waffen nach Norwegen.",
            ),
            (
                Conflict,
                "Schweden verschiffte 500 Container mit Waffen nach Norwegen.",
            ),
        ],
    );
}

#[test]
fn names_stand_in_their_role() {
    let source = article(
        "Neuer Chef bei Nordbank",
        "Neuer Chef der Nordbank ist Peter Hansen. Der 52-jährige Däne folgt auf Lars Lindholm, der \
         nach Stockholm wechselt.",
    );
    expect(
        &source,
        &[
            (Backed, "Peter Hansen ist der neue Chef der Nordbank."),
            (Conflict, "Lars Lindholm ist der neue Chef der Nordbank."),
            (None, "Peter Hansen verkaufte sein Haus in Kopenhagen."),
        ],
    );
}

#[test]
fn what_no_source_says_is_not_backed() {
    let source = article(
        "Gipfel in Genf",
        "Die Außenminister von Frankreich und Italien trafen sich am Montag in Genf zu Gesprächen über \
         den Klimaschutz.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Die Außenminister Frankreichs und Italiens kamen in Genf zusammen, um über den Klimaschutz zu beraten.",
            ),
            (
                Partly,
                "Die Außenminister von Frankreich und Italien trafen sich in Genf in einem Hotel am See zu Gesprächen über den Klimaschutz.",
            ),
            (None, "Italien verkaufte Frankreich zwanzig Hubschrauber."),
        ],
    );
}

#[test]
fn a_denial_beside_the_sentence_is_heard() {
    let source = article(
        "Treffen in Riga",
        "Präsident Egon Kask empfing im April 2010 den Gesandten Paul Ritter in Riga. Kask machte dabei \
         keine Zusagen für Waffenlieferungen.",
    );
    expect(
        &source,
        &[
            (
                Conflict,
                "Egon Kask versprach Paul Ritter im April 2010 Waffenlieferungen.",
            ),
            (
                Backed,
                "Im April 2010 besuchte Paul Ritter Egon Kask in Riga.",
            ),
        ],
    );
}

#[test]
fn who_does_it_to_whom_counts() {
    let source = article(
        "Finale in Oslo",
        "Im Finale des Turniers setzte sich der Schwede Nils Falk mit 10:6 gegen den Belgier Jan Maes durch.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Nils Falk gewann das Finale des Turniers gegen Jan Maes mit 10:6.",
            ),
            (
                Conflict,
                "Jan Maes gewann das Finale des Turniers gegen Nils Falk mit 10:6.",
            ),
        ],
    );
}

/// Expects that no claim is called backed.
fn never_backed(source: &Source, claims: &[&str]) {
    for claim in claims {
        assert_ne!(verdict(claim, source), Backed, "{claim}");
    }
}

#[test]
fn who_delivers_and_who_is_delivered_are_not_swapped() {
    let active = article(
        "Lieferung von Munition",
        "Nordkorea lieferte Russland Munition.",
    );
    never_backed(&active, &["Russland lieferte Nordkorea Munition."]);
    let passive = article(
        "Lieferung von Munition",
        "Russland wurde im April von Nordkorea mit Munition beliefert. Die Munition wurde von Nordkorea an \
         Russland geliefert.",
    );
    never_backed(
        &passive,
        &[
            "Russland lieferte Nordkorea Munition.",
            "Nordkorea wurde von Russland Munition geliefert.",
        ],
    );
}

#[test]
fn the_winner_is_not_the_loser() {
    let source = article(
        "Carla Ortega gewinnt Stichwahl",
        "Carla Ortega hat die Stichwahl um das Präsidentenamt mit 54 Prozent klar vor Miguel Duarte gewonnen.",
    );
    never_backed(
        &source,
        &["Miguel Duarte besiegte Carla Ortega in der Stichwahl um das Präsidentenamt."],
    );
}

#[test]
fn each_party_has_its_own_share() {
    let source = article(
        "Wahl in Bremen",
        "Bei der Wahl in Bremen erreichte die SPD 41,2 Prozent der Stimmen, während die CDU nur auf 28,7 \
         Prozent der Stimmen kam.",
    );
    expect(
        &source,
        &[
            (
                Conflict,
                "Die CDU erreichte bei der Wahl in Bremen 41,2 Prozent der Stimmen.",
            ),
            (
                Backed,
                "Die SPD erreichte bei der Wahl in Bremen 41,2 Prozent der Stimmen.",
            ),
        ],
    );
}

#[test]
fn what_was_approved_was_not_refused() {
    let source = article(
        "Umzug in Cork",
        "Der Schützenverein hatte in Cork einen Umzug abgehalten. Die Stadtverwaltung hatte den Umzug in Cork \
         genehmigt.",
    );
    expect(
        &source,
        &[(
            Conflict,
            "Die Stadtverwaltung hatte den Umzug des Schützenvereins in Cork nicht genehmigt.",
        )],
    );
}

#[test]
fn a_verb_apart_from_its_particle_has_its_opposite() {
    let source = article(
        "Antrag vor Gericht",
        "Richter Paul Lindner hat den Antrag der Verteidigung auf Vertagung zurückgewiesen.",
    );
    never_backed(
        &source,
        &["Richter Paul Lindner gab dem Antrag der Verteidigung auf Vertagung statt."],
    );
}

#[test]
fn another_sale_is_another_matter() {
    let source = article(
        "Verkauf eines Windparks",
        "Die Firma Nordwind AG verkauft ihren Windpark an den dänischen Konzern Havenergi.",
    );
    assert_ne!(
        verdict(
            "Ludwig Berner verkaufte seine Druckerei an einen italienischen Konzern.",
            &source
        ),
        Conflict
    );
}

#[test]
fn an_age_is_that_of_the_same_person() {
    let source = article(
        "Unfall bei Lohne",
        "Ein Autofahrer hat bei Lohne am Montag einen 57-jährigen Motorradfahrer gerammt und schwer verletzt.",
    );
    never_backed(
        &source,
        &["Bei Lohne wurde am Montag ein 57-jähriger Autofahrer schwer verletzt."],
    );
}

#[test]
fn initials_may_be_written_apart() {
    let source = article(
        "Bank verkauft",
        "Die angeschlagene Bank Norwood wurde im Mai von der Bank J.P. Hollis übernommen.",
    );
    assert_ne!(
        verdict(
            "J. P. Hollis übernahm im Mai die angeschlagene Bank Norwood.",
            &source
        ),
        Conflict
    );
}

#[test]
fn who_is_reproached_does_not_reproach() {
    let source = article(
        "Streit im Kabinett",
        "Minister Jonas Brandt wirft dem Kollegen Einmischung in ein Strafverfahren vor. Justizminister Karl Maas \
         äußerte sich nicht.",
    );
    never_backed(
        &source,
        &["Karl Maas hielt Jonas Brandt Einmischung in ein Strafverfahren vor."],
    );
}

#[test]
fn what_another_one_says_is_not_said_by_whom_the_sentence_names_first() {
    let source = article(
        "Gespräch mit den Sängerinnen",
        "Während Maria Weber erklärte, aufgeregt zu sein, räumte Clara Reyes ein, seit dem Auftritt von Ida Berg \
         vom großen Finale geträumt zu haben.",
    );
    never_backed(
        &source,
        &["Maria Weber träumte seit dem Auftritt von Ida Berg vom großen Finale."],
    );
}

#[test]
fn of_a_list_each_number_has_its_own_words() {
    let source = article(
        "Verein zählt seine Mitglieder",
        "Der Verein Grünland in Bregenz hat neun Millionen Mitglieder. Darin sind vier Millionen Frauen und fünf \
         Millionen Männer.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Im Verein Grünland in Bregenz sind vier Millionen Frauen.",
            ),
            (
                Conflict,
                "Im Verein Grünland in Bregenz sind fünf Millionen Frauen.",
            ),
        ],
    );
}

#[test]
fn a_part_of_what_was_counted_is_not_the_whole() {
    let source = article(
        "Zugunglück in Sofia",
        "Bei einem Zugunglück in Sofia wurden am Montag 41 Menschen verletzt, 17 davon schwer.",
    );
    expect(
        &source,
        &[
            (
                Backed,
                "Bei dem Zugunglück in Sofia wurden 41 Menschen verletzt.",
            ),
            (
                Conflict,
                "Bei dem Zugunglück in Sofia wurden 41 Menschen schwer verletzt.",
            ),
        ],
    );
}

#[test]
fn a_list_of_places_goes_on_in_the_next_sentence() {
    let source = article(
        "Fieber unter Bauern",
        "In Belgien und Dänemark erkranken jährlich drei bis vier Bauern an dem Fieber. In Ungarn sind es neun \
         Bauern pro Jahr, in Polen sogar 31.",
    );
    expect(
        &source,
        &[(
            Backed,
            "31 Bauern erkranken jedes Jahr in Polen an dem Fieber.",
        )],
    );
    assert_ne!(
        verdict(
            "31 Bauern erkranken jedes Jahr in Ungarn an dem Fieber.",
            &source
        ),
        Backed
    );
}

#[test]
fn who_has_two_names_may_be_called_by_both() {
    let source = article(
        "Musiker ist tot",
        "Karl Anton Brunner oder Toni Brunner, wie er sich selbst nannte, ist tot. Brunner wurde am Montag in \
         seiner Wohnung in Graz gefunden.",
    );
    expect(
        &source,
        &[(
            Backed,
            "Toni Brunner wurde am Montag tot in seiner Wohnung in Graz gefunden.",
        )],
    );
}

#[test]
fn somebody_else_in_another_year_is_another_matter() {
    let source = article(
        "Minister in Athen",
        "Minister Paul Hofer traf im April 2010 in Athen die Bürgermeisterin Sofia Pappas.",
    );
    assert_ne!(
        verdict("Anton Berger traf Sofia Pappas 2004 in Athen.", &source),
        Conflict
    );
}
