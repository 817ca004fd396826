//! The facts of an example as they are in a ledger.

use luoshi_evidence::{Kind, Record};
use luoshi_rules::{Assessment, Count, Finding, Program, Status};

use crate::facts::{Fact, Place};

use super::judged::assessed;
use super::maker::Maker;

impl Maker<'_> {
    /// What each fact comes to under these records.
    pub(super) fn counted(&self, programs: &[Program<'_>], records: &[Record]) -> Vec<(Fact, i64)> {
        let program = &programs[0];
        let assessment = assessed(program, records);
        let value = |(fact, given): &(Fact, i64)| {
            let value = match fact {
                Fact::Count { duty, count, place } => {
                    let of = self.of(&assessment, duty, *place);
                    of.iter().map(|finding| number_of(finding, *count)).sum()
                }
                Fact::Incidents { kind, place } => {
                    let of = records.iter().filter(|record| {
                        let here =
                            self.subject.is_none() || record.subject.as_deref() == self.subject;
                        let kind = record.status.as_ref() == Some(kind);
                        record.kind == Kind::Incident && kind && here == (*place == Place::Here)
                    });
                    i64::try_from(of.count()).unwrap_or(i64::MAX)
                }
                Fact::Parameter(_) | Fact::Further { .. } => *given,
            };
            (fact.clone(), value)
        };
        self.facts.iter().map(value).collect()
    }

    /// Findings of a duty, here or elsewhere.
    fn of<'f>(&self, assessment: &'f Assessment, duty: &str, place: Place) -> Vec<&'f Finding> {
        let is_there = |finding: &&Finding| {
            let subject = finding.subject.as_ref().map(|s| s.id.as_str());
            let here = self.subject.is_none() || subject == self.subject;
            here == (place == Place::Here) && assessment.duties[finding.duty].id == duty
        };
        assessment.findings.iter().filter(is_there).collect()
    }

    /// Those that are met.
    pub(super) fn met<'f>(
        &self,
        assessment: &'f Assessment,
        duty: &str,
        place: Place,
    ) -> Vec<&'f Finding> {
        let of = self.of(assessment, duty, place).into_iter();
        of.filter(|f| f.status == Status::Met && f.facet.is_none())
            .collect()
    }
}

/// What a finding adds to a number of its duty.
fn number_of(finding: &Finding, count: Count) -> i64 {
    let is = |statuses: &[Status]| i64::from(statuses.contains(&finding.status));
    match count {
        Count::Met => is(&[Status::Met]),
        Count::Missed => is(&[Status::Missed]),
        Count::Late => is(&[Status::Late]),
        Count::Violated => is(&[Status::Violated]),
        Count::Suspect => is(&[Status::Suspect]),
        Count::Unknown => is(&[Status::Unknown]),
        Count::Pending => is(&[Status::Pending, Status::DueSoon]),
        Count::Figure if finding.status == Status::Suspect => 0,
        Count::Figure => finding.figure,
        // Sums of others; no example speaks of them.
        Count::Failing | Count::Judged => 0,
    }
}
