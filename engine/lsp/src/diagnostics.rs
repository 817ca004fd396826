//! Notes as an editor shows them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::str::FromStr;

use lsp_types::{
    Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString, Range,
    Uri,
};
use luoshi_diagnostics::{FileId, Level, Messages, Note};

use crate::address::uri_of;
use crate::analysis::Analysis;
use crate::position::Lines;

/// The diagnostics of each of a folder's own files, those without any included. What is wrong in a
/// package is its publisher's business.
pub(crate) fn diagnostics(
    analysis: &Analysis,
    words: Messages,
) -> BTreeMap<PathBuf, Vec<Diagnostic>> {
    let mut ordered: Vec<&Note> = analysis.notes.iter().collect();
    ordered.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
    ordered.dedup();
    let mut found: BTreeMap<FileId, Vec<Diagnostic>> = analysis
        .own_files()
        .map(|file| (file, Vec::new()))
        .collect();
    for note in ordered {
        // What is about the folder as a whole is shown where people look first.
        let file = match &note.place {
            Some(place) => Some(place.file),
            None => analysis.own_files().next(),
        };
        if let Some(list) = file.and_then(|file| found.get_mut(&file)) {
            list.push(diagnostic(note, analysis, words));
        }
    }
    found
        .into_iter()
        .map(|(file, list)| (analysis.path(file), list))
        .collect()
}

/// One note as an editor shows it.
pub(crate) fn diagnostic(note: &Note, analysis: &Analysis, words: Messages) -> Diagnostic {
    let range = |place: &luoshi_diagnostics::Place| {
        Lines::of(analysis.sources.text(place.file)).place(place)
    };
    let related = note.also.iter().filter_map(|(place, label)| {
        let uri = Uri::from_str(&uri_of(&analysis.path(place.file))).ok()?;
        Some(DiagnosticRelatedInformation {
            location: Location::new(uri, range(place)),
            message: words.word(label),
        })
    });
    let related: Vec<_> = related.collect();
    Diagnostic {
        range: note.place.as_ref().map_or_else(Range::default, range),
        severity: Some(match note.code.level() {
            Level::Error => DiagnosticSeverity::ERROR,
            Level::Warning => DiagnosticSeverity::WARNING,
            Level::Hint => DiagnosticSeverity::HINT,
        }),
        code: Some(NumberOrString::String(note.code.id().to_owned())),
        source: Some("luoshi".to_owned()),
        message: message(note, words),
        related_information: (!related.is_empty()).then_some(related),
        ..Diagnostic::default()
    }
}

/// What is wrong, and on a line of its own what to do.
fn message(note: &Note, words: Messages) -> String {
    let name = note.code.name();
    let title = words.text(name, &note.args);
    match words.find(&format!("{name}.help"), &note.args) {
        Some(help) => format!("{title}\n{help}"),
        None => title,
    }
}
