//! What is shown besides the roster itself: its name, its rules, who set them.

use luoshi_plan::{ParameterInForce, Plan};

use crate::problem::Problem;
use crate::roster_plan::RosterPlan;

/// A roster with what it was planned from.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What was to be planned.
    pub problem: &'a Problem,
    /// What came out.
    pub roster: &'a RosterPlan,
}

impl<'a> View<'a> {
    /// The name of the roster.
    pub(crate) fn name(&self) -> &'a str {
        let mut rosters = self.plan.content.rosters.iter();
        let roster = rosters.find(|r| r.duty.id.name == self.problem.roster);
        roster.map_or("", |r| r.duty.name.as_str())
    }

    /// The name of the unit of a person.
    pub(crate) fn unit_of(&self, staff: &str) -> &'a str {
        let mut persons = self.plan.content.persons.iter();
        let person = persons.find(|p| p.staff.name == staff);
        let unit = person.and_then(|p| p.unit.as_ref()).map(|u| &u.name);
        let mut units = self.plan.content.units.iter();
        units
            .find(|u| Some(&u.id.name) == unit)
            .map_or("", |u| u.name.as_str())
    }

    /// The parameters that the roster uses, in the order of the plan.
    pub(crate) fn parameters(&self) -> Vec<&'a ParameterInForce> {
        let uses = self.plan.uses.get(&self.problem.roster);
        let used = |p: &&ParameterInForce| uses.is_some_and(|u| u.contains(&p.id));
        self.plan.parameters.iter().filter(used).collect()
    }

    /// Whether a person is of the leading units.
    pub(crate) fn leads(&self, staff: &str) -> bool {
        let mut persons = self.roster.persons.iter();
        persons.any(|p| p.leads && p.staff == staff)
    }
}
