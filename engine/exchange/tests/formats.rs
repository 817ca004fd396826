//! Every format of every sample: written, the same each time, kept to its published schema.

use jsonschema::Validator;
use luoshi_audit::{Audit, made_up};
use luoshi_diagnostics::Lang;
use luoshi_exchange::{ExportError, Format, JSON_SCHEMA, OpenItem, export, open_items, poam};
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

#[test]
fn a_suspect_and_what_is_unknown_is_never_to_be_rectified() {
    let open = open_items(&samples::statuses(), Lang::ZhCn).expect("its duties are there");
    let words: Vec<&str> = open.iter().map(|item| item.status.word()).collect();
    assert_eq!(words, ["violated", "missed", "late"]);
}

#[test]
fn a_day_to_rectify_by_is_the_deadline_and_the_milestone() {
    let audit = samples::statuses();
    let open = open_items(&audit, Lang::ZhCn).expect("its duties are there");
    let item = OpenItem {
        due: Some(jiff::civil::date(2026, 2, 28)),
        ..open[0].clone()
    };
    let bytes = poam(&audit, &[item], Lang::ZhCn).expect("there is something to rectify");
    let plan: Value = serde_json::from_slice(&bytes).expect("it is JSON");
    let risk = &plan["plan-of-action-and-milestones"]["risks"][0];
    assert_eq!(risk["deadline"], "2026-02-28T00:00:00+08:00");
    let task = &risk["remediations"][0]["tasks"][0];
    assert_eq!(
        task["timing"]["on-date"]["date"],
        "2026-02-28T00:00:00+08:00"
    );
    assert_eq!(task["responsible-roles"][0]["role-id"], "secretary");
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
