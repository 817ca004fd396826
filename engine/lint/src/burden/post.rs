//! Who carries it: roles, their posts, those who attend meetings.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_calendar::Span;
use luoshi_plan::Plan;
use luoshi_plan::model::{Holder, Person};

use super::{Amount, Demand, Keeper};

/// What one role carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleLoad {
    /// The role or unit; none for duties that nobody answers for.
    pub role: Option<String>,
    /// Its name.
    pub name: String,
    /// Posts of it that carry something.
    pub posts: u64,
    /// Persons who hold it during the plan; none if the plan does not say.
    pub holders: Option<u64>,
    /// Records.
    pub records: Amount,
    /// Minutes for keeping them.
    pub minutes: Amount,
    /// Workdays of all holders together; of one person for each post if the plan names none.
    pub workdays: u64,
}

/// What one post carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostLoad {
    /// The role or unit; none for duties that nobody answers for.
    pub role: Option<String>,
    /// Its name.
    pub name: String,
    /// Name of the subject that the post is for, if it is for one.
    pub subject: Option<String>,
    /// Records.
    pub records: Amount,
    /// Minutes for keeping them.
    pub minutes: Amount,
}

/// How many meetings a role or unit must attend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    /// The role or unit.
    pub actor: String,
    /// Its name.
    pub name: String,
    /// All posts of it together.
    pub all: Amount,
    /// Each post of it.
    pub each: Amount,
}

/// The subject of the post that answers for a subject: itself, or the nearest that it lies in. None
/// for a role of which there is only one.
pub(super) fn post_of(plan: &Plan, role: &str, subject: Option<usize>) -> Option<usize> {
    let role = plan.content.roles.iter().find(|r| r.id.name == role)?;
    let posts = plan.sets.get(&role.for_each.as_ref()?.name)?;
    let mut at = subject?;
    // A circle of subjects is an error elsewhere; here it must only come to an end.
    for _ in 0..=plan.subjects.len() {
        if posts.contains(&at) {
            return Some(at);
        }
        let around = plan.subjects[at].lies_in.as_ref()?;
        at = *plan.subject_index.get(&around.name)?;
    }
    None
}

type Loads = BTreeMap<Keeper, (Amount, Amount)>;

fn loads(demands: &[Demand]) -> Loads {
    let mut loads = Loads::new();
    for demand in demands {
        let each = demand.record.map_or(0, |(_, minutes)| minutes);
        for (keeper, records) in &demand.shares {
            let load = loads.entry(keeper.clone()).or_default();
            load.0 += *records;
            load.1 += records.times(each);
        }
    }
    loads
}

/// Every post that carries something.
pub(super) fn posts(plan: &Plan, demands: &[Demand]) -> Vec<PostLoad> {
    let posts = loads(demands)
        .into_iter()
        .map(|((role, post), (records, minutes))| PostLoad {
            name: name(plan, role.as_deref()),
            subject: post.map(|at| plan.subjects[at].name.to_string()),
            role,
            records,
            minutes,
        });
    let mut posts: Vec<PostLoad> = posts.collect();
    posts.sort_by_key(|p| Reverse((p.minutes, p.records)));
    posts
}

/// Every role, from its posts.
pub(super) fn roles(
    plan: &Plan,
    demands: &[Demand],
    posts: &[PostLoad],
    workdays: u64,
) -> Vec<RoleLoad> {
    let mut found: BTreeMap<Option<&String>, RoleLoad> = BTreeMap::new();
    let keepers = demands.iter().flat_map(|d| d.shares.keys());
    let used: BTreeSet<Option<&String>> = keepers.map(|(actor, _)| actor.as_ref()).collect();
    for role in used {
        let own = posts.iter().filter(|p| p.role.as_ref() == role);
        let count = own.clone().count() as u64;
        let (holders, days) = role.map_or((0, 0), |role| served(plan, role));
        let load = RoleLoad {
            role: role.cloned(),
            name: name(plan, role.map(String::as_str)),
            posts: count,
            holders: (holders > 0).then_some(holders),
            records: own.clone().map(|p| p.records).sum(),
            minutes: own.map(|p| p.minutes).sum(),
            workdays: if days > 0 { days } else { workdays * count },
        };
        found.insert(role, load);
    }
    let mut roles: Vec<RoleLoad> = found.into_values().collect();
    roles.sort_by_key(|r| Reverse((r.minutes, r.records)));
    roles
}

/// How many persons hold a role during the plan, or belong to a unit, and their workdays in it.
fn served(plan: &Plan, role: &str) -> (u64, u64) {
    if plan.content.units.iter().any(|u| u.id.name == role) {
        let belongs = |p: &&Person| p.unit.as_ref().is_some_and(|unit| unit.name == role);
        let persons = plan.content.persons.iter().filter(belongs).count() as u64;
        return (persons, persons * workdays_of(plan, &mut [plan.span]));
    }
    let mut terms: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for holder in plan.content.holders.iter().filter(|h| h.role.name == role) {
        if let Some(term) = term(plan, holder) {
            terms.entry(&holder.person.name).or_default().push(term);
        }
    }
    let days = terms
        .values_mut()
        .map(|spans| workdays_of(plan, spans))
        .sum();
    (terms.len() as u64, days)
}

fn term(plan: &Plan, holder: &Holder) -> Option<Span> {
    let from = holder.from.unwrap_or(plan.span.from);
    let to = holder.to.unwrap_or(plan.span.to);
    Span::new(from, to)?.intersect(plan.span)
}

/// The workdays in any of these spans: who holds a post for two villages has one working day.
fn workdays_of(plan: &Plan, spans: &mut [Span]) -> u64 {
    spans.sort_by_key(|s| (s.from, s.to));
    let mut counted: Option<Date> = None;
    let mut sum = 0;
    for span in spans {
        let before = span.from.saturating_sub(jiff::Span::new().days(1));
        let from = counted.map_or(before, |last| last.max(before));
        if span.to > from {
            sum += plan.workdays.count(from, span.to).unsigned_abs();
            counted = Some(span.to);
        }
    }
    sum
}

/// Everybody who must attend meetings.
pub(super) fn attendance(plan: &Plan, demands: &[Demand]) -> Vec<Attendance> {
    let mut sums: BTreeMap<&str, (Amount, Amount)> = BTreeMap::new();
    for (actor, (all, each)) in demands.iter().flat_map(|d| &d.attends) {
        let sum = sums.entry(actor).or_default();
        sum.0 += *all;
        sum.1 += *each;
    }
    let mut found: Vec<Attendance> = sums
        .into_iter()
        .map(|(actor, (all, each))| Attendance {
            actor: actor.to_owned(),
            name: name(plan, Some(actor)),
            all,
            each,
        })
        .collect();
    found.retain(|a| a.all.year > 0);
    found.sort_by_key(|a| Reverse((a.each, a.all)));
    found
}

/// The name of a role or unit.
fn name(plan: &Plan, actor: Option<&str>) -> String {
    let Some(actor) = actor else {
        return String::new();
    };
    let roles = plan.content.roles.iter().map(|r| (&r.id.name, &r.name));
    let units = plan.content.units.iter().map(|u| (&u.id.name, &u.name));
    let mut all = roles.chain(units);
    all.find(|(id, _)| *id == actor)
        .map_or(actor, |(_, name)| name)
        .to_owned()
}
