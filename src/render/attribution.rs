//! Who says a sentence, for people.

use std::io::{self, Write};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::sanitize;
use super::style::{Role, Style};
use crate::evidence::{Attribution, AttributionKind, Sentence};

/// With less room than this, the beginning of a sentence is of no use.
const LEAST_ROOM: usize = 12;

/// `reported: US-Offizielle (laut)`; `None` of an own sentence.
pub(super) fn note(attribution: &Attribution) -> Option<String> {
    let kind = match attribution.kind {
        AttributionKind::Own => return None,
        AttributionKind::Reported => "reported",
        AttributionKind::Quoted => "quoted",
    };
    let speaker = attribution.speaker.as_deref().map(sanitize::line);
    let cue = attribution.cue.as_deref().map(sanitize::line);
    Some(match (speaker, cue) {
        (Some(speaker), Some(cue)) => format!("{kind}: {speaker} ({cue})"),
        (Some(speaker), None) => format!("{kind}: {speaker}"),
        (None, Some(cue)) => format!("{kind} ({cue})"),
        (None, None) => kind.to_owned(),
    })
}

/// A line for each sentence that is not the author's own, with its beginning as far as there is room.
pub(super) fn write(
    out: &mut dyn Write,
    text: &str,
    sentences: &[Sentence],
    style: Style,
) -> io::Result<()> {
    for sentence in sentences {
        let Some(note) = note(&sentence.attribution) else {
            continue;
        };
        let width = style.width.unwrap_or(usize::MAX);
        let note = beginning(&note, width);
        let room = width.saturating_sub(note.width() + 2);
        write!(out, "{}", style.paint(Role::Mark, &note))?;
        if room >= LEAST_ROOM {
            let said = sanitize::line(&text[sentence.span.range()]);
            write!(
                out,
                "  {}",
                style.paint(Role::Aside, &beginning(&said, room))
            )?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// As much of a text as fits into `width` columns, with a sign where something is left out.
fn beginning(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut used = 1;
    let fits = |letter: &char| {
        used += letter.width().unwrap_or(0);
        used <= width
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}
