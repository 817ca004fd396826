//! Chains.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Case, Findings, Said};
use crate::days::{contains, length, next};
use crate::plan::{Chain, Duty, Holder, Subject, Term};

pub(super) fn judge(case: &Case<'_>, chain: &Chain, found: &mut Findings) {
    let duty = Duty::plain(&chain.id, chain.severity);
    for link in &chain.links {
        if chain.links.iter().all(|other| other.to != link.from) {
            post(case, &duty, link.from, None, link.vacancy, found);
        }
    }
    for link in &chain.links {
        let of_role = case.plan.roles.iter().find(|role| role.id == link.to);
        let set = link.for_each.or(of_role.and_then(|role| role.for_each));
        let Some(set) = set else {
            post(case, &duty, link.to, None, link.vacancy, found);
            continue;
        };
        let subjects = case.plan.subjects_in(&[set]);
        if subjects.is_empty() {
            let said = Said::of("not_applicable").by(Some(link.to));
            once(found, &duty, &[link.to], said);
        }
        for subject in &subjects {
            post(case, &duty, link.to, Some(subject), link.vacancy, found);
        }
        if let Some(most) = link.at_most {
            load(case, &duty, link.to, &subjects, most, found);
        }
    }
}

/// A post may stand in several links.
fn once(found: &mut Findings, duty: &Duty, parts: &[&str], said: Said) {
    let id = format!("{}/{}", duty.id, parts.join("/"));
    if !found.contains_key(&id) {
        super::say(found, duty, parts, said);
    }
}

fn holds(
    case: &Case<'_>,
    holder: &Holder,
    role: &str,
    subject: Option<&Subject>,
    day: Date,
) -> bool {
    let there = holder.subject.is_none() || holder.subject.as_ref() == subject.map(|s| &s.id);
    holder.role == role
        && there
        && holder.from.unwrap_or(case.plan.period.from) <= day
        && holder.to.is_none_or(|to| day <= to)
}

fn post(
    case: &Case<'_>,
    duty: &Duty,
    role: &str,
    subject: Option<&Subject>,
    vacancy: u32,
    found: &mut Findings,
) {
    let Some(life) = case.life(subject) else {
        return;
    };
    let last = life.to.min(case.as_of);
    let held = |day| {
        let mut holders = case.plan.holders.iter();
        holders.any(|holder| holds(case, holder, role, subject, day))
    };
    // Stretches of days without a holder.
    let mut gaps: Vec<Term> = Vec::new();
    let mut day = life.from;
    while day <= last {
        if !held(day) {
            match gaps.last_mut().filter(|gap| next(gap.to) == day) {
                Some(gap) => gap.to = day,
                None => gaps.push(Term { from: day, to: day }),
            }
        }
        day = next(day);
    }
    if last < life.from {
        return;
    }
    gaps.retain(|gap| {
        let workdays = case
            .workdays
            .between(crate::days::previous(gap.from), gap.to);
        workdays > i64::from(vacancy)
    });
    let now = gaps.last().is_some_and(|gap| gap.to == case.as_of);
    let status = match gaps.as_slice() {
        [] => "met",
        _ if now => "missed",
        _ => "violated",
    };
    let figure: i64 = gaps.iter().map(|gap| length(*gap)).sum();
    let of = subject.map(|s| s.id.as_str());
    let id: Vec<&str> = of.into_iter().chain([role]).collect();
    let said = Said::of(status)
        .figure(figure)
        .day(Some(last))
        .about(of)
        .by(Some(role));
    once(found, duty, &[&id.join(".")], said);
}

/// More subjects than allowed with one person on the day.
fn load(
    case: &Case<'_>,
    duty: &Duty,
    role: &str,
    subjects: &[&Subject],
    most: u32,
    found: &mut Findings,
) {
    let day = case.as_of.min(case.plan.period.to);
    let mut held: BTreeMap<&str, i64> = BTreeMap::new();
    for subject in subjects {
        let there = case
            .life(Some(subject))
            .is_some_and(|life| contains(life, day));
        for person in case.plan.persons.iter().filter(|_| there) {
            let mut own = case
                .plan
                .holders
                .iter()
                .filter(|h| h.person == person.staff);
            if own.any(|h| holds(case, h, role, Some(subject), day)) {
                *held.entry(person.staff).or_default() += 1;
            }
        }
    }
    for (staff, number) in held.into_iter().filter(|(_, n)| *n > i64::from(most)) {
        let id = format!("{role}.{staff}");
        let said = Said::of("violated")
            .facet("load")
            .figure(number)
            .day(Some(day))
            .by(Some(&id));
        // One finding, by the first link that allows fewer.
        if !found.contains_key(&format!("{}.load/{id}", duty.id)) {
            super::say(found, duty, &[&id], said);
        }
    }
}
