//! What must hold whatever a plan and a ledger say.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::ToSpan;
use jiff::civil::Date;
use luoshi_diagnostics::{FileId, Lang};
use luoshi_format::format;
use luoshi_rules::{Assessment, Status};
use luoshi_tests::{Township, assess_beside, assess_many};
use proptest::prelude::*;

use crate::days::previous;
use crate::judge::Case;
use crate::ledger::Record;
use crate::plan::{Subject, Veto};
use crate::{World, cases, text_of, worlds};

/// The plan and what lies beside it.
type Written = (String, Vec<(String, String)>);

fn judged((plan, others): &Written, ledger: &[&Record], as_of: Date) -> Assessment {
    assess_beside(plan, others, &text_of(ledger.iter().copied()), as_of)
        .expect("the plan and the ledger are well formed")
}

fn plan_of(world: &World) -> Written {
    let plan = serde_json::to_string(&world.plan).expect("a plan is JSON");
    (plan, world.plan.others())
}

fn ledger_of(world: &World) -> Vec<&Record> {
    world.ledger.iter().collect()
}

/// All that an assessment says, as text.
fn said(assessment: &Assessment) -> String {
    let mut irrelevant = assessment.evidence.irrelevant.clone();
    irrelevant.sort();
    let mut unused = assessment.evidence.unused.clone();
    unused.sort();
    let Assessment {
        findings,
        proposals,
        scores,
        indicators,
        ..
    } = assessment;
    format!("{findings:#?} {proposals:#?} {scores:#?} {indicators:#?} {irrelevant:#?} {unused:#?}")
}

proptest! {
    #![proptest_config(cases(100))]

    /// Records of one day stay in their order, which says what came first on it; corrections in theirs, for the
    /// later one wins.
    #[test]
    fn the_order_of_records_does_not_matter(world in worlds(), seed in any::<u64>()) {
        let mut ledger = ledger_of(&world);
        let place = |record: &&Record| {
            let mut hasher = DefaultHasher::new();
            (seed, record.date).hash(&mut hasher);
            if record.kind == "correction" { u64::MAX } else { hasher.finish() }
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
    fn laying_out_a_plan_changes_nothing(world in worlds(), zh in any::<bool>()) {
        let plan = plan_of(&world);
        let keys = Some(if zh { Lang::ZhCn } else { Lang::En });
        let laid_out = format(FileId(0), &plan.0, keys).expect("JSON is YAML");
        let laid_out = (laid_out, plan.1.clone());
        let before = judged(&plan, &ledger_of(&world), world.as_of);
        let after = judged(&laid_out, &ledger_of(&world), world.as_of);
        prop_assert_eq!(said(&before), said(&after), "{}", laid_out.0);
    }

    /// Townships that are judged side by side, by whatever thread and in whatever order, are judged as each alone.
    #[test]
    fn the_number_of_threads_does_not_matter(worlds in prop::collection::vec(worlds(), 1..6), threads in 2usize..5) {
        let township = |world: &World| {
            let (plan, others) = plan_of(world);
            (plan, others, text_of(&world.ledger), world.as_of)
        };
        let townships: Vec<Township> = worlds.iter().map(township).collect();
        let together = assess_many(&townships, threads);
        prop_assert_eq!(together.len(), worlds.len());
        for (world, together) in worlds.iter().zip(&together) {
            let alone = judged(&plan_of(world), &ledger_of(world), world.as_of);
            prop_assert!(format!("{alone:?}") == format!("{together:?}"), "{:#?}\n{:#?}", told(&alone), told(together));
        }
    }

    /// Every record is one that a finding rests on, one that is counted or decided by, one that was replaced, or
    /// set aside with its reason; and none is two of these.
    #[test]
    fn every_record_is_accounted_for(world in worlds()) {
        let said = judged(&plan_of(&world), &ledger_of(&world), world.as_of);
        let aside = set_aside(&said);
        let named: BTreeSet<&String> = said.findings.iter()
            .flat_map(|f| f.evidence.iter().chain(&f.record))
            .collect();
        let seen = crate::ledger::seen(&world.ledger, world.as_of);
        let corrections = world.ledger.iter().filter(|r| r.kind == "correction" && r.date <= world.as_of);
        let withdrawn = said.evidence.withdrawn as usize;
        let records = said.evidence.records as usize;
        prop_assert!(seen.len() <= records && records <= seen.len() + corrections.count(), "{} {} {}", seen.len(), records, withdrawn);
        for record in &seen {
            let counted = is_counted(&world, &said, record);
            let why = aside.get(&record.id);
            let used = named.contains(&record.id) || counted
                || why.is_none() && is_waited_for(&world, record);
            prop_assert!(used != why.is_some(), "{record:?}: named {}, counted {counted}, aside {why:?}", named.contains(&record.id));
        }
        prop_assert!(aside.keys().all(|id| seen.iter().any(|r| r.id == *id)));
    }

    /// What is set aside changes nothing: without it everything that is judged is the same.
    #[test]
    fn what_is_set_aside_changes_nothing(world in worlds()) {
        let plan = plan_of(&world);
        let before = judged(&plan, &ledger_of(&world), world.as_of);
        let aside = set_aside(&before);
        let seen = crate::ledger::seen(&world.ledger, world.as_of);
        // A ledger that holds no record of a kind at all does not hold that kind.
        let holds = |kind: &str| seen.iter().any(|r| r.kind == kind && !aside.contains_key(&r.id));
        let gone = |r: &&Record| aside.contains_key(&r.id) && holds(kind_of(r, &seen));
        let mut left: Vec<&Record> = world.ledger.iter().filter(|r| !gone(r)).collect();
        // Nor are there corrections of what is gone, or of such corrections.
        for _ in 0..world.ledger.len() {
            let ids: BTreeSet<&String> = left.iter().map(|r| &r.id).collect();
            left.retain(|r| r.kind != "correction" || r.refers.as_ref().is_some_and(|of| ids.contains(of)));
        }
        let after = judged(&plan, &left, world.as_of);
        let (before, after) = (told(&before), told(&after));
        let other: Vec<_> = before.iter().filter(|(id, said)| after.get(*id) != Some(said)).collect();
        prop_assert!(before == after, "{other:#?}\n{aside:?}\n{}", plan.0);
    }

    /// A period or a deadline that is over does not open again. Coverage is a state, which may lapse.
    #[test]
    fn a_later_day_opens_nothing_again(mut world in worlds(), days in 1i64..40) {
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
    fn a_record_more_makes_nothing_worse(world in worlds(), which in any::<prop::sample::Index>(), day in any::<prop::sample::Index>()) {
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
            actor: ["u1", "u2", "r1", "r2", "P1", "P3"].map(str::to_owned).to_vec(),
            status: Some("good".to_owned()),
            quantity: Some(crate::plan::whole(9)),
            amount: None,
            marks: vec!["minutes", "photo"],
            refers: None,
            until: None,
            note: None,
            entered: None,
            set: BTreeMap::new(),
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

/// All that is judged: findings, proposals, scores, figures, waivers.
fn told(said: &Assessment) -> crate::Told {
    crate::told_by_engine(said)
}

/// Every record that is set aside, and why.
fn set_aside(said: &Assessment) -> BTreeMap<String, &'static str> {
    let irrelevant = said
        .evidence
        .irrelevant
        .iter()
        .map(|(id, why)| (id.clone(), why.word()));
    let unused = said
        .evidence
        .unused
        .iter()
        .map(|(id, why)| (id.clone(), why.word()));
    irrelevant.chain(unused).collect()
}

fn kind_of<'a>(record: &Record, seen: &'a [Record]) -> &'a str {
    seen.iter()
        .find(|r| r.id == record.id)
        .map_or("", |r| r.kind)
}

/// Whether another duty runs from the day of a record, or must come after it.
fn is_waited_for(world: &World, record: &Record) -> bool {
    let task = record.duty.as_ref();
    let plan = &world.plan;
    let due = plan.tasks.iter().map(|t| Some(&t.due));
    let due = due.chain(plan.documents.iter().map(|d| d.due.as_ref()));
    let due = due.chain(plan.coverage.iter().map(|c| c.due.as_ref()));
    let mut after = due.flatten().filter_map(|due| due.after.as_ref());
    let mut first = plan.tasks.iter().flat_map(|t| &t.after);
    after.any(|of| Some(of) == task) || first.any(|of| Some(of) == task)
}

/// Whether a record counts without being named by a finding: a waiver, a decision, an incident, a figure or a shift.
fn is_counted(world: &World, said: &Assessment, record: &Record) -> bool {
    let plan = &world.plan;
    let duty = record.duty.as_deref().unwrap_or("");
    let of = |id: &str| duty.split('.').next() == Some(id);
    let inside = |term: crate::plan::Term| crate::days::contains(term, record.date);
    let off = plan.off();
    let unset = |id: &str| {
        let mut findings = said.findings.iter();
        let roster = plan
            .rosters
            .iter()
            .any(|r| r.duty.id == id && r.duty.active.value() == Some(true));
        !roster && findings.any(|f| f.id == id && f.status == Status::Unset)
    };
    let base = duty.split('.').next().unwrap_or("");
    if record.kind != "waiver" && off.contains(base) {
        return false;
    }
    let mut vetoes = plan.vetoes.iter();
    if vetoes.any(|veto| {
        let id = veto.duty.id.as_str();
        !off.contains(id) && !unset(id) && is_measured(world, veto, record)
    }) {
        return true;
    }
    if record.kind != "waiver" && unset(base) {
        return false;
    }
    match record.kind {
        "waiver" => said.waivers.iter().any(|w| w.record == record.id),
        "decision" | "appeal" | "rectification" if duty.is_empty() => said
            .rectification
            .records
            .iter()
            .any(|r| r.record == record.id),
        "decision" | "appeal" | "rectification" => {
            plan.rosters.iter().any(|r| of(&r.duty.id))
                || plan.penalties.iter().any(|p| p.id == duty)
                || ["veto", "ladder"].contains(&duty)
        }
        "incident" => {
            let known = plan
                .incidents
                .iter()
                .any(|kind| record.status.as_ref() == Some(&kind.id));
            let baselines = plan.indicators.iter().filter(|i| {
                record
                    .status
                    .as_ref()
                    .is_some_and(|kind| i.of.contains(kind))
            });
            let mut terms = baselines.filter_map(|i| i.baseline.as_ref()?.period);
            known && (inside(plan.period) || terms.any(inside))
        }
        "metric" => {
            let indicator = plan.indicators.iter().find(|i| i.id == duty);
            let mut cards = plan.scorecards.iter();
            if indicator.is_none() {
                // A score that people give.
                return cards.any(|card| card.duty.active.value() == Some(true));
            }
            indicator.is_none_or(|i| {
                let before = i.baseline.as_ref().and_then(|b| b.period);
                record.quantity.is_some() && (inside(plan.period) || before.is_some_and(inside))
            })
        }
        "shift" => {
            let roster = plan.rosters.iter().find(|r| r.duty.id == duty);
            let mut findings = said.findings.iter();
            // Whoever is assigned has a finding, which says how many shifts there were.
            let assigned = record.status.as_deref() != Some("cancelled")
                && record.status.as_deref() != Some("refused");
            roster.is_some_and(|r| inside(r.duty.period.unwrap_or(plan.period)))
                && assigned
                && findings.any(|f| {
                    said.duties[f.duty].id == duty
                        && f.facet.is_none()
                        && f.actor
                            .as_ref()
                            .is_some_and(|who| record.actor.contains(&who.id))
                })
        }
        _ => false,
    }
}

/// Whether a veto may measure a record before an incident, which needs no duty that asks for it.
fn is_measured(world: &World, veto: &Veto, record: &Record) -> bool {
    let Some(lapse) = &veto.when.lapse else {
        return false;
    };
    let case = Case::new(&world.plan, &[], world.as_of);
    let mut activities = world.plan.activities.iter();
    let term = case.span(&veto.duty);
    let mut first = term.from;
    for _ in 0..lapse.days {
        first = previous(first);
    }
    let here = |place: Option<&Subject>| {
        case.lies_in(record.subject.as_deref(), place.map(|s| s.id.as_str()))
    };
    record.duty.as_ref() == Some(&lapse.duty)
        && activities.any(|a| a.duty.id == lapse.duty && a.evidence == Some(record.kind))
        && (first..term.to).contains(&record.date)
        && case.rows(&veto.duty).into_iter().any(here)
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
