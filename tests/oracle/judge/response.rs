//! Responses to incidents.

use jiff::civil::Date;

use super::{Case, Findings, Said, say, whom};
use crate::days::{contains, next};
use crate::ledger::Record;
use crate::plan::{Duty, Limit, Response};

pub(super) fn judge(case: &Case<'_>, kind: &str, response: &Response, found: &mut Findings) {
    let duty = Duty::plain(&response.id, response.severity);
    let Some(within) = response.within.value() else {
        say(found, &duty, &[], Said::of("unset"));
        return;
    };
    let of_kind = |r: &&&Record| {
        r.kind == "incident"
            && r.status.as_deref() == Some(kind)
            && contains(case.plan.period, r.date)
    };
    let incidents: Vec<&Record> = case.seen.iter().filter(of_kind).copied().collect();
    if incidents.is_empty() {
        say(found, &duty, &[], Said::of("not_applicable"));
    }
    for incident in incidents {
        let last = last_day(case, incident, within);
        let mut subjects = case.plan.all_subjects();
        let known = subjects.find(|s| incident.subject.as_ref() == Some(&s.id));
        let status = match (response.informs, known) {
            (None, _) => stands(case, incident, &answers(case, response, incident), within),
            // Where it happened is not recorded: nobody can tell whom to inform.
            (Some(_), None) => "unknown",
            (Some(_), Some(place)) if place.neighbours.is_empty() => "not_applicable",
            (Some(whom), Some(place)) => {
                let of = answers(case, response, incident);
                let to = |subject: &String| -> Vec<&Record> {
                    let mine = of.iter().filter(|r| r.subject.as_ref() == Some(subject));
                    mine.copied().collect()
                };
                let near: Vec<Vec<&Record>> = place.neighbours.iter().map(to).collect();
                match whom {
                    "any_neighbour" => {
                        let all: Vec<&Record> = of
                            .iter()
                            .filter(|r| near.iter().flatten().any(|n| n.id == r.id))
                            .copied()
                            .collect();
                        stands(case, incident, &all, within)
                    }
                    _ => {
                        // The last of them decides: of each neighbour the first record.
                        let firsts: Option<Vec<&Record>> =
                            near.iter().map(|of| of.first().copied()).collect();
                        let mut firsts = firsts.unwrap_or_default();
                        firsts.sort_by_key(|r| order(r));
                        let last: Vec<&Record> = firsts.last().copied().into_iter().collect();
                        stands(case, incident, &last, within)
                    }
                }
            }
        };
        let late = case.entered_late(answers(case, response, incident));
        let said = Said::of(status)
            .day(Some(last))
            .about(whom(known))
            .backfilled(late);
        say(found, &duty, &[&incident.id], said);
    }
}

/// Those of one day by their times, those without one last.
fn order(record: &Record) -> (Date, bool, Option<u16>) {
    (record.date, record.time.is_none(), record.time)
}

/// The responses to an incident, in order.
fn answers<'a>(case: &Case<'a>, response: &Response, incident: &Record) -> Vec<&'a Record> {
    let all = case.records("response", &response.id).into_iter();
    let mut own: Vec<&Record> = all
        .filter(|r| r.refers.as_ref() == Some(&incident.id))
        .collect();
    own.sort_by_key(|r| order(r));
    own
}

fn stands(case: &Case<'_>, incident: &Record, answers: &[&Record], within: Limit) -> &'static str {
    let last = last_day(case, incident, within);
    match answers.first() {
        Some(first) => in_time(case, incident, first, within),
        None if case.as_of <= last => case.open(last),
        None => case.missed("response"),
    }
}

/// Minutes since a day far back.
fn minutes(day: Date) -> i64 {
    let (mut at, mut days) = (jiff::civil::date(2011, 1, 1), 0);
    while at < day {
        at = next(at);
        days += 1;
    }
    days * 24 * 60
}

/// The first and the last minute at which something can have happened.
fn when(record: &Record) -> (i64, i64) {
    let day = minutes(record.date);
    match record.time {
        Some(time) => (day + i64::from(time), day + i64::from(time)),
        None => (day, day + 24 * 60 - 1),
    }
}

fn in_time(case: &Case<'_>, incident: &Record, answer: &Record, within: Limit) -> &'static str {
    let Limit::Hours(hours) = within else {
        return if answer.date <= case.workdays.after(incident.date, within) {
            "met"
        } else {
            "late"
        };
    };
    let limit = i64::from(hours) * 60;
    let ((first, last), (soonest, latest)) = (when(incident), when(answer));
    if latest <= first + limit {
        "met"
    } else if soonest > last + limit {
        "late"
    } else {
        "unknown"
    }
}

/// The day on which the limit ends, or could end.
fn last_day(case: &Case<'_>, incident: &Record, within: Limit) -> Date {
    let Limit::Hours(hours) = within else {
        return case.workdays.after(incident.date, within);
    };
    let (_, last) = when(incident);
    let end = last + i64::from(hours) * 60;
    let mut day = incident.date;
    while minutes(day) + 24 * 60 <= end {
        day = next(day);
    }
    day
}
