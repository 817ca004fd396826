//! Parameters with who set them; duties that are off.

use luoshi_diagnostics::Messages;
use luoshi_plan::model::Stricter;
use luoshi_plan::{Change, Inactive, ParameterInForce, SetBy};
use serde::Serialize;

use crate::text::{Titles, set_by};

#[derive(Serialize)]
pub(crate) struct ParameterRecord {
    id: String,
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    unit: Option<String>,
    min: Option<String>,
    max: Option<String>,
    choices: Vec<String>,
    stricter: Option<&'static str>,
    adjustable: &'static str,
    reason_needed: bool,
    question: Option<String>,
    value: Option<String>,
    default: Option<String>,
    set_by: SetByRecord,
    below: Option<String>,
    below_by: SetByRecord,
    change: Option<&'static str>,
    reason: Option<String>,
    clauses: Vec<String>,
}

#[derive(Serialize)]
struct SetByRecord {
    kind: &'static str,
    package: Option<String>,
    text: String,
}

/// A duty that is off in the plan.
#[derive(Serialize)]
pub(crate) struct InactiveRecord {
    duty: String,
    name: String,
    optional: bool,
    reason: Option<String>,
}

pub(crate) fn record(
    words: Messages,
    titles: &Titles,
    parameter: &ParameterInForce,
) -> ParameterRecord {
    ParameterRecord {
        id: parameter.id.clone(),
        name: parameter.name.clone(),
        kind: parameter.kind.word(),
        min: parameter.min.clone(),
        max: parameter.max.clone(),
        choices: parameter.choices.clone(),
        stricter: parameter.stricter.map(Stricter::word),
        adjustable: parameter.adjustable.word(),
        reason_needed: parameter.reason_needed,
        unit: parameter.unit.clone(),
        question: parameter.question.clone(),
        value: parameter.value.clone(),
        default: parameter.default.clone(),
        set_by: by(words, titles, &parameter.set_by),
        below: parameter.below.clone(),
        below_by: by(words, titles, &parameter.below_by),
        change: parameter.change.map(change),
        reason: parameter.reason.clone(),
        clauses: parameter.clauses.clone(),
    }
}

fn change(change: Change) -> &'static str {
    match change {
        Change::Decided => "decided",
        Change::Stricter => "stricter",
        Change::Looser => "looser",
        Change::Other => "other",
    }
}

fn by(words: Messages, titles: &Titles, by: &SetBy) -> SetByRecord {
    let (kind, package) = match by {
        SetBy::Package(name) => ("package", Some(name.clone())),
        SetBy::Extending(name) => ("extending", Some(name.clone())),
        SetBy::Plan => ("plan", None),
        SetBy::Nobody => ("nobody", None),
    };
    SetByRecord {
        kind,
        package,
        text: set_by(words, titles, by),
    }
}

pub(crate) fn inactive(inactive: &Inactive) -> InactiveRecord {
    InactiveRecord {
        optional: inactive.optional,
        duty: inactive.duty.clone(),
        name: inactive.name.clone(),
        reason: inactive.reason.clone(),
    }
}
