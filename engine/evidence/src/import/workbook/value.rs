//! What stands in a cell of a spreadsheet.

use std::borrow::Cow;

use calamine::{Data, DataRef};

/// The content of a cell that is not blank; texts are borrowed from the workbook where they can be.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value<'a> {
    /// A text, without blanks around it.
    Text(Cow<'a, str>),
    /// A number, as spreadsheets hold them.
    Number(f64),
    /// A number shown as a day, with or without a time: days since the start of the calendar.
    Moment(f64),
    /// A number shown as a time without a day.
    Span(f64),
    /// A formula that failed, as it is shown: `#REF!`.
    Broken(String),
}

impl<'a> Value<'a> {
    /// The content of a cell of .xlsx; nothing if it is blank.
    pub(super) fn of_ref(data: DataRef<'a>) -> Option<Value<'a>> {
        match data {
            DataRef::SharedString(text) => borrowed(text),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                owned(text)
            }
            DataRef::Int(number) => Some(Value::Number(number as f64)),
            DataRef::Float(number) => Some(Value::Number(number)),
            DataRef::Bool(truth) => Some(Value::Text(Cow::Borrowed(truth_word(truth)))),
            DataRef::DateTime(moment) => Some(of_moment(moment)),
            DataRef::Error(error) => Some(Value::Broken(error.to_string())),
            DataRef::Empty => None,
        }
    }

    /// The content of a cell of .xls; nothing if it is blank.
    pub(super) fn of(data: &'a Data) -> Option<Value<'a>> {
        match data {
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
                borrowed(text)
            }
            Data::Int(number) => Some(Value::Number(*number as f64)),
            Data::Float(number) => Some(Value::Number(*number)),
            Data::Bool(truth) => Some(Value::Text(Cow::Borrowed(truth_word(*truth)))),
            Data::DateTime(moment) => Some(of_moment(*moment)),
            Data::Error(error) => Some(Value::Broken(error.to_string())),
            Data::Empty => None,
        }
    }

    /// The content as a text; a day is written as a number here, since only its column can say
    /// how it is meant.
    pub(super) fn text(&self) -> Cow<'_, str> {
        match self {
            Value::Text(text) => Cow::Borrowed(text),
            Value::Number(number) | Value::Moment(number) | Value::Span(number) => {
                Cow::Owned(number_text(*number))
            }
            Value::Broken(shown) => Cow::Borrowed(shown),
        }
    }

    /// The whole number that it is, if it is one.
    pub(super) fn whole(&self) -> Option<i64> {
        match self {
            Value::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
                Some(*number as i64)
            }
            _ => None,
        }
    }
}

fn truth_word(truth: bool) -> &'static str {
    if truth { "TRUE" } else { "FALSE" }
}

fn of_moment<'a>(moment: calamine::ExcelDateTime) -> Value<'a> {
    let serial = moment.as_f64();
    if moment.is_duration() || serial < 1.0 {
        Value::Span(serial)
    } else {
        Value::Moment(serial)
    }
}

fn borrowed(text: &str) -> Option<Value<'_>> {
    let text = text.trim();
    (!text.is_empty()).then_some(Value::Text(Cow::Borrowed(text)))
}

fn owned<'a>(text: String) -> Option<Value<'a>> {
    let trimmed = text.trim();
    match trimmed.len() {
        0 => None,
        all if all == text.len() => Some(Value::Text(Cow::Owned(text))),
        _ => Some(Value::Text(Cow::Owned(trimmed.to_owned()))),
    }
}

/// A number as a spreadsheet shows it: fifteen digits and no more, so that the sum of 0.1 and
/// 0.2 is 0.3. From here on figures are exact.
pub(super) fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return (number as i64).to_string();
    }
    let shown: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    shown.to_string()
}

#[cfg(test)]
mod tests {
    use super::number_text;

    #[test]
    fn numbers_are_as_a_spreadsheet_shows_them() {
        for (number, expected) in [
            (3.0, "3"),
            (-2.0, "-2"),
            (0.1 + 0.2, "0.3"),
            (0.5, "0.5"),
            (1234.56, "1234.56"),
            (1.1 * 3.0, "3.3"),
            (20_120_510.0, "20120510"),
            (1e-7, "0.0000001"),
        ] {
            assert_eq!(number_text(number), expected);
        }
    }
}
