//! Who a finding is about, by id and by name.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use luoshi_plan::Plan;
use luoshi_plan::model::{Role, Unit};

use crate::assessment::Label;
use crate::verdict::Who;

/// The places of units and roles in a plan by id: a finding may be about each of many.
struct Places {
    units: BTreeMap<String, usize>,
    roles: BTreeMap<String, usize>,
}

impl Places {
    fn of(plan: &Plan) -> Places {
        let units = plan.content.units.iter().zip(0..);
        let roles = plan.content.roles.iter().zip(0..);
        Places {
            units: units
                .map(|(unit, at)| (unit.id.name.to_string(), at))
                .collect(),
            roles: roles
                .map(|(role, at)| (role.id.name.to_string(), at))
                .collect(),
        }
    }
}

/// The units and roles of a plan, looked up once anybody asks for one: most findings of most townships are about
/// nobody but a subject.
pub(crate) struct Directory<'p> {
    plan: &'p Plan,
    places: OnceCell<Places>,
}

impl<'p> Directory<'p> {
    pub(crate) fn of(plan: &'p Plan) -> Directory<'p> {
        Directory {
            plan,
            places: OnceCell::new(),
        }
    }

    fn places(&self) -> &Places {
        self.places.get_or_init(|| Places::of(self.plan))
    }

    /// The unit of this id.
    pub(crate) fn unit(&self, id: &str) -> Option<&'p Unit> {
        self.plan.content.units.get(*self.places().units.get(id)?)
    }

    fn role(&self, id: &str) -> Option<&'p Role> {
        self.plan.content.roles.get(*self.places().roles.get(id)?)
    }

    /// Id and name of whom a finding is about.
    pub(crate) fn label(&self, who: &Who) -> Option<Label> {
        let id = id(self.plan, who)?;
        let name = match who {
            Who::Nobody => return None,
            Who::Person(at) => {
                let person = &self.plan.content.persons[*at as usize];
                let unit = person.unit.as_ref().and_then(|unit| self.unit(&unit.name));
                // Two persons of one unit must not look alike, and a unit is not fined for one.
                unit.map_or_else(|| id.clone(), |unit| format!("{id} {}", unit.name))
            }
            Who::Unit(of) => {
                let unit = self.unit(of).map(|unit| &unit.name);
                let named = unit.or_else(|| self.role(of).map(|role| &role.name));
                named.unwrap_or(of).clone()
            }
            Who::Post(role, _) => self.role(role).map_or_else(String::new, |r| r.name.clone()),
        };
        Some(Label { id, name })
    }
}

/// The id of whom a finding is about, as ids of findings hold it.
pub(crate) fn id(plan: &Plan, who: &Who) -> Option<String> {
    match who {
        Who::Nobody => None,
        Who::Person(at) => Some(plan.content.persons[*at as usize].staff.name.to_string()),
        Who::Unit(id) => Some(id.clone()),
        Who::Post(role, person) => Some(format!("{role}.{person}")),
    }
}
