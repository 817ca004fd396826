//! Days, times and exact numbers, read from text without a detour through floats.

use std::fmt;

use jiff::civil::Date;

use crate::fault::Reason;

/// A number with at most two decimal places, held as hundredths; money is held in fen.
///
/// Its size is at most a hundred thousand million, so that sums over a ledger fit in `i64`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hundredths(pub i64);

/// The largest number that a record may hold, in hundredths.
const LARGEST: i128 = 10_000_000_000_000;

/// More digits than this, before the point or behind it, are never needed. Twice as many fit in `i128`.
const DIGITS_AT_MOST: usize = 18;

impl Hundredths {
    /// Reads `3`, `-3`, `92.35` or `1e3`; the value must have at most two places.
    ///
    /// # Errors
    /// [`Reason::Number`], [`Reason::Precise`] or [`Reason::Large`].
    pub fn parse(text: &str) -> Result<Hundredths, Reason> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, read_exponent(exponent)?),
            None => (rest, 0),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((_, "")) => return Err(Reason::Number),
            Some((whole, fraction)) => (whole, fraction.trim_end_matches('0')),
            None => (mantissa, ""),
        };
        let digits = whole.bytes().chain(fraction.bytes());
        if whole.is_empty() || !digits.clone().all(|b| b.is_ascii_digit()) {
            return Err(Reason::Number);
        }
        if fraction.len() > DIGITS_AT_MOST {
            return Err(Reason::Precise);
        }
        if whole.trim_start_matches('0').len() > DIGITS_AT_MOST {
            return Err(Reason::Large);
        }
        let value = digits.fold(0_i128, |n, b| n * 10 + i128::from(b - b'0'));
        if value == 0 {
            return Ok(Hundredths(0));
        }
        let places = i32::try_from(fraction.len()).unwrap_or(i32::MAX);
        let value = shift(value, exponent - places + 2)?;
        let value = i64::try_from(value).map_err(|_| Reason::Large)?;
        Ok(Hundredths(if negative { -value } else { value }))
    }
}

fn read_exponent(text: &str) -> Result<i32, Reason> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Reason::Number);
    }
    // Anything past three digits is out of range in either direction.
    let size = digits.parse::<i32>().unwrap_or(9_999).min(9_999);
    Ok(if text.starts_with('-') { -size } else { size })
}

/// `value * 10^by`, if it is whole and not too large.
fn shift(mut value: i128, by: i32) -> Result<i128, Reason> {
    for _ in 0..by {
        value *= 10;
        if value > LARGEST {
            return Err(Reason::Large);
        }
    }
    for _ in by..0 {
        if value % 10 != 0 {
            return Err(Reason::Precise);
        }
        value /= 10;
    }
    if value > LARGEST {
        return Err(Reason::Large);
    }
    Ok(value)
}

impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 0 {
            f.write_str("-")?;
        }
        let size = self.0.unsigned_abs();
        write!(f, "{}", size / 100)?;
        match size % 100 {
            0 => Ok(()),
            part if part % 10 == 0 => write!(f, ".{}", part / 10),
            part => write!(f, ".{part:02}"),
        }
    }
}

/// Days since 1970-01-01, the form in which columns hold a date.
#[must_use]
pub fn day_of(date: Date) -> i32 {
    days_from_civil(
        i32::from(date.year()),
        u32::from(date.month().unsigned_abs()),
        u32::from(date.day().unsigned_abs()),
    )
}

/// The date of a day that [`day_of`] gave; a day outside the calendar is the nearest inside.
#[must_use]
pub fn date_of(day: i32) -> Date {
    let (year, month, of_month) = civil_from_days(day);
    let year = i16::try_from(year.clamp(-9999, 9999)).unwrap_or(1970);
    let month = i8::try_from(month).unwrap_or(1);
    let of_month = i8::try_from(of_month).unwrap_or(1);
    Date::new(year, month, of_month).unwrap_or(Date::ZERO)
}

/// The first and last year in which a record may be dated; outside is a slip of the pen.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// The day number of a year, month and day, if the calendar has it.
pub(crate) fn real_day(year: i32, month: u32, day: u32) -> Option<i32> {
    let real = YEARS.contains(&year)
        && (1..=12).contains(&month)
        && (1..=days_in_month(year, month)).contains(&day);
    real.then(|| days_from_civil(year, month, day))
}

/// Reads `2012-05-10` and nothing else.
pub(crate) fn parse_day(text: &str) -> Option<i32> {
    let b = text.as_bytes();
    if b.len() != 10 || b[4] != b'-' || b[7] != b'-' {
        return None;
    }
    let year = digits(&b[0..4])?;
    let month = digits(&b[5..7])?;
    let day = digits(&b[8..10])?;
    real_day(year.cast_signed(), month, day)
}

/// Reads `09:30` or `9:30` as minutes since midnight.
pub(crate) fn parse_minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    if hour.is_empty() || hour.len() > 2 || minute.len() != 2 {
        return None;
    }
    let (hour, minute) = (digits(hour.as_bytes())?, digits(minute.as_bytes())?);
    if hour > 23 || minute > 59 {
        return None;
    }
    u16::try_from(hour * 60 + minute).ok()
}

/// Reads `2012-05-10T09:30:00`, with a blank for `T` or without seconds if need be,
/// as day and second of the day.
pub(crate) fn parse_moment(text: &str) -> Option<(i32, u32)> {
    let (day, time) = text.split_once(['T', ' '])?;
    let day = parse_day(day)?;
    let (minute, second) = match time.len() {
        8 if time.as_bytes()[5] == b':' => (time.get(..5)?, digits(&time.as_bytes()[6..])?),
        5 => (time, 0),
        _ => return None,
    };
    if second > 59 {
        return None;
    }
    Some((day, u32::from(parse_minute(minute)?) * 60 + second))
}

fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0, |n, b| {
        b.is_ascii_digit().then(|| n * 10 + u32::from(b - b'0'))
    })
}

fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

// Both directions after Howard Hinnant, "chrono-compatible low-level date algorithms":
// the year starts in March, so that the leap day is its last. A date type of a library
// costs several times as much, and a date is read for every record.

fn days_from_civil(year: i32, month: u32, day: u32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400).cast_unsigned();
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    era * 146_097 + of_era.cast_signed() - 719_468
}

fn civil_from_days(day: i32) -> (i32, u32, u32) {
    let day = day.saturating_add(719_468);
    let era = day.div_euclid(146_097);
    let of_era = day.rem_euclid(146_097).cast_unsigned();
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year.cast_signed() + era * 400 + i32::from(month <= 2);
    (year, month, of_month)
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;

    use super::{Hundredths, date_of, day_of, parse_day, parse_minute, parse_moment};
    use crate::fault::Reason;

    #[test]
    fn numbers_are_exact() {
        let cases = [
            ("3", Ok(300)),
            ("0.1", Ok(10)),
            ("92.35", Ok(9235)),
            ("-3", Ok(-300)),
            ("-0.05", Ok(-5)),
            ("1e3", Ok(100_000)),
            ("1.5E+1", Ok(1_500)),
            ("5e-2", Ok(5)),
            ("1.000", Ok(100)),
            ("0e99999", Ok(0)),
            ("0.001", Err(Reason::Precise)),
            ("1e-3", Err(Reason::Precise)),
            ("1e-99999999999", Err(Reason::Precise)),
            ("100000000000", Ok(10_000_000_000_000)),
            ("100000000000.01", Err(Reason::Large)),
            ("1e40", Err(Reason::Large)),
            (
                "99999999999999999999999999999999999999999",
                Err(Reason::Large),
            ),
            ("", Err(Reason::Number)),
            ("-", Err(Reason::Number)),
            (".5", Err(Reason::Number)),
            ("5.", Err(Reason::Number)),
            ("1,000", Err(Reason::Number)),
            ("3元", Err(Reason::Number)),
            ("1e", Err(Reason::Number)),
        ];
        for (text, expected) in cases {
            assert_eq!(Hundredths::parse(text).map(|n| n.0), expected, "{text}");
        }
    }

    #[test]
    fn numbers_are_written_as_short_as_they_can_be() {
        for text in ["0", "3", "-3", "92.35", "0.1", "-0.05", "1000"] {
            assert_eq!(
                Hundredths::parse(text).map(|n| n.to_string()).as_deref(),
                Ok(text)
            );
        }
    }

    #[test]
    fn days_agree_with_the_calendar() {
        let mut day = date(1899, 12, 20);
        while day < date(2200, 1, 10) {
            let epoch = date(1970, 1, 1);
            assert_eq!(day_of(day), (day - epoch).get_days());
            assert_eq!(date_of(day_of(day)), day);
            let inside = (1900..=2199).contains(&day.year());
            assert_eq!(parse_day(&day.to_string()).is_some(), inside);
            day += 1.day();
        }
        for bad in [
            "2012-02-30",
            "2013-02-29",
            "2012-13-01",
            "2012-5-10",
            "2012-00-10",
            "",
        ] {
            assert_eq!(parse_day(bad), None, "{bad}");
        }
    }

    #[test]
    fn times_are_of_one_day() {
        assert_eq!(parse_minute("09:30"), Some(570));
        assert_eq!(parse_minute("9:30"), Some(570));
        for bad in ["24:00", "12:60", "1230", "12:5", "", ":", "012:00", "时:分"] {
            assert_eq!(parse_minute(bad), None, "{bad}");
        }
        assert_eq!(parse_moment("1970-01-02T00:01:01"), Some((1, 61)));
        assert_eq!(parse_moment("1970-01-02 00:01"), Some((1, 60)));
        for bad in [
            "1970-01-02",
            "1970-01-02T",
            "1970-01-02T00:00:60",
            "1970-01-02T一二00",
        ] {
            assert_eq!(parse_moment(bad), None, "{bad}");
        }
    }
}
