//! One module for each mechanism: how it is carried out, and how it is made to fail.

pub(crate) mod cadence;
pub(crate) mod coverage;
pub(crate) mod deadline;
pub(crate) mod each_needs;
pub(crate) mod incident;
pub(crate) mod indicator;
pub(crate) mod ladder;
pub(crate) mod response;
pub(crate) mod reward;
pub(crate) mod roster;
pub(crate) mod veto;
pub(crate) mod waiver;

use jiff::civil::Date;
use luoshi_rules::Check;

use crate::planted::{Failure, Why};
use crate::world::World;

/// A failure that has been planted.
#[derive(Debug, Clone)]
pub(crate) struct Done {
    /// The day by which the finding counts, for a waiver.
    pub(crate) day: Date,
    /// The subject, unit or person that it is about.
    pub(crate) about: Option<String>,
    /// Where the finding is named by a record: its beginning, and the record or its text.
    pub(crate) named: Named,
}

/// How the id of a finding ends.
#[derive(Debug, Clone)]
pub(crate) enum Named {
    /// As written.
    AsWritten,
    /// With the id of a draft.
    Draft(usize),
    /// With a text, such as the code of a case.
    Text(String),
}

impl Done {
    pub(crate) fn written(day: Date, about: Option<&str>) -> Done {
        Done {
            day,
            about: about.map(str::to_owned),
            named: Named::AsWritten,
        }
    }
}

/// Makes the records of a year in which everything is carried out.
pub(crate) fn fill(world: &mut World<'_>) {
    let checks = &world.program.checks;
    let each = |wanted: fn(&Check) -> bool| -> Vec<usize> {
        let numbered = checks.iter().enumerate();
        numbered
            .filter(|(_, c)| wanted(c))
            .map(|(at, _)| at)
            .collect()
    };
    // A meeting that others serve too comes after them.
    let own = |c: &Check| matches!(c, Check::Cadence(c) if c.record_duties.len() == 1);
    let served = |c: &Check| matches!(c, Check::Cadence(c) if c.record_duties.len() > 1);
    let others = |c: &Check| matches!(c, Check::Coverage(_) | Check::Roster(_));
    for at in each(own).into_iter().chain(each(served)) {
        cadence::fill(world, at);
    }
    deadline::fill_all(world);
    for at in each(others) {
        match world.check(at) {
            Check::Coverage(c) => coverage::fill(world, at, c),
            Check::Roster(c) => roster::fill(world, at, c),
            _ => {}
        }
    }
    incident::fill(world);
    for at in 0..world.program.checks.len() {
        match world.check(at) {
            Check::Response(c) => response::fill(world, at, c),
            Check::Reward(c) => reward::fill(world, at, c),
            Check::Indicator(c) => indicator::fill(world, at, c),
            _ => {}
        }
    }
    each_needs::fill_all(world);
}

/// Plants one failure in the records of a check.
pub(crate) fn plant(world: &mut World<'_>, at: usize, failure: &Failure) -> Result<Done, Why> {
    match world.check(at) {
        Check::Cadence(c) => cadence::plant(world, at, c, failure),
        Check::Deadline(c) => deadline::plant(world, at, c, failure),
        Check::Coverage(c) => coverage::plant(world, at, c, failure),
        Check::Roster(c) => roster::plant(world, at, c, failure),
        Check::Response(c) => response::plant(world, at, c, failure),
        Check::EachNeeds(_) => each_needs::plant(world, at, failure),
        Check::Reward(c) => reward::plant(world, at, c, failure),
        Check::Indicator(c) => indicator::plant(world, at, c, failure),
        Check::Chain(..) => Err(Why::PlanData),
        Check::Open(..) => Err(Why::Open),
        Check::Lapse(_) => Err(Why::UnknownFinding),
    }
}
