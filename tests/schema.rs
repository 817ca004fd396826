//! The repository's own YAML against the published schema, by a validator that is not ours.

use std::path::{Path, PathBuf};

use jsonschema::Validator;
use serde_json::Value;

fn validator() -> Validator {
    jsonschema::draft202012::new(&luoshi_plan::schema()).expect("the schema is a JSON Schema")
}

fn faults(validator: &Validator, text: &str) -> Vec<String> {
    let value: Value = serde_yaml::from_str(text).expect("the text is YAML");
    validator
        .iter_errors(&value)
        .map(|e| format!("{}: {e}", e.instance_path()))
        .collect()
}

#[test]
fn every_plan_and_package_fits_the_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in [root.join("../policies"), root.join("bench/nation")] {
        collect(&folder, &mut files);
    }
    assert!(files.len() > 20, "the policies are where they were");
    let validator = validator();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("the file can be read");
        let faults = faults(&validator, &text);
        assert!(
            faults.is_empty(),
            "{}:\n{}",
            file.display(),
            faults.join("\n")
        );
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let about_the_plan = ["planted.yaml", "profile.yaml", "mapping.yaml"];
    for path in std::fs::read_dir(folder)
        .expect("the folder is there")
        .flatten()
        .map(|e| e.path())
    {
        let name = path
            .file_name()
            .and_then(|n| n.to_str())
            .unwrap_or_default();
        if path.is_dir() {
            // Tests of a package hold parts of plans, and have a form of their own.
            if name != "tests" {
                collect(&path, files);
            }
        } else if name.ends_with(".yaml") && !about_the_plan.contains(&name) {
            files.push(path);
        }
    }
}

#[test]
fn keys_in_both_languages_fit() {
    let english = "luoshi: 1\nmeetings: [ { id: council, name: 例会, cadence: { every: month, at_least: 1 } } ]";
    let chinese = "格式版本: 1\n会议: [ { 编号: council, 名称: 例会, 频次: { 每: 月, 至少: 1 } } ]";
    for text in [english, chinese] {
        assert_eq!(faults(&validator(), text), Vec::<String>::new());
    }
}

#[test]
fn a_key_that_does_not_exist_does_not_fit() {
    for text in [
        "luoshi: 1\nmeeting: []",
        "格式版本: 1\n会仪: []",
        "luoshi: 1\nroles: [ { id: a, name: 甲, rank: 1 } ]",
    ] {
        assert!(!faults(&validator(), text).is_empty(), "{text}");
    }
}
