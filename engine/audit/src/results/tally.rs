//! What several townships come to together.

use std::collections::BTreeMap;

use luoshi_rules::{Status, fails};
use serde::Serialize;

use super::share::Share;
use crate::model::{Audit, Duty, Judged, PlanTable, Township};
use crate::word;

/// What several townships come to together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Townships, those that could not be judged and those that are absent included.
    pub townships: u64,
    /// Townships of them that could not be judged.
    pub broken: u64,
    /// Townships of them that the register has and nobody found.
    pub absent: u64,
    /// Findings by status.
    #[serde(serialize_with = "word::counts::serialize_wide")]
    pub statuses: BTreeMap<Status, u64>,
    /// Findings that fail, those of vetoes, ladders and chains included.
    pub failing: u64,
    /// Of the duties that records prove: met, of those met or failing.
    pub carried: Share,
    /// Suspect, of all findings. A sign that a person should look into, never a failure.
    pub suspect: Share,
    /// Records entered late, of all records.
    pub backfilled: Share,
    /// Records changed or withdrawn by a correction, of all records.
    pub corrected: Share,
    /// Townships whose records are simulated.
    pub simulated: u64,
}

/// What these townships of an audit come to together.
#[must_use]
pub fn tally<'t>(audit: &Audit, townships: impl IntoIterator<Item = &'t Township>) -> Tally {
    let mut sum = Sum::default();
    for township in townships {
        sum.townships += 1;
        match township.judged() {
            Some(judged) => sum.add(audit, judged),
            None if township.is_absent() => sum.absent += 1,
            None => sum.broken += 1,
        }
    }
    sum.tally()
}

/// Of the duties that records prove: met, and met or failing. Posts held, vetoes and ladders whose conditions
/// are absent, and rules that only show signs are met without anybody having done anything.
#[must_use]
pub(crate) fn carried(audit: &Audit, judged: &Judged) -> Share {
    let mut carried = Carried::default();
    each_duty(audit, judged, |duty, counts| carried.add(duty, counts));
    carried.share()
}

#[derive(Default)]
struct Carried {
    met: u64,
    judged: u64,
}

impl Carried {
    fn add(&mut self, duty: &Duty, counts: &BTreeMap<Status, u32>) {
        if proved(duty) {
            let (met, failing) = met_and_failing(duty, counts);
            self.met += met;
            self.judged += met + failing;
        }
    }

    fn share(&self) -> Share {
        Share::good(self.met, self.judged)
    }
}

/// Whether records prove that a duty was carried out.
pub(crate) fn proved(duty: &Duty) -> bool {
    !matches!(duty.section.as_str(), "chains" | "vetoes" | "ladders") && !duty.signs_only
}

/// Findings of a duty that are met, and that fail.
#[must_use]
pub fn met_and_failing(duty: &Duty, counts: &BTreeMap<Status, u32>) -> (u64, u64) {
    let sum = |which: &dyn Fn(Status) -> bool| {
        let counts = counts.iter().filter(|(status, _)| which(**status));
        counts.map(|(_, count)| u64::from(*count)).sum()
    };
    let met = sum(&|status| status == Status::Met);
    (met, sum(&|status| fails(status, duty.severity)))
}

/// Each duty of a township that has findings, with their number by status.
pub(crate) fn each_duty<'a>(
    audit: &'a Audit,
    judged: &'a Judged,
    mut each: impl FnMut(&'a Duty, &'a BTreeMap<Status, u32>),
) {
    let table: Option<&PlanTable> = audit.plans.get(&judged.plan);
    for counts in &judged.duties {
        let duty = table.and_then(|table| table.duties.get(counts.duty as usize));
        if let Some(duty) = duty {
            each(duty, &counts.counts);
        }
    }
}

#[derive(Default)]
struct Sum {
    townships: u64,
    broken: u64,
    absent: u64,
    statuses: BTreeMap<Status, u64>,
    failing: u64,
    carried: Carried,
    records: u64,
    backfilled: u64,
    corrected: u64,
    simulated: u64,
}

impl Sum {
    fn add(&mut self, audit: &Audit, judged: &Judged) {
        each_duty(audit, judged, |duty, counts| {
            for (status, count) in counts {
                *self.statuses.entry(*status).or_default() += u64::from(*count);
            }
            self.failing += met_and_failing(duty, counts).1;
            self.carried.add(duty, counts);
        });
        self.records += u64::from(judged.records);
        self.backfilled += u64::from(judged.backfilled);
        self.corrected += u64::from(judged.corrected);
        self.simulated += u64::from(judged.simulated.is_some());
    }

    fn tally(self) -> Tally {
        let findings = self.statuses.values().sum();
        let suspect = self.statuses.get(&Status::Suspect).copied().unwrap_or(0);
        Tally {
            townships: self.townships,
            broken: self.broken,
            absent: self.absent,
            failing: self.failing,
            carried: self.carried.share(),
            suspect: Share::bad(suspect, findings),
            backfilled: Share::bad(self.backfilled, self.records),
            corrected: Share::bad(self.corrected, self.records),
            simulated: self.simulated,
            statuses: self.statuses,
        }
    }
}
