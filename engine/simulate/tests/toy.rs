//! A plan with every mechanism: carried out, and failing in every way that can be planted.

#[path = "judged/judged.rs"]
mod judged;

use jiff::civil::{Date, date};
use luoshi_plan::{Folder, Plan};
use luoshi_rules::Plugins;
use luoshi_simulate::{Planted, Profile, Why, simulate};

use judged::{compiled, jsonl, planted_comes_out, resolved};

const AS_OF: Date = date(2012, 12, 31);
const PROFILE: &str = "
incidents:
  theft: { count: 4 }
  burglary: { count: 2 }
corrections: 3
withdrawn: 2
expired_waivers: 2
";

fn toy() -> Plan {
    let texts = vec![(
        "plan.yaml".to_owned(),
        include_str!("toy/plan.yaml").to_owned(),
    )];
    resolved(
        &Folder {
            name: "toy".to_owned(),
            texts,
            ..Folder::default()
        },
        &[],
    )
}

fn profile() -> Profile {
    Profile::from_yaml(PROFILE).expect("a profile")
}

/// Plants what the text says and expects nothing else to be wrong.
#[track_caller]
fn check(planted: &str) {
    check_as_of(AS_OF, planted);
}

#[track_caller]
fn check_as_of(as_of: Date, planted: &str) {
    let plan = toy();
    let program = compiled(&plan, as_of, Plugins::none());
    let planted = Planted::from_yaml(planted).expect("planted failures");
    for seed in [1, 7] {
        planted_comes_out(&program, &profile(), &planted, seed);
    }
}

/// Plants one failure, written as a flow map, and expects what follows from it: `ID: status`.
#[track_caller]
fn check_one(failure: &str, consequences: &[&str]) {
    let mut text = format!("failures:\n  - {{ {failure}, why: 测试 }}\nconsequences:\n");
    for consequence in consequences {
        let (finding, status) = consequence.split_once(": ").expect("`ID: status`");
        text.push_str(&format!(
            "  - {{ finding: \"{finding}\", status: {status} }}\n"
        ));
    }
    if consequences.is_empty() {
        text.push_str("  []\n");
    }
    check(&text);
}

/// What cannot be planted, and why.
#[track_caller]
fn check_refused(failure: &str, why: Why) {
    let plan = toy();
    let program = compiled(&plan, AS_OF, Plugins::none());
    let text = format!("failures:\n  - {{ {failure}, why: 测试 }}\n");
    let planted = Planted::from_yaml(&text).expect("planted failures");
    let simulation = simulate(&program, &profile(), &planted, 7);
    let found: Vec<Why> = simulation.refused.iter().map(|r| r.why).collect();
    assert_eq!(found, [why]);
}

#[test]
fn a_year_carried_out_has_nothing_wrong() {
    for as_of in [
        AS_OF,
        date(2012, 6, 1),
        date(2013, 1, 31),
        date(2012, 9, 14),
        date(2012, 5, 3),
        date(2012, 4, 1),
    ] {
        check_as_of(as_of, "failures: []\nconsequences: []\n");
    }
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    let plan = toy();
    let program = compiled(&plan, AS_OF, Plugins::none());
    let ledger = |seed| jsonl(&simulate(&program, &profile(), &Planted::default(), seed));
    assert_eq!(ledger(7), ledger(7));
    assert_ne!(ledger(7), ledger(8));
}

#[test]
fn every_id_says_that_it_is_simulated_and_the_ledger_is_in_order() {
    let plan = toy();
    let program = compiled(&plan, AS_OF, Plugins::none());
    let records = simulate(&program, &profile(), &Planted::default(), 7).records;
    assert!(records.iter().all(|r| r.id.starts_with("sim-7-")));
    assert!(records.is_sorted_by_key(|r| (r.recorded_at, r.id.clone())));
    assert!(
        records
            .iter()
            .all(|r| r.recorded_at.is_some_and(|at| at.date() >= r.date))
    );
    assert!(records.iter().all(|r| r.recorded_by.is_some()));
}

#[test]
fn meetings_fail_in_every_way() {
    check_one(
        "finding: council/2012-07, status: missed",
        &["council_once/2012-07: missed"],
    );
    check_one("finding: council/2012-07, status: missed, how: marks", &[]);
    check_one("finding: council/2012-07, status: missed, how: quorum", &[]);
    check_one(
        "finding: council/2012-07, status: missed, how: unattended",
        &[],
    );
    check_one(
        "finding: council/2012-07, status: late",
        &[
            "council_once/2012-07: missed",
            "council_once/2012-08: violated",
        ],
    );
    check_one(
        "finding: council_once/2012-09, status: violated, how: too_many",
        &[],
    );
    check_as_of(
        date(2013, 1, 31),
        "failures: [{ finding: assembly/v2/2012, status: missed, how: marks, why: 测试 }]\n",
    );
}

#[test]
fn activities_and_papers_fail_in_every_way() {
    check_one("finding: visit/v3.police/2012-10, status: missed", &[]);
    check_one(
        "finding: visit.defect/v3.police/2012-10, status: violated",
        &[],
    );
    check_one(
        "finding: joint_check/2012-Q3, status: missed, how: actor",
        &[],
    );
    check_one(
        "finding: joint_check/2012-Q3, status: missed, how: attachments",
        &[],
    );
    check_one("finding: watch/v4/2012-07, status: missed", &[]);
    check_one("finding: watch/v4/2012-07, status: missed, how: none", &[]);
    check_one("finding: monthly/2012-06, status: missed", &[]);
    check_one("finding: notice, status: missed", &[]);
    check_one("finding: notice, status: late, times: 4", &[]);
    check_one("finding: notice, status: missed, how: status", &[]);
}

#[test]
fn tasks_fail_in_every_way() {
    check_one("finding: covenant/v1, status: missed", &[]);
    check_one("finding: covenant/v1, status: late", &[]);
    check_one("finding: squad/v1, status: late, times: 9", &[]);
    check_one("finding: squad/v1, status: missed, how: late", &[]);
    check_one(
        "finding: squad/v1, status: missed",
        &["painting.order/v1: violated", "painting/v1: pending"],
    );
    check_one("finding: painting/v2, status: missed, how: quantity", &[]);
    check_one(
        "finding: painting/v2, status: missed, how: attachments",
        &[],
    );
    check_one("finding: painting.order/v3, status: violated", &[]);
}

#[test]
fn coverage_fails_in_every_way() {
    check_one("finding: team/v1, status: missed", &["team: missed"]);
    check_one(
        "finding: team/v1, status: missed, how: headcount",
        &["team: missed"],
    );
    check_one(
        "finding: team/v1, status: missed, how: marks",
        &["team: missed"],
    );
    check_one(
        "finding: team/v1, status: missed, how: ended",
        &["team: missed"],
    );
    check_one("finding: team/v4, status: late", &["team: late"]);
    check_refused("finding: team, status: missed", Why::Follows);
}

#[test]
fn rosters_fail_in_every_way() {
    check_one("finding: patrol/P06, status: violated", &[]);
    check_one("finding: patrol/P06, status: violated, times: 2", &[]);
    check_one("finding: patrol/P03, status: unknown", &[]);
    check_one(
        "finding: patrol.run/P06, status: violated",
        &["patrol/P06: violated"],
    );
    check_one(
        "finding: patrol.run/P04, status: violated, how: excused_between",
        &["patrol/P04: violated"],
    );
    check_one("finding: patrol.refusal/land, status: violated", &[]);
    check_one("finding: patrol/2012-08, status: missed", &[]);
    check_one("finding: kiosk/2012-08-14, status: missed", &[]);
    check_one(
        "finding: kiosk.run/P07, status: violated",
        &["kiosk/P07: violated"],
    );
    check_refused(
        "finding: kiosk.run/P07, status: violated, how: excused_between",
        Why::Mismatch,
    );
}

#[test]
fn responses_fail_in_every_way() {
    check_one("finding: \"inform/#1\", status: late", &[]);
    check_one("finding: \"inform/#2\", status: missed", &[]);
    check_one(
        "finding: \"inform/#3\", status: missed, how: neighbour",
        &[],
    );
    check_one("finding: \"inform/#3\", status: unknown", &[]);
    check_one("finding: \"checkpoint/#2\", status: late, times: 30", &[]);
    check_one("finding: \"follow_up/#1\", status: late", &[]);
    check_one("finding: \"follow_up/#1\", status: missed", &[]);
}

#[test]
fn answers_fail_in_every_way() {
    check_one("finding: \"intake/#2\", status: missed", &[]);
    check_one("finding: \"intake/#2\", status: late, times: 5", &[]);
    check_one("finding: \"intake/#2\", status: missed, how: late", &[]);
    check_one("finding: \"archive/#1\", status: missed", &[]);
    check_one("finding: \"difficult/#1\", status: missed", &[]);
    check_one("finding: \"problem/#1\", status: late", &[]);
    check_one("finding: \"discussed/#2\", status: missed", &[]);
    check_one("finding: \"assessed/#1\", status: violated", &[]);
    check_one("finding: \"payment/#1\", status: missed", &[]);
}

#[test]
fn rewards_and_targets_fail_in_every_way() {
    check_one("finding: \"tip_off/#1\", status: violated", &[]);
    check_one(
        "finding: \"tip_off/#2\", status: violated, how: too_low",
        &[],
    );
    check_one(
        "finding: \"tip_off/#2\", status: violated, how: grounds",
        &[],
    );
    check_one("finding: \"tip_off/#2\", status: unknown", &[]);
    check_one("finding: \"tip_off.case/#3\", status: violated", &[]);
    check_one("finding: satisfaction, status: missed", &[]);
    check_one("finding: alarms, status: missed", &[]);
    check_one("finding: alarms, status: unknown", &[]);
}

#[test]
fn vetoes_and_ladders_are_proposed_and_decided() {
    let neglected = ["watch/v2/2012-08: missed", "watched/v2: violated"];
    check_one(
        "finding: veto/v2, status: violated, on: 2012-08-31",
        &neglected,
    );
    check_one(
        "finding: veto/v2, status: violated, on: 2012-08-31, how: appealed",
        &neglected,
    );
    check_one(
        "finding: veto/v2, status: unknown, on: 2012-08-31",
        &neglected,
    );
    check_one(
        "finding: ladder/v3, status: violated, how: in_force, on: 2012-07-02",
        &[],
    );
    check(
        "failures:
  - { finding: ladder/v3, status: violated, how: in_force, on: 2012-07-02, why: 测试 }
  - { finding: ladder.report/v3/2012-09-16, status: missed, why: 测试 }
",
    );
    check_refused("finding: ladder/v3, status: violated", Why::Follows);
}

#[test]
fn a_waiver_covers_and_a_correction_shows() {
    check_one("finding: watch/v4/2012-07, status: waived", &[]);
    check_one("finding: squad/v2, status: waived, how: late", &[]);
    check_one("finding: team/v1, status: waived", &["team: waived"]);
    check_one("finding: patrol/P06, status: waived", &[]);
    check_one(
        "finding: patrol/P06, status: violated, corrected: true",
        &[],
    );
    check_one(
        "finding: council/2012-07, status: missed, how: quorum, corrected: true",
        &[],
    );
    check_one(
        "finding: watch/v4/2012-07, status: missed, corrected: true",
        &[],
    );
}

#[test]
fn a_sign_that_no_plugin_of_the_plan_looks_for_is_refused() {
    let plan = toy();
    let program = compiled(&plan, AS_OF, Plugins::none());
    let text = "signs: [{ finding: backfill, looks: entered_at_once, of: watch, on: 2012-11-20, why: 测试 }]";
    let planted = Planted::from_yaml(text).expect("a planted sign");
    let simulation = simulate(&program, &profile(), &planted, 7);
    let found: Vec<Why> = simulation.refused.iter().map(|r| r.why).collect();
    assert_eq!(found, [Why::UnknownFinding]);
}

#[test]
fn what_no_record_can_bring_about_is_refused() {
    check_refused(
        "finding: contract/v1.village_head, status: violated",
        Why::PlanData,
    );
    check_refused("finding: undecided/2012-05, status: missed", Why::Open);
    check_refused(
        "finding: nothing/2012-05, status: missed",
        Why::UnknownFinding,
    );
    check_refused(
        "finding: council/2013-05, status: missed",
        Why::UnknownFinding,
    );
    check_refused("finding: council/2012-12, status: missed", Why::NotDue);
    check_refused("finding: watched/v1, status: violated", Why::Follows);
    check_refused(
        "finding: visit/v1.police/2012-05, status: missed, how: marks",
        Why::Mismatch,
    );
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]

    /// Whatever the seed and the last day, a year carried out has nothing wrong.
    #[test]
    fn any_seed_gives_a_year_carried_out(seed: u64, gone in 0_i64..330) {
        let plan = toy();
        let as_of = date(2012, 4, 1).saturating_add(jiff::Span::new().days(gone));
        let program = compiled(&plan, as_of, Plugins::none());
        planted_comes_out(&program, &profile(), &Planted::default(), seed);
    }
}
