//! JSON of our own: one document, whose findings name what they refer to. Its form is a JSON Schema.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_audit::results::Share;
use luoshi_audit::{Depth, Input, PackageUsed, Proposal, Score};
use luoshi_diagnostics::Lang;
use luoshi_signs::{ErrorRate, Sign};
use serde::Serialize;

use crate::columns::{Row, rows_of};
use crate::format::{ExportError, json};
use crate::telling::Telling;
use crate::whole::{CameTo, Entry, Told, Whole};

/// The form of the document, as JSON Schema 2020-12.
pub const SCHEMA: &str = include_str!("../schema/audit-export.schema.json");

/// The version of the form.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    audit_export: u32,
    engine: &'a str,
    as_of: Date,
    depth: Depth,
    language: &'static str,
    summary: Summary,
    townships: Vec<TownshipRecord<'a>>,
}

/// How many there are of what.
#[derive(Serialize, Default)]
struct Summary {
    townships: u64,
    judged: u64,
    broken: u64,
    findings: u64,
    failing: u64,
}

#[derive(Serialize)]
struct TownshipRecord<'a> {
    code: &'a str,
    name: &'a str,
    county: &'a str,
    source: &'a str,
    /// `judged` or `broken`.
    state: &'static str,
    plan: Option<PlanRecord<'a>>,
    records: Option<RecordCounts<'a>>,
    duties: Vec<DutyRecord<'a>>,
    /// Findings that are not plain, or what stood in the way.
    findings: Vec<Row<'a>>,
    signs: Vec<SignRecord<'a>>,
    scores: &'a [Score],
    proposals: &'a [Proposal],
    inputs: &'a [Input],
}

#[derive(Serialize)]
struct PlanRecord<'a> {
    id: &'a str,
    title: &'a str,
    from: Date,
    to: Date,
    packages: Vec<String>,
    packages_used: &'a [PackageUsed],
}

#[derive(Serialize)]
struct RecordCounts<'a> {
    seen: u32,
    backfilled: u32,
    /// Of those seen, in percent; none of nothing.
    backfilled_share: Option<String>,
    corrected: u32,
    irrelevant: u32,
    simulated: Option<&'a str>,
}

/// A sign that somebody should ask about. It is no finding.
#[derive(Serialize)]
struct SignRecord<'a> {
    id: &'a str,
    sign: Sign,
    title: String,
    about: Option<&'a str>,
    ask: &'a [String],
    reason: &'a str,
    /// Records that it rests on, and the first of them.
    count: u64,
    evidence: &'a [String],
    thresholds: &'a BTreeMap<String, i64>,
    error: ErrorRate,
}

#[derive(Serialize)]
struct DutyRecord<'a> {
    id: &'a str,
    name: &'a str,
    section: &'a str,
    severity: &'static str,
    clauses: &'a [String],
    counts: serde_json::Map<String, serde_json::Value>,
}

/// The audit as JSON.
pub(crate) fn write(whole: &Whole<'_>, telling: Telling) -> Result<Vec<u8>, ExportError> {
    let head = &whole.audit.head;
    let townships = whole.townships.iter();
    let document = Document {
        audit_export: VERSION,
        engine: &head.engine,
        as_of: head.as_of,
        depth: head.depth,
        language: match telling.lang() {
            Lang::ZhCn => "zh-CN",
            Lang::En => "en",
        },
        summary: summary(whole),
        townships: townships
            .map(|entry| township(entry, head.as_of, telling))
            .collect(),
    };
    json(&document)
}

fn summary(whole: &Whole<'_>) -> Summary {
    let mut sum = Summary::default();
    for entry in &whole.townships {
        sum.townships += 1;
        match &entry.came_to {
            CameTo::Judged(_) => sum.judged += 1,
            CameTo::Broken(_) => sum.broken += 1,
        }
    }
    for case in whole.cases() {
        sum.findings += 1;
        sum.failing += u64::from(case.finding.fails);
    }
    sum
}

fn township<'a>(entry: &'a Entry<'a>, as_of: Date, telling: Telling) -> TownshipRecord<'a> {
    let township = entry.township;
    let told = entry.told();
    TownshipRecord {
        code: &township.code,
        name: &township.name,
        county: &township.county,
        source: &township.source,
        state: match told {
            Some(_) => "judged",
            None => "broken",
        },
        plan: told.map(plan),
        records: told.map(records),
        duties: told.map(duties).unwrap_or_default(),
        findings: rows_of(entry, as_of, telling).collect(),
        signs: signs(entry, telling),
        scores: told.map_or(&[], |told| &told.judged.scores),
        proposals: told.map_or(&[], |told| &told.judged.proposals),
        inputs: &township.inputs,
    }
}

fn plan<'a>(told: &Told<'a>) -> PlanRecord<'a> {
    let packages = told.table.packages.iter();
    PlanRecord {
        id: &told.judged.id,
        title: &told.judged.title,
        from: told.table.from,
        to: told.table.to,
        packages: packages
            .map(|package| format!("{} {}", package.name, package.version))
            .collect(),
        packages_used: &told.table.packages,
    }
}

fn records<'a>(told: &Told<'a>) -> RecordCounts<'a> {
    RecordCounts {
        seen: told.judged.records,
        backfilled: told.judged.backfilled,
        backfilled_share: Share::bad(
            u64::from(told.judged.backfilled),
            u64::from(told.judged.records),
        )
        .percent(),
        corrected: told.judged.corrected,
        irrelevant: told.judged.irrelevant,
        simulated: told.judged.simulated.as_deref(),
    }
}

fn signs<'a>(entry: &Entry<'a>, telling: Telling) -> Vec<SignRecord<'a>> {
    let signs = entry.signs().iter();
    signs
        .map(|sign| SignRecord {
            id: &sign.id,
            sign: sign.sign,
            title: telling.sign(sign.sign),
            about: sign.about.as_deref(),
            ask: &sign.ask,
            reason: telling.pick(&sign.reason),
            count: sign.count,
            evidence: &sign.records,
            thresholds: &sign.thresholds,
            error: sign.error,
        })
        .collect()
}

fn duties<'a>(told: &Told<'a>) -> Vec<DutyRecord<'a>> {
    let duties = told.duties.iter();
    duties
        .map(|(duty, counts)| DutyRecord {
            id: &duty.id,
            name: &duty.name,
            section: &duty.section,
            severity: duty.severity.word(),
            clauses: &duty.clauses,
            counts: counts
                .counts
                .iter()
                .map(|(status, count)| (status.word().to_owned(), (*count).into()))
                .collect(),
        })
        .collect()
}
