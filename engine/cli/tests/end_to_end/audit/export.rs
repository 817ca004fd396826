//! An audit in the formats that other tools read.

use super::county::{run, two_counties};

const TEXTS: [&str; 6] = ["oscal-ar", "oscal-poam", "sarif", "junit", "csv", "json"];

#[test]
fn every_format_is_written_and_twice_the_same() {
    let case = two_counties();
    run(&case, "audit p --as-of 2012-07-31 -o whole -q", 1);
    for format in TEXTS.into_iter().chain(["xlsx", "parquet"]) {
        for file in ["one", "two"] {
            let ran = run(
                &case,
                &format!("audit export whole --to {format} -o {file}"),
                0,
            );
            assert_eq!(
                (ran.stdout, ran.stderr),
                (String::new(), String::new()),
                "{format}"
            );
        }
        let [one, two] = ["one", "two"].map(|file| std::fs::read(case.path(file)).unwrap());
        assert!(one == two && !one.is_empty(), "{format}");
        if TEXTS.contains(&format) {
            let shown = run(&case, &format!("audit export whole --to {format}"), 0);
            assert_eq!(shown.stdout.as_bytes(), one, "{format}");
        }
    }
}

#[test]
fn findings_stand_at_the_line_of_their_duty_and_in_the_language_asked_for() {
    let case = two_counties();
    run(&case, "audit p --as-of 2012-07-31 -o whole -q", 1);
    let sarif = |lang: &str| -> serde_json::Value {
        let ran = run(
            &case,
            &format!("audit export whole --to sarif --lang {lang}"),
            0,
        );
        serde_json::from_str(&ran.stdout).unwrap()
    };
    let log = sarif("en");
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "council");
    let place = &result["locations"][0]["physicalLocation"];
    let file = place["artifactLocation"]["uri"].as_str().unwrap();
    assert!(file.ends_with("/peace/package.yaml"), "{file}");
    assert_eq!(place["region"]["startLine"], 7);
    let text =
        |log: &serde_json::Value| log["runs"][0]["results"][0]["message"]["text"].to_string();
    assert!(text(&log).contains("missed"), "{}", text(&log));
    assert!(text(&sarif("zh-CN")).contains("未落实"));
}

#[test]
fn a_broken_township_is_in_every_format_and_never_stops_one() {
    let case = two_counties().file("p/甲县/b/plan.yaml", "luoshi: 1\nplan: { id: [");
    run(&case, "audit p --as-of 2012-07-31 -o whole -q", 1);
    for (format, mark) in [
        ("oscal-ar", "township-can-be-judged"),
        ("sarif", "\"broken\""),
        ("junit", "<error type=\"LS"),
        ("csv", "无法检查"),
        ("json", "\"state\":\"broken\""),
    ] {
        let ran = run(&case, &format!("audit export whole --to {format}"), 0);
        assert!(ran.stdout.contains(mark), "{format}");
    }
}

#[test]
fn what_cannot_be_exported_is_told() {
    let case = two_counties().file("bad.jsonl", "{}\n");
    run(&case, "audit p/甲县/a --as-of 2012-07-31 -o clean -q", 0);
    run(&case, "audit p --as-of 2012-07-31 -o whole -q", 1);
    let beyond = case.read("whole").replace("\"duty\":0", "\"duty\":77");
    let case = case.file("beyond.jsonl", beyond);
    for (arguments, code) in [
        ("audit export", "LS0602"),
        ("audit export whole", "LS0602"),
        ("audit export whole --to pdf", "LS0602"),
        ("audit export whole --to xlsx", "LS0602"),
        ("audit export whole --to csv --format json", "LS0602"),
        ("audit export nowhere --to csv", "LS0601"),
        ("audit export bad.jsonl --to csv", "LS1025"),
        ("audit export clean --to oscal-poam", "LS1080"),
        ("audit export beyond.jsonl --to csv", "LS1081"),
    ] {
        let ran = run(&case, arguments, 2);
        let told = format!("{}{}", ran.stdout, ran.stderr);
        assert!(told.contains(code), "{arguments}: {told}");
    }
    case.run("audit p --as-of 2012-07-31 --shard 1/2 -o one -q");
    let ran = run(&case, "audit export one --to csv", 0);
    assert!(ran.stderr.contains("LS1027"), "{}", ran.stderr);
    assert!(ran.stdout.starts_with('\u{feff}'));
}

#[test]
fn a_check_of_one_township_speaks_to_the_same_tools() {
    let case = two_counties();
    let junit = run(&case, "check p/甲县/b --as-of 2012-07-31 --format junit", 1);
    let failures = junit.stdout.matches("<failure type=\"missed\"").count();
    assert!(junit.stdout.contains(&format!("failures=\"{failures}\"")));
    assert_eq!(failures, 3, "{}", junit.stdout);
    let sarif = run(
        &case,
        "check p/甲县/b --as-of 2012-07-31 --format sarif -o b.sarif",
        1,
    );
    assert_eq!(sarif.stdout, "");
    let log: serde_json::Value = serde_json::from_str(&case.read("b.sarif")).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(
        results
            .iter()
            .filter(|result| result["kind"] == "fail")
            .count(),
        3
    );
    run(&case, "check p/甲县/a --as-of 2012-07-31 --format sarif", 0);
}
