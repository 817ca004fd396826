//! Waivers, active and expired.

use luoshi_rules::WaiverSummary;

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
            ("column-decision", Side::Left),
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
        reader.word(if waiver.expired {
            "waiver-expired"
        } else {
            "waiver-active"
        }),
    ]
}
