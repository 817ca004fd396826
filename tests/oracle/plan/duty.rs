//! Duties: what every one says, and what the kinds of them that are done at a time say.

use jiff::civil::Date;
use serde::Serialize;

use super::{Body, Hundredths, Setting, Term};

/// What every duty says.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Duty {
    pub(crate) id: String,
    pub(crate) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) responsible: Option<&'static str>,
    #[serde(skip_serializing_if = "Setting::is_plain")]
    pub(crate) active: Setting<bool>,
    /// Whether a plan may disable it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) optional: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) for_each: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) period: Option<Term>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) waivable: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) waived_by: Vec<Body>,
    pub(crate) severity: &'static str,
}

impl Duty {
    /// With nothing but a name.
    pub(crate) fn plain(id: &str, severity: &'static str) -> Duty {
        Duty {
            id: id.to_owned(),
            name: id.to_owned(),
            responsible: None,
            active: Setting::Is(true),
            optional: false,
            for_each: Vec::new(),
            period: None,
            waivable: None,
            waived_by: Vec::new(),
            severity,
        }
    }
}

/// A meeting, which is proved by `meeting`, or an activity.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Recurring {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    pub(crate) cadence: Cadence,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) evidence: Option<&'static str>,
    /// Of a meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) convenor: Option<&'static str>,
    /// Marks that a meeting must have.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) produces: Vec<&'static str>,
    /// What the record of an activity must have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) requires: Option<Requires>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) expected: Option<u32>,
    /// Who should attend, one person each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) attendees: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) quorum: Option<&'static str>,
    /// One of these is enough.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) by_any_of: Vec<&'static str>,
    /// Each of these for itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) by_all_of: Vec<&'static str>,
    /// All of these in one record.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) jointly_by: Vec<&'static str>,
    /// Other meetings that a record of this one counts for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) serves_also: Vec<String>,
    pub(crate) defective: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Requires {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) marks: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) status: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) quantity: Option<Hundredths>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Cadence {
    pub(crate) every: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) at_least: Option<Setting<u32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) exactly: Option<u32>,
    pub(crate) partial: &'static str,
    pub(crate) grace: u32,
    pub(crate) hand_in: u32,
    pub(crate) closes: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Task {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    pub(crate) due: Due,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) after: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) evidence: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) requires: Option<Requires>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) grace: Option<u32>,
}

/// A paper: in every period, or once.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Document {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cadence: Option<Cadence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) due: Option<Due>,
    pub(crate) evidence: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) requires: Option<Requires>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Due {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) within: Option<Setting<Limit>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) after: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    Hours(u32),
    Days(u32),
    Workdays(u32),
    Months(u32),
}

impl Serialize for Limit {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&match self {
            Limit::Hours(n) => format!("{n}h"),
            Limit::Days(n) => format!("{n}d"),
            Limit::Workdays(n) => format!("{n}wd"),
            Limit::Months(n) => format!("{n}mo"),
        })
    }
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Coverage {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    pub(crate) target: String,
    #[serde(skip)]
    pub(crate) percent: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) due: Option<Due>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) requires: Option<Requires>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) headcount: Option<Headcount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lapses: Option<Lapses>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Headcount {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) at_least: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) exactly: Option<u32>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Lapses {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) status: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) within: Option<Limit>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Roster {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) pool: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cadence: Option<Cadence>,
    pub(crate) crew: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) led_by: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) led_share: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) produces: Vec<&'static str>,
    pub(crate) defective: &'static str,
    pub(crate) absence: Absence,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) refusal: Option<Refusal>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Absence {
    pub(crate) deduct: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cap: Option<&'static str>,
    pub(crate) cap_every: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) fail_after_consecutive: Option<u32>,
    pub(crate) excused_breaks: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) grade: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) applies_to: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) decided_by: Option<Body>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Refusal {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) ineligible: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) head: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) decided_by: Option<Body>,
}
