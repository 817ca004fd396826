//! 指标: a value at the end of every period, on the good side of the target.

use jiff::civil::Date;
use luoshi_evidence::{Hundredths, Kind, Record};
use luoshi_plan::model::{Direction, IndicatorSource};
use luoshi_rules::{Indicator, Status};

use super::Done;
use crate::chance::Chance;
use crate::days::{days, plus};
use crate::planted::{Failure, How, Why};
use crate::world::World;

/// Measures every period that is over.
pub(crate) fn fill(world: &mut World<'_>, at: usize, indicator: &Indicator) {
    if indicator.source == IndicatorSource::IncidentCount {
        return;
    }
    let mut chance = world.chance(world.duty_of(at));
    for (cell, row) in indicator.rows.iter().enumerate() {
        for period in &indicator.table.periods {
            // What counts for the target is measured by its day.
            let by = indicator
                .target
                .map(|(_, by)| by)
                .filter(|by| period.span.contains(*by));
            let last = by.unwrap_or(period.span.to).min(world.as_of());
            let open = days(
                plus(last, -6).max(period.span.from),
                last,
                true,
                world.plan(),
            );
            let Some(day) = open.get(chance.below(open.len())) else {
                continue;
            };
            let mut record = Record::new(Kind::Metric, *day);
            record.duty = Some(indicator.record_duty.clone());
            record.subject = world.subject_of(row).map(str::to_owned);
            let written = world.profile.metrics.get(world.duty_of(at));
            let value = match written {
                Some((least, most)) => 100 * chance.between(i64::from(*least), i64::from(*most)),
                None => value(indicator, &mut chance),
            };
            record.quantity = Some(Hundredths(value));
            world.add(record, Some((at, cell)));
        }
    }
}

fn value(indicator: &Indicator, chance: &mut Chance) -> i64 {
    let by = indicator.target.map_or(Date::MAX, |(_, by)| by);
    let periods = indicator.table.periods.iter();
    let count = periods.filter(|p| p.span.from <= by).count();
    let periods = i64::try_from(count).unwrap_or(1).max(1);
    let share = match indicator.source {
        IndicatorSource::MetricSum => periods,
        _ => 1,
    };
    if let Some((target, _)) = indicator.target {
        let better = chance.between(0, target.0.abs() / share / 20);
        return match indicator.direction {
            Direction::Up => target.0 / share + 1 + better,
            Direction::Down => (target.0 / share - better).max(0),
        };
    }
    match (indicator.unit.as_deref(), indicator.baseline) {
        (Some("%"), _) => chance.between(8_600, 9_700) / 10 * 10,
        (_, Some(base)) => base.0 / share + chance.between(-2, 2) * 100,
        _ => chance.between(6, 40) * 100,
    }
}

/// Makes a target missed, or its value unknown.
pub(crate) fn plant(
    world: &mut World<'_>,
    at: usize,
    indicator: &Indicator,
    failure: &Failure,
) -> Result<Done, Why> {
    let (target, by) = indicator.target.ok_or(Why::UnknownFinding)?;
    let duty = world.duty_of(at);
    let named = |cell: &usize| {
        let subject = world.subject_of(&indicator.rows[*cell]);
        failure.finding == subject.map_or(duty.to_owned(), |s| format!("{duty}/{s}"))
    };
    let cell = (0..indicator.rows.len())
        .find(named)
        .ok_or(Why::UnknownFinding)?;
    if by >= world.as_of() {
        return Err(Why::NotDue);
    }
    let drafts = world.serving(at, cell);
    let in_time = drafts.iter().rfind(|d| world.drafts[**d].record.date <= by);
    let last = *in_time.ok_or(Why::Follows)?;
    match (failure.status, failure.how) {
        (Status::Unknown, _) | (_, Some(How::None)) => {
            drafts.into_iter().for_each(|d| world.remove(d));
        }
        _ => {
            let bad = match indicator.direction {
                Direction::Up => target.0 * 4 / 5,
                Direction::Down => target.0 * 6 / 5 + 100,
            };
            for draft in &drafts {
                world.touch(*draft).quantity = Some(Hundredths(0));
            }
            world.touch(last).quantity = Some(Hundredths(bad));
        }
    }
    Ok(Done::written(by, world.subject_of(&indicator.rows[cell])))
}
