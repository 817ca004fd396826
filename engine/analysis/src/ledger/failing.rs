//! What the simulator is told to fail.

use luoshi_rules::{Assessment, Count, Finding, Reason, Status};
use luoshi_simulate::{Failure, Planted};

use super::maker::Maker;

/// What the simulator can make of a finding; others fail for want of records.
const PLANTED: [(Count, Status); 2] = [
    (Count::Late, Status::Late),
    (Count::Violated, Status::Violated),
];

impl Maker<'_> {
    /// As many failures as the example has, from the end; none where there are not enough findings.
    pub(super) fn planted(&self, before: &Assessment) -> Option<Planted> {
        let mut planted = Planted::default();
        for ((duty, place), want) in &self.counts {
            let met = self.met(before, duty, *place);
            let number = |count| want.get(&count).copied().unwrap_or(0);
            let worse = [Count::Late, Count::Violated, Count::Missed, Count::Unknown];
            let failing: i64 = worse.map(number).iter().sum();
            let left = i64::try_from(met.len()).unwrap_or(i64::MAX) - failing;
            let exact = want.contains_key(&Count::Met);
            if left < 0 || exact && left != number(Count::Met) {
                return None;
            }
            let mut from_the_end = met.iter().enumerate().rev();
            for (count, status) in PLANTED {
                for _ in 0..number(count) {
                    let (at, finding) = from_the_end.next()?;
                    planted.failures.push(failure(duty, at, finding, status));
                }
            }
        }
        Some(planted)
    }
}

fn failure(duty: &str, at: usize, finding: &Finding, status: Status) -> Failure {
    // What is about a record is named by its number.
    let by_number =
        finding.subject.is_none() && finding.period.is_none() && finding.id.contains('/');
    let responds = matches!(finding.reason, Reason::Responded(_));
    Failure {
        finding: if by_number || responds {
            format!("{duty}/#{}", at + 1)
        } else {
            finding.id.clone()
        },
        status,
        how: None,
        why: String::new(),
        times: None,
        on: None,
        corrected: false,
    }
}
