//! Who acted, and where things are.

use jiff::civil::Date;

use super::Case;
use crate::ledger::Record;

impl Case<'_> {
    /// Whether one of a record's actors is, or stands for, a unit, a role or a person.
    pub(crate) fn acted(&self, record: &Record, wanted: &str) -> bool {
        let mut actors = record.actor.iter();
        actors.any(|actor| self.stands_for(actor, wanted, record.date))
    }

    /// A role also stands for its unit, a staff number for its unit and the roles that it holds on the day.
    fn stands_for(&self, actor: &str, wanted: &str, day: Date) -> bool {
        let plan = self.plan;
        let role = plan.roles.iter().find(|role| role.id == actor);
        let person = plan.persons.iter().find(|person| person.staff == actor);
        let mut held = plan.holders.iter().filter(|h| h.person == actor);
        actor == wanted
            || role.is_some_and(|role| role.unit == Some(wanted))
            || person.is_some_and(|person| person.unit == Some(wanted))
            || held.any(|h| {
                h.role == wanted
                    && h.from.unwrap_or(plan.period.from) <= day
                    && h.to.is_none_or(|to| day <= to)
            })
    }

    /// Whether somebody is a unit, a role or a person of the plan.
    pub(crate) fn is_of_the_plan(&self, actor: &str) -> bool {
        self.plan.units.iter().any(|unit| unit.id == actor)
            || self.plan.roles.iter().any(|role| role.id == actor)
            || self.plan.persons.iter().any(|p| p.staff == actor)
    }

    /// Whether something that is about a subject lies in a place; everything lies in the jurisdiction.
    pub(crate) fn lies_in(&self, subject: Option<&str>, place: Option<&str>) -> bool {
        let Some(place) = place else { return true };
        let mut at = subject;
        while let Some(here) = at {
            if here == place {
                return true;
            }
            let known = self.plan.all_subjects().find(|s| s.id == here);
            at = known.and_then(|s| s.lies_in.as_deref());
        }
        false
    }
}
