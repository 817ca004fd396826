//! What is exercised, and in which status it has been seen.

mod bench;

use bench::{Bench, PACKAGE, PLAN};
use luoshi_rule_tests::Coverage;

fn shown(coverage: &Coverage) -> Vec<String> {
    let of = coverage.of.iter().map(|e| {
        let statuses: Vec<&str> = e.statuses.iter().map(|s| s.word()).collect();
        let mark = if e.exercised { "+" } else { "-" };
        format!("{mark} {} {} {}", e.section, e.id, statuses.join(" "))
    });
    of.map(|line| line.trim_end().to_owned()).collect()
}

#[test]
fn without_tests_nothing_is_exercised() {
    let coverage = Bench::new(&[("package.yaml", PACKAGE)], &[]).run().coverage;
    assert_eq!(coverage.exercised(), 0);
    assert_eq!(
        shown(&coverage),
        [
            "- meetings council",
            "- activities visit",
            "- tasks survey",
            "- rules steady",
            "- scorecards per_visit",
            "- penalties review",
        ]
    );
}

#[test]
fn exercised_is_what_a_case_compared_and_found_as_it_says() {
    let text = format!(
        "{PLAN}cases:
  - name: a
    as_of: 2024-03-01
    evidence: [{{ kind: visit, duty: visit, subject: v01, date: [2024-02-01, 2024-02-02], marks: [opinion] }}]
    expect: {{ visit/v01/2024-02: met, visit/*-03: pending, 'visit/*': missed, survey: missed }}
    scores: {{ card/v02: 7 }}
    proposals: [{{ proposed_by: review }}]
"
    );
    let coverage = Bench::of(&text).run().coverage;
    assert_eq!(
        shown(&coverage),
        [
            "- meetings council",
            "+ activities visit missed pending met",
            // The case says missed, which is not what came out.
            "- tasks survey",
            "- rules steady",
            "+ scorecards per_visit",
            "+ penalties review",
        ]
    );
    assert_eq!(coverage.untouched().count(), 3);
}

#[test]
fn an_item_that_takes_nothing_off_is_exercised_only_where_it_is_named() {
    let case = |score: &str| {
        let text = format!(
            "{PLAN}cases: [{{ name: a, as_of: 2024-01-10, evidence: [{{ kind: visit, date: 2024-01-01, duty: visit, subject: v01 }}], scores: {{ card/v01: {score} }} }}]\n"
        );
        let coverage = Bench::of(&text).run().coverage;
        coverage
            .of
            .iter()
            .any(|e| e.id == "per_visit" && e.exercised)
    };
    assert!(!case("10"));
    assert!(case("{ items: { per_visit: 0 } }"));
}

#[test]
fn responses_and_indicators_with_a_target_count_and_those_without_do_not() {
    let package = "luoshi: 1
package: { name: t/p, version: 1.0.0, publisher: 县, title: 包 }
incidents: [{ id: theft, name: 盗窃, respond: [{ id: answer, name: 处置, within: 2h }] }]
indicators:
  - { id: listed, name: 起数, from: incident_count, of: [theft], direction: down }
  - { id: aimed, name: 起数, from: incident_count, of: [theft], direction: down, target: 3, by: 2024-12-31 }
";
    let coverage = Bench::new(&[("package.yaml", package)], &[]).run().coverage;
    assert_eq!(
        shown(&coverage),
        ["- incidents answer", "- indicators aimed"]
    );
}
