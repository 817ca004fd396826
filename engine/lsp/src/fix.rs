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

/// The fixes of the notes that touch a place, and those that would change something there.
pub(crate) fn fixes<'a>(analysis: &'a Analysis, at: &Place, words: Messages) -> Vec<Fix<'a>> {
    let touches =
        |place: &Place| place.file == at.file && place.start <= at.end && at.start <= place.end;
    let fixes = analysis
        .notes
        .iter()
        .filter_map(|note| fix(analysis, note, words));
    let here = |fix: &Fix<'_>| touches(&fix.place) || fix.note.place.as_ref().is_some_and(touches);
    let mut fixes: Vec<Fix<'_>> = fixes.filter(here).collect();
    fixes.dedup_by(|a, b| a.place == b.place && a.text == b.text);
    fixes
}

fn fix<'a>(analysis: &'a Analysis, note: &'a Note, words: Messages) -> Option<Fix<'a>> {
    let place = note.place.clone()?;
    let text_of_file = analysis.sources.text(place.file);
    if term(note, "hint") == Some("hint-colon") {
        let (place, text) = half_width(text_of_file, &place)?;
        let title = words.word("lsp-fix-colon");
        return Some(Fix {
            note,
            title,
            place,
            text,
        });
    }
    let written = text_of_file.get(place.start..place.end)?;
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

/// The full-width colon on the line where reading stopped, or on the last one before it with
/// anything on it, as YAML needs it.
fn half_width(text: &str, stopped: &Place) -> Option<(Place, String)> {
    let end = text
        .get(stopped.start..)?
        .find('\n')
        .map_or(text.len(), |n| stopped.start + n);
    let mut start = end;
    let mut lines = text[..end].split_inclusive('\n').rev().map(|line| {
        start -= line.len();
        (start, line)
    });
    let written = lines.by_ref().filter(|(_, line)| !line.trim().is_empty());
    let mut colons = written
        .take(2)
        .filter_map(|(start, line)| Some(start + without_comment(line).find('：')?));
    let at = colons.next()?;
    let after = &text[at + '：'.len_utf8()..];
    let blank = after.starts_with([' ', '\n', '\r']) || after.is_empty();
    let place = Place {
        file: stopped.file,
        start: at,
        end: at + '：'.len_utf8(),
    };
    Some((place, if blank { ":" } else { ": " }.to_owned()))
}

fn without_comment(line: &str) -> &str {
    let comment = line.match_indices('#').map(|(at, _)| at);
    let mut begins = comment.filter(|at| *at == 0 || line[..*at].ends_with([' ', '\t']));
    &line[..begins.next().unwrap_or(line.len())]
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
