//! Cadence.

use jiff::civil::Date;

use super::{Case, Findings, Said, fits, say, whom};
use crate::days::{Calendar, both, calendar, contains, length, next};
use crate::ledger::Record;
use crate::plan::{Cadence, Duty, Recurring, Subject, Term};

/// A period as far as it lies in the duty's days and the subject's life.
pub(super) struct Clipped {
    pub(super) of: Calendar,
    pub(super) term: Term,
    pub(super) judged: bool,
}

pub(super) fn judge(case: &Case<'_>, of: &Recurring, kind: &str, found: &mut Findings) {
    let rows = case.rows(&of.duty);
    if of.quorum.is_some() && expected(of) == 0 || need(&of.cadence).is_none() {
        say(found, &of.duty, &[], Said::of("unset"));
        return;
    }
    if rows.is_empty() {
        say(found, &of.duty, &[], Said::of("not_applicable"));
        return;
    }
    let records = records(case, of, kind);
    let all = periods(case, &of.duty, &of.cadence, None);
    for row in rows {
        let periods = periods(case, &of.duty, &of.cadence, row);
        let served = |record| served_by(case, (&all, &periods), &of.cadence, record);
        let mine: Vec<&Record> = records
            .iter()
            .filter(|r| belongs(r, row) && counted(case, of, r))
            .copied()
            .collect();
        if of.defective == "noted" {
            for record in mine.iter().filter(|r| lacks(case, of, r)) {
                if served(record) != (None, None) {
                    let said = Said::of("violated").facet("defect").day(Some(record.date));
                    say(found, &of.duty, &[&record.id], said.about(whom(row)));
                }
            }
        }
        let whole: Vec<&Record> = mine
            .iter()
            .filter(|r| of.defective == "noted" || !lacks(case, of, r))
            .copied()
            .collect();
        // Each of `by_all_of` for itself.
        let units: Vec<Option<&str>> = match of.by_all_of.as_slice() {
            [] => vec![None],
            units => units.iter().map(|unit| Some(*unit)).collect(),
        };
        for unit in units {
            let own = whole
                .iter()
                .filter(|r| unit.is_none_or(|unit| case.acted(r, unit)));
            let places: Vec<Place> = own
                .map(|r| {
                    let (own, before) = served(r);
                    let late = case.entered_late([*r]) > 0;
                    Place { own, before, late }
                })
                .collect();
            let who = Who { row, unit };
            judge_days(case, of.judged(kind), who, &periods, &places, found);
        }
    }
}

/// What a cadence is judged by.
#[derive(Clone, Copy)]
pub(super) struct Judged<'a> {
    pub(super) duty: &'a Duty,
    pub(super) cadence: &'a Cadence,
    pub(super) kind: &'a str,
}

impl Recurring {
    fn judged<'a>(&'a self, kind: &'a str) -> Judged<'a> {
        Judged {
            duty: &self.duty,
            cadence: &self.cadence,
            kind,
        }
    }
}

/// For whom: a subject, a unit, both or the whole jurisdiction.
#[derive(Clone, Copy)]
pub(super) struct Who<'a> {
    pub(super) row: Option<&'a Subject>,
    pub(super) unit: Option<&'a str>,
}

/// The records of a duty, and those of other meetings that also serve it, by day.
fn records<'a>(case: &Case<'a>, of: &Recurring, kind: &str) -> Vec<&'a Record> {
    let off = case.plan.off();
    let serves = |other: &&Recurring| {
        other.serves_also.contains(&of.duty.id) && !off.contains(other.duty.id.as_str())
    };
    let also: Vec<&str> = case
        .plan
        .meetings
        .iter()
        .filter(serves)
        .map(|other| other.duty.id.as_str())
        .collect();
    let of_it = |r: &&&Record| {
        let duty = r.duty.as_deref().unwrap_or("");
        r.kind == kind && (duty == of.duty.id || also.contains(&duty))
    };
    case.seen.iter().filter(of_it).copied().collect()
}

/// A record by nobody of `by_any_of`, `by_all_of` or `jointly_by` never counts.
fn counted(case: &Case<'_>, of: &Recurring, record: &Record) -> bool {
    let lists = [&of.by_any_of, &of.by_all_of, &of.jointly_by];
    let mut named = lists.into_iter().filter(|list| !list.is_empty());
    named.all(|list| list.iter().any(|unit| case.acted(record, unit)))
}

pub(super) fn belongs(record: &Record, row: Option<&Subject>) -> bool {
    row.is_none_or(|subject| record.subject.as_deref() == Some(&subject.id))
}

fn lacks(case: &Case<'_>, of: &Recurring, record: &Record) -> bool {
    let together = of.jointly_by.iter().all(|unit| case.acted(record, unit));
    let produces = of.produces.iter().all(|mark| record.marks.contains(mark));
    let quorate = match (of.quorum, expected(of)) {
        (Some(quorum), expected) => {
            let (part, whole) = quorum.split_once('/').expect("a fraction");
            let (part, whole): (u32, u32) = (
                part.parse().expect("digits"),
                whole.parse().expect("digits"),
            );
            let needed = (part * expected).div_ceil(whole);
            record
                .quantity
                .is_some_and(|present| present >= crate::plan::whole(needed))
        }
        _ => true,
    };
    !(together && produces && quorate && fits(record, of.requires.as_ref()))
}

/// How many are needed; none if it is left open.
pub(super) fn need(cadence: &Cadence) -> Option<u32> {
    match &cadence.at_least {
        Some(at_least) => at_least.value(),
        None => cadence.exactly,
    }
}

/// How many should be at a meeting.
fn expected(of: &Recurring) -> u32 {
    let listed = u32::try_from(of.attendees.len()).expect("few");
    of.expected.unwrap_or(listed)
}

/// The periods of a duty for a row, in order.
pub(super) fn periods(
    case: &Case<'_>,
    duty: &Duty,
    cadence: &Cadence,
    row: Option<&Subject>,
) -> Vec<Clipped> {
    let span = case.span(duty);
    let life = case.life(row).expect("the plan meets it");
    let mut periods: Vec<Clipped> = Vec::new();
    let mut day = span.from;
    while day <= span.to {
        let of = calendar(day, cadence.every);
        let term = both(of.term, span).and_then(|term| both(term, life));
        day = next(of.term.to);
        let Some(term) = term else { continue };
        let judged = match cadence.partial {
            _ if term == of.term => true,
            "due" => true,
            "skip" => false,
            _ => 2 * length(term) >= length(of.term),
        };
        periods.push(Clipped { of, term, judged });
    }
    periods
}

/// The periods that a record can serve.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) own: Option<usize>,
    pub(super) before: Option<usize>,
    /// Whether it was entered late.
    pub(super) late: bool,
}

/// The period that a day lies in, and the one just before in whose window it lies.
type Periods = (Option<usize>, Option<usize>);

pub(super) fn place(case: &Case<'_>, periods: &[Clipped], cadence: &Cadence, day: Date) -> Periods {
    let own = periods.iter().position(|p| contains(p.term, day));
    let before = match own {
        Some(own) => own.checked_sub(1),
        None => periods
            .iter()
            .rposition(|p| p.term.to < day)
            .filter(|at| at + 1 == periods.len()),
    };
    let window = cadence.hand_in.max(cadence.grace);
    let before = before.filter(|at| day <= case.workdays.add(periods[*at].term.to, window));
    (own, before)
}

/// The same of a record. An issued paper that names a period of its duty, of `all` of them, serves that one alone, which
/// may be none of its subject's.
fn served_by(
    case: &Case<'_>,
    (all, periods): (&[Clipped], &[Clipped]),
    cadence: &Cadence,
    record: &Record,
) -> Periods {
    let (own, before) = place(case, periods, cadence, record.date);
    let refers = record.refers.as_deref().unwrap_or("");
    let named = refers.rsplit('/').next().unwrap_or("");
    if !record.marks.contains(&"issued") || !all.iter().any(|p| p.of.id == named) {
        return (own, before);
    }
    let is_named = |at: &usize| periods[*at].of.id == named;
    (own.filter(is_named), before.filter(is_named))
}

pub(super) fn judge_days(
    case: &Case<'_>,
    of: Judged<'_>,
    who: Who<'_>,
    periods: &[Clipped],
    places: &[Place],
    found: &mut Findings,
) {
    let Judged {
        duty,
        cadence,
        kind,
    } = of;
    let need = need(cadence).expect("it is not open") as usize;
    let none = vec![Vec::new(); periods.len()];
    // What each period is served by, on time and late; of what serves it, the part that is dated inside it.
    let (mut served, mut late, mut inside) = (none.clone(), none.clone(), none.clone());
    // Those in days of grace: what can serve no other period, and what can come late for the one before.
    let (mut alone, mut in_window) = (none.clone(), none);
    // What can serve no other period comes first.
    let all = 0..places.len();
    let (only, either): (Vec<usize>, Vec<usize>) = all.partition(|at| places[*at].own.is_none());
    for this in only.into_iter().chain(either) {
        let Place { own, before, .. } = places[this];
        let short = |at: &usize| periods[*at].judged && served[*at].len() < need;
        if let Some(before) = before.filter(|at| cadence.hand_in > 0 && short(at)) {
            served[before].push(this);
            continue;
        }
        if let Some(own) = own {
            served[own].push(this);
            inside[own].push(this);
        }
        match (own, before.filter(|_| cadence.grace > 0)) {
            (None, Some(before)) => alone[before].push(this),
            (Some(own), Some(_)) => in_window[own].push(this),
            _ => {}
        }
    }
    for at in (0..periods.len()).filter(|at| periods[*at].judged) {
        let lacking = need.saturating_sub(served[at].len());
        late[at].extend(alone[at].iter().take(lacking));
        if at + 1 == periods.len() {
            continue;
        }
        let own = served[at + 1].len();
        let spare = if periods[at + 1].judged {
            own.saturating_sub(need)
        } else {
            own
        };
        let lacking = lacking - late[at].len();
        let given: Vec<usize> = in_window[at + 1]
            .iter()
            .take(lacking.min(spare))
            .copied()
            .collect();
        served[at + 1].retain(|this| !given.contains(this));
        inside[at + 1].retain(|this| !given.contains(this));
        late[at].extend(given);
    }
    for (at, period) in periods
        .iter()
        .enumerate()
        .filter(|(_, p)| p.judged && p.term.from <= case.as_of)
    {
        let on_time = case.workdays.add(period.term.to, cadence.hand_in);
        let last = case
            .workdays
            .add(period.term.to, cadence.hand_in.max(cadence.grace));
        let over = case.as_of > last || (cadence.closes == "last_day" && case.as_of == last);
        let status = if served[at].len() >= need {
            if cadence.exactly.is_some() && inside[at].len() > need {
                "violated"
            } else {
                "met"
            }
        } else if served[at].len() + late[at].len() >= need {
            "late"
        } else if over {
            case.missed(kind)
        } else if case.as_of <= on_time {
            case.open(on_time)
        } else {
            "pending"
        };
        let about: Vec<&str> = whom(who.row).into_iter().chain(who.unit).collect();
        let about = about.join(".");
        let mut parts = vec![about.as_str(), &period.of.id];
        parts.retain(|part| !part.is_empty());
        let said = Said::of(status).day(Some(period.term.to));
        let short = need.saturating_sub(served[at].len());
        let by = served[at].iter().chain(&late[at]);
        let said = said
            .figure(i64::try_from(short).expect("few"))
            .backfilled(by.filter(|this| places[**this].late).count());
        say(found, duty, &parts, said.about(whom(who.row)).by(who.unit));
    }
}
