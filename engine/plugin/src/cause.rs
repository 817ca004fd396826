//! Why a plugin gave no answer that could be used.

use luoshi_plugin_interface::{AnswerFault, FindingFault};

/// Why a run of a plugin came to nothing. Each is told in one `unknown` finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// It broke off: in Rust, a panic.
    Broken,
    /// It called itself too deeply.
    Stack,
    /// It computed something that has no result, such as a division by zero, or reached outside
    /// its memory. The words of the engine.
    Trap(String),
    /// It took more steps than it may.
    Fuel,
    /// It took longer than any honest use of its steps takes. Depends on the machine: a backstop.
    Time,
    /// It asked for more memory than it may have.
    Memory,
    /// It says that it cannot judge, and why.
    Refused(String),
    /// It answered with bytes that are no answer: a text that is no UTF-8, a list longer than its
    /// memory. The words of the engine.
    Encoding(String),
    /// It answered with more than may be taken over.
    Flood,
    /// Its findings do not fit its own description or the tables.
    Answer(AnswerFault),
    /// It says nothing about the township or this subject.
    Silent,
    /// It was not loaded.
    Absent,
}

impl Cause {
    /// The end of its key in the catalogues, after `plugin-cause-`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Cause::Broken => "broken",
            Cause::Stack => "stack",
            Cause::Trap(_) => "trap",
            Cause::Fuel => "fuel",
            Cause::Time => "time",
            Cause::Memory => "memory",
            Cause::Refused(_) => "refused",
            Cause::Encoding(_) => "encoding",
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
            Cause::Trap(why) | Cause::Refused(why) | Cause::Encoding(why) => {
                vec![("why", why.clone())]
            }
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

/// The name or the number that is wrong. A name comes from the plugin, so it is cut.
fn wrong(fault: &FindingFault) -> String {
    let name = |name: &str| name.chars().take(40).collect();
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
        | FindingFault::TooLong(text) => name(text),
        FindingFault::NoRow => String::new(),
    }
}
