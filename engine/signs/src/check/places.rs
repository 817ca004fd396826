//! 一人两地、走访过密、走访过快: where one person was said to be.
//!
//! `two-places` means the same as the plugin of this name, which is written in Python and cannot be
//! linked in.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_evidence::{Kind, date_of};

use crate::collect::{Cx, Draft};
use crate::indication::{Figure, Indication};
use crate::rows::{ON_THE_SPOT, Row, rows};
use crate::sign::Sign;

/// The records of each person, by day.
type Days<'a> = BTreeMap<(&'a str, i32), Vec<Row<'a>>>;

pub(crate) fn find(cx: &Cx<'_>) -> Vec<Indication> {
    let mut found = two_places(cx);
    let visits = visits(cx);
    found.extend(too_many(cx, &visits));
    found.extend(too_fast(cx, &visits));
    found
}

/// Persons who are named themselves: a post may send somebody else.
fn two_places<'a>(cx: &Cx<'a>) -> Vec<Indication> {
    let mut days: Days<'a> = BTreeMap::new();
    for row in rows(cx.given.evidence, &ON_THE_SPOT) {
        if row.minute().is_none() || row.subject().is_empty() {
            continue;
        }
        for person in row.actors().filter(|actor| cx.people.is_person(actor)) {
            days.entry((person, row.day())).or_default().push(row);
        }
    }
    let travel = cx.given.limits.get("travel-minutes");
    let mut clashes: BTreeMap<&str, Vec<(Row<'a>, Row<'a>)>> = BTreeMap::new();
    for ((person, _), mut rows) in days {
        rows.sort_by_key(|row| (row.minute(), row.subject(), row.id_code()));
        for pair in rows.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let between = i64::from(minute(&b)) - i64::from(minute(&a));
            if between <= travel && apart(cx, a.subject(), b.subject()) {
                clashes.entry(person).or_default().push((a, b));
            }
        }
    }
    clashes
        .into_iter()
        .map(|(person, pairs)| clash(cx, person, &pairs))
        .collect()
}

fn clash<'a>(cx: &Cx<'a>, person: &str, pairs: &[(Row<'a>, Row<'a>)]) -> Indication {
    let rounded = |(a, b): &&(Row<'_>, Row<'_>)| is_rounded(a) && is_rounded(b);
    // The example is the first whose times are not rounded: the hardest to explain.
    let example = pairs.iter().min_by_key(|pair| rounded(pair));
    let mut figures = vec![
        ("person", Figure::from(person)),
        ("times", pairs.len().into()),
        ("rounded", pairs.iter().filter(rounded).count().into()),
    ];
    if let Some((a, b)) = example {
        figures.extend([
            ("day", date_of(a.day()).into()),
            ("time", clock(minute(a)).as_str().into()),
            ("later", clock(minute(b)).as_str().into()),
            ("here", cx.subject_name(a.subject()).into()),
            ("there", cx.subject_name(b.subject()).into()),
        ]);
    }
    cx.indication(Draft {
        sign: Sign::TwoPlaces,
        about: Some(person.to_owned()),
        message: "clash",
        figures,
        thresholds: vec!["travel-minutes"],
        ask: vec![person.to_owned()],
        rows: pairs.iter().flat_map(|(a, b)| [*a, *b]).collect(),
    })
}

/// Visits and inspections of each person; those by a post are of whoever alone held it.
fn visits<'a>(cx: &Cx<'a>) -> Days<'a> {
    let mut days: Days<'a> = BTreeMap::new();
    for row in rows(cx.given.evidence, &[Kind::Visit, Kind::Inspection]) {
        let day = date_of(row.day());
        let persons = row
            .actors()
            .filter_map(|actor| cx.people.behind(actor, row.subject(), day));
        for person in persons.collect::<BTreeSet<&str>>() {
            days.entry((person, row.day())).or_default().push(row);
        }
    }
    days
}

/// How many places on which day, and the records.
type BusyDay<'v, 'a> = (usize, i32, &'v [Row<'a>]);

/// By person: days with more places than anybody goes to.
fn too_many<'a>(cx: &Cx<'a>, visits: &Days<'a>) -> Vec<Indication> {
    let limit = cx.given.limits.count("places-per-day");
    let places = |rows: &[Row<'_>]| {
        let subjects = rows.iter().map(Row::subject).filter(|s| !s.is_empty());
        subjects.collect::<BTreeSet<_>>().len()
    };
    let mut found: BTreeMap<&str, Vec<BusyDay<'_, 'a>>> = BTreeMap::new();
    for ((person, day), rows) in visits {
        let places = places(rows);
        if places as u64 > limit {
            found.entry(person).or_default().push((places, *day, rows));
        }
    }
    let one = |(person, days): (&str, Vec<BusyDay<'_, 'a>>)| {
        // Of equal days the first.
        let worst = days.iter().rev().max_by_key(|(places, ..)| *places);
        let (places, day) = worst.map_or((0, 0), |(places, day, _)| (*places, *day));
        cx.indication(Draft {
            sign: Sign::TooManyPlaces,
            about: Some(person.to_owned()),
            message: "days",
            figures: vec![
                ("person", person.into()),
                ("days", days.len().into()),
                ("places", places.into()),
                ("day", date_of(day).into()),
                ("limit", limit.into()),
            ],
            thresholds: vec!["places-per-day"],
            ask: vec![person.to_owned()],
            rows: days
                .iter()
                .flat_map(|(.., rows)| rows.iter().copied())
                .collect(),
        })
    };
    found.into_iter().map(one).collect()
}

/// By person: days on which the visits do not fit into the time.
fn too_fast<'a>(cx: &Cx<'a>, visits: &Days<'a>) -> Vec<Indication> {
    let mut found: BTreeMap<&str, Vec<Row<'a>>> = BTreeMap::new();
    let mut days: BTreeMap<&str, BTreeSet<i32>> = BTreeMap::new();
    for ((person, day), rows) in visits {
        let hurried = hurried(cx, rows);
        if !hurried.is_empty() {
            found.entry(person).or_default().extend(hurried);
            days.entry(person).or_default().insert(*day);
        }
    }
    let one = |(person, rows): (&str, Vec<Row<'a>>)| {
        cx.indication(Draft {
            sign: Sign::TooFast,
            about: Some(person.to_owned()),
            message: "days",
            figures: vec![
                ("person", person.into()),
                ("days", days[person].len().into()),
                ("visits", rows.len().into()),
                ("minutes", cx.given.limits.get("minutes-per-visit").into()),
            ],
            thresholds: vec!["minutes-per-visit", "visits-in-a-row", "work-minutes"],
            ask: vec![person.to_owned()],
            rows,
        })
    };
    found.into_iter().map(one).collect()
}

/// The visits of a day that do not fit: all if they take longer than a day, else those in a row that
/// are closer together than visits can be.
fn hurried<'a>(cx: &Cx<'a>, rows: &[Row<'a>]) -> Vec<Row<'a>> {
    let limits = cx.given.limits;
    let each = limits.get("minutes-per-visit");
    let distinct: BTreeSet<_> = rows
        .iter()
        .map(|r| (r.minute(), r.subject(), r.duty()))
        .collect();
    if distinct.len() as i64 * each > limits.get("work-minutes") {
        return rows.to_vec();
    }
    // One visit for several duties is one visit.
    let mut timed: Vec<(u16, &str, Row<'a>)> = rows
        .iter()
        .filter_map(|row| Some((row.minute()?, row.subject(), *row)))
        .collect();
    timed.sort_by_key(|(minute, subject, row)| (*minute, *subject, row.id_code()));
    timed.dedup_by_key(|(minute, subject, _)| (*minute, *subject));
    let run = usize::try_from(limits.count("visits-in-a-row")).unwrap_or(usize::MAX);
    let mut found: Vec<Row<'a>> = Vec::new();
    for window in timed.windows(run) {
        let span = i64::from(window[run - 1].0) - i64::from(window[0].0);
        if span < each * (run as i64 - 1) {
            found.extend(window.iter().map(|(.., row)| *row));
        }
    }
    found.sort_by_key(Row::id_code);
    found.dedup_by_key(|row| row.id_code());
    found
}

/// Whether two places are different, and neither lies in the other.
fn apart(cx: &Cx<'_>, here: &str, there: &str) -> bool {
    !cx.people.lies_in(here, there) && !cx.people.lies_in(there, here)
}

/// Whether a time is a full or a half hour.
fn is_rounded(row: &Row<'_>) -> bool {
    minute(row).is_multiple_of(30)
}

fn minute(row: &Row<'_>) -> u16 {
    row.minute().unwrap_or(0)
}

/// Minutes since midnight, as clocks show them.
fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
