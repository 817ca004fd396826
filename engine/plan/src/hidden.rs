//! Characters that nobody sees, and that change what is seen: they could move the cursor of a terminal over a finding, or turn
//! round what is read.

use luoshi_diagnostics::{Code, Note};

use crate::yaml::{Node, NodeKind};

/// Whether a text of a file can hold one, as a look at its bytes tells; what a backslash stands for is not looked at.
pub(crate) fn may_hide(file: &str) -> bool {
    let bytes = file.as_bytes();
    let mut parts = (0..bytes.len()).step_by(PART);
    parts.any(|from| {
        let part = bytes.get(from..bytes.len().min(from + PART));
        let part = part.unwrap_or_default();
        // Most parts hold none, which is seen of many bytes at a time.
        let some = part.iter().fold(false, |some, byte| some | leads(*byte));
        some && part
            .iter()
            .enumerate()
            .any(|(at, byte)| begins_hidden(*byte, bytes.get(from + at + 1)))
    })
}

/// So many bytes are looked at together.
const PART: usize = 64;

fn begins_hidden(byte: u8, second: Option<&u8>) -> bool {
    let second = second.copied().unwrap_or_default();
    leads(byte)
        && match byte {
            0xc2 => second < 0xa0,
            0xe2 => second <= 0x81,
            0xef => second == 0xbb,
            _ => true,
        }
}

/// Whether such a character begins with this byte, or it is the backslash.
fn leads(byte: u8) -> bool {
    let control = (byte < 0x20) & (byte != 9) & (byte != 10) & (byte != 13);
    control | (byte == 0x5c) | (byte == 0x7f) | (byte == 0xc2) | (byte == 0xe2) | (byte == 0xef)
}

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

#[cfg(test)]
mod tests {
    use super::{PART, is_hidden, may_hide};

    #[test]
    fn no_hidden_character_is_overlooked() {
        for c in ('\0'..=char::MAX).filter(|c| is_hidden(*c)) {
            assert!(may_hide(&format!("平安 {c}")), "{c:?}");
            assert!(may_hide(&format!("{c}a")), "{c:?}");
            // Where one part ends and the next begins, too.
            for before in PART - 3..=PART {
                let text = "a".repeat(before);
                assert!(may_hide(&format!("{text}{c}")), "{c:?}");
            }
        }
        assert!(may_hide("a: \"\\u200b\""));
        assert!(!may_hide("a: 平安，é\tb\r\n"));
    }
}
