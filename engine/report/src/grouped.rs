//! Findings of which one line speaks together: what cannot be judged, what is going on.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_rules::{Finding, Status};

use crate::reader::Reader;

/// Findings of one duty about which the same is said.
pub(crate) type ByReason<'a> = BTreeMap<(usize, String), Vec<&'a Finding>>;

/// The same, those due soon before the others, then by their last day.
pub(crate) type ByDay<'a> = BTreeMap<(bool, Option<Date>, usize, String), Vec<&'a Finding>>;

impl<'a> Reader<'a> {
    /// The findings of a status.
    pub(crate) fn by_reason(&self, status: Status) -> ByReason<'a> {
        let mut groups = ByReason::new();
        let findings = self.assessment.findings.iter();
        for finding in findings.filter(|f| f.status == status) {
            let key = (finding.duty, self.reason(finding));
            groups.entry(key).or_default().push(finding);
        }
        groups
    }

    /// The findings that are due soon or going on.
    pub(crate) fn going_on(&self) -> ByDay<'a> {
        let mut groups = ByDay::new();
        let going_on = |f: &&Finding| matches!(f.status, Status::DueSoon | Status::Pending);
        for finding in self.assessment.findings.iter().filter(going_on) {
            let later = finding.status == Status::Pending;
            let key = (later, finding.day, finding.duty, self.reason(finding));
            groups.entry(key).or_default().push(finding);
        }
        groups
    }
}
