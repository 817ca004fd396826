//! Notes as text with carets, and as JSON.

use annotate_snippets::{AnnotationKind, Group, Level as Shown, Origin, Renderer, Snippet};
use serde::Serialize;

use crate::catalogue::Messages;
use crate::mask::masked;
use crate::note::{Level, Note, Place};
use crate::sheet_cell::SheetCell;
use crate::sources::{LineColumn, Sources};

/// Notes after this many are counted, not shown.
const SHOWN_AT_MOST: usize = 200;

/// All notes as a person reads them, ordered by file, place and code.
#[must_use]
pub fn render_text(notes: &[Note], sources: &Sources, words: Messages, colour: bool) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let masked = masked(notes, sources);
    let sources = masked.as_ref().unwrap_or(sources);
    let ordered = ordered(notes);
    let mut out = String::new();
    for note in ordered.iter().take(SHOWN_AT_MOST) {
        out.push_str(&one(note, sources, words, &renderer));
        out.push_str("\n\n");
    }
    if ordered.len() > SHOWN_AT_MOST {
        let more = i64::try_from(ordered.len() - SHOWN_AT_MOST).unwrap_or(i64::MAX);
        out.push_str(&words.text("notes-more", &vec![("count", more.into())]));
        out.push('\n');
    }
    out
}

fn ordered(notes: &[Note]) -> Vec<&Note> {
    let mut ordered: Vec<&Note> = notes.iter().collect();
    ordered.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
    ordered.dedup();
    ordered
}

fn one(note: &Note, sources: &Sources, words: Messages, renderer: &Renderer) -> String {
    let name = note.code.name();
    let title = words.text(name, &note.args);
    let label = words.find(&format!("{name}.label"), &note.args);
    let help = words.find(&format!("{name}.help"), &note.args);
    let level = match note.code.level() {
        Level::Error => Shown::ERROR.with_name(words.word("level-error")),
        Level::Warning => Shown::WARNING.with_name(words.word("level-warning")),
        Level::Hint => Shown::NOTE.with_name(words.word("level-hint")),
    };
    let mut group: Group<'_> = Group::with_title(level.primary_title(title).id(note.code.id()));
    let also: Vec<_> = note
        .also
        .iter()
        .map(|(place, key)| (place, words.word(key)))
        .collect();
    if let Some(place) = &note.place {
        let here = also.iter().filter(|(other, _)| other.file == place.file);
        let window = Window::around(place, here.clone().map(|(other, _)| *other), sources);
        let mut primary = AnnotationKind::Primary.span(window.span(place));
        if let Some(label) = &label {
            primary = primary.label(label);
        }
        let mut snippet = match &note.cell {
            None => window.snippet(place, sources),
            Some(cell) => {
                let name = cell_name(cell, sources.name(place.file), words);
                group = group.element(Origin::path(name));
                window.bare_snippet(place, sources)
            }
        }
        .annotation(primary);
        for (other, label) in here {
            let span = window.span(other);
            snippet = snippet.annotation(AnnotationKind::Context.span(span).label(label));
        }
        group = group.element(snippet);
        for (other, label) in also.iter().filter(|(o, _)| o.file != place.file) {
            let window = Window::around(other, std::iter::empty(), sources);
            let annotation = AnnotationKind::Context
                .span(window.span(other))
                .label(label);
            group = group.element(window.snippet(other, sources).annotation(annotation));
        }
    }
    if let Some(help) = help {
        group = group.element(
            Shown::HELP
                .with_name(words.word("level-help"))
                .message(help),
        );
    }
    let text = renderer.render(&[group]);
    match note.cell {
        Some(_) => without_second_header(&text),
        None => text,
    }
}

/// A snippet that does not say where it stands, below a place, begins with `:::` and nothing.
fn without_second_header(text: &str) -> String {
    let header = |line: &&str| line.contains(":::") && !line.contains('|');
    let header = text.lines().find(header);
    let kept = text.lines().filter(|line| Some(*line) != header);
    kept.collect::<Vec<_>>().join("\n")
}

/// A cell with its workbook and sheet, as it is called in a message.
fn cell_name(cell: &SheetCell, file: &str, words: Messages) -> String {
    let args = vec![
        ("file", file.into()),
        ("sheet", cell.sheet.as_str().into()),
        ("cell", cell.to_string().into()),
    ];
    words.text("cell-place", &args)
}

/// The lines that a snippet is about. Laying out a whole file for each note would take as long
/// as reading it.
struct Window<'s> {
    text: &'s str,
    start: usize,
}

impl<'s> Window<'s> {
    fn around<'p>(
        place: &Place,
        others: impl Iterator<Item = &'p Place>,
        sources: &'s Sources,
    ) -> Self {
        let text = sources.text(place.file);
        let (mut start, mut end) = (place.start, place.end);
        for other in others {
            start = start.min(other.start);
            end = end.max(other.end);
        }
        let start = floor(text, start);
        let end = floor(text, end.max(start));
        let start = text[..start].rfind('\n').map_or(0, |n| n + 1);
        let end = text[end..].find('\n').map_or(text.len(), |n| end + n);
        Window {
            text: &text[start..end],
            start,
        }
    }

    /// A place as bytes of the window.
    fn span(&self, place: &Place) -> std::ops::Range<usize> {
        let inside = |at: usize| floor(self.text, at.saturating_sub(self.start));
        inside(place.start)..inside(place.end.max(place.start))
    }

    fn snippet<T: Clone>(&self, place: &Place, sources: &'s Sources) -> Snippet<'s, T> {
        self.bare_snippet(place, sources)
            .path(sources.name(place.file))
    }

    /// A snippet that does not say where it stands.
    fn bare_snippet<T: Clone>(&self, place: &Place, sources: &'s Sources) -> Snippet<'s, T> {
        Snippet::source(self.text).line_start(sources.line_column(place.file, self.start).line)
    }
}

/// The nearest character boundary at or before an offset, which may lie past the end.
fn floor(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    let mut back = (0..=offset).rev();
    back.find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Bytes of a line that tools are shown at most: on one long line there may be as many mistakes as signs, and each of
/// them would bring the whole line along.
const LINE_AT_MOST: usize = 2_000;

fn beginning(line: &str) -> &str {
    &line[..floor(line, LINE_AT_MOST)]
}

/// One note as tools read it; `version` 1 of the format.
#[derive(Serialize)]
struct NoteRecord<'a> {
    code: &'static str,
    name: &'static str,
    level: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<PlaceRecord<'a>>,
}

#[derive(Serialize)]
struct PlaceRecord<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    source: &'a str,
    /// For a workbook: the sheet, the cell as `B5`, and what stands in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
}

/// All notes as a JSON array, in the order of [`render_text`].
#[must_use]
pub fn render_json(notes: &[Note], sources: &Sources, words: Messages) -> serde_json::Value {
    let masked = masked(notes, sources);
    let sources = masked.as_ref().unwrap_or(sources);
    let records: Vec<_> = ordered(notes)
        .into_iter()
        .map(|note| record(note, sources, words))
        .collect();
    serde_json::to_value(records).unwrap_or_default()
}

fn record<'a>(note: &Note, sources: &'a Sources, words: Messages) -> NoteRecord<'a> {
    let name = note.code.name();
    NoteRecord {
        code: note.code.id(),
        name,
        level: match note.code.level() {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Hint => "hint",
        },
        message: words.text(name, &note.args),
        help: words.find(&format!("{name}.help"), &note.args),
        place: note.place.as_ref().map(|place| {
            let LineColumn { line, column } = sources.line_column(place.file, place.start);
            let end = sources.line_column(place.file, place.end);
            let text = sources.text(place.file);
            let value = text.get(place.start..place.end).unwrap_or("");
            let cell = note.cell.as_ref();
            PlaceRecord {
                file: sources.name(place.file),
                line,
                column,
                end_line: end.line,
                end_column: end.column,
                source: beginning(sources.line(place.file, place.start)),
                sheet: cell.map(|cell| cell.sheet.clone()),
                cell: cell.map(ToString::to_string),
                value: cell.map(|_| value),
            }
        }),
    }
}
