//! Who is behind an actor, and whether he was in office.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_plan::Plan;
use luoshi_plan::model::Holder;

/// The persons of a plan and the posts that they hold.
pub(crate) struct People<'p> {
    plan: &'p Plan,
    staff: BTreeSet<&'p str>,
    by_role: BTreeMap<&'p str, Vec<&'p Holder>>,
    by_person: BTreeMap<&'p str, Vec<&'p Holder>>,
}

impl<'p> People<'p> {
    pub(crate) fn of(plan: &'p Plan) -> People<'p> {
        let content = &plan.content;
        let mut people = People {
            plan,
            staff: content
                .persons
                .iter()
                .map(|p| p.staff.name.as_str())
                .collect(),
            by_role: BTreeMap::new(),
            by_person: BTreeMap::new(),
        };
        for holder in content.holders.iter() {
            let role = people.by_role.entry(holder.role.name.as_str()).or_default();
            role.push(holder);
            let person = people
                .by_person
                .entry(holder.person.name.as_str())
                .or_default();
            person.push(holder);
        }
        people
    }

    pub(crate) fn is_person(&self, actor: &str) -> bool {
        self.staff.contains(actor)
    }

    /// Whether the plan says of no post who holds it, so that nobody is out of office.
    pub(crate) fn nobody_holds_a_post(&self) -> bool {
        self.by_role.is_empty()
    }

    /// The person who acted: the one that is named, or the only one who held the post on the day.
    pub(crate) fn behind<'a>(&self, actor: &'a str, subject: &str, day: Date) -> Option<&'a str>
    where
        'p: 'a,
    {
        if self.is_person(actor) {
            return Some(actor);
        }
        let holders = self.by_role.get(actor)?.iter();
        let mut on = holders.filter(|h| self.is_for(h, subject) && in_office(h, day));
        let one = on.next()?;
        on.all(|other| other.person == one.person)
            .then_some(one.person.name.as_str())
    }

    /// Whether the plan names holders of a post for a subject, and none of them on the day.
    pub(crate) fn is_vacant(&self, role: &str, subject: &str, day: Date) -> bool {
        let Some(holders) = self.by_role.get(role) else {
            return false;
        };
        let mut of = holders
            .iter()
            .filter(|h| self.is_for(h, subject))
            .peekable();
        of.peek().is_some() && of.all(|holder| !in_office(holder, day))
    }

    /// Whether a person held a post for a subject at some time, but not on the day.
    pub(crate) fn held_at_another_time(
        &self,
        person: &str,
        role: &str,
        subject: &str,
        day: Date,
    ) -> bool {
        let held = self.by_person.get(person).into_iter().flatten();
        let mut of = held
            .filter(|h| h.role.name == role && self.is_for(h, subject))
            .peekable();
        of.peek().is_some() && of.all(|holder| !in_office(holder, day))
    }

    fn is_for(&self, holder: &Holder, subject: &str) -> bool {
        let of = |s: &luoshi_plan::model::SubjectRef| self.lies_in(subject, &s.name);
        holder.subject.as_ref().is_none_or(of)
    }

    /// Whether a place is another, or lies in it.
    pub(crate) fn lies_in(&self, place: &str, other: &str) -> bool {
        let mut at = place;
        // A circle is cut after as many steps as there are subjects.
        for _ in 0..=self.plan.subjects.len() {
            if at == other {
                return true;
            }
            let subject = self.plan.subject_index.get(at);
            let outer = subject.and_then(|at| self.plan.subjects[*at].lies_in.as_ref());
            match outer {
                Some(outer) => at = outer.name.as_str(),
                None => return false,
            }
        }
        false
    }
}

fn in_office(holder: &Holder, day: Date) -> bool {
    holder.from.is_none_or(|from| from <= day) && holder.to.is_none_or(|to| day <= to)
}
