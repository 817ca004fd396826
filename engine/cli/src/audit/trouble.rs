//! Notes as an audit keeps them: in both languages, with their places.

use luoshi_audit::{Outcome, Texts, Trouble, Where};
use luoshi_diagnostics::{Code, Lang, Level, Messages, Note, Place, Sources};

/// Errors of one township that are kept; how many more there are is one of its own.
const KEPT: usize = 20;

/// Why a township could not be judged.
pub(super) fn broken(notes: &[Note], sources: &Sources) -> Outcome {
    let mut errors: Vec<&Note> = notes
        .iter()
        .filter(|n| n.code.level() == Level::Error)
        .collect();
    errors.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
    errors.dedup();
    let more = errors.len().saturating_sub(KEPT);
    let mut troubles: Vec<Trouble> = errors
        .iter()
        .take(KEPT)
        .map(|note| trouble(note, sources))
        .collect();
    if more > 0 {
        let more = i64::try_from(more).unwrap_or(i64::MAX);
        let note = Note::new(Code::TroublesMore).arg("count", more);
        troubles.push(trouble(&note, sources));
    }
    Outcome::Broken(troubles)
}

/// A note as it stands in an audit.
pub(super) fn trouble(note: &Note, sources: &Sources) -> Trouble {
    let name = note.code.name();
    let help = format!("{name}.help");
    let in_both = |key: &str| {
        let text = |lang| Messages::of(lang).find(key, &note.args);
        Some(Texts {
            zh: text(Lang::ZhCn)?,
            en: text(Lang::En)?,
        })
    };
    Trouble {
        code: note.code.id().to_owned(),
        message: in_both(name).unwrap_or_default(),
        help: in_both(&help),
        place: note.place.as_ref().map(|place| place_in(place, sources)),
    }
}

/// A place as people count.
pub(super) fn place_in(place: &Place, sources: &Sources) -> Where {
    let at = sources.line_column(place.file, place.start);
    Where {
        file: sources.name(place.file).to_owned(),
        inside: false,
        line: at.line,
        column: at.column,
    }
}
