//! Days, periods and times as official papers write them.

use jiff::civil::{Date, Weekday};

use crate::chinese::{digits, numeral};

#[cfg(test)]
mod tests;

/// How a day is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateStyle {
    /// 2012年3月5日: Arabic figures without leading zeros (GB/T 9704-2012, 7.3.5.4).
    Full,
    /// 3月5日.
    MonthDay,
    /// 2012年3月.
    Month,
    /// 2012年.
    Year,
    /// 二〇一二年三月五日.
    Chinese,
    /// 星期三.
    Weekday,
}

impl DateStyle {
    /// Every style with the name that templates call it by.
    pub(crate) const ALL: [(&'static str, DateStyle); 6] = [
        ("full", DateStyle::Full),
        ("month_day", DateStyle::MonthDay),
        ("month", DateStyle::Month),
        ("year", DateStyle::Year),
        ("chinese", DateStyle::Chinese),
        ("weekday", DateStyle::Weekday),
    ];
}

/// Why a text is no day, period or time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateFault {
    /// Not of the form 2012-03-05.
    NotADate,
    /// Of that form, but the calendar has no such day: 2012-02-30.
    NoSuchDay,
    /// None of 2012, 2012-H1, 2012-Q2, 2012-06.
    NotAPeriod,
    /// Not of the form 09:30, or beyond 23:59.
    NotATime,
}

/// The day of a text such as 2012-03-05.
///
/// # Errors
///
/// If it is of another form, or there is no such day.
pub(crate) fn parse_date(text: &str) -> Result<Date, DateFault> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return Err(DateFault::NotADate);
    };
    let number = |part: &str, length: usize| figures(part, length).ok_or(DateFault::NotADate);
    let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
    let small = |value: i16| i8::try_from(value).map_err(|_| DateFault::NoSuchDay);
    Date::new(year, small(month)?, small(day)?).map_err(|_| DateFault::NoSuchDay)
}

/// A day in a style.
#[must_use]
pub(crate) fn styled(date: Date, style: DateStyle) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    match style {
        DateStyle::Full => format!("{year}年{month}月{day}日"),
        DateStyle::MonthDay => format!("{month}月{day}日"),
        DateStyle::Month => format!("{year}年{month}月"),
        DateStyle::Year => format!("{year}年"),
        DateStyle::Chinese => in_chinese(date),
        DateStyle::Weekday => weekday(date.weekday()).to_owned(),
    }
}

/// A period such as 2012, 2012-H1, 2012-Q2 or 2012-06 in words: 2012年第二季度.
///
/// # Errors
///
/// If it is of another form.
pub(crate) fn period_text(text: &str) -> Result<String, DateFault> {
    let (year, part) = match text.split_once('-') {
        Some((year, part)) => (year, Some(part)),
        None => (text, None),
    };
    let year = figures(year, 4).ok_or(DateFault::NotAPeriod)?;
    let part = match part {
        None => String::new(),
        Some("H1") => "上半年".to_owned(),
        Some("H2") => "下半年".to_owned(),
        Some("Q1") => "第一季度".to_owned(),
        Some("Q2") => "第二季度".to_owned(),
        Some("Q3") => "第三季度".to_owned(),
        Some("Q4") => "第四季度".to_owned(),
        Some(month) => match figures(month, 2) {
            Some(month @ 1..=12) => format!("{month}月"),
            _ => return Err(DateFault::NotAPeriod),
        },
    };
    Ok(format!("{year}年{part}"))
}

/// How a time of day is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeStyle {
    /// 14时30分: of the day's twenty-four hours.
    Plain,
    /// 下午2时30分: with the part of the day, as notices of meetings have it.
    PartOfDay,
}

/// A time such as 09:30 in words; a full hour has no minutes: 9时.
///
/// # Errors
///
/// If it is of another form, or later than 23:59.
pub(crate) fn time_text(text: &str, style: TimeStyle) -> Result<String, DateFault> {
    let (hour, minute) = text.split_once(':').ok_or(DateFault::NotATime)?;
    let (Some(hour @ 0..=23), Some(minute @ 0..=59)) = (figures(hour, 2), figures(minute, 2))
    else {
        return Err(DateFault::NotATime);
    };
    let (part, hour) = match style {
        TimeStyle::Plain => ("", hour),
        TimeStyle::PartOfDay => part_of_day(hour),
    };
    Ok(match minute {
        0 => format!("{part}{hour}时"),
        minute => format!("{part}{hour}时{minute:02}分"),
    })
}

fn part_of_day(hour: i16) -> (&'static str, i16) {
    match hour {
        0..=5 => ("凌晨", hour),
        6..=11 => ("上午", hour),
        12 => ("中午", hour),
        13..=17 => ("下午", hour - 12),
        _ => ("晚上", hour - 12),
    }
}

fn in_chinese(date: Date) -> String {
    let count = |value: i8| numeral(u64::from(value.unsigned_abs()));
    let year = format!("{:04}", date.year().unsigned_abs());
    let year: String = year.bytes().map(|b| digits(u64::from(b - b'0'))).collect();
    format!("{year}年{}月{}日", count(date.month()), count(date.day()))
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "星期一",
        Weekday::Tuesday => "星期二",
        Weekday::Wednesday => "星期三",
        Weekday::Thursday => "星期四",
        Weekday::Friday => "星期五",
        Weekday::Saturday => "星期六",
        Weekday::Sunday => "星期日",
    }
}

/// A number of exactly so many ASCII figures; at most four.
fn figures(text: &str, length: usize) -> Option<i16> {
    let right = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    right.then(|| text.parse().ok()).flatten()
}
