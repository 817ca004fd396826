//! What events call for, and figures.

use jiff::civil::Date;
use serde::Serialize;

use super::{Duty, Hundredths, Limit, Setting, Term};

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
    pub(crate) within: Setting<Limit>,
    #[serde(skip_serializing_if = "Setting::is_plain")]
    pub(crate) active: Setting<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) informs: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) responsible: Option<&'static str>,
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
    pub(crate) within: Option<Setting<Limit>>,
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

pub(super) fn yuan<S: serde::Serializer>(amount: &Option<i64>, to: S) -> Result<S::Ok, S::Error> {
    some_yuan(&amount.unwrap_or(0), to)
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives references")]
fn some_yuan<S: serde::Serializer>(amount: &i64, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&format!("{amount}元"))
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Indicator {
    pub(crate) id: String,
    pub(crate) name: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) for_each: Vec<&'static str>,
    pub(crate) from: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) of: Vec<String>,
    pub(crate) direction: &'static str,
    pub(crate) every: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) baseline: Option<Baseline>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) target: Option<Setting<Hundredths>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) by: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) responsible: Option<&'static str>,
    pub(crate) severity: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Baseline {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) value: Option<Hundredths>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) period: Option<Term>,
}
