//! Single values: as a case writes them, as they are handed over, and as they are told.

use jiff::civil::Date;
use serde_yaml::Value;

/// Days from 1970-01-01.
pub(crate) fn count(day: Date) -> i32 {
    let days = (day - jiff::civil::date(1970, 1, 1)).get_days();
    // At most 4,371,587 days lie between two dates that jiff knows.
    days
}

pub(crate) fn written_day(text: &str) -> Result<i32, String> {
    let day = text
        .parse()
        .ok()
        .filter(|day: &Date| day.to_string() == text);
    let day = day.ok_or_else(|| format!("`{text}` is no day such as 2012-05-31"))?;
    Ok(count(day))
}

/// A day as it is written; its number if the calendar has no such day.
pub(crate) fn told_day(day: i32) -> String {
    let span = jiff::Span::new().try_days(day).ok();
    let day_written = span.and_then(|span| jiff::civil::date(1970, 1, 1).checked_add(span).ok());
    day_written.map_or_else(|| format!("day {day}"), |day| day.to_string())
}

/// Minutes from midnight, of a time such as `08:30`.
pub(crate) fn minute(text: &str) -> Result<u16, String> {
    let parts = text
        .split_once(':')
        .filter(|(h, m)| h.len() == 2 && m.len() == 2);
    let number = |part: &str| {
        part.bytes()
            .all(|c| c.is_ascii_digit())
            .then(|| part.parse().ok())
    };
    let read = parts.and_then(|(h, m)| Some((number(h)??, number(m)??)));
    match read {
        Some((hour @ 0..24u16, minute @ 0..60u16)) => Ok(60 * hour + minute),
        _ => Err(format!("`{text}` is no time such as 08:30")),
    }
}

/// Hundredths, of a number with at most two decimals.
pub(crate) fn hundredths(text: &str) -> Result<i64, String> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let numeric = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    let value = if numeric(whole) && numeric(part) && part.len() <= 2 {
        let part = format!("{part:0<2}");
        let both = format!("{}{whole}{part}", if negative { "-" } else { "" });
        both.parse().ok()
    } else {
        None
    };
    value.ok_or_else(|| format!("`{text}` is no number with at most two decimals"))
}

/// Hundredths as a number is written.
pub(crate) fn told_hundredths(value: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let value = value.unsigned_abs();
    format!("{sign}{}.{:02}", value / 100, value % 100)
}

/// A scalar as it is written in YAML; none for a list or a map.
pub(crate) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Sequence(_) | Value::Mapping(_) | Value::Tagged(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{hundredths, minute, told_day, told_hundredths, written_day};

    #[test]
    fn values_are_read_or_refused() {
        assert_eq!(written_day("1970-01-02"), Ok(1));
        assert_eq!(written_day("1969-12-31"), Ok(-1));
        assert!(written_day("2012-02-30").is_err() && written_day("20120530").is_err());
        assert_eq!(minute("08:30"), Ok(510));
        assert!(minute("24:00").is_err() && minute("8:30").is_err() && minute("+8:30").is_err());
        assert_eq!(hundredths("3.5"), Ok(350));
        assert_eq!(hundredths("-0.05"), Ok(-5));
        assert_eq!(hundredths("12"), Ok(1200));
        for wrong in [
            "",
            "1.",
            ".5",
            "1.234",
            "1e3",
            "--1",
            "99999999999999999999",
        ] {
            assert!(hundredths(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn values_are_told_as_they_are_written() {
        assert_eq!(told_day(15_491), "2012-05-31");
        assert_eq!(told_day(i32::MIN), format!("day {}", i32::MIN));
        assert_eq!(told_hundredths(-5), "-0.05");
        assert_eq!(told_hundredths(i64::MIN), "-92233720368547758.08");
    }
}
