//! Why a plugin gave no answer that could be used.

use luoshi_plugin_interface::{AnswerFault, FindingFault, shown};

/// Why a run of a plugin came to nothing. Each is told in one `unknown` finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// It broke off: in Rust, a panic.
    Broken,
    /// It called itself too deeply.
    Stack,
    /// It reached outside its memory or its tables.
    Outside,
    /// It computed what has no result: a division by zero, a number too large for its type.
    Arithmetic,
    /// It called a function that is not there, or one of another type.
    Call,
    /// A part of it called back into a part that was still waiting for its answer.
    Reentry,
    /// It broke a rule of the engine that has no case here. The words of the engine.
    Trap(String),
    /// It took more steps than it may.
    Fuel,
    /// It took longer than any honest use of its steps takes. Depends on the machine: a backstop.
    Time,
    /// It asked for more memory, or longer tables, than it may have.
    Memory,
    /// It is made of more memories, tables or instances than it may have.
    Parts,
    /// It says that it cannot judge, and why: at most [`WHY_AT_MOST`] characters, none of them hidden.
    Refused(String),
    /// It answered with a text that is no UTF-8.
    Text,
    /// It answered with what is no value: a place outside its memory, a number that stands for
    /// nothing.
    Shape,
    /// It answered with more than may be taken over.
    Flood,
    /// Its findings do not fit its own description or the tables.
    Answer(AnswerFault),
    /// It says nothing about the township or this subject.
    Silent,
    /// It was not loaded.
    Absent,
}

/// Characters at most of what a plugin says about why it cannot judge.
pub const WHY_AT_MOST: usize = 400;

impl Cause {
    /// Every word that [`Cause::word`] gives: the catalogues have a text for each.
    pub const WORDS: [&'static str; 30] = [
        "broken",
        "stack",
        "outside",
        "arithmetic",
        "call",
        "reentry",
        "trap",
        "fuel",
        "time",
        "memory",
        "parts",
        "refused",
        "text",
        "shape",
        "flood",
        "count",
        "same",
        "outcome",
        "no-row",
        "township-row",
        "row",
        "record",
        "period",
        "message",
        "no-argument",
        "argument",
        "day",
        "too-long",
        "silent",
        "absent",
    ];

    /// The end of its key in the catalogues, after `plugin-cause-`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Cause::Broken => "broken",
            Cause::Stack => "stack",
            Cause::Outside => "outside",
            Cause::Arithmetic => "arithmetic",
            Cause::Call => "call",
            Cause::Reentry => "reentry",
            Cause::Trap(_) => "trap",
            Cause::Fuel => "fuel",
            Cause::Time => "time",
            Cause::Memory => "memory",
            Cause::Parts => "parts",
            Cause::Refused(_) => "refused",
            Cause::Text => "text",
            Cause::Shape => "shape",
            Cause::Flood => "flood",
            Cause::Answer(fault) => answer_word(fault),
            Cause::Silent => "silent",
            Cause::Absent => "absent",
        }
    }

    /// What its text needs: `why` for the words of the plugin or the engine; for a fault of the answer
    /// `number`, the finding counted from 1, and `what`, the name or number that is wrong.
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Cause::Trap(why) | Cause::Refused(why) => vec![("why", why.clone())],
            Cause::Answer(AnswerFault::Count(count)) => vec![("number", count.to_string())],
            Cause::Answer(AnswerFault::Same(first, second)) => vec![
                ("number", (first + 1).to_string()),
                ("what", (second + 1).to_string()),
            ],
            Cause::Answer(AnswerFault::Finding(at, fault)) => {
                vec![("number", (at + 1).to_string()), ("what", wrong(fault))]
            }
            _ => Vec::new(),
        }
    }

    /// The plugin's own reason, fit to be shown.
    pub(crate) fn refused(why: &str) -> Cause {
        Cause::Refused(shown(why, WHY_AT_MOST))
    }
}

fn answer_word(fault: &AnswerFault) -> &'static str {
    match fault {
        AnswerFault::Count(_) => "count",
        AnswerFault::Same(..) => "same",
        AnswerFault::Finding(_, fault) => match fault {
            FindingFault::Outcome(_) => "outcome",
            FindingFault::NoRow => "no-row",
            FindingFault::TownshipRow(_) => "township-row",
            FindingFault::Row(_) => "row",
            FindingFault::Record(_) => "record",
            FindingFault::Period(_) => "period",
            FindingFault::Message(_) => "message",
            FindingFault::NoArgument(_) => "no-argument",
            FindingFault::Argument(_) => "argument",
            FindingFault::Day(_) => "day",
            FindingFault::TooLong(_) => "too-long",
        },
    }
}

/// The name or the number that is wrong. Names that the plugin gave were cut when they were checked.
fn wrong(fault: &FindingFault) -> String {
    match fault {
        FindingFault::Outcome(outcome) => outcome.word().to_owned(),
        FindingFault::TownshipRow(row) | FindingFault::Row(row) | FindingFault::Record(row) => {
            (u64::from(*row) + 1).to_string()
        }
        FindingFault::Period(days) => format!("{} {}", days.first, days.last),
        FindingFault::Message(text)
        | FindingFault::NoArgument(text)
        | FindingFault::Argument(text)
        | FindingFault::Day(text)
        | FindingFault::TooLong(text) => text.clone(),
        FindingFault::NoRow => String::new(),
    }
}
