//! What every rule looks at.

use std::collections::BTreeSet;

use jiff::civil::Date;
use luoshi_diagnostics::{Code, FileId, Note, Place, Sources};
use luoshi_plan::model::File;
use luoshi_plan::{Atlas, Node, NodeKind, Plan, PlanFile, chinese};

use crate::limits::{Limit, Limits};
use crate::uses::{mentions, scalars};

/// A plan, where it is written, and what it is held against.
pub struct Context<'a> {
    /// The plan, with its packages laid under it.
    pub plan: &'a Plan,
    /// The texts that places point into.
    pub sources: &'a Sources,
    /// From a name to the keys next to it.
    pub atlas: Atlas<'a>,
    /// The day on which holders of roles are looked up; within the plan's term.
    pub day: Date,
    /// The day whose limits apply.
    pub rules_of: Date,
    /// All limits, those of other days included.
    pub limits: &'a Limits,
    /// Whether a package is judged, which leaves it to the plans who acts and for whom.
    pub package: bool,
    file: &'a PlanFile,
    own: BTreeSet<FileId>,
}

impl<'a> Context<'a> {
    /// A context for a plan, read from `file` and `packages`.
    #[must_use]
    pub fn new(
        plan: &'a Plan,
        file: &'a PlanFile,
        packages: &'a [PlanFile],
        sources: &'a Sources,
        limits: &'a Limits,
        days: (Date, Date),
    ) -> Context<'a> {
        let trees = packages.iter().chain([file]).flat_map(|file| &file.trees);
        let (as_of, rules_of) = days;
        Context {
            plan,
            sources,
            atlas: Atlas::new(trees),
            day: as_of.clamp(plan.span.from, plan.span.to),
            rules_of,
            limits,
            package: file.head.plan.is_none(),
            file,
            own: file.trees.iter().map(|tree| tree.place.file).collect(),
        }
    }

    /// All sections of all files, packages first.
    #[must_use]
    pub fn content(&self) -> &'a File {
        &self.plan.content
    }

    /// Whether a place is in the folder that is judged, and not in one of its packages: only the
    /// office that wrote something can put it right.
    #[must_use]
    pub fn own(&self, place: &Place) -> bool {
        self.own.contains(&place.file)
    }

    /// The limit of an id, if one is in force on the day whose limits apply.
    #[must_use]
    pub fn limit(&self, id: &str) -> Option<&'a Limit> {
        self.limits.on(id, self.rules_of)
    }

    /// A note at a key of the map that holds `anchor`; at the anchor where there is no such key.
    #[must_use]
    pub fn note(&self, code: Code, anchor: &Place, path: &[&str]) -> Note {
        Note::new(code).at(self.atlas.place(anchor, path))
    }

    /// Where the first day of the plan's term is written.
    #[must_use]
    pub fn first_day_place(&self) -> Option<Place> {
        let period = self.head("period")?;
        Some(entry(period, "from").unwrap_or(period).place.clone())
    }

    /// Where a key of the head of the folder that is judged is written; none if it does not have it.
    #[must_use]
    pub fn head_place(&self, key: &str) -> Option<Place> {
        self.file.trees.iter().find_map(|tree| {
            let NodeKind::Map(entries) = &tree.kind else {
                return None;
            };
            let mut keys = entries.iter().map(|(written, _)| written);
            let found = keys.find(|written| is_called(&written.text, key));
            found.map(|written| written.place.clone())
        })
    }

    fn head(&self, key: &str) -> Option<&'a Node> {
        self.file.trees.iter().find_map(|tree| entry(tree, key))
    }

    /// Whether a value or a script of the folder that is judged mentions a name elsewhere than at
    /// a place.
    pub(crate) fn mentions(&self, name: &str, but: &Place) -> bool {
        let mut found = false;
        for tree in &self.file.trees {
            scalars(tree, &mut |node, text| {
                found |= node.place != *but && mentions(text, name);
            });
        }
        let scripts = || self.file.scripts.values();
        found || scripts().any(|(_, text)| mentions(text, name))
    }
}

/// The value of a key of a map, in either language.
fn entry<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let NodeKind::Map(entries) = &node.kind else {
        return None;
    };
    let mut found = entries.iter();
    let found = found.find(|(written, _)| is_called(&written.text, key));
    found.map(|(_, value)| value)
}

/// Whether a key as written is this one, in either language.
fn is_called(written: &str, key: &str) -> bool {
    written == key || Some(written) == chinese(key)
}
