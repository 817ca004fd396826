//! An evaluator of its own, slow and obvious, held against the engine on random plans and ledgers.
//!
//! It is written from `engine/rules/MEANING.md` alone and shares no code with `engine/rules`, nor with
//! the reading of plans and ledgers: what it judges is what the engine is given as text. Where the two
//! differ, the page is made clear first, then the code; the shrunk case goes to `tests/cases/oracle`.

/// The sections of which each folder's entries stay entries of their own.
macro_rules! lists {
    ($do:ident) => {
        $do!(persons holders chains meetings activities tasks documents coverage rosters incidents
            each_needs rewards indicators rules plugins penalties vetoes ladders scorecards);
    };
}

mod days;
mod draw;
mod invariants;
mod judge;
mod laid;
mod layers;
mod ledger;
mod plan;
mod plugin;
mod score;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};

use jiff::civil::Date;
use luoshi_rules::{
    Answerable, Assessment, Decision, Measure, Proposal, Trend, WaiverFlaw, period_id,
};
use luoshi_tests::assess_beside;
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

/// As a case of `tests/cases` writes it, so that one that fails can be kept.
impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plan = serde_json::to_string(&self.plan).expect("a plan is JSON");
        writeln!(f, "as of {}\nplan: {plan}", self.as_of)?;
        for (name, text) in self.plan.others() {
            writeln!(f, "{name}: {text}")?;
        }
        f.write_str(&text_of(&self.ledger))
    }
}

fn world(of_plan: &[u16], of_records: &[[u16; 24]]) -> World {
    let mut choices = Choices::new(of_plan);
    let plan = draw::plan(&mut choices, None);
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

/// Everything told, as text: each finding by its id, each proposal, score and figure by a name of its own.
type Told = BTreeMap<String, String>;

/// Status, day and figure; how a decision stands; how many of its records were entered late; who answers for it.
fn of_finding(said: &judge::Said, accountable: &[String]) -> String {
    let (status, day, figure, late) = (said.status, said.day, said.figure, said.backfilled);
    let decision = said.decision.unwrap_or("-");
    let up = accountable.join(" ");
    format!("{status} on {day:?}, figure {figure}, decision {decision}, backfilled {late}, by {up}")
}

fn of_sheet(score: i64, grade: Option<&str>, rank: Option<usize>) -> String {
    format!("{score}, {grade:?}, {rank:?}")
}

fn of_trend(of: &judge::Trend) -> String {
    let (values, current, baseline, trend) = (&of.values, of.current, of.baseline, of.trend);
    format!("{values:?}, {current:?} by {baseline:?}: {trend:?}")
}

fn told_by_oracle(world: &World) -> Told {
    let seen = ledger::seen(&world.ledger, world.as_of);
    let case = judge::Case::new(&world.plan, &seen, world.as_of);
    let outcome = judge::judge(&case);
    let mut told = Told::new();
    for (id, said) in &outcome.findings {
        told.insert(
            id.clone(),
            of_finding(said, &judge::accountable(&case, said)),
        );
    }
    let off = world.plan.off();
    let cards = world.plan.scorecards.iter();
    let cards = cards.filter(|card| !off.contains(card.duty.id.as_str()));
    for card in cards.filter(|card| card.duty.active.value() == Some(true)) {
        for sheet in score::sheets(&case, card, &outcome) {
            let id = named("score", &card.duty.id, sheet.subject.as_deref());
            told.insert(id, of_sheet(sheet.score, sheet.grade, sheet.rank));
        }
    }
    for trend in &outcome.trends {
        let id = named("trend", &trend.indicator, trend.subject.as_deref());
        told.insert(id, of_trend(trend));
    }
    told.insert("= proposals".to_owned(), outcome.proposals.join("\n"));
    told.insert("= waivers".to_owned(), outcome.waivers.join("\n"));
    told
}

fn named(what: &str, id: &str, subject: Option<&str>) -> String {
    format!("= {what} {id}/{}", subject.unwrap_or(""))
}

/// The same of the engine.
fn told_by_engine(assessment: &Assessment) -> Told {
    let mut told = Told::new();
    for finding in &assessment.findings {
        let said = judge::Said {
            figure: finding.figure,
            day: finding.day,
            decision: finding.decision.map(Decision::word),
            backfilled: finding.backfilled as usize,
            ..judge::Said::of(finding.status.word())
        };
        let up: Vec<String> = finding.accountable.iter().map(of_step).collect();
        let said = of_finding(&said, &up);
        let before = told.insert(finding.id.clone(), said);
        assert!(before.is_none(), "{} is there twice", finding.id);
    }
    for sheet in &assessment.scores {
        let rank = sheet.rank.map(|rank| rank as usize);
        let subject = sheet.subject.as_ref().map(|s| s.id.as_str());
        let id = named("score", &sheet.scorecard.id, subject);
        told.insert(id, of_sheet(sheet.score.0, sheet.grade.as_deref(), rank));
    }
    for trend in &assessment.indicators {
        let subject = trend.subject.as_ref().map(|s| s.id.as_str());
        let values = trend.values.iter();
        let said = judge::Trend {
            indicator: trend.indicator.id.clone(),
            subject: subject.map(str::to_owned),
            values: values
                .map(|(period, value)| (period_id(period), value.map(|v| v.0)))
                .collect(),
            current: trend.current.map(|v| v.0),
            baseline: trend.baseline.map(|v| v.0),
            trend: trend.trend.map(|trend| match trend {
                Trend::Better => "better",
                Trend::Same => "same",
                Trend::Worse => "worse",
            }),
            direction: "",
        };
        told.insert(
            named("trend", &trend.indicator.id, subject),
            of_trend(&said),
        );
    }
    let mut proposals: Vec<String> = assessment.proposals.iter().map(of_proposal).collect();
    proposals.sort();
    told.insert("= proposals".to_owned(), proposals.join("\n"));
    let waivers = assessment.waivers.iter().map(|waiver| {
        let flaws: Vec<&str> = waiver.flaws.iter().map(WaiverFlaw::word).collect();
        let over = if waiver.expired { " expired" } else { "" };
        format!("{}: {}{over}", waiver.record, flaws.join(" "))
    });
    let waivers: Vec<String> = waivers.collect();
    told.insert("= waivers".to_owned(), waivers.join("\n"));
    told
}

fn of_step(step: &Answerable) -> String {
    let at = step.subject.as_ref();
    let at = at.map_or(String::new(), |subject| format!("@{}", subject.id));
    let acts = if step.acting { "~" } else { "" };
    let by = step.holder.as_ref();
    let by = by.map_or(String::new(), |staff| format!(":{staff}{acts}"));
    format!("{}{at}{by}", step.role.id)
}

fn of_proposal(proposal: &Proposal) -> String {
    let measure = match &proposal.measure {
        Measure::Deduct(money) => format!("deduct {}", money.0),
        Measure::Grade(grade) => format!("grade {grade}"),
        Measure::Ineligible(what) => format!("ineligible {}", what.join(" ")),
        Measure::Head(what) => format!("head {what}"),
        Measure::Score(score) => format!("score {}", score.0),
        Measure::Step(step) => format!("step {step}"),
    };
    let about = proposal.falls_on.as_ref().map_or("-", |label| &label.id);
    let state = proposal.decision.word();
    format!("{}: {measure} -> {about} ({state})", proposal.by.id)
}

/// What the two say differently.
fn differences(world: &World) -> Result<(), String> {
    let plan = serde_json::to_string(&world.plan).expect("a plan is JSON");
    let of_oracle = told_by_oracle(world);
    let others = world.plan.others();
    let assessment = assess_beside(&plan, &others, &text_of(&world.ledger), world.as_of)
        .map_err(|notes| format!("refused:\n{notes}"))?;
    let of_engine = told_by_engine(&assessment);
    let out = compared(&of_oracle, &of_engine);
    if out.is_empty() { Ok(()) } else { Err(out) }
}

/// A ledger as it is written.
fn text_of<'r>(ledger: impl IntoIterator<Item = &'r Record>) -> String {
    let line = |record| serde_json::to_string(record).expect("a record is JSON") + "\n";
    ledger.into_iter().map(line).collect()
}

/// A line for each thing that they say differently.
fn compared(of_oracle: &Told, of_engine: &Told) -> String {
    let ids: BTreeSet<&String> = of_oracle.keys().chain(of_engine.keys()).collect();
    let mut out = String::new();
    for id in ids {
        let (oracle, engine) = (of_oracle.get(id), of_engine.get(id));
        if oracle != engine {
            let _ = writeln!(out, "{id}: oracle {oracle:?}, engine {engine:?}");
        }
    }
    out
}

/// So many worlds, others each time, or as many as the environment asks for. Nothing is written into the tree.
fn cases(number: u32) -> ProptestConfig {
    let asked = |name| std::env::var(name).ok()?.parse().ok();
    ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: asked("PROPTEST_MAX_SHRINK_ITERS").unwrap_or(20_000),
        ..ProptestConfig::with_cases(asked("PROPTEST_CASES").unwrap_or(number))
    }
}

fn worlds() -> impl Strategy<Value = World> {
    let of_plan = prop::collection::vec(any::<u16>(), 0..300);
    let of_records = prop::collection::vec(any::<[u16; 24]>(), 0..60);
    (of_plan, of_records).prop_map(|(plan, records)| world(&plan, &records))
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn the_engine_says_what_the_page_says(world in worlds()) {
        if let Err(said) = differences(&world) {
            return Err(TestCaseError::fail(said));
        }
    }
}
