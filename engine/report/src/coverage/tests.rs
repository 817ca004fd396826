//! Which state wins, and what counts as carrying a clause.

use luoshi_plan::model::{ClauseStatus, Severity};
use luoshi_rules::{Assessment, Label, Reason, Status};

use super::{Carrier, ClauseState, coverage, gravest, state};
use crate::tests::township::plan;

fn carrier(state: ClauseState) -> Carrier {
    Carrier {
        what: Label {
            id: "d".into(),
            name: "事项".into(),
        },
        section: "tasks",
        state,
        statuses: Vec::new(),
        failing: Vec::new(),
        off: None,
    }
}

#[track_caller]
fn check(status: ClauseStatus, states: &[ClauseState], expected: ClauseState) {
    let carriers: Vec<Carrier> = states.iter().map(|s| carrier(*s)).collect();
    assert_eq!(state(status, &carriers), expected);
}

#[test]
fn the_first_of_the_list_wins() {
    for (at, state) in ClauseState::ALL.into_iter().enumerate() {
        assert_eq!(
            gravest(ClauseState::ALL[at..].iter().rev().copied()),
            Some(state)
        );
    }
    assert_eq!(gravest(std::iter::empty()), None);
}

#[test]
fn nothing_is_carried_out_while_a_part_of_it_is_not() {
    use ClauseState::{CarriedOut, Failing, Pending, Unknown, Unset};
    for open in [Failing, Unknown, Unset, Pending] {
        check(ClauseStatus::Checkable, &[CarriedOut, open], open);
    }
}

#[test]
fn what_says_nothing_decides_only_where_nothing_else_does() {
    use ClauseState::{CarriedOut, NotApplicable, NotJudged, Off, Suspect, Waived};
    for silent in [Suspect, Waived, NotApplicable, NotJudged, Off] {
        check(ClauseStatus::Checkable, &[silent, CarriedOut], CarriedOut);
        check(ClauseStatus::Checkable, &[silent], silent);
    }
}

#[test]
fn guidance_stays_guidance_unless_it_is_judged() {
    use ClauseState::{Failing, Guidance, NotJudged, Unmapped};
    check(ClauseStatus::Guidance, &[], Guidance);
    check(ClauseStatus::Guidance, &[NotJudged], Guidance);
    check(ClauseStatus::Guidance, &[Failing], Failing);
    check(ClauseStatus::Unmapped, &[], Unmapped);
    check(ClauseStatus::Checkable, &[], Unmapped);
}

#[test]
fn a_finding_is_failing_where_the_report_says_so() {
    let mut finding = crate::tests::sample().findings[0].clone();
    let of = |finding: &luoshi_rules::Finding| ClauseState::of(finding);
    finding.reason = Reason::Held;
    finding.status = Status::Late;
    finding.severity = Severity::Minor;
    assert_eq!(of(&finding), ClauseState::CarriedOut);
    finding.severity = Severity::Normal;
    assert_eq!(of(&finding), ClauseState::Failing);
    for status in Status::ALL {
        finding.status = status;
        let failing = luoshi_rules::fails(status, finding.severity);
        assert_eq!(of(&finding) == ClauseState::Failing, failing);
    }
}

#[test]
fn clauses_stand_in_the_order_of_the_document_by_section() {
    let plan = plan(
        "clauses:
  - { id: \"01/2\", heading: 甲, summary: 乙, status: guidance, reason: 原则 }
  - { id: \"01/1\", heading: 甲, summary: 乙, status: unmapped, reason: 以后 }
  - { id: \"01/3\", heading: 乙, summary: 乙, status: checkable }
  - { id: \"02/1\", heading: 乙, summary: 乙, status: checkable }
  - { id: x, summary: 乙, status: guidance, reason: 原则 }

indicators:
  - { id: crimes, name: 案件, clauses: [\"01/3\"], from: metric_sum, direction: down }
meetings:
  - { id: council, name: 例会, active: false, clauses: [\"02/1\"], cadence: { every: month, at_least: 1 } }
",
    );
    let coverage = coverage(&crate::tests::sample(), &plan);
    let documents: Vec<&str> = coverage
        .documents
        .iter()
        .map(|d| d.prefix.as_str())
        .collect();
    assert_eq!(documents, ["01", "02", ""]);
    let sections: Vec<Vec<&str>> = coverage.documents[0]
        .sections
        .iter()
        .map(|s| s.clauses.iter().map(|c| c.id.as_str()).collect())
        .collect();
    assert_eq!(sections, [vec!["01/2", "01/1"], vec!["01/3"]]);
    assert_eq!(coverage.counts[&ClauseState::Guidance], 2);
    let off = &coverage.documents[1].sections[0].clauses[0];
    assert_eq!((off.state, off.carriers.len()), (ClauseState::Off, 1));
}

#[test]
fn a_look_for_signs_that_finds_none_carries_nothing_out() {
    let mut assessment = crate::tests::sample();
    let rule = assessment.plugins[0].rule.clone();
    let duty = assessment.duties.iter().find(|duty| duty.id == rule);
    let duty = duty.expect("the rule of the plugin").clone();
    for finding in &mut assessment.findings[duty.findings.clone()] {
        finding.status = Status::Met;
    }
    let state = |of: &Assessment| super::carriers::judged(of, &duty).state;
    assert_eq!(state(&assessment), ClauseState::NotJudged);
    assessment.plugins[0].signs_only = false;
    assert_eq!(state(&assessment), ClauseState::CarriedOut);
}
