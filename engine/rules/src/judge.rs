//! Facts to findings: checks, plugins, rules, waivers, ladders, vetoes, scorecards, in this order.

use std::sync::Arc;

use luoshi_evidence::{Evidence, Kind};
use luoshi_plugin::Scene;

use crate::assemble::who::Directory;
use crate::assemble::{Judged, assemble};
use crate::assessment::{Assessment, Status};
use crate::check::{JudgeCx, holds, ladder, rule, score, veto, waiver};
use crate::evaluate::Facts;
use crate::lut::{around, outer};
use crate::program::Program;
use crate::script::FactTable;
use crate::verdict::{Facet, Verdict};

/// Judges the facts of a program.
#[must_use]
pub fn judge(program: &Program<'_>, evidence: &Evidence, facts: &Facts) -> Assessment {
    let cx = context(program, evidence, facts);
    let judged = verdicts(&cx);
    assemble(judged, &cx, facts)
}

/// Counts of a run, without texts: what a comparison of many townships needs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Findings that fail (late ones of any severity) and the sum of their figures, per duty and
    /// facet.
    failing: Vec<[(u32, i64); Facet::COUNT]>,
    /// Score of each sheet of each scorecard, in hundredths.
    pub scores: Vec<i64>,
}

impl Tally {
    /// Number of failing findings and sum of their figures, by the id of a duty, with `.facet`
    /// behind it for a side of it. An unknown duty has none.
    #[must_use]
    pub fn failing(&self, program: &Program<'_>, id: &str) -> (u32, i64) {
        let (duty, facet) = id.split_once('.').map_or((id, None), |(d, f)| (d, Some(f)));
        let at = program.duties.iter().position(|d| d.id == duty);
        let facet = Facet::ALL.into_iter().find(|f| f.word() == facet);
        at.zip(facet)
            .map_or((0, 0), |(at, facet)| self.failing[at][facet as usize])
    }
}

/// Judges and counts.
#[must_use]
pub fn tally(program: &Program<'_>, evidence: &Evidence, facts: &Facts) -> Tally {
    let cx = context(program, evidence, facts);
    let judged = verdicts(&cx);
    let mut tally = Tally {
        failing: vec![[(0, 0); Facet::COUNT]; program.duties.len()],
        scores: judged
            .sheets
            .iter()
            .flat_map(|(_, sheets)| sheets)
            .map(|s| s.score.0)
            .collect(),
    };
    for verdict in &judged.verdicts {
        if matches!(
            verdict.status,
            Status::Violated | Status::Missed | Status::Late
        ) {
            let entry = &mut tally.failing[verdict.duty][verdict.facet as usize];
            entry.0 += 1;
            entry.1 += verdict.figure;
        }
    }
    tally
}

pub(crate) fn context<'a>(
    program: &'a Program<'a>,
    evidence: &'a Evidence,
    facts: &'a Facts,
) -> JudgeCx<'a> {
    JudgeCx {
        program,
        plan: program.plan,
        as_of: program.as_of,
        evidence,
        facts: &facts.of,
        who: Directory::of(program.plan),
        outer: outer(program.plan),
        held: Kind::ALL.map(|kind| holds(evidence, kind)),
    }
}

pub(crate) fn verdicts(cx: &JudgeCx<'_>) -> Judged {
    let program = cx.program;
    let content = &cx.plan.content;
    let mut verdicts = Vec::with_capacity(256);
    for (check, fact) in program.checks.iter().zip(cx.facts) {
        check.judge(fact, cx, &mut verdicts);
    }
    plugins(cx, &mut verdicts);
    rules(cx, &mut verdicts);
    let waivers = waiver::apply(&mut verdicts, cx);
    for (spec, duty) in content.ladders.iter().zip(indices(program, "ladders")) {
        if let Some((rows, span)) = program.places.get(&duty) {
            let more = ladder::judge(duty, spec, rows, *span, &verdicts, cx);
            verdicts.extend(more);
        }
    }
    for (spec, duty) in content.vetoes.iter().zip(indices(program, "vetoes")) {
        if let Some((rows, span)) = program.places.get(&duty) {
            let more = veto::judge(duty, spec, rows, *span, &verdicts, cx);
            verdicts.extend(more);
        }
    }
    let by_duty = by_duty(&verdicts, program.duties.len());
    let mut sheets = Vec::new();
    for (card, duty) in content
        .scorecards
        .iter()
        .zip(indices(program, "scorecards"))
    {
        if let Some((rows, span)) = program.places.get(&duty) {
            sheets.push((
                duty,
                score::judge(card, rows, *span, &verdicts, &by_duty, cx),
            ));
        }
    }
    Judged {
        verdicts,
        waivers,
        sheets,
    }
}

/// The verdicts of each duty, in lists that need not grow.
fn by_duty(verdicts: &[Verdict], duties: usize) -> Vec<Vec<usize>> {
    let mut counts = vec![0; duties];
    for verdict in verdicts {
        counts[verdict.duty] += 1;
    }
    let mut by_duty: Vec<Vec<usize>> = counts.into_iter().map(Vec::with_capacity).collect();
    for (at, verdict) in verdicts.iter().enumerate() {
        by_duty[verdict.duty].push(at);
    }
    by_duty
}

/// What a plugin is shown of a plan: all its subjects, and what its own checks conclude.
#[must_use]
pub fn scene_of(program: &Program<'_>, evidence: &Evidence, facts: &Facts) -> Scene {
    let cx = context(program, evidence, facts);
    let mut checked = Vec::new();
    for (check, fact) in program.checks.iter().zip(cx.facts) {
        check.judge(fact, &cx, &mut checked);
    }
    crate::plugins::scene(&cx, &[], &checked)
}

/// Every plugin sees what the checks concluded, and none what another says.
fn plugins(cx: &JudgeCx<'_>, verdicts: &mut Vec<Verdict>) {
    let program = cx.program;
    let checked = verdicts.len();
    for (spec, duty) in cx
        .plan
        .content
        .plugins
        .iter()
        .zip(indices(program, "plugins"))
    {
        if let Some((rows, _)) = program.places.get(&duty) {
            let more = crate::plugins::judge(duty, spec, rows, &verdicts[..checked], cx);
            verdicts.extend(more);
        }
    }
}

fn rules(cx: &JudgeCx<'_>, verdicts: &mut Vec<Verdict>) {
    let program = cx.program;
    if cx.plan.content.rules.is_empty() {
        return;
    }
    let mut facts = FactTable::new(cx.plan, &program.duties, verdicts);
    let incidents = cx.columns(Kind::Incident);
    let days = cx.plan.span.numbers();
    for row in 0..incidents.len() {
        let names = &cx.evidence.names;
        if days.contains(&incidents.day[row]) {
            let subject = names.text(incidents.subject[row]);
            let first = cx.plan.subject_index.get(subject).copied();
            let places = first.into_iter().flat_map(|at| around(&cx.outer, at));
            let places = places.map(|at| cx.plan.subjects[at].id.name.as_str());
            facts.count_incident(names.text(incidents.status[row]), places);
        }
    }
    let facts = Arc::new(facts);
    for (spec, duty) in cx.plan.content.rules.iter().zip(indices(program, "rules")) {
        if let Some((rows, _)) = program.places.get(&duty) {
            verdicts.extend(rule::judge(duty, spec, rows, &program.scripts, &facts, cx));
        }
    }
}

/// Indices of the duties of a section, in the plan's order.
fn indices<'a>(
    program: &'a Program<'_>,
    section: &'static str,
) -> impl Iterator<Item = usize> + 'a {
    let duties = program.duties.iter().enumerate();
    duties
        .filter(move |(_, d)| d.section == section)
        .map(|(at, _)| at)
}
