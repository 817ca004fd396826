//! One indication, as plain data.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::sign::Sign;

/// Records that an indication names at most.
pub(crate) const LISTED_AT_MOST: usize = 200;

/// Something in the ledger that somebody should ask about. It says nothing about anybody's conduct:
/// it touches no status, share or score.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Indication {
    /// The sign, and whom or what it is about: `two-places/PT007`. Unique in a township.
    pub id: String,
    /// What it is a sign of.
    pub sign: Sign,
    /// A staff number, subject, duty or clerk by id; none for the township.
    pub about: Option<String>,
    /// Whom to ask: staff numbers of those who acted or entered the records, else the role that
    /// answers for the duty.
    pub ask: Vec<String>,
    /// Which sentence of the catalogue, or of the plugin, gives the reason.
    pub message: String,
    /// The figures of the sentence, by name.
    pub figures: BTreeMap<String, Figure>,
    /// How many records it rests on.
    pub count: u64,
    /// Their ids; the first 200 by day.
    pub records: Vec<String>,
    /// The limits that were passed, by name.
    pub thresholds: BTreeMap<String, i64>,
    /// How often the sign is wrong.
    pub error: ErrorRate,
}

/// A figure of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// A whole number.
    Number(i64),
    /// Hundredths.
    Decimal(i64),
    /// A day, as 2012-05-10.
    Day(String),
    /// A word.
    Text(String),
}

impl From<u64> for Figure {
    fn from(number: u64) -> Self {
        Figure::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Figure {
    fn from(number: usize) -> Self {
        Figure::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Figure {
    fn from(number: i64) -> Self {
        Figure::Number(number)
    }
}

impl From<&str> for Figure {
    fn from(text: &str) -> Self {
        Figure::Text(text.to_owned())
    }
}

impl From<jiff::civil::Date> for Figure {
    fn from(day: jiff::civil::Date) -> Self {
        Figure::Day(day.to_string())
    }
}

/// How often a sign was seen where there was nothing to find.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ErrorRate {
    /// What was looked at.
    pub on: Honest,
    /// So many of them.
    pub years: u32,
    /// Those in which the sign was seen at least once.
    pub alarms: u32,
    /// With 95 % confidence it is seen in at most so many of 10,000 such years.
    pub at_most_bp: u32,
}

impl ErrorRate {
    /// The bound in percent, as people read it.
    #[must_use]
    pub fn at_most(self) -> String {
        format!("{}.{:02}%", self.at_most_bp / 100, self.at_most_bp % 100)
    }
}

/// Honest years, in which nothing is planted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Honest {
    /// Simulated years of the published townships.
    Townships,
    /// Made-up years of one officer, whose visits have exact times: the simulated years have none.
    Officers,
}

impl Honest {
    /// The word in JSON, and the end of its key in the catalogue.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Honest::Townships => "townships",
            Honest::Officers => "officers",
        }
    }
}
