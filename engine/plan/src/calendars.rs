//! Workdays: those that come with luoshi, and the years that packages and plans add; ends of limits.

use jiff::civil::Date;
use luoshi_calendar::{CalendarDataError, CalendarFault, Span, Workdays};
use luoshi_diagnostics::{Code, FileId, Note, Place};

use crate::plan::Plan;
use crate::scalar::Limit;

/// The national calendar with the years of these texts laid over it.
pub(crate) fn workdays<'t>(
    texts: impl Iterator<Item = &'t (FileId, String)>,
) -> (Workdays, Vec<Note>) {
    let mut workdays = Workdays::national();
    let mut notes = Vec::new();
    for (file, text) in texts {
        if let Err(error) = workdays.with_year(text) {
            notes.push(wrong_data(*file, text, &error));
        }
    }
    (workdays, notes)
}

/// Notes the years of a plan whose days off nobody has entered.
pub(crate) fn unknown_years(workdays: &Workdays, span: Span, place: Option<Place>) -> Option<Note> {
    let years = workdays.unknown_years(span);
    let [first, .., last] = years.as_slice() else {
        let year = years.first()?;
        return Some(unknown_year(place, vec![year.to_string()]));
    };
    // A slip in the year of an end can make this thousands of years.
    let shown = match years.len() {
        n if n > 12 => vec![format!("{first}–{last}")],
        _ => years.iter().map(i16::to_string).collect(),
    };
    Some(unknown_year(place, shown))
}

fn unknown_year(place: Option<Place>, years: Vec<String>) -> Note {
    let mut note = Note::new(Code::CalendarYearUnknown).arg("years", years);
    note.place = place;
    note
}

fn wrong_data(file: FileId, text: &str, error: &CalendarDataError) -> Note {
    let line = text
        .split_inclusive('\n')
        .nth(error.line.saturating_sub(1))
        .unwrap_or("");
    let before = text
        .split_inclusive('\n')
        .take(error.line.saturating_sub(1));
    let line_start: usize = before.map(str::len).sum();
    let line = line.trim_end();
    let (at, len) = match line.find(&error.value) {
        Some(at) if !error.value.is_empty() => (at, error.value.len()),
        _ => (0, line.len()),
    };
    let start = (line_start + at).min(text.len());
    let place = Place {
        file,
        start,
        end: (start + len).min(text.len()),
    };
    Note::new(Code::CalendarData)
        .at(place)
        .arg("value", error.value.as_str())
        .term("why", why(error.fault))
}

fn why(fault: CalendarFault) -> &'static str {
    match fault {
        CalendarFault::NoHeader => "calendar-no-header",
        CalendarFault::NoDays => "calendar-no-days",
        CalendarFault::NotThreeColumns => "calendar-columns",
        CalendarFault::NotADay => "calendar-not-a-day",
        CalendarFault::UnknownKind => "calendar-kind",
        CalendarFault::NoName => "calendar-no-name",
        CalendarFault::AlreadyAWorkday => "calendar-workday-already",
        CalendarFault::Repeated { .. } => "calendar-repeated",
    }
}

/// The end of a limit that starts on a day; the day itself is not counted.
#[must_use]
pub fn after(day: Date, limit: Limit, plan: &Plan) -> Date {
    let days = |n: i64| day.saturating_add(jiff::Span::new().days(n));
    match limit {
        Limit::Minutes(n) => days(i64::from(n.div_ceil(24 * 60))),
        Limit::Days(n) => days(i64::from(n)),
        Limit::Workdays(n) => plan.workdays.add(day, n).unwrap_or(Date::MAX),
        Limit::Months(n) => day.saturating_add(jiff::Span::new().months(i64::from(n))),
    }
}
