//! OSCAL 1.2: assessment results, and the plan of action and milestones.

mod form;
mod outcome;
mod parts;
mod plan;
mod results;

pub(crate) use plan::poam;
pub(crate) use results::results;
