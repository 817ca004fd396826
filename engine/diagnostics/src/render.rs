//! Notes as text with carets, and as JSON.

use annotate_snippets::{AnnotationKind, Group, Level as Shown, Renderer, Snippet};
use serde::Serialize;

use crate::catalogue::Messages;
use crate::note::{Level, Note};
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
    };
    let mut group: Group<'_> = Group::with_title(level.primary_title(title).id(note.code.id()));
    let also: Vec<_> = note
        .also
        .iter()
        .map(|(place, key)| (place, words.word(key)))
        .collect();
    if let Some(place) = &note.place {
        let mut primary = AnnotationKind::Primary.span(place.start..place.end);
        if let Some(label) = &label {
            primary = primary.label(label);
        }
        let mut snippet = Snippet::source(sources.text(place.file))
            .path(sources.name(place.file))
            .annotation(primary);
        for (other, label) in also.iter().filter(|(o, _)| o.file == place.file) {
            snippet = snippet.annotation(
                AnnotationKind::Context
                    .span(other.start..other.end)
                    .label(label),
            );
        }
        group = group.element(snippet);
        for (other, label) in also.iter().filter(|(o, _)| o.file != place.file) {
            let annotation = AnnotationKind::Context
                .span(other.start..other.end)
                .label(label);
            group = group.element(
                Snippet::source(sources.text(other.file))
                    .path(sources.name(other.file))
                    .annotation(annotation),
            );
        }
    }
    if let Some(help) = help {
        group = group.element(
            Shown::HELP
                .with_name(words.word("level-help"))
                .message(help),
        );
    }
    renderer.render(&[group])
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
}

/// All notes as a JSON array, in the order of [`render_text`].
#[must_use]
pub fn render_json(notes: &[Note], sources: &Sources, words: Messages) -> serde_json::Value {
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
        },
        message: words.text(name, &note.args),
        help: words.find(&format!("{name}.help"), &note.args),
        place: note.place.as_ref().map(|place| {
            let LineColumn { line, column } = sources.line_column(place.file, place.start);
            let end = sources.line_column(place.file, place.end);
            PlaceRecord {
                file: sources.name(place.file),
                line,
                column,
                end_line: end.line,
                end_column: end.column,
                source: sources.line(place.file, place.start),
            }
        }),
    }
}
