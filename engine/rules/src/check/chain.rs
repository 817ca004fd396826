//! 责任链: posts that must be held on every day, as *Chains* of `MEANING.md` says.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_calendar::{Span, date, number};
use luoshi_plan::Plan;
use luoshi_plan::model::{Holder, Link};

use crate::assessment::Status;
use crate::reason::Reason;
use crate::verdict::{Facet, Verdict, Who};

/// A plan on a day: posts need no evidence.
#[derive(Clone, Copy)]
pub(crate) struct Day<'p> {
    pub(crate) plan: &'p Plan,
    pub(crate) as_of: Date,
}

/// What is wrong with the posts of a chain on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainGap {
    /// A post has been vacant for longer than the plan allows.
    Vacant {
        /// The role.
        role: String,
        /// The subject for which the post is, by index into the plan's subjects.
        subject: Option<usize>,
        /// The first day without a holder.
        since: Date,
    },
    /// One person holds a role for more subjects than the plan allows.
    Load {
        /// The role.
        role: String,
        /// The person, by staff number.
        staff: String,
        /// How many.
        held: u32,
        /// How many are allowed.
        allowed: u32,
    },
}

/// What is wrong with a chain of a plan on a day, by its index in the plan's content.
#[must_use]
pub fn chain_gaps(plan: &Plan, chain: usize, as_of: Date) -> Vec<ChainGap> {
    let mut verdicts = Vec::new();
    judge(0, chain, Day { plan, as_of }, &mut verdicts);
    verdicts.into_iter().filter_map(gap).collect()
}

fn gap(verdict: Verdict) -> Option<ChainGap> {
    match (verdict.status, verdict.who, verdict.reason) {
        (Status::Missed, Who::Unit(role), Reason::Vacant(gaps)) => Some(ChainGap::Vacant {
            role,
            subject: verdict.subject.map(|at| at as usize),
            since: gaps.last()?.0,
        }),
        (Status::Violated, Who::Post(role, staff), Reason::Load { held, allowed }) => {
            Some(ChainGap::Load {
                role,
                staff,
                held,
                allowed,
            })
        }
        _ => None,
    }
}

pub(crate) fn judge(duty: usize, chain: usize, cx: Day<'_>, out: &mut Vec<Verdict>) {
    let links = &cx.plan.content.chains[chain].links;
    let posts = Posts::new(links, cx);
    let below: BTreeSet<&str> = links.iter().map(|link| link.to.name.as_str()).collect();
    let mut told = Told {
        posts: BTreeSet::new(),
        out,
    };
    // The top of the chain is nobody's subordinate, but it must be held as well.
    for link in links {
        let above = link.from.name.as_str();
        if !below.contains(above) && !posts.sets.contains_key(above) {
            told.add(posts.judge(duty, above, None, link.vacancy));
        }
    }
    for link in links {
        let role = link.to.name.as_str();
        let set = link.for_each.as_ref().map(|s| s.name.as_str());
        let Some(set) = set.or_else(|| posts.sets.get(role).copied()) else {
            told.add(posts.judge(duty, role, None, link.vacancy));
            continue;
        };
        let subjects = cx.plan.sets.get(set).map_or(&[][..], Vec::as_slice);
        if subjects.is_empty() {
            let mut verdict = Verdict::not_applicable(duty, Reason::NoSubjects);
            verdict.who = Who::Unit(role.to_owned());
            told.add(Some(verdict));
        }
        for subject in subjects {
            told.add(posts.judge(duty, role, Some(*subject), link.vacancy));
        }
        for over in posts.load(duty, link, subjects) {
            told.add(Some(over));
        }
    }
}

/// The verdicts on a chain, one for a post or for a person who holds too many: a role may stand in several links.
struct Told<'o> {
    posts: BTreeSet<(Option<u32>, Who)>,
    out: &'o mut Vec<Verdict>,
}

impl Told<'_> {
    fn add(&mut self, verdict: Option<Verdict>) {
        let Some(verdict) = verdict else { return };
        if self.posts.insert((verdict.subject, verdict.who.clone())) {
            self.out.push(verdict);
        }
    }
}

/// What the plan says of the roles of a chain, by role: a chain may be long, and so may the list of holders.
struct Posts<'p> {
    cx: Day<'p>,
    /// The set for each of whose subjects a role has a post, of those that have more than one.
    sets: BTreeMap<&'p str, &'p str>,
    /// Whoever holds a role at some time, for a subject or, without one, for all.
    holders: BTreeMap<(&'p str, Option<&'p str>), Vec<&'p Holder>>,
}

impl<'p> Posts<'p> {
    fn new(links: &'p [Link], cx: Day<'p>) -> Posts<'p> {
        let ends = links.iter().flat_map(|link| [&link.from, &link.to]);
        let roles: BTreeSet<&str> = ends.map(|role| role.name.as_str()).collect();
        let content = &cx.plan.content;
        let of_chain = content
            .roles
            .iter()
            .filter(|r| roles.contains(r.id.name.as_str()));
        let set = of_chain.filter_map(|role| {
            let set = role.for_each.as_ref()?;
            Some((role.id.name.as_str(), set.name.as_str()))
        });
        let mut holders: BTreeMap<_, Vec<&Holder>> = BTreeMap::new();
        for holder in &content.holders {
            let role = holder.role.name.as_str();
            if roles.contains(role) {
                let subject = holder.subject.as_ref().map(|s| s.name.as_str());
                holders.entry((role, subject)).or_default().push(holder);
            }
        }
        Posts {
            sets: set.collect(),
            holders,
            cx,
        }
    }

    /// Everyone who holds a role at some time, for a subject or once for all.
    fn holders(&self, role: &'p str, subject: Option<usize>) -> impl Iterator<Item = &'p Holder> {
        let id = subject.map(|at| self.cx.plan.subjects[at].id.name.as_str());
        let own = id.and_then(|id| self.holders.get(&(role, Some(id))));
        let all = self.holders.get(&(role, None));
        all.into_iter().chain(own).flatten().copied()
    }

    fn judge(
        &self,
        duty: usize,
        role: &'p str,
        subject: Option<usize>,
        vacancy: u32,
    ) -> Option<Verdict> {
        let Day { plan, as_of } = self.cx;
        let life = subject.map_or(Some(plan.span), |at| life(plan, at))?;
        let days = Span::new(life.from, life.to.min(as_of))?;
        let gaps = gaps(plan, self.holders(role, subject), days);
        let long = |(from, to): &&(Date, Date)| {
            let before = from.yesterday().unwrap_or(*from);
            plan.workdays.count(before, *to) > i64::from(vacancy)
        };
        let long: Vec<(Date, Date)> = gaps.iter().filter(long).copied().collect();
        let status = match long.last() {
            None => Status::Met,
            Some((_, to)) if *to == days.to && as_of <= life.to => Status::Missed,
            Some(_) => Status::Violated,
        };
        let figure = long
            .iter()
            .map(|(f, t)| i64::from(number(*t) - number(*f) + 1))
            .sum();
        let reason = if long.is_empty() {
            Reason::Held
        } else {
            Reason::Vacant(long)
        };
        let mut verdict = Verdict::new(duty, status, reason);
        verdict.subject = subject.and_then(|at| u32::try_from(at).ok());
        verdict.who = Who::Unit(role.to_owned());
        verdict.day = Some(days.to);
        verdict.figure = figure;
        Some(verdict)
    }

    fn load(&self, duty: usize, link: &'p Link, subjects: &[usize]) -> Vec<Verdict> {
        let cx = self.cx;
        let Some(allowed) = link.at_most else {
            return Vec::new();
        };
        let mut held: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        let day = cx.as_of.min(cx.plan.span.to);
        let exists = |subject: &&usize| life(cx.plan, **subject).is_some_and(|l| l.contains(day));
        for subject in subjects.iter().filter(exists) {
            for holder in self.holders(&link.to.name, Some(*subject)) {
                if held_on(cx.plan, holder, day) {
                    held.entry(&holder.person.name)
                        .or_default()
                        .insert(*subject);
                }
            }
        }
        let count = |subjects: BTreeSet<usize>| u32::try_from(subjects.len()).unwrap_or(u32::MAX);
        let held = held.into_iter().map(|(person, of)| (person, count(of)));
        let over = held.filter(|(_, held)| *held > allowed);
        over.map(|(person, held)| {
            let mut verdict = Verdict::new(duty, Status::Violated, Reason::Load { held, allowed });
            verdict.facet = Facet::Load;
            verdict.who = Who::Post(link.to.name.to_string(), person.to_owned());
            verdict.figure = i64::from(held);
            verdict.day = Some(day);
            verdict
        })
        .collect()
    }
}

/// The days on which a subject exists within the plan.
#[must_use]
pub fn life(plan: &Plan, subject: usize) -> Option<Span> {
    let subject = &plan.subjects[subject];
    let from = subject
        .from
        .map_or(plan.span.from, |day| day.max(plan.span.from));
    let to = subject.to.map_or(plan.span.to, |day| day.min(plan.span.to));
    Span::new(from, to)
}

/// The stretches of days on which nobody holds a post.
fn gaps<'p>(
    plan: &Plan,
    holders: impl Iterator<Item = &'p Holder>,
    days: Span,
) -> Vec<(Date, Date)> {
    let mut spans: Vec<(i32, i32)> = holders
        .map(|h| {
            let (from, to) = term(plan, h);
            (number(from), number(to))
        })
        .collect();
    spans.sort_unstable();
    let (mut free, end) = (number(days.from), number(days.to));
    let mut gaps = Vec::new();
    for (from, to) in spans {
        if from > free {
            gaps.push((free, (from - 1).min(end)));
        }
        free = free.max(to.saturating_add(1));
        if free > end {
            break;
        }
    }
    if free <= end {
        gaps.push((free, end));
    }
    let days = gaps
        .into_iter()
        .filter(|(from, to)| from <= to && *from <= end);
    days.filter_map(|(from, to)| Some((date(from)?, date(to)?)))
        .collect()
}

/// Everyone who holds a role at some time, for a subject or once for all.
fn holders<'p>(
    plan: &'p Plan,
    role: &'p str,
    subject: Option<usize>,
) -> impl Iterator<Item = &'p Holder> {
    let id = subject.map(|at| plan.subjects[at].id.name.as_str());
    plan.content.holders.iter().filter(move |h| {
        h.role.name == role
            && h.subject
                .as_ref()
                .is_none_or(|s| Some(s.name.as_str()) == id)
    })
}

/// Everyone who holds a role on a day, for a subject or once for all; the appointed before the acting.
#[must_use]
pub fn holders_on<'p>(
    plan: &'p Plan,
    role: &'p str,
    subject: Option<usize>,
    day: Date,
) -> Vec<&'p Holder> {
    let mut held: Vec<&Holder> = holders(plan, role, subject)
        .filter(|h| held_on(plan, h, day))
        .collect();
    held.sort_by_key(|h| (h.acting, &h.person.name));
    held
}

/// Whether somebody holds a role on a day by this entry.
pub(crate) fn held_on(plan: &Plan, holder: &Holder, day: Date) -> bool {
    let (from, to) = term(plan, holder);
    from <= day && day <= to
}

pub(crate) fn term(plan: &Plan, holder: &Holder) -> (Date, Date) {
    (
        holder.from.unwrap_or(plan.span.from),
        holder.to.unwrap_or(Date::MAX),
    )
}
