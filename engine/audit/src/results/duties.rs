//! Which duties fail most.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use luoshi_rules::Status;
use serde::Serialize;

use super::roll::Named;
use super::share::Share;
use super::tally::met_and_failing;
use crate::model::{Audit, Township};
use crate::word;

/// A duty over all townships that have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DutyOver {
    /// Its id.
    pub duty: String,
    /// Its name. Two duties of one id and two names are two duties.
    pub name: String,
    /// The key of the section that it stands in.
    pub section: String,
    /// The clauses that it carries out, in the first plan that has it.
    pub clauses: Vec<String>,
    /// Townships in which something of it was met or failed, of those whose plan has it.
    pub told: Share,
    /// Townships in which something of it failed, of those in which something was met or failed.
    pub townships: Share,
    /// Findings that fail, of those met or failing.
    pub failing: Share,
}

#[derive(Default)]
struct Over<'a> {
    section: &'a str,
    clauses: &'a [String],
    have: u64,
    told: u64,
    failing_in: u64,
    failing: u64,
    judged: u64,
}

/// Every duty of which something failed somewhere, by id and name.
#[must_use]
pub fn duties(audit: &Audit) -> Vec<DutyOver> {
    let mut all: BTreeMap<(&str, &str), Over<'_>> = BTreeMap::new();
    for judged in audit
        .townships
        .iter()
        .filter_map(|township| township.judged())
    {
        let duties = audit
            .plans
            .get(&judged.plan)
            .map(|table| table.duties.as_slice());
        let duties = duties.unwrap_or_default();
        for duty in duties {
            let over = all.entry((&duty.id, &duty.name)).or_insert_with(|| Over {
                section: &duty.section,
                clauses: &duty.clauses,
                ..Over::default()
            });
            over.have += 1;
        }
        for counts in &judged.duties {
            let duty = duties.get(counts.duty as usize);
            let over = duty.and_then(|duty| Some((duty, all.get_mut(&(&duty.id, &duty.name))?)));
            if let Some((duty, over)) = over {
                let (met, failing) = met_and_failing(duty, &counts.counts);
                over.told += u64::from(met + failing > 0);
                over.failing_in += u64::from(failing > 0);
                over.failing += failing;
                over.judged += met + failing;
            }
        }
    }
    let failed = all.into_iter().filter(|(_, over)| over.failing > 0);
    failed
        .map(|((id, name), over)| over.duty(id, name))
        .collect()
}

impl Over<'_> {
    fn duty(self, id: &str, name: &str) -> DutyOver {
        DutyOver {
            duty: id.to_owned(),
            name: name.to_owned(),
            section: self.section.to_owned(),
            clauses: self.clauses.to_vec(),
            told: Share::good(self.told, self.have),
            townships: Share::bad(self.failing_in, self.told),
            failing: Share::bad(self.failing, self.judged),
        }
    }
}

/// Those first of which the largest share fails; of like shares those with more failures.
#[must_use]
pub fn by_share(a: &DutyOver, b: &DutyOver) -> Ordering {
    let share = b.failing.compare(a.failing);
    share
        .then_with(|| b.failing.count.cmp(&a.failing.count))
        .then_with(|| by_name(a, b))
}

/// Those first of which most fail; of like numbers those with the larger share.
#[must_use]
pub fn by_count(a: &DutyOver, b: &DutyOver) -> Ordering {
    let count = b.failing.count.cmp(&a.failing.count);
    count
        .then_with(|| b.failing.compare(a.failing))
        .then_with(|| by_name(a, b))
}

fn by_name(a: &DutyOver, b: &DutyOver) -> Ordering {
    (&a.duty, &a.name).cmp(&(&b.duty, &b.name))
}

/// A duty in one township.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DutyIn {
    /// The township.
    #[serde(flatten)]
    pub township: Named,
    /// Findings that fail, of those met or failing.
    pub failing: Share,
    /// Findings by status.
    #[serde(serialize_with = "word::counts::serialize")]
    pub statuses: BTreeMap<Status, u32>,
}

/// How a duty stands in each township whose plan has it, by township.
#[must_use]
pub fn duty_over(audit: &Audit, id: &str) -> Vec<DutyIn> {
    let of_township = |township: &Township| {
        let judged = township.judged()?;
        let table = audit.plans.get(&judged.plan)?;
        let at = table.duties.iter().position(|duty| duty.id == id)?;
        let counts = judged
            .duties
            .iter()
            .find(|counts| counts.duty as usize == at);
        let statuses = counts
            .map(|counts| counts.counts.clone())
            .unwrap_or_default();
        let (met, failing) = met_and_failing(table.duties.get(at)?, &statuses);
        Some(DutyIn {
            township: Named::of(township),
            failing: Share::bad(failing, met + failing),
            statuses,
        })
    };
    audit.townships.iter().filter_map(of_township).collect()
}
