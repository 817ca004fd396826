//! The national calendar of workdays, with make-up workdays (调休).

mod data;
mod table;

use crate::day::{FIRST_NUMBER, LAST_NUMBER, date, number};
use crate::span::Span;
use data::{Kind, SpecialDay};
use jiff::civil::Date;
use std::collections::BTreeMap;
use table::Table;

pub use data::{CalendarColumn, CalendarDataError, CalendarFault};

/// Days off and make-up workdays of 2004 to 2026, as the State Council's yearly notices name
/// them; taken from chinesecalendar 1.11.0 (MIT).
const NATIONAL: &str = include_str!("../data/china_workdays.csv");

const DECEMBER: i8 = 12;

/// Which days are workdays.
///
/// In a year with data, Monday to Friday are workdays except for the days off, and so are the
/// make-up days among the weekends. In a year without data Monday to Friday are, and it is for
/// the caller to say so: see [`Workdays::unknown_years`].
///
/// No question is answered by walking from day to day, however far apart its days are.
#[derive(Debug, Clone)]
pub struct Workdays {
    /// By the year whose notice named them, in order; see [`by_notice`].
    notices: BTreeMap<i16, Vec<SpecialDay>>,
    /// Invariant: built from `notices` after each change to them.
    table: Table,
}

impl Workdays {
    /// The calendar that comes with luoshi: the years 2004 to 2026.
    #[must_use]
    pub fn national() -> Workdays {
        let mut workdays = Workdays::monday_to_friday();
        workdays
            .with_year(NATIONAL)
            .expect("the built-in data is read by a test");
        workdays
    }

    /// A calendar without data: Monday to Friday of every year.
    #[must_use]
    pub fn monday_to_friday() -> Workdays {
        Workdays {
            notices: BTreeMap::new(),
            table: Table::default(),
        }
    }

    /// Adds the years that the text names, each in place of what was known of it.
    ///
    /// The text is CSV with the header `date,kind,name`. A date is written `2027-01-01`, a kind
    /// `holiday` or `makeup_workday`, a name as in the notice. Days may come in any order, and
    /// weekend days of a break may be named or left out.
    ///
    /// A notice may begin before its year: that of 2008 made 2007-12-29 a workday. So if the
    /// first year in the text is followed by the next one and has days in December alone, these
    /// are laid over its calendar, which otherwise stays as it was.
    ///
    /// # Errors
    ///
    /// The first fault in the text; the calendar is then as it was.
    pub fn with_year(&mut self, csv_text: &str) -> Result<(), CalendarDataError> {
        self.notices.extend(by_notice(data::parse(csv_text)?));
        self.table = tabulate(&self.notices);
        Ok(())
    }

    /// Whether people are at work on this day.
    #[must_use]
    pub fn is_workday(&self, day: Date) -> bool {
        self.table.is_workday(number(day))
    }

    /// What the day is off for, such as 国庆节; `None` on other days, a plain weekend included.
    ///
    /// A weekend day in the middle of a break has its name only if the data names the day.
    #[must_use]
    pub fn holiday_name(&self, day: Date) -> Option<&str> {
        let special = self.special(day)?;
        (special.kind == Kind::Holiday).then_some(&*special.name)
    }

    /// Whether the day is a weekend day that is worked to make up for a day off (调休).
    #[must_use]
    pub fn is_makeup(&self, day: Date) -> bool {
        self.special(day)
            .is_some_and(|special| special.kind == Kind::Makeup)
    }

    /// Whether there is data for this year.
    #[must_use]
    pub fn knows(&self, year: i16) -> bool {
        self.notices.contains_key(&year)
    }

    /// The years with data, in order.
    pub fn known_years(&self) -> impl DoubleEndedIterator<Item = i16> {
        self.notices.keys().copied()
    }

    /// The years that the span touches and that have no data, in order.
    #[must_use]
    pub fn unknown_years(&self, span: Span) -> Vec<i16> {
        let years = span.from.year()..=span.to.year();
        years.filter(|year| !self.knows(*year)).collect()
    }

    /// The `n`-th workday strictly after the day; for 0 the day itself, workday or not.
    ///
    /// `None` if it would come after [`Date::MAX`].
    #[must_use]
    pub fn add(&self, day: Date, n: u32) -> Option<Date> {
        if n == 0 {
            return Some(day);
        }
        self.ranked(self.table.rank(number(day)) + i64::from(n))
    }

    /// How many workdays come after the one day and not after the other.
    ///
    /// Negative when `through` comes before `after`: then it is how many come after `through`
    /// and not after `after`, with a minus sign.
    #[must_use]
    pub fn count(&self, after: Date, through: Date) -> i64 {
        self.table.rank(number(through)) - self.table.rank(number(after))
    }

    /// The day itself if it is a workday, else the next one that is.
    ///
    /// `None` only if there is none up to [`Date::MAX`].
    #[must_use]
    pub fn next_on_or_after(&self, day: Date) -> Option<Date> {
        self.ranked(self.table.rank(number(day) - 1) + 1)
    }

    /// The day itself if it is a workday, else the last one before it that is.
    ///
    /// `None` only if there is none from [`Date::MIN`] on.
    #[must_use]
    pub fn last_on_or_before(&self, day: Date) -> Option<Date> {
        self.ranked(self.table.rank(number(day)))
    }

    /// The first day of the last `n` workdays up to and including `end`.
    ///
    /// It is a workday itself. If `end` is none, the window still holds `n` workdays and the
    /// days off after them. For 0 it is `end`: a window always holds its last day, so a caller
    /// for whom 0 means *no window* asks that first. It begins no earlier than [`Date::MIN`].
    #[must_use]
    pub fn window_start(&self, end: Date, n: u32) -> Date {
        if n == 0 {
            return end;
        }
        let rank = self.table.rank(number(end)) - i64::from(n) + 1;
        self.ranked(rank).unwrap_or(Date::MIN)
    }

    /// The workday of this rank, if it can be written as a date.
    fn ranked(&self, rank: i64) -> Option<Date> {
        let day = self.table.select(rank);
        let writable = i64::from(FIRST_NUMBER)..=i64::from(LAST_NUMBER);
        if writable.contains(&day) {
            date(i32::try_from(day).ok()?)
        } else {
            None
        }
    }

    /// What the notices say of the day; where two name it, the later one holds.
    fn special(&self, day: Date) -> Option<&SpecialDay> {
        let next = if day.month() == DECEMBER {
            day.year() + 1
        } else {
            day.year()
        };
        self.named_in(next, day)
            .or_else(|| self.named_in(day.year(), day))
    }

    fn named_in(&self, year: i16, day: Date) -> Option<&SpecialDay> {
        let notice = self.notices.get(&year)?;
        let place = notice
            .binary_search_by_key(&day, |special| special.date)
            .ok()?;
        notice.get(place)
    }
}

/// Days in order, each under the year whose notice named it: its own, but for the December
/// before the first year of the text.
fn by_notice(mut days: Vec<SpecialDay>) -> BTreeMap<i16, Vec<SpecialDay>> {
    let mut notices: BTreeMap<i16, Vec<SpecialDay>> = BTreeMap::new();
    // From the last year back, so that each year is cut off whole.
    while let Some(year) = days.last().map(|day| day.date.year()) {
        let start = days.partition_point(|day| day.date.year() < year);
        notices.insert(year, days.split_off(start));
    }
    if let Some(year) = december_before(&notices)
        && let Some(mut days) = notices.remove(&year)
    {
        let following = notices.entry(year + 1).or_default();
        days.append(following);
        *following = days;
    }
    notices
}

/// The first year, if it has days in December alone and the next year follows.
fn december_before(notices: &BTreeMap<i16, Vec<SpecialDay>>) -> Option<i16> {
    let (&year, days) = notices.first_key_value()?;
    let only_december = days.iter().all(|day| day.date.month() == DECEMBER);
    (only_december && notices.contains_key(&(year + 1))).then_some(year)
}

fn tabulate(notices: &BTreeMap<i16, Vec<SpecialDay>>) -> Table {
    // From one notice to the next, so that a later one can correct an earlier December.
    let days = notices.values().flatten();
    let days: Vec<_> = days
        .map(|day| (number(day.date), day.kind == Kind::Makeup))
        .collect();
    Table::new(&days)
}

#[cfg(test)]
mod tests;
