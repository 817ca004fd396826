//! Runs plugins without trusting them.
//!
//! In: the bytes of a component, tables of a township. Out: a description, findings, or a typed cause.
//! Never here: a plan, a judgement of its own, a file, a clock.

mod backstop;
#[allow(
    missing_docs,
    unreachable_pub,
    unsafe_code,
    clippy::all,
    reason = "written by a macro"
)]
mod bindings;
mod cache;
mod cause;
mod host;
mod limits;
mod order;
mod pack;
mod packed;
mod refusal;
mod run;
mod scene;
mod store;
mod survey;
mod tables;
mod version;

pub use cache::Cache;
pub use cause::{Cause, WHY_AT_MOST};
pub use host::{Host, Plugin};
pub use limits::BYTES_AT_MOST;
pub use pack::{PackFault, pack};
pub use packed::{Packed, packed};
pub use refusal::{NAME_AT_MOST, NAMES_AT_MOST, Refusal};
pub use run::{Answer, Spent};
pub use scene::{ActorRow, DutyRow, FindingRow, Scene, SubjectRow, days};
pub use tables::Sight;
pub use version::{INTERFACE, Version};
