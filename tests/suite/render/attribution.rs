//! Who says a sentence, as a person and a program see it.

use beleg::evidence::{Attribution, AttributionKind, Hit};
use beleg::render::Format;

use super::objects;
use super::sample::{PIPE, PLAIN_TERMINAL, hit, search, summary, written};

fn reported() -> Attribution {
    Attribution {
        kind: AttributionKind::Reported,
        speaker: Some("US-Offizielle laut New York Times".to_owned()),
        cue: Some("behaupteten".to_owned()),
    }
}

#[test]
fn a_hit_says_who_says_its_sentence_where_that_is_not_the_author() {
    let hit = Hit {
        attribution: Some(reported()),
        ..hit("Sie behaupteten, [Container] seien verschifft worden.")
    };
    let hits = std::slice::from_ref(&hit);
    let text = search(Format::Text(PLAIN_TERMINAL), hits, &summary(1, 1));
    let lines: Vec<&str> = text
        .lines()
        .skip_while(|line| !line.contains("a.txt:"))
        .collect();
    assert_eq!(
        lines[..3],
        [
            "  corpus/a.txt:11:1",
            "  reported: US-Offizielle laut New York Times (behaupteten)",
            ""
        ]
    );
    let json = objects(&search(Format::Json, hits, &summary(1, 1)));
    assert_eq!(
        json[1]["data"]["attribution"],
        serde_json::json!({
            "kind": "reported",
            "speaker": "US-Offizielle laut New York Times",
            "cue": "behaupteten"
        })
    );
}

#[test]
fn a_hit_in_the_words_of_its_author_says_nothing_of_it() {
    let hits = [hit("Nordkorea liefert [Munition].")];
    let json = objects(&search(Format::Json, &hits, &summary(1, 1)));
    assert!(json[1]["data"].get("attribution").is_none(), "{}", json[1]);
    let text = search(Format::Text(PIPE), &hits, &summary(1, 1));
    assert!(!text.contains("reported"), "{text}");
}

#[test]
fn an_analysis_says_who_says_each_sentence() {
    let text = "Es regnet. Der Minister sagte, die Brücke sei sicher.";
    let sentences = beleg::archive::attributions(text);
    let json = written(Format::Json, |printer| printer.sentences(text, &sentences));
    assert_eq!(
        json,
        "{\"type\":\"attribution\",\"data\":{\"start\":0,\"end\":10,\"kind\":\"own\"}}\n\
         {\"type\":\"attribution\",\"data\":{\"start\":11,\"end\":54,\"kind\":\"reported\",\
         \"speaker\":\"Der Minister\",\"speaker_start\":11,\"speaker_end\":23,\"cue\":\"sagte\"}}\n"
    );
    let drawn = written(Format::Text(PLAIN_TERMINAL), |printer| {
        printer.sentences(text, &sentences)
    });
    assert_eq!(
        drawn,
        "reported: Der Minister (sagte)  Der Minister sagte, die Brü…\n"
    );
}
