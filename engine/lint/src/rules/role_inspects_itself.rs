//! `role-inspects-itself`: who does the work also inspects, judges or scores it.
//!
//! Four ways in which a plan can say so: an inspection of many by one of them; records that must be
//! inspected by whoever answers for them; points given by judgement on one's own duties; a
//! measure decided by the very body that answers for the failure.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_diagnostics::{Code, Note, Place};
use luoshi_plan::model::{Activity, DutyRef, Evidence, Method};

use crate::context::Context;
use crate::posts::posts;
use crate::work::works;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let answers: BTreeMap<&str, &str> = works(cx.content())
        .filter_map(|work| Some((work.id.name.as_str(), work.responsible?.name.as_str())))
        .collect();
    let find = Find { cx, answers };
    notes.extend(
        cx.content()
            .activities
            .iter()
            .flat_map(|activity| find.inspections(activity)),
    );
    notes.extend(find.needed_inspections());
    notes.extend(find.points());
    notes.extend(find.decisions());
}

struct Find<'a> {
    cx: &'a Context<'a>,
    /// The role that answers for each duty.
    answers: BTreeMap<&'a str, &'a str>,
}

impl Find<'_> {
    /// Whoever inspects is one of those who are inspected: a unit among units, the head of a
    /// village among the villages.
    fn inspections(&self, activity: &Activity) -> Vec<Note> {
        let content = self.cx.content();
        if activity.evidence != Evidence::Inspection || !self.cx.own(&activity.duty.id.place) {
            return Vec::new();
        }
        let sets: Vec<&str> = activity
            .duty
            .for_each
            .iter()
            .map(|set| set.name.as_str())
            .collect();
        let is_inspected = |actor: &str| {
            let role = content.roles.iter().find(|role| role.id.name == actor);
            let of_set = role.and_then(|role| role.for_each.as_ref());
            let unit = self.cx.plan.subject_index.get(actor);
            let among = |set: &&str| {
                unit.is_some_and(|at| self.cx.plan.sets.get(*set).is_some_and(|s| s.contains(at)))
            };
            of_set.is_some_and(|set| sets.contains(&set.name.as_str())) || sets.iter().any(among)
        };
        let actors = activity.by_all_of.iter().chain(&activity.by_any_of);
        let actors = actors.filter(|actor| is_inspected(&actor.name));
        let note =
            |place: &Place, who: &str| self.note(place, "inspection", who, &activity.duty.name);
        actors
            .map(|actor| note(&actor.place, &actor.name))
            .collect()
    }

    /// Every record of a duty needs an inspection that the same role answers for.
    fn needed_inspections(&self) -> Vec<Note> {
        let each = self.cx.content().each_needs.iter();
        let inspected = each.filter(|each| {
            each.needs.evidence == Evidence::Inspection && self.cx.own(&each.duty.id.place)
        });
        let note = |each: &luoshi_plan::model::EachNeeds| {
            let who = each.duty.responsible.as_ref()?;
            let mut of = each.each.of.iter();
            of.find(|duty| self.same(&who.name, self.answers.get(duty.as_str()).copied()))?;
            Some(self.note(&who.place, "inspection", &who.name, &each.duty.name))
        };
        inspected.filter_map(note).collect()
    }

    /// Points by judgement, where the role that keeps the card answers for what is scored.
    fn points(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        for card in &self.cx.content().scorecards {
            let Some(who) = card
                .duty
                .responsible
                .as_ref()
                .filter(|who| self.cx.own(&who.place))
            else {
                continue;
            };
            let items = card.sections.iter().flat_map(|section| &section.items);
            let judged = items.filter(|item| item.method == Method::Subjective);
            let own = judged.filter(|item| self.any_of(&item.of, &who.name));
            notes
                .extend(own.map(|item| self.note(&item.id.place, "points", &who.name, &item.name)));
        }
        notes
    }

    /// Penalties decided by the role that answers for the failure, or by its unit.
    fn decisions(&self) -> Vec<Note> {
        let penalties = self.cx.content().penalties.iter();
        let own = penalties.filter(|penalty| self.cx.own(&penalty.id.place));
        let note = |penalty: &luoshi_plan::model::Penalty| {
            let body = penalty.decided_by.as_ref()?.name.as_str();
            let mut on = penalty.on.iter();
            on.find(|duty| {
                self.answers
                    .get(duty.name.as_str())
                    .is_some_and(|role| self.is_called(role, body))
            })?;
            let place = self
                .cx
                .atlas
                .place(&penalty.id.place, &["decided_by", "name"]);
            Some(self.note(&place, "decision", body, &penalty.name))
        };
        own.filter_map(note).collect()
    }

    fn any_of(&self, duties: &[DutyRef], who: &str) -> bool {
        duties
            .iter()
            .any(|duty| self.same(who, self.answers.get(duty.name.as_str()).copied()))
    }

    /// Whether two roles are one, or are held by one person on the day.
    fn same(&self, one: &str, other: Option<&str>) -> bool {
        let Some(other) = other else { return false };
        one == other || !self.persons(one).is_disjoint(&self.persons(other))
    }

    /// Who holds a role that exists once; a role for each subject is nobody in particular.
    fn persons(&self, role: &str) -> BTreeSet<&str> {
        let mut roles = self.cx.content().roles.iter();
        let role = roles.find(|r| r.id.name == role && r.for_each.is_none());
        let posts = role
            .map(|role| posts(self.cx.plan, role))
            .unwrap_or_default();
        let held = posts
            .into_iter()
            .flat_map(|post| post.held_on(self.cx.plan, self.cx.day));
        held.map(|holder| holder.person.name.as_str()).collect()
    }

    /// Whether a body goes by the name of a role, or of the unit that the role heads or belongs to.
    fn is_called(&self, role: &str, body: &str) -> bool {
        let content = self.cx.content();
        let Some(written) = content.roles.iter().find(|r| r.id.name == role) else {
            return false;
        };
        let unit = written.unit.as_ref().map(|unit| unit.name.as_str());
        let heads = |unit: &luoshi_plan::model::Unit| {
            unit.head.as_ref().is_some_and(|head| head.name == role)
        };
        let mut units = content.units.iter();
        written.name == body
            || units.any(|u| u.name == body && (unit == Some(u.id.name.as_str()) || heads(u)))
    }

    fn note(&self, place: &Place, how: &'static str, who: &str, what: &str) -> Note {
        let content = self.cx.content();
        let roles = content.roles.iter().map(|role| (&role.id.name, &role.name));
        let units = content.units.iter().map(|unit| (&unit.id.name, &unit.name));
        let mut names = roles.chain(units);
        let who = names
            .find(|(id, _)| *id == who)
            .map_or(who, |(_, name)| name);
        let note = Note::new(Code::RoleInspectsItself).at(place.clone());
        note.arg("how", how).arg("who", who).arg("what", what)
    }
}
