//! The checks: one module for each mechanism, holding what it compiles to, what it collects
//! and how it judges.

pub(crate) mod cadence;
pub(crate) mod chain;
pub(crate) mod coverage;
pub(crate) mod deadline;
pub(crate) mod each_needs;
pub(crate) mod indicator;
pub(crate) mod ladder;
pub(crate) mod response;
pub(crate) mod reward;
pub(crate) mod roster;
pub(crate) mod rule;
pub(crate) mod score;
pub(crate) mod veto;
pub(crate) mod waiver;

pub use cadence::{Cadence, CadenceTerms};
pub use coverage::{Coverage, CoverageTerms};
pub use deadline::{Deadline, DeadlineTerms};
pub use each_needs::{EachNeeds, EachNeedsTerms};
pub use indicator::{Indicator, IndicatorTerms};
pub use response::{Response, ResponseTerms};
pub use reward::{Reward, RewardTerms};
pub use roster::Roster;

use std::ops::Deref;
use std::sync::Arc;

use jiff::civil::Date;
use luoshi_evidence::{Columns, Evidence, Kind};
use luoshi_plan::Plan;

use crate::assemble::who::Directory;
use crate::assessment::{Irrelevance, Status};
use crate::lut::backfilled;
use crate::program::{Interest, Program, Row};
use crate::reason::Reason;
use crate::verdict::Verdict;

/// A check of one plan. What it asks for is the same in every plan that shares the duty; which
/// duty of the plan that is, and for whom it is asked, is not.
#[derive(Debug, Clone)]
pub struct Placed<T> {
    /// Index of the duty.
    pub duty: usize,
    /// For whom it is asked: subjects, units that must each act, or the whole jurisdiction.
    pub rows: Arc<[Row]>,
    /// What it asks for.
    pub terms: Arc<T>,
}

impl<T> Deref for Placed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.terms
    }
}

impl<T> Placed<T> {
    /// The same for a duty of another plan.
    fn again(&self, duty: usize, rows: &Arc<[Row]>) -> Self {
        Placed {
            duty,
            rows: rows.clone(),
            terms: self.terms.clone(),
        }
    }
}

/// One check of a program.
#[derive(Debug)]
pub enum Check {
    /// A needed value is open: index of the duty, and the parameter that would decide it.
    Open(usize, Option<String>),
    /// Records counted per period.
    Cadence(Cadence),
    /// Something done once.
    Deadline(Deadline),
    /// A state that every subject must have.
    Coverage(Coverage),
    /// Shifts and attendance. In a box, for a plan has few of them, and it is larger than any other check.
    Roster(Box<Roster>),
    /// What must follow an incident.
    Response(Response),
    /// Records that need another.
    EachNeeds(EachNeeds),
    /// Rewards and their bounds.
    Reward(Reward),
    /// Figures.
    Indicator(Indicator),
    /// Posts that must be held: index of the duty, index of the chain.
    Chain(usize, usize),
    /// What a veto measures before incidents.
    Lapse(veto::LapseWindow),
}

/// What a check has collected.
#[derive(Debug)]
pub(crate) enum Fact {
    Nothing,
    Grid(cadence::Grid),
    Once(deadline::Once),
    Latest(coverage::Latest),
    Roster(roster::Tally),
    Rows(Vec<Vec<u32>>),
    Values(indicator::Values),
    Days(veto::DaySums),
}

/// What collecting needs to know.
pub(crate) struct CollectCx<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) evidence: &'a Evidence,
    /// Whether every finding must name its records.
    pub(crate) trace: bool,
    /// Day of the run, as a number.
    pub(crate) as_of: i32,
    pub(crate) backfill: i32,
    /// For each text of the names whether it holds the mark of an issued paper; empty if none does.
    pub(crate) issued: Vec<bool>,
    /// Records that no check can use.
    pub(crate) irrelevant: Vec<(Kind, u32, Irrelevance)>,
}

impl CollectCx<'_> {
    /// Whether a record is that of an issued paper, by its marks.
    pub(crate) fn is_issued(&self, marks: u32) -> bool {
        self.issued.get(marks as usize).copied().unwrap_or(false)
    }

    /// Notes a record that belongs to a duty which cannot use it.
    pub(crate) fn set_aside(&mut self, kind: Kind, row: usize, why: Irrelevance) {
        if self.trace {
            self.irrelevant
                .push((kind, u32::try_from(row).unwrap_or(u32::MAX), why));
        }
    }
}

/// Rows of the columns of one kind: all of them, or some, in order.
#[derive(Clone, Copy)]
pub(crate) enum Rows<'a> {
    All(usize),
    Some(&'a [u32]),
}

impl Rows<'_> {
    pub(crate) fn len(self) -> usize {
        match self {
            Rows::All(count) => count,
            Rows::Some(rows) => rows.len(),
        }
    }

    /// Runs a loop body over the rows: from one place, so that the body is no function that is called for each.
    #[inline]
    pub(crate) fn each(self, mut body: impl FnMut(usize)) {
        let (count, some) = match self {
            Rows::All(count) => (count, None),
            Rows::Some(rows) => (rows.len(), Some(rows)),
        };
        for at in 0..count {
            body(some.map_or(at, |rows| rows[at] as usize));
        }
    }
}

/// What judging needs to know.
pub(crate) struct JudgeCx<'a> {
    pub(crate) program: &'a Program<'a>,
    pub(crate) plan: &'a Plan,
    pub(crate) as_of: Date,
    pub(crate) evidence: &'a Evidence,
    pub(crate) facts: &'a [Fact],
    /// The names of units and roles.
    pub(crate) who: Directory<'a>,
    /// For each subject, the one that it lies in.
    pub(crate) outer: Vec<Option<usize>>,
    /// For each kind, whether the ledger holds records that can prove a duty.
    pub(crate) held: [bool; Kind::COUNT],
}

impl JudgeCx<'_> {
    /// `missed`, or `unknown` where the ledger does not hold that kind of record at all.
    pub(crate) fn missed(&self, kind: Kind) -> (Status, Option<Reason>) {
        if !self.held[kind as usize] {
            (Status::Unknown, Some(Reason::NoRecords(kind.name())))
        } else {
            (Status::Missed, None)
        }
    }

    /// How something stands that is not there yet and can come until the end of `last`.
    pub(crate) fn open(&self, last: Date) -> Option<Status> {
        if self.as_of > last {
            return None;
        }
        let soon = self.plan.settings.due_soon;
        let near = soon > 0 && self.as_of >= self.plan.workdays.window_start(last, soon);
        Some(if near {
            Status::DueSoon
        } else {
            Status::Pending
        })
    }

    /// The columns of a kind.
    pub(crate) fn columns(&self, kind: Kind) -> &Columns {
        self.evidence.of(kind)
    }

    /// How many of these records of a kind were entered long after their day.
    pub(crate) fn backfilled(&self, kind: Kind, rows: impl IntoIterator<Item = u32>) -> u32 {
        let columns = self.columns(kind);
        let days = i32::try_from(self.plan.settings.backfill).unwrap_or(i32::MAX);
        let late = |row: &u32| {
            let row = *row as usize;
            backfilled(columns.recorded[row], columns.day[row], days)
        };
        let count = rows.into_iter().filter(late).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }
}

/// Whether the ledger holds records of a kind that can prove a duty: those that only follow a finding up
/// name none.
pub(crate) fn holds(evidence: &Evidence, kind: Kind) -> bool {
    let columns = evidence.of(kind);
    (0..columns.len()).any(|row| !crate::follow_up::follows_up(kind, row, evidence))
}

impl Check {
    /// Index of its duty.
    #[must_use]
    pub fn duty(&self) -> usize {
        match self {
            Check::Open(duty, _) | Check::Chain(duty, _) => *duty,
            Check::Cadence(c) => c.duty,
            Check::Deadline(c) => c.duty,
            Check::Coverage(c) => c.duty,
            Check::Roster(c) => c.duty,
            Check::Response(c) => c.duty,
            Check::EachNeeds(c) => c.duty,
            Check::Reward(c) => c.duty,
            Check::Indicator(c) => c.duty,
            Check::Lapse(c) => c.veto,
        }
    }

    /// How many findings it may come to before any record is read.
    pub(crate) fn size(&self) -> usize {
        match self {
            Check::Open(..) | Check::Chain(..) => 1,
            // What it adds up takes a tenth of a finding for each day.
            Check::Lapse(c) => c.rows.len().saturating_mul(c.days) / 10,
            Check::Cadence(c) => c.rows.len().saturating_mul(c.table.width()),
            Check::Indicator(c) => c.rows.len().saturating_mul(c.table.width()),
            Check::Deadline(c) => c.rows.len(),
            Check::Coverage(c) => c.rows.len(),
            Check::Response(c) => c.rows.len(),
            Check::EachNeeds(c) => c.rows.len(),
            Check::Reward(c) => c.rows.len(),
            Check::Roster(c) => c.pool.len(),
        }
    }

    /// The same check for another plan that shares the duty; none of one that is about the plan it
    /// was made for.
    pub(crate) fn again(&self, duty: usize, rows: &Arc<[Row]>) -> Option<Check> {
        Some(match self {
            Check::Open(_, parameter) => Check::Open(duty, parameter.clone()),
            Check::Cadence(c) => Check::Cadence(c.again(duty, &c.per_unit(rows))),
            Check::Deadline(c) => Check::Deadline(c.again(duty, rows)),
            Check::Coverage(c) => Check::Coverage(c.again(duty, rows)),
            Check::Response(c) => Check::Response(c.again(duty, rows)),
            Check::EachNeeds(c) => Check::EachNeeds(c.again(duty, rows)),
            Check::Reward(c) => Check::Reward(c.again(duty, rows)),
            Check::Indicator(c) => Check::Indicator(c.again(duty, rows)),
            Check::Roster(_) | Check::Chain(..) | Check::Lapse(_) => return None,
        })
    }

    /// Which records it reads, in the order that it wants them.
    pub(crate) fn interests(&self) -> Vec<Interest> {
        match self {
            Check::Open(..) | Check::Chain(..) => Vec::new(),
            Check::Cadence(c) => c.interests(),
            Check::Deadline(c) => vec![interest(c.kind, &c.record_duty)],
            Check::Coverage(c) => vec![interest(c.kind, &c.record_duty)],
            Check::Roster(c) => vec![interest(Kind::Shift, &c.record_duty)],
            Check::Response(c) => c.interests(),
            Check::EachNeeds(c) => c.interests(),
            Check::Reward(c) => vec![interest(Kind::Reward, &c.record_duty)],
            Check::Indicator(c) => c.interests(),
            Check::Lapse(c) => c.interests(),
        }
    }

    /// An empty place for what it collects.
    pub(crate) fn prepare(&self, cx: &CollectCx<'_>) -> Fact {
        match self {
            Check::Open(..) | Check::Chain(..) => Fact::Nothing,
            Check::Cadence(c) => Fact::Grid(c.prepare()),
            Check::Deadline(c) => Fact::Once(c.prepare()),
            Check::Coverage(c) => Fact::Latest(c.prepare()),
            Check::Roster(c) => Fact::Roster(c.prepare(cx)),
            Check::Response(_) | Check::EachNeeds(_) | Check::Reward(_) => {
                Fact::Rows(vec![Vec::new(); 2])
            }
            Check::Indicator(c) => Fact::Values(c.prepare()),
            Check::Lapse(_) => Fact::Days(veto::DaySums::default()),
        }
    }

    /// Takes the records of one of its interests.
    pub(crate) fn collect(
        &self,
        at: usize,
        rows: Rows<'_>,
        fact: &mut Fact,
        cx: &mut CollectCx<'_>,
    ) {
        match (self, fact) {
            (Check::Cadence(c), Fact::Grid(f)) => c.collect(rows, f, cx),
            (Check::Deadline(c), Fact::Once(f)) => c.collect(rows, f, cx),
            (Check::Coverage(c), Fact::Latest(f)) => c.collect(rows, f, cx),
            (Check::Roster(c), Fact::Roster(f)) => c.collect(rows, f, cx),
            (Check::Response(c), Fact::Rows(f)) => c.collect(at, rows, f, cx),
            (Check::EachNeeds(c), Fact::Rows(f)) => c.collect(at, rows, f, cx),
            (Check::Reward(c), Fact::Rows(f)) => c.collect(rows, &mut f[0], cx),
            (Check::Indicator(c), Fact::Values(f)) => c.collect(rows, f, cx),
            (Check::Lapse(c), Fact::Days(f)) => c.collect(rows, f, cx),
            _ => {}
        }
    }

    /// Turns what it collected into verdicts.
    pub(crate) fn judge(&self, fact: &Fact, cx: &JudgeCx<'_>, out: &mut Vec<Verdict>) {
        match (self, fact) {
            (Check::Open(duty, parameter), _) => {
                out.push(Verdict::new(
                    *duty,
                    Status::Unset,
                    Reason::Unset(parameter.clone()),
                ));
            }
            (Check::Chain(duty, at), _) => {
                let day = chain::Day {
                    plan: cx.plan,
                    as_of: cx.as_of,
                };
                chain::judge(*duty, *at, day, out);
            }
            (Check::Cadence(c), Fact::Grid(f)) => c.judge(f, cx, out),
            (Check::Deadline(c), Fact::Once(f)) => c.judge(f, cx, out),
            (Check::Coverage(c), Fact::Latest(f)) => c.judge(f, cx, out),
            (Check::Roster(c), Fact::Roster(f)) => c.judge(f, cx, out),
            (Check::Response(c), Fact::Rows(f)) => c.judge(f, cx, out),
            (Check::EachNeeds(c), Fact::Rows(f)) => c.judge(f, cx, out),
            (Check::Reward(c), Fact::Rows(f)) => c.judge(f, cx, out),
            (Check::Indicator(c), Fact::Values(f)) => c.judge(f, cx, out),
            _ => {}
        }
    }
}

/// An index that the columns promise to fit: a ledger holds fewer than 2³² records.
pub(crate) fn index(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}

fn interest(kind: Kind, duty: &str) -> Interest {
    Interest {
        kind,
        duty: Some(duty.into()),
    }
}
