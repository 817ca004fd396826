//! The audit of many townships: what each came to, side by side.
//!
//! In: assessments of townships, or why there is none.
//! Out: an [`Audit`]: plain data, sorted, merged without regard to how it was split; its JSON lines.
//! Never here: a judgement, a clock, a file, an unordered map.

mod county;
mod indication;
mod judged;
mod lines;
#[cfg(feature = "made-up")]
mod made_up;
mod model;
mod rectification;
mod register;
pub mod results;
mod shard;
mod shared;
mod text;
mod word;

pub use county::CountyBy;
pub use indication::Indication;
pub use judged::{PlaceOf, judged, outlined, plan_table};
pub use lines::{FORM, LineError, MergeError, merge, read, write};
#[cfg(feature = "made-up")]
pub use made_up::made_up;
pub use model::{
    Accountable, Audit, Clause, Depth, Duty, DutyCounts, Finding, Head, Input, Judged, Label,
    Month, Outcome, PackageUsed, PlanTable, Proposal, Score, Texts, Township, Trouble, Where,
};
pub use rectification::{
    Act, Due, DueBy, FollowUp, Ladder, LadderStanding, LadderStep, Names, Rectification,
    RectificationRules,
};
pub use register::{Register, Registered, read_register};
pub use shard::{Parts, Shard};
pub use shared::{Pool, Shared};
pub use text::{audit_line, audit_text, duty_text, township_text};
