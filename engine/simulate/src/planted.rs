//! What goes wrong on purpose: `planted.yaml`.

use std::fmt;

use jiff::civil::Date;
use luoshi_rules::Status;
use serde::{Deserialize, Deserializer};

use crate::sign::Sign;

/// Failures and signs to plant, and the findings that follow from them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Planted {
    /// Version of the format: 1.
    pub luoshi: u32,
    /// The seed with which the published evidence was made.
    pub seed: Option<u64>,
    /// The last day of the simulated term.
    pub as_of: Option<Date>,
    /// What is planted.
    pub failures: Vec<Failure>,
    /// What follows from it, or from the plan's own data.
    pub consequences: Vec<Consequence>,
    /// Signs for the plugins of the plan to find.
    pub signs: Vec<Sign>,
}

/// One failure.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Failure {
    /// The finding that must come out. Where it is about a record, `#3` stands for the third such
    /// record of the compliant year, and the defect of a record is named by the place where it
    /// counts: `outreach.defect/v03/2012-Q2`.
    pub finding: String,
    /// How it must stand.
    #[serde(deserialize_with = "status")]
    pub status: Status,
    /// How it is planted; found from the check and the status if not given.
    #[serde(default)]
    pub how: Option<How>,
    /// Why, in one line for people.
    pub why: String,
    /// How many: workdays late, shifts missed, persons too few.
    #[serde(default)]
    pub times: Option<u32>,
    /// The day, where it can be chosen.
    #[serde(default)]
    pub on: Option<Date>,
    /// Whether the ledger first said otherwise, and a correction shows the failure.
    #[serde(default)]
    pub corrected: bool,
}

/// A finding that is expected too.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consequence {
    /// The finding, written as in a failure.
    pub finding: String,
    /// How it must stand.
    #[serde(deserialize_with = "status")]
    pub status: Status,
    /// Why, in one line for people.
    #[serde(default)]
    pub why: String,
}

/// How a failure is planted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// No record at all.
    None,
    /// One record too few.
    Short,
    /// Done after its time.
    Late,
    /// Done before what comes first.
    TooEarly,
    /// One record too many.
    TooMany,
    /// Fewer present than the quorum.
    Quorum,
    /// The number present not recorded.
    Unattended,
    /// A mark missing.
    Marks,
    /// An attachment missing.
    Attachments,
    /// A quantity too small.
    Quantity,
    /// One of those who must act together missing.
    Actor,
    /// A status that does not count.
    Status,
    /// The wrong number of members.
    Headcount,
    /// Ended by a later record.
    Ended,
    /// Not renewed in time.
    Old,
    /// Absent without excuse.
    Absent,
    /// Absent several times in a row, once excused between.
    ExcusedBetween,
    /// Not marked.
    Unmarked,
    /// A unit refuses.
    Refused,
    /// The hour not recorded.
    Untimed,
    /// One neighbour not informed.
    Neighbour,
    /// More than the most.
    TooHigh,
    /// Less than the least.
    TooLow,
    /// A ground missing.
    Grounds,
    /// The amount not recorded.
    NoAmount,
    /// Proposed by the evidence; nobody has decided.
    Proposed,
    /// Decided by the body that may.
    Confirmed,
    /// Decided, and an appeal is open.
    Appealed,
    /// A step put in force.
    InForce,
}

impl Default for Planted {
    fn default() -> Self {
        Planted {
            luoshi: 1,
            seed: None,
            as_of: None,
            failures: Vec::new(),
            consequences: Vec::new(),
            signs: Vec::new(),
        }
    }
}

impl Planted {
    /// Reads `planted.yaml`; an empty text plants nothing.
    ///
    /// # Errors
    /// What is wrong with the text, with line and column.
    pub fn from_yaml(text: &str) -> Result<Planted, String> {
        let planted: Planted = read(text)?;
        known(planted.luoshi).map(|()| planted)
    }
}

/// Reads a text of this crate's two formats.
pub(crate) fn read<T: Default + for<'de> Deserialize<'de>>(text: &str) -> Result<T, String> {
    if text.trim().is_empty() {
        return Ok(T::default());
    }
    serde_yaml::from_str(text).map_err(|error| error.to_string())
}

/// Refuses versions of the formats that do not exist yet.
pub(crate) fn known(version: u32) -> Result<(), String> {
    match version {
        1 => Ok(()),
        other => Err(format!(
            "`luoshi: {other}` is no version of this format; write 1"
        )),
    }
}

fn status<'de, D: Deserializer<'de>>(from: D) -> Result<Status, D::Error> {
    let word = String::deserialize(from)?;
    Status::from_word(&word)
        .ok_or_else(|| serde::de::Error::custom(format!("`{word}` is no status of a finding")))
}

/// A finding that a run over the simulated evidence must come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The finding, with the ids of the records made.
    pub finding: String,
    /// How it must stand.
    pub status: Status,
    /// Why, in one line for people.
    pub why: String,
}

/// A failure that could not be planted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The finding as written.
    pub finding: String,
    /// Why not.
    pub why: Why,
}

/// Why a failure cannot be planted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Nothing in the plan yields such a finding.
    UnknownFinding,
    /// The plan leaves a value open, so that nothing is judged.
    Open,
    /// It follows from the plan's own data.
    PlanData,
    /// It follows from other findings.
    Follows,
    /// Its time is not over on the as-of day.
    NotDue,
    /// There is no day or record left for it.
    NoRoom,
    /// Such a finding does not come to this status in this way.
    Mismatch,
    /// The plan asks for nothing that could be lacking.
    NothingLacking,
}

impl Why {
    /// The word in JSON and in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Why::UnknownFinding => "unknown_finding",
            Why::Open => "open",
            Why::PlanData => "plan_data",
            Why::Follows => "follows",
            Why::NotDue => "not_due",
            Why::NoRoom => "no_room",
            Why::Mismatch => "mismatch",
            Why::NothingLacking => "nothing_lacking",
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Why::UnknownFinding => "nothing in the plan yields such a finding",
            Why::Open => "the plan leaves a value open, so that nothing is judged",
            Why::PlanData => "it follows from the plan's own data, not from records",
            Why::Follows => "it follows from other findings; list it among the consequences",
            Why::NotDue => "its time is not over on the as-of day",
            Why::NoRoom => "there is no day or record left for it",
            Why::Mismatch => "such a finding does not come to this status in this way",
            Why::NothingLacking => "the plan asks for nothing that could be lacking",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Planted;

    #[test]
    fn a_wrong_status_is_named() {
        let text = "failures:\n  - { finding: council/2012-07, status: lost, why: 没开 }\n";
        let error = Planted::from_yaml(text).expect_err("no such status");
        assert!(error.contains("`lost`"), "{error}");
    }

    #[test]
    fn nothing_written_plants_nothing() {
        let planted = Planted::from_yaml("\n").expect("an empty text");
        assert!(planted.failures.is_empty() && planted.seed.is_none());
    }

    #[test]
    fn a_later_version_is_refused() {
        let error = Planted::from_yaml("luoshi: 2\n").expect_err("no such version");
        assert!(error.contains("luoshi: 2"), "{error}");
    }

    #[test]
    fn an_unknown_way_is_named() {
        let text =
            "failures:\n  - { finding: council/2012-07, status: missed, how: magic, why: 没开 }\n";
        let error = Planted::from_yaml(text).expect_err("no such way");
        assert!(error.contains("magic"), "{error}");
    }
}
