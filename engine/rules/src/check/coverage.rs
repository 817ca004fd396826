//! What every subject must have on a day, as *Coverage* of `MEANING.md` says.

use jiff::civil::Date;
use luoshi_calendar::{date, number};
use luoshi_evidence::Kind;
use luoshi_plan::{Decimal, Limit, Percent, after};

use super::deadline::{Due, NoDue, exists};
use super::{CollectCx, JudgeCx, Placed, Rows};
use crate::assessment::{Irrelevance, Share, Status};
use crate::lut::{NONE, backfilled, one_of, subject_rows};
use crate::program::Row;
use crate::reason::{Reason, State, StateLack};
use crate::requirement::{Requirement, Worth};
use crate::verdict::Verdict;

/// Something that every subject must have.
pub type Coverage = Placed<CoverageTerms>;

/// What a [`Coverage`] asks for.
#[derive(Debug, Clone)]
pub struct CoverageTerms {
    /// The kind of record that proves it.
    pub kind: Kind,
    /// The `duty` of its records.
    pub record_duty: String,
    /// Share that must have it.
    pub target: Percent,
    /// By when; always if none.
    pub due: Option<Due>,
    /// Members that the latest record must state, and whether more are wrong too.
    pub headcount: Option<(u32, bool)>,
    /// What the record must hold.
    pub requirement: Requirement,
    /// Statuses that end it.
    pub ending: Vec<String>,
    /// Age after which it must be renewed.
    pub within: Option<Limit>,
}

/// The latest record of each row.
#[derive(Debug, Default)]
pub(crate) struct Latest {
    pub(crate) of: Vec<Option<Found>>,
    /// Every record of each row, where the due day hangs on a task and is not known before.
    all: Vec<Vec<Then>>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    day: i32,
    row: u32,
    lack: Option<StateLack>,
    /// First day since which every record has shown it.
    since: Option<i32>,
    /// The latest record up to a due day that is known beforehand.
    then: Option<Then>,
    backfilled: bool,
}

/// The record that tells how a subject stood on its due day.
#[derive(Debug, Clone, Copy)]
struct Then {
    day: i32,
    row: u32,
    shows: bool,
}

impl Coverage {
    pub(crate) fn prepare(&self) -> Latest {
        Latest {
            of: vec![None; self.rows.len()],
            all: vec![Vec::new(); self.rows.len()],
        }
    }

    pub(crate) fn collect(&self, rows: Rows<'_>, latest: &mut Latest, cx: &mut CollectCx<'_>) {
        let columns = cx.evidence.of(self.kind);
        let names = &cx.evidence.names;
        let subjects = subject_rows(cx.plan, &self.rows, names);
        let needs = self.requirement.bind(cx.plan, names);
        let ending = one_of(&self.ending, names);
        let known = |row: &Row| self.due.as_ref().and_then(|due| due.known(row, cx.plan));
        let due: Vec<Option<i32>> = self.rows.iter().map(|r| known(r).map(number)).collect();
        // Columns are in order of day and sequence, so that the last one seen is the latest.
        rows.each(|row| {
            let at = subjects[columns.subject[row] as usize];
            if at == NONE {
                cx.set_aside(self.kind, row, Irrelevance::Subject);
                return;
            }
            let ended = ending.get(columns.status[row] as usize).is_some_and(|e| *e);
            let lack = if ended {
                Some(StateLack::Ended)
            } else {
                match needs.worth(columns, row) {
                    Worth::Counts => self.headcount_lack(columns.quantity[row]),
                    Worth::Lacks(lack) => Some(StateLack::Lack(lack)),
                    Worth::Nothing => return cx.set_aside(self.kind, row, Irrelevance::Actor),
                }
            };
            let day = columns.day[row];
            let before = latest.of[at as usize];
            let this = Then {
                day,
                row: super::index(row),
                shows: lack.is_none(),
            };
            if matches!(self.due, Some(Due::After(..))) {
                latest.all[at as usize].push(this);
            }
            let then = match due[at as usize] {
                Some(due) if day <= due => Some(this),
                _ => before.and_then(|f| f.then),
            };
            latest.of[at as usize] = Some(Found {
                day,
                row: super::index(row),
                lack,
                since: if lack.is_some() {
                    None
                } else {
                    before.and_then(|f| f.since).or(Some(day))
                },
                then,
                backfilled: backfilled(columns.recorded[row], day, cx.backfill),
            });
        });
    }

    fn headcount_lack(&self, quantity: i64) -> Option<StateLack> {
        let (needed, exactly) = self.headcount?;
        let stated = (quantity != i64::MIN).then_some(Decimal(quantity));
        let need = i64::from(needed) * 100;
        let fits = stated.is_some_and(|Decimal(s)| if exactly { s == need } else { s >= need });
        (!fits).then_some(StateLack::Headcount {
            stated,
            needed,
            exactly,
        })
    }

    pub(crate) fn judge(&self, latest: &Latest, cx: &JudgeCx<'_>, out: &mut Vec<Verdict>) {
        let before = out.len();
        let mut last_due = None;
        let mut waits = None;
        for (at, row) in self.rows.iter().enumerate() {
            let due = match self.due_on(row, cx) {
                Err(NoDue::Gone) => continue,
                Err(NoDue::Open) => {
                    let open = Verdict::new(self.duty, Status::Unset, Reason::Unset(None));
                    out.truncate(before);
                    out.push(open);
                    return;
                }
                Err(NoDue::Waits(task)) => Err(waits.insert(task).clone()),
                Ok(day) => Ok(day),
            };
            last_due = last_due.max(due.clone().ok().flatten());
            let mut found = latest.of[at];
            if let (Some(found), Ok(Some(due))) = (&mut found, &due) {
                let known = latest.all[at].iter().rfind(|r| r.day <= number(*due));
                found.then = found.then.or(known.copied());
            }
            out.push(self.judge_row(at, found, due, cx));
        }
        if out.len() == before {
            out.push(Verdict::not_applicable(self.duty, Reason::NoSubjects));
            return;
        }
        if self.rows[0].subject.is_some() {
            let share = self.judge_share(&out[before..], last_due, waits.is_some(), cx);
            out.push(share);
        }
    }

    /// The due day of a row, none if it is judged as of the run.
    fn due_on(&self, row: &Row, cx: &JudgeCx<'_>) -> Result<Option<Date>, NoDue> {
        match &self.due {
            Some(due) => due.on(row, cx).map(Some),
            None if exists(row, cx.as_of.min(cx.plan.span.to), cx.plan) => Ok(None),
            None => Err(NoDue::Gone),
        }
    }

    fn judge_share(
        &self,
        of: &[Verdict],
        due: Option<Date>,
        waits: bool,
        cx: &JudgeCx<'_>,
    ) -> Verdict {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let with = |wanted: Status| count(of.iter().filter(|v| v.status == wanted).count());
        let (in_time, late, total) = (with(Status::Met), with(Status::Late), count(of.len()));
        let share = Share {
            covered: in_time + late,
            total,
            target: self.target,
        };
        let status = if self.reached(in_time, total) {
            Status::Met
        } else if self.reached(share.covered, total) {
            Status::Late
        } else if waits {
            Status::Pending
        } else {
            let open = due.and_then(|due| cx.open(due));
            open.unwrap_or_else(|| cx.missed(self.kind).0)
        };
        let mut verdict = Verdict::new(self.duty, status, Reason::Share(share));
        verdict.day = due;
        verdict.figure = i64::from(total - share.covered);
        verdict
    }

    fn reached(&self, covered: u32, total: u32) -> bool {
        u64::from(covered) * 10_000 >= u64::from(self.target.0) * u64::from(total)
    }

    /// How one row stands; its due day, or the task that it waits for.
    fn judge_row(
        &self,
        at: usize,
        found: Option<Found>,
        due: Result<Option<Date>, String>,
        cx: &JudgeCx<'_>,
    ) -> Verdict {
        let day = due.as_ref().ok().copied().flatten();
        let judged_on = day.map_or(cx.as_of, |due| due.min(cx.as_of));
        let lack = match found {
            None => Some(StateLack::None),
            Some(found) => found
                .lack
                .or_else(|| self.old(found.day, judged_on, cx).then_some(StateLack::Old)),
        };
        let state = State {
            latest: found.and_then(|f| date(f.day)),
            since: found.and_then(|f| f.since).and_then(date),
            lack,
            due: day,
        };
        let (status, reason) = match (lack, due) {
            (None, _) => {
                let late = day.is_some_and(|due| !self.in_time(found, due, cx));
                let status = if late { Status::Late } else { Status::Met };
                (status, Reason::State(state))
            }
            (Some(_), Err(task)) => (Status::Pending, Reason::WaitsFor(task)),
            (Some(_), Ok(_)) => self.lacking(state, cx),
        };
        let mut verdict = Verdict::new(self.duty, status, reason);
        verdict.subject = self.rows[at].subject;
        verdict.day = day;
        if let Some(found) = found {
            let ids = &cx.columns(self.kind).id;
            // How it stood on the due day says whether what is there now came in time.
            let asked = lack.is_none() && day.is_some_and(|due| due < cx.as_of);
            let then = found.then.filter(|then| asked && then.row != found.row);
            let then = then.map(|then| ids[then.row as usize]);
            verdict.evidence.extend(then);
            verdict.evidence.push(ids[found.row as usize]);
            verdict.backfilled = u32::from(found.backfilled);
        }
        verdict
    }

    fn lacking(&self, state: State, cx: &JudgeCx<'_>) -> (Status, Reason) {
        if let Some(open) = state.due.and_then(|due| cx.open(due)) {
            return (open, Reason::State(state));
        }
        // Where there is a share, it alone fails. The whole jurisdiction has none.
        let shared = self.rows.iter().any(|row| row.subject.is_some());
        if shared && self.target < Percent(10_000) {
            return (Status::Pending, Reason::State(state));
        }
        let (status, other) = cx.missed(self.kind);
        (status, other.unwrap_or(Reason::State(state)))
    }

    /// Whether a record of this day no longer shows it on another.
    fn old(&self, record: i32, on: Date, cx: &JudgeCx<'_>) -> bool {
        let limit = self.within.zip(date(record));
        limit.is_some_and(|(limit, day)| after(day, limit, cx.plan) < on)
    }

    /// Whether what is covered now was covered on its due day, or that day is still to come.
    fn in_time(&self, found: Option<Found>, due: Date, cx: &JudgeCx<'_>) -> bool {
        let Some(found) = found else { return false };
        let then = found.then.filter(|then| then.shows);
        let then = then.is_some_and(|then| !self.old(then.day, due, cx));
        cx.as_of <= due || then
    }
}
