//! What a veto measures of a duty over the days before an incident.

use std::sync::Arc;

use luoshi_evidence::Kind;

use crate::check::{CollectCx, Rows, interest};
use crate::lut::Places;
use crate::program::{Interest, Row};

/// What a veto measures of a duty over the days before an incident.
#[derive(Debug, Clone)]
pub struct LapseWindow {
    /// Index of the veto among the duties.
    pub veto: usize,
    /// The kind of record measured.
    pub kind: Kind,
    /// Their `duty`.
    pub record_duty: String,
    /// Subjects.
    pub rows: Arc<[Row]>,
    /// First day that may be measured, as a number.
    pub base: i32,
    /// Number of days.
    pub days: usize,
}

/// Records and their quantities, by row and then by day.
#[derive(Debug, Default)]
pub(crate) struct DaySums {
    records: Vec<Measurable>,
    /// Where the records of each row begin and end.
    bounds: Vec<(u32, u32)>,
}

/// A record that a window may hold.
#[derive(Debug, Clone, Copy, Default)]
struct Measurable {
    day: i32,
    /// How many days of the row have a record up to this one.
    days: u32,
    /// The quantities of the row up to this one together.
    sum: i64,
}

/// One window measured.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Measured {
    pub(super) records: u32,
    pub(super) days: u32,
    pub(super) sum: i64,
}

impl LapseWindow {
    pub(crate) fn interests(&self) -> Vec<Interest> {
        vec![interest(self.kind, &self.record_duty)]
    }

    pub(crate) fn collect(&self, rows: Rows<'_>, sums: &mut DaySums, cx: &mut CollectCx<'_>) {
        let columns = cx.evidence.of(self.kind);
        let places = Places::new(cx.plan, &self.rows, &cx.evidence.names);
        // Of one length, so that one look says that a row is in all of them.
        let count = columns.len();
        let (days, quantities) = (&columns.day[..count], &columns.quantity[..count]);
        let subjects = &columns.subject[..count];
        // Room for all that names the place of a row, whether or not a window can hold it.
        let mut named = vec![0_u32; cx.evidence.names.len()];
        rows.each(|row| named[subjects[row] as usize] += 1);
        let mut bounds = vec![(0, 0); self.rows.len()];
        for (name, count) in (0..).zip(&named).filter(|(_, count)| **count > 0) {
            for at in places.of(name) {
                bounds[usize::from(*at)].1 += count;
            }
        }
        let mut room = 0;
        for (start, end) in &mut bounds {
            let count = *end;
            (*start, *end) = (room, room);
            room += count;
        }
        let mut records = vec![Measurable::default(); room as usize];
        let days_of_window = i32::try_from(self.days).unwrap_or(i32::MAX);
        let window = self.base..self.base.saturating_add(days_of_window);
        // Columns are in order of day, and so are the records of each row: what each has so far.
        let mut so_far = vec![Measurable::default(); self.rows.len()];
        rows.each(|row| {
            let day = days[row];
            if !window.contains(&day) {
                return;
            }
            let quantity = quantities[row].max(0);
            for at in places.of(subjects[row]) {
                let (start, end) = &mut bounds[usize::from(*at)];
                let so_far = &mut so_far[usize::from(*at)];
                so_far.days += u32::from(end == start || so_far.day < day);
                so_far.day = day;
                so_far.sum += quantity;
                records[*end as usize] = *so_far;
                *end += 1;
            }
        });
        *sums = DaySums { records, bounds };
    }
}

impl DaySums {
    /// What a row has from one day up to the day before another.
    pub(super) fn measure(&self, row: usize, from: i32, to: i32) -> Measured {
        let (start, end) = self.bounds.get(row).copied().unwrap_or_default();
        let records = &self.records[start as usize..end as usize];
        let before = |day: i32| records.partition_point(|record| record.day < day);
        let (first, end) = (before(from), before(to.max(from)));
        let up_to = |end: usize| {
            end.checked_sub(1).map_or((0, 0), |at| {
                let last = &records[at];
                (last.days, last.sum)
            })
        };
        let ((days_before, sum_before), (days, sum)) = (up_to(first), up_to(end));
        Measured {
            records: u32::try_from(end - first).unwrap_or(u32::MAX),
            days: days - days_before,
            sum: sum - sum_before,
        }
    }
}
