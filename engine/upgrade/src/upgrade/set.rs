//! What a plan sets, and what nobody has set yet.

use std::collections::BTreeSet;

use luoshi_diagnostics::{Code, Note, Place, Sources};
use luoshi_plan::model::Parameter;
use luoshi_plan::{Node, NodeKind};

use crate::edit::remove_entries;
use crate::tree::{entries, held, scalar, value};

use super::{Desk, Request, parameter};

impl Desk<'_> {
    /// What the plan sets: entries of parameters that are gone, and those that followed a default.
    pub(super) fn set(&mut self, sources: &Sources) {
        let used = used_parameters(&self.request.plan.trees);
        for tree in &self.request.plan.trees {
            let Some(set) = held(tree, "set") else {
                continue;
            };
            let (mut gone, mut kept) = (Vec::new(), Vec::new());
            for (at, (key, node)) in entries(set.value).iter().enumerate() {
                let name = key.text.as_str();
                let old = parameter(self.request.old, name);
                let new = self.declared(name);
                match (old, new) {
                    // What may have a new id is for a person to carry over.
                    (Some(_), None) if !used.contains(name) && !self.renamed(name) => gone.push(at),
                    (Some(old), Some(new)) => {
                        kept.extend(default_changed(old, new, node, &key.place))
                    }
                    _ => {}
                }
            }
            self.remarks.extend(kept);
            if gone.is_empty() {
                continue;
            }
            let file = set.key.place.file;
            // An entry that cannot be taken out alone stays, and is told as a conflict.
            for edit in remove_entries(sources.text(file), set, &gone).unwrap_or_default() {
                self.edits.entry(file).or_default().add(edit);
            }
        }
    }

    fn renamed(&self, name: &str) -> bool {
        let mut renames = self.request.difference.renames.iter();
        renames.any(|rename| rename.section == "parameters" && rename.from == name)
    }

    /// A parameter as the plan and its packages now declare it.
    fn declared(&self, name: &str) -> Option<&Parameter> {
        let files = self.request.packages.iter().chain([self.request.plan]);
        files.into_iter().find_map(|file| parameter(file, name))
    }

    /// Parameters that the new version leaves open and nobody sets.
    pub(super) fn questions(&mut self) {
        let Request {
            old,
            new,
            plan,
            packages,
            ..
        } = *self.request;
        let files = || packages.iter().chain([plan]);
        for asked in new.head.parameters.iter().filter(|p| p.default.is_none()) {
            let name = asked.id.name.as_str();
            let before = parameter(old, name);
            let was_open = before.is_some_and(|p| p.default.is_none());
            let set = files().any(|file| file.head.set.0.iter().any(|(n, ..)| n == name));
            if !was_open && !set {
                self.remarks.push(
                    Note::new(Code::QuestionNew)
                        .at(asked.id.place.clone())
                        .arg("name", name)
                        .arg("title", asked.name.as_str()),
                );
            }
        }
    }
}

/// The remark that a plan sets what the package now decides otherwise; nothing is done about it.
fn default_changed(old: &Parameter, new: &Parameter, node: &Node, at: &Place) -> Option<Note> {
    let given = value(node, &["value"]).or(Some(node)).and_then(scalar)?;
    let text = |p: &Parameter| p.default.as_ref().map(|raw| raw.text.clone());
    let (was, is) = (text(old)?, text(new)?);
    if was == is || given == is {
        return None;
    }
    let note = Note::new(Code::SetKept).at(Place {
        end: node.place.end,
        ..at.clone()
    });
    Some(
        note.arg("name", new.id.name.as_str())
            .arg("same", if given == was { "yes" } else { "no" })
            .arg("value", given)
            .arg("old", was.as_str())
            .arg("new", is.as_str()),
    )
}

/// The parameters that the text of a plan uses.
fn used_parameters(trees: &[Node]) -> BTreeSet<String> {
    fn walk(node: &Node, used: &mut BTreeSet<String>) {
        match &node.kind {
            NodeKind::Scalar { text, .. } => {
                used.extend(crate::content::parameter(text).map(str::to_owned));
            }
            NodeKind::List(items) => items.iter().for_each(|item| walk(item, used)),
            NodeKind::Map(entries) => entries.iter().for_each(|(_, value)| walk(value, used)),
            NodeKind::Undecided(_) => {}
        }
    }
    let mut used = BTreeSet::new();
    trees.iter().for_each(|tree| walk(tree, &mut used));
    used
}
