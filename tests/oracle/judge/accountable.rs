//! Who answers for a finding.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Case, Said};
use crate::plan::{Plan, Subject};

/// Each step as `ROLE`, `ROLE@SUBJECT`, with `:STAFF` if somebody holds it and `~` where he acts.
pub(crate) fn accountable(case: &Case<'_>, said: &Said) -> Vec<String> {
    if matches!(said.status, "met" | "not_applicable") {
        return Vec::new();
    }
    if said.nobody {
        return Vec::new();
    }
    let plan = case.plan;
    let run = case.as_of.min(plan.period.to);
    let day = said.day.map_or(run, |day| day.min(run));
    let about = said.subject.as_deref();
    if said.instead_of.unwrap_or(said.status) == "suspect" {
        // Only whoever answers for the duty, to be asked.
        let asked = responsible(plan, &said.duty);
        let asked = asked.and_then(|role| step(case, role, about, day));
        return asked.into_iter().collect();
    }
    let unit = plan
        .units
        .iter()
        .find(|u| said.who.as_deref() == Some(u.id));
    let head = unit.and_then(|unit| unit.head);
    let Some(role) = head.or_else(|| responsible(plan, &said.duty)) else {
        return Vec::new();
    };
    let steps = way_up(plan, role).into_iter();
    steps
        .filter_map(|role| step(case, role, about, day))
        .collect()
}

fn responsible<'a>(plan: &'a Plan, duty: &str) -> Option<&'a str> {
    if let Some(meeting) = plan.meetings.iter().find(|m| m.duty.id == duty) {
        return meeting.duty.responsible.or(meeting.convenor);
    }
    if let Some(chain) = plan.chains.iter().find(|c| c.id == duty) {
        return Some(chain.links[0].from);
    }
    let mut responses = plan.incidents.iter().flat_map(|kind| &kind.respond);
    if let Some(response) = responses.find(|r| r.id == duty) {
        return response.responsible;
    }
    if let Some(indicator) = plan.indicators.iter().find(|i| i.id == duty) {
        return indicator.responsible;
    }
    let duty = plan.duties().into_iter().find(|d| d.id == duty)?;
    duty.responsible
}

/// The roles to which one answers, by their ids.
fn above<'a>(plan: &'a Plan, role: &str) -> BTreeSet<&'a str> {
    let chains = plan
        .chains
        .iter()
        .filter(|c| c.active.value() == Some(true));
    let links = chains.flat_map(|chain| &chain.links);
    let chained: BTreeSet<&str> = links.filter(|l| l.to == role).map(|l| l.from).collect();
    if !chained.is_empty() {
        return chained;
    }
    let own = plan.roles.iter().find(|r| r.id == role);
    own.and_then(|role| role.answers_to).into_iter().collect()
}

/// Of all ways to a role above which there is none the shortest, the one whose ids come first.
fn way_up<'a>(plan: &'a Plan, role: &'a str) -> Vec<&'a str> {
    let ways = ways(plan, vec![role]);
    let best = ways.into_iter().min_by_key(|way| (way.len(), way.clone()));
    best.expect("no role answers to itself")
}

fn ways<'a>(plan: &'a Plan, so_far: Vec<&'a str>) -> Vec<Vec<&'a str>> {
    let above = above(plan, so_far[so_far.len() - 1]);
    if above.is_empty() {
        return vec![so_far];
    }
    let on = above.into_iter().flat_map(|next| {
        let mut way = so_far.clone();
        way.push(next);
        ways(plan, way)
    });
    on.collect()
}

fn step(case: &Case<'_>, role: &str, about: Option<&str>, day: Date) -> Option<String> {
    let plan = case.plan;
    let written = plan.roles.iter().find(|r| r.id == role).expect("a role");
    let mut post: Option<&Subject> = None;
    if let Some(set) = written.for_each {
        let members = plan.subjects_in(&[set]);
        let holds = |s: &&&Subject| case.lies_in(about, Some(&s.id));
        // Of the places around it the nearest: one that lies in all others.
        let around: Vec<&&Subject> = members.iter().filter(holds).collect();
        let nearest = around.iter().find(|near| {
            let mut others = around.iter();
            others.all(|other| case.lies_in(Some(&near.id), Some(&other.id)))
        });
        post = Some(nearest?);
    }
    let held = plan.holders.iter().filter(|h| {
        h.role == role
            && (h.subject.is_none() || h.subject.as_ref() == post.map(|s| &s.id))
            && h.from.unwrap_or(plan.period.from) <= day
            && h.to.is_none_or(|to| day <= to)
    });
    let holder = held.min_by_key(|h| (h.acting, h.person));
    let at = post.map_or(String::new(), |s| format!("@{}", s.id));
    let by = holder.map_or(String::new(), |h| {
        format!(":{}{}", h.person, if h.acting { "~" } else { "" })
    });
    Some(format!("{role}{at}{by}"))
}
