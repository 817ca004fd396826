//! What would put a note right.

use luoshi_diagnostics::{Arg, Messages, Note, Place};

use crate::analysis::Analysis;

/// A change that would put a note right, in words and as an edit.
pub(crate) struct Fix<'n> {
    pub(crate) note: &'n Note,
    pub(crate) title: String,
    pub(crate) place: Place,
    pub(crate) text: String,
}

/// The fixes of the notes that touch a place.
pub(crate) fn fixes<'a>(analysis: &'a Analysis, at: &Place, words: Messages) -> Vec<Fix<'a>> {
    let touches =
        |place: &Place| place.file == at.file && place.start <= at.end && at.start <= place.end;
    let notes = analysis
        .notes
        .iter()
        .filter(|n| n.place.as_ref().is_some_and(touches));
    let mut fixes: Vec<Fix<'_>> = notes
        .filter_map(|note| fix(analysis, note, words))
        .collect();
    fixes.dedup_by(|a, b| a.place == b.place && a.text == b.text);
    fixes
}

fn fix<'a>(analysis: &'a Analysis, note: &'a Note, words: Messages) -> Option<Fix<'a>> {
    let place = note.place.clone()?;
    let written = analysis
        .sources
        .text(place.file)
        .get(place.start..place.end)?;
    if term(note, "hint") == Some("hint-colon") && written.contains('：') {
        return Some(Fix {
            note,
            title: words.word("lsp-fix-colon"),
            text: half_width(written),
            place,
        });
    }
    let near = text(note, "near").filter(|near| *near != "none")?;
    let typed = ["name", "key", "value"]
        .iter()
        .find_map(|arg| text(note, arg))?;
    // Quotes, and `${…}`, stay round the name.
    let start = place.start + written.find(typed)?;
    Some(Fix {
        note,
        title: words.text("lsp-fix-near", &vec![("near", near.into())]),
        place: Place {
            file: place.file,
            start,
            end: start + typed.len(),
        },
        text: near.to_owned(),
    })
}

/// The first full-width colon of a text as YAML needs it.
fn half_width(text: &str) -> String {
    let (key, value) = text.split_once('：').unwrap_or((text, ""));
    match value.trim_start() {
        "" => format!("{key}:"),
        value => format!("{key}: {value}"),
    }
}

fn text<'n>(note: &'n Note, name: &str) -> Option<&'n str> {
    note.args.iter().find_map(|(n, arg)| match arg {
        Arg::Text(text) if *n == name => Some(text.as_str()),
        _ => None,
    })
}

fn term(note: &Note, name: &str) -> Option<&'static str> {
    note.args.iter().find_map(|(n, arg)| match arg {
        Arg::Term(key) if *n == name => Some(*key),
        _ => None,
    })
}
