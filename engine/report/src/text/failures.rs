//! What was not carried out, by duty: where, when, why, who answers, what to do.

use luoshi_rules::{Answerable, DutySummary, Finding, Status};

use super::{columns, decided_by_people, failing};
use crate::reader::{Reader, shown};
use crate::table::{Side, Table, paragraph};

pub(super) fn body(reader: &Reader<'_>) -> String {
    let mut out = String::new();
    for duty in &reader.assessment.duties {
        let findings: Vec<&Finding> = reader
            .assessment
            .findings
            .get(duty.findings.clone())
            .unwrap_or_default()
            .iter()
            .filter(|f| failing(f) && !decided_by_people(reader, f))
            .collect();
        if !findings.is_empty() {
            write(reader, &mut out, duty, &findings);
        }
    }
    out
}

/// One duty with its findings.
pub(super) fn write(
    reader: &Reader<'_>,
    out: &mut String,
    duty: &DutySummary,
    findings: &[&Finding],
) {
    if !out.is_empty() {
        out.push('\n');
    }
    let args = [
        ("name", duty.name.as_str().into()),
        ("id", duty.id.as_str().into()),
        ("counts", counts(reader, findings).into()),
    ];
    paragraph(out, "  ", 4, &reader.say("failures-duty", args));
    table(reader, findings).write(out, 4);
    if !duty.clauses.is_empty() {
        let args = [("clauses", reader.list(&duty.clauses).into())];
        paragraph(out, "    ", 6, &reader.say("failures-clauses", args));
    }
    for chain in distinct(
        findings
            .iter()
            .filter_map(|f| upwards(reader, &f.accountable)),
    ) {
        paragraph(
            out,
            "    ",
            6,
            &reader.say("failures-upwards", [("chain", chain.into())]),
        );
    }
    for advice in distinct(findings.iter().map(|f| reader.advice(f))) {
        paragraph(
            out,
            "    ",
            6,
            &reader.say("failures-advice", [("advice", advice.into())]),
        );
    }
    let id = findings.first().map_or("", |f| f.id.as_str());
    paragraph(
        out,
        "    ",
        6,
        &reader.say("failures-explain", [("id", id.into())]),
    );
}

fn counts(reader: &Reader<'_>, findings: &[&Finding]) -> String {
    let parts: Vec<String> = Status::ALL
        .into_iter()
        .map(|status| {
            (
                status,
                findings.iter().filter(|f| f.status == status).count(),
            )
        })
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| format!("{} {count}", reader.status(status)))
        .collect();
    reader.list(&parts)
}

fn table(reader: &Reader<'_>, findings: &[&Finding]) -> Table {
    // Nobody answers for a sign; it is told whom to ask.
    let signs = findings.iter().all(|f| f.status == Status::Suspect);
    let who = if signs { "column-ask" } else { "column-who" };
    let mut table = Table::new(columns(
        reader,
        [
            ("column-about", Side::Left),
            ("column-when", Side::Left),
            ("column-status", Side::Left),
            ("column-why", Side::Left),
            (who, Side::Left),
        ],
    ));
    for finding in findings {
        table.row(vec![
            reader.about(finding),
            reader.when(finding),
            reader.status(finding.status),
            why(reader, finding),
            finding
                .accountable
                .first()
                .map_or_else(|| "-".to_owned(), |a| answerable(reader, a)),
        ]);
    }
    table
}

/// Why a finding stands as it does, and how many of its records were entered late.
pub(crate) fn why(reader: &Reader<'_>, finding: &Finding) -> String {
    let mut parts = vec![reader.reason(finding)];
    if finding.backfilled > 0 {
        let count = i64::from(finding.backfilled);
        parts.push(reader.say("failures-backfilled", [("count", count.into())]));
    }
    reader.join(&parts)
}

/// A post with its holder: 包村领导（东风村）PT003.
pub(crate) fn answerable(reader: &Reader<'_>, who: &Answerable) -> String {
    let holder = match (&who.holder, who.acting) {
        (Some(staff), false) => staff.clone(),
        (Some(staff), true) => reader.say("answers-acting", [("staff", staff.as_str().into())]),
        (None, _) => reader.word("answers-vacant"),
    };
    let role = shown(&who.role);
    match &who.subject {
        Some(subject) => reader.say(
            "answers-for",
            [
                ("role", role.into()),
                ("subject", shown(subject).into()),
                ("holder", holder.into()),
            ],
        ),
        None => reader.say(
            "answers",
            [("role", role.into()), ("holder", holder.into())],
        ),
    }
}

/// Those above the nearest, from the bottom up; none if nobody is.
fn upwards(reader: &Reader<'_>, chain: &[Answerable]) -> Option<String> {
    let above: Vec<String> = chain
        .iter()
        .skip(1)
        .map(|a| answerable(reader, a))
        .collect();
    (!above.is_empty()).then(|| above.join(" → "))
}

/// Each text once, in order of its first use.
fn distinct(all: impl Iterator<Item = String>) -> Vec<String> {
    all.fold(Vec::new(), |mut seen, one| {
        if !seen.contains(&one) {
            seen.push(one);
        }
        seen
    })
}
