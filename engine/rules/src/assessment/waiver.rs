//! Waivers: active, expired and ineffective.

use jiff::civil::Date;

/// A waiver.
#[derive(Debug, Clone)]
pub struct WaiverSummary {
    /// The record.
    pub record: String,
    /// The duty waived.
    pub duty: String,
    /// The subject; none for all.
    pub subject: Option<String>,
    /// From when to when; open if it has no end.
    pub from: Date,
    /// Last day.
    pub until: Option<Date>,
    /// Who granted it.
    pub granted_by: String,
    /// Why, in the words of whoever granted it.
    pub reason: Option<String>,
    /// Why it covers nothing; none where it is effective.
    pub flaws: Vec<WaiverFlaw>,
    /// Whether it is over on the as-of day.
    pub expired: bool,
    /// Findings that it covers.
    pub covers: u32,
}

/// Why a waiver covers nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WaiverFlaw {
    /// The plan has no such duty in force.
    NoSuchDuty,
    /// The duty may not be waived.
    NotWaivable,
    /// Not granted by one of these bodies.
    NotByBody(Vec<String>),
    /// It must say why, and does not.
    NoReason,
    /// It has no last day.
    NoEnd,
    /// Its last day is before its first.
    EndsBefore,
    /// It may last until this day at most.
    TooLong(Date),
}

impl WaiverFlaw {
    /// Its word in JSON and in the catalogues.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            WaiverFlaw::NoSuchDuty => "no_such_duty",
            WaiverFlaw::NotWaivable => "not_waivable",
            WaiverFlaw::NotByBody(_) => "not_by_body",
            WaiverFlaw::NoReason => "no_reason",
            WaiverFlaw::NoEnd => "no_end",
            WaiverFlaw::EndsBefore => "ends_before",
            WaiverFlaw::TooLong(_) => "too_long",
        }
    }
}
