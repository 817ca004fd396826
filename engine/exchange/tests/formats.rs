//! Every format of every sample: written, the same each time, kept to its published schema.

use jsonschema::Validator;
use luoshi_audit::{Audit, Outcome, made_up};
use luoshi_diagnostics::Lang;
use luoshi_exchange::{ExportError, Format, JSON_SCHEMA, export};
use serde_json::Value;

#[path = "samples/mod.rs"]
mod samples;

const SARIF: &str = include_str!("../../../tests/exchange/schemas/sarif-2.1.0.json");

fn validator(schema: &str) -> Validator {
    let schema = serde_json::from_str(schema).expect("a schema is JSON");
    jsonschema::validator_for(&schema).expect("it is a schema")
}

fn json(audit: &Audit, format: Format, lang: Lang) -> Value {
    let bytes = export(audit, format, lang).expect("it can be written");
    serde_json::from_slice(&bytes).expect("it is JSON")
}

#[test]
fn every_sample_is_written_in_every_format_and_twice_the_same() {
    for (name, audit) in samples::all() {
        let nothing_open = matches!(name, "empty" | "clean");
        for lang in [Lang::ZhCn, Lang::En] {
            for format in Format::ALL {
                let written = export(&audit, format, lang);
                assert_eq!(written, export(&audit, format, lang), "{name} {format:?}");
                let expected = nothing_open && format == Format::OscalPoam;
                assert_eq!(
                    written == Err(ExportError::NothingOpen),
                    expected,
                    "{name} {format:?}"
                );
                assert!(expected || written.is_ok(), "{name} {format:?}");
            }
        }
    }
}

#[test]
fn json_and_sarif_keep_to_their_schemas() {
    for (schema, format) in [(JSON_SCHEMA, Format::Json), (SARIF, Format::Sarif)] {
        let validator = validator(schema);
        for (name, audit) in samples::all() {
            for lang in [Lang::ZhCn, Lang::En] {
                let written = json(&audit, format, lang);
                let faults = validator.iter_errors(&written);
                let faults: Vec<String> = faults.map(|fault| fault.to_string()).collect();
                assert_eq!(faults, [""; 0], "{name} {format:?}");
            }
        }
    }
}

#[test]
fn the_schema_of_json_refuses_what_is_wrong() {
    let validator = validator(JSON_SCHEMA);
    let good = json(&made_up(9, 7), Format::Json, Lang::En);
    for (pointer, wrong) in [
        ("/townships/0/state", "broken"),
        ("/townships/0/findings/0/status", "fine"),
        ("/townships/0/findings/0/day", "tomorrow"),
        ("/summary/failing", "many"),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).expect("the sample has it") = wrong.into();
        assert!(!validator.is_valid(&bad), "{pointer}");
    }
}

#[test]
fn every_text_of_the_catalogue_is_there() {
    for (name, audit) in samples::all() {
        for lang in [Lang::ZhCn, Lang::En] {
            for format in [
                Format::Csv,
                Format::Junit,
                Format::Sarif,
                Format::OscalResults,
            ] {
                let bytes = export(&audit, format, lang).expect("it can be written");
                let text = String::from_utf8_lossy(&bytes);
                assert!(!text.contains("exchange-"), "{name} {format:?}");
            }
        }
    }
}

#[test]
fn a_finding_of_a_duty_that_is_not_there_is_told() {
    let mut audit = samples::statuses();
    for table in audit.plans.values_mut() {
        table.duties.truncate(1);
    }
    for format in Format::ALL {
        let told = export(&audit, format, Lang::ZhCn);
        assert_eq!(told, Err(ExportError::Dangling("T00000".to_owned())));
    }
}

/// A plan of action, its items and its risks by the id of the finding, each item with its properties.
struct Plan {
    items: Vec<(String, Value)>,
    risks: Vec<Value>,
}

fn plan(audit: &Audit) -> Plan {
    let file = json(audit, Format::OscalPoam, Lang::ZhCn);
    let plan = &file["plan-of-action-and-milestones"];
    let list = |key: &str| plan[key].as_array().expect("it is a list").clone();
    let items = list("poam-items").into_iter();
    let items = items.map(|item| (prop(&item, "finding").expect("an id"), item));
    Plan {
        items: items.collect(),
        risks: list("risks"),
    }
}

fn prop(of: &Value, name: &str) -> Option<String> {
    let mut props = of["props"].as_array()?.iter();
    let found = props.find(|prop| prop["name"] == name)?;
    found["value"].as_str().map(str::to_owned)
}

#[test]
fn a_suspect_and_what_is_unknown_is_never_to_be_rectified() {
    let plan = plan(&samples::statuses());
    let words = plan
        .items
        .iter()
        .filter_map(|(_, item)| prop(item, "status"));
    let mut words: Vec<String> = words.collect();
    words.sort();
    assert_eq!(words, ["late", "missed", "violated"]);
}

#[test]
fn a_plan_of_action_says_how_far_each_item_has_come_and_holds_none_that_is_closed() {
    let plan = plan(&samples::followed());
    let day = |day: Option<u8>| day.map(|day| format!("2025-12-{day:02}"));
    // State, OSCAL's word for it, notified, due, workdays overdue on 31 December, entries of the log.
    let expected = [
        (
            "overdue",
            "notified",
            "remediating",
            Some(1),
            Some(11),
            Some(20),
            1,
        ),
        (
            "returned",
            "returned",
            "remediating",
            Some(1),
            Some(31),
            None,
            3,
        ),
        ("open", "open", "open", None, None, None, 0),
        (
            "notified",
            "notified",
            "remediating",
            Some(21),
            Some(31),
            None,
            1,
        ),
        (
            "awaiting",
            "awaiting",
            "remediating",
            Some(1),
            Some(11),
            None,
            2,
        ),
        (
            "appealed",
            "appealed",
            "deviation-requested",
            Some(1),
            Some(11),
            None,
            2,
        ),
        (
            "unlisted",
            "awaiting",
            "remediating",
            Some(1),
            Some(11),
            None,
            1,
        ),
    ];
    assert_eq!(plan.items.len(), expected.len());
    for (name, state, status, notified, due, overdue, entries) in expected {
        let id = format!("council/{name}");
        let at = plan.items.iter().position(|(finding, _)| *finding == id);
        let at = at.unwrap_or_else(|| panic!("{id} is not there"));
        let (item, risk) = (&plan.items[at].1, &plan.risks[at]);
        assert_eq!(prop(item, "state").as_deref(), Some(state), "{name}");
        assert_eq!(prop(item, "notified"), day(notified), "{name}");
        let days = overdue.map(|days| days.to_string());
        assert_eq!(prop(item, "overdue-workdays"), days, "{name}");
        let step = overdue.map(|_| "通报".to_owned());
        assert_eq!(prop(item, "ladder-step"), step, "{name}");
        assert_eq!(risk["status"], status, "{name}");
        let due = day(due).map_or(Value::Null, |day| format!("{day}T00:00:00+08:00").into());
        assert_eq!(risk["deadline"], due, "{name}");
        let task = &risk["remediations"][0]["tasks"][0];
        assert_eq!(task["timing"]["on-date"]["date"], due, "{name}");
        let log = risk["risk-log"]["entries"].as_array().map_or(0, Vec::len);
        assert_eq!(log, entries, "{name}");
        let first = &task["responsible-roles"][0]["role-id"];
        let answers = if name == "unlisted" {
            &Value::Null
        } else {
            &"secretary".into()
        };
        assert_eq!(first, answers, "{name}");
    }
}

#[test]
fn where_all_is_closed_there_is_no_plan_of_action() {
    let mut audit = samples::followed();
    for township in &mut audit.townships {
        let luoshi_audit::Outcome::Judged(judged) = &mut township.outcome else {
            continue;
        };
        judged
            .findings
            .retain(|finding| finding.id.ends_with("/closed"));
        let records = &mut judged.rectification.records;
        records.retain(|record| record.record.contains("/closed"));
    }
    let written = export(&audit, Format::OscalPoam, Lang::ZhCn);
    assert_eq!(written, Err(ExportError::NothingOpen));
    // Without the decision it is open still.
    for township in &mut audit.townships {
        if let luoshi_audit::Outcome::Judged(judged) = &mut township.outcome {
            judged.rectification.records.pop();
        }
    }
    assert_eq!(plan(&audit).items.len(), 1);
}

#[test]
fn identifiers_stay_while_a_finding_stays_open() {
    let first = samples::statuses();
    let mut later = first.clone();
    later.head.as_of = jiff::civil::date(2026, 3, 1);
    let items = |audit: &Audit| {
        let plan = json(audit, Format::OscalPoam, Lang::ZhCn);
        plan["plan-of-action-and-milestones"]["poam-items"].clone()
    };
    let uuids = |items: &Value| -> Vec<String> {
        let items = items.as_array().expect("it is a list");
        items.iter().map(|item| item["uuid"].to_string()).collect()
    };
    assert_eq!(uuids(&items(&first)), uuids(&items(&later)));
    let document = |audit: &Audit| {
        json(audit, Format::OscalResults, Lang::ZhCn)["assessment-results"]["uuid"].clone()
    };
    assert_ne!(document(&first), document(&later));
}

#[test]
fn two_plans_that_name_a_duty_differently_are_two_rules_of_one_id() {
    let mut audit = made_up(40, 3);
    let (key, table) = audit.plans.first_key_value().expect("made up with a plan");
    let (key, mut other) = (key.clone(), table.clone());
    other.duties[0].name = "另一种例会".to_owned();
    audit.plans.insert("z".to_owned(), other);
    for township in audit.townships.iter_mut().skip(20) {
        if let luoshi_audit::Outcome::Judged(judged) = &mut township.outcome {
            assert_eq!(judged.plan, key);
            judged.plan = "z".to_owned();
        }
    }
    let log = json(&audit, Format::Sarif, Lang::ZhCn);
    let rules = log["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .expect("rules")
        .clone();
    let names = rules.iter().filter(|rule| rule["id"] == "council");
    let names: Vec<&str> = names
        .filter_map(|rule| rule["shortDescription"]["text"].as_str())
        .collect();
    assert_eq!(names, ["议事例会", "另一种例会"]);
}

#[test]
fn each_row_of_csv_says_how_much_of_its_township_was_entered_late() {
    let mut audit = made_up(6, 7);
    let mut late = 0;
    for township in &mut audit.townships {
        if let Outcome::Judged(judged) = &mut township.outcome {
            (judged.records, judged.backfilled) = (300 * late, late);
            late += 1;
        }
    }
    let written = export(&audit, Format::Csv, Lang::En).expect("it can be written");
    let mut reader = csv::Reader::from_reader(written.as_slice());
    let heads = reader.headers().expect("it has a heading").clone();
    let place = |name: &str| heads.iter().position(|head| head == name);
    let at = ["code", "entered late", "share late"];
    let at = at.map(|name| place(name).expect("there is such a column"));
    let mut rows = 0;
    for row in reader.records() {
        let row = row.expect("a row");
        let township = audit.townships.iter().find(|t| t.code == row[at[0]]);
        let judged = township.expect("it is one of them").judged();
        let wanted = judged.map_or([String::new(), String::new()], |of| {
            // Of so many a third of a percent, and rounded up; of nothing no share.
            let share = if of.records == 0 { "" } else { "0.4%" };
            [of.backfilled.to_string(), share.to_owned()]
        });
        assert_eq!([&row[at[1]], &row[at[2]]], wanted);
        rows += 1;
    }
    assert!(rows > 6 && late > 2, "{rows} rows, {late} townships");
}
