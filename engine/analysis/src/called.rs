//! What things of a plan are called, by id.

use std::collections::BTreeMap;

use luoshi_plan::Plan;

/// Names of duties, kinds of incident, parameters and subjects.
pub(crate) fn called(plan: &Plan) -> BTreeMap<String, String> {
    let content = &plan.content;
    let mut called = BTreeMap::new();
    macro_rules! duties {
        ($($section:ident)+) => { $(
            called.extend(content.$section.iter().map(|d| (d.duty.id.name.to_string(), d.duty.name.clone())));
        )+ };
    }
    macro_rules! others {
        ($($section:ident)+) => { $(
            called.extend(content.$section.iter().map(|d| (d.id.name.to_string(), d.name.clone())));
        )+ };
    }
    duties!(meetings activities tasks documents coverage rosters each_needs rewards);
    duties!(rules plugins vetoes ladders);
    others!(chains incidents indicators penalties);
    let responses = content.incidents.iter().flat_map(|kind| &kind.respond);
    called.extend(responses.map(|r| (r.id.name.to_string(), r.name.clone())));
    called.extend(
        plan.parameters
            .iter()
            .map(|p| (p.id.clone(), p.name.clone())),
    );
    called.extend(
        plan.subjects
            .iter()
            .map(|s| (s.id.name.to_string(), s.name.to_string())),
    );
    called
}
