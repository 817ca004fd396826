//! What rules can ask for.

use std::collections::BTreeMap;
use std::sync::Arc;

use luoshi_plan::{Plan, Space};

use crate::assessment::{Status, fails};
use crate::program::DutyInfo;
use crate::verdict::Verdict;

/// Counts of the findings of one duty.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    pub(super) met: i64,
    pub(super) missed: i64,
    pub(super) late: i64,
    pub(super) violated: i64,
    pub(super) suspect: i64,
    pub(super) unknown: i64,
    pub(super) pending: i64,
    pub(super) failing: i64,
    pub(super) figure: i64,
}

/// What rules can ask for: counts per duty and subject, incidents, parameters.
#[derive(Debug, Default)]
pub(crate) struct FactTable {
    /// By duty, then by subject; `None` holds the sum over all.
    pub(super) duties: BTreeMap<String, BTreeMap<Option<String>, Counts>>,
    pub(super) incidents: BTreeMap<String, BTreeMap<Option<String>, i64>>,
    pub(super) parameters: BTreeMap<String, Option<i64>>,
}

impl FactTable {
    pub(crate) fn new(plan: &Plan, duties: &[Arc<DutyInfo>], verdicts: &[Verdict]) -> FactTable {
        let mut table = FactTable::default();
        // A duty that is off is known too: it has no findings.
        for space in [Space::Duty, Space::Chain] {
            for (name, _) in plan.places.of(space) {
                table.duties.insert(name.to_owned(), BTreeMap::new());
            }
        }
        for verdict in verdicts {
            let info = &duties[verdict.duty];
            let by_subject = table.duties.entry(info.id.clone()).or_default();
            let subject = verdict
                .subject
                .map(|at| plan.subjects[at as usize].id.name.to_string());
            by_subject.entry(None).or_default().add(verdict, info);
            if subject.is_some() {
                by_subject.entry(subject).or_default().add(verdict, info);
            }
        }
        for kind in &plan.content.incidents {
            table
                .incidents
                .insert(kind.id.name.to_string(), BTreeMap::new());
        }
        for parameter in &plan.parameters {
            let number = parameter.value.as_deref().and_then(whole_number);
            table.parameters.insert(parameter.id.clone(), number);
        }
        table
    }

    /// `places` are the subject of the incident and those that it lies in.
    pub(crate) fn count_incident<'s>(&mut self, kind: &str, places: impl Iterator<Item = &'s str>) {
        if let Some(by_subject) = self.incidents.get_mut(kind) {
            *by_subject.entry(None).or_default() += 1;
            for place in places {
                *by_subject.entry(Some(place.to_owned())).or_default() += 1;
            }
        }
    }
}

/// The leading whole number of a value such as `50`, `50元`, `3wd`: what `param` gives a rule.
#[must_use]
pub fn whole_number(text: &str) -> Option<i64> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

impl Counts {
    fn add(&mut self, verdict: &Verdict, info: &DutyInfo) {
        match verdict.status {
            Status::Met => self.met += 1,
            Status::Missed => self.missed += 1,
            Status::Late => self.late += 1,
            Status::Violated => self.violated += 1,
            Status::Suspect => self.suspect += 1,
            Status::Unknown => self.unknown += 1,
            Status::Pending | Status::DueSoon => self.pending += 1,
            Status::Unset | Status::Waived | Status::NotApplicable => {}
        }
        self.failing += i64::from(fails(verdict.status, info.severity));
        // What figures add up to fails rules; a sign may do that only where a rule asks for `suspect`.
        if verdict.status != Status::Suspect {
            self.figure += verdict.figure;
        }
    }
}

#[cfg(test)]
mod tests {
    use luoshi_plan::model::Severity;

    use super::{Counts, DutyInfo, Status, Verdict, fails};
    use crate::reason::Reason;

    #[test]
    fn a_sign_counts_for_itself_and_for_nothing_else() {
        let info = DutyInfo {
            id: "late_entry".to_owned(),
            name: String::new(),
            section: "plugins",
            clauses: Vec::new(),
            responsible: None,
            severity: Severity::Major,
        };
        let mut sign = Verdict::new(0, Status::Suspect, Reason::Held);
        sign.figure = 23;
        let mut counts = Counts::default();
        counts.add(&sign, &info);
        assert!(!fails(sign.status, info.severity));
        assert_eq!((counts.suspect, counts.unknown, counts.met), (1, 0, 0));
        assert_eq!((counts.failing, counts.figure), (0, 0));
    }

    #[test]
    fn sums_of_counts_are_made_of_the_same_parts_wherever_they_are_made() {
        use crate::trial::Count;
        let statuses = [
            (Status::Met, Count::Met),
            (Status::Missed, Count::Missed),
            (Status::Late, Count::Late),
            (Status::Violated, Count::Violated),
            (Status::Suspect, Count::Suspect),
            (Status::Unknown, Count::Unknown),
            (Status::Pending, Count::Pending),
        ];
        for severity in [Severity::Minor, Severity::Normal, Severity::Major] {
            let info = DutyInfo {
                id: "visit".to_owned(),
                name: String::new(),
                section: "activities",
                clauses: Vec::new(),
                responsible: None,
                severity,
            };
            for (status, count) in statuses {
                let mut counts = Counts::default();
                counts.add(&Verdict::new(0, status, Reason::Held), &info);
                let is_part = |of: Count| i64::from(of.parts(severity).contains(&count));
                assert_eq!(counts.failing, is_part(Count::Failing), "{status:?}");
                let judged = counts.met + counts.failing;
                assert_eq!(judged, is_part(Count::Judged), "{status:?}");
            }
        }
    }
}
