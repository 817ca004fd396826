//! Places and people.

use jiff::civil::Date;
use serde::Serialize;

use super::Setting;

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
    pub(crate) lies_in: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) neighbours: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) from: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<Date>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Unit {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) head: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Role {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) answers_to: Option<&'static str>,
    /// The set with one such post for every subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) for_each: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Person {
    pub(crate) staff: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) category: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Holder {
    pub(crate) role: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) subject: Option<String>,
    pub(crate) person: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) from: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<Date>,
    pub(crate) acting: bool,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Chain {
    pub(crate) id: String,
    pub(crate) name: &'static str,
    pub(crate) severity: &'static str,
    #[serde(skip_serializing_if = "Setting::is_plain")]
    pub(crate) active: Setting<bool>,
    pub(crate) links: Vec<Link>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Link {
    pub(crate) from: &'static str,
    pub(crate) to: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) for_each: Option<&'static str>,
    pub(crate) vacancy: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) at_most: Option<u32>,
}
