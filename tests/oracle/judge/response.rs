//! Responses to incidents.

use jiff::civil::Date;

use super::{Case, Findings, Said, say, whom};
use crate::days::{after, contains, next};
use crate::ledger::Record;
use crate::plan::{Duty, Limit, Response};

pub(super) fn judge(case: &Case<'_>, kind: &str, response: &Response, found: &mut Findings) {
    let duty = Duty {
        id: response.id.clone(),
        name: response.name.clone(),
        for_each: Vec::new(),
        period: None,
        severity: response.severity,
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
        let answers = case.records("response", &response.id).into_iter();
        let mut answers: Vec<&Record> = answers
            .filter(|r| r.refers.as_ref() == Some(&incident.id))
            .collect();
        // Those of one day by their times, those without one last.
        answers.sort_by_key(|r| (r.date, r.time.is_none(), r.time));
        let status = match answers.first() {
            Some(first) => in_time(incident, first, response.within),
            None if case.as_of <= last_day(incident, response.within) => {
                case.open(last_day(incident, response.within))
            }
            None => case.missed("response"),
        };
        let said = Said::of(status).day(Some(last_day(incident, response.within)));
        let known = case
            .plan
            .subjects
            .iter()
            .flat_map(|s| &s.members)
            .find(|s| incident.subject.as_ref() == Some(&s.id));
        say(found, &duty, &[&incident.id], said.about(whom(known)));
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

fn in_time(incident: &Record, answer: &Record, within: Limit) -> &'static str {
    let Limit::Hours(hours) = within else {
        return if answer.date <= after(incident.date, within) {
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
fn last_day(incident: &Record, within: Limit) -> Date {
    let Limit::Hours(hours) = within else {
        return after(incident.date, within);
    };
    let (_, last) = when(incident);
    let end = last + i64::from(hours) * 60;
    let mut day = incident.date;
    while minutes(day) + 24 * 60 <= end {
        day = next(day);
    }
    day
}
