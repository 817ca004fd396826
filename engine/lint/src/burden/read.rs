//! What several burden rules read in a plan.

use luoshi_diagnostics::Place;
use luoshi_plan::Settable;
use luoshi_plan::model::{Clause, DueKeys, Duty, Requirement, ScoreItem};

use super::Demand;
use crate::context::Context;
use crate::work::works;

/// The clauses of the folder that is judged.
pub(crate) fn own_clauses<'a>(cx: &'a Context<'_>) -> impl Iterator<Item = &'a Clause> {
    let clauses = cx.content().clauses.iter();
    clauses.filter(|clause| cx.own(&clause.id.place))
}

/// The items of all scorecards, those that give extra points included.
pub(crate) fn score_items<'a>(cx: &'a Context<'_>) -> impl Iterator<Item = &'a ScoreItem> {
    cx.content().scorecards.iter().flat_map(|card| {
        let items = card.sections.iter().flat_map(|section| &section.items);
        items.chain(card.bonus.iter().flat_map(|bonus| &bonus.items))
    })
}

/// What records of activities, tasks, papers and states must hold.
pub(crate) fn requirements<'a>(
    cx: &'a Context<'_>,
) -> impl Iterator<Item = (&'a Duty, &'a Requirement)> {
    let content = cx.content();
    let activities = content.activities.iter().map(|d| (&d.duty, &d.requires));
    let tasks = content.tasks.iter().map(|d| (&d.duty, &d.requires));
    let documents = content.documents.iter().map(|d| (&d.duty, &d.requires));
    let coverage = content.coverage.iter().map(|d| (&d.duty, &d.requires));
    let all = activities.chain(tasks).chain(documents).chain(coverage);
    all.filter_map(|(duty, requires)| Some((duty, requires.as_ref()?)))
}

/// What tasks, papers and states are due by. Responses to incidents are not in it: they are
/// emergencies, for which hours are right.
pub(crate) fn deadlines<'a>(cx: &'a Context<'_>) -> impl Iterator<Item = (&'a Duty, &'a DueKeys)> {
    let content = cx.content();
    let tasks = content.tasks.iter().map(|d| (&d.duty, &d.due));
    let documents = content.documents.iter().map(|d| (&d.duty, &d.due));
    let coverage = content.coverage.iter().map(|d| (&d.duty, &d.due));
    let all = tasks.chain(documents).chain(coverage);
    all.filter_map(|(duty, due)| Some((duty, Settable::get(due)?)))
}

/// The key that says when a duty is due: how often, or by when.
pub(crate) fn when(cx: &Context<'_>, duty: &Place) -> &'static [&'static str] {
    let recurs = cx.atlas.place(duty, &["cadence"]) != *duty;
    if recurs { &["cadence"] } else { &["due"] }
}

/// What a mark is called.
pub(crate) fn called(cx: &Context<'_>, mark: &str) -> String {
    let word = cx.content().vocabulary.iter().find(|w| w.id == mark);
    word.map_or(mark, |w| &w.name).to_owned()
}

/// Everything that the folder calls by a name, and where: duties, deliverables, and the marks that
/// records must carry, by what they are called.
pub(crate) fn names(cx: &Context<'_>) -> Vec<(String, Place)> {
    let at = |duty: &Place, path: &[&str]| cx.atlas.place(duty, path);
    let mut found: Vec<(String, Place)> = Vec::new();
    for work in works(cx.content()) {
        found.push((work.name.to_owned(), at(&work.id.place, &["name"])));
    }
    for item in score_items(cx) {
        found.push((item.name.clone(), at(&item.id.place, &["name"])));
    }
    for task in &cx.content().tasks {
        if let Some(text) = &task.deliverable {
            found.push((text.clone(), at(&task.duty.id.place, &["deliverable"])));
        }
    }
    for (duty, requires) in requirements(cx) {
        let place = at(&duty.id.place, &["requires", "marks"]);
        found.extend(
            requires
                .marks
                .iter()
                .map(|mark| (called(cx, mark), place.clone())),
        );
    }
    for meeting in &cx.content().meetings {
        let place = at(&meeting.duty.id.place, &["produces"]);
        found.extend(
            meeting
                .produces
                .iter()
                .map(|mark| (called(cx, mark), place.clone())),
        );
    }
    found.retain(|(_, place)| cx.own(place));
    found
}

/// What the folder can change about the first of these duties for which it can: when the duty is due,
/// or the value that it gives to one of the duty's parameters.
pub(crate) fn lever(cx: &Context<'_>, duties: &[&Demand]) -> Option<Place> {
    let set = &cx.content().head.set.0;
    duties.iter().find_map(|demand| {
        if cx.own(&demand.place) {
            return Some(cx.atlas.place(&demand.place, when(cx, &demand.place)));
        }
        let used = cx.plan.uses.get(&demand.id)?;
        let mut values = set.iter().filter(|(name, ..)| used.contains(name));
        values.find_map(|(.., value)| {
            cx.own(&value.value.place)
                .then(|| value.value.place.clone())
        })
    })
}
