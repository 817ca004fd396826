//! How a helper is used wrongly.

use std::fmt::{Display, Formatter, Result as FmtResult};

use crate::dates::DateFault;

/// How a helper is used wrongly, or what is wrong with the value that it is given.
///
/// Its text is in the message catalogues: `template-slip`, with [`Slip::key`] and [`Slip::arguments`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Slip {
    /// The template does more than one rendering may.
    Steps,
    /// There is no such name or field.
    Undefined,
    /// A value is shown that is empty.
    Empty,
    /// A value is shown that has no form on paper: a list, a mapping, true or false, an endless fraction.
    NotPrintable(Kind),
    /// `for` over something that is no list.
    NotAList(Kind),
    /// A helper got a value of another kind than it takes.
    Value {
        /// The helper.
        helper: &'static str,
        /// What it takes.
        wants: Wants,
        /// What it got, as text.
        got: String,
    },
    /// An argument is missing.
    Missing {
        /// The helper.
        helper: &'static str,
        /// The argument.
        argument: &'static str,
    },
    /// An argument is wrong.
    Argument {
        /// The helper.
        helper: &'static str,
        /// The argument.
        argument: &'static str,
        /// What it takes.
        wants: ArgumentWants,
    },
    /// The helper knows no such argument.
    UnknownArgument {
        /// The helper.
        helper: &'static str,
        /// The argument.
        argument: String,
    },
    /// An element of a list lacks the field.
    Field {
        /// The helper.
        helper: &'static str,
        /// The field.
        field: String,
        /// Which element, from 1.
        element: usize,
    },
    /// A list without elements, where the helper needs one.
    EmptyList(&'static str),
}

/// A kind of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Nothing: `null`.
    Nothing,
    /// True or false.
    Truth,
    /// A number.
    Number,
    /// Text.
    Text,
    /// A list.
    List,
    /// Names with values.
    Mapping,
}

/// What an argument takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ArgumentWants {
    /// Text.
    Text,
    /// A number.
    Number,
    /// A number other than zero.
    NotZero,
    /// A few signs or words to stand between others, none of them a sign of Markdown.
    Joint,
    /// A whole number from the first to the second.
    Between(i64, i64),
    /// One of these words.
    OneOf(Vec<&'static str>),
}

/// What a helper takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wants {
    /// A day; with why the text is none.
    Date(DateFault),
    /// A whole number, not negative.
    Count,
    /// A number with at most six decimal places.
    Number,
    /// An amount in yuan with at most two decimal places, up to 999,999,999,999.99.
    Amount,
    /// Text or a number.
    Text,
    /// A list.
    List,
    /// A list whose elements are all text or all numbers.
    Sortable,
}

impl Slip {
    /// What the message `template-slip` of the catalogues selects its text by.
    #[must_use]
    pub(crate) fn key(&self) -> &'static str {
        match self {
            Slip::Steps => "steps",
            Slip::Undefined => "undefined",
            Slip::Empty => "empty",
            Slip::NotPrintable(_) => "not-printable",
            Slip::NotAList(_) => "not-a-list",
            Slip::Value { .. } => "value",
            Slip::Missing { .. } => "missing",
            Slip::Argument { .. } => "argument",
            Slip::UnknownArgument { .. } => "unknown-argument",
            Slip::Field { .. } => "field",
            Slip::EmptyList(_) => "empty-list",
        }
    }

    /// The arguments of its text.
    #[must_use]
    pub(crate) fn arguments(&self) -> Vec<(&'static str, String)> {
        let own = str::to_owned;
        match self {
            Slip::Steps | Slip::Undefined | Slip::Empty => Vec::new(),
            Slip::NotPrintable(kind) | Slip::NotAList(kind) => vec![("got", own(kind.key()))],
            Slip::Value { helper, wants, got } => {
                vec![
                    ("helper", own(helper)),
                    ("wants", own(wants.key())),
                    ("got", got.clone()),
                ]
            }
            Slip::Missing { helper, argument } => {
                vec![("helper", own(helper)), ("argument", own(argument))]
            }
            Slip::Argument {
                helper,
                argument,
                wants,
            } => {
                let mut all = vec![("helper", own(helper)), ("argument", own(argument))];
                all.extend(wants.arguments());
                all
            }
            Slip::UnknownArgument { helper, argument } => {
                vec![("helper", own(helper)), ("argument", argument.clone())]
            }
            Slip::Field {
                helper,
                field,
                element,
            } => {
                vec![
                    ("helper", own(helper)),
                    ("field", field.clone()),
                    ("element", element.to_string()),
                ]
            }
            Slip::EmptyList(helper) => vec![("helper", own(helper))],
        }
    }
}

/// Its key and its arguments: for whoever reads what Tera says. Readers get the text of the catalogue.
impl Display for Slip {
    fn fmt(&self, out: &mut Formatter<'_>) -> FmtResult {
        out.write_str(self.key())?;
        for (name, value) in self.arguments() {
            write!(out, " {name}={value}")?;
        }
        Ok(())
    }
}

impl Kind {
    /// What the catalogues select its name by.
    #[must_use]
    pub(crate) fn key(self) -> &'static str {
        match self {
            Kind::Nothing => "nothing",
            Kind::Truth => "truth",
            Kind::Number => "number",
            Kind::Text => "text",
            Kind::List => "list",
            Kind::Mapping => "mapping",
        }
    }
}

impl Wants {
    /// What the catalogues select its name by.
    #[must_use]
    pub(crate) fn key(self) -> &'static str {
        match self {
            Wants::Date(DateFault::NotADate) => "date",
            Wants::Date(DateFault::NoSuchDay) => "day",
            Wants::Date(DateFault::NotAPeriod) => "period",
            Wants::Date(DateFault::NotATime) => "time",
            Wants::Count => "count",
            Wants::Number => "number",
            Wants::Amount => "amount",
            Wants::Text => "text",
            Wants::List => "list",
            Wants::Sortable => "sortable",
        }
    }
}

impl ArgumentWants {
    /// What the catalogues select its name by, and what that name says.
    #[must_use]
    pub(crate) fn arguments(&self) -> Vec<(&'static str, String)> {
        let wants = |key: &str| ("wants", key.to_owned());
        match self {
            ArgumentWants::Text => vec![wants("text")],
            ArgumentWants::Number => vec![wants("number")],
            ArgumentWants::NotZero => vec![wants("not-zero")],
            ArgumentWants::Joint => vec![wants("joint")],
            ArgumentWants::Between(low, high) => {
                vec![
                    wants("between"),
                    ("low", low.to_string()),
                    ("high", high.to_string()),
                ]
            }
            ArgumentWants::OneOf(words) => vec![wants("one-of"), ("words", words.join(" / "))],
        }
    }
}
