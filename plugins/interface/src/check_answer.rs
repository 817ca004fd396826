//! What an answer must be before anybody relies on it.

use std::collections::BTreeMap;
use std::fmt;

use crate::answer::{Argument, Days, Finding};
use crate::check::{TEXT_AT_MOST, quoted};
use crate::describe::{Description, Outcome, Scope};
use crate::message::names;

/// The first day that can be told, 0001-01-01.
pub const FIRST_DAY: i32 = -719_162;
/// The last day that can be told, 9999-12-31.
pub const LAST_DAY: i32 = 2_932_896;

/// What is wrong with the findings of an answer. They are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerFault {
    /// A rule about the township gave so many findings, not one.
    Count(usize),
    /// A finding is malformed.
    Finding(usize, FindingFault),
    /// Two findings are about the same row and the same days.
    Same(usize, usize),
}

/// What is wrong with a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingFault {
    /// The description does not say that this outcome may be given.
    Outcome(Outcome),
    /// It says nothing of what it is about, and is not about the township.
    NoRow,
    /// It names a row, and is about the township.
    TownshipRow(u32),
    /// The table of the scope has fewer rows.
    Row(u32),
    /// `evidence` has fewer rows.
    Record(u32),
    /// The last day is before the first, or a day lies outside the calendar.
    Period(Days),
    /// The description has no such message.
    Message(String),
    /// The message asks for this argument, and it is not there.
    NoArgument(String),
    /// The message does not ask for this argument, or it is there twice.
    Argument(String),
    /// The argument is a day outside the calendar.
    Day(String),
    /// The argument is longer than [`TEXT_AT_MOST`] characters.
    TooLong(String),
}

/// Checks all findings of an answer: each for itself, that no two are about the same row and days, and that a rule
/// about the township gave one.
///
/// `rows` is the number of rows in the table of the scope; `evidence` that of the table `evidence` as it was handed
/// over.
///
/// # Errors
/// The first fault.
pub fn check_findings(
    description: &Description,
    rows: usize,
    evidence: usize,
    findings: &[Finding],
) -> Result<(), AnswerFault> {
    if description.scope == Scope::Township && findings.len() != 1 {
        return Err(AnswerFault::Count(findings.len()));
    }
    let mut seen = BTreeMap::new();
    for (index, finding) in findings.iter().enumerate() {
        check_finding(description, rows, evidence, finding)
            .map_err(|fault| AnswerFault::Finding(index, fault))?;
        if let Some(first) = seen.insert((finding.about, finding.period), index) {
            return Err(AnswerFault::Same(first, index));
        }
    }
    Ok(())
}

/// Checks one finding; the arguments are those of [`check_findings`].
///
/// # Errors
/// The first fault.
pub fn check_finding(
    description: &Description,
    rows: usize,
    evidence: usize,
    finding: &Finding,
) -> Result<(), FindingFault> {
    if !description.outcomes.contains(&finding.outcome) {
        return Err(FindingFault::Outcome(finding.outcome));
    }
    match (description.scope, finding.about) {
        (Scope::Township, None) => {}
        (Scope::Township, Some(row)) => return Err(FindingFault::TownshipRow(row)),
        (_, None) => return Err(FindingFault::NoRow),
        (_, Some(row)) if row as usize >= rows => return Err(FindingFault::Row(row)),
        (_, Some(_)) => {}
    }
    if let Some(row) = finding
        .records
        .iter()
        .find(|row| **row as usize >= evidence)
    {
        return Err(FindingFault::Record(*row));
    }
    if let Some(days) = finding.period
        && !(days.first <= days.last && told(days.first) && told(days.last))
    {
        return Err(FindingFault::Period(days));
    }
    check_message(description, finding)
}

fn check_message(description: &Description, finding: &Finding) -> Result<(), FindingFault> {
    let mut messages = description.messages.iter();
    let Some(message) = messages.find(|message| message.id == finding.message) else {
        return Err(FindingFault::Message(quoted(&finding.message)));
    };
    let mut missing = names(&message.text.zh);
    for (name, argument) in &finding.arguments {
        if !missing.remove(name.as_str()) {
            return Err(FindingFault::Argument(quoted(name)));
        }
        match argument {
            Argument::Day(day) if !told(*day) => return Err(FindingFault::Day(quoted(name))),
            Argument::Text(text) if text.chars().nth(TEXT_AT_MOST).is_some() => {
                return Err(FindingFault::TooLong(quoted(name)));
            }
            _ => {}
        }
    }
    match missing.first() {
        Some(name) => Err(FindingFault::NoArgument(quoted(name))),
        None => Ok(()),
    }
}

fn told(day: i32) -> bool {
    (FIRST_DAY..=LAST_DAY).contains(&day)
}

impl fmt::Display for AnswerFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AnswerFault::Count(0) => f.write_str("no finding about the township"),
            AnswerFault::Count(count) => write!(f, "{count} findings about the township, not one"),
            AnswerFault::Finding(index, fault) => write!(f, "finding {}: {fault}", index + 1),
            AnswerFault::Same(first, second) => {
                let (first, second) = (first + 1, second + 1);
                write!(
                    f,
                    "findings {first} and {second} are about the same row and days"
                )
            }
        }
    }
}

impl std::error::Error for AnswerFault {}

impl fmt::Display for FindingFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FindingFault::Outcome(outcome) => {
                write!(
                    f,
                    "the outcome `{}` is not in the description",
                    outcome.word()
                )
            }
            FindingFault::NoRow => f.write_str("it does not say what it is about"),
            FindingFault::TownshipRow(row) => {
                write!(
                    f,
                    "it is about row {row}, yet the rule is about the township"
                )
            }
            FindingFault::Row(row) => write!(f, "it is about row {row}, which does not exist"),
            FindingFault::Record(row) => write!(f, "it names record {row}, which does not exist"),
            FindingFault::Period(Days { first, last }) => {
                write!(f, "its days, {first} to {last}, are none")
            }
            FindingFault::Message(id) => write!(f, "the message `{id}` is not in the description"),
            FindingFault::NoArgument(name) => write!(f, "the argument `{name}` is missing"),
            FindingFault::Argument(name) => {
                write!(
                    f,
                    "the argument `{name}` is not in the message, or is there twice"
                )
            }
            FindingFault::Day(name) => write!(f, "the argument `{name}` is no day of the calendar"),
            FindingFault::TooLong(name) => {
                write!(
                    f,
                    "the argument `{name}` is longer than {TEXT_AT_MOST} characters"
                )
            }
        }
    }
}

impl std::error::Error for FindingFault {}
