//! Plans of this test: written as YAML for the engine, and read by the oracle as they are.
//!
//! A key that is not here is at its default. JSON is YAML, so a plan is written by `serde_json`.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Value, json};

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Plan {
    pub(crate) luoshi: u32,
    pub(crate) plan: Header,
    pub(crate) period: Term,
    pub(crate) jurisdiction: Value,
    pub(crate) settings: Settings,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) waivers: Option<WaiverRules>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) subjects: Vec<Set>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) persons: Vec<Person>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) meetings: Vec<Recurring>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) activities: Vec<Recurring>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) tasks: Vec<Task>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) coverage: Vec<Coverage>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) rosters: Vec<Roster>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) incidents: Vec<IncidentKind>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) each_needs: Vec<EachNeeds>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) rewards: Vec<Reward>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) vetoes: Vec<Veto>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) scorecards: Vec<Scorecard>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Header {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) issuer: &'static str,
    pub(crate) issued: Date,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Term {
    pub(crate) from: Date,
    pub(crate) to: Date,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Settings {
    pub(crate) due_soon: u32,
    pub(crate) backfill: u32,
    pub(crate) calendar: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct WaiverRules {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) granted_by: Vec<Body>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) at_most: Option<Limit>,
    pub(crate) reason: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Body {
    pub(crate) name: &'static str,
    pub(crate) level: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Set {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) members: Vec<Subject>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Subject {
    pub(crate) id: String,
    pub(crate) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) from: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<Date>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Person {
    pub(crate) staff: String,
}

/// What every duty says.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Duty {
    pub(crate) id: String,
    pub(crate) name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) for_each: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) period: Option<Term>,
    pub(crate) severity: &'static str,
}

/// A meeting, which is proved by `meeting`, or an activity.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Recurring {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    pub(crate) cadence: Cadence,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) evidence: Option<&'static str>,
    /// Marks that a meeting must have.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) produces: Vec<&'static str>,
    /// What the record of an activity must have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) requires: Option<Requires>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) expected: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) quorum: Option<&'static str>,
    pub(crate) defective: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Requires {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) marks: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) status: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) quantity: Option<u32>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Cadence {
    pub(crate) every: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) at_least: Option<u32>,
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
    pub(crate) requires: Option<Requires>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) grace: Option<u32>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Due {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) within: Option<Limit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) after: Option<String>,
}

#[derive(Debug, Clone, Copy)]
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
    pub(crate) lapses: Option<Lapses>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cadence: Option<Cadence>,
    pub(crate) crew: u32,
    pub(crate) absence: Absence,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Absence {
    pub(crate) deduct: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) fail_after_consecutive: Option<u32>,
    pub(crate) excused_breaks: bool,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct IncidentKind {
    pub(crate) id: String,
    pub(crate) name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) respond: Vec<Response>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Response {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) within: Limit,
    pub(crate) severity: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct EachNeeds {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    pub(crate) each: Filter,
    pub(crate) needs: Filter,
    pub(crate) timing: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) within: Option<Limit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) grace: Option<u32>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Filter {
    pub(crate) evidence: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) of: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) status: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) marks: Vec<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Reward {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) amount: Option<Range>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) grounds_all: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) grounds_any: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "yuan")]
    pub(crate) case_cap: Option<i64>,
}

/// In yuan.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Range {
    #[serde(serialize_with = "some_yuan")]
    pub(crate) min: i64,
    #[serde(serialize_with = "some_yuan")]
    pub(crate) max: i64,
}

fn yuan<S: serde::Serializer>(amount: &Option<i64>, to: S) -> Result<S::Ok, S::Error> {
    some_yuan(&amount.unwrap_or(0), to)
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives references")]
fn some_yuan<S: serde::Serializer>(amount: &i64, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&format!("{amount}元"))
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Veto {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    pub(crate) basis: &'static str,
    pub(crate) when: When,
    pub(crate) decided_by: Value,
    pub(crate) effect: Value,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct When {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) incidents: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) marks: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lapse: Option<Lapse>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) failed: Vec<String>,
    pub(crate) failed_at_least: u32,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Lapse {
    pub(crate) duty: String,
    pub(crate) days: i64,
    pub(crate) measure: &'static str,
    pub(crate) below: u32,
    pub(crate) no_record: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Scorecard {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    pub(crate) total: u32,
    pub(crate) sections: Vec<Section>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) vetoes: Vec<String>,
    pub(crate) count_proposals: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) grades: Vec<Grade>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Section {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) max: u32,
    pub(crate) items: Vec<Item>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) method: &'static str,
    pub(crate) of: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) each: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) max: Option<u32>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Grade {
    pub(crate) name: &'static str,
    pub(crate) at_least: u32,
}

pub(crate) fn jurisdiction() -> Value {
    json!({ "code": "T", "name": "测试镇", "level": "township" })
}

impl Plan {
    /// The sets that a duty is for, in the order named, each subject once.
    pub(crate) fn subjects_of(&self, duty: &Duty) -> Vec<&Subject> {
        let mut found: Vec<&Subject> = Vec::new();
        for set in &duty.for_each {
            for subject in self
                .subjects
                .iter()
                .filter(|s| s.id == *set)
                .flat_map(|s| &s.members)
            {
                if !found.iter().any(|known| known.id == subject.id) {
                    found.push(subject);
                }
            }
        }
        found
    }
}
