//! The head of a document template.

use luoshi_diagnostics::{Code, FileId, Note, Place, Staged};

use crate::decode::{Decode, Reference, Scratch};
use crate::model::TemplateHead;
use crate::yaml::read_tree;

/// A template whose head was read.
#[derive(Debug, Clone)]
pub struct TemplateFile {
    /// What its head says.
    pub head: TemplateHead,
    /// Byte at which its body begins, after the line that closes the head.
    pub body: usize,
    /// The names that the head uses, for whoever knows the plan.
    pub references: Vec<Reference>,
}

/// Reads the head of a template: YAML between a first line `---` and the next such line.
#[must_use]
pub fn template_file(file: FileId, text: &str) -> Staged<TemplateFile> {
    let Some((yaml, body)) = head_of(text) else {
        let place = Place {
            file,
            start: 0,
            end: text.find('\n').unwrap_or(text.len()),
        };
        return Staged {
            value: None,
            notes: vec![Note::new(Code::TemplateHead).at(place)],
        };
    };
    let (tree, mut notes) = read_tree(file, &text[..yaml]);
    let mut scratch = Scratch::default();
    let head = tree.and_then(|tree| TemplateHead::decode(&tree, &mut scratch.cx()));
    let (found, references) = scratch.into_parts();
    notes.extend(found);
    Staged {
        value: head.map(|head| TemplateFile {
            head,
            body,
            references,
        }),
        notes,
    }
}

/// Where the YAML of the head ends, and where the body begins.
fn head_of(text: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    for (line, content) in text.split_inclusive('\n').enumerate() {
        let fence = content.trim_end() == "---";
        match (line, fence) {
            (0, false) => return None,
            (1.., true) => return Some((at, at + content.len())),
            _ => at += content.len(),
        }
    }
    None
}
