//! The same question asked otherwise has nearly the same answer: another order, case or spelling of
//! its words, or other inflections of them.

use std::collections::HashMap;

use crate::harness::Collection;

/// What a reader sees at first.
const TOP: usize = 5;
/// The least share of the top articles that two askings must have in common.
const OVERLAP: f64 = 0.8;

/// A question, and the same in other inflections.
#[rustfmt::skip]
const QUESTIONS: &[(&str, &str)] = &[
    ("russische Streitkräfte", "der russischen Streitkräften"),
    ("Artilleriemunition für Russland", "Artilleriemunitionen Russlands"),
    ("nordkoreanische Waffenlieferung", "nordkoreanischer Waffenlieferungen"),
    ("strategische Kooperation Moskau", "strategischen Kooperationen Moskaus"),
    ("Sanktionen des Sicherheitsrats", "Sanktion Sicherheitsrates"),
    ("ballistische Raketen", "ballistischer Rakete"),
    ("Besuch in Pjöngjang", "Besuche Pjöngjangs"),
    ("größere Häuser", "großes Haus"),
    ("höhere Mieten in den Städten", "hohe Miete der Stadt"),
    ("Bürgermeister der Stadt", "Bürgermeistern einer Stadt"),
    ("Wohnungen fehlen", "fehlende Wohnung"),
    ("Mietpreise steigen", "Mietpreis steigend"),
    ("Wölfe reißen Schafe", "Wolf Schaf"),
    ("Schäfer schützen ihre Herden", "Schäfern Herde schützt"),
    ("Hunde bewachen die Weide", "Hund bewacht Weiden"),
    ("verspätete Züge", "verspäteter Zug"),
    ("Bahnhöfe werden umgebaut", "Bahnhof umgebauter"),
    ("Fahrgäste warten", "Fahrgast wartet"),
    ("Baustellen an der Strecke", "Baustelle Strecken"),
    ("Gemälde im Museum", "Gemälden der Museen"),
    ("Künstlerin malt Bilder", "Künstlerinnen Bild"),
    ("Ausstellung eröffnet", "Ausstellungen eröffneten"),
    ("Äpfel und Birnen", "Apfel Birne"),
    ("Bauern ernten Getreide", "Bauer erntet Getreides"),
    ("Trockenheit bedroht die Ernte", "Trockenheit Ernten bedrohte"),
    ("Felder bewässern", "Feld bewässert"),
    ("Ärzte in Krankenhäusern", "Arzt im Krankenhaus"),
    ("Pflegekräfte gesucht", "Pflegekraft"),
    ("Impfungen gegen Grippe", "Impfung Grippe"),
    ("ältere Patienten", "älterer Patient"),
    ("Fußballspieler schießt Tor", "Fußballspielern Tore"),
    ("Trainer der Mannschaft", "Trainers Mannschaften"),
];

/// Sentences that speak of one thing each; an article takes more of them the earlier it comes.
#[rustfmt::skip]
const TOPICS: &[[&str; 5]] = &[
    ["In der Stadt fehlen Wohnungen, und die Mieten sind hoch.", "Die Mietpreise steigen weiter.",
     "Der Bürgermeister will größere Häuser bauen lassen.", "Für ein großes Haus fehlt der Platz.",
     "Viele Familien ziehen aufs Land."],
    ["Auf der Weide haben Wölfe drei Schafe gerissen.", "Die Schäfer schützen ihre Herden mit Zäunen.",
     "Hunde bewachen die Weide in der Nacht.", "Ein Wolf lief durch das Dorf.", "Der Luchs kehrt zurück."],
    ["Die Züge sind verspätet, die Fahrgäste warten.", "An der Strecke gibt es viele Baustellen.",
     "Der Bahnhof wird umgebaut.", "Ein Zug blieb auf der Strecke liegen.", "Busse fahren als Ersatz."],
    ["Das Museum zeigt Gemälde aus drei Jahrhunderten.", "Die Künstlerin malt Bilder in kräftigen Farben.",
     "Eröffnet wurde die Ausstellung am Abend.", "Ein Gemälde fehlt noch.", "Der Eintritt ist frei."],
    ["Die Bauern ernten das Getreide früh.", "Trockenheit bedroht die Ernte der Äpfel und Birnen.",
     "Ohne Regen müssen sie die Felder bewässern.", "Ein Feld bringt kaum noch etwas.", "Der Preis fällt."],
    ["In den Krankenhäusern fehlen Ärzte.", "Pflegekräfte werden überall gesucht.",
     "Gegen Grippe hilft eine Impfung.", "Ältere Patienten liegen länger.", "Die Kasse zahlt."],
    ["Der Fußballspieler schießt das Tor kurz vor Schluss.", "Der Trainer lobt die Mannschaft.",
     "Die Zuschauer jubelten lange.", "Das nächste Spiel ist am Samstag.", "Der Rasen war nass."],
];

/// The articles of the project, and four on each topic: the first says all of it twice, the last
/// hardly anything.
fn collection() -> Collection {
    let mut collection = Collection::of_the_project();
    for (topic, sentences) in TOPICS.iter().enumerate() {
        let aside = &TOPICS[(topic + 1) % TOPICS.len()][4];
        for article in 0..4 {
            let own = &sentences[..5 - article];
            let text = format!(
                "{}\n\n{aside} {}",
                own.join(" "),
                own[article / 2..].join(" ")
            );
            collection = collection.file(&format!("{topic}-{article}.txt"), text);
        }
    }
    collection
}

/// The top articles of each question, all asked in one run.
fn tops(collection: &Collection, questions: &[String]) -> Vec<Vec<String>> {
    let numbered = questions.iter().enumerate();
    let batch: String = numbered
        .map(|(number, question)| format!("{number}\t{question}\n"))
        .collect();
    let run = collection
        .beleg_reading(batch, ["search", "--batch", "-", "--format", "trec"])
        .expect_code(0);
    let mut ranked: HashMap<usize, Vec<String>> = HashMap::new();
    for line in run.stdout().lines() {
        let fields: Vec<&str> = line.split(' ').collect();
        let number = fields[0].parse().expect("the number of a question");
        ranked.entry(number).or_default().push(fields[2].to_owned());
    }
    let top = |number| {
        let mut top: Vec<String> = ranked.remove(&number).unwrap_or_default();
        top.truncate(TOP);
        top
    };
    (0..questions.len()).map(top).collect()
}

/// Fails with every question whose answer changes too much when it is asked in another way.
fn hold_under(change: impl Fn(&(&str, &str)) -> String) {
    let collection = collection();
    let asked: Vec<String> = QUESTIONS
        .iter()
        .map(|(asked, _)| asked.to_string())
        .collect();
    let changed: Vec<String> = QUESTIONS.iter().map(change).collect();
    let answers = tops(&collection, &asked);
    let others = tops(&collection, &changed);
    let mut broken = String::new();
    for (number, (answer, other)) in answers.iter().zip(&others).enumerate() {
        let common = answer
            .iter()
            .filter(|article| other.contains(article))
            .count();
        let overlap = common as f64 / answer.len().max(other.len()).max(1) as f64;
        assert!(!answer.is_empty(), "{} finds nothing", asked[number]);
        if answer.first() != other.first() || overlap < OVERLAP {
            let (asked, changed) = (&asked[number], &changed[number]);
            broken += &format!("{asked}: {answer:?}\n  {changed}: {other:?}\n");
        }
    }
    assert!(broken.is_empty(), "{broken}");
}

#[test]
fn the_order_of_words_hardly_matters() {
    hold_under(|(asked, _)| {
        let words: Vec<&str> = asked.split(' ').rev().collect();
        words.join(" ")
    });
}

#[test]
fn upper_and_lower_case_hardly_matter() {
    hold_under(|(asked, _)| asked.to_lowercase());
    hold_under(|(asked, _)| asked.to_uppercase());
}

#[test]
fn umlauts_and_sharp_s_may_be_written_with_plain_letters() {
    let plain = [
        ("ä", "ae"),
        ("ö", "oe"),
        ("ü", "ue"),
        ("Ä", "Ae"),
        ("Ö", "Oe"),
        ("Ü", "Ue"),
        ("ß", "ss"),
    ];
    hold_under(|(asked, _)| {
        plain
            .iter()
            .fold(asked.to_string(), |asked, (letter, spelt)| {
                asked.replace(letter, spelt)
            })
    });
}

#[test]
fn inflections_hardly_matter() {
    hold_under(|(_, inflected)| inflected.to_string());
}
