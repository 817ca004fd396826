//! The schema takes what the decoder takes, and refuses unknown keys.
#![allow(
    clippy::disallowed_methods,
    reason = "the published plans are read as they are"
)]

use std::path::Path;

use jsonschema::Validator;
use luoshi_diagnostics::{Note, Sources};
use luoshi_plan::{Folder, Node, NodeKind, PlanFile, parse, resolve, schema};
use proptest::prelude::{Strategy, prop, prop_assert, proptest};
use serde_json::{Value, json};

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).expect("a schema by the rules of its draft")
}

/// A tree as a YAML reader of another program would see it.
fn value(node: &Node) -> Value {
    match &node.kind {
        NodeKind::Scalar {
            text,
            quoted: false,
        } => plain(text),
        NodeKind::Scalar { text, .. } | NodeKind::Undecided(text) => json!(text),
        NodeKind::List(items) => items.iter().map(value).collect(),
        NodeKind::Map(entries) => {
            let entries = entries
                .iter()
                .map(|(key, node)| (key.text.to_string(), value(node)));
            Value::Object(entries.collect())
        }
    }
}

/// The core schema of YAML 1.2.
fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" => return Value::Null,
        "true" | "false" => return json!(text == "true"),
        _ => {}
    }
    let number: Option<Value> = text.parse::<i64>().map(Value::from).ok();
    let numeric = text
        .bytes()
        .all(|b| b.is_ascii_digit() || b".-+eE".contains(&b));
    number
        .or_else(|| {
            text.parse::<f64>()
                .ok()
                .filter(|f| numeric && f.is_finite())
                .map(Value::from)
        })
        .unwrap_or_else(|| json!(text))
}

fn read(text: &str) -> PlanFile {
    let folder = Folder {
        name: String::new(),
        texts: vec![("plan.yaml".to_owned(), text.to_owned())],
        ..Folder::default()
    };
    parse(&folder, &mut Sources::default())
}

/// Whether the decoder has nothing against the keys, types and values of a plan.
fn decodes(file: &PlanFile) -> bool {
    let about_decoding = |note: &Note| note.code.id().starts_with("LS01");
    !resolve(file, &[]).notes.iter().any(about_decoding)
}

const PLAN: &str = r#"luoshi: 1
plan: { id: p, title: 计划, issuer: 综治办, issued: 2012-05-10, number: 12 }
period: { from: 2012-05-10, to: 2012-12-31 }
jurisdiction: { code: 01, name: 坪塘镇, level: township }
parameters: [{ id: n, name: 次数, type: integer, default: 1, min: , max: "5" }]
set: { n: { value: 2, reason: 加密 } }
settings: { due_soon: "5", backfill: }
units: [{ id: 办公室, name: 综治办 }]
roles: { id: director, name: 主任, unit: 办公室 }
subjects: [{ id: villages, name: 村, members: [{ id: 7, name: true, from: 2012-05-10 }] }]
会议:
  - 编号: council
    名称: 议事例会
    责任职务: director
    频次: { 每: 月, 至少: "${n}", 不完整周期: 照计 }
    法定人数: 2 / 3
    应形成材料: minutes
activities:
  - { id: visit, name: 查访, for_each: villages, active: 是, cadence: { every: week, exactly: 1 } }
tasks:
  - { id: plan, name: 方案, due: { within: 3个工作日, after: plan_issued }, optional: "true", grace: 2 }
coverage: [{ id: teams, name: 队伍, target: 95.5%, lapses: { within: 2mo } }]
rewards: [{ id: tip, name: 举报, amount: { min: 200, max: 2000.50元 }, case_cap: "3000" }]
scorecards:
  - { id: card, name: 考核, total: 100, sections: [{ id: a, name: 组织, max: 100.0 }] }
guidance:
"#;

#[test]
fn a_plan_in_all_its_forms_is_valid() {
    let file = read(PLAN);
    assert!(decodes(&file));
    let plan = value(&file.trees[0]);
    let errors: Vec<String> = validator()
        .iter_errors(&plan)
        .map(|e| format!("{} {e}", e.instance_path()))
        .collect();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn every_published_plan_and_package_is_valid() {
    let validator = validator();
    let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    let folders = std::fs::read_dir(policies).into_iter().flatten().flatten();
    for path in folders.flat_map(|folder| {
        std::fs::read_dir(folder.path())
            .into_iter()
            .flatten()
            .flatten()
    }) {
        let path = path.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let texts = vec![(name, text)];
        let folder = Folder {
            name: String::new(),
            texts,
            ..Folder::default()
        };
        for tree in parse(&folder, &mut Sources::default()).trees {
            let errors: Vec<String> = validator
                .iter_errors(&value(&tree))
                .map(|e| format!("{} {e}", e.instance_path()))
                .collect();
            assert_eq!(errors, Vec::<String>::new(), "{}", path.display());
        }
    }
}

#[track_caller]
fn refused(line: &str) {
    let plan = value(&read(&format!("luoshi: 1\n{line}\n")).trees[0]);
    assert!(!validator().is_valid(&plan), "{line}");
}

#[test]
fn unknown_keys_and_wrong_forms_are_refused() {
    refused("meetngs: []");
    refused("会仪: []");
    refused("meetings: [{ id: a, name: 甲, cadance: 1 }]");
    refused("meetings: [{ id: a }]");
    refused("meetings: [{ id: a, name: null }]");
    refused("meetings: [{ id: a, name: 甲, cadence: { every: mouth } }]");
    refused("meetings: [{ id: a, name: 甲, quorum: 2 }]");
    refused("tasks: [{ id: a, name: 甲, due: { within: 3周 } }]");
    refused("tasks: [{ id: a, name: 甲, due: { date: 六月底 } }]");
    assert!(
        !validator().is_valid(&json!({})),
        "a file says which format it is in"
    );
}

#[test]
fn keys_and_words_are_offered_in_both_languages() {
    let schema = schema();
    let file = &schema["$defs"]["file"]["properties"];
    assert_eq!(file["meetings"], file["会议"]);
    assert!(
        file["meetings"]["description"]
            .as_str()
            .is_some_and(|d| d.starts_with("会议. Meetings"))
    );
    let cadence = &schema["$defs"]["cadence"]["properties"]["every"]["anyOf"][0];
    assert!(
        cadence["enum"]
            .as_array()
            .is_some_and(|words| words.contains(&json!("季")))
    );
}

/// Every schema in the schema, with the pointer to it.
fn parts<'s>(at: String, value: &'s Value, found: &mut Vec<(String, &'s Value)>) {
    match value {
        Value::Object(map) => {
            found.push((at.clone(), value));
            let inside = map
                .iter()
                .filter(|(key, _)| !["examples", "defaultSnippets"].contains(&key.as_str()));
            inside.for_each(|(key, value)| parts(format!("{at}/{key}"), value, found));
        }
        Value::Array(items) => {
            items.iter().for_each(|item| parts(at.clone(), item, found));
        }
        _ => {}
    }
}

fn in_both_languages(text: &str) -> bool {
    let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    text.contains(chinese) && text.contains(|c: char| c.is_ascii_alphabetic())
}

#[test]
fn every_key_and_every_word_is_described_in_both_languages() {
    let schema = schema();
    let mut found = Vec::new();
    parts(String::new(), &schema, &mut found);
    let mut words = 0;
    for (at, part) in found {
        if at.ends_with("/properties") {
            for (key, property) in part.as_object().expect("keys") {
                let described = property["description"]
                    .as_str()
                    .is_some_and(in_both_languages);
                assert!(described, "{at}/{key}: {}", property["description"]);
            }
        }
        if let Some(list) = part.get("enum").and_then(Value::as_array) {
            let meanings = part["markdownEnumDescriptions"].as_array();
            let meanings = meanings.unwrap_or_else(|| panic!("{at}: {list:?}"));
            assert_eq!(list.len(), meanings.len(), "{at}");
            for meaning in meanings {
                assert!(
                    meaning.as_str().is_some_and(in_both_languages),
                    "{at}: {meaning}"
                );
            }
            words += list.len();
        }
    }
    assert!(words > 100, "{words}");
}

/// A validator of one map of values, each by a schema of its own: to build many takes long.
fn side_by_side(whole: &Value, schemas: Vec<(String, Value)>) -> Validator {
    let all = json!({ "$defs": whole["$defs"], "properties": Value::Object(schemas.into_iter().collect()) });
    jsonschema::draft202012::new(&all).expect("a schema by the rules of its draft")
}

#[test]
fn every_map_has_an_example_in_both_languages_that_is_valid() {
    let schema = schema();
    let maps = schema["$defs"].as_object().expect("definitions");
    let maps = maps.iter().filter(|(_, map)| map["type"] == "object");
    let by_name = |name: &String| (name.clone(), json!({ "$ref": format!("#/$defs/{name}") }));
    let validator = side_by_side(
        &schema,
        maps.clone().map(|(name, _)| by_name(name)).collect(),
    );
    for (name, map) in maps {
        let examples = map["examples"].as_array();
        let examples = examples.unwrap_or_else(|| panic!("{name} has no example"));
        assert_eq!(examples.len(), 2, "{name}");
        for example in examples {
            let errors: Vec<String> = validator
                .iter_errors(&json!({ name: example }))
                .map(|e| format!("{} {e}", e.instance_path()))
                .collect();
            assert_eq!(errors, Vec::<String>::new(), "{name}: {example}");
        }
        // In a snippet a dollar sign would be a place to fill in.
        let snippets = map.get("defaultSnippets").map(Value::to_string);
        assert!(!snippets.unwrap_or_default().contains('$'), "{name}");
    }
}

#[test]
fn defaults_are_valid_and_those_that_hold() {
    let schema = schema();
    let mut found = Vec::new();
    parts(String::new(), &schema, &mut found);
    let with_default = found
        .iter()
        .filter(|(_, part)| part.get("anyOf").is_some() && part.get("default").is_some());
    let keys: Vec<_> = with_default
        .map(|(at, part)| (at.clone(), (*part).clone()))
        .collect();
    assert!(keys.len() > 40, "{}", keys.len());
    let defaults = keys
        .iter()
        .map(|(at, part)| (at.clone(), part["default"].clone()));
    let defaults = Value::Object(defaults.collect());
    let validator = side_by_side(&schema, keys);
    let errors: Vec<String> = validator
        .iter_errors(&defaults)
        .map(|e| e.to_string())
        .collect();
    assert_eq!(errors, Vec::<String>::new());
    let default = |map: &str, key: &str| schema["$defs"][map]["properties"][key]["default"].clone();
    assert_eq!(default("settings", "due_soon"), json!(3));
    assert_eq!(default("activity", "severity"), json!("normal"));
    assert_eq!(default("cadence", "不完整周期"), json!("过半计"));
    assert_eq!(default("activity", "active"), json!(true));
}

/// Scalars on the edge between types, in place of any value of the plan.
fn edges() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "0",
        "1",
        "01",
        "-1",
        "1.5",
        "1.555",
        "+3",
        "1e3",
        "null",
        "~",
        "\"\"",
        "true",
        "\"true\"",
        "是",
        "yes",
        "2/3",
        "\" 2/03 \"",
        "3/0",
        "95%",
        "-0%",
        "007%",
        "12元",
        "\"12 元\"",
        "2h",
        "\"2  h\"",
        "3工作日",
        "^1.0",
        "1.2.3",
        "2012-02-29",
        "2012-2-29",
        "[]",
        "[1, 2]",
        "{}",
        "{ id: x }",
        "month",
        "季",
        "\"${n}\"",
        "议 事",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    /// The decoder never takes what the schema refuses.
    #[test]
    fn what_decodes_is_valid(at in 0usize..90, edge in edges()) {
        let text = replaced(PLAN, at, &edge);
        let file = read(&text);
        if let Some(tree) = file.trees.first().filter(|_| decodes(&file)) {
            prop_assert!(validator_once().is_valid(&value(tree)), "{text}");
        }
    }
}

fn validator_once() -> &'static Validator {
    static VALIDATOR: std::sync::OnceLock<Validator> = std::sync::OnceLock::new();
    VALIDATOR.get_or_init(validator)
}

/// The text with its n-th value replaced.
fn replaced(text: &str, nth: usize, by: &str) -> String {
    let starts: Vec<usize> = text.match_indices(": ").map(|(at, _)| at + 2).collect();
    let start = starts[nth % starts.len()];
    let rest = &text[start..];
    let end = match rest.chars().next() {
        Some('"') => rest[1..].find('"').map_or(rest.len(), |end| end + 2),
        Some('{' | '[') => return text.to_owned(),
        _ => rest.find([',', '}', ']', '\n']).unwrap_or(rest.len()),
    };
    format!("{}{by} {}", &text[..start], &rest[end..])
}
