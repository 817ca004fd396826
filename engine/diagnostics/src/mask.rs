//! Hides personal numbers in the lines that notes show.

use crate::code::Code;
use crate::note::Note;
use crate::sources::Sources;

/// The sources with every digit starred that a note calls personal: a message that says where an
/// identity number stands must not spread it, nor may another note about the same line.
///
/// Nothing moves: a star takes as many bytes as the digit that it hides.
pub(crate) fn masked(notes: &[Note], sources: &Sources) -> Option<Sources> {
    let personal =
        |note: &&Note| matches!(note.code, Code::RecordPersonal | Code::ForbiddenSubject);
    let places: Vec<_> = notes
        .iter()
        .filter(personal)
        .filter_map(|n| n.place.as_ref())
        .collect();
    if places.is_empty() {
        return None;
    }
    let mut masked = sources.clone();
    for place in places {
        masked.replace(place, |c| match c {
            '0'..='9' => '*',
            '０'..='９' => '＊',
            other => other,
        });
    }
    Some(masked)
}
