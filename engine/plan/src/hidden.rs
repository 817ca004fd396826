//! Characters that nobody sees, and that change what is seen: they could move the cursor of a terminal over a finding, or turn
//! round what is read.

use luoshi_diagnostics::{Code, Note};

use crate::yaml::{Node, NodeKind};

/// Notes every text of a tree that holds one; each at its place.
pub(crate) fn hidden(tree: &Node, notes: &mut Vec<Note>) {
    match &tree.kind {
        NodeKind::Scalar { text, .. } => {
            if let Some(found) = text.chars().find(|c| is_hidden(*c)) {
                let note = Note::new(Code::HiddenCharacter).at(tree.place.clone());
                notes.push(note.arg("character", format!("U+{:04X}", u32::from(found))));
            }
        }
        NodeKind::List(items) => items.iter().for_each(|item| hidden(item, notes)),
        // A key with one in it is an unknown key.
        NodeKind::Map(entries) => entries.iter().for_each(|(_, value)| hidden(value, notes)),
        NodeKind::Undecided(_) => {}
    }
}

/// Controls but for tab and line break, marks of direction, and blanks without width.
fn is_hidden(c: char) -> bool {
    let shown = matches!(c, '\t' | '\n' | '\r');
    let turning = matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    turning || (c.is_control() && !shown)
}
