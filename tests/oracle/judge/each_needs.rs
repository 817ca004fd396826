//! Records that need another.

use jiff::civil::Date;

use super::task::overdue;
use super::{Case, Findings, Said, say, whom};
use crate::days::{contains, previous};
use crate::ledger::Record;
use crate::plan::{EachNeeds, Filter};

pub(super) fn judge(case: &Case<'_>, of: &EachNeeds, found: &mut Findings) {
    if of.within.is_some_and(|within| within.value().is_none()) {
        say(found, &of.duty, &[], Said::of("unset"));
        return;
    }
    let rows = case.rows(&of.duty);
    let span = case.span(&of.duty);
    let mine = |r: &&&Record| {
        contains(span, r.date)
            && (of.duty.for_each.is_empty()
                || rows
                    .iter()
                    .flatten()
                    .any(|s| r.subject.as_ref() == Some(&s.id)))
    };
    let each: Vec<&Record> = case
        .seen
        .iter()
        .filter(|r| fits(&of.each, r))
        .filter(mine)
        .copied()
        .collect();
    if each.is_empty() {
        say(found, &of.duty, &[], Said::of("not_applicable"));
    }
    for record in each {
        let answers = case
            .seen
            .iter()
            .filter(|r| fits(&of.needs, r) && r.refers.as_ref() == Some(&record.id));
        // What came before cannot be what it called for.
        let answers = answers.filter(|r| of.timing != "within" || record.date <= r.date);
        let first = answers.min_by_key(|r| r.date).copied();
        let (status, figure) = judged(case, of, record.date, first.map(|r| r.date));
        let said = Said::of(status)
            .figure(figure)
            .backfilled(case.entered_late(first))
            .day(Some(last(case, of, record.date)));
        let known = case
            .plan
            .subjects
            .iter()
            .flat_map(|s| &s.members)
            .find(|s| record.subject.as_ref() == Some(&s.id));
        say(found, &of.duty, &[&record.id], said.about(whom(known)));
    }
}

fn judged(case: &Case<'_>, of: &EachNeeds, day: Date, answer: Option<Date>) -> (&'static str, i64) {
    let last = last(case, of, day);
    if let Some(first) = answer {
        if first <= last {
            return ("met", 0);
        }
        let late = case.workdays.between(last, first);
        if matches!(of.timing, "before" | "same_day_or_before") {
            return ("violated", late);
        }
        let gone = of.grace.is_some_and(|grace| late > i64::from(grace));
        return (if gone { "missed" } else { "late" }, late);
    }
    if of.timing != "before" && case.as_of <= last {
        return (case.open(last), 0);
    }
    (case.missed(of.needs.evidence), overdue(case, last))
}

/// The last day on which an answer is in time.
fn last(case: &Case<'_>, of: &EachNeeds, day: Date) -> Date {
    match of.timing {
        "before" => previous(day),
        "within" => {
            let within = of.within.and_then(|within| within.value());
            case.workdays.after(day, within.expect("a limit"))
        }
        _ => day,
    }
}

fn fits(filter: &Filter, record: &Record) -> bool {
    let duty = record.duty.clone().unwrap_or_default();
    let status = record.status.as_deref().unwrap_or("");
    record.kind == filter.evidence
        && (filter.of.is_empty() || filter.of.contains(&duty))
        && (filter.status.is_empty() || filter.status.contains(&status))
        && filter.marks.iter().all(|mark| record.marks.contains(mark))
}
