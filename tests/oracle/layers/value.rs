//! Values of parameters, and which of two is the larger.

use std::cmp::Ordering;

use serde::{Serialize, Serializer};

use crate::plan::{Hundredths, Limit};

/// What a value means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Value {
    Yes(bool),
    Whole(u32),
    /// A decimal or a sum in yuan.
    Hundredths(i64),
    Limit(Limit),
    Choice(&'static str),
}

/// A value as somebody wrote it; one that means the same may be written otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Given {
    /// None: the text is no value of the parameter's type.
    pub(crate) value: Option<Value>,
    pub(crate) text: String,
}

impl Serialize for Given {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.text)
    }
}

impl Given {
    /// The ways to write a value, `way` counting round.
    pub(crate) fn of(value: Value, way: u16) -> Given {
        let places = |n: i64| Hundredths(n).to_string();
        let ways: Vec<String> = match value {
            Value::Yes(true) => vec!["true".to_owned(), "是".to_owned()],
            Value::Yes(false) => vec!["false".to_owned(), "否".to_owned()],
            Value::Whole(n) => vec![n.to_string()],
            Value::Hundredths(n) if n % 100 == 0 => vec![(n / 100).to_string(), places(n)],
            Value::Hundredths(n) => vec![places(n)],
            Value::Limit(Limit::Hours(n)) => vec![format!("{n}h"), format!("{}min", n * 60)],
            Value::Limit(Limit::Days(n)) => vec![format!("{n}d"), format!("{n}天")],
            Value::Limit(Limit::Workdays(n)) => vec![format!("{n}wd"), format!("{n}个工作日")],
            Value::Limit(Limit::Months(n)) => vec![format!("{n}mo"), format!("{n}个月")],
            Value::Choice(word) => vec![word.to_owned()],
        };
        Given {
            value: Some(value),
            text: ways[usize::from(way) % ways.len()].clone(),
        }
    }

    /// The whole number with which the text begins, as a rule reads it.
    pub(crate) fn leading(&self) -> Option<i64> {
        let end = self.text.find(|c: char| !c.is_ascii_digit());
        self.text[..end.unwrap_or(self.text.len())].parse().ok()
    }
}

/// Which of two values of one parameter is the larger; none where it depends on the calendar.
pub(crate) fn compare(one: Value, other: Value, choices: &[&str]) -> Option<Ordering> {
    let place = |word: &str| choices.iter().position(|choice| *choice == word);
    match (one, other) {
        (Value::Yes(a), Value::Yes(b)) => Some(a.cmp(&b)),
        (Value::Whole(a), Value::Whole(b)) => Some(a.cmp(&b)),
        (Value::Hundredths(a), Value::Hundredths(b)) => Some(a.cmp(&b)),
        (Value::Limit(a), Value::Limit(b)) => limits(a, b),
        (Value::Choice(a), Value::Choice(b)) => Some(place(a).cmp(&place(b))),
        _ => panic!("values of one parameter are of one type"),
    }
}

/// By their numbers where the unit is one; else only where the longest that the one may take is no longer than
/// the shortest of the other.
pub(crate) fn limits(a: Limit, b: Limit) -> Option<Ordering> {
    let same = match (a, b) {
        (Limit::Hours(a), Limit::Hours(b))
        | (Limit::Days(a), Limit::Days(b))
        | (Limit::Workdays(a), Limit::Workdays(b))
        | (Limit::Months(a), Limit::Months(b)) => Some(a.cmp(&b)),
        _ => None,
    };
    let shorter = |a, b| hours(a).1 <= hours(b).0;
    let told = || match (shorter(a, b), shorter(b, a)) {
        (true, _) => Some(Ordering::Less),
        (_, true) => Some(Ordering::Greater),
        _ => None,
    };
    same.or_else(told)
}

/// The fewest and the most hours. What ends with a day runs up to a day longer than its number of days, from an
/// early hour on.
fn hours(limit: Limit) -> (i64, i64) {
    let days = |least: i64, most: i64| (24 * least.max(0), 24 * (most + 1));
    match limit {
        Limit::Hours(n) => (i64::from(n), i64::from(n)),
        Limit::Days(n) => days(i64::from(n), i64::from(n)),
        Limit::Workdays(n) => days(i64::from(n), 2 * i64::from(n) + 10),
        Limit::Months(n) => days(30 * i64::from(n) - 2, 31 * i64::from(n)),
    }
}
