//! 请假在岗、任期以外: people who act when they should not be there.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_evidence::{Kind, date_of};

use crate::collect::{Cx, Draft};
use crate::indication::Indication;
use crate::rows::{ON_THE_SPOT, Row, rows};
use crate::share::WORK;
use crate::sign::Sign;

pub(crate) fn find(cx: &Cx<'_>) -> Vec<Indication> {
    let mut found = on_leave(cx);
    found.extend(outside_term(cx));
    found
}

/// By person: excused from a shift, and at work on the same day.
fn on_leave<'a>(cx: &Cx<'a>) -> Vec<Indication> {
    let excused = excused(cx);
    let days: BTreeSet<i32> = excused.keys().map(|(_, day)| *day).collect();
    let mut working: BTreeMap<(&str, i32), Vec<Row<'a>>> = BTreeMap::new();
    // Most records are of days on which nobody was excused.
    for row in rows(cx.given.evidence, &ON_THE_SPOT).filter(|row| days.contains(&row.day())) {
        // Whoever was absent was not at work, and a shift without an outcome is a plan.
        if row.kind == Kind::Shift && row.status() != "attended" {
            continue;
        }
        for person in row.actors() {
            let key = (person, row.day());
            if excused.contains_key(&key) {
                working.entry(key).or_default().push(row);
            }
        }
    }
    let mut found: BTreeMap<&str, Vec<Row<'a>>> = BTreeMap::new();
    for ((person, day), leave) in excused {
        if let Some(work) = working.get(&(person, day)) {
            let rows = found.entry(person).or_default();
            rows.push(leave);
            rows.extend(work);
        }
    }
    let one = |(person, rows): (&str, Vec<Row<'a>>)| {
        let days: BTreeSet<i32> = rows.iter().map(Row::day).collect();
        let first = days.first().copied().unwrap_or(0);
        cx.indication(Draft {
            sign: Sign::OnLeave,
            about: Some(person.to_owned()),
            message: "days",
            figures: vec![
                ("person", person.into()),
                ("days", days.len().into()),
                ("day", date_of(first).into()),
            ],
            thresholds: Vec::new(),
            ask: vec![person.to_owned()],
            rows,
        })
    };
    found.into_iter().map(one).collect()
}

/// The shifts from which persons were excused, by person and day.
fn excused<'a>(cx: &Cx<'a>) -> BTreeMap<(&'a str, i32), Row<'a>> {
    let shifts = rows(cx.given.evidence, &[Kind::Shift]);
    let mut excused = BTreeMap::new();
    for row in shifts.filter(|row| row.status() == "excused") {
        for person in row.actors().filter(|actor| cx.people.is_person(actor)) {
            excused.insert((person, row.day()), row);
        }
    }
    excused
}

/// By actor: a person who did the work of a post that he held at another time; a post that nobody held.
fn outside_term<'a>(cx: &Cx<'a>) -> Vec<Indication> {
    let mut found: BTreeMap<(&str, &'static str), Vec<Row<'a>>> = BTreeMap::new();
    if cx.people.nobody_holds_a_post() {
        return Vec::new();
    }
    for row in rows(cx.given.evidence, &WORK) {
        // A task is dated by its last day.
        if row.kind == Kind::Task {
            continue;
        }
        for actor in row.actors() {
            if let Some(message) = out_of_office(cx, &row, actor) {
                found.entry((actor, message)).or_default().push(row);
            }
        }
    }
    let one = |((actor, message), rows): ((&str, &'static str), Vec<Row<'a>>)| {
        let days = rows.iter().map(Row::day);
        let (first, last) = (days.clone().min().unwrap_or(0), days.max().unwrap_or(0));
        let person = message == "person";
        cx.indication(Draft {
            sign: Sign::OutsideTerm,
            about: Some(actor.to_owned()),
            message,
            figures: vec![
                ("actor", called(cx, actor).into()),
                ("records", rows.len().into()),
                ("first", date_of(first).into()),
                ("last", date_of(last).into()),
            ],
            thresholds: Vec::new(),
            ask: person.then(|| actor.to_owned()).into_iter().collect(),
            rows,
        })
    };
    found.into_iter().map(one).collect()
}

/// What a post is called; a person is a staff number.
fn called<'c>(cx: &Cx<'c>, actor: &'c str) -> &'c str {
    let mut roles = cx.given.plan.content.roles.iter();
    let role = roles.find(|role| role.id.name == actor);
    role.map_or(actor, |role| &role.name)
}

/// Which of the two it is, if it is one.
fn out_of_office(cx: &Cx<'_>, row: &Row<'_>, actor: &str) -> Option<&'static str> {
    let (day, subject) = (date_of(row.day()), row.subject());
    if !cx.people.is_person(actor) {
        return cx.people.is_vacant(actor, subject, day).then_some("post");
    }
    let duty = cx.given.plan.duty(row.duty())?;
    let role = duty.responsible.as_ref()?;
    let another = cx
        .people
        .held_at_another_time(actor, &role.name, subject, day);
    another.then_some("person")
}
