//! By when: something done once for each subject, as *Deadlines* of `MEANING.md` says.

use jiff::civil::Date;
use luoshi_calendar::date;
use luoshi_evidence::Kind;
use luoshi_plan::{Limit, Plan, after};

use super::{Check, CollectCx, Fact, JudgeCx, Placed, Rows};
use crate::assessment::{Irrelevance, Status};
use crate::lut::{NONE, backfilled, subject_rows};
use crate::program::Row;
use crate::reason::{Deadline as Because, Reason};
use crate::requirement::{Requirement, Worth};
use crate::verdict::{Facet, Verdict};

/// When something is due.
#[derive(Debug, Clone)]
pub enum Due {
    /// On a day that is known.
    On(Date),
    /// So long after the plan was issued.
    Issued(Limit),
    /// So long after the plan's first day, or the subject's if that is later.
    Start(Limit),
    /// So long after another task of the same subject is done, by its id.
    After(String, Limit),
}

/// Why there is no due day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NoDue {
    /// The task that it waits for is not done.
    Waits(String),
    /// The task that it waits for is not judged in this plan.
    Open,
    /// The subject does not exist on that day.
    Gone,
}

impl Due {
    /// The due day of a row as far as it can be told without evidence.
    pub(crate) fn known(&self, row: &Row, plan: &Plan) -> Option<Date> {
        match self {
            Due::On(day) => Some(*day),
            Due::Issued(limit) => Some(after(plan.header.issued, *limit, plan)),
            Due::Start(limit) => {
                let born = row.subject.and_then(|s| plan.subjects[s as usize].from);
                let start = born.map_or(plan.span.from, |day| day.max(plan.span.from));
                Some(after(start, *limit, plan))
            }
            Due::After(..) => None,
        }
    }

    /// The due day of a row.
    pub(crate) fn on(&self, row: &Row, cx: &JudgeCx<'_>) -> Result<Date, NoDue> {
        let day = match self {
            Due::On(_) | Due::Issued(_) | Due::Start(_) => {
                self.known(row, cx.plan).ok_or(NoDue::Open)?
            }
            Due::After(task, limit) => match done_on(task, row.subject, cx) {
                Done::On(day) => after(day, *limit, cx.plan),
                Done::NotYet => return Err(NoDue::Waits(task.clone())),
                Done::NotJudged => return Err(NoDue::Open),
            },
        };
        if exists(row, day, cx.plan) {
            Ok(day)
        } else {
            Err(NoDue::Gone)
        }
    }
}

/// Whether the subject of a row exists on a day; the whole jurisdiction always does.
pub(crate) fn exists(row: &Row, day: Date, plan: &Plan) -> bool {
    row.subject.is_none_or(|at| {
        let subject = &plan.subjects[at as usize];
        subject.from.is_none_or(|from| from <= day) && subject.to.is_none_or(|to| day <= to)
    })
}

/// Something to be done once, for each subject.
pub type Deadline = Placed<DeadlineTerms>;

/// What a [`Deadline`] asks for.
#[derive(Debug, Clone)]
pub struct DeadlineTerms {
    /// The kind of record that proves it.
    pub kind: Kind,
    /// The `duty` of its records.
    pub record_duty: String,
    /// By when.
    pub due: Due,
    /// Tasks that must be done first.
    pub after: Vec<String>,
    /// Workdays in which it is late and not missed; any time if none.
    pub grace: Option<u32>,
    /// What the record must hold.
    pub requirement: Requirement,
}

/// The earliest record of each row.
#[derive(Debug, Default)]
pub(crate) struct Once {
    /// Day and row of the columns of the first record that counts.
    pub(crate) first: Vec<Option<(i32, u32)>>,
    pub(crate) backfilled: Vec<bool>,
}

impl Deadline {
    pub(crate) fn prepare(&self) -> Once {
        Once {
            first: vec![None; self.rows.len()],
            backfilled: vec![false; self.rows.len()],
        }
    }

    pub(crate) fn collect(&self, rows: Rows<'_>, once: &mut Once, cx: &mut CollectCx<'_>) {
        let columns = cx.evidence.of(self.kind);
        let subjects = subject_rows(cx.plan, &self.rows, &cx.evidence.names);
        let needs = self.requirement.bind(cx.plan, &cx.evidence.names);
        rows.each(|row| {
            let at = subjects[columns.subject[row] as usize];
            if at == NONE {
                cx.set_aside(self.kind, row, Irrelevance::Subject);
                return;
            }
            if !matches!(needs.worth(columns, row), Worth::Counts) {
                return;
            }
            let first = &mut once.first[at as usize];
            let day = columns.day[row];
            if first.is_none_or(|(earlier, _)| day < earlier) {
                *first = Some((day, super::index(row)));
                once.backfilled[at as usize] = backfilled(columns.recorded[row], day, cx.backfill);
            }
        });
    }

    pub(crate) fn judge(&self, once: &Once, cx: &JudgeCx<'_>, out: &mut Vec<Verdict>) {
        let before = out.len();
        for (at, row) in self.rows.iter().enumerate() {
            let done = once.first[at].and_then(|(day, _)| date(day));
            let (status, reason, day, figure) = match self.due.on(row, cx) {
                Ok(due) => {
                    let (status, reason, figure) =
                        judge_deadline(due, done, self.grace, self.kind, cx);
                    (status, reason, Some(due), figure)
                }
                Err(NoDue::Waits(task)) => (Status::Pending, Reason::WaitsFor(task), None, 0),
                Err(NoDue::Open) => {
                    let open = Verdict::new(self.duty, Status::Unset, Reason::Unset(None));
                    out.truncate(before);
                    out.push(open);
                    return;
                }
                Err(NoDue::Gone) => continue,
            };
            let mut verdict = Verdict::new(self.duty, status, reason);
            verdict.subject = row.subject;
            verdict.day = day;
            verdict.figure = figure;
            if let Some((_, record)) = once.first[at] {
                verdict
                    .evidence
                    .push(cx.columns(self.kind).id[record as usize]);
                verdict.backfilled = u32::from(once.backfilled[at]);
            }
            out.push(verdict);
            if let Some(done) = done {
                self.judge_order(row, done, cx, out);
            }
        }
        if out.len() == before {
            out.push(Verdict::not_applicable(self.duty, Reason::NoSubjects));
        }
    }

    /// One finding at most: for the first of the tasks that should have been done before.
    fn judge_order(&self, row: &Row, done: Date, cx: &JudgeCx<'_>, out: &mut Vec<Verdict>) {
        let too_early = |first: &String| match done_on(first, row.subject, cx) {
            Done::On(day) if day <= done => None,
            Done::On(day) => Some((first.clone(), Some(day))),
            Done::NotYet => Some((first.clone(), None)),
            Done::NotJudged => None,
        };
        let Some((first, first_done)) = self.after.iter().find_map(too_early) else {
            return;
        };
        let reason = Reason::TooEarly {
            first,
            first_done,
            done,
        };
        let mut verdict = Verdict::new(self.duty, Status::Violated, reason);
        verdict.facet = Facet::Order;
        verdict.subject = row.subject;
        verdict.day = Some(done);
        out.push(verdict);
    }
}

/// How another task stands.
enum Done {
    On(Date),
    NotYet,
    NotJudged,
}

/// When a task was done for a subject: its own day, that of the whole jurisdiction if the task is
/// due only once, or, for the whole jurisdiction, the day on which the last subject had it.
fn done_on(task: &str, subject: Option<u32>, cx: &JudgeCx<'_>) -> Done {
    let mut checks = cx.program.checks.iter().zip(cx.facts);
    let found = checks.find_map(|(check, fact)| match (check, fact) {
        (Check::Deadline(d), Fact::Once(once)) if cx.program.duties[d.duty].id == task => {
            Some((d, once))
        }
        _ => None,
    });
    let Some((deadline, once)) = found else {
        return Done::NotJudged;
    };
    // A task that runs from one that is unset is unset itself.
    let open = |row: &Row| matches!(deadline.due.on(row, cx), Err(NoDue::Open));
    if deadline.rows.iter().any(open) {
        return Done::NotJudged;
    }
    let concerns = |row: &Row| subject.is_none() || row.subject.is_none_or(|s| Some(s) == subject);
    let rows = deadline.rows.iter().zip(&once.first);
    let mut days = rows
        .filter(|(row, _)| concerns(row))
        .map(|(_, first)| *first);
    // The last of them; not yet if one is missing.
    let last = days.try_fold(None, |last, first| Some(last.max(Some(first?.0))));
    match last {
        None => Done::NotYet,
        Some(None) => Done::NotJudged,
        Some(Some(day)) => date(day).map_or(Done::NotYet, Done::On),
    }
}

/// The day up to which the delay of something that was not done is counted. Of what was due within the plan that is
/// the plan's end: a check years later must not find it worse.
pub(crate) fn so_far(due: Date, cx: &JudgeCx<'_>) -> Date {
    let closes = cx.plan.span.to;
    if due < closes {
        cx.as_of.min(closes)
    } else {
        cx.as_of
    }
}

/// Workdays from the day after a deadline to another day.
pub(crate) fn workdays_late(due: Date, end: Date, cx: &JudgeCx<'_>) -> i64 {
    if end > due {
        cx.plan.workdays.count(due, end)
    } else {
        0
    }
}

/// Status, reason and workdays late of one deadline.
pub(crate) fn judge_deadline(
    due: Date,
    done: Option<Date>,
    grace: Option<u32>,
    kind: Kind,
    cx: &JudgeCx<'_>,
) -> (Status, Reason, i64) {
    let workdays = workdays_late(due, done.unwrap_or(so_far(due, cx)), cx);
    let reason = Reason::Deadline(Because {
        due,
        done,
        workdays,
    });
    let status = match done {
        Some(day) if day <= due => Status::Met,
        Some(_) if grace.is_some_and(|g| workdays > i64::from(g)) => Status::Missed,
        Some(_) => Status::Late,
        None => match cx.open(due) {
            Some(open) => open,
            None => match cx.missed(kind) {
                (status, Some(other)) => return (status, other, workdays),
                (status, None) => status,
            },
        },
    };
    (status, reason, workdays)
}
