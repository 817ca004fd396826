//! A toy rule through everything that a rule uses: parameters, tables, texts, and cases that find what is wrong.

use std::path::Path;

use luoshi_plugin_cases::Case;
use luoshi_plugin_sdk::{
    Argument, Description, Finding, Input, Outcome, ParameterKind, Scope, some_day, some_minute,
    some_number, some_row, testing,
};

const CASE: &str = "tests/cases/visits.yaml";

fn describe() -> Description {
    let units = ParameterKind::Choice {
        options: vec!["户".to_owned(), "次".to_owned()],
        default: 0,
    };
    Description::new("visits", "1.0.0", Scope::Subjects)
        .title("走访次数", "Visits")
        .summary("数一数走访次数。", "Counts visits.")
        .gives(&[Outcome::Met, Outcome::Suspect])
        .kinds(&["visit"])
        .reads("subjects", &["id", "name"])
        .reads(
            "evidence",
            &[
                "kind", "day", "subject", "minute", "quantity", "actor", "note",
            ],
        )
        .reads("days", &["day", "class"])
        .parameter("times", "次数", "Times", ParameterKind::whole(1, 9, 1))
        .parameter(
            "share",
            "比例",
            "Share",
            ParameterKind::decimal(0, 10_000, 50),
        )
        .parameter("strict", "从严", "Strict", ParameterKind::Flag(false))
        .parameter("unit", "单位", "Unit", units)
        .message(
            "times",
            "{name}：{first} 起走访 {times} 次，合计 {sum}。",
            "{name}: {times} visits from {first}, {sum} in all.",
        )
}

fn judge(input: &Input) -> Result<Vec<Finding>, String> {
    let (subjects, evidence) = (input.table("subjects"), input.evidence());
    let mut findings = Vec::new();
    for (row, name) in subjects.texts("name").iter().enumerate() {
        let of = evidence.rows_of("subject").iter().map(|s| some_row(*s));
        let visits: Vec<usize> = of
            .enumerate()
            .filter(|(_, s)| *s == Some(row))
            .map(|(v, _)| v)
            .collect();
        let Some(first) = visits.first().map(|visit| evidence.days("day")[*visit]) else {
            continue;
        };
        let sum = visits
            .iter()
            .filter_map(|v| some_number(evidence.numbers("quantity")[*v]))
            .sum();
        let met = visits.len() as i64 >= input.number("times");
        let mut finding = Finding::new(if met { Outcome::Met } else { Outcome::Suspect }, "times");
        if !met {
            finding = finding.period(input.setting().first, input.setting().as_of);
        }
        findings.push(
            finding
                .about(row)
                .figure(visits.len() as i64)
                .with("name", input.text(*name))
                .with("first", Argument::day(first))
                .with("times", visits.len())
                .with("sum", Argument::decimal(sum))
                .records(visits),
        );
    }
    Ok(findings)
}

/// Hands a case over in batches of so many rows.
fn input(rows: usize) -> Input {
    let case = Case::read(Path::new(CASE)).expect("a good case");
    let setting = case.setting(&describe()).expect("good parameters");
    let mut input = Input::new(&describe(), setting).expect("a good description");
    for (reading, batch) in case.batches_of(&describe(), rows).expect("known tables") {
        input.add(reading, &batch).expect("a whole batch");
    }
    input
}

#[test]
fn cases_are_judged_as_expected() {
    testing::run_cases("tests/cases", describe, judge);
}

#[test]
fn what_is_handed_over_does_not_depend_on_the_size_of_batches() {
    for rows in [1, 2, 3, 10_000] {
        let input = input(rows);
        let evidence = input.evidence();
        assert_eq!(evidence.rows(), 3, "the meeting is of another kind");
        let actors = evidence.texts("actor").iter().map(|code| input.text(*code));
        assert_eq!(actors.collect::<Vec<_>>(), ["PT001", "PT002", "PT001"]);
        assert_eq!(evidence.numbers("quantity"), [-25, 200, 150]);
        assert_eq!(evidence.texts("note"), [0, 0, 0]);
        let minutes = evidence
            .minutes("minute")
            .iter()
            .map(|minute| some_minute(*minute));
        assert_eq!(minutes.collect::<Vec<_>>(), [Some(545), None, Some(510)]);
        let days = input.table("days");
        assert_eq!(days.rows(), 22);
        assert_eq!(days.smalls("class")[..4], [0, 2, 1, 1], "10 to 13 May 2012");
        assert!(days.days("day").iter().all(|day| some_day(*day).is_some()));
        assert_eq!((input.number("times"), input.number("share")), (2, 1250));
        assert!(input.flag("strict"));
        assert_eq!(judge(&input), judge(&self::input(10_000)));
    }
}

#[test]
fn every_difference_is_told() {
    let case = Case::read(Path::new(CASE)).expect("a good case");
    let right = judge(&input(3)).expect("findings");
    let told = |change: &dyn Fn(&mut Vec<Finding>)| {
        let mut findings = right.clone();
        change(&mut findings);
        case.differences(&describe(), &findings)
    };
    assert_eq!(told(&|_| ()), [""; 0]);
    assert_eq!(told(&|f| f.reverse()), [""; 0]);
    assert_eq!(
        told(&|f| f[0].outcome = Outcome::Suspect),
        ["expected finding 1 (about v01): the outcome is suspect, not met"]
    );
    assert_eq!(
        told(&|f| f[0].figure = 3),
        ["expected finding 1 (about v01): the figure is 3, not 2"]
    );
    assert_eq!(
        told(&|f| f[0].records = vec![0, 1]),
        ["expected finding 1 (about v01): the set of records is {2, 4}, not {1, 4}"]
    );
    assert_eq!(
        told(&|f| f[0].arguments[3].1 = Argument::decimal(130)),
        ["expected finding 1 (about v01): the argument `sum` is 1.30, not 1.25"]
    );
    assert_eq!(
        told(&|f| f[1].period = None),
        [
            "expected finding 2 (about v02, 2012-05-10 to 2012-05-31) is missing",
            "not expected: about v02, suspect, message times, figure 1, name 「二村」, first 2012-05-11, \
         times 1, sum 2.00, records {2}",
        ]
    );
    assert_eq!(
        told(&|f| f[1].about = Some(3)),
        ["the answer is malformed: finding 2: it is about row 3, which does not exist"]
    );
}

#[test]
#[allow(clippy::panic, reason = "what is tested here is that it panics")]
fn a_folder_without_cases_is_no_success() {
    let run = || testing::run_cases("src", describe, judge);
    let panic = std::panic::catch_unwind(run).expect_err("no case, no success");
    let text = panic.downcast_ref::<String>().expect("a text");
    assert!(
        text.contains("src: there is no case in this folder"),
        "{text}"
    );
}
