//! How many findings there are of each status, and the share carried out.

use luoshi_rules::{Assessment, DutySummary, Finding, Status};

use super::{columns, failing, number};
use crate::reader::Reader;
use crate::table::{Side, Table, paragraph};

pub(super) fn body(reader: &Reader<'_>) -> String {
    let mut out = String::new();
    let mut table = Table::new(columns(
        reader,
        [
            ("column-status", Side::Left),
            ("column-count", Side::Right),
            ("column-meaning", Side::Left),
        ],
    ));
    for (status, count) in counts(reader.assessment) {
        let meaning = reader.word(&format!("status-{}.meaning", status.word()));
        table.row(vec![reader.status(status), count.to_string(), meaning]);
    }
    table.write(&mut out, 2);
    out.push('\n');
    paragraph(&mut out, "  ", 2, &share(reader));
    if let Some(text) = suspects(reader) {
        paragraph(&mut out, "  ", 2, &text);
    }
    out
}

/// Everything in one line, for `--quiet`.
pub(super) fn line(reader: &Reader<'_>) -> String {
    let a = reader.assessment;
    let counts: Vec<String> = counts(a)
        .into_iter()
        .map(|(status, count)| format!("{} {count}", reader.status(status)))
        .collect();
    let label = a
        .evidence
        .simulated
        .as_ref()
        .map_or(String::new(), |_| reader.word("summary-simulated"));
    let mut out = reader.say(
        "summary-line",
        [
            ("plan", a.plan.id.as_str().into()),
            ("as_of", a.as_of.to_string().into()),
            ("counts", reader.list(&counts).into()),
            (
                "share",
                percent(reader)
                    .unwrap_or_else(|| reader.status(Status::NotApplicable))
                    .into(),
            ),
            ("label", label.into()),
        ],
    );
    out.push('\n');
    out
}

/// Number of findings of each status that occurs, the gravest first.
pub(crate) fn counts(assessment: &Assessment) -> Vec<(Status, usize)> {
    let count = |status| {
        assessment
            .findings
            .iter()
            .filter(|f| f.status == status)
            .count()
    };
    Status::ALL
        .into_iter()
        .map(|s| (s, count(s)))
        .filter(|(_, n)| *n > 0)
        .collect()
}

/// Of some findings those met, and those met or failing, of the duties that records prove. Posts held, vetoes and
/// ladders whose conditions are absent, and plugins that found no sign, are met without anybody
/// having done anything.
pub fn carried_out<'f>(
    reader: &Reader<'_>,
    findings: impl Iterator<Item = &'f Finding>,
) -> (usize, usize) {
    let signs_only = |duty: &DutySummary| {
        let plugin = reader.assessment.plugin_of(&duty.id);
        plugin.is_some_and(|plugin| plugin.signs_only)
    };
    let proved = |f: &&Finding| {
        reader.duty(f).is_some_and(|duty| {
            !matches!(duty.section, "chains" | "vetoes" | "ladders") && !signs_only(duty)
        })
    };
    let (mut met, mut judged) = (0, 0);
    for finding in findings.filter(proved) {
        let done = finding.status == Status::Met;
        met += usize::from(done);
        judged += usize::from(done || failing(finding));
    }
    (met, judged)
}

/// A share with one place, rounded down: only all is 100 %. None of nothing.
#[must_use]
pub fn share_of(met: usize, judged: usize) -> Option<String> {
    let thousandths = (met * 1000).checked_div(judged)?;
    Some(format!("{}.{}%", thousandths / 10, thousandths % 10))
}

/// The share of the whole run.
pub(crate) fn percent(reader: &Reader<'_>) -> Option<String> {
    let (met, judged) = met_and_judged(reader);
    share_of(met, judged)
}

fn met_and_judged(reader: &Reader<'_>) -> (usize, usize) {
    carried_out(reader, reader.assessment.findings.iter())
}

/// How many findings are suspect, and that this is no failure, if there are any.
pub(crate) fn suspects(reader: &Reader<'_>) -> Option<String> {
    let findings = reader.assessment.findings.iter();
    let count = findings.filter(|f| f.status == Status::Suspect).count();
    let say = || reader.say("summary-suspect", [("count", number(count).into())]);
    (count > 0).then(say)
}

/// The share carried out, and of how many, in one sentence.
pub(crate) fn share(reader: &Reader<'_>) -> String {
    let (met, judged) = met_and_judged(reader);
    match percent(reader) {
        Some(percent) => reader.say(
            "summary-share",
            [
                ("percent", percent.into()),
                ("met", number(met).into()),
                ("judged", number(judged).into()),
            ],
        ),
        None => reader.word("summary-share-none"),
    }
}
