//! What other parameters would change, for tools.

use luoshi_rules::{Standing, Status};
use serde::Serialize;
use serde_json::Value;

use crate::burden::change_json;

use super::{WhatIf, differing, status, told};

/// Version of the form.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct WhatIfRecord {
    version: u32,
    plan: String,
    as_of: String,
    parameters: Vec<ParameterRecord>,
    counts: Vec<CountRecord>,
    findings: Vec<FindingRecord>,
    scores: Vec<SheetRecord>,
    burden: Vec<Value>,
}

#[derive(Serialize)]
struct ParameterRecord {
    name: String,
    before: String,
    after: String,
}

#[derive(Serialize)]
struct CountRecord {
    status: &'static str,
    before: usize,
    after: usize,
}

#[derive(Serialize)]
struct FindingRecord {
    id: String,
    before: Option<&'static str>,
    after: Option<&'static str>,
}

#[derive(Serialize)]
struct SheetRecord {
    scorecard: String,
    subject: Option<String>,
    before: Option<String>,
    after: Option<String>,
}

/// What changes as a JSON value; findings by their id with the status before and after.
#[must_use]
pub fn what_if_json(of: &WhatIf<'_>) -> Value {
    let assessment = of.after.assessment;
    let record = WhatIfRecord {
        version: VERSION,
        plan: assessment.plan.id.clone(),
        as_of: assessment.as_of.to_string(),
        parameters: parameters(of),
        counts: counts(of),
        findings: findings(of),
        scores: sheets(of),
        burden: of.burden.iter().map(change_json).collect(),
    };
    serde_json::to_value(record).unwrap_or_default()
}

fn parameters(of: &WhatIf<'_>) -> Vec<ParameterRecord> {
    let record = |(name, before, after)| ParameterRecord {
        name,
        before,
        after,
    };
    differing(of).into_iter().map(record).collect()
}

fn counts(of: &WhatIf<'_>) -> Vec<CountRecord> {
    let record = |(status, before, after): &(Status, usize, usize)| CountRecord {
        status: status.word(),
        before: *before,
        after: *after,
    };
    of.comparison.counts.iter().map(record).collect()
}

fn findings(of: &WhatIf<'_>) -> Vec<FindingRecord> {
    let changes = of.comparison.findings.iter();
    let record = |change| FindingRecord {
        id: told(of, change).map_or_else(String::new, |(_, f)| f.id.clone()),
        before: status(change.before).map(Status::word),
        after: status(change.after).map(Status::word),
    };
    changes.map(record).collect()
}

fn sheets(of: &WhatIf<'_>) -> Vec<SheetRecord> {
    let score = |standing: Option<Standing<'_>>| standing.map(|s| s.score.to_string());
    let changes = of.comparison.scores.iter();
    let records = changes.map(|change| SheetRecord {
        scorecard: change.scorecard.id.clone(),
        subject: change.subject.map(|s| s.id.clone()),
        before: score(change.before),
        after: score(change.after),
    });
    records.collect()
}
