//! What holds for every audit and every ledger.

use std::collections::BTreeSet;

use jiff::civil::date;
use luoshi_audit::{Act, Audit, Due, DueBy, FollowUp, Names, Outcome, made_up};
use luoshi_follow::{Register, State, Turn, compare, register, trend};
use luoshi_rules::Status;
use proptest::prelude::*;

const ACTS: [Act; 8] = [
    Act::Notified,
    Act::Applied,
    Act::Accepted,
    Act::Rejected,
    Act::Appealed,
    Act::Confirmed,
    Act::Lifted,
    Act::Unknown,
];
const WHO: [&str; 4] = ["secretary", "P001", "县综治办", "chief"];

/// A record of one of the first township's findings: which, its day of the year, what, by whom.
type Drawn = (usize, i64, usize, Option<usize>, bool);

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let one = (
        0usize..14,
        0i64..360,
        0usize..8,
        prop::option::of(0usize..4),
        any::<bool>(),
    );
    prop::collection::vec(one, 0..40)
}

/// An audit whose first township has these records, as its ledger would hold them on a day.
fn with(mut audit: Audit, drawn: &[Drawn], today: i64) -> Audit {
    let first = date(2025, 1, 1);
    let on = |day: i64| first.saturating_add(jiff::Span::new().days(day));
    audit.head.as_of = on(today);
    let Some(judged) = audit.townships.first_mut() else {
        return audit;
    };
    let Outcome::Judged(judged) = &mut judged.outcome else {
        return audit;
    };
    let mut ids: Vec<String> = judged.findings.iter().map(|f| f.id.clone()).collect();
    ids.push("council/gone/2025-01".to_owned());
    ids.push("no_duty/v1".to_owned());
    let record = |(seq, (of, day, act, who, paper)): (u32, &Drawn)| {
        let actors: Vec<String> = who.iter().map(|at| WHO[*at].to_owned()).collect();
        let act = ACTS[*act];
        let due = matches!(act, Act::Notified | Act::Rejected).then_some(Due {
            day: on(day + 14),
            workday: day + 14,
            by: DueBy::Default,
        });
        FollowUp {
            record: format!("r{seq}"),
            seq,
            day: on(*day),
            workday: *day,
            act,
            names: match *paper && act == Act::Notified {
                true => Names::Paper(format!("secretary/2025-{:02}", of % 12 + 1)),
                false => Names::Finding(ids[of % ids.len()].clone()),
            },
            stand_for: actors.clone(),
            actors,
            may_close: true,
            due,
            note: None,
            attachments: 0,
            corrected: false,
        }
    };
    let records = (0..).zip(drawn).map(record);
    judged.rectification.workday = today;
    judged.rectification.records = records.filter(|r| r.workday <= today).collect();
    audit
}

/// Everything that a register says, as text.
fn written(register: &Register) -> String {
    serde_json::to_string(register).unwrap()
}

fn states(register: &Register) -> Vec<(String, State)> {
    let items = register.items.iter();
    items
        .map(|i| (format!("{}:{}", i.place.code, i.finding), i.state))
        .collect()
}

proptest! {
    #[test]
    fn the_order_in_which_records_come_does_not_matter(
        drawn in drawn(),
        seed in 0u64..50,
        turn in 0usize..40,
    ) {
        let audit = with(made_up(3, seed), &drawn, 360);
        let mut other = audit.clone();
        if let Outcome::Judged(judged) = &mut other.townships[0].outcome {
            let records = &mut judged.rectification.records;
            let by = turn % records.len().max(1);
            records.rotate_left(by);
            records.reverse();
        }
        prop_assert_eq!(
            written(&register(&[&audit]).unwrap()),
            written(&register(&[&other]).unwrap())
        );
    }

    #[test]
    fn every_failing_finding_is_in_exactly_one_state_and_no_record_is_lost(
        drawn in drawn(),
        seed in 0u64..50,
    ) {
        let audit = with(made_up(3, seed), &drawn, 360);
        let of = register(&[&audit]).unwrap();
        let items: Vec<String> = states(&of).into_iter().map(|(id, _)| id).collect();
        let once: BTreeSet<&String> = items.iter().collect();
        prop_assert_eq!(once.len(), items.len());
        for township in &audit.townships {
            let Some(judged) = township.judged() else { continue };
            let plan = &audit.plans[&judged.plan];
            for finding in judged.findings.iter().filter(|f| f.fails) {
                let veto = plan.duties[finding.duty as usize].section == "vetoes";
                let id = format!("{}:{}", township.code, finding.id);
                prop_assert_eq!(once.contains(&id), !veto, "{}", id);
            }
        }
        let counted: usize = State::ALL.into_iter().map(|state| of.count(state)).sum();
        prop_assert_eq!(counted, of.items.len());
        let told = of.items.iter().flat_map(|i| &i.records).chain(of.strays.iter().map(|s| &s.record));
        let told: BTreeSet<&str> = told.map(|r| r.record.as_str()).collect();
        let Outcome::Judged(judged) = &audit.townships[0].outcome else { unreachable!() };
        for record in &judged.rectification.records {
            prop_assert!(told.contains(record.record.as_str()), "{} is lost", record.record);
        }
    }

    #[test]
    fn time_alone_closes_nothing_and_opens_nothing_that_is_closed(
        drawn in drawn(),
        seed in 0u64..50,
        later in 361i64..2000,
    ) {
        let now = register(&[&with(made_up(2, seed), &drawn, 360)]).unwrap();
        let then = register(&[&with(made_up(2, seed), &drawn, later)]).unwrap();
        let mut before = states(&now);
        let mut after = states(&then);
        before.sort();
        after.sort();
        prop_assert_eq!(before, after);
        for item in &now.items {
            let same = then.items.iter().find(|i| i.finding == item.finding && i.place == item.place);
            prop_assert!(same.unwrap().overdue >= item.overdue);
        }
    }

    #[test]
    fn only_a_decision_of_somebody_else_closes(drawn in drawn(), seed in 0u64..50) {
        let of = register(&[&with(made_up(1, seed), &drawn, 360)]).unwrap();
        for item in of.items.iter().filter(|item| item.state == State::Closed) {
            let mut counted = item.records.iter().filter(|r| r.ignored.is_none()).rev();
            let last = counted.next().unwrap();
            prop_assert_eq!(last.act, Act::Accepted);
            prop_assert!(!last.actors.is_empty());
            let began = |act| matches!(act, Act::Notified | Act::Rejected);
            for applied in counted.take_while(|r| !began(r.act)).filter(|r| r.act == Act::Applied) {
                prop_assert!(applied.actors.iter().all(|who| !last.actors.contains(who)));
            }
        }
    }

    #[test]
    fn what_failed_and_what_fails_is_told_once(one in 0u64..100, two in 0u64..100, towns in 0u32..30) {
        let (mut earlier, later) = (made_up(towns, one), made_up(towns, two));
        earlier.head.as_of = date(2025, 6, 30);
        let of = compare(&[&later, &earlier]).unwrap();
        let failing = |audit: &Audit| {
            let judged = audit.townships.iter().filter_map(|t| t.judged());
            judged.flat_map(|j| &j.findings).filter(|f| f.fails).count()
        };
        let count = |turn| of.counts.of(turn) as usize;
        let both = of.counts.persisting() as usize;
        prop_assert_eq!(count(Turn::New) + count(Turn::Reopened) + both, failing(&later));
        prop_assert_eq!(count(Turn::Fixed) + count(Turn::Dropped) + both, failing(&earlier));
        let by_duty: u32 = of.duties.iter().map(|duty| duty.counts.sum()).sum();
        prop_assert_eq!(by_duty, of.counts.sum());
        if one == two {
            prop_assert_eq!(both, failing(&later));
        }
    }

    #[test]
    fn a_trend_adds_up(seeds in prop::collection::vec(0u64..100, 1..4), towns in 0u32..30) {
        let audits: Vec<Audit> = seeds.iter().map(|seed| made_up(towns, *seed)).collect();
        let audits: Vec<&Audit> = audits.iter().collect();
        let of = trend(&audits);
        prop_assert_eq!(of.townships.len(), towns as usize);
        for (at, audit) in audits.iter().enumerate() {
            let all = of.all[at];
            let counts = audit.townships.iter().filter_map(|t| t.judged()).flat_map(|j| &j.duties);
            let over: u32 = counts.flat_map(|c| &c.counts)
                .filter(|(status, _)| !matches!(status, Status::Pending))
                .map(|(_, count)| count).sum();
            prop_assert_eq!(all.judged, over);
            let by_duty: u32 = of.duties.iter().filter_map(|d| d.points[at]).map(|p| p.failing).sum();
            prop_assert_eq!(by_duty, all.failing);
            for township in &of.townships {
                for rank in township.scores.iter().filter_map(|(_, ranks)| ranks[at]) {
                    prop_assert!((1..=rank.of).contains(&rank.rank));
                }
            }
        }
    }
}
