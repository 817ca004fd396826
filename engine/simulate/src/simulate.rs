//! The whole run: fill, plant, complete, enter.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_evidence::Record;
use luoshi_rules::{Check, Program, Status};

use crate::check::{self, Done, Named, each_needs, ladder, response, roster, veto, waiver};
use crate::correction;
use crate::entry::enter;
use crate::planted::{Expected, Failure, Planted, Refused, Why};
use crate::profile::Profile;
use crate::sign::{self, Sign};
use crate::world::World;

/// What a simulation comes to.
#[derive(Debug, Clone, Default)]
pub struct Simulation {
    /// Records in the order of the ledger.
    pub records: Vec<Record>,
    /// The findings that a run over them must come to, beside those that are well.
    pub expected: Vec<Expected>,
    /// What could not be planted.
    pub refused: Vec<Refused>,
}

/// Makes the evidence of a term that ends on the program's as-of day. The same inputs give the
/// same records, byte for byte.
#[must_use]
pub fn simulate(
    program: &Program<'_>,
    profile: &Profile,
    planted: &Planted,
    seed: u64,
) -> Simulation {
    let mut world = World {
        program,
        profile,
        planted,
        seed,
        drafts: Vec::new(),
        unanswered: BTreeSet::new(),
        numbers: BTreeMap::new(),
    };
    check::fill(&mut world);
    number(&mut world);
    let mut simulation = Simulation::default();
    let mut done: Vec<(&Failure, Done)> = Vec::new();
    for failure in in_order(&world) {
        match plant(&mut world, failure) {
            Ok(result) => done.push((failure, result)),
            Err(why) => simulation.refused.push(Refused {
                finding: failure.finding.clone(),
                why,
            }),
        }
    }
    each_needs::answer_all(&mut world);
    waiver::expired(&mut world);
    correction::misread(&mut world);
    correction::twice(&mut world);
    let mut signs: Vec<&Sign> = Vec::new();
    for sign in &planted.signs {
        match sign::plant(&mut world, sign) {
            Ok(()) => signs.push(sign),
            Err(why) => simulation.refused.push(Refused {
                finding: sign.finding.clone(),
                why,
            }),
        }
    }
    let (records, ids) = enter(&world);
    simulation.records = records;
    simulation.expected = expected(&world, &done, &ids);
    simulation.expected.extend(signs.into_iter().map(suspected));
    simulation
}

/// Numbers the records that findings are about, as `#1`, `#2` in planted failures.
fn number(world: &mut World<'_>) {
    for at in 0..world.program.checks.len() {
        let judged = match world.check(at) {
            Check::Response(c) => response::judged(world, c),
            Check::EachNeeds(c) => each_needs::judged(world, c),
            Check::Reward(c) => world.of_duty(luoshi_evidence::Kind::Reward, &c.record_duty),
            _ => continue,
        };
        let duty = world.duty_of(at);
        world.numbers.insert(format!("{duty}.case"), judged.clone());
        world.numbers.insert(duty.to_owned(), judged);
    }
}

/// Failures in the order in which they do not undo each other: those that take records away
/// before those that mark what is left, ladders last.
fn in_order<'a>(world: &World<'a>) -> Vec<&'a Failure> {
    let mut all: Vec<&Failure> = world.planted.failures.iter().collect();
    let ladders = &world.plan().content.ladders;
    let vetoes = &world.plan().content.vetoes;
    let rank = |failure: &&Failure| {
        if vetoes
            .iter()
            .any(|v| is_of(&failure.finding, &v.duty.id.name))
        {
            0
        } else if ladders
            .iter()
            .any(|l| is_of(&failure.finding, &l.duty.id.name))
        {
            // A report can be missing once the step that asks for it is in force.
            3 + u8::from(failure.finding.contains(".report/"))
        } else if roster::about_a_person(world, failure) {
            // A run needs shifts in a row, a single absence does not.
            1 + u8::from(!failure.finding.contains(".run/"))
        } else {
            0
        }
    };
    all.sort_by_key(rank);
    all
}

/// Whether a finding is one of a duty.
fn is_of(finding: &str, duty: &str) -> bool {
    let rest = finding.strip_prefix(duty);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
}

fn plant(world: &mut World<'_>, failure: &Failure) -> Result<Done, Why> {
    let before = failure.corrected.then(|| world.drafts.clone());
    let (duty, done) = plant_one(world, failure)?;
    if let Some(before) = before {
        correction::show_by_correction(world, &before);
    }
    if failure.status == Status::Waived {
        waiver::grant(world, &duty, &done, &failure.why);
    }
    Ok(done)
}

fn plant_one(world: &mut World<'_>, failure: &Failure) -> Result<(String, Done), Why> {
    let content = &world.plan().content;
    let finding = failure.finding.as_str();
    let mut why = Why::UnknownFinding;
    for at in 0..world.program.checks.len() {
        let duty = world.duty_of(at);
        if !is_of(finding, duty) || matches!(world.check(at), Check::Lapse(_)) {
            continue;
        }
        match check::plant(world, at, failure) {
            Ok(done) => return Ok((duty.to_owned(), done)),
            Err(refusal) => why = refusal,
        }
    }
    if let Some(spec) = content
        .vetoes
        .iter()
        .find(|v| is_of(finding, &v.duty.id.name))
    {
        let done = veto::plant(world, spec, failure)?;
        return Ok((spec.duty.id.name.to_string(), done));
    }
    if let Some(spec) = content
        .ladders
        .iter()
        .find(|l| is_of(finding, &l.duty.id.name))
    {
        let done = ladder::plant(world, spec, failure)?;
        return Ok((spec.duty.id.name.to_string(), done));
    }
    if content
        .rules
        .iter()
        .any(|r| is_of(finding, &r.duty.id.name))
    {
        why = Why::Follows;
    }
    Err(why)
}

/// The planted findings and their consequences, with the ids of the records made.
fn expected(world: &World<'_>, done: &[(&Failure, Done)], ids: &[Option<String>]) -> Vec<Expected> {
    let id = |draft: usize| ids[draft].clone().unwrap_or_default();
    let planted = done.iter().map(|(failure, done)| {
        let stem = stem(&failure.finding);
        let finding = match &done.named {
            Named::AsWritten => failure.finding.clone(),
            Named::Draft(draft) => format!("{stem}/{}", id(*draft)),
            Named::Text(text) => format!("{stem}/{text}"),
        };
        Expected {
            finding,
            status: failure.status,
            why: failure.why.clone(),
        }
    });
    let following = world.planted.consequences.iter().map(|consequence| {
        let stem = stem(&consequence.finding);
        let draft = world.numbered(&consequence.finding, stem);
        // A case is named by its code, anything else by the record.
        let name = |draft: usize| match stem.ends_with(".case") {
            true => world.drafts[draft]
                .record
                .refers
                .clone()
                .unwrap_or_default(),
            false => id(draft),
        };
        Expected {
            finding: draft.map_or_else(
                || consequence.finding.clone(),
                |draft| format!("{stem}/{}", name(draft)),
            ),
            status: consequence.status,
            why: consequence.why.clone(),
        }
    });
    planted.chain(following).collect()
}

fn suspected(sign: &Sign) -> Expected {
    Expected {
        finding: sign.finding.clone(),
        status: Status::Suspect,
        why: sign.why.clone(),
    }
}

/// A finding without what follows the duty and its facet.
fn stem(finding: &str) -> &str {
    finding.split('/').next().unwrap_or(finding)
}
