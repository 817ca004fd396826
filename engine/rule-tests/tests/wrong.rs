//! Test files that are wrong: told with code and place, never run as if they were right.

mod bench;

use bench::{Bench, PACKAGE, PLAN};

#[track_caller]
fn notes(cases: &str, expected: &[&str]) {
    let text = format!("{PLAN}cases:\n{cases}");
    assert_eq!(Bench::of(&text).noted(), expected);
}

#[test]
fn a_duty_that_the_package_does_not_have() {
    notes(
        "  - { name: a, as_of: 2024-01-10, about: [council, coucil], expect: { visits/v01/2024-01: met } }
  - { name: b, as_of: 2024-01-10, proposals: [{ proposed_by: nobody }] }
",
        &[
            "LS0950 line 6 \"coucil\"",
            "LS0950 line 6 \"visits/v01/2024-01\"",
            "LS0950 line 7 \"nobody\"",
        ],
    );
}

#[test]
fn a_scorecard_or_item_that_the_package_does_not_have() {
    notes(
        "  - { name: a, as_of: 2024-01-10, scores: { cart/v01: 1, card/v01: { items: { per_visits: 1 } } } }\n",
        &["LS0955 line 6 \"cart/v01\"", "LS0955 line 6 \"per_visits\""],
    );
}

#[test]
fn nothing_expected_and_a_name_used_twice() {
    notes(
        "  - { name: a, as_of: 2024-01-10 }
  - { name: b, as_of: 2024-01-10, expect: { survey: pending } }
  - { name: b, as_of: 2024-01-10, expect: { survey: pending } }
",
        &["LS0951 line 6 \"a\"", "LS0952 line 8 \"b\""],
    );
}

#[test]
fn keys_words_and_days() {
    notes(
        "  - { name: a, as_of: 2024-1-10, expects: { survey: pending }, expect: { survey: pendng, council/2024-01: { figure: 1 } } }
  - { as_of: 2024-01-10, expect: { survey: { status: met, figur: 1 } } }
",
        &[
            "LS0110 line 6 \"2024-1-10\"",
            "LS0109 line 6 \"pendng\"",
            "LS0107 line 6 \"{ figure\"",
            "LS0106 line 6 \"expects\"",
            "LS0107 line 7 \"{ as_of\"",
            "LS0106 line 7 \"figur\"",
        ],
    );
}

#[test]
fn records_are_told_where_they_stand() {
    notes(
        "  - name: a
    as_of: 2024-01-10
    evidence:
      - { kind: meting, duty: council, date: 2024-01-05 }
      - { kind: meeting, duty: council, date: 2024-01-35 }
      - { kind: meeting, duty: council, date: 2024-01-05, quantity: much }
      - { kind: meeting, duty: council, dates: 2024-01-05 }
      - { kind: meeting, duty: council, date: 2024-01-09..2024-01-05 }
      - { kind: visit, duty: visit, date: 2024-01-01..2124-01-05 }
      - council
    expect: { survey: pending }
",
        &[
            "LS0953 line 13 \"2024-01-09..2024-01-05\"",
            "LS0953 line 14 \"{ kind: visit, duty: visit, date: 2024-01-01..2124-01-05 }\"",
            "LS0304 line 9 \"meting\"",
            "LS0304 line 10 \"2024-01-35\"",
            "LS0304 line 11 \"much\"",
            "LS0304 line 12 \"dates\"",
        ],
    );
}

#[test]
fn the_part_of_a_plan_is_checked_as_a_plan_is() {
    notes(
        "  - { name: a, as_of: 2024-01-10, plan: { set: { meetings_per_month: { value: 9, reason: 多 } } }, expect: { survey: pending } }
  - { name: b, as_of: 2024-01-10, plan: { tasks: [{ id: survey, name: 又一个 }] }, expect: { survey: pending } }
  - { name: c, as_of: 2024-01-10, plan: [], expect: { survey: pending } }
",
        &[
            "LS0108 line 8 \"[]\"",
            "LS0208 line 6 \"9\"",
            "LS0202 line 7 \"survey\"",
        ],
    );
}

#[test]
fn a_package_that_is_wrong_is_told_and_no_case_is_run() {
    let package = PACKAGE.replace("duty(\\\"council\\\")", "duty(\"counci\")");
    let wrong = package.replace("for_each: villages", "for_each: vilages");
    let bench = Bench::new(
        &[("package.yaml", &wrong)],
        &["name: a\nas_of: 2024-01-10\nexpect: { survey: pending }\n"],
    );
    let report = bench.run();
    assert!(report.wrong());
    assert!(report.cases.is_empty());
}

#[test]
fn empty_files_and_yaml_that_is_none() {
    let bench = Bench::new(
        &[("package.yaml", PACKAGE)],
        &["", "cases: {}\n", "cases: [\n"],
    );
    let codes: Vec<&str> = bench.notes.iter().map(|n| n.code.id()).collect();
    assert_eq!(codes.len(), 3, "{:?}", bench.noted());
    assert!(bench.tests.iter().all(|file| file.cases.is_empty()));
}

/// 20,000 days are 20,000 records; a slip in the year is more.
#[test]
fn a_slip_in_a_year_does_not_fill_the_memory() {
    let case = |last: &str| {
        format!(
            "  - {{ name: a, as_of: 2024-01-10, evidence: [{{ kind: visit, date: 1950-01-01..{last}, duty: visit, subject: v01 }}], expect: {{ survey: pending }} }}\n"
        )
    };
    notes(&case("2004-10-03"), &[]);
    let wrong = Bench::of(&format!("{PLAN}cases:\n{}", case("2004-10-04"))).noted();
    assert!(
        wrong.iter().any(|note| note.starts_with("LS0953")),
        "{wrong:?}"
    );
}
