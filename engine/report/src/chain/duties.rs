//! The duties that each role answers for.

use std::collections::BTreeMap;

use luoshi_plan::Plan;
use luoshi_plan::model::{Duty, RoleRef};
use luoshi_rules::Label;

/// The duties of each role, by its id, in the plan's order.
pub(super) type Duties = BTreeMap<String, Vec<Label>>;

pub(super) fn by_role(plan: &Plan) -> Duties {
    let content = &plan.content;
    let mut duties = Duties::new();
    let mut add = |role: Option<&RoleRef>, id: &str, name: &str| {
        if let Some(role) = role {
            duties
                .entry(role.name.to_string())
                .or_default()
                .push(Label {
                    id: id.to_owned(),
                    name: name.to_owned(),
                });
        }
    };
    for meeting in &content.meetings {
        let duty = &meeting.duty;
        // Who convenes a meeting answers for it where the plan names nobody else.
        let role = duty.responsible.as_ref().or(meeting.convenor.as_ref());
        add(role, &duty.id.name, &duty.name);
    }
    macro_rules! all {
        ($($section:ident)+) => { $(
            for one in &content.$section {
                let Duty { responsible, id, name, .. } = &one.duty;
                add(responsible.as_ref(), &id.name, name);
            }
        )+ };
    }
    all!(activities tasks documents coverage rosters);
    for response in content.incidents.iter().flat_map(|kind| &kind.respond) {
        let role = response.responsible.as_ref();
        add(role, &response.id.name, &response.name);
    }
    all!(each_needs rewards rules plugins ladders vetoes scorecards);
    for indicator in &content.indicators {
        let role = indicator.responsible.as_ref();
        add(role, &indicator.id.name, &indicator.name);
    }
    duties
}
