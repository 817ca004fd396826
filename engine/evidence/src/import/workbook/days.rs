//! Days in cells: serials of both calendars, texts with and without a year.

use super::super::loose;
use super::value::Value;
use crate::fault::Reason;
use crate::value::{date_of, real_day};

/// What is known of the days of a sheet before its cells are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// The year of days that are written without one.
    pub(super) year: Option<i32>,
    /// The month of days that are written without one.
    pub(super) month: Option<u32>,
    /// Serials count from 1904, as old Macintosh programs do.
    pub(super) from_1904: bool,
}

/// A day, and the minute of the day if one is given.
pub(super) type Moment = (i32, Option<u16>);

/// The years in which a bare number under a heading for days may be a serial.
const PLAUSIBLE: std::ops::RangeInclusive<i16> = 1990..=2060;

impl Known {
    /// The day that a cell says.
    pub(super) fn day(self, value: &Value<'_>) -> Result<Moment, Reason> {
        match value {
            Value::Moment(serial) => self.serial(*serial).ok_or(Reason::Date),
            Value::Number(number) => self.number(*number),
            Value::Text(text) => self.text(text),
            Value::Span(_) => Err(Reason::Date),
            Value::Broken(_) => Err(Reason::Broken),
        }
    }

    /// The day of a serial. That of 1900 has a 29 February that never was.
    fn serial(self, serial: f64) -> Option<Moment> {
        if !(0.0..2_958_466.0).contains(&serial) {
            return None;
        }
        let seconds = (serial * 86_400.0).round() as i64;
        let whole = i32::try_from(seconds / 86_400).ok()?;
        let day = match (self.from_1904, whole) {
            (true, _) => whole - 24_107,
            (false, 60) => return None,
            (false, ..60) => whole - 25_568,
            (false, _) => whole - 25_569,
        };
        let minute = u16::try_from(seconds % 86_400 / 60).ok()?;
        let date = date_of(day);
        (1900..=2199)
            .contains(&date.year())
            .then_some((day, (minute > 0).then_some(minute)))
    }

    /// A number that is not shown as a day: 20120510, a serial that lost its form, or 5.23.
    fn number(self, number: f64) -> Result<Moment, Reason> {
        let serial = self.serial(number);
        if let Some(moment) = serial.filter(|(day, _)| PLAUSIBLE.contains(&date_of(*day).year())) {
            return Ok(moment);
        }
        let text = super::value::number_text(number);
        match text.split_once('.') {
            // 5.1 may have been typed as 5.10; there is no 5.40.
            Some((_, "1" | "2" | "3")) if number < 13.0 => Err(Reason::WhichDay),
            _ => self.text(&text),
        }
    }

    /// A text; without a year it is of the year of the sheet.
    fn text(self, text: &str) -> Result<Moment, Reason> {
        if let Some(moment) = loose::day(text) {
            return Ok(moment);
        }
        let text = without_weekday(&loose::narrowed(text));
        if let Some(moment) = loose::day(&text) {
            return Ok(moment);
        }
        let bare = text.trim_end_matches(['日', '号']);
        let parts: Vec<&str> = bare.split(['-', '/', '.', '年', '月']).collect();
        let numbers: Option<Vec<u32>> = parts.iter().map(|part| small(part)).collect();
        let numbers = numbers.ok_or(Reason::Date)?;
        let (month, day) = match numbers.as_slice() {
            [_, month, day] if parts[0].len() <= 2 && real_day(2000, *month, *day).is_some() => {
                return Err(Reason::ShortYear);
            }
            [month, day] if parts[0].len() <= 2 => (*month, *day),
            [day] if bare.len() < text.len() => (self.month.ok_or(Reason::Date)?, *day),
            _ => return Err(Reason::Date),
        };
        // A leap year, so that only a day of no year at all is wrong already.
        real_day(2000, month, day).ok_or(Reason::Date)?;
        let year = self.year.ok_or(Reason::NoYear)?;
        let day = real_day(year, month, day).ok_or(Reason::Date)?;
        Ok((day, None))
    }
}

/// The minute of a time without a day.
pub(super) fn minute_of(span: f64) -> Option<u16> {
    let seconds = (span * 86_400.0).round();
    (0.0..86_400.0)
        .contains(&seconds)
        .then_some((seconds as u32 / 60) as u16)
}

/// A moment as the readers of cells know it.
pub(super) fn written((day, minute): Moment) -> String {
    let date = date_of(day);
    match minute {
        None => date.to_string(),
        Some(minute) => format!("{date} {:02}:{:02}", minute / 60, minute % 60),
    }
}

/// 2012-05-10（星期四） without the day of the week.
fn without_weekday(text: &str) -> String {
    let cut = ["(星期", "星期", "(周", "周", "(礼拜", "礼拜"]
        .iter()
        .find_map(|word| text.find(word));
    cut.map_or(text, |at| &text[..at]).trim().to_owned()
}

fn small(text: &str) -> Option<u32> {
    let fits = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| fits)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{Known, Value, written};
    use crate::fault::Reason;

    #[track_caller]
    fn check(known: Known, value: Value<'_>, expected: Result<&str, Reason>) {
        let found = known.day(&value).map(written);
        assert_eq!(
            found.as_deref().map_err(|reason| *reason),
            expected,
            "{value:?}"
        );
    }

    fn text(text: &str) -> Value<'_> {
        Value::Text(Cow::Borrowed(text))
    }

    #[test]
    fn days_of_all_sorts() {
        let year = Known {
            year: Some(2012),
            month: Some(5),
            from_1904: false,
        };
        let none = Known::default();
        check(none, Value::Moment(41039.0), Ok("2012-05-10"));
        check(
            none,
            Value::Moment(41_039.395_833_333_3),
            Ok("2012-05-10 09:30"),
        );
        check(none, Value::Moment(60.0), Err(Reason::Date));
        check(none, Value::Moment(59.0), Ok("1900-02-28"));
        check(none, Value::Moment(1.0), Ok("1900-01-01"));
        let mac = Known {
            from_1904: true,
            ..none
        };
        check(mac, Value::Moment(39577.0), Ok("2012-05-10"));
        check(none, Value::Number(41039.0), Ok("2012-05-10"));
        check(none, Value::Number(20_120_510.0), Ok("2012-05-10"));
        check(year, Value::Number(5.1), Err(Reason::WhichDay));
        check(year, Value::Number(5.23), Ok("2012-05-23"));
        check(year, Value::Number(5.4), Ok("2012-05-04"));
        check(none, Value::Number(5.23), Err(Reason::NoYear));
        check(year, Value::Number(5.0), Err(Reason::Date));
        check(year, text("5月10日"), Ok("2012-05-10"));
        check(year, text("5.10"), Ok("2012-05-10"));
        check(year, text("５／１０"), Ok("2012-05-10"));
        check(year, text("10日"), Ok("2012-05-10"));
        check(none, text("5月10日"), Err(Reason::NoYear));
        check(none, text("2月30日"), Err(Reason::Date));
        check(year, text("2月29日"), Ok("2012-02-29"));
        check(none, text("12.5.10"), Err(Reason::ShortYear));
        check(year, text("12年5月10日"), Err(Reason::ShortYear));
        check(none, text("2012年5月10日（星期四）"), Ok("2012-05-10"));
        check(year, text("5月3日-5日"), Err(Reason::Date));
        check(year, text("上旬"), Err(Reason::Date));
        check(none, Value::Span(0.5), Err(Reason::Date));
    }
}
