//! Descriptions and findings, written down in one expression.

use crate::answer::{Argument, Days, Finding};
use crate::describe::{
    Bounds, Description, Message, Outcome, Parameter, ParameterKind, Reading, Scope, Words,
};

impl Description {
    /// A description with nothing but its name.
    #[must_use]
    pub fn new(id: &str, version: &str, scope: Scope) -> Description {
        Description {
            id: id.to_owned(),
            version: version.to_owned(),
            title: Words::default(),
            summary: Words::default(),
            scope,
            outcomes: Vec::new(),
            kinds: Vec::new(),
            reads: Vec::new(),
            parameters: Vec::new(),
            messages: Vec::new(),
        }
    }

    /// Its title.
    #[must_use]
    pub fn title(mut self, zh: &str, en: &str) -> Description {
        self.title = Words::new(zh, en);
        self
    }

    /// What it looks for, and what a finding of it does not prove.
    #[must_use]
    pub fn summary(mut self, zh: &str, en: &str) -> Description {
        self.summary = Words::new(zh, en);
        self
    }

    /// The outcomes that it may give.
    #[must_use]
    pub fn gives(mut self, outcomes: &[Outcome]) -> Description {
        self.outcomes = outcomes.to_vec();
        self
    }

    /// The kinds of evidence that it reads; all that are granted if this is left out.
    #[must_use]
    pub fn kinds(mut self, kinds: &[&str]) -> Description {
        self.kinds = kinds.iter().map(ToString::to_string).collect();
        self
    }

    /// A table that it wants, and the columns.
    #[must_use]
    pub fn reads(mut self, table: &str, columns: &[&str]) -> Description {
        self.reads.push(Reading {
            table: table.to_owned(),
            columns: columns.iter().map(ToString::to_string).collect(),
        });
        self
    }

    /// A parameter without a unit. [`Description::unit`] gives it one.
    #[must_use]
    pub fn parameter(mut self, id: &str, zh: &str, en: &str, kind: ParameterKind) -> Description {
        self.parameters.push(Parameter {
            id: id.to_owned(),
            title: Words::new(zh, en),
            unit: Words::default(),
            kind,
        });
        self
    }

    /// The unit of the parameter before it.
    #[must_use]
    pub fn unit(mut self, zh: &str, en: &str) -> Description {
        if let Some(parameter) = self.parameters.last_mut() {
            parameter.unit = Words::new(zh, en);
        }
        self
    }

    /// A text that findings may say; `{name}` stands for an argument.
    #[must_use]
    pub fn message(mut self, id: &str, zh: &str, en: &str) -> Description {
        self.messages.push(Message {
            id: id.to_owned(),
            text: Words::new(zh, en),
        });
        self
    }
}

impl ParameterKind {
    /// A whole number with its bounds, both allowed.
    #[must_use]
    pub fn whole(least: i64, most: i64, default: i64) -> ParameterKind {
        ParameterKind::Whole(Bounds {
            least,
            most,
            default,
        })
    }

    /// Hundredths with their bounds, both allowed.
    #[must_use]
    pub fn decimal(least: i64, most: i64, default: i64) -> ParameterKind {
        ParameterKind::Decimal(Bounds {
            least,
            most,
            default,
        })
    }
}

impl Finding {
    /// A finding about the township and the days of the plan.
    #[must_use]
    pub fn new(outcome: Outcome, message: &str) -> Finding {
        Finding {
            about: None,
            period: None,
            outcome,
            figure: 0,
            message: message.to_owned(),
            arguments: Vec::new(),
            records: Vec::new(),
        }
    }

    /// The row of the table of the scope that it is about.
    #[must_use]
    pub fn about(mut self, row: usize) -> Finding {
        self.about = u32::try_from(row).ok();
        self
    }

    /// The days that it is about.
    #[must_use]
    pub fn period(mut self, first: i32, last: i32) -> Finding {
        self.period = Some(Days { first, last });
        self
    }

    /// A number that rules and scorecards may count with.
    #[must_use]
    pub fn figure(mut self, figure: i64) -> Finding {
        self.figure = figure;
        self
    }

    /// What stands for a `{name}` of the message.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Argument>) -> Finding {
        self.arguments.push((name.to_owned(), value.into()));
        self
    }

    /// The rows of `evidence` that it rests on.
    #[must_use]
    pub fn records(mut self, rows: impl IntoIterator<Item = usize>) -> Finding {
        self.records = rows
            .into_iter()
            .filter_map(|row| u32::try_from(row).ok())
            .collect();
        self
    }
}

impl Argument {
    /// Days since 1970-01-01, told as a date.
    #[must_use]
    pub fn day(day: i32) -> Argument {
        Argument::Day(day)
    }

    /// Hundredths, told with two places.
    #[must_use]
    pub fn decimal(hundredths: i64) -> Argument {
        Argument::Decimal(hundredths)
    }
}

impl From<i64> for Argument {
    fn from(value: i64) -> Argument {
        Argument::Whole(value)
    }
}

impl From<usize> for Argument {
    fn from(value: usize) -> Argument {
        Argument::Whole(i64::try_from(value).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Argument {
    fn from(value: &str) -> Argument {
        Argument::Text(value.to_owned())
    }
}

impl From<String> for Argument {
    fn from(value: String) -> Argument {
        Argument::Text(value)
    }
}
