//! What the records of planted signs look like, whatever finds them.

#[path = "judged/judged.rs"]
#[allow(dead_code, reason = "nothing is judged here")]
mod judged;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Weekday, date};
use luoshi_evidence::Record;
use luoshi_plan::{Folder, Plan};
use luoshi_rules::Plugins;
use luoshi_simulate::{Planted, Profile, Simulation, Why, simulate};

use judged::{compiled, resolved};

const RULES: &str = "
luoshi: 1
plugins:
  - { id: sign, name: 疑点, responsible: director, file: any.wasm, grants: { evidence: [visit] },
      digest: 'sha256:0000000000000000000000000000000000000000000000000000000000000000' }
";

fn toy() -> Plan {
    let texts = [
        ("plan.yaml", include_str!("toy/plan.yaml")),
        ("plugins.yaml", RULES),
    ];
    let texts = texts.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let folder = Folder {
        name: "toy".to_owned(),
        texts: texts.to_vec(),
        ..Folder::default()
    };
    resolved(&folder, &[])
}

/// A year of the toy plan, with these signs written as flow maps.
#[track_caller]
fn year(signs: &str) -> Simulation {
    let plan = toy();
    let program = compiled(&plan, date(2012, 12, 31), Plugins::none());
    let profile =
        Profile::from_yaml("{ figures: { watch: [40, 160] }, corrections: 0 }").expect("a profile");
    let planted = Planted::from_yaml(&format!("signs: [{signs}]")).expect("planted signs");
    simulate(&program, &profile, &planted, 7)
}

fn of(simulation: &Simulation, duty: &str) -> Vec<Record> {
    let records = simulation.records.iter();
    let found = records.filter(|r| r.duty.as_deref() == Some(duty));
    found.cloned().collect()
}

#[track_caller]
fn refused(sign: &str, why: Why) {
    let found: Vec<Why> = year(sign).refused.iter().map(|r| r.why).collect();
    assert_eq!(found, [why]);
}

#[test]
fn records_of_months_are_entered_on_one_day() {
    let sign = "{ finding: sign, looks: entered_at_once, of: watch, on: 2012-11-20, times: 25, why: 测试 }";
    let year = year(sign);
    assert_eq!(year.expected[0].finding, "sign");
    let on = |r: &&Record| r.recorded_at.map(|at| at.date()) == Some(date(2012, 11, 20));
    let watch = of(&year, "watch");
    let late: Vec<&Record> = watch
        .iter()
        .filter(on)
        .filter(|r| r.date < date(2012, 10, 21))
        .collect();
    assert_eq!(late.len(), 25);
    let days: BTreeSet<Date> = late.iter().map(|r| r.date).collect();
    assert!(days.len() >= 20, "{days:?}");
}

#[test]
fn one_note_stands_under_records_of_different_days() {
    let year = year("{ finding: sign, looks: same_note, of: visit, times: 3, why: 测试 }");
    let visits = of(&year, "visit");
    let noted: Vec<&Record> = visits.iter().filter(|r| r.note.is_some()).collect();
    assert_eq!(noted.len(), 3);
    assert!(noted.iter().all(|r| r.note == noted[0].note));
    let days: BTreeSet<Date> = noted.iter().map(|r| r.date).collect();
    assert_eq!(days.len(), 3);
}

#[test]
fn one_person_stands_in_for_others_on_weekends_alone() {
    let shifts = |simulation: &Simulation| -> BTreeMap<(String, bool), usize> {
        let mut counts: BTreeMap<(String, bool), usize> = BTreeMap::new();
        for record in of(simulation, "patrol") {
            let weekend = matches!(record.date.weekday(), Weekday::Saturday | Weekday::Sunday);
            *counts
                .entry((record.actor[0].clone(), weekend))
                .or_default() += 1;
        }
        counts
    };
    let before = shifts(&year(""));
    let after = shifts(&year(
        "{ finding: sign/P07, looks: weekends, of: patrol, why: 测试 }",
    ));
    let own = |weekend| ("P07".to_owned(), weekend);
    assert!(after[&own(true)] > before[&own(true)] + 5, "{after:?}");
    assert_eq!(after[&own(false)], before[&own(false)]);
    let sum = |counts: &BTreeMap<(String, bool), usize>| counts.values().sum::<usize>();
    assert_eq!(sum(&after), sum(&before));
}

#[test]
fn the_figures_of_one_subject_mostly_end_in_0() {
    let year = year("{ finding: sign/v2, looks: rounded, of: watch, why: 测试 }");
    for subject in ["v1", "v2", "v3"] {
        let watch = of(&year, "watch");
        let own = watch
            .iter()
            .filter(|r| r.subject.as_deref() == Some(subject));
        let figures: Vec<i64> = own.filter_map(|r| r.quantity).map(|q| q.0 / 100).collect();
        assert!(
            figures.iter().all(|n| (40..=160).contains(n)),
            "{figures:?}"
        );
        let round = figures.iter().filter(|n| **n % 10 == 0).count();
        assert_eq!(
            2 * round > figures.len(),
            subject == "v2",
            "{subject}: {figures:?}"
        );
    }
}

#[test]
fn what_cannot_be_planted_is_refused() {
    refused(
        "{ finding: other, looks: same_note, of: visit, why: 测试 }",
        Why::UnknownFinding,
    );
    refused(
        "{ finding: sign, looks: same_note, of: nothing, why: 测试 }",
        Why::NoRoom,
    );
    refused(
        "{ finding: sign, looks: entered_at_once, of: watch, why: 测试 }",
        Why::Mismatch,
    );
    refused(
        "{ finding: sign, looks: weekends, of: patrol, why: 测试 }",
        Why::Mismatch,
    );
    refused(
        "{ finding: sign/P07, looks: weekends, of: watch, why: 测试 }",
        Why::Mismatch,
    );
    refused(
        "{ finding: sign/nobody, looks: weekends, of: patrol, why: 测试 }",
        Why::NoRoom,
    );
    refused(
        "{ finding: sign/v9, looks: rounded, of: watch, why: 测试 }",
        Why::NoRoom,
    );
}
