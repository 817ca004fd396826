//! The list as tools read it: version 1.

use luoshi_diagnostics::Messages;
use luoshi_plan::Plan;
use luoshi_plan::model::Decider;
use serde_json::{Value, json};

use super::{Shown, open, optional, range_of, rosters, titles};
use crate::deviations::disabled;
use crate::json::{deviations, parameter};

/// What a plan may change and what it changed. With [`Shown::Changed`] the parameters are those that it
/// changed, and what may be changed is left out.
#[must_use]
pub fn tailor_json(words: Messages, plan: &Plan, shown: Shown) -> Value {
    let titles = titles(plan);
    let parameters = plan.parameters.iter();
    let parameters = parameters.filter(|p| shown == Shown::All || p.change.is_some());
    let parameters: Vec<Value> = parameters
        .map(|p| {
            let record = parameter::record(words, &titles, p);
            let mut value = serde_json::to_value(record).unwrap_or_default();
            value["range"] = range_of(words, p).into();
            value
        })
        .collect();
    let packages = plan
        .packages
        .iter()
        .map(|p| json!({ "name": p.name, "version": p.version.to_string(), "title": p.title }));
    let disabled = disabled(&plan.inactive, &plan.deviations);
    let mut value = json!({
        "version": 1,
        "plan": { "id": plan.header.id, "title": plan.header.title },
        "packages": packages.collect::<Vec<_>>(),
        "parameters": parameters,
        "disabled": disabled.map(parameter::inactive).collect::<Vec<_>>(),
        "deviations": deviations::record(&plan.parameters, &plan.inactive, &plan.deviations),
    });
    if shown == Shown::All {
        value["open"] = open(plan).map(|p| p.id.as_str()).collect();
        value["optional"] = optional(plan)
            .iter()
            .map(|o| json!({ "duty": o.duty, "name": o.name, "state": o.state.word(), "reason": o.reason }))
            .collect();
        let planning = rosters(plan).map(|r| &r.duty);
        value["rosters"] = planning
            .map(|d| json!({ "duty": d.id.name, "name": d.name }))
            .collect();
        value["waivers"] = waivers(plan);
    }
    value
}

fn waivers(plan: &Plan) -> Value {
    let rules = plan.content.waivers.as_ref();
    let special = plan.duties();
    let special = special.filter(|d| !d.waivable || !d.waived_by.is_empty());
    let duties = special.map(|d| {
        json!({
            "duty": d.id.name,
            "name": d.name,
            "waivable": d.waivable,
            "waived_by": bodies(&d.waived_by),
        })
    });
    json!({
        "granted_by": rules.map(|r| bodies(&r.granted_by)).unwrap_or_default(),
        "at_most": rules.and_then(|r| r.at_most).map(|l| l.to_string()),
        "reason": rules.map(|r| r.reason.word()),
        "duties": duties.collect::<Vec<_>>(),
    })
}

fn bodies(bodies: &[Decider]) -> Vec<Value> {
    let one = |body: &Decider| json!({ "name": body.name, "level": body.level.word() });
    bodies.iter().map(one).collect()
}
