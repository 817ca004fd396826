//! What was found, for programs.

use luoshi_rules::Outcome;
use serde_json::{Map, Value, json};

use crate::compare::{Analysis, Example, Named};
use crate::explore::Reach;
use crate::facts::{Fact, Further, Place};
use crate::ledger::Ledger;
use crate::survey::{Survey, Versions};

/// The version of the form.
const VERSION: u32 = 1;

/// Two rules, or one.
#[must_use]
pub fn analysis_json(analysis: &Analysis) -> Value {
    let mut whole = of_analysis(analysis);
    whole.insert("version".to_owned(), VERSION.into());
    whole.into()
}

/// All rules of a plan.
#[must_use]
pub fn survey_json(survey: &Survey) -> Value {
    json!({
        "version": VERSION,
        "rules": survey.alone.iter().map(of_analysis).collect::<Vec<_>>(),
        "for_nobody": survey.for_nobody.iter().map(named).collect::<Vec<_>>(),
        "pairs": survey.pairs.iter().map(of_analysis).collect::<Vec<_>>(),
    })
}

/// Two versions of a plan.
#[must_use]
pub fn versions_json(versions: &Versions) -> Value {
    let list = |rules: &[Named]| rules.iter().map(named).collect::<Vec<_>>();
    json!({
        "version": VERSION,
        "both": versions.both.iter().map(of_analysis).collect::<Vec<_>>(),
        "not_comparable": list(&versions.apart),
        "first_alone": list(&versions.first_alone),
        "second_alone": list(&versions.second_alone),
    })
}

fn named(rule: &Named) -> Value {
    json!({ "id": rule.id, "name": rule.name, "section": rule.section.word() })
}

fn of_analysis(analysis: &Analysis) -> Map<String, Value> {
    let rules = analysis.rules.iter().enumerate().map(|(at, rule)| {
        let mut value = named(rule);
        value["habit"] = analysis.habit(at).word().into();
        value
    });
    let (proved, most) = match analysis.reach {
        Reach::All { most } => (true, most),
        Reach::Some { most } => (false, most),
    };
    let mut map = Map::new();
    map.insert("rules".to_owned(), rules.collect());
    if analysis.rules.len() == 2 {
        map.insert("relation".to_owned(), analysis.relation().word().into());
    }
    map.insert("proved".to_owned(), proved.into());
    let bounds = json!({
        "most": most,
        "runs": analysis.runs,
        "pinned": analysis.pinned,
        "all_parameters": analysis.all_parameters,
        "subjects": analysis.subjects,
        "subject_read": analysis.subject_read,
        "package": analysis.package,
    });
    map.insert("bounds".to_owned(), bounds);
    let facts = analysis.facts.iter().map(|fact| fact_json(fact).into());
    map.insert("facts".to_owned(), facts.collect::<Vec<Value>>().into());
    let ends = analysis
        .ends
        .iter()
        .map(|(end, example)| end_json(end, example.as_ref()));
    map.insert("ends".to_owned(), ends.collect());
    map
}

fn end_json(end: &[Outcome], example: Option<&Example>) -> Value {
    let outcomes: Vec<&str> = end.iter().map(|outcome| word(*outcome)).collect();
    let Some(example) = example else {
        return json!({ "outcomes": outcomes });
    };
    let (ledger, why) = match &example.ledger {
        Ok(ledger) => (Some(ledger_json(ledger)), None),
        Err(why) => (None, Some(why.word())),
    };
    json!({
        "outcomes": outcomes,
        "subject": example.subject,
        "facts": values(&example.facts),
        "ledger": ledger,
        "no_ledger": why,
    })
}

fn values(facts: &[(Fact, i64)]) -> Vec<Value> {
    let one = |(fact, value): &(Fact, i64)| {
        let mut map = fact_json(fact);
        map.insert("value".to_owned(), (*value).into());
        map.into()
    };
    facts.iter().map(one).collect()
}

fn ledger_json(ledger: &Ledger) -> Value {
    let lines: Vec<String> = ledger
        .records
        .iter()
        .map(|record| record.to_json())
        .collect();
    json!({
        "as_of": ledger.as_of.to_string(),
        "duties": ledger.duties,
        "subjects": ledger.subjects,
        "holds_for_whole_plan": ledger.whole,
        "facts": values(&ledger.facts),
        "records": lines,
    })
}

fn fact_json(fact: &Fact) -> Map<String, Value> {
    let value = match fact {
        Fact::Parameter(id) => json!({ "fact": "parameter", "of": id }),
        Fact::Incidents { kind, place } => {
            json!({ "fact": "incidents", "of": kind, "place": place.word() })
        }
        Fact::Count { duty, count, place } => {
            json!({ "fact": count.word(), "of": duty, "place": place.word() })
        }
        Fact::Further { of, what } => json!({ "fact": what.word(), "of": of }),
    };
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// The word of an outcome in JSON and, after `analysis-outcome-`, in the catalogues.
pub(crate) fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Holds => "holds",
        Outcome::Violated => "violated",
        Outcome::Unknown => "unknown",
    }
}

impl Place {
    /// The word in JSON and, after `analysis-place-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Place::Here => "here",
            Place::Inside => "inside",
            Place::Elsewhere => "elsewhere",
        }
    }
}

impl Further {
    /// The word in JSON and, after `analysis-further-`, in the catalogues.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Further::Telling => "telling",
            Further::Unsure => "unsure",
            Further::Rule => "rule",
            Further::Failing => "rule_failing",
            Further::Unknown => "rule_unknown",
            Further::Window => "window",
            Further::Severe => "severe",
        }
    }
}
