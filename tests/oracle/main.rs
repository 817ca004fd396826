//! An evaluator of its own, slow and obvious, held against the engine on random plans and ledgers.
//!
//! It is written from `engine/rules/MEANING.md` alone and shares no code with `engine/rules`, nor with
//! the reading of plans and ledgers: what it judges is what the engine is given as text. Where the two
//! differ, the page is made clear first, then the code; the shrunk case goes to `tests/cases/oracle`.

mod days;
mod draw;
mod invariants;
mod judge;
mod ledger;
mod plan;
mod score;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::civil::Date;
use luoshi_rules::Assessment;
use luoshi_tests::assess;
use proptest::prelude::*;

use draw::Choices;
use ledger::Record;
use plan::Plan;

/// A plan, a ledger and a day.
struct World {
    plan: Plan,
    ledger: Vec<Record>,
    as_of: Date,
}

fn world(of_plan: &[u16], of_records: &[[u16; 16]]) -> World {
    let mut choices = Choices::new(of_plan);
    let plan = draw::plan(&mut choices);
    let as_of = draw::as_of(&plan, &mut choices);
    let mut ledger: Vec<Record> = Vec::new();
    for numbers in of_records {
        ledger.push(draw::record(&plan, &ledger, &mut Choices::new(numbers)));
    }
    World {
        plan,
        ledger,
        as_of,
    }
}

/// Each finding with its status, its day and, where the oracle says one, its figure; each score with its grade.
type Told = BTreeMap<String, (String, Option<Date>, Option<i64>)>;

fn told_by_oracle(world: &World) -> Told {
    let found = judge::findings(&world.plan, &world.ledger, world.as_of);
    let mut told: Told = found
        .iter()
        .map(|(id, said)| (id.clone(), (said.status.to_owned(), said.day, said.figure)))
        .collect();
    for card in &world.plan.scorecards {
        let (score, grade) = score::score(card, &found);
        told.insert(
            format!("= {}", card.duty.id),
            (grade.unwrap_or("").to_owned(), None, Some(score)),
        );
    }
    told
}

fn told_by_engine(assessment: &Assessment, of_oracle: &Told) -> Told {
    let mut told = Told::new();
    for finding in &assessment.findings {
        let asked = of_oracle
            .get(&finding.id)
            .is_none_or(|(.., figure)| figure.is_some());
        let entry = (
            finding.status.word().to_owned(),
            finding.day,
            asked.then_some(finding.figure),
        );
        assert!(
            told.insert(finding.id.clone(), entry).is_none(),
            "{} is there twice",
            finding.id
        );
    }
    for sheet in &assessment.scores {
        let entry = (
            sheet.grade.clone().unwrap_or_default(),
            None,
            Some(sheet.score.0),
        );
        told.insert(format!("= {}", sheet.scorecard.id), entry);
    }
    told
}

/// What the two say differently, with the plan and the ledger as a case of `tests/cases` writes them.
fn differences(world: &World) -> Result<(), String> {
    let plan = serde_json::to_string_pretty(&world.plan).expect("a plan is JSON");
    let lines = world
        .ledger
        .iter()
        .map(|r| serde_json::to_string(r).expect("a record is JSON"));
    let lines: Vec<String> = lines.collect();
    let ledger: String = lines
        .iter()
        .fold(String::new(), |all, line| all + line.as_str() + "\n");
    let of_oracle = told_by_oracle(world);
    let assessment = assess(&plan, &ledger, world.as_of)
        .map_err(|notes| format!("refused:\n{notes}\n{plan}\n{ledger}"))?;
    let of_engine = told_by_engine(&assessment, &of_oracle);
    let ids: std::collections::BTreeSet<&String> =
        of_oracle.keys().chain(of_engine.keys()).collect();
    let mut out = String::new();
    for id in ids {
        let (oracle, engine) = (of_oracle.get(id), of_engine.get(id));
        if oracle != engine {
            let _ = writeln!(out, "{id}: oracle {oracle:?}, engine {engine:?}");
        }
    }
    if out.is_empty() {
        return Ok(());
    }
    let plan = serde_json::to_string(&world.plan).expect("a plan is JSON");
    Err(format!(
        "as of {}\n{out}\nplan: {plan}\n{ledger}",
        world.as_of
    ))
}

/// So many random worlds, or as many as the environment asks for; nothing is written into the tree.
fn cases(number: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|n| n.parse().ok());
    ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..ProptestConfig::with_cases(asked.unwrap_or(number))
    }
}

/// What a world is made of.
fn numbers() -> impl Strategy<Value = (Vec<u16>, Vec<[u16; 16]>)> {
    let of_plan = prop::collection::vec(any::<u16>(), 0..160);
    let of_records = prop::collection::vec(any::<[u16; 16]>(), 0..60);
    (of_plan, of_records)
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn the_engine_says_what_the_page_says((plan, records) in numbers()) {
        if let Err(said) = differences(&world(&plan, &records)) {
            return Err(TestCaseError::fail(said));
        }
    }
}
