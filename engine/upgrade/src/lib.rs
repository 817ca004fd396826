//! What differs between two versions of a package, and a plan carried from one to the other.
//!
//! In: two versions of a package, the texts of a plan.
//! Out: the differences in words of the domain; edits of the plan, and conflicts at their lines.
//! Never here: evidence, a judgement, a clock, a file.

mod bearing;
mod change;
mod choice;
mod content;
mod diff;
mod edit;
mod edition;
mod files;
mod origin;
mod parameter;
mod phrase;
mod report;
mod shape;
mod text;
mod three_way;
mod tree;
mod upgrade;

pub use change::{Bearing, Change, ChangeKind, Detail, Difference, Rename, Segment, Step};
pub use choice::Choice;
pub use content::{Content, Scalar};
pub use diff::{diff, understated};
pub use report::{upgrade_json, upgrade_text};
pub use text::{difference_json, difference_text};
pub use upgrade::{Conflict, Edited, Request, Upgrade, extends, upgrade};
