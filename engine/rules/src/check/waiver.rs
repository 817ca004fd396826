//! 豁免: what a waiver covers, as *Waivers* of `MEANING.md` says.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_calendar::date;
use luoshi_evidence::{Evidence, Kind};
use luoshi_plan::model::{Decider, Need};
use luoshi_plan::{Plan, after};

use super::JudgeCx;
use super::veto::is_of_the_plan;
use crate::assessment::{Status, WaiverFlaw, WaiverSummary};
use crate::reason::Reason;
use crate::verdict::{Verdict, Who};

/// Turns failing and suspect verdicts that a waiver covers into `waived`, and lists the waivers.
pub(crate) fn apply(verdicts: &mut [Verdict], cx: &JudgeCx<'_>) -> Vec<WaiverSummary> {
    if cx.columns(Kind::Waiver).is_empty() {
        return Vec::new();
    }
    let duties = cx.program.duties.iter().map(|d| d.id.as_str());
    let duties: BTreeSet<&str> = duties.collect();
    let known = |duty: &str| duties.contains(duty);
    let mut waivers = summaries(cx.plan, cx.evidence, cx.as_of, known);
    let index = Index::of(&waivers);
    let mut covers = vec![0; waivers.len()];
    for verdict in &mut *verdicts {
        // What counts days of its own was waived day by day, where they were counted.
        if let Some(by_day) = &verdict.waived {
            let by_day: BTreeSet<usize> = by_day.iter().filter_map(|r| index.record(r)).collect();
            by_day.into_iter().for_each(|at| covers[at] += 1);
            continue;
        }
        if !matches!(
            verdict.status,
            Status::Missed | Status::Violated | Status::Late | Status::Suspect
        ) {
            continue;
        }
        if let Some(at) = index.covering(verdict, &waivers, cx) {
            covers[at] += 1;
            let because = std::mem::replace(&mut verdict.reason, Reason::NoSubjects);
            verdict.reason = Reason::Waived {
                waiver: waivers[at].record.clone(),
                instead_of: verdict.status,
                because: Box::new(because),
            };
            verdict.status = Status::Waived;
        }
    }
    for share in 0..verdicts.len() {
        if let Some(by) = waive_share(share, verdicts)
            && let Some(at) = index.record(&by)
        {
            covers[at] += 1;
        }
    }
    for (waiver, covers) in waivers.iter_mut().zip(covers) {
        waiver.covers = covers;
    }
    waivers
}

/// Where waivers stand in their list.
struct Index {
    by_record: BTreeMap<String, usize>,
    /// The effective ones by the duty, and by whom they are for, if not for all.
    by_duty: BTreeMap<(String, Option<String>), Vec<usize>>,
}

impl Index {
    fn of(waivers: &[WaiverSummary]) -> Index {
        let mut by_duty = BTreeMap::<_, Vec<usize>>::new();
        let numbered = || waivers.iter().enumerate();
        for (at, waiver) in numbered().filter(|(_, waiver)| waiver.flaws.is_empty()) {
            let under = (waiver.duty.clone(), waiver.subject.clone());
            by_duty.entry(under).or_default().push(at);
        }
        let by_record = numbered().map(|(at, waiver)| (waiver.record.clone(), at));
        Index {
            by_record: by_record.collect(),
            by_duty,
        }
    }

    fn record(&self, record: &str) -> Option<usize> {
        self.by_record.get(record).copied()
    }

    /// The first in the ledger that covers a finding.
    fn covering(
        &self,
        verdict: &Verdict,
        waivers: &[WaiverSummary],
        cx: &JudgeCx<'_>,
    ) -> Option<usize> {
        if self.by_duty.is_empty() {
            return None;
        }
        let subject = verdict.subject.map(|at| &cx.plan.subjects[at as usize].id);
        let person = match &verdict.who {
            Who::Person(at) => Some(cx.plan.content.persons[*at as usize].staff.name.to_string()),
            Who::Unit(unit) => Some(unit.clone()),
            _ => None,
        };
        // What has no day of its own is judged as of the run.
        let day = verdict.day.unwrap_or(cx.as_of);
        let lasts = |at: &&usize| {
            let waiver = &waivers[**at];
            waiver.from <= day && waiver.until.is_some_and(|until| day <= until)
        };
        let duty = &cx.program.duties[verdict.duty].id;
        let whom = [subject.map(|id| id.name.to_string()), person];
        let whom = whom.into_iter().flatten().map(Some).chain([None]);
        let of = |whom| self.by_duty.get(&(duty.clone(), whom));
        let first = whom.filter_map(|whom| of(whom)?.iter().find(lasts).copied());
        first.min()
    }
}

/// Every waiver of the ledger; `known` tells whether the plan has a duty in force.
fn summaries(
    plan: &Plan,
    evidence: &Evidence,
    as_of: Date,
    known: impl Fn(&str) -> bool,
) -> Vec<WaiverSummary> {
    let rows = 0..evidence.of(Kind::Waiver).len();
    let all = rows.filter_map(|row| summary(row, evidence, as_of));
    all.map(|waiver| WaiverSummary {
        flaws: flaws(&waiver, plan, known(&waiver.duty)),
        ..waiver
    })
    .collect()
}

/// The effective waivers of a duty whose days are waived one by one.
pub(crate) struct DayByDay {
    waivers: Vec<WaiverSummary>,
}

impl DayByDay {
    pub(crate) fn new(duty: &str, plan: &Plan, evidence: &Evidence) -> DayByDay {
        let all = summaries(plan, evidence, Date::MAX, |_| true).into_iter();
        let effective = |w: &WaiverSummary| w.duty == duty && w.flaws.is_empty();
        DayByDay {
            waivers: all.filter(effective).collect(),
        }
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.waivers.is_empty()
    }

    /// The first that covers a day of somebody, by its index.
    pub(crate) fn covering(&self, who: &str, day: i32) -> Option<usize> {
        if self.is_empty() {
            return None;
        }
        let day = date(day)?;
        let about = |w: &WaiverSummary| w.subject.as_deref().is_none_or(|about| about == who);
        let lasts = |w: &WaiverSummary| w.from <= day && w.until.is_some_and(|until| day <= until);
        self.waivers.iter().position(|w| about(w) && lasts(w))
    }

    /// The record of one of them.
    pub(crate) fn record(&self, at: usize) -> String {
        self.waivers[at].record.clone()
    }
}

fn summary(row: usize, evidence: &Evidence, as_of: Date) -> Option<WaiverSummary> {
    let columns = evidence.of(Kind::Waiver);
    let names = &evidence.names;
    let given = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
    let until = date(columns.until[row]).filter(|_| columns.until[row] != i32::MIN);
    Some(WaiverSummary {
        record: evidence.ids.shown(columns.id[row]).into_owned(),
        duty: names.text(columns.duty[row]).to_owned(),
        subject: given(names.text(columns.subject[row])),
        from: date(columns.day[row])?,
        until,
        granted_by: names.text(columns.actor[row]).to_owned(),
        reason: evidence.notes.of(columns.seq[row]).and_then(given),
        flaws: Vec::new(),
        expired: until.is_some_and(|day| day < as_of),
        covers: 0,
    })
}

/// Why a waiver covers nothing; all that is wrong with it.
fn flaws(waiver: &WaiverSummary, plan: &Plan, known: bool) -> Vec<WaiverFlaw> {
    let rules = plan.content.waivers.as_ref();
    let duty = plan.duty(&waiver.duty);
    let bodies = match duty.map(|d| d.waived_by.as_slice()) {
        Some(own) if !own.is_empty() => own,
        _ => rules.map_or(&[][..], |r| r.granted_by.as_slice()),
    };
    let last = rules.and_then(|r| r.at_most);
    let last = last.map(|limit| after(waiver.from, limit, plan));
    let reason = rules.is_some_and(|r| r.reason == Need::Required);
    let wrong = [
        (!known, WaiverFlaw::NoSuchDuty),
        (duty.is_some_and(|d| !d.waivable), WaiverFlaw::NotWaivable),
        (
            !granted_by_one_of(bodies, &waiver.granted_by, plan),
            WaiverFlaw::NotByBody(bodies.iter().map(|b| b.name.clone()).collect()),
        ),
        (reason && waiver.reason.is_none(), WaiverFlaw::NoReason),
        (waiver.until.is_none(), WaiverFlaw::NoEnd),
        (
            waiver.until.is_some_and(|until| until < waiver.from),
            WaiverFlaw::EndsBefore,
        ),
        (
            waiver.until > last && last.is_some(),
            WaiverFlaw::TooLong(last.unwrap_or(Date::MAX)),
        ),
    ];
    let wrong = wrong.into_iter().filter(|(is, _)| *is);
    wrong.map(|(_, flaw)| flaw).collect()
}

pub(crate) fn granted_by_one_of(bodies: &[Decider], actors: &str, plan: &Plan) -> bool {
    let own = plan.jurisdiction.level;
    let content = &plan.content;
    let named = |actor: &str, name: &str| {
        let mut units = content.units.iter();
        let mut roles = content.roles.iter();
        units.any(|u| u.id.name == actor && u.name == name)
            || roles.any(|r| r.id.name == actor && r.name == name)
    };
    let is = |actor: &str, body: &Decider| match body.level > own {
        // A township's own unit of that name is not the county.
        true => actor == body.name && !is_of_the_plan(actor, plan),
        false => actor == body.name || named(actor, &body.name),
    };
    let mut actors = actors.split('、');
    bodies.is_empty() || actors.any(|actor| bodies.iter().any(|body| is(actor, body)))
}

/// A share that is short only because of subjects that are waived is waived with them, by the waiver
/// of the first of them, which is given back.
fn waive_share(at: usize, verdicts: &mut [Verdict]) -> Option<String> {
    let verdict = &verdicts[at];
    let Reason::Share(share) = &verdict.reason else {
        return None;
    };
    if !matches!(verdict.status, Status::Missed | Status::Late) {
        return None;
    }
    let mut by = None;
    let (mut met, mut waived) = (0u64, 0u64);
    for one in verdicts.iter().filter(|v| v.duty == verdict.duty) {
        if let Reason::Waived { waiver, .. } = &one.reason {
            waived += 1;
            by.get_or_insert_with(|| waiver.clone());
        }
        met += u64::from(one.status == Status::Met);
    }
    let asked = u64::from(share.target.0) * u64::from(share.total).saturating_sub(waived);
    let waiver = by.filter(|_| met * 10_000 >= asked)?;
    let reason = Reason::Waived {
        waiver: waiver.clone(),
        instead_of: verdict.status,
        because: Box::new(verdict.reason.clone()),
    };
    verdicts[at].reason = reason;
    verdicts[at].status = Status::Waived;
    Some(waiver)
}
