//! The days that a paper announces, as a calendar file (RFC 5545).

use icalendar::{Calendar, Component, Event as Entry, EventLike, Property};
use jiff::civil::{Date, DateTime, date, time};
use jiff::tz::TimeZone;

use crate::document::{Document, Event};

/// The calendar file; none for a paper that announces nothing. `stamp` is the day on which it is written: a later one
/// updates what a calendar took in before.
#[must_use]
pub fn ics(document: &Document, stamp: Date) -> Option<String> {
    if document.events.is_empty() {
        return None;
    }
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//luoshi//document//ZH"))
        .append_property(("CALSCALE", "GREGORIAN"))
        .append_property(("METHOD", "PUBLISH"))
        .name(&document.title.concat());
    for event in &document.events {
        calendar.push(entry(event, stamp));
    }
    Some(calendar.to_string())
}

fn entry(event: &Event, stamp: Date) -> Entry {
    let mut entry = Entry::new();
    entry
        .uid(&format!("{}@document.luoshi", event.id))
        .summary(&event.summary)
        .add_property("DTSTAMP", format!("{}T000000Z", compact(stamp)))
        .add_property("SEQUENCE", sequence(stamp));
    if let Some(place) = &event.place {
        entry.location(place);
    }
    match event.time.and_then(|minutes| instant(event.date, minutes)) {
        Some(at) => {
            entry.add_property("DTSTART", at);
        }
        None => {
            entry
                .append_property(whole_day("DTSTART", event.date))
                .append_property(whole_day(
                    "DTEND",
                    event.date.tomorrow().unwrap_or(event.date),
                ))
                .add_property("TRANSP", "TRANSPARENT");
        }
    }
    entry
}

/// A time of Asia/Shanghai as an instant, which every calendar shows in its own time. No end: the paper names none.
fn instant(day: Date, minutes: u16) -> Option<String> {
    let hour = i8::try_from(minutes / 60).ok().filter(|hour| *hour < 24)?;
    let minute = i8::try_from(minutes % 60).ok()?;
    let local = DateTime::from_parts(day, time(hour, minute, 0, 0));
    let shanghai = local.in_tz("Asia/Shanghai").ok()?;
    let utc = shanghai.with_time_zone(TimeZone::UTC);
    Some(utc.strftime("%Y%m%dT%H%M%SZ").to_string())
}

fn whole_day(key: &str, day: Date) -> Property {
    let mut property = Property::new(key, compact(day));
    property.append_parameter(("VALUE", "DATE"));
    property
}

fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// A later day has a higher number, which is what tells a calendar to update.
fn sequence(day: Date) -> String {
    let days = day.duration_since(date(2000, 1, 1)).as_hours() / 24;
    days.max(0).to_string()
}
