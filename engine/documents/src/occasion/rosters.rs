//! Rosters month by month.

use luoshi_calendar::{Unit, date, periods};
use luoshi_evidence::Kind;
use luoshi_rules::period_id;

use super::{Occasion, Scene};
use crate::files::Files;

/// Each roster in each month in which it has a shift.
pub(super) fn months(files: &Files<'_>) -> Vec<Occasion> {
    let columns = files.evidence.of(Kind::Shift);
    let mut found = Vec::new();
    for (at, roster) in files.plan.content.rosters.iter().enumerate() {
        let id = &roster.duty.id.name;
        let Some(code) = files.evidence.names.code(id) else {
            continue;
        };
        for month in periods(Unit::Month, files.plan.span) {
            let shift = |row: usize| {
                let day = date(columns.day[row]);
                columns.duty[row] == code && day.is_some_and(|day| month.span.contains(day))
            };
            if !(0..columns.len()).any(shift) {
                continue;
            }
            let about = format!("{} {}", roster.duty.name, files.period(month));
            let id = format!("{id}/{}", period_id(&month));
            let mut occasion = Occasion::of_period(id, about, month, Scene::Roster(at));
            occasion.duty = Some(roster.duty.id.name.to_string());
            found.push(occasion);
        }
    }
    found
}
