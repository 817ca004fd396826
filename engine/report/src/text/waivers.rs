//! Waivers: active, expired and ineffective.

use luoshi_rules::{WaiverFlaw, WaiverSummary};

use super::columns;
use crate::reader::Reader;
use crate::table::{Side, Table};

pub(super) fn body(reader: &Reader<'_>) -> String {
    let mut out = String::new();
    if reader.assessment.waivers.is_empty() {
        return out;
    }
    let mut table = Table::new(columns(
        reader,
        [
            ("column-duty", Side::Left),
            ("column-about", Side::Left),
            ("column-span", Side::Left),
            ("column-granted", Side::Left),
            ("column-covers", Side::Right),
            ("column-waiver", Side::Left),
        ],
    ));
    for waiver in &reader.assessment.waivers {
        table.row(row(reader, waiver));
    }
    table.write(&mut out, 2);
    out
}

pub(crate) fn row(reader: &Reader<'_>, waiver: &WaiverSummary) -> Vec<String> {
    let until = waiver
        .until
        .map_or_else(|| reader.word("report-open-end"), |d| d.to_string());
    let span = [
        ("from", waiver.from.to_string().into()),
        ("to", until.into()),
    ];
    let subject = waiver.subject.as_deref();
    vec![
        reader.duty_name(&waiver.duty).to_owned(),
        subject.map_or_else(
            || reader.word("report-whole"),
            |s| reader.subject_name(s).to_owned(),
        ),
        reader.say("report-from-to", span),
        reader.actor_name(&waiver.granted_by).to_owned(),
        waiver.covers.to_string(),
        state(reader, waiver),
    ]
}

/// Whether it holds, and why it was granted; or why it covers nothing.
pub(crate) fn state(reader: &Reader<'_>, waiver: &WaiverSummary) -> String {
    let key = match (waiver.flaws.is_empty(), waiver.expired) {
        (false, _) => "waiver-ineffective",
        (true, true) => "waiver-expired",
        (true, false) => "waiver-active",
    };
    let mut said: Vec<String> = waiver.flaws.iter().map(|f| flaw(reader, f)).collect();
    if said.is_empty() {
        said.extend(waiver.reason.clone());
    }
    if said.is_empty() {
        return reader.word(key);
    }
    let args = [
        ("state", reader.word(key).into()),
        ("why", reader.join(&said).into()),
    ];
    reader.say("waiver-state", args)
}

fn flaw(reader: &Reader<'_>, flaw: &WaiverFlaw) -> String {
    match flaw {
        WaiverFlaw::NoSuchDuty => reader.word("waiver-no-such-duty"),
        WaiverFlaw::NotWaivable => reader.word("waiver-not-waivable"),
        WaiverFlaw::NotByBody(bodies) => reader.say(
            "waiver-not-by-body",
            [("bodies", reader.list(bodies).into())],
        ),
        WaiverFlaw::NoReason => reader.word("waiver-no-reason"),
        WaiverFlaw::NoEnd => reader.word("waiver-no-end"),
        WaiverFlaw::EndsBefore => reader.word("waiver-ends-before"),
        WaiverFlaw::TooLong(day) => {
            reader.say("waiver-too-long", [("day", day.to_string().into())])
        }
    }
}
