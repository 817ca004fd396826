//! 督办阶梯: steps, windows, release, as *Ladders* of `MEANING.md` says.

mod records;

use jiff::civil::Date;
use luoshi_calendar::{Span, date, number};
use luoshi_evidence::Kind;
use luoshi_plan::model::{Ladder, LadderStep, Trigger};
use luoshi_plan::{Settable, after};

use super::JudgeCx;
use super::deadline::{judge_deadline, so_far, workdays_late};
use super::veto::is_competent;
use crate::assessment::{Decision, Status};
use crate::program::Row;
use crate::reason::{LadderCase, Reason};
use crate::verdict::{Facet, Verdict};
use records::{Event, Events, Records};

/// Judges a ladder for each of its rows.
pub(crate) fn judge(
    duty: usize,
    ladder: &Ladder,
    rows: &[Row],
    span: Span,
    verdicts: &[Verdict],
    cx: &JudgeCx<'_>,
) -> Vec<Verdict> {
    let open = |step: &LadderStep| match &step.window {
        Settable::Unset(parameter) => parameter.clone(),
        Settable::Set(_) => None,
    };
    if let Some(parameter) = ladder.steps.iter().find_map(open) {
        let reason = Reason::Unset(Some(parameter));
        return vec![Verdict::new(duty, Status::Unset, reason)];
    }
    if rows.is_empty() {
        return vec![Verdict::not_applicable(duty, Reason::NoSubjects)];
    }
    let events = Events::of(&ladder.trigger, span, verdicts, cx);
    let on = Records::on(ladder, cx);
    let mut out = Vec::new();
    for row in rows {
        judge_row(
            duty,
            ladder,
            *row,
            events.at(row.subject),
            &on,
            cx,
            &mut out,
        );
    }
    out
}

/// A step while it is in force.
#[derive(Debug, Clone, Copy)]
struct Term<'l> {
    step: &'l LadderStep,
    from: Date,
    /// The day of the decision that ended it.
    until: Option<Date>,
    /// Whether that released it: then a report of the day itself is one on this step still.
    released: bool,
}

/// Decisions on a ladder's steps, as they follow each other.
#[derive(Debug, Default)]
struct Course<'l> {
    in_force: Option<(usize, &'l LadderStep, Date)>,
    /// Every step that was ever in force, one after the other.
    terms: Vec<Term<'l>>,
    /// The last release, if no step was taken since.
    released: Option<Date>,
    /// The last release: what happened until then is settled by it, whatever came later.
    settled: Option<Date>,
    applied: Option<Date>,
}

impl Course<'_> {
    /// The step in force, if there is one, is no longer.
    fn end(&mut self, day: Date, released: bool) {
        if let Some(term) = self.terms.last_mut().filter(|_| self.in_force.is_some()) {
            term.until = Some(day);
            term.released = released;
        }
    }
}

fn course<'l, 'a>(
    ladder: &'l Ladder,
    subject: Option<&'a str>,
    on: &Records<'a>,
    cx: &JudgeCx<'a>,
) -> Course<'l> {
    let names = &cx.evidence.names;
    let concerns = |kind: Kind| {
        let columns = cx.columns(kind);
        let rows = on.of(kind, subject).iter();
        rows.filter_map(move |row| {
            let (status, actor) = (columns.status[*row], columns.actor[*row]);
            Some((
                date(columns.day[*row])?,
                names.text(status),
                names.text(actor),
            ))
        })
    };
    let may = |actor: &str, step: &LadderStep| is_competent(actor, Some(step.decided_by.level), cx);
    let mut course = Course::default();
    let mut refused = None;
    for (day, status, actor) in concerns(Kind::Decision) {
        let decided = ladder.steps.iter().position(|step| step.id == status);
        if let Some(at) = decided.filter(|at| may(actor, &ladder.steps[*at])) {
            course.end(day, false);
            course.terms.push(Term {
                step: &ladder.steps[at],
                from: day,
                until: None,
                released: false,
            });
            course.in_force = Some((at, &ladder.steps[at], day));
            course.released = None;
        }
        // Only a step in force can be released, by whoever may take it.
        let releases = course.in_force.is_some_and(|(_, step, _)| may(actor, step));
        match status {
            "accepted" if releases => {
                course.end(day, true);
                course.in_force = None;
                course.released = Some(day);
                course.settled = Some(day);
            }
            "rejected" if releases => refused = Some(day),
            _ => {}
        }
    }
    let since = course.in_force.map(|(_, _, day)| day);
    course.applied = concerns(Kind::Rectification)
        .map(|(day, status, _)| (day, status))
        .filter(|(day, status)| *status == "applied" && since.is_some_and(|s| *day >= s))
        .rfind(|(day, _)| refused.is_none_or(|refused| *day > refused))
        .map(|(day, _)| day);
    course
}

fn judge_row<'a>(
    duty: usize,
    ladder: &Ladder,
    row: Row,
    events: &[Event],
    on: &Records<'a>,
    cx: &JudgeCx<'a>,
    out: &mut Vec<Verdict>,
) {
    let subject = row
        .subject
        .map(|at| cx.plan.subjects[at as usize].id.name.as_str());
    let course = course(ladder, subject, on, cx);
    let fresh: Vec<Event> = events
        .iter()
        .filter(|e| course.settled.is_none_or(|day| e.day > day))
        .copied()
        .collect();
    let reached = window(&fresh, &ladder.trigger, cx);
    let window_end =
        |step: &LadderStep, from: Date| step.window.get().map(|w| after(from, *w, cx.plan));
    let proposed = match course.in_force {
        Some((at, step, from)) => window_end(step, from)
            .filter(|end| *end < cx.as_of)
            .and_then(|_| ladder.steps.get(at + 1)),
        None => reached.as_ref().and_then(|hit| {
            let severe = hit.iter().any(|e| e.severe);
            let start = ladder.trigger.severe_step.as_ref().filter(|_| severe);
            start
                .and_then(|id| ladder.steps.iter().find(|s| s.id == *id))
                .or(ladder.steps.first())
        }),
    };
    let status = if course.in_force.is_some() || proposed.is_some() {
        Status::Violated
    } else {
        Status::Met
    };
    let hit = reached.unwrap_or_default();
    let reason = Reason::Ladder(Box::new(LadderCase {
        events: u32::try_from(hit.len()).unwrap_or(u32::MAX),
        needed: ladder.trigger.at_least,
        in_force: course
            .in_force
            .map(|(_, s, from)| (s.name.clone(), from, window_end(s, from))),
        proposed: proposed.map(|s| s.name.clone()),
        applied: course.applied,
        released: course.released,
    }));
    let mut verdict = Verdict::new(duty, status, reason);
    verdict.subject = row.subject;
    verdict.day = hit
        .last()
        .map(|e| e.day)
        .or(Some(cx.as_of.min(cx.plan.span.to)));
    verdict.figure = i64::try_from(hit.len()).unwrap_or(i64::MAX);
    verdict.evidence = hit.iter().map(|e| e.record).filter(|r| *r != 0).collect();
    verdict.decision = match status {
        Status::Violated if course.in_force.is_some() => Some(Decision::Confirmed),
        Status::Violated => Some(Decision::Proposed),
        _ => course.released.map(|_| Decision::Lifted),
    };
    out.push(verdict);
    let reports = on.of(Kind::Report, subject);
    for term in &course.terms {
        judge_reports(duty, term, row, reports, cx, out);
    }
}

/// The last sliding window that holds enough events; a severe one is enough by itself.
fn window(events: &[Event], trigger: &Trigger, cx: &JudgeCx<'_>) -> Option<Vec<Event>> {
    if trigger.severe_step.is_some()
        && let Some(severe) = events.iter().rev().find(|e| e.severe)
    {
        return Some(vec![*severe]);
    }
    let needed = trigger.at_least.max(1) as usize;
    let mut start = 0;
    let mut hit = None;
    for (end, event) in events.iter().enumerate() {
        if let Some(limit) = trigger.within {
            while after(events[start].day, limit, cx.plan) < event.day {
                start += 1;
            }
        }
        if end + 1 - start >= needed {
            hit = Some(&events[start..=end]);
        }
    }
    hit.map(<[Event]>::to_vec)
}

fn judge_reports(
    duty: usize,
    term: &Term<'_>,
    row: Row,
    reports: &[usize],
    cx: &JudgeCx<'_>,
    out: &mut Vec<Verdict>,
) {
    let Term { step, from, .. } = *term;
    let Some(report) = &step.report else { return };
    let columns = cx.columns(Kind::Report);
    // Columns are in order of day, and terms follow one another.
    let before = |day: Date| reports.partition_point(|row| columns.day[*row] < number(day));
    let end_of_term = term.until.map_or(reports.len(), |until| {
        let first = if term.released {
            until.tomorrow()
        } else {
            Ok(until)
        };
        first.map_or(reports.len(), before)
    });
    let mut given = reports[before(from)..end_of_term].iter();
    // A step without a window asks for reports until it is accepted.
    let end = step.window.get().map(|w| after(from, *w, cx.plan));
    let asked = |day: &Date| {
        end.is_none_or(|end| *day <= end) && term.until.is_none_or(|until| *day < until)
    };
    let mut due = report
        .first
        .or(report.then_every)
        .map(|limit| after(from, limit, cx.plan));
    while let Some(day) = due.filter(asked) {
        let answer = given.next();
        let answer = answer.and_then(|row| Some((date(columns.day[*row])?, *row)));
        let (status, mut reason, mut figure) =
            judge_deadline(day, answer.map(|(d, _)| d), None, Kind::Report, cx);
        // None that comes later is one on this step.
        if let (Some(until), None) = (term.until, answer) {
            figure = workdays_late(day, until.min(so_far(day, cx)), cx);
            if status == Status::Missed {
                reason = Reason::Unreported {
                    due: day,
                    until,
                    workdays: figure,
                };
            }
        }
        let mut verdict = Verdict::new(duty, status, reason);
        verdict.facet = Facet::Report;
        verdict.subject = row.subject;
        verdict.day = Some(day);
        verdict.figure = figure;
        if let Some((_, row)) = answer {
            verdict.evidence.push(columns.id[row]);
            verdict.backfilled = cx.backfilled(Kind::Report, [super::index(row)]);
        }
        let over = day > cx.as_of;
        out.push(verdict);
        due = report
            .then_every
            .map(|l| after(day, l, cx.plan))
            .filter(|next| *next > day && !over);
    }
}
