//! Cadence.

use jiff::civil::Date;

use super::{Case, Findings, Said, fits, part, say, whom};
use crate::days::{Calendar, add_workdays, both, calendar, contains, length, next};
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
    if rows.is_empty() {
        say(found, &of.duty, &[], Said::of("not_applicable"));
        return;
    }
    let records = case.records(kind, &of.duty.id);
    for row in rows {
        let periods = periods(case, &of.duty, &of.cadence, row);
        let mine: Vec<&&Record> = records.iter().filter(|r| belongs(r, row)).collect();
        for record in &mine {
            let used = place(&periods, &of.cadence, record.date);
            if of.defective == "noted" && used != (None, None) && lacks(of, record) {
                let said = Said::of("violated").facet("defect").day(Some(record.date));
                say(found, &of.duty, &[&record.id], said.about(whom(row)));
            }
        }
        let counted = mine
            .iter()
            .filter(|r| of.defective == "noted" || !lacks(of, r));
        let days: Vec<Date> = counted.map(|r| r.date).collect();
        judge_days(
            case,
            &of.duty,
            &of.cadence,
            row,
            &periods,
            &days,
            kind,
            found,
        );
    }
}

pub(super) fn belongs(record: &Record, row: Option<&Subject>) -> bool {
    row.is_none_or(|subject| record.subject.as_deref() == Some(&subject.id))
}

fn lacks(of: &Recurring, record: &Record) -> bool {
    let produces = of.produces.iter().all(|mark| record.marks.contains(mark));
    let quorate = match (of.quorum, of.expected) {
        (Some(quorum), Some(expected)) => {
            let (part, whole) = quorum.split_once('/').expect("a fraction");
            let (part, whole): (u32, u32) = (
                part.parse().expect("digits"),
                whole.parse().expect("digits"),
            );
            // present ≥ part/whole × expected, rounded up
            record
                .quantity
                .is_some_and(|present| present * whole >= part * expected)
        }
        _ => true,
    };
    !(produces && quorate && fits(record, of.requires.as_ref()))
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

/// The period that a day lies in, and the one just before in whose window it lies.
fn place(periods: &[Clipped], cadence: &Cadence, day: Date) -> (Option<usize>, Option<usize>) {
    let own = periods.iter().position(|p| contains(p.term, day));
    let before = match own {
        Some(own) => own.checked_sub(1),
        None => periods
            .iter()
            .rposition(|p| p.term.to < day)
            .filter(|at| at + 1 == periods.len()),
    };
    let window = cadence.hand_in.max(cadence.grace);
    let before = before.filter(|at| day <= add_workdays(periods[*at].term.to, window));
    (own, before)
}

#[allow(clippy::too_many_arguments, reason = "a sentence with many parts")]
pub(super) fn judge_days(
    case: &Case<'_>,
    duty: &Duty,
    cadence: &Cadence,
    row: Option<&Subject>,
    periods: &[Clipped],
    days: &[Date],
    kind: &str,
    found: &mut Findings,
) {
    let need = cadence.at_least.or(cadence.exactly).expect("one is given");
    let mut served = vec![0; periods.len()];
    // Those of a period's own that lie in the window of the one before.
    let mut in_window = vec![0; periods.len() + 1];
    for day in days {
        match place(periods, cadence, *day) {
            (_, Some(before))
                if cadence.hand_in > 0 && periods[before].judged && served[before] < need =>
            {
                served[before] += 1;
            }
            (own, before) => {
                if let Some(own) = own {
                    served[own] += 1;
                }
                if let Some(before) = before.filter(|_| cadence.grace > 0) {
                    in_window[before + 1] += 1;
                }
            }
        }
    }
    let mut late = vec![0; periods.len()];
    for at in (0..periods.len()).filter(|at| periods[*at].judged) {
        let spare = match served.get(at + 1) {
            Some(own) if periods[at + 1].judged => u32::saturating_sub(*own, need),
            _ => u32::MAX,
        };
        let lacking = need.saturating_sub(served[at]);
        late[at] = lacking.min(spare).min(in_window[at + 1]);
        if let Some(own) = served.get_mut(at + 1) {
            *own -= late[at];
        }
    }
    for (at, period) in periods
        .iter()
        .enumerate()
        .filter(|(_, p)| p.judged && p.term.from <= case.as_of)
    {
        let on_time = add_workdays(period.term.to, cadence.hand_in);
        let last = add_workdays(period.term.to, cadence.hand_in.max(cadence.grace));
        let over = case.as_of > last || (cadence.closes == "last_day" && case.as_of == last);
        let status = if served[at] >= need {
            if cadence.exactly.is_some_and(|exactly| served[at] > exactly) {
                "violated"
            } else {
                "met"
            }
        } else if served[at] + late[at] >= need {
            "late"
        } else if over {
            case.missed(kind)
        } else if case.as_of <= on_time {
            case.open(on_time)
        } else {
            "pending"
        };
        let mut parts = part(row);
        parts.push(&period.of.id);
        say(
            found,
            duty,
            &parts,
            Said::of(status).day(Some(period.term.to)).about(whom(row)),
        );
    }
}
