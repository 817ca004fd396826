//! What the tests share: a plan from texts, and what a run over simulated evidence comes to.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use luoshi_diagnostics::{Lang, Messages, Note, Sources, render_text};
use luoshi_evidence::{Evidence, read_jsonl};
use luoshi_plan::{Folder, Plan, PlanFile, parse, resolve};
use luoshi_rules::{
    Assessment, Detail, Finding, Plugins, Program, Reason, Status, compile, evaluate, judge,
};
use luoshi_simulate::{Planted, Profile, Simulation, simulate};

/// Statuses that a year carried out does not come to.
const WRONG: [Status; 6] = [
    Status::Missed,
    Status::Violated,
    Status::Late,
    Status::Unknown,
    Status::Waived,
    Status::Suspect,
];

/// Findings that are wrong, by id, with the word of their status.
pub(crate) type Wrong = BTreeMap<String, String>;

/// Resolves a plan on its packages; any mistake ends the test.
#[track_caller]
pub(crate) fn resolved(plan: &Folder, packages: &[Folder]) -> Plan {
    let mut sources = Sources::default();
    let file = parse(plan, &mut sources);
    let packages: Vec<PlanFile> = packages.iter().map(|p| parse(p, &mut sources)).collect();
    let staged = resolve(&file, &packages);
    let text = shown(&staged.notes, &sources);
    staged.value.unwrap_or_else(|| panic!("{text}"))
}

/// A plan compiled for the last day of a term.
#[track_caller]
pub(crate) fn compiled<'p>(plan: &'p Plan, as_of: Date, plugins: &'p Plugins) -> Program<'p> {
    let staged = compile(plan, as_of, plugins);
    let text = shown(&staged.notes, &Sources::default());
    staged.value.unwrap_or_else(|| panic!("{text}"))
}

/// The records as a ledger file.
pub(crate) fn jsonl(simulation: &Simulation) -> String {
    let lines = simulation.records.iter().map(|r| r.to_json() + "\n");
    lines.collect()
}

/// Reads a ledger file and judges it.
#[track_caller]
pub(crate) fn assessed(program: &Program<'_>, ledger: &str) -> Assessment {
    let evidence = read(ledger, program.as_of);
    let facts = evaluate(program, &evidence, Detail::Evidence);
    judge(program, &evidence, &facts)
}

#[track_caller]
fn read(ledger: &str, as_of: Date) -> Evidence {
    let mut sources = Sources::default();
    let file = sources.add("evidence.jsonl", ledger);
    let staged = read_jsonl(ledger, file, as_of);
    assert!(
        staged.notes.is_empty(),
        "{}",
        shown(&staged.notes, &sources)
    );
    staged.value.expect("no note says why not")
}

/// The findings that are wrong.
pub(crate) fn wrong(assessment: &Assessment) -> Wrong {
    let is_wrong = |word: &str| WRONG.iter().any(|s| s.word() == word);
    let mut all = statuses(assessment);
    all.retain(|_, status| is_wrong(status));
    all
}

fn statuses(assessment: &Assessment) -> BTreeMap<String, String> {
    let findings = assessment.findings.iter();
    findings
        .map(|f| (f.id.clone(), f.status.word().to_owned()))
        .collect()
}

/// The findings that a simulation says will be wrong.
pub(crate) fn expected(simulation: &Simulation) -> Wrong {
    let all = simulation.expected.iter();
    all.map(|e| (e.finding.clone(), e.status.word().to_owned()))
        .collect()
}

/// Simulates, judges, and compares what is wrong with what was planted. Returns the ledger.
#[track_caller]
pub(crate) fn planted_comes_out(
    program: &Program<'_>,
    profile: &Profile,
    planted: &Planted,
    seed: u64,
) -> (String, Assessment) {
    let simulation = simulate(program, profile, planted, seed);
    assert!(simulation.refused.is_empty(), "{:#?}", simulation.refused);
    let ledger = jsonl(&simulation);
    let assessment = assessed(program, &ledger);
    let (all, wanted) = (statuses(&assessment), expected(&simulation));
    let found = wrong(&assessment);
    let difference: Vec<String> = found
        .iter()
        .filter(|pair| wanted.get(pair.0) != Some(pair.1))
        .map(|(id, status)| format!("not planted: {id}: {status}"))
        .chain(
            wanted
                .iter()
                .filter(|pair| all.get(pair.0) != Some(pair.1))
                .map(|(id, status)| format!("did not come out: {id}: {status}")),
        )
        .collect();
    assert!(
        difference.is_empty(),
        "seed {seed}\n{}",
        difference.join("\n")
    );
    assert_eq!(moved(program, profile, seed, &assessment, &wanted), [""; 0]);
    let irrelevant = &assessment.evidence.irrelevant;
    assert!(irrelevant.is_empty(), "{irrelevant:?}");
    (ledger, assessment)
}

/// Findings that stand otherwise than in the same year without failures, though none was
/// planted in them. Those named by a record are left out: records taken out move the numbers. So are
/// those of plugins, which compare all records with each other.
fn moved(
    program: &Program<'_>,
    profile: &Profile,
    seed: u64,
    assessment: &Assessment,
    wanted: &Wrong,
) -> Vec<String> {
    let well = simulate(program, profile, &Planted::default(), seed);
    let leave_out = |f: &&Finding| f.record.is_some() || matches!(f.reason, Reason::Plugin(_));
    let left_out: BTreeSet<&str> = assessment
        .findings
        .iter()
        .filter(leave_out)
        .map(|f| f.id.as_str())
        .collect();
    let mut before = statuses(&assessed(program, &jsonl(&well)));
    before.retain(|id, _| !left_out.contains(id.as_str()) && !id.contains("/sim-"));
    let after = statuses(assessment);
    let other = |(id, status): &(&String, &String)| {
        !wanted.contains_key(*id) && after.get(*id) != Some(*status)
    };
    let moved = before.iter().filter(other);
    moved
        .map(|(id, status)| format!("{id} was {status}, is {:?}", after.get(id)))
        .collect()
}

fn shown(notes: &[Note], sources: &Sources) -> String {
    render_text(notes, sources, Messages::of(Lang::En), false)
}
