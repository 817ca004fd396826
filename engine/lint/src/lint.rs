//! The stage: a plan to notes.

use jiff::civil::Date;
use luoshi_diagnostics::{FileId, Level, Note, Sources, Staged};
use luoshi_plan::{Plan, PlanFile};

use crate::allow::{self, Suppressed};
use crate::context::Context;
use crate::limits::Limits;
use crate::open;
use crate::rules;

/// What a plan is judged by.
pub struct Input<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The files of its folder.
    pub file: &'a PlanFile,
    /// The files of its packages.
    pub packages: &'a [PlanFile],
    /// The texts of all of them.
    pub sources: &'a Sources,
    /// What was noticed while they were read.
    pub notes: Vec<Note>,
    /// The day on which holders of roles are looked up.
    pub as_of: Date,
    /// The day whose limits apply; the day of issue if not given.
    pub rules_of: Option<Date>,
    /// A further file of limits.
    pub limits: Option<FileId>,
}

/// What was found.
#[derive(Debug, Clone)]
pub struct Linted {
    /// What is left to be put right or thought about.
    pub notes: Vec<Note>,
    /// What the authors have left as it is, with their reasons.
    pub suppressed: Vec<Suppressed>,
    /// The day whose limits were applied.
    pub rules_of: Date,
}

/// Judges a plan without evidence. Without a value where the limits cannot be read.
#[must_use]
pub fn lint(input: Input<'_>) -> Staged<Linted> {
    let Input {
        plan,
        file,
        packages,
        sources,
        ..
    } = input;
    let limits = Limits::of(plan, file, packages, input.limits, sources);
    let Some(in_force) = limits.value else {
        return Staged {
            value: None,
            notes: limits.notes,
        };
    };
    let rules_of = input.rules_of.unwrap_or(plan.header.issued);
    let cx = Context::new(
        plan,
        file,
        packages,
        sources,
        &in_force,
        (input.as_of, rules_of),
    );
    let mut notes: Vec<Note> = input
        .notes
        .into_iter()
        .map(|note| open::explained(&cx, note))
        .collect();
    for rule in rules::ALL {
        (rule.run)(&cx, &mut notes);
    }
    let (notes, suppressed) = allow::sift(&cx, file, packages, notes);
    Staged {
        value: Some(Linted {
            notes,
            suppressed,
            rules_of,
        }),
        notes: Vec::new(),
    }
}

impl Linted {
    /// How many notes of a level are left.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.notes
            .iter()
            .filter(|note| note.code.level() == level)
            .count()
    }
}
