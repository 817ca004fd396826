//! Ledgers of this test.

use jiff::civil::Date;
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Record {
    pub(crate) id: String,
    pub(crate) kind: &'static str,
    pub(crate) date: Date,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "clock")]
    pub(crate) time: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) duty: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) subject: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) actor: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) quantity: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) amount: Option<i64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) marks: Vec<&'static str>,
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    pub(crate) refers: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<&'static str>,
}

fn clock<S: serde::Serializer>(time: &Option<u16>, to: S) -> Result<S::Ok, S::Error> {
    let time = time.unwrap_or(0);
    to.serialize_str(&format!("{:02}:{:02}", time / 60, time % 60))
}

/// The records that a run sees: not dated after its day, not withdrawn; by day, those of one day as they lie in the ledger.
pub(crate) fn seen(ledger: &[Record], as_of: Date) -> Vec<&Record> {
    let withdrawn = |record: &Record| {
        ledger.iter().any(|by| {
            by.kind == "correction" && by.date <= as_of && by.refers.as_ref() == Some(&record.id)
        })
    };
    let counts = |record: &&Record| {
        record.kind != "correction" && record.date <= as_of && !withdrawn(record)
    };
    let mut seen: Vec<&Record> = ledger.iter().filter(counts).collect();
    seen.sort_by_key(|record| record.date);
    seen
}
