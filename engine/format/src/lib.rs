//! Lays out YAML files alike, comments and blank lines kept.
//!
//! In: the text of a YAML file, a language for its keys.
//! Out: the text as `luoshi fmt` writes it, or where it cannot be read.
//! Never here: what a plan means, a file, a clock.

use luoshi_diagnostics::{Code, FileId, Lang, Note, Place};
use luoshi_plan::{Node, NodeKind, read_tree};

mod keys;
mod print;
mod read;
mod scalar;
mod settle;
mod tree;

/// Lays out a text; `FORMAT.md` says how. With `keys`, the keys of a plan are written in that
/// language; without, they stay. What the text says is the same before and after.
///
/// # Errors
/// What is wrong with the text, as [`read_tree`] notes it; `LS0111` if a key stands there in both
/// languages already; `LS0609` if its layout is beyond us.
pub fn format(file: FileId, text: &str, keys: Option<Lang>) -> Result<String, Vec<Note>> {
    let (_, notes) = read_tree(file, text);
    if !notes.is_empty() {
        return Err(notes);
    }
    let text = plain(text);
    // Again: the places of keys are those of the text without carriage returns.
    let (tree, _) = read_tree(file, &text);
    let (renamed, notes) = match (&tree, keys) {
        (Some(tree), Some(lang)) => keys::renamed(tree, lang),
        _ => (read::Renamed::new(), Vec::new()),
    };
    if !notes.is_empty() {
        return Err(notes);
    }
    let laid_out = read::read(&text, &renamed).map(|mut document| {
        document.root.iter_mut().for_each(settle::settle);
        print::print(&document)
    });
    let same = |out: &String| {
        let (after, notes) = read_tree(file, out);
        notes.is_empty() && same(tree.as_ref(), after.as_ref(), &renamed)
    };
    laid_out.filter(same).ok_or_else(|| vec![beyond(file)])
}

/// A text without a byte-order mark, each line ending as the others do.
fn plain(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn beyond(file: FileId) -> Note {
    Note::new(Code::LayoutBeyond).at(Place {
        file,
        start: 0,
        end: 0,
    })
}

/// Whether two trees say the same, but for the keys that were to change.
fn same(before: Option<&Node>, after: Option<&Node>, renamed: &read::Renamed) -> bool {
    let (before, after) = match (before, after) {
        (Some(before), Some(after)) => (before, after),
        (None, None) => return true,
        _ => return false,
    };
    match (&before.kind, &after.kind) {
        (NodeKind::List(before), NodeKind::List(after)) => {
            let mut pairs = before.iter().zip(after);
            before.len() == after.len() && pairs.all(|(b, a)| same(Some(b), Some(a), renamed))
        }
        (NodeKind::Map(before), NodeKind::Map(after)) => {
            let mut pairs = before.iter().zip(after);
            before.len() == after.len()
                && pairs.all(|((key, value), (new, after))| {
                    let wanted = renamed.get(&key.place.start).copied();
                    wanted.unwrap_or(&key.text) == new.text
                        && same(Some(value), Some(after), renamed)
                })
        }
        (before, after) => before == after,
    }
}
