//! What every rule looks at.

use std::collections::BTreeSet;

use jiff::civil::Date;
use luoshi_diagnostics::{Code, FileId, Note, Place, Sources};
use luoshi_plan::model::File;
use luoshi_plan::{Atlas, Plan, PlanFile};

use crate::limits::{Limit, Limits};

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
}
