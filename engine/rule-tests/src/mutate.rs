//! Changes of one thing at a time, and whether any case notices.

use std::collections::BTreeSet;

use luoshi_diagnostics::{Place, Staged};
use luoshi_plan::PlanFile;

use crate::case::{Case, TestFile};
use crate::compare::compare;
use crate::ground::Ground;
use crate::run::{Load, Prepared, Stands, named, own_errors, prepare};
use crate::ties::Ties;

mod change;
mod expression;
mod points;

use points::{Point, points};

/// Most changes that are tried: a package with more has them tried up to here, and the rest counted.
const MOST_MUTANTS: usize = 10_000;

/// What became of every change.
#[derive(Debug, Clone, Default)]
pub struct Mutation {
    /// Each change, in the order of files and of what is written in them.
    pub mutants: Vec<Mutant>,
    /// Changes that were not tried because there are too many.
    pub left_out: usize,
}

/// A package with one thing changed.
#[derive(Debug, Clone)]
pub struct Mutant {
    /// The innermost thing with an id that was changed, a parameter or a script.
    pub owner: String,
    /// The key whose value was changed, as the author wrote it.
    pub key: String,
    /// Where.
    pub place: Place,
    /// What stands there.
    pub from: String,
    /// What it was changed to.
    pub to: String,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// A case does not hold any more: its file and name.
    Noticed(String, String),
    /// The package, or a plan on it, is refused before any case is judged.
    Refused,
    /// All cases hold as before: how many were run.
    Survived(usize),
}

impl Mutation {
    /// How many changes some case noticed, of those that could be run.
    #[must_use]
    pub fn score(&self) -> (usize, usize) {
        let noticed = |m: &&Mutant| matches!(m.fate, Fate::Noticed(..));
        let refused = |m: &&Mutant| m.fate == Fate::Refused;
        let noticed = self.mutants.iter().filter(noticed).count();
        let refused = self.mutants.iter().filter(refused).count();
        (noticed, self.mutants.len() - refused)
    }

    /// The changes that no case noticed.
    pub fn survivors(&self) -> impl Iterator<Item = &Mutant> {
        let survived = |m: &&Mutant| matches!(m.fate, Fate::Survived(_));
        self.mutants.iter().filter(survived)
    }
}

/// Changes one thing at a time and runs the cases that could notice. Nothing can be told where the
/// package or a test file is wrong; a case that does not hold by itself is passed over.
#[must_use]
pub fn mutate(
    package: &PlanFile,
    packages: &[PlanFile],
    tests: &[TestFile],
    load: Load<'_>,
) -> Staged<Mutation> {
    let mut ground = Ground::new(package, packages);
    let mut notes = own_errors(&ground);
    let prepared = prepare(tests, &mut notes);
    let sound = sound(&ground, &prepared, load);
    let ties = Ties::of(&ground);
    let mut points = points(package, &ties);
    let left_out = points.len().saturating_sub(MOST_MUTANTS);
    points.truncate(MOST_MUTANTS);
    if !notes.is_empty() {
        return Staged { value: None, notes };
    }
    let mutants = points.into_iter().map(|point| {
        let reached = point.changes.as_ref().map(|ids| ties.reach(ids));
        let cases: Vec<&Prepared<'_>> = sound
            .iter()
            .filter(|case| reached.as_ref().is_none_or(|ids| touches(case.case, ids)))
            .copied()
            .collect();
        let kept = ground.replace(point.applied(package));
        let fate = fate(&ground, &cases, load);
        ground.replace(kept);
        point.became(fate)
    });
    let mutants = mutants.collect();
    Staged {
        value: Some(Mutation { mutants, left_out }),
        notes,
    }
}

impl Point {
    fn became(self, fate: Fate) -> Mutant {
        Mutant {
            owner: self.owner,
            key: self.key,
            place: self.place,
            from: self.from,
            to: self.to,
            fate,
        }
    }
}

/// The cases that hold as things are.
fn sound<'p, 't>(
    ground: &Ground,
    prepared: &'p [Prepared<'t>],
    load: Load<'_>,
) -> Vec<&'p Prepared<'t>> {
    let mut stands = Stands::new(ground, load);
    let holds = |case: &&Prepared<'_>| holds(&mut stands, case) == Some(true);
    prepared.iter().filter(holds).collect()
}

/// Whether a case holds; nothing where it cannot be judged.
fn holds(stands: &mut Stands<'_>, prepared: &Prepared<'_>) -> Option<bool> {
    let stand = stands.of(prepared).as_ref().ok()?;
    let about = named(prepared.case, &stand.plan).ok()?;
    let assessment = stand.judge(prepared).ok()?;
    let compared = compare(prepared.case, &about, &assessment);
    Some(compared.mismatches.is_empty())
}

/// Whether what a case compares can rest on one of these. An id of a finding begins with its duty.
fn touches(case: &Case, ids: &BTreeSet<String>) -> bool {
    let begins = |text: &str| {
        let ends = text.match_indices(['/', '.', '*']).map(|(at, _)| at);
        let mut heads = ends.chain([text.len()]).map(|end| &text[..end]);
        heads.any(|head| ids.contains(head))
    };
    let expect = &case.expect;
    let proposals = expect.proposals.iter().flat_map(|(_, list)| list);
    case.about.iter().any(|(name, _)| ids.contains(name))
        || expect.findings.iter().any(|f| begins(&f.id))
        || proposals.clone().any(|p| ids.contains(&p.by))
        || expect.scores.iter().any(|s| begins(&s.id))
        || !expect.waivers.is_empty()
}

fn fate(ground: &Ground, cases: &[&Prepared<'_>], load: Load<'_>) -> Fate {
    if cases.is_empty() {
        let refused = !own_errors(ground).is_empty();
        return if refused {
            Fate::Refused
        } else {
            Fate::Survived(0)
        };
    }
    let mut stands = Stands::new(ground, load);
    for case in cases {
        match holds(&mut stands, case) {
            Some(true) => {}
            Some(false) => {
                return Fate::Noticed(case.file.name.clone(), case.case.name.clone());
            }
            None => return Fate::Refused,
        }
    }
    Fate::Survived(cases.len())
}
