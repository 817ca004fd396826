//! What follows from findings.

use serde::Serialize;

use super::event::yuan;
use super::{Body, Duty, Hundredths, Limit, Setting};

#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Effect {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) score: Option<Hundredths>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) ineligible: Vec<&'static str>,
    /// In yuan.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "yuan")]
    pub(crate) deduct: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) grade: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Penalty {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) on: Vec<String>,
    pub(crate) at_least: u32,
    pub(crate) effect: Effect,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) decided_by: Option<Body>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Veto {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    pub(crate) basis: &'static str,
    pub(crate) when: When,
    pub(crate) decided_by: Body,
    pub(crate) effect: Effect,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lasts: Option<Limit>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct When {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) incidents: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) marks: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lapse: Option<Lapse>,
    pub(crate) finding_required: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) failed: Vec<String>,
    pub(crate) failed_at_least: u32,
    /// A rule that is not kept there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rule: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Lapse {
    pub(crate) duty: String,
    pub(crate) days: i64,
    pub(crate) measure: &'static str,
    pub(crate) below: Hundredths,
    pub(crate) no_record: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Ladder {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    pub(crate) trigger: Trigger,
    pub(crate) steps: Vec<Step>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Trigger {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) failed: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) incidents: Vec<String>,
    pub(crate) at_least: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) within: Option<Limit>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) severe_marks: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) severe_step: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Step {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) window: Option<Setting<Limit>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) report: Option<ReportBack>,
    pub(crate) decided_by: Body,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) during: Vec<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct ReportBack {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) first: Option<Limit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) then_every: Option<Limit>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Scorecard {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    pub(crate) total: Hundredths,
    pub(crate) sections: Vec<Section>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) bonus: Option<Bonus>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) vetoes: Vec<String>,
    pub(crate) count_proposals: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) grades: Vec<Grade>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) downgrades: Vec<Downgrade>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Section {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) max: Hundredths,
    pub(crate) floor: Hundredths,
    pub(crate) items: Vec<Item>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Bonus {
    pub(crate) cap: Hundredths,
    pub(crate) items: Vec<Item>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) name: &'static str,
    pub(crate) method: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) of: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) facet: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) incidents: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) each: Option<Hundredths>,
    pub(crate) count: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) each_at_most: Option<Hundredths>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) by_severity: Vec<SeverityPoints>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) bands: Vec<Band>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) at_least: Option<Hundredths>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) max: Option<Hundredths>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct SeverityPoints {
    pub(crate) mark: &'static str,
    pub(crate) points: Hundredths,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Band {
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "percent")]
    pub(crate) up_to: Option<Hundredths>,
    pub(crate) points: Hundredths,
}

fn percent<S: serde::Serializer>(share: &Option<Hundredths>, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&format_args!("{}%", share.unwrap_or(Hundredths(0))))
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Grade {
    pub(crate) name: &'static str,
    pub(crate) at_least: Hundredths,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Downgrade {
    pub(crate) on: Vec<String>,
    pub(crate) at_least: u32,
    pub(crate) grade: &'static str,
}
