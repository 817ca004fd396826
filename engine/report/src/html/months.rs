//! The months in which things are due.

use std::fmt;

use luoshi_rules::{Assessment, Finding};

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Month {
    pub(super) year: i16,
    pub(super) month: i8,
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl Month {
    fn next(self) -> Month {
        if self.month == 12 {
            Month {
                year: self.year + 1,
                month: 1,
            }
        } else {
            Month {
                month: self.month + 1,
                ..self
            }
        }
    }
}

/// The month of the day by which a finding counts.
pub(super) fn of(finding: &Finding) -> Option<Month> {
    let day = finding.day.or(finding.period.map(|p| p.span.to))?;
    Some(Month {
        year: day.year(),
        month: day.month(),
    })
}

/// Every month from the first to the last in which something counts.
pub(super) fn all(assessment: &Assessment) -> Vec<Month> {
    let months = || assessment.findings.iter().filter_map(of);
    let (Some(first), Some(last)) = (months().min(), months().max()) else {
        return Vec::new();
    };
    let next = |month: &Month| Some(month.next()).filter(|m| *m <= last);
    std::iter::successors(Some(first), next).collect()
}
