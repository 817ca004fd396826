//! Cases as data: each file of `tests/cases/` but `diagnostics` is a plan fragment, a ledger, a day
//! and every finding that must come out. `tests/cases/README.md` says how to write one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use libtest_mimic::{Arguments, Failed, Trial};
use luoshi_rules::{Assessment, Measure};
use luoshi_tests::assess;
use serde::Deserialize;
use serde_yaml::{Mapping, Value};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// One line: what is tested and why it matters.
    why: String,
    as_of: Date,
    plan: Mapping,
    #[serde(default)]
    evidence: Vec<serde_json::Map<String, serde_json::Value>>,
    /// Every finding by id, with its status, or a map of what is tested of it.
    #[serde(default)]
    expect: BTreeMap<String, Expected>,
    /// Every proposal as `FINDING: MEASURE -> WHOM (decision)`; not tested if left out.
    proposals: Option<Vec<String>>,
    /// Score of each sheet, `CARD` or `CARD/SUBJECT`; not tested if left out.
    scores: Option<BTreeMap<String, Score>>,
    /// Values, baseline and trend of indicators; not tested if left out.
    indicators: Option<BTreeMap<String, String>>,
    /// Ids of records that nothing asks for; not tested if left out.
    irrelevant: Option<Vec<String>>,
    /// Every record that a duty could use and that decides nothing, and why; not tested if left out.
    unused: Option<BTreeMap<String, String>>,
    /// Every waiver as `RECORD: COVERS`, with ` expired` or what is wrong with it behind; not tested if left out.
    waivers: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Expected {
    Status(String),
    Full(Full),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Full {
    status: String,
    figure: Option<i64>,
    decision: Option<String>,
    evidence: Option<Vec<String>>,
    backfilled: Option<u32>,
    /// `role`, `role:staff` or `role@subject:staff`, from the nearest up.
    accountable: Option<Vec<String>>,
    day: Option<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Score {
    score: String,
    grade: Option<String>,
    rank: Option<u32>,
}

fn main() {
    let mut arguments = Arguments::from_args();
    // Cases are quick, and one thread keeps their output in order.
    arguments.test_threads = Some(1);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let trials = files
        .into_iter()
        .map(|path| {
            let name = path
                .strip_prefix(&root)
                .unwrap_or(&path)
                .display()
                .to_string();
            Trial::test(name, move || run(&path))
        })
        .collect();
    libtest_mimic::run(&arguments, trials).exit();
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()) {
        if path.is_dir() && path.file_name().is_some_and(|name| name != "diagnostics") {
            collect(&path, files);
        } else if path.extension().is_some_and(|e| e == "yaml") {
            files.push(path);
        }
    }
}

fn run(path: &Path) -> Result<(), Failed> {
    let text = std::fs::read_to_string(path)?;
    let case: Case = serde_yaml::from_str(&text)?;
    let assessment = assess(
        &plan_text(case.plan.clone())?,
        &ledger(&case.evidence),
        case.as_of,
    )?;
    let mut wrong = Vec::new();
    findings(&case, &assessment, &mut wrong);
    if let Some(expected) = &case.proposals {
        compare("proposals", expected, &proposals(&assessment), &mut wrong);
    }
    if let Some(expected) = &case.scores {
        scores(expected, &assessment, &mut wrong);
    }
    if let Some(expected) = &case.indicators {
        compare("indicators", expected, &indicators(&assessment), &mut wrong);
    }
    if let Some(expected) = &case.irrelevant {
        let found = assessment
            .evidence
            .irrelevant
            .iter()
            .map(|(id, _)| id.clone());
        compare("irrelevant", expected, &found.collect(), &mut wrong);
    }
    if let Some(expected) = &case.unused {
        let unused = assessment.evidence.unused.iter();
        let found = unused.map(|(id, why)| (id.clone(), why.word().to_owned()));
        compare("unused", expected, &found.collect(), &mut wrong);
    }
    if let Some(expected) = &case.waivers {
        compare("waivers", expected, &waivers(&assessment), &mut wrong);
    }
    if wrong.is_empty() {
        return Ok(());
    }
    Err(format!("{}\n  {}", case.why, wrong.join("\n  ")).into())
}

/// The plan with the header that a case need not repeat.
fn plan_text(mut plan: Mapping) -> Result<String, Failed> {
    let header = r"
luoshi: 1
plan: { id: case, title: 测试方案, issuer: 测试, issued: 2012-01-01 }
period: { from: 2012-01-01, to: 2012-12-31 }
jurisdiction: { code: T, name: 测试镇, level: township }
";
    let header: Mapping = serde_yaml::from_str(header)?;
    for (key, value) in header {
        if !plan.contains_key(&key) {
            plan.insert(key, value);
        }
    }
    Ok(serde_yaml::to_string(&Value::Mapping(plan))?)
}

/// The records as JSON lines; those without an id are `r1`, `r2`, in the order written.
fn ledger(records: &[serde_json::Map<String, serde_json::Value>]) -> String {
    let line = |(at, record): (usize, &serde_json::Map<String, serde_json::Value>)| {
        let mut record = record.clone();
        record
            .entry("id")
            .or_insert_with(|| format!("r{}", at + 1).into());
        serde_json::Value::Object(record).to_string() + "\n"
    };
    records.iter().enumerate().map(line).collect()
}

fn findings(case: &Case, assessment: &Assessment, wrong: &mut Vec<String>) {
    for finding in &assessment.findings {
        let Some(expected) = case.expect.get(&finding.id) else {
            wrong.push(format!(
                "not expected: {}: {}",
                finding.id,
                finding.status.word()
            ));
            continue;
        };
        let (status, full) = match expected {
            Expected::Status(status) => (status, None),
            Expected::Full(full) => (&full.status, Some(full)),
        };
        if status != finding.status.word() {
            let found = finding.status.word();
            wrong.push(format!(
                "{}: {status} expected, {found} found: {:?}",
                finding.id, finding.reason
            ));
        }
        if let Some(full) = full {
            details(full, finding, wrong);
        }
    }
    let found: Vec<&str> = assessment.findings.iter().map(|f| f.id.as_str()).collect();
    for id in case
        .expect
        .keys()
        .filter(|id| !found.contains(&id.as_str()))
    {
        wrong.push(format!("not found: {id}"));
    }
    let mut seen = found.clone();
    seen.sort_unstable();
    for twice in seen.windows(2).filter(|pair| pair[0] == pair[1]) {
        wrong.push(format!("found twice: {}", twice[0]));
    }
}

fn details(full: &Full, finding: &luoshi_rules::Finding, wrong: &mut Vec<String>) {
    let mut check = |what: &str, expected: Option<String>, found: String| {
        if let Some(expected) = expected.filter(|e| *e != found) {
            wrong.push(format!(
                "{}: {what}: {expected} expected, {found} found",
                finding.id
            ));
        }
    };
    check(
        "figure",
        full.figure.map(|f| f.to_string()),
        finding.figure.to_string(),
    );
    check(
        "day",
        full.day.map(|d| d.to_string()),
        finding.day.map_or_else(String::new, |d| d.to_string()),
    );
    check(
        "backfilled",
        full.backfilled.map(|b| b.to_string()),
        finding.backfilled.to_string(),
    );
    let decision = finding.decision.map_or("none", |d| d.word());
    check("decision", full.decision.clone(), decision.to_owned());
    let evidence = full.evidence.as_ref().map(|ids| ids.join(" "));
    check("evidence", evidence, finding.evidence.join(" "));
    let step = |a: &luoshi_rules::Answerable| {
        let subject = a
            .subject
            .as_ref()
            .map_or_else(String::new, |s| format!("@{}", s.id));
        let holder = a
            .holder
            .as_ref()
            .map_or_else(String::new, |h| format!(":{h}"));
        format!(
            "{}{subject}{holder}{}",
            a.role.id,
            if a.acting { "~" } else { "" }
        )
    };
    let chain: Vec<String> = finding.accountable.iter().map(step).collect();
    check(
        "accountable",
        full.accountable.as_ref().map(|c| c.join(" ")),
        chain.join(" "),
    );
}

fn waivers(assessment: &Assessment) -> Vec<String> {
    let line = |waiver: &luoshi_rules::WaiverSummary| {
        let expired = waiver.expired.then_some("expired");
        let flaws = waiver.flaws.iter().map(luoshi_rules::WaiverFlaw::word);
        let behind: Vec<&str> = expired.into_iter().chain(flaws).collect();
        let line = format!("{}: {} {}", waiver.record, waiver.covers, behind.join(" "));
        line.trim_end().to_owned()
    };
    assessment.waivers.iter().map(line).collect()
}

fn proposals(assessment: &Assessment) -> Vec<String> {
    let measure = |measure: &Measure| match measure {
        Measure::Deduct(money) => format!("deduct {money}"),
        Measure::Grade(grade) => format!("grade {grade}"),
        Measure::Ineligible(what) => format!("ineligible {}", what.join(" ")),
        Measure::Head(what) => format!("head {what}"),
        Measure::Score(score) => format!("score {score}"),
        Measure::Step(step) => format!("step {step}"),
    };
    let line = |p: &luoshi_rules::Proposal| {
        let whom = p.falls_on.as_ref().map_or("-", |l| l.id.as_str());
        format!(
            "{}: {} -> {whom} ({})",
            p.finding,
            measure(&p.measure),
            p.decision.word()
        )
    };
    assessment.proposals.iter().map(line).collect()
}

fn scores(expected: &BTreeMap<String, Score>, assessment: &Assessment, wrong: &mut Vec<String>) {
    let mut found: BTreeMap<String, &luoshi_rules::ScoreSheet> = BTreeMap::new();
    for sheet in &assessment.scores {
        let subject = sheet
            .subject
            .as_ref()
            .map_or_else(String::new, |s| format!("/{}", s.id));
        found.insert(format!("{}{subject}", sheet.scorecard.id), sheet);
    }
    let keys: Vec<&String> = expected.keys().collect();
    compare("score sheets", &keys, &found.keys().collect(), wrong);
    for (id, expected) in expected {
        let Some(sheet) = found.get(id) else { continue };
        if sheet.score.to_string() != expected.score {
            let items: Vec<_> = sheet.sections.iter().flat_map(|s| &s.items).collect();
            wrong.push(format!(
                "{id}: {} expected, {} found: {items:?}",
                expected.score, sheet.score
            ));
        }
        if expected.grade.is_some() && expected.grade != sheet.grade {
            wrong.push(format!(
                "{id}: grade {:?} expected, {:?} found",
                expected.grade, sheet.grade
            ));
        }
        if expected.rank.is_some() && expected.rank != sheet.rank {
            wrong.push(format!(
                "{id}: rank {:?} expected, {:?} found",
                expected.rank, sheet.rank
            ));
        }
    }
}

/// `VALUE/PERIOD ... = CURRENT (BASELINE TREND)` of each indicator and subject.
fn indicators(assessment: &Assessment) -> BTreeMap<String, String> {
    let show = |value: Option<luoshi_plan::Decimal>| {
        value.map_or_else(|| "-".to_owned(), |v| v.to_string())
    };
    let line = |trend: &luoshi_rules::IndicatorTrend| {
        let subject = trend
            .subject
            .as_ref()
            .map_or_else(String::new, |s| format!("/{}", s.id));
        let values: Vec<String> = trend.values.iter().map(|(_, value)| show(*value)).collect();
        let way = trend
            .trend
            .map_or_else(|| "-".to_owned(), |t| format!("{t:?}").to_lowercase());
        let text = format!(
            "{} = {} ({} {way})",
            values.join(" "),
            show(trend.current),
            show(trend.baseline)
        );
        (format!("{}{subject}", trend.indicator.id), text)
    };
    assessment.indicators.iter().map(line).collect()
}

fn compare<T: PartialEq + std::fmt::Debug>(
    what: &str,
    expected: &T,
    found: &T,
    wrong: &mut Vec<String>,
) {
    if expected != found {
        wrong.push(format!(
            "{what}: expected {expected:#?}\n  found {found:#?}"
        ));
    }
}
