//! The report of a run as text.

use luoshi_rules::{Finding, Status, fails};

use crate::reader::Reader;
use crate::table::Side;

mod decisions;
mod deviations;
mod evidence;
mod failures;
mod figures;
mod header;
mod inactive;
mod open;
mod parameters;
mod scores;
mod summary;
mod suspects;
mod waivers;

pub(crate) use decisions::measure;
pub(crate) use evidence::{irrelevance, lines as evidence_lines, unused};
pub(crate) use failures::{answerable, why};
pub(crate) use figures::{figure, trend_key};
pub(crate) use header::{called, evidence as evidence_summary};
pub use parameters::value_of;
pub(crate) use parameters::{
    Titles, amount, by_setter, in_words, parameter_in_words, reason_of, set_by,
};
pub(crate) use scores::{grade, vetoes};
pub use summary::{carried_out, share_of};
pub(crate) use summary::{counts, percent, share, suspects};
pub(crate) use waivers::{row as waiver_row, state as waiver_state};

/// Writes one part of the report; nothing when there is nothing to say.
type Body = fn(&Reader<'_>) -> String;

/// The parts in order, each with the catalogue key of its heading.
const SECTIONS: [(&str, Body); 14] = [
    ("section-summary", summary::body),
    ("section-failures", failures::body),
    ("section-needed", open::needed),
    ("section-suspects", suspects::body),
    ("section-due", open::due),
    ("section-decisions", decisions::body),
    ("section-proposals", decisions::proposals),
    ("section-indicators", figures::body),
    ("section-scores", scores::body),
    ("section-waivers", waivers::body),
    ("section-evidence", evidence::body),
    ("section-deviations", deviations::body),
    ("section-parameters", parameters::body),
    ("section-inactive", inactive::body),
];

/// The whole report.
#[must_use]
pub fn check(reader: &Reader<'_>) -> String {
    let mut out = header::write(reader);
    let mut number = 0;
    for (key, body) in SECTIONS {
        let text = body(reader);
        if text.is_empty() {
            continue;
        }
        number += 1;
        let ordinal = reader.word(&format!("ordinal-{number}"));
        out.push_str(&format!("\n{ordinal}{}\n\n{text}", reader.word(key)));
    }
    out
}

/// The report in one line.
#[must_use]
pub fn summary_line(reader: &Reader<'_>) -> String {
    summary::line(reader)
}

/// Whether a finding counts as a failure.
fn failing(finding: &Finding) -> bool {
    fails(finding.status, finding.severity)
}

/// Whether a finding is about a veto or a ladder, which a person decides on.
pub(crate) fn decided_by_people(reader: &Reader<'_>, finding: &Finding) -> bool {
    reader
        .duty(finding)
        .is_some_and(|d| matches!(d.section, "vetoes" | "ladders"))
}

fn of_status(finding: &Finding, wanted: &[Status]) -> bool {
    wanted.contains(&finding.status)
}

/// Headings of a table, each with the side that its column is flush on.
fn columns<const N: usize>(reader: &Reader<'_>, keys: [(&str, Side); N]) -> Vec<(String, Side)> {
    keys.map(|(key, side)| (reader.word(key), side)).into()
}

pub(crate) fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The first few names, and how many there are when that is not all.
pub(crate) fn some_of(reader: &Reader<'_>, names: &[String], shown: usize) -> String {
    if names.len() <= shown {
        return reader.list(names);
    }
    let first = reader.list(&names[..shown]);
    reader.say(
        "report-and-more",
        [
            ("first", first.into()),
            ("count", number(names.len()).into()),
        ],
    )
}
