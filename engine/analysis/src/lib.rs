//! Whether two rules can differ or contradict each other.
//!
//! In: rules of one plan or of two, how far to look.
//! Out: an [`Analysis`]: each end to which facts can lead the rules, with the smallest facts and a small
//! ledger, or that there is none within the bounds; as text and as JSON.
//! Never here: a clock, a file, chance that no seed decides, a second meaning of a rule: whatever is said
//! of a rule, the engine that judges plans said it of some facts.
//! How it is done, what is proved and what is not is in `ANALYSIS.md` beside this crate's manifest.

mod called;
mod cases;
mod compare;
mod criterion;
mod duties;
mod explore;
mod facts;
mod fragment;
mod json;
mod ledger;
mod relation;
mod room;
mod side;
mod survey;
mod text;

pub use compare::{Analysis, Example, Examples, Named, Refused, Rule, Settings, analyse, rules_of};
pub use criterion::Section;
pub use explore::{Effort, Reach};
pub use facts::{Fact, Further, Place};
pub use fragment::{EXAMPLE, furnished};
pub use json::{analysis_json, survey_json, versions_json};
pub use ledger::{Ledger, NoLedger};
pub use relation::{Habit, Relation};
pub use side::{Source, declared};
pub use survey::{Survey, Versions, survey, versions};
pub use text::{analysis_text, survey_text, versions_text};
