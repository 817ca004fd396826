//! 应评尽评: records that call for another, and their answers in time, or late, or never.

use jiff::civil::Date;
use luoshi_evidence::{Kind, Record};
use luoshi_plan::model::Timing;
use luoshi_plan::{Limit, after};
use luoshi_rules::{Check, EachNeeds, Status};

use super::{Done, Named};
use crate::chance::Chance;
use crate::days::{days, plus, spread, workdays_later};
use crate::planted::{Failure, How, Why};
use crate::world::World;

/// Rounds of answers to answers: a chain of papers is not longer.
const ROUNDS: usize = 6;

/// Which records are meant.
struct Wanted<'a> {
    kind: Kind,
    duties: &'a [String],
    status: &'a [String],
    marks: &'a [String],
}

impl Wanted<'_> {
    fn fits(&self, record: &Record) -> bool {
        self.fits_but_marks(record) && self.marks.iter().all(|m| record.marks.contains(m))
    }

    fn fits_but_marks(&self, record: &Record) -> bool {
        let one_of = |list: &[String], value: Option<&String>| {
            list.is_empty() || value.is_some_and(|v| list.contains(v))
        };
        record.kind == self.kind
            && one_of(self.duties, record.duty.as_ref())
            && one_of(self.status, record.status.as_ref())
    }
}

fn each(needs: &EachNeeds) -> Wanted<'_> {
    Wanted {
        kind: needs.each.kind,
        duties: &needs.each.duties,
        status: &needs.each.status,
        marks: &needs.each.marks,
    }
}

fn all<'a>(world: &World<'a>) -> Vec<(usize, &'a EachNeeds)> {
    let numbered = world.program.checks.iter().enumerate();
    numbered
        .filter_map(|(at, check)| match check {
            Check::EachNeeds(needs) => Some((at, needs)),
            _ => None,
        })
        .collect()
}

/// Makes the records that call for another, and all their answers.
pub(crate) fn fill_all(world: &mut World<'_>) {
    // Marks are set on records of others, which must be there first.
    let (marked, plain): (Vec<_>, Vec<_>) = all(world)
        .into_iter()
        .partition(|(_, n)| !n.each.marks.is_empty());
    for (at, needs) in plain.into_iter().chain(marked) {
        call(world, at, needs);
    }
    answer_all(world);
}

/// Makes records that call for another: new ones of the duty itself, or marked ones of others.
fn call(world: &mut World<'_>, at: usize, needs: &EachNeeds) {
    let duty = world.duty_of(at);
    let wanted = each(needs);
    let mut chance = world.chance(&format!("{duty} each"));
    let fitting = |world: &World<'_>, marked: bool| -> Vec<usize> {
        let last = latest(world, needs);
        let fits = |r: &Record| match marked {
            true => wanted.fits(r),
            false => wanted.fits_but_marks(r) && needs.span.contains(r.date) && r.date <= last,
        };
        world
            .alive()
            .filter(|(_, d)| fits(&d.record))
            .map(|(d, _)| d)
            .collect()
    };
    if !fitting(world, true).is_empty() {
        return;
    }
    if wanted.duties.iter().any(|d| d == duty) && fitting(world, false).is_empty() {
        let last = latest(world, needs);
        let open = days(needs.span.from, last, true, world.plan());
        for day in spread(&open, world.profile.cases as usize, &mut chance) {
            let mut record = world.furnished(needs.each.kind, day, duty, None, &mut chance);
            record.status = wanted.status.first().cloned();
            record.marks = wanted.marks.to_vec();
            world.add(record, Some((at, 0)));
        }
        return;
    }
    let candidates = fitting(world, false);
    let count = (world.profile.marked as usize).min(candidates.len());
    for n in 0..count {
        let (from, to) = (
            n * candidates.len() / count,
            (n + 1) * candidates.len() / count,
        );
        let draft = candidates[from + chance.below(to - from)];
        world.drafts[draft]
            .record
            .marks
            .extend(wanted.marks.iter().cloned());
    }
}

/// The last day of a record whose answer can still come before the end of the term.
fn latest(world: &World<'_>, needs: &EachNeeds) -> Date {
    let as_of = world.as_of();
    let back = match (needs.timing, needs.within) {
        (Timing::Within, Limit::Days(n)) => i64::from(n),
        (Timing::Within, Limit::Workdays(n)) => i64::from(n) * 3 / 2 + 3,
        (Timing::Within, Limit::Months(n)) => i64::from(n) * 31,
        _ => 3,
    };
    let enough = plus(as_of, -back - 25);
    // A long limit leaves no room: then some answers are still open at the end.
    let middle = plus(needs.span.from, i64::from(needs.span.len_days()) / 2);
    enough.max(middle.min(as_of))
}

/// Answers every record that calls for an answer and has none.
pub(crate) fn answer_all(world: &mut World<'_>) {
    for _ in 0..ROUNDS {
        let mut added = false;
        for (at, needs) in all(world) {
            for draft in judged(world, needs) {
                let left = world.unanswered.contains(&(at, draft));
                if !left && answer_of(world, needs, draft).is_none() {
                    added |= answer(world, at, needs, draft);
                }
            }
        }
        if !added {
            return;
        }
    }
}

/// The records that call for an answer, by day.
pub(crate) fn judged(world: &World<'_>, needs: &EachNeeds) -> Vec<usize> {
    let wanted = each(needs);
    let fits = |r: &Record| wanted.fits(r) && needs.span.contains(r.date);
    let mut found: Vec<usize> = world
        .alive()
        .filter(|(_, d)| fits(&d.record))
        .map(|(d, _)| d)
        .collect();
    found.sort_by_key(|d| (world.drafts[*d].record.date, *d));
    found
}

fn answer_of(world: &World<'_>, needs: &EachNeeds, draft: usize) -> Option<usize> {
    let wanted = Wanted {
        kind: needs.needs.kind,
        duties: &needs.needs.duties,
        status: &needs.needs.status,
        marks: &needs.needs.marks,
    };
    let answers = world.answers_to(draft).into_iter();
    let mut fitting: Vec<usize> = answers
        .filter(|a| wanted.fits(&world.drafts[*a].record))
        .collect();
    fitting.sort_by_key(|a| (world.drafts[*a].record.date, *a));
    fitting.first().copied()
}

/// Answers one record, by a record that is there already or by a new one.
fn answer(world: &mut World<'_>, at: usize, needs: &EachNeeds, draft: usize) -> bool {
    let Some(duty) = needs.needs.duties.first() else {
        return false;
    };
    let asked = world.drafts[draft].record.clone();
    let mut chance = world.chance(&format!("{duty} to {draft}"));
    let (from, to) = window(world, needs, &asked);
    if let Some(there) = there(world, needs, &asked, (from, to)) {
        world.drafts[there].refers = Some(draft);
        return true;
    }
    let Some(day) = day(world, needs, (from, to), &mut chance) else {
        world.unanswered.insert((at, draft));
        return false;
    };
    let subject = asked.subject.as_deref();
    let mut record = world.furnished(needs.needs.kind, day, duty, subject, &mut chance);
    record.status = needs.needs.status.first().cloned().or(record.status);
    for mark in &needs.needs.marks {
        if !record.marks.contains(mark) {
            record.marks.push(mark.clone());
        }
    }
    let answer = world.add(record, None);
    world.drafts[answer].refers = Some(draft);
    true
}

/// The days on which an answer is in time; none before the plan, or before the subject exists, if
/// there are others.
fn window(world: &World<'_>, needs: &EachNeeds, record: &Record) -> (Date, Date) {
    let plan = world.plan();
    let asked = record.date;
    let (from, to) = match needs.timing {
        Timing::Before => (plus(asked, -14), plus(asked, -1)),
        Timing::SameDayOrBefore => (plus(asked, -10), asked),
        Timing::ByDue => (plus(asked, -7), asked),
        Timing::Within => (asked, after(asked, needs.within, world.plan())),
    };
    let subject = record
        .subject
        .as_ref()
        .and_then(|s| plan.subject_index.get(s.as_str()));
    let born = subject.and_then(|at| plan.subjects[*at].from);
    let first = born.map_or(plan.span.from, |day| day.max(plan.span.from));
    (from.max(first.min(to)), to)
}

/// A record of a duty that recurs anyway, of the same subject and in time, not yet an answer.
fn there(
    world: &World<'_>,
    needs: &EachNeeds,
    asked: &Record,
    (from, to): (Date, Date),
) -> Option<usize> {
    let early = match needs.timing {
        Timing::Within => from,
        _ => Date::MIN,
    };
    let fits = |r: &Record| {
        needs
            .needs
            .duties
            .iter()
            .any(|d| r.duty.as_ref() == Some(d))
            && r.kind == needs.needs.kind
            && r.subject == asked.subject
            && (needs.needs.status.is_empty()
                || r.status
                    .as_ref()
                    .is_some_and(|s| needs.needs.status.contains(s)))
            && (early <= r.date && r.date <= to)
    };
    let mut free = world
        .alive()
        .filter(|(_, d)| d.serves.is_some() && d.refers.is_none() && !d.touched && fits(&d.record));
    free.next().map(|(at, _)| at)
}

fn day(
    world: &World<'_>,
    needs: &EachNeeds,
    (from, to): (Date, Date),
    chance: &mut Chance,
) -> Option<Date> {
    let first = match needs.timing {
        Timing::Within => workdays_later(from, 1, world.plan()).min(to),
        _ => from,
    };
    let all = days(first, to, true, world.plan());
    // In the first two thirds of the time that there is.
    let all = &all[..(all.len() * 2).div_ceil(3)];
    let open: Vec<Date> = all
        .iter()
        .copied()
        .filter(|day| *day <= world.as_of())
        .collect();
    open.get(chance.below(open.len())).copied()
}

/// Makes one answer missing or late.
pub(crate) fn plant(world: &mut World<'_>, at: usize, failure: &Failure) -> Result<Done, Why> {
    let Check::EachNeeds(needs) = world.check(at) else {
        return Err(Why::UnknownFinding);
    };
    let draft = world
        .numbered(&failure.finding, world.duty_of(at))
        .ok_or(Why::UnknownFinding)?;
    let asked = world.drafts[draft].record.clone();
    let (_, to) = window(world, needs, &asked);
    if to >= world.as_of() {
        return Err(Why::NotDue);
    }
    let answer = answer_of(world, needs, draft).ok_or(Why::NoRoom)?;
    let how = failure.how.unwrap_or(match failure.status {
        Status::Late | Status::Violated => How::Late,
        _ => How::None,
    });
    match how {
        How::None => {
            world.unanswered.insert((at, draft));
            match world.drafts[answer].serves {
                Some(_) => world.drafts[answer].refers = None,
                None => world.remove(answer),
            }
        }
        How::Late => {
            let mut chance = world.chance(&failure.finding);
            let day = super::deadline::late_day(world, needs.grace, to, failure, &mut chance)?;
            world.touch(answer).date = day;
            follow(world, answer, day);
        }
        _ => return Err(Why::Mismatch),
    }
    Ok(Done {
        day: to,
        about: asked.subject,
        named: Named::Draft(draft),
    })
}

/// Answers to a record that moved are given anew, after it.
fn follow(world: &mut World<'_>, moved: usize, day: Date) {
    for next in world.answers_to(moved) {
        if world.drafts[next].record.date < day && world.drafts[next].serves.is_none() {
            world.remove(next);
        }
    }
}
