//! What a plugin is told before the evidence, and what it answers: `setting` and `finding` of the WIT.

use crate::describe::Outcome;

/// The value of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A whole number.
    Whole(i64),
    /// Hundredths.
    Decimal(i64),
    /// Yes or no.
    Flag(bool),
    /// Index into the options.
    Choice(u32),
}

/// What the host sets. Days count from 1970-01-01.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Setting {
    /// The day as of which is judged.
    pub as_of: i32,
    /// First day of the plan.
    pub first: i32,
    /// Last day of the plan.
    pub last: i32,
    /// A value for each parameter, in their order.
    pub values: Vec<Value>,
}

/// What stands for a `{name}` in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// A whole number.
    Whole(i64),
    /// Hundredths.
    Decimal(i64),
    /// Days from 1970-01-01.
    Day(i32),
    /// A text, such as a name.
    Text(String),
}

/// First and last day, counted from 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    /// The first.
    pub first: i32,
    /// The last.
    pub last: i32,
}

/// One judgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Row in the table of the scope; none for the township.
    pub about: Option<u32>,
    /// The days that it is about; none for those of the plan.
    pub period: Option<Days>,
    /// What it concludes.
    pub outcome: Outcome,
    /// A number that rules and scorecards may count with.
    pub figure: i64,
    /// Id of a message.
    pub message: String,
    /// One for each `{name}` of the message.
    pub arguments: Vec<(String, Argument)>,
    /// Rows of `evidence` that it rests on.
    pub records: Vec<u32>,
}
