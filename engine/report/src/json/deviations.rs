//! What the plan changes of its packages. Parameters and duties that are off are named here and
//! described in their own lists.

use luoshi_plan::{
    Added, Deviations, Difference, Inactive, ParameterInForce, Redefined, Section, Tailored,
};
use serde::Serialize;

use crate::deviations::disabled;

#[derive(Serialize)]
pub(crate) struct DeviationsRecord {
    parameters: Vec<String>,
    disabled: Vec<String>,
    added: Vec<AddedRecord>,
    redefined: Vec<RedefinedRecord>,
    tailored: Vec<TailoredRecord>,
    templates: Vec<String>,
    settings: Vec<DifferenceRecord>,
}

#[derive(Serialize)]
struct AddedRecord {
    section: &'static str,
    id: String,
    name: String,
}

#[derive(Serialize)]
struct RedefinedRecord {
    kind: &'static str,
    id: String,
    differences: Vec<DifferenceRecord>,
}

#[derive(Serialize)]
struct DifferenceRecord {
    key: &'static str,
    from: Option<String>,
    to: Option<String>,
}

#[derive(Serialize)]
struct TailoredRecord {
    duty: String,
    name: String,
    clauses: Vec<String>,
    planning: bool,
}

pub(crate) fn record(
    parameters: &Section<ParameterInForce>,
    inactive: &Section<Inactive>,
    deviations: &Deviations,
) -> DeviationsRecord {
    let changed = parameters.iter().filter(|p| p.change.is_some());
    let disabled = disabled(inactive, deviations);
    DeviationsRecord {
        parameters: changed.map(|p| p.id.clone()).collect(),
        disabled: disabled.map(|i| i.duty.clone()).collect(),
        added: deviations.added.iter().map(added).collect(),
        redefined: deviations.redefined.iter().map(redefined).collect(),
        tailored: deviations.tailored.iter().map(tailored).collect(),
        templates: deviations.templates.clone(),
        settings: deviations.settings.iter().map(difference).collect(),
    }
}

fn added(added: &Added) -> AddedRecord {
    AddedRecord {
        section: added.section,
        id: added.id.clone(),
        name: added.name.clone(),
    }
}

fn redefined(redefined: &Redefined) -> RedefinedRecord {
    RedefinedRecord {
        kind: redefined.space.word(),
        id: redefined.id.clone(),
        differences: redefined.differences.iter().map(difference).collect(),
    }
}

fn difference(difference: &Difference) -> DifferenceRecord {
    DifferenceRecord {
        key: difference.key,
        from: difference.from.clone(),
        to: difference.to.clone(),
    }
}

fn tailored(tailored: &Tailored) -> TailoredRecord {
    TailoredRecord {
        duty: tailored.duty.clone(),
        name: tailored.name.clone(),
        clauses: tailored.clauses.clone(),
        planning: tailored.planning,
    }
}
