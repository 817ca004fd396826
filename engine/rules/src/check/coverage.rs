//! What every subject must have on a day, as *Coverage* of `MEANING.md` says.

use jiff::civil::Date;
use luoshi_calendar::date;
use luoshi_evidence::Kind;
use luoshi_plan::{Decimal, Limit, Percent};

use super::deadline::after;
use super::{CollectCx, JudgeCx, Rows};
use crate::assessment::{Irrelevance, Share, Status};
use crate::lut::{NONE, backfilled, one_of, subject_rows};
use crate::program::Row;
use crate::reason::{Reason, State, StateLack};
use crate::requirement::{Requirement, Worth};
use crate::verdict::Verdict;

/// Something that every subject must have.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// Index of the duty.
    pub duty: usize,
    /// The kind of record that proves it.
    pub kind: Kind,
    /// The `duty` of its records.
    pub record_duty: String,
    /// Subjects.
    pub rows: Vec<Row>,
    /// Share that must have it.
    pub target: Percent,
    /// By when; always if none.
    pub due: Option<Date>,
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
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    day: i32,
    row: u32,
    lack: Option<StateLack>,
    /// First day since which every record has shown it.
    since: Option<i32>,
    backfilled: bool,
}

impl Coverage {
    pub(crate) fn prepare(&self) -> Latest {
        Latest {
            of: vec![None; self.rows.len()],
        }
    }

    pub(crate) fn collect(&self, rows: Rows<'_>, latest: &mut Latest, cx: &mut CollectCx<'_>) {
        let columns = cx.evidence.of(self.kind);
        let names = &cx.evidence.names;
        let subjects = subject_rows(cx.plan, &self.rows, names);
        let needs = self.requirement.bind(cx.plan, names);
        let ending = one_of(&self.ending, names);
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
            let before = latest.of[at as usize].and_then(|f| f.since);
            latest.of[at as usize] = Some(Found {
                day,
                row: super::index(row),
                lack,
                since: if lack.is_some() {
                    None
                } else {
                    before.or(Some(day))
                },
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
        // Subjects that are no more, or not yet, need nothing.
        let alive = |row: &Row| row.span.is_none_or(|life| life.contains(cx.as_of));
        let rows: Vec<usize> = (0..self.rows.len())
            .filter(|at| alive(&self.rows[*at]))
            .collect();
        if rows.is_empty() {
            out.push(Verdict::new(
                self.duty,
                Status::NotApplicable,
                Reason::NoSubjects,
            ));
            return;
        }
        let mut covered = 0;
        let mut worst = Status::Met;
        for at in &rows {
            let verdict = self.judge_row(*at, latest.of[*at], cx);
            covered += u32::from(matches!(verdict.status, Status::Met | Status::Late));
            worst = worst.min(verdict.status);
            out.push(verdict);
        }
        if self.rows.len() == 1 && self.rows[0].subject.is_none() {
            return;
        }
        let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let share = Share {
            covered,
            total,
            target: self.target,
        };
        let reached = u64::from(covered) * 10_000 >= u64::from(self.target.0) * u64::from(total);
        let status = if reached {
            Status::Met
        } else {
            self.short(worst, cx)
        };
        let mut verdict = Verdict::new(self.duty, status, Reason::Share(share));
        verdict.day = self.due;
        verdict.figure = i64::from(total - covered);
        out.push(verdict);
    }

    /// How the share stands when it is short.
    fn short(&self, worst: Status, cx: &JudgeCx<'_>) -> Status {
        if worst == Status::Unknown {
            return Status::Unknown;
        }
        match self.due.and_then(|due| cx.open(due)) {
            Some(open) => open,
            None => cx.missed(self.kind).0,
        }
    }

    fn judge_row(&self, at: usize, found: Option<Found>, cx: &JudgeCx<'_>) -> Verdict {
        let judged_on = self.due.map_or(cx.as_of, |due| due.min(cx.as_of));
        let lack = match found {
            None => Some(StateLack::None),
            Some(found) => found.lack.or_else(|| {
                let limit = self.within?;
                let until = after(date(found.day)?, limit, cx.plan);
                (until < judged_on).then_some(StateLack::Old)
            }),
        };
        let since = found.and_then(|f| f.since).and_then(date);
        let state = State {
            latest: found.and_then(|f| date(f.day)),
            since,
            lack,
            due: self.due,
        };
        let mut reason = Reason::State(state);
        let status = match (lack, self.due) {
            (None, Some(due)) if since.is_some_and(|s| s > due) => Status::Late,
            (None, _) => Status::Met,
            (Some(_), due) => match due.and_then(|due| cx.open(due)) {
                Some(open) => open,
                None if self.target < Percent(10_000) => Status::Pending,
                None => {
                    let (status, other) = cx.missed(self.kind);
                    if let Some(other) = other {
                        reason = other;
                    }
                    status
                }
            },
        };
        let mut verdict = Verdict::new(self.duty, status, reason);
        verdict.subject = self.rows[at].subject;
        verdict.day = self.due;
        if let Some(found) = found {
            verdict
                .evidence
                .push(cx.columns(self.kind).id[found.row as usize]);
            verdict.backfilled = u32::from(found.backfilled);
        }
        verdict
    }
}
