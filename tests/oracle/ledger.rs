//! Ledgers of this test.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::plan::Hundredths;

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
    pub(crate) quantity: Option<Hundredths>,
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
    /// The day on which it was entered, at noon.
    #[serde(
        rename = "recorded_at",
        skip_serializing_if = "Option::is_none",
        serialize_with = "noon"
    )]
    pub(crate) entered: Option<Date>,
    /// In a correction: what replaces fields of another record.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) set: BTreeMap<&'static str, String>,
}

fn clock<S: serde::Serializer>(time: &Option<u16>, to: S) -> Result<S::Ok, S::Error> {
    let time = time.unwrap_or(0);
    to.serialize_str(&format!("{:02}:{:02}", time / 60, time % 60))
}

fn noon<S: serde::Serializer>(day: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
    let day = day.map_or(String::new(), |day| format!("{day}T12:00:00"));
    to.serialize_str(&day)
}

/// The records that a run sees: as corrected, not dated after its day, not withdrawn; by day, those of one
/// day as they lie in the ledger.
pub(crate) fn seen(ledger: &[Record], as_of: Date) -> Vec<Record> {
    let mut seen = Vec::new();
    for record in ledger.iter().filter(|r| r.kind != "correction") {
        let (withdrawn, set) = corrected(record, ledger, as_of);
        let mut record = record.clone();
        for (field, text) in set {
            put(&mut record, field, text);
        }
        if !withdrawn && record.date <= as_of {
            seen.push(record);
        }
    }
    seen.sort_by_key(|record| record.date);
    seen
}

/// What the corrections of a record come to: whether it is withdrawn, and what is replaced in it. Each later
/// one in the ledger wins; one that is itself corrected replaces what it then says, or nothing.
fn corrected(
    of: &Record,
    ledger: &[Record],
    as_of: Date,
) -> (bool, BTreeMap<&'static str, String>) {
    let (mut withdrawn, mut set) = (false, BTreeMap::new());
    let by = |r: &&Record| r.kind == "correction" && r.refers.as_ref() == Some(&of.id);
    for correction in ledger.iter().filter(by).filter(|r| r.date <= as_of) {
        let (taken_back, instead) = corrected(correction, ledger, as_of);
        if taken_back {
            continue;
        }
        withdrawn = correction.status.as_deref() == Some("void");
        if !withdrawn {
            set.extend(correction.set.clone());
            set.extend(instead);
        }
    }
    (withdrawn, set)
}

/// An empty text removes a field.
fn put(record: &mut Record, field: &str, text: String) {
    let some = (!text.is_empty()).then_some(text);
    match field {
        "date" => record.date = some.expect("a day").parse().expect("a day"),
        "subject" => record.subject = some,
        "status" => record.status = some,
        "duty" => record.duty = some,
        "quantity" => {
            record.quantity = some.map(|text| {
                let (whole, places) = text.split_once('.').unwrap_or((&text, "00"));
                Hundredths(format!("{whole}{places:0<2}").parse().expect("digits"))
            });
        }
        other => panic!("nothing here sets {other}"),
    }
}
