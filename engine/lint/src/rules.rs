//! The registry: every rule, each in a file that has the name of its code.

use luoshi_diagnostics::{Code, Note};

use crate::context::Context;

mod duty_without_responsible;

/// One rule.
pub struct Rule {
    /// What it notes; its name says what it finds.
    pub code: Code,
    /// The limits that it asks for. On a day on which none of them is in force it finds nothing;
    /// a rule without any applies on every day.
    pub limits: &'static [&'static str],
    /// Looks for it.
    pub run: fn(&Context<'_>, &mut Vec<Note>),
}

/// All rules, by their codes.
pub const ALL: &[Rule] = &[rule(
    Code::DutyWithoutResponsible,
    &[],
    duty_without_responsible::run,
)];

const fn rule(
    code: Code,
    limits: &'static [&'static str],
    run: fn(&Context<'_>, &mut Vec<Note>),
) -> Rule {
    Rule { code, limits, run }
}
