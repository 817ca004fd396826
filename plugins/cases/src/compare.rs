//! How an answer differs from what a case expects, in sentences.

use std::collections::BTreeSet;

use luoshi_plugin_interface::{Argument, Days, Description, Finding, check_findings};
use serde_yaml::Value;

use crate::case::{Case, Expected};
use crate::pack::scope_table;
use crate::value::{count, hundredths, scalar, told_day, told_hundredths, written_day};

impl Case {
    /// How these findings differ from those that the case expects; nothing if they are as expected. A malformed
    /// answer is a difference too.
    #[must_use]
    pub fn differences(&self, description: &Description, findings: &[Finding]) -> Vec<String> {
        let handed = self.handed(description);
        if let Err(fault) = check_findings(description, handed.rows, handed.evidence, findings) {
            return vec![format!("the answer is malformed: {fault}")];
        }
        Comparison::new(self, description).differences(findings)
    }
}

struct Comparison<'c> {
    case: &'c Case,
    /// The ids of the table of the scope.
    ids: Vec<&'c str>,
    /// The place in the order as written of each row of `evidence` that was handed over.
    evidence: Vec<usize>,
}

impl<'c> Comparison<'c> {
    fn new(case: &'c Case, description: &Description) -> Comparison<'c> {
        let grid = scope_table(description.scope).and_then(|name| case.tables.get(name));
        Comparison {
            case,
            ids: grid.and_then(|grid| grid.ids().ok()).unwrap_or_default(),
            evidence: case.evidence(description),
        }
    }

    fn differences(&self, findings: &[Finding]) -> Vec<String> {
        let mut told = Vec::new();
        let mut open: Vec<&Finding> = findings.iter().collect();
        let mut order: Vec<(usize, &Expected)> = (1..).zip(&self.case.expect).collect();
        // Those that say more choose first: `{ about: v01 }` would take what another one needs.
        order.sort_by_key(|(_, expected)| std::cmp::Reverse(said(expected)));
        for (number, expected) in order {
            let best = open
                .iter()
                .enumerate()
                .filter(|(_, finding)| self.same_place(expected, finding))
                .map(|(index, finding)| (self.between(expected, finding), index))
                .min_by_key(|(differences, index)| (differences.len(), *index));
            let name = name(expected);
            match best {
                None => told.push((
                    number,
                    format!("expected finding {number} {name} is missing"),
                )),
                Some((differences, index)) => {
                    open.remove(index);
                    let tell =
                        |d: String| (number, format!("expected finding {number} {name}: {d}"));
                    told.extend(differences.into_iter().map(tell));
                }
            }
        }
        told.sort_by_key(|(number, _)| *number);
        let unexpected = open.into_iter().map(|finding| self.unexpected(finding));
        told.into_iter()
            .map(|(_, sentence)| sentence)
            .chain(unexpected)
            .collect()
    }

    /// Whether both are about the same row, and the same days if the case names any.
    fn same_place(&self, expected: &Expected, finding: &Finding) -> bool {
        let days = |period: crate::case::Period| Days {
            first: count(period.from),
            last: count(period.to),
        };
        let same_days = expected
            .period
            .is_none_or(|period| finding.period == Some(days(period)));
        self.id(finding) == expected.about.as_deref() && same_days
    }

    fn id(&self, finding: &Finding) -> Option<&'c str> {
        let row = finding.about?;
        Some(self.ids.get(row as usize).copied().unwrap_or("?"))
    }

    fn between(&self, expected: &Expected, finding: &Finding) -> Vec<String> {
        let mut found = Vec::new();
        let mut unless = |same: bool, what: &str, wanted: &str, is: &str| {
            if !same {
                found.push(format!("{what} is {is}, not {wanted}"));
            }
        };
        let outcome = finding.outcome.word();
        unless(
            outcome == expected.outcome,
            "the outcome",
            &expected.outcome,
            outcome,
        );
        if let Some(message) = &expected.message {
            unless(
                *message == finding.message,
                "the message",
                message,
                &finding.message,
            );
        }
        if let Some(figure) = expected.figure {
            let (wanted, is) = (figure.to_string(), finding.figure.to_string());
            unless(wanted == is, "the figure", &wanted, &is);
        }
        if let Some(records) = &expected.records {
            let wanted: BTreeSet<usize> = records.iter().map(|row| *row as usize).collect();
            let is = self.records(finding);
            unless(
                wanted == is,
                "the set of records",
                &format!("{wanted:?}"),
                &format!("{is:?}"),
            );
        }
        found.extend(arguments(expected, finding));
        found
    }

    /// The records of a finding, by their places in the case.
    fn records(&self, finding: &Finding) -> BTreeSet<usize> {
        let written = |row: &u32| self.evidence.get(*row as usize).map(|place| place + 1);
        finding.records.iter().filter_map(written).collect()
    }

    fn unexpected(&self, finding: &Finding) -> String {
        let mut sentence = "not expected:".to_owned();
        if let Some(id) = self.id(finding) {
            sentence += &format!(" about {id},");
        }
        if let Some(days) = finding.period {
            sentence += &format!(" {} to {},", told_day(days.first), told_day(days.last));
        }
        sentence += &format!(" {}", finding.outcome.word());
        sentence += &format!(", message {}, figure {}", finding.message, finding.figure);
        for (name, argument) in &finding.arguments {
            sentence += &format!(", {name} {}", told(argument));
        }
        sentence + &format!(", records {:?}", self.records(finding))
    }
}

/// How much a case says of a finding.
fn said(expected: &Expected) -> usize {
    let parts = [
        expected.message.is_some(),
        expected.figure.is_some(),
        expected.records.is_some(),
    ];
    let parts = parts.iter().filter(|part| **part).count();
    100 * usize::from(expected.period.is_some()) + parts + expected.arguments.len()
}

fn name(expected: &Expected) -> String {
    let about = expected.about.as_deref().unwrap_or("the township");
    match expected.period {
        None => format!("(about {about})"),
        Some(period) => format!("(about {about}, {} to {})", period.from, period.to),
    }
}

/// Those arguments that the case names and that differ.
fn arguments<'f>(
    expected: &'f Expected,
    finding: &'f Finding,
) -> impl Iterator<Item = String> + 'f {
    expected.arguments.iter().filter_map(|(name, wanted)| {
        let name = scalar(name).unwrap_or_default();
        let wanted_text = scalar(wanted).unwrap_or_else(|| "a list or nothing".to_owned());
        let found = finding.arguments.iter().find(|(known, _)| *known == name);
        match found {
            None => Some(format!("there is no argument `{name}`")),
            Some((_, is)) if same(is, wanted) => None,
            Some((_, is)) => {
                let is = told(is);
                Some(format!("the argument `{name}` is {is}, not {wanted_text}"))
            }
        }
    })
}

fn same(is: &Argument, wanted: &Value) -> bool {
    let text = scalar(wanted).unwrap_or_default();
    match is {
        Argument::Whole(value) => wanted.as_i64() == Some(*value),
        Argument::Decimal(value) => hundredths(&text) == Ok(*value),
        Argument::Day(value) => written_day(&text) == Ok(*value),
        Argument::Text(value) => *value == text,
    }
}

fn told(argument: &Argument) -> String {
    match argument {
        Argument::Whole(value) => value.to_string(),
        Argument::Decimal(value) => told_hundredths(*value),
        Argument::Day(value) => told_day(*value),
        Argument::Text(value) => format!("「{value}」"),
    }
}
