//! Whether the edited plan holds with the new version.

use luoshi_diagnostics::{Arg, Code, Note, Place, Sources};
use luoshi_plan::{Node, NodeKind, PlanFile, parse, resolve};

use crate::origin::{errors_at_home, file_ids};
use crate::tree::{scalar, value};

use super::{Desk, with_edits};

impl Desk<'_> {
    /// Resolves the edited plan with the new version: whatever is wrong then is a conflict.
    pub(super) fn check(&mut self, sources: &mut Sources) {
        let folder = with_edits(self.request.folder, &self.files(sources));
        let edited = parse(&folder, sources);
        let resolved = resolve(&edited, self.request.packages);
        let plan = self.request.plan;
        for note in errors_at_home(resolved.notes, &edited, plan, &self.edits, sources) {
            let note = self.told(note);
            if !self.conflicts.iter().any(|c| c.note == note) {
                self.conflict(note);
            }
        }
    }

    /// What an upgrade makes of a note: a name that the old version knew is gone.
    fn told(&self, note: Note) -> Note {
        let plan = self.request.plan;
        let ours = |place: &Place| file_ids(plan).any(|id| id == place.file);
        let Some(place) = note.place.clone().filter(ours) else {
            return note;
        };
        let name = note.args.iter().find_map(|(key, arg)| match arg {
            Arg::Text(text) if *key == "name" => Some(text.clone()),
            _ => None,
        });
        let Some(name) = name else { return note };
        let version = self.request.difference.to;
        let version = version.map_or_else(String::new, |v| v.to_string());
        match note.code {
            Code::UnknownName
            | Code::UnknownParameter
            | Code::ClauseUnknown
            | Code::NothingToDisable
                if defines(self.request.old, &name) =>
            {
                let renames = &self.request.difference.renames;
                let near = renames.iter().find(|rename| rename.from == name);
                Note::new(Code::UpgradeGone)
                    .at(place)
                    .arg("name", name)
                    .arg("version", version)
                    .arg("near", near.map_or("none", |rename| rename.to.as_str()))
            }
            Code::DuplicateId if defines(self.request.new, &name) => {
                let mut taken = Note::new(Code::IdTaken).at(place).arg("name", name);
                taken.also = note.also;
                taken
            }
            _ => note,
        }
    }
}

/// Whether a package gives this name to anything.
fn defines(package: &PlanFile, name: &str) -> bool {
    fn walk(node: &Node, name: &str) -> bool {
        let own = value(node, &["id"]).and_then(scalar) == Some(name);
        own || match &node.kind {
            NodeKind::List(items) => items.iter().any(|item| walk(item, name)),
            NodeKind::Map(entries) => entries.iter().any(|(_, value)| walk(value, name)),
            _ => false,
        }
    }
    package.trees.iter().any(|tree| walk(tree, name))
}
