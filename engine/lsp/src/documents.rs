//! The texts that are open in the editor.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use lsp_types::TextDocumentContentChangeEvent;

use crate::position::Lines;

/// A text as the editor has it, saved or not.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    /// The address, in the editor's own spelling.
    pub(crate) uri: String,
    pub(crate) version: Option<i64>,
    pub(crate) text: String,
    /// First byte of the last change: what is typed there may not be whole yet.
    pub(crate) edited: usize,
}

/// All open texts, by path.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    open: BTreeMap<PathBuf, Document>,
}

impl Documents {
    pub(crate) fn open(&mut self, path: PathBuf, uri: &str, version: Option<i64>, text: String) {
        let document = Document {
            uri: uri.to_owned(),
            version,
            text,
            edited: 0,
        };
        self.open.insert(path, document);
    }

    /// Applies changes in order; those of a text that is not open are nobody's.
    pub(crate) fn change(
        &mut self,
        path: &Path,
        version: Option<i64>,
        changes: Vec<TextDocumentContentChangeEvent>,
    ) {
        let Some(document) = self.open.get_mut(path) else {
            return;
        };
        document.version = version;
        for change in changes {
            document.apply(&change);
        }
    }

    pub(crate) fn close(&mut self, path: &Path) {
        self.open.remove(path);
    }

    pub(crate) fn get(&self, path: &Path) -> Option<&Document> {
        self.open.get(path)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&PathBuf, &Document)> {
        self.open.iter()
    }
}

impl Document {
    fn apply(&mut self, change: &TextDocumentContentChangeEvent) {
        let Some(range) = change.range else {
            self.edited = difference(&self.text, &change.text);
            self.text.clone_from(&change.text);
            return;
        };
        let lines = Lines::of(&self.text);
        let (from, to) = (lines.offset(range.start), lines.offset(range.end));
        let (from, to) = (from.min(to), from.max(to));
        self.text.replace_range(from..to, &change.text);
        self.edited = from;
    }
}

/// Where two texts begin to differ, at a character of the second.
fn difference(before: &str, after: &str) -> usize {
    let same = before
        .bytes()
        .zip(after.bytes())
        .take_while(|(a, b)| a == b);
    let mut at = same.count();
    while !after.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::Documents;
    use lsp_types::{Position, Range, TextDocumentContentChangeEvent};
    use std::path::{Path, PathBuf};

    fn change(range: Option<[u32; 4]>, text: &str) -> TextDocumentContentChangeEvent {
        TextDocumentContentChangeEvent {
            range: range.map(|[a, b, c, d]| Range::new(Position::new(a, b), Position::new(c, d))),
            range_length: None,
            text: text.to_owned(),
        }
    }

    #[test]
    fn changes_apply_in_order_and_never_out_of_range() {
        let path = Path::new("/p/plan.yaml");
        let mut documents = Documents::default();
        documents.change(path, Some(1), vec![change(None, "nobody's")]);
        assert!(documents.get(path).is_none());
        documents.open(
            PathBuf::from(path),
            "file:///p/plan.yaml",
            Some(1),
            "村: 一\r\n".to_owned(),
        );
        let changes = vec![
            change(Some([0, 3, 0, 4]), "二"),
            change(Some([9, 9, 9, 99]), "三"),
            // Reversed, as some client may send it.
            change(Some([0, 1, 0, 0]), "镇"),
        ];
        documents.change(path, Some(2), changes);
        let document = documents.get(path).unwrap();
        assert_eq!(document.text, "镇: 二\r\n三");
        assert_eq!((document.version, document.edited), (Some(2), 0));
        documents.change(path, Some(3), vec![change(None, "镇: 二二")]);
        assert_eq!(documents.get(path).unwrap().edited, "镇: 二".len());
    }
}
