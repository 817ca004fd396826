//! Parameters with who set them; duties that are off.

use luoshi_plan::{Inactive, ParameterInForce, SetBy};
use serde::Serialize;

use crate::reader::Reader;
use crate::text::set_by;

#[derive(Serialize)]
pub(super) struct ParameterRecord {
    id: String,
    name: String,
    unit: Option<String>,
    question: Option<String>,
    value: Option<String>,
    default: Option<String>,
    set_by: SetByRecord,
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
pub(super) struct InactiveRecord {
    duty: String,
    name: String,
    reason: Option<String>,
}

pub(super) fn record(reader: &Reader<'_>, parameter: &ParameterInForce) -> ParameterRecord {
    ParameterRecord {
        id: parameter.id.clone(),
        name: parameter.name.clone(),
        unit: parameter.unit.clone(),
        question: parameter.question.clone(),
        value: parameter.value.clone(),
        default: parameter.default.clone(),
        set_by: by(reader, &parameter.set_by),
        reason: parameter.reason.clone(),
        clauses: parameter.clauses.clone(),
    }
}

fn by(reader: &Reader<'_>, by: &SetBy) -> SetByRecord {
    let (kind, package) = match by {
        SetBy::Package(name) => ("package", Some(name.clone())),
        SetBy::Extending(name) => ("extending", Some(name.clone())),
        SetBy::Plan => ("plan", None),
        SetBy::Nobody => ("nobody", None),
    };
    SetByRecord {
        kind,
        package,
        text: set_by(reader, by),
    }
}

pub(super) fn inactive(inactive: &Inactive) -> InactiveRecord {
    InactiveRecord {
        duty: inactive.duty.clone(),
        name: inactive.name.clone(),
        reason: inactive.reason.clone(),
    }
}
