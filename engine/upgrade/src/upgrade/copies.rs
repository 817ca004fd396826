//! The plan's own copies of templates and scripts of the package.

use std::ops::Range;

use luoshi_diagnostics::{Code, FileId, Note, Place, Sources};

use crate::origin::inside;
use crate::three_way::{Merged, merge};

use super::{Desk, Request};

impl Desk<'_> {
    /// Takes over what the package changed, or says where that clashes.
    pub(super) fn copies(&mut self, sources: &Sources) {
        let Request { plan, old, new, .. } = *self.request;
        let kinds = [
            (&plan.templates, &old.templates, &new.templates),
            (&plan.scripts, &old.scripts, &new.scripts),
        ];
        for (ours, base, theirs) in kinds {
            for (name, (file, our)) in ours {
                let path = inside(sources.name(*file), &self.request.folder.name);
                if self.request.keep.contains(&path) {
                    continue;
                }
                match (base.get(name), theirs.get(name)) {
                    (Some((_, base)), Some((_, their))) if base != their => {
                        self.copy(*file, base, our, their);
                    }
                    (None, Some((_, their))) if their != our => {
                        let place = Place {
                            file: *file,
                            start: 0,
                            end: 0,
                        };
                        let note = Note::new(Code::IdTaken).at(place).arg("name", path);
                        self.conflict(note);
                    }
                    _ => {}
                }
            }
        }
    }

    fn copy(&mut self, file: FileId, base: &str, ours: &str, theirs: &str) {
        match merge(base, ours, theirs) {
            Merged::Text(text) if text == ours => {}
            // Once merged, it must stay so when it is merged again.
            Merged::Text(text) if merge(base, &text, theirs) == Merged::Text(text.clone()) => {
                self.merged.insert(file, text);
            }
            Merged::Text(_) => self.clash(file, 0..ours.len(), theirs),
            Merged::Clashes(clashes) => {
                for (at, theirs) in clashes {
                    self.clash(file, at, &theirs);
                }
            }
        }
    }

    fn clash(&mut self, file: FileId, at: Range<usize>, theirs: &str) {
        let place = Place {
            file,
            start: at.start,
            end: at.end,
        };
        let theirs = match theirs.trim_end() {
            "" => "none",
            text => text,
        };
        self.conflict(
            Note::new(Code::TextConflict)
                .at(place)
                .arg("theirs", theirs),
        );
    }
}
