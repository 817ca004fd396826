//! Changes of one thing at a time: which are made, and what becomes of them.

mod bench;

use bench::{Bench, PACKAGE, PLAN, fates};

/// Cases that notice most changes of the meeting, some of the visits, and nothing else.
const CASES: &str = "cases:
  - name: meeting
    as_of: 2024-04-10
    evidence:
      - { kind: meeting, duty: council, date: 2024-01-05, quantity: 4, marks: [minutes] }
      - { kind: meeting, duty: council, date: 2024-02-05, quantity: 3, marks: [minutes] }
      - { kind: meeting, duty: council, date: 2024-03-05, quantity: 4, marks: [minutes] }
    expect: { council/2024-02: missed, council/2024-04: pending, 'council/*': met, steady: met }
  - name: visits
    as_of: 2024-02-01
    evidence: [{ kind: visit, duty: visit, subject: v01, date: [2024-01-01, 2024-01-02], marks: [opinion] }]
    expect: { visit/v01/2024-01: met, visit/v02/2024-01: missed, 'visit/*': pending }
";

fn bench() -> Bench {
    Bench::of(&format!("{PLAN}{CASES}"))
}

#[test]
fn every_change_is_made_and_its_fate_told() {
    let mutation = bench().mutate();
    assert_eq!(
        fates(&mutation),
        [
            // 0 is below the bound of the parameter.
            "meetings_per_month default: 1 -> 0 = refused",
            "meetings_per_month default: 1 -> 2 = noticed by meeting",
            // Nothing is defective in a case, so nothing tells the two apart.
            "visit_defective default: 不计入 -> 计入并注明 = survived 1",
            "council every: month -> quarter = noticed by meeting",
            "council expected: 6 -> 5 = survived 1",
            "council expected: 6 -> 7 = noticed by meeting",
            "council quorum: 2/3 -> 1/3 = noticed by meeting",
            "council quorum: 2/3 -> 3/3 = noticed by meeting",
            "council produces: minutes -> minutes- = noticed by meeting",
            "visit every: month -> quarter = noticed by visits",
            "visit at_least: 2 -> 1 = survived 1",
            "visit at_least: 2 -> 3 = noticed by visits",
            "visit marks: opinion -> opinion- = noticed by visits",
            "survey date: 2024-06-30 -> 2024-06-29 = survived 0",
            "survey date: 2024-06-30 -> 2024-07-01 = survived 0",
            "steady holds: …ouncil\").missed <= 1 -> …ouncil\").missed < 1 = noticed by meeting",
            "steady holds: …cil\").missed <= 1 -> …cil\").missed <= 0 = noticed by meeting",
            "steady holds: …cil\").missed <= 1 -> …cil\").missed <= 2 = survived 1",
            "card total: 10 -> 9 = refused",
            "card total: 10 -> 11 = refused",
            "s max: 10 -> 9 = refused",
            "s max: 10 -> 11 = refused",
            "per_visit each: 1.5 -> 0.5 = survived 0",
            "per_visit each: 1.5 -> 2.5 = survived 0",
            "per_visit max: 6 -> 5 = survived 0",
            "per_visit max: 6 -> 7 = survived 0",
            "card at_least: 8 -> 7 = survived 0",
            "card at_least: 8 -> 9 = survived 0",
            "card at_least: 0 -> 1 = survived 0",
            "review at_least: 2 -> 1 = survived 0",
            "review at_least: 2 -> 3 = survived 0",
        ]
    );
    assert_eq!(mutation.score(), (11, 26));
    assert_eq!(mutation.survivors().count(), 15);
    assert_eq!(mutation.left_out, 0);
}

#[test]
fn a_change_is_told_at_its_line() {
    let bench = bench();
    let mutation = bench.mutate();
    let due = mutation
        .mutants
        .iter()
        .find(|m| m.owner == "survey")
        .unwrap();
    let (name, line) = (
        bench.sources.name(due.place.file),
        bench
            .sources
            .line_column(due.place.file, due.place.start)
            .line,
    );
    let written = PACKAGE.lines().position(|l| l.contains("2024-06-30"));
    assert_eq!((name, Some(line - 1)), ("p/package.yaml", written));
}

#[test]
fn two_runs_come_to_the_same() {
    assert_eq!(fates(&bench().mutate()), fates(&bench().mutate()));
}

#[test]
fn a_score_notices_a_change_of_the_duty_that_it_counts() {
    let test = format!(
        "{PLAN}cases: [{{ name: score, as_of: 2024-03-01, scores: {{ card/v02: 7 }}, evidence: [
    {{ kind: visit, duty: visit, subject: v02, date: [2024-01-01, 2024-02-01], marks: [opinion] }}] }}]\n"
    );
    let fates = fates(&Bench::of(&test).mutate());
    let of = |start: &str| {
        fates
            .iter()
            .find(|f| f.starts_with(start))
            .unwrap()
            .as_str()
    };
    assert_eq!(
        of("visit at_least: 2 -> 1"),
        "visit at_least: 2 -> 1 = noticed by score"
    );
    assert_eq!(
        of("per_visit each: 1.5 -> 0.5"),
        "per_visit each: 1.5 -> 0.5 = noticed by score"
    );
    assert_eq!(
        of("council expected: 6 -> 7"),
        "council expected: 6 -> 7 = survived 0"
    );
}

#[test]
fn a_script_is_changed_in_its_own_file() {
    let package = PACKAGE.replace(
        "holds: 'duty(\"council\").missed <= 1'",
        "script: steady.rhai",
    );
    let files = [
        ("package.yaml", package.as_str()),
        (
            "rules/steady.rhai",
            "// 缺一次以内\nduty(\"council\").missed < 2 && true\n",
        ),
    ];
    let test = format!("{PLAN}{CASES}");
    let bench = Bench::new(&files, &[&test]);
    let mutation = bench.mutate();
    let of_script: Vec<String> = fates(&mutation)
        .into_iter()
        .filter(|f| f.starts_with("steady.rhai"))
        .collect();
    assert_eq!(
        of_script,
        [
            "steady.rhai script: < -> <= = survived 1",
            "steady.rhai script: 2 -> 1 = noticed by meeting",
            "steady.rhai script: 2 -> 3 = survived 1",
            "steady.rhai script: && -> || = survived 1",
            "steady.rhai script: true -> false = noticed by meeting",
        ]
    );
    let first = mutation
        .mutants
        .iter()
        .find(|m| m.owner == "steady.rhai")
        .unwrap();
    let at = bench
        .sources
        .line_column(first.place.file, first.place.start);
    assert_eq!(
        (bench.sources.name(first.place.file), at.line),
        ("p/rules/steady.rhai", 2)
    );
}

#[test]
fn what_a_package_sets_for_those_under_it_is_changed_too() {
    let package = format!("{PACKAGE}set: {{ meetings_per_month: {{ value: 2, reason: 县里 }} }}\n");
    let bench = Bench::new(
        &[("package.yaml", &package)],
        &["name: a\nas_of: 2024-01-10\nexpect: { council/2024-01: pending }\n"],
    );
    let fates = fates(&bench.mutate());
    assert!(
        fates.contains(&"meetings_per_month value: 2 -> 3 = survived 1".to_owned()),
        "{fates:#?}"
    );
}

#[test]
fn a_case_that_fails_by_itself_tells_nothing_and_a_wrong_package_nothing_at_all() {
    let test =
        format!("{PLAN}cases: [{{ name: a, as_of: 2024-07-10, expect: {{ survey: met }} }}]\n");
    let (noticed, _) = Bench::of(&test).mutate().score();
    assert_eq!(noticed, 0);
    let wrong = PACKAGE.replace("for_each: villages", "for_each: vilages");
    let bench = Bench::new(&[("package.yaml", &wrong)], &[&test]);
    assert!(bench.run().wrong());
}
