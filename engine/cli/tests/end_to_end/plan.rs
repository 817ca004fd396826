//! Plans: from the first one to the report.

use crate::case::Case;

#[test]
fn a_new_plan_checks_without_errors() {
    let case = Case::new();
    case.transcript(
        "init",
        &[
            "init p --as-of 2012-01-01",
            "check p --as-of 2012-08-15",
            "check p --as-of 2012-08-15 --quiet",
            "init p",
        ],
    );
    case.transcript(
        "init.en",
        &[
            "init e --as-of 2012-01-01 --lang en",
            "check e --as-of 2012-08-15 --lang en",
        ],
    );
}

#[test]
fn a_plan_that_names_a_package_finds_it_beside_itself_or_where_told() {
    let package = "luoshi: 1\npackage: { name: county/base, version: 1.2.0, publisher: 县, title: 基本方案 }\n";
    let beside = Case::new().file("base/package.yaml", package);
    assert_eq!(beside.run("init p --package county/base -q").code, Some(0));
    assert_eq!(beside.run("check p").code, Some(0));
    let elsewhere = Case::new().file("far/away/package.yaml", package);
    assert_eq!(
        elsewhere.run("init p --package county/base -q").code,
        Some(0)
    );
    assert_eq!(elsewhere.run("check p --packages far").code, Some(0));
    assert_eq!(elsewhere.run("check p --packages far/away").code, Some(0));
    let lost = elsewhere.run("check p");
    assert_eq!(lost.code, Some(2));
    assert!(lost.stderr.contains("LS0213"), "{}", lost.stderr);
    assert_eq!(elsewhere.run("check far/away").code, Some(0));
}

#[test]
fn all_that_is_wrong_is_told_in_one_run() {
    let case = Case::with_plan();
    let plan = case
        .read("p/plan.yaml")
        .replace("编号: council", "编号: council\n    频率: 月")
        .replace("法定人数: 2/3", "法定人数: 3/2");
    let case = case
        .file("p/plan.yaml", plan)
        .file("p/evidence.jsonl", "{}");
    let ran = case.run("check p");
    for code in ["LS0106", "LS0220", "LS0317"] {
        assert!(ran.stderr.contains(code), "{code} in {}", ran.stderr);
    }
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
    let json = case.run("check p --format json");
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert!(json["notes"].as_array().unwrap().len() >= 3);
    assert!(json["assessment"].is_null());
}

#[test]
fn json_is_what_its_schema_says() {
    let case = Case::with_plan();
    let schema: serde_json::Value =
        serde_json::from_str(&case.run("schema assessment").stdout).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for lang in ["zh-CN", "en"] {
        let ran = case.run(&format!(
            "check p --as-of 2012-08-15 --format json --lang {lang}"
        ));
        let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&json)
            .map(|e| e.to_string())
            .collect();
        assert_eq!(errors, Vec::<String>::new());
        assert_eq!(json["assessment"]["as_of"], "2012-08-15");
        assert_eq!(ran.stderr, "");
    }
    let broken: serde_json::Value =
        serde_json::from_str(&case.run("check nowhere --format json").stdout).unwrap();
    assert!(validator.is_valid(&broken));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let case = Case::with_plan();
    let run = || case.run("check p --as-of 2012-08-15 --format json").stdout;
    assert_eq!(run(), run());
}

#[test]
fn codes_and_findings_are_explained() {
    let case = Case::with_plan();
    case.transcript(
        "explain",
        &[
            "explain LS0316",
            "explain ls0317 --lang en",
            "explain council/2012-06 p --as-of 2012-08-15",
            "explain council/2012-99 p --as-of 2012-08-15",
            "explain LS9999 p",
        ],
    );
}

#[test]
fn topics_are_explained_without_a_plan() {
    Case::new().transcript(
        "explain-topics",
        &[
            "explain 审计口径",
            "explain audit-figures --lang en",
            "explain 疑点限值",
            "explain sign-limits --lang en",
            "explain 批量对照表",
            "explain bulk-columns --lang en",
        ],
    );
}

#[test]
fn no_topic_is_called_as_a_code() {
    for lang in luoshi_diagnostics::Lang::ALL {
        for topic in luoshi_report::topics(luoshi_diagnostics::Messages::of(lang)) {
            let mut codes = luoshi_diagnostics::Code::ALL.iter();
            assert!(codes.all(|code| code.name() != topic), "{topic}");
        }
    }
}

#[test]
fn the_limits_of_signs_are_explained_as_they_are() {
    let case = Case::new();
    for (lang, open, to) in [("zh-CN", "（", " 至 "), ("en", " (", " to ")] {
        let told = case
            .run(&format!("explain sign-limits --lang {lang}"))
            .stdout;
        for limit in luoshi_signs::LIMITS {
            let (name, (least, most)) = (limit.name, limit.bounds);
            let between = if lang == "en" { "; " } else { "，" };
            let line = format!("{name}{open}{}{between}{least}{to}{most}", limit.default);
            assert!(told.contains(&line), "{line}: {told}");
        }
    }
}

#[test]
fn the_mapping_that_is_explained_can_be_read() {
    let case = Case::new();
    let keys = [
        "county", "columns", "units", "prefixes", "values", "defaults", "kinds",
    ];
    for lang in ["zh-CN", "en"] {
        let told = case
            .run(&format!("explain bulk-columns --lang {lang}"))
            .stdout;
        let lines = told.lines().map(str::trim);
        let is_key = |line: &&str| keys.iter().any(|key| line.starts_with(&format!("{key}: ")));
        let mapping: Vec<&str> = lines.filter(is_key).collect();
        assert_eq!(mapping.len(), keys.len(), "{told}");
        let mut sources = luoshi_diagnostics::Sources::default();
        let text = mapping.join("\n");
        let file = sources.add("mapping.yaml", text.clone());
        let read = luoshi_bulk::Mapping::from_yaml(&text, file);
        assert!(
            read.value.is_some() && read.notes.is_empty(),
            "{:?}",
            read.notes
        );
    }
}
