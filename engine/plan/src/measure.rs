//! The value of a parameter as something that is ordered among values of its type.

use std::cmp::Ordering;

use jiff::civil::Date;
use luoshi_calendar::number;
use luoshi_diagnostics::{Code, Note};

use crate::decode::{Decode, Scratch, suggest};
use crate::model::{Parameter, ParameterType, Raw};
use crate::scalar::{Decimal, Limit, Money, Percent};
use crate::yaml::{Node, NodeKind};

/// What values of one parameter are compared by. Nothing to show to anyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measured {
    /// Everything but limits.
    Number(i64),
    /// A limit keeps its unit: what is longer may depend on the day from which it runs.
    Limit(Limit),
}

impl Measured {
    /// Which is larger, or none where that depends on the calendar: see *Parameters* of `MEANING.md`.
    pub(crate) fn compare(self, other: Measured) -> Option<Ordering> {
        match (self, other) {
            (Measured::Number(one), Measured::Number(other)) => Some(one.cmp(&other)),
            (Measured::Limit(one), Measured::Limit(other)) => compare_limits(one, other),
            (Measured::Number(_), Measured::Limit(_))
            | (Measured::Limit(_), Measured::Number(_)) => None,
        }
    }
}

/// Reads a value as the type of its parameter, or says why it is none.
pub(crate) fn measure(parameter: &Parameter, raw: &Raw) -> Result<Measured, Note> {
    let (value, wanted) = match parameter.r#type {
        ParameterType::Integer => (integer(&raw.text).map(Measured::Number), "type-integer"),
        ParameterType::Decimal => (read(raw, |Decimal(v)| Measured::Number(v)), "type-decimal"),
        ParameterType::Money => (read(raw, |Money(v)| Measured::Number(v)), "type-money"),
        ParameterType::Percent => (read(raw, |Percent(v)| whole(v)), "type-percent"),
        ParameterType::Limit => (read(raw, Measured::Limit), "type-limit"),
        ParameterType::Date => (read(raw, |day: Date| whole(number(day))), "type-date"),
        ParameterType::Boolean => (read(raw, |yes: bool| whole(yes)), "type-bool"),
        ParameterType::Choice => return choice(parameter, raw),
    };
    value.ok_or_else(|| {
        Note::new(Code::ParameterType)
            .at(raw.place.clone())
            .arg("name", parameter.id.name.as_str())
            .arg("value", raw.text.as_str())
            .term("wanted", wanted)
    })
}

/// Choices stand from the loosest to the strictest, or the other way with `stricter: less`.
fn choice(parameter: &Parameter, raw: &Raw) -> Result<Measured, Note> {
    let at = parameter.choices.iter().position(|c| *c == raw.text);
    let order = at.and_then(|at| i64::try_from(at).ok());
    order.map(Measured::Number).ok_or_else(|| {
        let note = Note::new(Code::UnknownValue)
            .at(raw.place.clone())
            .arg("value", raw.text.as_str())
            .arg("list", parameter.choices.clone());
        suggest(
            note,
            &raw.text,
            parameter.choices.iter().map(String::as_str),
        )
    })
}

fn whole(value: impl Into<i64>) -> Measured {
    Measured::Number(value.into())
}

fn integer(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// Reads the text as a plan would.
fn read<T: Decode>(raw: &Raw, order: impl FnOnce(T) -> Measured) -> Option<Measured> {
    let node = Node {
        kind: NodeKind::Scalar {
            text: raw.text.clone(),
            quoted: false,
        },
        place: raw.place.clone(),
    };
    T::decode(&node, &mut Scratch::default().cx()).map(order)
}

/// Limits of one unit by their number. Those of two units only where one is the longer from
/// whatever day and minute both run: nobody may be held to a guess about a calendar.
pub(crate) fn compare_limits(one: Limit, other: Limit) -> Option<Ordering> {
    let numbers = match (one, other) {
        (Limit::Minutes(a), Limit::Minutes(b))
        | (Limit::Days(a), Limit::Days(b))
        | (Limit::Workdays(a), Limit::Workdays(b))
        | (Limit::Months(a), Limit::Months(b)) => Some((a, b)),
        _ => None,
    };
    if let Some((a, b)) = numbers {
        return Some(a.cmp(&b));
    }
    let ((least, most), (other_least, other_most)) = (reach(one), reach(other));
    match (most <= other_least, least >= other_most) {
        (true, _) => Some(Ordering::Less),
        (_, true) => Some(Ordering::Greater),
        (false, false) => None,
    }
}

/// The fewest and the most minutes that a limit can take, rounded away from each other. All but
/// those by the clock run to the end of a day. Between *n* workdays lie at most *n* + 10 days off:
/// the longest holidays with the weekends beside them; none at all where all weekends are made up.
fn reach(limit: Limit) -> (i64, i64) {
    const DAY: i64 = 24 * 60;
    match limit {
        Limit::Minutes(n) => (n.into(), n.into()),
        Limit::Days(n) => (i64::from(n) * DAY, (i64::from(n) + 1) * DAY),
        Limit::Workdays(n) => (i64::from(n) * DAY, (2 * i64::from(n) + 11) * DAY),
        Limit::Months(n) => {
            let n = i64::from(n);
            ((30 * n - 2).max(0) * DAY, (31 * n + 1) * DAY)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering::{Equal, Greater, Less};

    use super::compare_limits;
    use crate::scalar::Limit::{Days, Minutes, Months, Workdays};

    #[test]
    fn one_unit_has_an_exact_order() {
        assert_eq!(compare_limits(Days(3), Days(5)), Some(Less));
        assert_eq!(compare_limits(Minutes(60), Minutes(60)), Some(Equal));
        assert_eq!(compare_limits(Workdays(6), Workdays(5)), Some(Greater));
    }

    #[test]
    fn two_units_have_an_order_only_where_no_calendar_can_turn_it() {
        // Five days hold three workdays in most weeks, and none in a long holiday.
        assert_eq!(compare_limits(Workdays(3), Days(5)), None);
        assert_eq!(compare_limits(Workdays(3), Days(3)), None);
        assert_eq!(compare_limits(Workdays(3), Days(2)), Some(Greater));
        assert_eq!(compare_limits(Workdays(3), Days(17)), Some(Less));
        assert_eq!(compare_limits(Months(2), Days(60)), None);
        assert_eq!(compare_limits(Months(2), Days(57)), Some(Greater));
        assert_eq!(compare_limits(Months(2), Days(90)), Some(Less));
        // A day runs to its end, so that it is never shorter than its hours.
        assert_eq!(compare_limits(Days(1), Minutes(24 * 60)), Some(Greater));
        assert_eq!(compare_limits(Minutes(36 * 60), Days(1)), None);
        assert_eq!(compare_limits(Days(1), Minutes(48 * 60)), Some(Less));
        assert_eq!(compare_limits(Days(0), Minutes(0)), Some(Greater));
    }

    /// The reach of every unit holds for every day of seven years of the published calendar.
    #[test]
    fn no_start_leaves_the_reach() {
        use super::{Limit, reach};
        let (workdays, _) = crate::calendars::workdays(std::iter::empty());
        let mut day = jiff::civil::date(2018, 1, 1);
        while day < jiff::civil::date(2025, 1, 1) {
            for n in 0..40_u32 {
                let ends = [
                    (Limit::Workdays(n), workdays.add(day, n).expect("a workday")),
                    (
                        Limit::Months(n),
                        day + jiff::Span::new().months(i64::from(n)),
                    ),
                ];
                for (limit, end) in ends {
                    let days = i64::from((end - day).get_days());
                    let (least, most) = reach(limit);
                    // From the last minute of the day to the end of the last, or from the first.
                    assert!(least <= days * 1440, "{day} {limit:?} {days}");
                    assert!((days + 1) * 1440 <= most, "{day} {limit:?} {days}");
                }
            }
            day = day.tomorrow().expect("a day");
        }
    }
}
