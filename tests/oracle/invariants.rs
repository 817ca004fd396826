//! What must hold whatever a plan and a ledger say.

use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::ToSpan;
use jiff::civil::Date;
use luoshi_diagnostics::{FileId, Lang};
use luoshi_format::format;
use luoshi_rules::{Assessment, Status};
use luoshi_tests::assess;
use proptest::prelude::*;

use crate::ledger::Record;
use crate::{World, cases, numbers, world};

fn judged(plan: &str, ledger: &[&Record], as_of: Date) -> Assessment {
    let line = |record: &&Record| serde_json::to_string(record).expect("a record is JSON") + "\n";
    let ledger: String = ledger.iter().map(line).collect();
    assess(plan, &ledger, as_of).expect("the plan and the ledger are well formed")
}

fn plan_of(world: &World) -> String {
    serde_json::to_string(&world.plan).expect("a plan is JSON")
}

fn ledger_of(world: &World) -> Vec<&Record> {
    world.ledger.iter().collect()
}

/// All that an assessment says, as text.
fn said(assessment: &Assessment) -> String {
    let mut irrelevant = assessment.evidence.irrelevant.clone();
    irrelevant.sort();
    let Assessment {
        findings,
        proposals,
        scores,
        indicators,
        ..
    } = assessment;
    format!("{findings:#?} {proposals:#?} {scores:#?} {indicators:#?} {irrelevant:#?}")
}

proptest! {
    #![proptest_config(cases(300))]

    /// Records of one day stay in their order, which says what came first on it.
    #[test]
    fn the_order_of_records_does_not_matter((plan, records) in numbers(), seed in any::<u64>()) {
        let world = world(&plan, &records);
        let mut ledger = ledger_of(&world);
        let place = |record: &&Record| {
            let mut hasher = DefaultHasher::new();
            (seed, record.date).hash(&mut hasher);
            hasher.finish()
        };
        let before = judged(&plan_of(&world), &ledger, world.as_of);
        ledger.sort_by_key(place);
        let after = judged(&plan_of(&world), &ledger, world.as_of);
        let (before, after) = (said(&before), said(&after));
        let other = before.lines().zip(after.lines()).enumerate().filter(|(_, (a, b))| a != b);
        let other: Vec<_> = other.take(6).collect();
        prop_assert!(other.is_empty(), "{:#?}", other);
    }

    #[test]
    fn laying_out_a_plan_changes_nothing((plan, records) in numbers(), zh in any::<bool>()) {
        let world = world(&plan, &records);
        let plan = plan_of(&world);
        let keys = Some(if zh { Lang::ZhCn } else { Lang::En });
        let laid_out = format(FileId(0), &plan, keys).expect("JSON is YAML");
        let before = judged(&plan, &ledger_of(&world), world.as_of);
        let after = judged(&laid_out, &ledger_of(&world), world.as_of);
        prop_assert_eq!(said(&before), said(&after), "{}", laid_out);
    }

    /// A period or a deadline that is over does not open again. Coverage is a state, which may lapse.
    #[test]
    fn a_later_day_opens_nothing_again((plan, records) in numbers(), days in 1i64..40) {
        let mut world = world(&plan, &records);
        // What a correction withdraws has never been.
        world.ledger.retain(|record| record.kind != "correction");
        let plan = plan_of(&world);
        let now = judged(&plan, &ledger_of(&world), world.as_of);
        let later = judged(&plan, &ledger_of(&world), world.as_of + days.days());
        let state = |of: &Assessment, duty: usize| of.duties[duty].section == "coverage";
        for finding in now.findings.iter().filter(|f| over(f.status) && f.day.is_some()) {
            if state(&now, finding.duty) || finding.actor.is_some() {
                continue;
            }
            let then = later.findings.iter().find(|f| f.id == finding.id);
            // A duty with one finding for itself has others once something happens.
            let whole = finding.subject.is_none() && finding.period.is_none() && finding.record.is_none();
            prop_assert!(then.is_some() || whole, "{} is gone", finding.id);
            if let Some(then) = then {
                prop_assert!(!open(then.status), "{}: {:?}, then {:?}", finding.id, finding.status, then.status);
            }
        }
    }

    /// One more record that a duty asks for: none of its findings is worse.
    #[test]
    fn a_record_more_makes_nothing_worse((plan, records) in numbers(), which in any::<prop::sample::Index>(), day in any::<prop::sample::Index>()) {
        let world = world(&plan, &records);
        let recurring = world.plan.meetings.iter().map(|m| ("meeting", m));
        let activities = world.plan.activities.iter().map(|a| (a.evidence.expect("an activity says"), a));
        let duties: Vec<_> = recurring.chain(activities).filter(|(_, d)| d.cadence.exactly.is_none()).collect();
        if duties.is_empty() {
            return Ok(());
        }
        let (kind, duty) = duties[which.index(duties.len())];
        let span = duty.duty.period.unwrap_or(world.plan.period);
        let days = usize::try_from(crate::days::length(span)).expect("a short term");
        let subjects = world.plan.subjects_of(&duty.duty);
        let more = Record {
            id: "more".to_owned(),
            kind,
            date: span.from + i64::try_from(day.index(days)).expect("few").days(),
            time: None,
            duty: Some(duty.duty.id.clone()),
            subject: subjects.first().map(|s| s.id.clone()),
            actor: Vec::new(),
            status: Some("good".to_owned()),
            quantity: Some(9),
            amount: None,
            marks: vec!["minutes", "photo"],
            refers: None,
            until: None,
            note: None,
        };
        let plan = plan_of(&world);
        let before = judged(&plan, &ledger_of(&world), world.as_of);
        let mut ledger = ledger_of(&world);
        ledger.push(&more);
        let after = judged(&plan, &ledger, world.as_of);
        let of_duty = |of: &Assessment, at: usize| of.duties[at].id == duty.duty.id;
        for finding in before.findings.iter().filter(|f| of_duty(&before, f.duty)) {
            let then = after.findings.iter().find(|f| f.id == finding.id).expect("it stays");
            prop_assert!(worth(then.status) >= worth(finding.status), "{}: {:?}, then {:?}", finding.id, finding.status, then.status);
        }
    }
}

fn over(status: Status) -> bool {
    matches!(
        status,
        Status::Met | Status::Late | Status::Missed | Status::Violated
    )
}

fn open(status: Status) -> bool {
    matches!(status, Status::Pending | Status::DueSoon)
}

/// The greater the better.
fn worth(status: Status) -> u8 {
    match status {
        Status::Violated => 0,
        Status::Missed | Status::Unknown => 1,
        Status::Late | Status::Waived => 2,
        Status::DueSoon | Status::Pending => 3,
        Status::Met => 4,
        Status::Suspect | Status::Unset | Status::NotApplicable => 5,
    }
}
