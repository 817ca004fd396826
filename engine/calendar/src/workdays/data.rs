//! Holiday data as CSV text: `date,kind,name`.

use crate::day::{number, weekday};
use jiff::civil::Date;
use std::error::Error;
use std::fmt;
use std::sync::Arc;

const HEADER: [&str; 3] = ["date", "kind", "name"];

/// A day that is not what its place in the week says, or that a notice names all the same.
#[derive(Debug, Clone)]
pub(super) struct SpecialDay {
    pub(super) date: Date,
    pub(super) kind: Kind,
    /// What it is off for, or makes up for.
    pub(super) name: Arc<str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Holiday,
    Makeup,
}

/// What is wrong with calendar data, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarDataError {
    /// The line of the text, from 1.
    pub line: usize,
    /// The column that is wrong.
    pub column: CalendarColumn,
    /// What stands there, or the whole line where no single column is wrong.
    pub value: String,
    /// What is wrong with it.
    pub fault: CalendarFault,
}

/// A column of calendar data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarColumn {
    /// No single one: the line as a whole.
    Line,
    /// `date`
    Date,
    /// `kind`
    Kind,
    /// `name`
    Name,
}

/// What can be wrong with calendar data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarFault {
    /// The text does not begin with the header `date,kind,name`.
    NoHeader,
    /// Below the header there is no day, so the text says nothing of any year.
    NoDays,
    /// The line has not three columns.
    NotThreeColumns,
    /// The date is no day of the calendar written as `2027-01-01`.
    NotADay,
    /// The kind is neither `holiday` nor `makeup_workday`.
    UnknownKind,
    /// The name is empty.
    NoName,
    /// A make-up workday from Monday to Friday, which is a workday without it.
    AlreadyAWorkday,
    /// The date stands on an earlier line too.
    Repeated {
        /// That line, from 1.
        earlier: usize,
    },
}

impl fmt::Display for CalendarDataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "line {}: {}`{}` {}",
            self.line, self.column, self.value, self.fault
        )
    }
}

impl fmt::Display for CalendarColumn {
    /// The column's name and a space, so that a whole line reads without a word before it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            CalendarColumn::Line => "",
            CalendarColumn::Date => "date ",
            CalendarColumn::Kind => "kind ",
            CalendarColumn::Name => "name ",
        })
    }
}

impl fmt::Display for CalendarFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CalendarFault::NoHeader => f.write_str("is not the header `date,kind,name`"),
            CalendarFault::NoDays => f.write_str("is followed by no day"),
            CalendarFault::NotThreeColumns => f.write_str("has not three columns"),
            CalendarFault::NotADay => f.write_str("is no day written as `2027-01-01`"),
            CalendarFault::UnknownKind => f.write_str("is not `holiday` or `makeup_workday`"),
            CalendarFault::NoName => f.write_str("is empty"),
            CalendarFault::AlreadyAWorkday => f.write_str("is a workday already, Monday to Friday"),
            CalendarFault::Repeated { earlier } => write!(f, "stands on line {earlier} too"),
        }
    }
}

impl Error for CalendarDataError {}

/// The days that the text names, in order, each once and at least one.
pub(super) fn parse(text: &str) -> Result<Vec<SpecialDay>, CalendarDataError> {
    // Spreadsheets put a byte order mark in front.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = text
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim_ascii()));
    let mut lines = lines.filter(|(_, line)| !line.is_empty());

    let (header_line, header) = lines.next().unwrap_or((1, ""));
    if columns(header) != Some(HEADER) {
        return Err(whole_line(header_line, header, CalendarFault::NoHeader));
    }
    // Room for all at once, as lines have about the length of this one.
    let about = text.len() / "2027-01-01,holiday,元旦\n".len();
    let mut days: Vec<(usize, SpecialDay)> = Vec::with_capacity(about);
    for (line, content) in lines {
        let last_name = days.last().map(|(_, day)| &day.name);
        let day = special_day(line, content, last_name)?;
        days.push((line, day));
    }
    if days.is_empty() {
        return Err(whole_line(header_line, header, CalendarFault::NoDays));
    }
    in_order(days)
}

fn special_day(
    line: usize,
    content: &str,
    last_name: Option<&Arc<str>>,
) -> Result<SpecialDay, CalendarDataError> {
    let fault = |column, value: &str, fault| {
        Err(CalendarDataError {
            line,
            column,
            value: value.to_owned(),
            fault,
        })
    };
    let Some([date, kind, name]) = columns(content) else {
        return Err(whole_line(line, content, CalendarFault::NotThreeColumns));
    };
    let Some(day) = written_day(date) else {
        return fault(CalendarColumn::Date, date, CalendarFault::NotADay);
    };
    let kind = match kind {
        "holiday" => Kind::Holiday,
        "makeup_workday" => Kind::Makeup,
        _ => return fault(CalendarColumn::Kind, kind, CalendarFault::UnknownKind),
    };
    if kind == Kind::Makeup && weekday(number(day)) < 5 {
        return fault(CalendarColumn::Date, date, CalendarFault::AlreadyAWorkday);
    }
    if name.is_empty() {
        return fault(CalendarColumn::Name, name, CalendarFault::NoName);
    }
    // The days of one break follow each other: they share one name.
    let shared = last_name.filter(|last| ***last == *name).map(Arc::clone);
    Ok(SpecialDay {
        date: day,
        kind,
        name: shared.unwrap_or_else(|| Arc::from(name)),
    })
}

/// Sorts the days, which must all differ.
fn in_order(mut days: Vec<(usize, SpecialDay)>) -> Result<Vec<SpecialDay>, CalendarDataError> {
    days.sort_by_key(|(line, day)| (day.date, *line));
    for pair in days.windows(2) {
        if let [(earlier, first), (line, second)] = pair
            && first.date == second.date
        {
            return Err(CalendarDataError {
                line: *line,
                column: CalendarColumn::Date,
                value: second.date.to_string(),
                fault: CalendarFault::Repeated { earlier: *earlier },
            });
        }
    }
    Ok(days.into_iter().map(|(_, day)| day).collect())
}

fn whole_line(line: usize, content: &str, fault: CalendarFault) -> CalendarDataError {
    CalendarDataError {
        line,
        column: CalendarColumn::Line,
        value: content.to_owned(),
        fault,
    }
}

/// The three columns of a line.
///
/// It looks for the byte, not for the character: this runs on every start, and the searches
/// of `str` are made for longer texts.
fn columns(line: &str) -> Option<[&str; 3]> {
    let (date, rest) = at_comma(line)?;
    let (kind, name) = at_comma(rest)?;
    let last = at_comma(name).is_none();
    last.then(|| [date.trim_ascii(), kind.trim_ascii(), name.trim()])
}

fn at_comma(text: &str) -> Option<(&str, &str)> {
    let comma = text.bytes().position(|byte| byte == b',')?;
    Some((text.get(..comma)?, text.get(comma + 1..)?))
}

/// A day written `2027-01-01` and in no other way.
///
/// jiff's parser takes more forms, and more time.
fn written_day(text: &str) -> Option<Date> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else {
        return None;
    };
    let year = digits(&[y1, y2, y3, y4])?;
    let (month, day) = (digits(&[m1, m2])?, digits(&[d1, d2])?);
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

fn digits(bytes: &[u8]) -> Option<i16> {
    bytes.iter().try_fold(0, |value, byte| {
        byte.is_ascii_digit()
            .then(|| value * 10 + i16::from(byte - b'0'))
    })
}

#[cfg(test)]
mod tests;
