//! What a plugin can be shown beside the ledger: who, what for, when, and what was judged.

use luoshi_calendar::{Date, Span, Workdays, number};
use luoshi_evidence::{Evidence, Kind};

/// What a plugin can be shown beside the ledger. Days count from 1970-01-01.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    /// The day as of which is judged.
    pub as_of: i32,
    /// First day of the plan.
    pub first: i32,
    /// Last day of the plan.
    pub last: i32,
    /// Rows of the table `subjects`.
    pub subjects: Vec<SubjectRow>,
    /// Rows of the table `actors`.
    pub actors: Vec<ActorRow>,
    /// Rows of the table `duties`.
    pub duties: Vec<DutyRow>,
    /// Rows of the table `days`: the day and its class.
    pub days: Vec<(i32, u8)>,
    /// Rows of the table `findings`.
    pub findings: Vec<FindingRow>,
}

/// A row of `subjects`.
#[derive(Debug, Clone, Default)]
pub struct SubjectRow {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// The sets that it belongs to, joined with 、.
    pub sets: String,
    /// The first and the last day on which it exists, where they lie in the plan.
    pub days: (Option<i32>, Option<i32>),
}

/// A row of `actors`.
#[derive(Debug, Clone, Default)]
pub struct ActorRow {
    /// Staff number or id.
    pub id: String,
    /// `person`, `unit` or `role`.
    pub kind: &'static str,
    /// The unit of a person.
    pub unit: String,
    /// The category of a person.
    pub category: String,
}

/// A row of `duties`.
#[derive(Debug, Clone, Default)]
pub struct DutyRow {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Section.
    pub section: &'static str,
}

/// A row of `findings`.
#[derive(Debug, Clone, Default)]
pub struct FindingRow {
    /// Id of the duty.
    pub duty: String,
    /// Row in `subjects`.
    pub subject: Option<u32>,
    /// First and last day of its period.
    pub days: (i32, i32),
    /// The word of its status.
    pub status: &'static str,
    /// Its figure.
    pub figure: i64,
}

/// Classes of days in the table `days`.
const WORKDAY: u8 = 0;
const WEEKEND: u8 = 1;
const HOLIDAY: u8 = 2;
const MAKEUP: u8 = 3;

/// The days of a span up to a day, with their classes.
#[must_use]
pub fn days(span: Span, as_of: Date, workdays: &Workdays) -> Vec<(i32, u8)> {
    let last = span.to.min(as_of);
    let days = number(span.from)..=number(last);
    days.filter_map(|day| Some((day, class(luoshi_calendar::date(day)?, workdays))))
        .collect()
}

fn class(day: Date, workdays: &Workdays) -> u8 {
    if workdays.is_makeup(day) {
        MAKEUP
    } else if workdays.is_workday(day) {
        WORKDAY
    } else if workdays.holiday_name(day).is_some() {
        HOLIDAY
    } else {
        WEEKEND
    }
}

impl Scene {
    /// What a ledger without a plan shows: its subjects, actors and duties, from its first day to
    /// its last, in alphabetical order.
    #[must_use]
    pub fn of_ledger(evidence: &Evidence, as_of: Date) -> Scene {
        let columns = Kind::ALL.map(|kind| evidence.of(kind));
        let all = || columns.iter().flat_map(|c| c.day.iter().copied());
        let (first, last) = (all().min(), all().max());
        let (first, last) = (
            first.unwrap_or(number(as_of)),
            last.unwrap_or(number(as_of)),
        );
        let names = |codes: &mut dyn Iterator<Item = u32>| {
            let codes: std::collections::BTreeSet<u32> = codes.filter(|code| *code != 0).collect();
            let texts = codes.into_iter().map(|code| evidence.names.text(code));
            let names: std::collections::BTreeSet<&str> =
                texts.flat_map(|text| text.split('、')).collect();
            names.into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        let subjects = names(&mut columns.iter().flat_map(|c| c.subject.iter().copied()));
        let actors = names(&mut columns.iter().flat_map(|c| c.actor.iter().copied()));
        let duties = names(&mut columns.iter().flat_map(|c| c.duty.iter().copied()));
        let span = luoshi_calendar::date(first).zip(luoshi_calendar::date(last));
        let span = span.and_then(|(first, last)| Span::new(first, last));
        Scene {
            as_of: number(as_of),
            first,
            last,
            subjects: subjects.into_iter().map(SubjectRow::named).collect(),
            actors: actors.into_iter().map(ActorRow::person).collect(),
            duties: duties.into_iter().map(DutyRow::named).collect(),
            days: span.map_or_else(Vec::new, |span| days(span, as_of, &Workdays::national())),
            findings: Vec::new(),
        }
    }
}

impl SubjectRow {
    fn named(id: String) -> SubjectRow {
        SubjectRow {
            name: id.clone(),
            id,
            ..SubjectRow::default()
        }
    }
}

impl ActorRow {
    /// Nothing but the ledger tells who is a person and who a unit: all are taken for persons.
    fn person(id: String) -> ActorRow {
        ActorRow {
            id,
            kind: "person",
            ..ActorRow::default()
        }
    }
}

impl DutyRow {
    fn named(id: String) -> DutyRow {
        DutyRow {
            name: id.clone(),
            id,
            section: "",
        }
    }
}
