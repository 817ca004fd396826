//! SARIF 2.1.0: a result for each finding, at the line of its duty.

mod form;
mod place;
mod rules;

use luoshi_audit::{Finding, Township, Trouble};
use luoshi_diagnostics::Lang;
use luoshi_plan::model::Severity;
use luoshi_rules::Status;

use crate::columns::is_simulated;
use crate::format::{ExportError, json};
use crate::identity::{digest, trouble_name};
use crate::sarif::form::{Bag, Driver, Log, Message, Output, Roots, Run, RunId, Suppression, Tool};
use crate::sarif::place::location;
use crate::sarif::rules::{Rules, broken_rule, rule};
use crate::telling::Telling;
use crate::whole::{Case, Whole};

/// The name under which a finding keeps its fingerprint, with the version of how it is made.
const FINGERPRINT: &str = "luoshiFinding/v1";

/// The audit as SARIF.
pub(crate) fn write(whole: &Whole<'_>, telling: Telling) -> Result<Vec<u8>, ExportError> {
    let mut rules = Rules::default();
    let mut results = Vec::new();
    for entry in &whole.townships {
        let cases = entry.cases().iter();
        results.extend(cases.map(|case| result(case, &mut rules, telling)));
        let troubles = entry.troubles().iter();
        results
            .extend(troubles.map(|trouble| broken(entry.township, trouble, &mut rules, telling)));
    }
    let head = &whole.audit.head;
    let driver = Driver {
        name: "luoshi",
        version: &head.engine,
        rules: rules.list(),
    };
    let run = Run {
        tool: Tool { driver },
        // Results of the same day of the same kind of run are one to a consumer that follows runs.
        automation_details: RunId {
            id: format!("luoshi/{}", head.as_of),
        },
        language: match telling.lang() {
            Lang::ZhCn => "zh-CN",
            Lang::En => "en-US",
        },
        column_kind: "unicodeCodePoints",
        original_uri_base_ids: Roots::new(telling.word("sarif-root")),
        results,
        properties: Bag::default().with("asOf", head.as_of.to_string()),
    };
    let log = Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [run],
    };
    json(&log)
}

fn result(case: &Case<'_>, rules: &mut Rules, telling: Telling) -> Output {
    let finding = case.finding;
    let township = case.township;
    let place = case.duty.place.as_ref().map(|at| township.place(at));
    Output {
        rule_id: case.duty.id.clone(),
        rule_index: rules.index(rule(case, telling)),
        kind: kind(finding),
        level: level_of(case),
        message: Message {
            text: telling.sentence(case),
        },
        locations: vec![location(township, &case.duty.id, place.as_ref())],
        partial_fingerprints: fingerprint(township, &finding.id),
        suppressions: suppression(case, telling).into_iter().collect(),
        properties: properties(case),
    }
}

/// What SARIF calls a result: nothing but a failure is one, and a waived failure is a suppressed one.
fn kind(finding: &Finding) -> &'static str {
    match finding.status {
        Status::Violated | Status::Missed | Status::Waived => "fail",
        Status::Late if finding.fails => "fail",
        Status::Late => "informational",
        Status::Suspect => "review",
        Status::Unknown | Status::Unset | Status::DueSoon | Status::Pending => "open",
        Status::NotApplicable => "notApplicable",
        Status::Met => "pass",
    }
}

/// How grave a result is. `none` for a waived one too: many readers overlook that a result is suppressed.
fn level_of(case: &Case<'_>) -> &'static str {
    if case.finding.fails {
        level(case.duty.severity)
    } else {
        "none"
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Major => "error",
        Severity::Normal => "warning",
        Severity::Minor => "note",
    }
}

fn suppression(case: &Case<'_>, telling: Telling) -> Option<Suppression> {
    (case.finding.status == Status::Waived).then(|| Suppression {
        kind: "external",
        status: "accepted",
        justification: telling.reason(case),
    })
}

/// Where the township lies is no part of it: it may be moved.
fn fingerprint(township: &Township, finding: &str) -> Bag {
    Bag::default().with(FINGERPRINT, digest(&[&township.code, finding]))
}

fn properties(case: &Case<'_>) -> Bag {
    let finding = case.finding;
    let accountable = finding.accountable.iter().map(|who| {
        let holder = who.holder.as_deref();
        Bag::default()
            .with("role", who.role.id.as_str())
            .and(
                "subject",
                who.subject.as_ref().map(|label| label.id.as_str()),
            )
            .and("holder", holder)
    });
    let accountable: Vec<Bag> = accountable.collect();
    Bag::default()
        .with("finding", finding.id.as_str())
        .with("status", finding.status.word())
        .with("township", case.township.code.as_str())
        .with("townshipName", case.township.name.as_str())
        .with("county", case.township.county.as_str())
        .with("simulated", is_simulated(case.township))
        .and("facet", finding.facet.as_deref())
        .and(
            "subject",
            finding.subject.as_ref().map(|label| label.id.as_str()),
        )
        .and(
            "actor",
            finding.actor.as_ref().map(|label| label.id.as_str()),
        )
        .and("record", finding.record.as_deref())
        .and("period", finding.period.as_deref().map(String::as_str))
        .and("day", finding.day.map(|day| day.to_string()))
        .with("figure", finding.figure)
        .and("decision", finding.decision.as_deref())
        .with("evidence", finding.evidence.clone())
        .with("accountable", accountable)
}

/// A township that could not be judged: a finding of its own, at what stood in the way.
fn broken(township: &Township, trouble: &Trouble, rules: &mut Rules, telling: Telling) -> Output {
    let args = [
        ("township", township.name.clone().into()),
        ("reason", telling.trouble(trouble).into()),
    ];
    Output {
        rule_id: trouble.code.clone(),
        rule_index: rules.index(broken_rule(&trouble.code, telling)),
        kind: "fail",
        level: "error",
        message: Message {
            text: telling.say("broken", args),
        },
        locations: vec![location(township, &trouble.code, trouble.place.as_ref())],
        partial_fingerprints: fingerprint(township, &trouble_name(trouble)),
        suppressions: Vec::new(),
        properties: Bag::default()
            .with("status", "broken")
            .with("township", township.code.as_str())
            .with("townshipName", township.name.as_str())
            .with("county", township.county.as_str()),
    }
}
