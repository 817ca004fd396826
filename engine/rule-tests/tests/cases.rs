//! Cases that hold, and cases that must not.

mod bench;

use bench::{Bench, PLAN};

#[track_caller]
fn comes_out(cases: &str, expected: &str) {
    let text = format!("{PLAN}cases:\n{cases}");
    assert_eq!(Bench::of(&text).came_out(), expected);
}

#[test]
fn a_case_holds_when_all_findings_of_its_duties_are_as_it_says() {
    comes_out(
        "  - name: a
    as_of: 2024-03-10
    evidence:
      - { kind: meeting, duty: council, date: 2024-01-05, quantity: 4, marks: [minutes] }
    expect:
      council/2024-01: { status: met, figure: 0, day: 2024-01-31, decision: none, evidence: [r1], backfilled: 0, accountable: [] }
      council/2024-02: { status: missed, figure: 1, accountable: [head] }
      council/2024-03: pending
",
        "ok a\n",
    );
}

#[test]
fn each_thing_that_differs_is_told_at_its_line() {
    comes_out(
        "  - name: a
    as_of: 2024-02-10
    evidence:
      - { kind: meeting, duty: council, date: 2024-01-05, quantity: 4, marks: [minutes] }
    expect:
      council/2024-01: { status: missed, figure: 1, day: 2024-02-01, decision: proposed, evidence: [r2], backfilled: 1, accountable: [head] }
      council/2024-03: met
",
        "no a
  11 status council/2024-01: missed | met
  11 figure council/2024-01: 1 | 0
  11 day council/2024-01: 2024-02-01 | 2024-01-31
  11 decision council/2024-01: proposed | none
  11 evidence council/2024-01: r2 | r1
  11 backfilled council/2024-01: 1 | 0
  11 accountable council/2024-01: head | 
  6 status council/2024-02: - | pending
  12 status council/2024-03: met | -
",
    );
}

#[test]
fn other_duties_are_not_compared_unless_the_case_is_about_them() {
    comes_out(
        "  - { name: a, as_of: 2024-01-10, evidence: [], expect: { survey: pending } }
  - { name: b, as_of: 2024-01-10, evidence: [], about: [council], expect: { survey: pending } }
  - { name: c, as_of: 2024-01-10, evidence: [], about: council }
",
        "ok a
no b
  7 status council/2024-01: - | pending
no c
  8 status council/2024-01: - | pending
",
    );
}

#[test]
fn a_pattern_stands_for_what_no_other_line_names_and_must_fit_something() {
    comes_out(
        "  - name: a
    as_of: 2024-03-10
    evidence:
      - { kind: visit, duty: visit, subject: v01, date: [2024-02-01, 2024-02-02], marks: [opinion] }
    expect:
      visit/v01/2024-02: met
      visit/*-03: pending
      visit/*: missed
      visit/v03*: met
",
        "no a\n  14 status visit/v03*: met | -\n",
    );
}

#[test]
fn proposals_are_compared_whole_and_each_once() {
    let case = |lines: &str| {
        format!(
            "  - name: a
    as_of: 2024-03-01
    evidence:
      - {{ kind: visit, duty: visit, subject: v01, date: [2024-02-01, 2024-02-02], marks: [opinion] }}
    about: [review]
    proposals:{lines}"
        )
    };
    let right = "\n      - { proposed_by: review, falls_on: v02, what: ineligible honours, decision: 建议, finding: visit/v02/2024-01 }\n";
    comes_out(&case(right), "ok a\n");
    comes_out(
        &case(" []\n"),
        "no a\n  11 proposal review: - | visit/v02/2024-01: ineligible honours -> v02 (proposed)\n",
    );
    let wrong =
        "\n      - { proposed_by: review, falls_on: v01 }\n      - { proposed_by: review }\n";
    comes_out(
        &case(wrong),
        "no a\n  12 proposal review: …: … -> v01 (…) | -\n",
    );
}

#[test]
fn scores_grades_ranks_and_items() {
    let case = |sheet: &str| {
        format!(
            "  - name: a
    as_of: 2024-03-01
    evidence:
      - {{ kind: visit, duty: visit, subject: v01, date: [2024-02-01, 2024-02-02], marks: [opinion] }}
    scores:
      card/v01: 8.5
      card/v02: {sheet}
"
        )
    };
    let right = "{ score: 7, grade: 差, rank: 2, items: { per_visit: 3 } }";
    comes_out(&case(right), "ok a\n");
    let wrong = "{ score: 8.5, grade: 好, rank: 1, items: { per_visit: 1.5 } }";
    comes_out(
        &case(wrong),
        "no a
  12 score card/v02: 8.5 | 7
  12 grade card/v02: 好 | 差
  12 rank card/v02: 1 | 2
  12 item card/v02 per_visit: 1.5 | 3
",
    );
    comes_out(
        &case(right).replace("card/v01", "card/v09"),
        "no a\n  11 score card/v09: 8.5 | -\n",
    );
}

#[test]
fn waivers_by_what_they_cover_and_whether_they_are_over() {
    let case = |waiver: &str| {
        format!(
            "  - name: a
    as_of: 2024-03-10
    evidence:
      - {{ kind: visit, duty: visit, subject: v01, date: 2024-02-01 }}
      - {{ id: w, kind: waiver, duty: visit, subject: v01, date: 2024-01-01, until: 2024-01-31, actor: town }}
    expect: {{ visit/v01/2024-01: waived, visit/*-03: pending, 'visit/*': missed }}
    waivers: {{ {waiver} }}
"
        )
    };
    comes_out(&case("w: { covers: 1, expired: true }"), "ok a\n");
    comes_out(&case("w: { expired: true }"), "ok a\n");
    comes_out(
        &case("w: { covers: 2 }, x: { covers: 1 }"),
        "no a
  12 waiver w: covers 2, expired true | covers 1, expired true
  12 waiver x: covers 1, expired false | -
",
    );
}

#[test]
fn keys_words_and_records_in_chinese() {
    let text = "实施方案:
  期间: { 从: 2024-01-01, 到: 2024-12-31 }
用例:
  - 名称: 甲
    缘由: 因为
    检查日: 2024-02-10
    所测事项: [council]
    记录种类:
      - { 类型: 会议, 职责事项: council, 日期: 2024-01-05, 数量: 4, 标记: [minutes] }
    预期:
      council/2024-01: { 状态: 已落实, 数字: 0, 决定: 无 }
      council/2024-02: 进行中
";
    assert_eq!(Bench::of(text).came_out(), "ok 甲\n");
}

#[test]
fn a_file_without_a_list_is_one_case_called_by_its_why() {
    let text = format!("why: 只有一个\nas_of: 2024-01-10\n{PLAN}expect: {{ survey: pending }}\n");
    assert_eq!(Bench::of(&text).came_out(), "ok 只有一个\n");
}

#[test]
fn a_case_has_its_own_part_of_a_plan_before_that_of_its_file() {
    let text = "plan:
  period: { from: 2024-01-01, to: 2024-12-31 }
  set: { meetings_per_month: { value: 2, reason: 文件 } }
cases:
  - name: 文件的
    as_of: 2024-02-10
    evidence: [{ kind: meeting, duty: council, date: 2024-01-05, quantity: 4, marks: [minutes] }]
    expect: { council/2024-01: missed, council/2024-02: pending }
  - name: 自己的
    as_of: 2024-02-10
    plan:
      period: { from: 2024-01-01, to: 2024-01-31 }
      set: { meetings_per_month: { value: 1, reason: 用例 } }
    evidence: [{ kind: meeting, duty: council, date: 2024-01-05, quantity: 4, marks: [minutes] }]
    expect: { council/2024-01: met }
";
    assert_eq!(Bench::of(text).came_out(), "ok 文件的\nok 自己的\n");
}

#[test]
fn without_a_period_the_plan_is_that_of_the_year() {
    let text = "cases:
  - { name: a, as_of: 2023-01-10, expect: { council/2023-01: pending } }
  - { name: b, as_of: 2024-01-10, expect: { council/2024-01: pending } }
";
    assert_eq!(Bench::of(text).came_out(), "ok a\nok b\n");
}

#[test]
fn several_days_are_a_record_on_each() {
    comes_out(
        "  - name: a
    as_of: 2024-02-10
    evidence:
      - { kind: visit, duty: visit, subject: v01, date: [2024-01-05, 2024-01-09..2024-01-10], marks: [opinion] }
      - { kind: visit, duty: visit, subject: v02, date: 2024-01-31..2024-02-01, marks: [opinion] }
    expect:
      visit/v01/2024-01: { status: met, evidence: [r1, r2, r3] }
      visit/v02/2024-01: { status: missed, evidence: [r4] }
      visit/*: pending
",
        "ok a\n",
    );
}

#[test]
fn a_plan_of_a_township_is_tested_as_it_is() {
    let plan = "luoshi: 1
plan: { id: t, title: 方案, issuer: 镇, issued: 2024-01-01 }
period: { from: 2024-01-01, to: 2024-12-31 }
jurisdiction: { code: T, name: 镇, level: township }
tasks: [{ id: survey, name: 摸底, due: { date: 2024-06-30 } }]
";
    let test = "cases:
  - { name: a, as_of: 2024-07-10, evidence: [{ kind: task_done, duty: survey, date: 2024-06-30 }], expect: { survey: met } }
  - name: b
    as_of: 2024-07-10
    plan: { tasks: [{ id: plan, name: 定案, due: { date: 2024-06-01 }, after: [survey] }] }
    evidence: [{ kind: task_done, duty: survey, date: 2024-06-30 }]
    expect: { survey: met, plan: missed }
";
    let bench = Bench::new(&[("plan.yaml", plan)], &[test]);
    assert_eq!(bench.came_out(), "ok a\nok b\n");
    assert_eq!(bench.run().coverage.of.len(), 1);
    assert!(!bench.mutate().mutants.is_empty());
}
