//! OSCAL 1.2: assessment results, and the plan of action and milestones.

mod form;
mod outcome;
mod parts;
mod plan;
mod results;

pub use plan::poam;
pub(crate) use results::results;

use serde::Serialize;

use crate::format::ExportError;

fn bytes(document: &impl Serialize) -> Result<Vec<u8>, ExportError> {
    serde_json::to_vec_pretty(document).map_err(|error| ExportError::Write(error.to_string()))
}
