//! Rosters planned: who has which shift.
//!
//! In: the persons of a pool, days, rules as data, a seed; a published roster to be repaired.
//! Out: assignments that keep every rule, or the rules that cannot be kept together.
//! Never here: evidence, a file, a clock, chance that no seed decides.

mod chance;
mod choose;
mod demand;
mod exact;
mod explain;
mod fair;
mod flow;
mod json;
mod leave;
mod levels;
mod nights;
mod of_plan;
mod problem;
mod relaxed;
mod repair;
mod roster_plan;
mod rules_in_words;
mod tally;
mod text;
mod view;
mod words;
mod workbook;

pub use demand::{Class, Demand};
pub use explain::Impossible;
pub use json::to_json;
pub use leave::{Leave, leaves, parse_leave};
pub use of_plan::{Asked, EarlierShift, NoProblem, problem_of};
pub use problem::{Away, Counts, Day, Member, Problem, Rules};
pub use repair::{PublishedShift, repair};
pub use roster_plan::{Change, Fairness, PersonLine, RosterPlan, Shift, plan_roster};
pub use rules_in_words::{clash_in_words, in_words};
pub use text::to_text;
pub use view::View;
pub use workbook::to_workbook;
