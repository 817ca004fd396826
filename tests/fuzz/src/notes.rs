//! Notes must be sayable, in both languages and as data.

use luoshi_diagnostics::{Lang, Messages, Note, Sources, render_json, render_text};

/// Says everything that was noticed.
///
/// # Panics
/// If a note points into the middle of a sign or beyond a text, or cannot be put into words.
pub(crate) fn said(notes: &[Note], sources: &Sources) {
    for note in notes {
        if let Some(place) = &note.place {
            let text = sources.text(place.file);
            assert!(text.get(place.start..place.end).is_some(), "{note:?}");
        }
    }
    for lang in Lang::ALL {
        let shown = render_text(notes, sources, Messages::of(lang), false);
        assert_eq!(shown.is_empty(), notes.is_empty());
    }
    drop(render_json(notes, sources, Messages::of(Lang::En)));
}
