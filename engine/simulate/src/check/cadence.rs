//! How often: records spread over the days of each period, or too few, too late, too many.

use jiff::civil::Date;
use luoshi_calendar::Span;
use luoshi_evidence::Kind;
use luoshi_rules::{Cadence, Check, Row, Status};

use super::{Done, Named};
use crate::chance::Chance;
use crate::days::{days, plus, spread};
use crate::furnish::{spoil, spoils};
use crate::planted::{Failure, How, Why};
use crate::world::World;

/// A period of a row, with what is needed to serve it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cell {
    row: usize,
    period: usize,
    /// Its days on which the row exists.
    span: Span,
}

impl Cell {
    fn index(self, cadence: &Cadence) -> usize {
        self.row * (cadence.table.periods.len() + 1) + self.period
    }
}

/// Serves every judged period of every row.
pub(crate) fn fill(world: &mut World<'_>, at: usize) {
    let Check::Cadence(cadence) = world.check(at) else {
        return;
    };
    let mut chance = world.chance(world.duty_of(at));
    for cell in cells(cadence, world.as_of()) {
        serve(world, at, cadence, cell, &mut chance);
    }
}

/// The periods that are judged and have begun.
fn cells(cadence: &Cadence, as_of: Date) -> Vec<Cell> {
    let mut found = Vec::new();
    for (row, spec) in cadence.rows.iter().enumerate() {
        for (period, _) in cadence.table.periods.iter().enumerate() {
            if let Some(span) = judged(cadence, spec, period, as_of) {
                found.push(Cell { row, period, span });
            }
        }
    }
    found
}

/// The days of a period on which it is judged for a row, if it is and has begun.
pub(crate) fn judged(cadence: &Cadence, row: &Row, period: usize, as_of: Date) -> Option<Span> {
    let table = &cadence.table;
    let whole = table.periods[period];
    let clipped = row.span.map_or(Some(whole), |life| whole.clip(life))?;
    (clipped.counts(table.partial) && clipped.span.from <= as_of).then_some(clipped.span)
}

fn serve(world: &mut World<'_>, at: usize, cadence: &Cadence, cell: Cell, chance: &mut Chance) {
    let have = serving(world, at, cadence, cell).len();
    let open = open_days(world, cadence, cell);
    let mut want = (cadence.need as usize).saturating_sub(have);
    if cell.span.to > world.as_of() {
        // The period still runs: as much as belongs to the days gone by.
        let gone = luoshi_calendar::number(world.as_of()) - luoshi_calendar::number(cell.span.from);
        want = want * usize::try_from(gone.max(0)).unwrap_or(0) / cell.span.len_days() as usize;
    }
    if chance.happens(world.profile.surplus) && may_exceed(world, cadence) && want > 0 {
        want += 1;
    }
    for day in spread(&open, want, chance) {
        let draft = record(world, at, cadence, cell, day, chance);
        world.drafts[draft].backfilled = chance.happens(world.profile.backfilled);
    }
}

fn record(
    world: &mut World<'_>,
    at: usize,
    cadence: &Cadence,
    cell: Cell,
    day: Date,
    chance: &mut Chance,
) -> usize {
    // Where records of another duty count too, the other is the one that is held.
    let duty = cadence.record_duties.last().map_or("", String::as_str);
    let row = &cadence.rows[cell.row];
    let mut record = world.furnished(cadence.kind, day, duty, world.subject_of(row), chance);
    if let Some(unit) = row.unit {
        record.actor = vec![cadence.units[unit as usize].clone()];
    }
    world.add(record, Some((at, cell.index(cadence))))
}

/// Whether a record more than needed serves no other period and is not one too many.
fn may_exceed(world: &World<'_>, cadence: &Cadence) -> bool {
    if cadence.hand_in {
        return false;
    }
    let shares = |other: &Cadence| {
        other
            .record_duties
            .iter()
            .any(|d| cadence.record_duties.contains(d))
    };
    let checks = world.program.checks.iter();
    !checks
        .filter_map(|c| match c {
            Check::Cadence(c) => Some(c),
            _ => None,
        })
        .any(|c| c.exactly && c.kind == cadence.kind && shares(c))
}

/// Drafts that serve a cell: made for it, or by day if they were made for another duty.
fn serving(world: &World<'_>, at: usize, cadence: &Cadence, cell: Cell) -> Vec<usize> {
    let mut found = world.serving(at, cell.index(cadence));
    let subject = world.subject_of(&cadence.rows[cell.row]);
    let span = cadence.table.periods[cell.period].span;
    for duty in &cadence.record_duties {
        for draft in world.of_duty(cadence.kind, duty) {
            let other = &world.drafts[draft];
            let mine = other.serves.is_some_and(|(check, _)| check == at);
            let here = subject.is_none() || other.record.subject.as_deref() == subject;
            if !mine && here && span.contains(other.record.date) {
                found.push(draft);
            }
        }
    }
    found
}

fn at_work(kind: Kind) -> bool {
    kind != Kind::Shift
}

/// Days on which a record serves this period and cannot serve another.
fn open_days(world: &World<'_>, cadence: &Cadence, cell: Cell) -> Vec<Date> {
    let table = &cadence.table;
    let closes = table.closes[cell.period];
    if cadence.hand_in && closes <= world.as_of() && closes > table.periods[cell.period].span.to {
        return window(world, cadence, cell);
    }
    let last = cell.span.to.min(world.as_of());
    let before = cell.period.checked_sub(1).map(|at| table.closes[at]);
    let free = before.map_or(cell.span.from, |day| plus(day, 1).max(cell.span.from));
    let first = if free <= last { free } else { cell.span.from };
    days(first, last, at_work(cadence.kind), world.plan())
}

/// The days after a period in which a record can still serve it.
fn window(world: &World<'_>, cadence: &Cadence, cell: Cell) -> Vec<Date> {
    let first = plus(cadence.table.periods[cell.period].span.to, 1);
    let last = cadence.table.closes[cell.period].min(world.as_of());
    days(first, last, at_work(cadence.kind), world.plan())
}

/// Makes one period fail.
pub(crate) fn plant(
    world: &mut World<'_>,
    at: usize,
    cadence: &Cadence,
    failure: &Failure,
) -> Result<Done, Why> {
    let (cell, defect) = find(world, at, cadence, failure).ok_or(Why::UnknownFinding)?;
    let mut chance = world.chance(&failure.finding);
    let period = &cadence.table.periods[cell.period];
    let mut done = Done::written(period.span.to, world.subject_of(&cadence.rows[cell.row]));
    if defect {
        let draft = defective(world, at, cadence, cell, failure)?;
        done.day = world.drafts[draft].record.date;
        done.named = Named::Draft(draft);
        return Ok(done);
    }
    let how = failure.how.unwrap_or(match failure.status {
        Status::Late => How::Late,
        Status::Violated => How::TooMany,
        _ => How::Short,
    });
    if how != How::TooMany && cadence.table.closes[cell.period] >= world.as_of() {
        return Err(Why::NotDue);
    }
    match how {
        How::TooMany if cadence.exactly => {
            let open = open_days(world, cadence, cell);
            let day = *spread(&open, 1, &mut chance).first().ok_or(Why::NoRoom)?;
            let draft = record(world, at, cadence, cell, day, &mut chance);
            world.touch(draft);
        }
        How::None => leave(world, at, cadence, cell, 0)?,
        How::Short => leave(world, at, cadence, cell, cadence.need as usize - 1)?,
        How::Late => late(world, at, cadence, cell, &mut chance)?,
        how if spoils(how) && !cadence.noted => {
            defective(world, at, cadence, cell, failure)?;
        }
        _ => return Err(Why::Mismatch),
    }
    Ok(done)
}

/// The cell that a finding is about, and whether it is about a defect there.
fn find(
    world: &World<'_>,
    at: usize,
    cadence: &Cadence,
    failure: &Failure,
) -> Option<(Cell, bool)> {
    let duty = world.duty_of(at);
    cells(cadence, world.as_of()).into_iter().find_map(|cell| {
        let row = &cadence.rows[cell.row];
        let unit = row.unit.map(|u| cadence.units[u as usize].as_str());
        let place = match (world.subject_of(row), unit) {
            (Some(subject), Some(unit)) => format!("/{subject}.{unit}"),
            (Some(one), None) | (None, Some(one)) => format!("/{one}"),
            (None, None) => String::new(),
        };
        let end = format!(
            "{place}/{}",
            luoshi_rules::period_id(&cadence.table.periods[cell.period])
        );
        if failure.finding == format!("{duty}{end}") {
            return Some((cell, false));
        }
        (failure.finding == format!("{duty}.defect{end}")).then_some((cell, true))
    })
}

/// Takes records out until so many are left, those that nothing hangs on first.
fn leave(
    world: &mut World<'_>,
    at: usize,
    cadence: &Cadence,
    cell: Cell,
    left: usize,
) -> Result<(), Why> {
    let mut drafts = serving(world, at, cadence, cell);
    drafts.retain(|d| !world.drafts[*d].touched);
    drafts.sort_by_key(|d| (!world.stands_alone(*d), std::cmp::Reverse(*d)));
    let surplus = serving(world, at, cadence, cell).len().saturating_sub(left);
    if drafts.len() < surplus {
        return Err(Why::NoRoom);
    }
    for draft in drafts.into_iter().take(surplus) {
        world.remove(draft);
    }
    Ok(())
}

/// Moves one record into the days of grace.
fn late(
    world: &mut World<'_>,
    at: usize,
    cadence: &Cadence,
    cell: Cell,
    chance: &mut Chance,
) -> Result<(), Why> {
    let window = window(world, cadence, cell);
    if cadence.hand_in || window.is_empty() {
        return Err(Why::Mismatch);
    }
    leave(world, at, cadence, cell, cadence.need as usize)?;
    let drafts = serving(world, at, cadence, cell);
    let free = |d: &&usize| world.stands_alone(**d) && !world.drafts[**d].touched;
    let draft = *drafts.iter().rev().find(free).ok_or(Why::NoRoom)?;
    let day = *spread(&window, 1, chance).first().ok_or(Why::NoRoom)?;
    world.touch(draft).date = day;
    Ok(())
}

/// Takes from one record what it needs to count.
fn defective(
    world: &mut World<'_>,
    at: usize,
    cadence: &Cadence,
    cell: Cell,
    failure: &Failure,
) -> Result<usize, Why> {
    if !cadence.noted {
        leave(world, at, cadence, cell, cadence.need as usize)?;
    }
    let drafts = serving(world, at, cadence, cell);
    let free = |d: &&usize| !world.drafts[**d].touched;
    let draft = *drafts.iter().rev().find(free).ok_or(Why::NoRoom)?;
    let mut record = world.drafts[draft].record.clone();
    spoil(&mut record, &cadence.requirement, failure.how)?;
    *world.touch(draft) = record;
    Ok(draft)
}
