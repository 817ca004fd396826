//! By when: something done once for each subject, as *Deadlines* of `MEANING.md` says.

use jiff::civil::Date;
use luoshi_calendar::date;
use luoshi_evidence::Kind;
use luoshi_plan::Limit;

use super::{Check, CollectCx, Fact, JudgeCx, Rows};
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
    /// So long after another task of the same subject is done: index of its check.
    After(String, Limit),
}

/// Something to be done once.
#[derive(Debug, Clone)]
pub struct Deadline {
    /// Index of the duty.
    pub duty: usize,
    /// The kind of record that proves it.
    pub kind: Kind,
    /// The `duty` of its records.
    pub record_duty: String,
    /// Subjects.
    pub rows: Vec<Row>,
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
        if self.rows.is_empty() {
            out.push(Verdict::new(
                self.duty,
                Status::NotApplicable,
                Reason::NoSubjects,
            ));
        }
        for (at, row) in self.rows.iter().enumerate() {
            let done = once.first[at].and_then(|(day, _)| date(day));
            let (status, reason, day, figure) = match self.due_on(row, cx) {
                Ok(due) => {
                    let (status, reason, figure) =
                        judge_deadline(due, done, self.grace, self.kind, cx);
                    (status, reason, Some(due), figure)
                }
                Err(task) => (Status::Pending, Reason::WaitsFor(task), None, 0),
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
    }

    /// The due day, or the name of the task that it waits for.
    fn due_on(&self, row: &Row, cx: &JudgeCx<'_>) -> Result<Date, String> {
        match &self.due {
            Due::On(day) => Ok(*day),
            Due::After(task, limit) => match done_on(task, row.subject, cx) {
                Some(day) => Ok(after(day, *limit, cx.plan)),
                None => Err(task.clone()),
            },
        }
    }

    fn judge_order(&self, row: &Row, done: Date, cx: &JudgeCx<'_>, out: &mut Vec<Verdict>) {
        for first in &self.after {
            let first_done = done_on(first, row.subject, cx);
            if first_done.is_some_and(|day| day <= done) {
                continue;
            }
            let reason = Reason::TooEarly {
                first: first.clone(),
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
}

/// When a task was done for a subject, or for the whole jurisdiction if it is due only once.
fn done_on(task: &str, subject: Option<u32>, cx: &JudgeCx<'_>) -> Option<Date> {
    let checks = cx.program.checks.iter().zip(cx.facts);
    checks
        .filter_map(|(check, fact)| match (check, fact) {
            (Check::Deadline(d), Fact::Once(once)) if cx.program.duties[d.duty].id == task => {
                let at = d
                    .rows
                    .iter()
                    .position(|r| r.subject.is_none() || r.subject == subject)?;
                once.first[at].and_then(|(day, _)| date(day))
            }
            _ => None,
        })
        .next()
}

/// The end of a limit that starts on a day; the day itself is not counted.
pub(crate) fn after(day: Date, limit: Limit, plan: &luoshi_plan::Plan) -> Date {
    let days = |n: i64| day.saturating_add(jiff::Span::new().days(n));
    match limit {
        Limit::Minutes(n) => days(i64::from(n.div_ceil(24 * 60))),
        Limit::Days(n) => days(i64::from(n)),
        Limit::Workdays(n) => plan.workdays.add(day, n).unwrap_or(Date::MAX),
        Limit::Months(n) => day.saturating_add(jiff::Span::new().months(i64::from(n))),
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
    let end = done.unwrap_or(cx.as_of);
    let workdays = if end > due {
        cx.plan.workdays.count(due, end)
    } else {
        0
    };
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
