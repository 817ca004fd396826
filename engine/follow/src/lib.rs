//! What became of findings: two audits side by side, trends, rectification until it is closed.
//!
//! In: audits of one day or several, each with the records that follow its findings up.
//! Out: a [`Comparison`], a [`Trend`], a [`Register`] of what is open, overdue, closed; as text, JSON, workbook, CSV.
//! Never here: a judgement, a clock, a file, an unordered map.
//! What it means is in `FOLLOW.md` beside this crate's manifest. [`Register::open`] is what a plan of action and
//! milestones is made of.

mod compare;
mod compare_text;
mod course;
mod item;
mod json;
mod ladder;
mod line;
mod next;
mod register;
mod register_text;
mod sheet;
mod standing;
mod trend;
mod trend_text;
mod turn;
mod words;

pub use compare::{
    Comparison, DutyCounts, FindingChange, PackageChange, TownshipChange, Version, compare,
};
pub use compare_text::compare_text;
pub use course::{Ignored, Recorded, Taken};
pub use item::{Deadline, Item, Place, Register, State, Stray, Why};
pub use json::{compare_json, register_json, trend_json};
pub use ladder::{LadderStep, StepStanding};
pub use line::{Line, by_day, lines};
pub use next::Next;
pub use register::register;
pub use register_text::{
    act_word, progress_text, register_line, register_text, state_word, step_text,
};
pub use sheet::{register_csv, register_workbook};
pub use standing::{NotJudged, Seen, Standing};
pub use trend::{DutyTrend, Point, Rank, TownshipTrend, Trend, trend};
pub use trend_text::trend_text;
pub use turn::{Counts, Fate, Turn};
