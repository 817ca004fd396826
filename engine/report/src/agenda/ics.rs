//! The agenda as a calendar file (RFC 5545) that Outlook and telephones take in.
//!
//! One event for each duty and day. Its UID is made of the plan, the duty and the period, so that
//! a second import updates the event: its list of subjects, and in the end that it is done.

use std::collections::BTreeMap;

use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property};
use jiff::civil::Date;
use luoshi_calendar::number;
use luoshi_rules::period_id;

use super::{Agenda, Item, Standing, text};
use crate::reader::Reader;

/// The calendar file. What is overdue stands on the day of the run, where it is seen.
#[must_use]
pub fn agenda_ics(reader: &Reader<'_>, agenda: &Agenda<'_>) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//luoshi//agenda//ZH"))
        .append_property(("CALSCALE", "GREGORIAN"))
        .append_property(("METHOD", "PUBLISH"))
        .name(&reader.say(
            "agenda-calendar",
            [("place", reader.assessment.plan.place.as_str().into())],
        ));
    let mut events: BTreeMap<String, Vec<&Item<'_>>> = BTreeMap::new();
    for item in &agenda.items {
        events
            .entry(uid(reader, agenda, item))
            .or_default()
            .push(item);
    }
    for (uid, items) in &events {
        calendar.push(event(reader, agenda, uid, items));
    }
    calendar.to_string()
}

/// Stays the same from run to run: nothing in it depends on the day of the run or on what is done.
fn uid(reader: &Reader<'_>, agenda: &Agenda<'_>, item: &Item<'_>) -> String {
    let finding = item.finding;
    let facet = finding.facet.map_or(String::new(), |f| format!(".{f}"));
    let when = match (finding.period, finding.day) {
        (Some(period), _) => period_id(&period),
        (None, Some(day)) => day.to_string(),
        (None, None) => String::new(),
    };
    let subjects = agenda.filter.subjects.iter().flatten();
    let whose = agenda.filter.role.iter().chain(subjects);
    let whose: String = whose.map(|id| format!("+{id}")).collect();
    let plan = &reader.assessment.plan;
    format!(
        "{}{facet}/{when}{whose}@{}.{}.luoshi",
        item.duty.id, plan.id, plan.jurisdiction
    )
}

fn event(reader: &Reader<'_>, agenda: &Agenda<'_>, uid: &str, items: &[&Item<'_>]) -> Event {
    let open: Vec<&&Item<'_>> = items
        .iter()
        .filter(|i| i.standing != Standing::Done)
        .collect();
    let worst = items
        .iter()
        .map(|i| i.standing)
        .min()
        .unwrap_or(Standing::Done);
    let first = items[0];
    let day = match worst {
        Standing::Overdue => agenda.today,
        _ => first.day.unwrap_or(agenda.today),
    };
    let names: Vec<String> = open.iter().map(|i| reader.about(i.finding)).collect();
    let key = format!("agenda-event-{}", worst.word());
    let title = reader.say(
        &key,
        [
            ("duty", first.duty.name.as_str().into()),
            (
                "count",
                i64::try_from(names.len()).unwrap_or(i64::MAX).into(),
            ),
        ],
    );
    let mut event = Event::new();
    event
        .uid(uid)
        .summary(&title)
        .description(&description(reader, &open))
        .append_property(date("DTSTART", day))
        .append_property(date("DTEND", day.tomorrow().unwrap_or(day)))
        .add_property("DTSTAMP", stamp(agenda.today))
        .add_property("LAST-MODIFIED", stamp(agenda.today))
        .add_property("SEQUENCE", sequence(agenda.today))
        .add_property("TRANSP", "TRANSPARENT");
    if worst != Standing::Done {
        // Nine in the morning of the day before: midnight of the day less fifteen hours.
        let mut alarm = Alarm::display(&title, -chrono::Duration::hours(15));
        // Left out, they would be made up from the clock and from chance.
        alarm.uid(&format!("alarm/{uid}"));
        alarm.add_property("DTSTAMP", stamp(agenda.today));
        event.alarm(alarm);
    }
    event
}

/// Who has to do it where, and how far it is.
fn description(reader: &Reader<'_>, open: &[&&Item<'_>]) -> String {
    let line = |item: &&&Item<'_>| {
        let args = [
            ("about", reader.about(item.finding).into()),
            ("who", text::who(reader, item.finding).into()),
            ("state", text::state(reader, item).into()),
        ];
        reader.say("agenda-event-line", args)
    };
    let lines: Vec<String> = open.iter().map(line).collect();
    lines.join("\n")
}

fn date(key: &str, day: Date) -> Property {
    let mut property = Property::new(key, compact(day));
    property.append_parameter(("VALUE", "DATE"));
    property
}

fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}

fn stamp(day: Date) -> String {
    format!("{}T000000Z", compact(day))
}

/// A later run has a higher number, which is what tells a calendar to update: also before the plan
/// begins, and after its period was changed.
fn sequence(today: Date) -> String {
    number(today).max(0).to_string()
}
