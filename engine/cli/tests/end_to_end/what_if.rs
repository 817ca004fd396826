//! The same year under other parameters.

use crate::case::Case;

const PINGTANG: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../policies/pingtang-2012 --as-of 2012-12-31"
);

fn changed(set: &str) -> serde_json::Value {
    let ran = Case::new().run(&format!("what-if {PINGTANG} --format json {set}"));
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

#[test]
fn findings_appear_and_disappear_with_the_value() {
    let more = changed("--set council_at_least=2");
    let findings = more["findings"].as_array().unwrap();
    let june = findings.iter().find(|f| f["id"] == "council/2012-06");
    let june = june.expect("one meeting in June is no longer enough");
    assert_eq!(
        (june["before"].as_str(), june["after"].as_str()),
        (Some("met"), Some("missed"))
    );
    let touched = |f: &&serde_json::Value| f["id"].as_str().unwrap().starts_with("council/");
    assert!(findings.iter().filter(touched).count() > 5);

    let fewer = changed("--set night_patrol_nights_per_month=9");
    let october = &fewer["findings"].as_array().unwrap()[0];
    assert_eq!(october["id"], "night_patrol/2012-10");
    assert_eq!(
        (&october["before"], &october["after"]),
        (&"missed".into(), &"met".into())
    );

    let same = changed("--set council_at_least=1");
    assert_eq!(same["findings"].as_array().unwrap().len(), 0);
    assert_eq!(same["parameters"].as_array().unwrap().len(), 0);
}

#[test]
fn a_value_of_a_question_that_was_open_is_judged() {
    let set = changed("--set border_patrols_per_month=1");
    let findings = set["findings"].as_array().unwrap();
    let gone = findings.iter().filter(|f| f["before"] == "unset").count();
    let new = findings.iter().filter(|f| f["before"].is_null()).count();
    assert!(gone > 0 && new > 0, "{findings:#?}");
    assert_eq!(set["parameters"][0]["before"], "未定");
}

#[test]
fn what_the_package_does_not_allow_is_refused_where_it_was_typed() {
    let case = Case::new();
    for (set, code) in [
        ("watch_nights_per_month=3", "LS0208"),
        ("council_at_leest=2", "LS0207"),
    ] {
        let ran = case.run(&format!("what-if {PINGTANG} --set {set}"));
        assert_eq!(ran.code, Some(2));
        assert!(
            ran.stderr.contains(code) && ran.stderr.contains(set),
            "{}",
            ran.stderr
        );
        assert!(
            !ran.stderr.contains("LS0223"),
            "open questions are no mistake of --set"
        );
    }
}

#[test]
fn the_report_reads_in_both_languages() {
    let case = Case::new();
    for (lang, told) in [("zh-CN", "新出现的问题"), ("en", "New failures")] {
        let ran = case.run(&format!(
            "what-if {PINGTANG} --lang {lang} --set council_at_least=2 --set watch_nights_per_month=16"
        ));
        assert!(ran.stdout.contains(told), "{}", ran.stdout);
        let keys = ran.stdout.matches("what-if-").count();
        assert_eq!(keys, 0, "a text is missing in {}", ran.stdout);
        for line in ran.stdout.lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
        }
    }
}
