//! Each file of `tests/register` and `tests/compare` is a case.

use std::fs;
use std::path::Path;

use luoshi_audit::Audit;
use luoshi_follow::{compare, compare_json, register, register_json};
use serde_json::{Map, Value, json};

use crate::case::Case;

fn cases(folder: &str, run: impl Fn(&[&Audit]) -> Value) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(folder);
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    files.sort();
    let mut wrong = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let case: Case =
            serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let audits: Vec<Audit> = case.audits.iter().map(|w| w.audit(&case.plan)).collect();
        let audits: Vec<&Audit> = audits.iter().collect();
        let told = run(&audits);
        let mut differs = Vec::new();
        differences(&case.expect, &told, "", &mut differs);
        wrong.extend(
            differs
                .iter()
                .map(|d| format!("{name} ({}): {d}", case.about)),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is expected and is not so; what is not mentioned may be anything, `null` is what is not there.
fn differences(expected: &Value, told: &Value, at: &str, out: &mut Vec<String>) {
    match (expected, told) {
        (Value::Object(expected), Value::Object(told)) => {
            for (key, value) in expected {
                let told = told.get(key).unwrap_or(&Value::Null);
                differences(value, told, &format!("{at}/{key}"), out);
            }
        }
        (Value::Array(expected), Value::Array(told)) if expected.len() == told.len() => {
            for (index, (expected, told)) in expected.iter().zip(told).enumerate() {
                differences(expected, told, &format!("{at}/{index}"), out);
            }
        }
        (expected, told) if expected == told => {}
        (expected, told) => out.push(format!("{at}: expected {expected}, found {told}")),
    }
}

/// Items by the id of their finding, with the reasons why records do not count; of several townships by source, too.
#[test]
fn registers() {
    cases("register", |audits| {
        let register = register(audits).unwrap();
        let several = register.items.iter().any(|i| i.place.source != "t");
        let items = register.items.iter().map(|item| {
            let mut value = serde_json::to_value(item).unwrap();
            let ignored = item.records.iter().map(|r| r.ignored.map(|why| why.word()));
            value["ignored"] = json!(ignored.flatten().collect::<Vec<_>>());
            value["next"] = json!(item.next.map(|next| next.act));
            value["step"] = json!(item.step.as_ref().map(|s| format!(
                "{} {}",
                s.step,
                s.standing.word()
            )));
            let id = match several {
                true => format!("{}:{}", item.place.source, item.finding),
                false => item.finding.clone(),
            };
            (id, value)
        });
        let items: Map<String, Value> = items.collect();
        let told = register_json(&register);
        json!({
            "items": items,
            "ids": items.keys().collect::<Vec<_>>(),
            "order": register.items.iter().map(|i| &i.finding).collect::<Vec<_>>(),
            "counts": told["counts"],
            "strays": register.strays.iter().map(|s| s.record.ignored.map(|w| w.word())).collect::<Vec<_>>(),
            "unseen": register.unseen.iter().map(|p| &p.source).collect::<Vec<_>>(),
            "broken": register.broken.iter().map(|p| &p.source).collect::<Vec<_>>(),
            "closed_by_default": register.closed_by_default,
        })
    });
}

/// Findings by id and duties by id; townships by source.
#[test]
fn comparisons() {
    cases("compare", |audits| {
        let Some(comparison) = compare(audits) else {
            return json!("none");
        };
        let mut told = compare_json(&comparison);
        let by = |list: &Value, key: &str| {
            let list = list.as_array().unwrap().iter();
            let pairs = list.map(|one| (one[key].as_str().unwrap().to_owned(), one.clone()));
            Value::Object(pairs.collect::<Map<_, _>>())
        };
        told["duties"] = by(&told["duties"], "id");
        let mut findings = Map::new();
        for township in told["townships"].as_array().unwrap() {
            for finding in township["findings"].as_array().unwrap() {
                let key = format!(
                    "{}:{}",
                    township["source"].as_str().unwrap(),
                    finding["id"].as_str().unwrap()
                );
                findings.insert(key, finding.clone());
            }
        }
        told["townships"] = by(&told["townships"], "source");
        told["ids"] = json!(findings.keys().collect::<Vec<_>>());
        told["findings"] = findings.into();
        told
    });
}
