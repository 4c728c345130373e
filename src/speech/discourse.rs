//! From sentence to sentence: who speaks on.

use super::attribution::{Attribution, Ground, Kind};
use super::cue::{Cue, Setting, cue};
use super::phrase::Run;
use super::quotation::{Quotation, Weight, quotations};
use super::said::said;
use super::speaker::first_subject;
use super::words::{Word, words};
use crate::german::sentences;
use crate::span::TextSpan;

/// Who says each sentence of `text`, in the order of [`sentences`].
///
/// The rules are those of German grammar: verbs of saying and their complements, sources behind `laut`,
/// `zufolge` and `nach Angaben`, the first subjunctive and the second in its place, quotation marks, and
/// `soll` and `will` with a perfect infinitive. A speaker is the subject of the verb or the phrase of the
/// source; where a sentence names none, whoever spoke last goes on.
///
/// `names` are the persons' names in the text, in order; a speaker that holds the beginning of a name
/// holds the whole of it. An empty list will do.
pub fn attributions(text: &str, names: &[TextSpan]) -> Vec<Attribution> {
    let discourse = Discourse {
        text,
        names,
        quotations: quotations(text),
    };
    let mut found: Vec<Attribution> = Vec::new();
    for sentence in sentences(text) {
        let attribution = discourse.attribution(sentence, found.last());
        if discourse.points_back(&attribution) {
            discourse.lend(&attribution, found.last_mut());
        }
        found.push(attribution);
    }
    discourse.share_quotations(&mut found);
    speak_on(&mut found);
    found
}

/// A text with what is known of it before its sentences are looked at.
struct Discourse<'t> {
    text: &'t str,
    names: &'t [TextSpan],
    quotations: Vec<Quotation>,
}

impl Discourse<'_> {
    /// What one sentence shows by itself; `before` is the sentence before it.
    fn attribution(&self, sentence: TextSpan, before: Option<&Attribution>) -> Attribution {
        let spoken = self.spoken(sentence);
        let inside = |at: usize| {
            spoken
                .iter()
                .any(|quotation| quotation.span.range().contains(&at))
        };
        let words = words(self.text, sentence, inside);
        let setting = Setting {
            quotes: !spoken.is_empty(),
            announces: self.announces(sentence),
            asks: self.text[sentence.range()].ends_with('?'),
            continues: before.is_some_and(|before| before.kind != Kind::Own),
        };
        match cue(&words, setting) {
            Some(cue) => self.with_cue(sentence, &words, &cue, &spoken),
            None => self.without_cue(sentence, &words, &spoken),
        }
    }

    /// The quotations that reach into the sentence and are more than a name.
    fn spoken(&self, sentence: TextSpan) -> Vec<Quotation> {
        let first = self
            .quotations
            .partition_point(|quotation| quotation.span.end() <= sentence.start());
        let here = self.quotations[first..]
            .iter()
            .take_while(|quotation| quotation.span.start() < sentence.end());
        here.filter(|quotation| quotation.weight > Weight::Term)
            .copied()
            .collect()
    }

    /// Whether the sentence ends in a colon behind which a quotation follows.
    fn announces(&self, sentence: TextSpan) -> bool {
        let behind = self.text[sentence.end()..].trim_start();
        self.text[sentence.range()].ends_with(':')
            && behind.starts_with(['„', '“', '"', '»', '«', '‚'])
    }

    fn with_cue(
        &self,
        sentence: TextSpan,
        words: &[Word<'_>],
        cue: &Cue,
        spoken: &[Quotation],
    ) -> Attribution {
        Attribution {
            span: sentence,
            kind: if spoken.is_empty() {
                Kind::Reported
            } else {
                Kind::Quoted
            },
            ground: Some(cue.ground),
            speaker: cue.speaker.map(|run| self.span_of(words, run)),
            cue: Some(words[cue.at].span),
            quoted: if spoken.is_empty() {
                said(sentence, words, cue)
            } else {
                clipped(spoken, sentence)
            },
        }
    }

    /// A sentence without any sign but perhaps quotation marks.
    fn without_cue(
        &self,
        sentence: TextSpan,
        words: &[Word<'_>],
        spoken: &[Quotation],
    ) -> Attribution {
        let states = spoken
            .iter()
            .any(|quotation| quotation.weight == Weight::Statement);
        let colon = words
            .iter()
            .any(|word| word.is_quoted && word.gap.contains(':'));
        let speaker = first_subject(words).filter(|_| colon);
        Attribution {
            span: sentence,
            kind: if states { Kind::Quoted } else { Kind::Own },
            ground: states.then_some(Ground::Marks),
            speaker: speaker
                .filter(|_| states)
                .map(|run| self.span_of(words, run)),
            cue: None,
            quoted: if states {
                clipped(spoken, sentence)
            } else {
                Vec::new()
            },
        }
    }

    /// Whether the sentence only says who said the one before: `Das teilte die Polizei mit.`
    fn points_back(&self, attribution: &Attribution) -> bool {
        let sentence = &self.text[attribution.span.range()];
        let verb = attribution
            .cue
            .filter(|_| attribution.ground == Some(Ground::Verb));
        let first = sentence.split(' ').next().unwrap_or_default();
        let points = ["Das", "Dies", "Davon"].contains(&first);
        let next = |cue: TextSpan| cue.start() == attribution.span.start() + first.len() + 1;
        points && verb.is_some_and(next) && attribution.speaker.is_some()
    }

    /// Gives the sentence before its speaker, when it had none and stands in the same paragraph.
    fn lend(&self, from: &Attribution, before: Option<&mut Attribution>) {
        let Some(before) = before.filter(|before| before.kind == Kind::Own) else {
            return;
        };
        if self.text[before.span.end()..from.span.start()].contains("\n\n") {
            return;
        }
        before.kind = Kind::Reported;
        before.ground = from.ground;
        before.speaker = from.speaker;
        before.cue = from.cue;
        before.quoted = vec![before.span];
    }

    /// Gives all sentences of one quotation the speaker that one of them names.
    fn share_quotations(&self, found: &mut [Attribution]) {
        let mut from = 0;
        for quotation in &self.quotations {
            from += found[from..]
                .iter()
                .take_while(|one| one.span.end() <= quotation.span.start())
                .count();
            let held = found[from..]
                .iter()
                .take_while(|one| one.span.start() < quotation.span.end())
                .count();
            let group = &mut found[from..from + held];
            let named = group.iter().find_map(|one| one.speaker);
            for one in group.iter_mut().filter(|one| one.kind == Kind::Quoted) {
                one.speaker = one.speaker.or(named);
            }
        }
    }

    /// The bytes of a run of words, with the whole of the last name in it and the bracket or mark that
    /// closes behind it.
    fn span_of(&self, words: &[Word<'_>], (start, end): Run) -> TextSpan {
        let (from, to) = (words[start].span.start(), words[end - 1].span.end());
        let first = self.names.partition_point(|name| name.end() <= from);
        let held = self.names[first..]
            .iter()
            .take_while(|name| name.start() < to);
        let to = held.map(|name| name.end()).max().unwrap_or(to).max(to);
        let pairs = [('(', ')'), ('„', '“'), ('«', '»'), ('»', '«'), ('"', '"')];
        let closing = self.text[to..].chars().next().filter(|next| {
            let open = |mark: char| self.text[from..to].matches(mark).count();
            pairs
                .iter()
                .any(|(left, right)| right == next && open(*left) % 2 == 1)
        });
        TextSpan::new(from, to + closing.map_or(0, char::len_utf8))
    }
}

/// Where nobody is named, whoever spoke last goes on; before the first speaker, the next one begins.
fn speak_on(found: &mut [Attribution]) {
    let mut last: Option<TextSpan> = None;
    for place in 0..found.len() {
        let follows = match found[place].ground {
            Some(Ground::Marks) => last.or_else(|| next_speaker(found, place)),
            Some(Ground::Mood | Ground::Source) => last,
            Some(Ground::Verb | Ground::Hearsay) | None => None,
        };
        let one = &mut found[place];
        one.speaker = one.speaker.or(follows);
        last = one.speaker.or(last);
    }
}

/// The speaker of the next sentence, when that is reported too.
fn next_speaker(found: &[Attribution], place: usize) -> Option<TextSpan> {
    let behind = found[place + 1..]
        .iter()
        .take_while(|one| one.kind != Kind::Own);
    behind.take(3).find_map(|one| one.speaker)
}

/// The quotations as far as they lie in the sentence.
fn clipped(quotations: &[Quotation], sentence: TextSpan) -> Vec<TextSpan> {
    let clip = |quotation: &Quotation| {
        let start = quotation.span.start().max(sentence.start());
        TextSpan::new(start, quotation.span.end().min(sentence.end()))
    };
    quotations.iter().map(clip).collect()
}
