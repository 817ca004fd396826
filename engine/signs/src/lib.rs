//! Signs that evidence was made up: indications with a reason and an error rate, never a verdict.
//!
//! In: the evidence of a township, its plan; where they are known, who entered what, and the files of a folder.
//! Out: [`Indication`]s, sorted; shares of what was entered late.
//! Never here: a judgement, a clock, a file, a second meaning of what a plugin looks for. What each
//! sign means, and how often it is wrong: `SIGNS.md`.

mod check;
mod collect;
mod details;
mod indication;
mod json;
mod limits;
mod measured;
mod people;
mod rows;
mod share;
mod sign;
mod text;

pub use collect::{Given, signs};
pub use details::{Details, Entered, Files};
pub use indication::{ErrorRate, Figure, Honest, Indication};
pub use json::signs_json;
pub use limits::{LIMITS, Limit, Limits};
pub use measured::{error_rate, error_rate_of_any};
pub use share::{Share, ShareBy, shares};
pub use sign::{Family, Sign};
pub use text::{
    indication_text, indications_text, shares_text, sign_heading, sign_pointers, sign_title,
};
