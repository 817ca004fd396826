//! What a veto measures of a duty over the days before an incident.

use std::ops::Range;
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
    /// Number of days, up to the one before the last on which an incident counts.
    pub days: usize,
}

/// Records and their quantities, by row and then by day.
#[derive(Debug, Default)]
pub(crate) struct DaySums(Vec<Vec<Measurable>>);

/// A record that a window may hold.
#[derive(Debug, Clone, Copy)]
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

    /// The days that may be measured, as numbers.
    pub(crate) fn numbers(&self) -> Range<i32> {
        let days = i32::try_from(self.days).unwrap_or(i32::MAX);
        self.base..self.base.saturating_add(days)
    }

    pub(crate) fn collect(&self, rows: Rows<'_>, sums: &mut DaySums, cx: &mut CollectCx<'_>) {
        let columns = cx.evidence.of(self.kind);
        let places = Places::new(cx.plan, &self.rows, &cx.evidence.names);
        // Of one length, so that one look says that a row is in all of them.
        let count = columns.len();
        let (days, quantities) = (&columns.day[..count], &columns.quantity[..count]);
        let subjects = &columns.subject[..count];
        let window = self.numbers();
        // Most plans ask the same of each place.
        let each = rows.len().div_ceil(self.rows.len().max(1));
        let room = || Vec::<Measurable>::with_capacity(each);
        let mut records: Vec<_> = self.rows.iter().map(|_| room()).collect();
        // Columns are in order of day, and so are the records of each row.
        rows.each(|row| {
            let day = days[row];
            if !window.contains(&day) {
                return;
            }
            let quantity = quantities[row].max(0);
            for at in places.of(subjects[row]) {
                let records = &mut records[usize::from(*at)];
                let last = records.last();
                let last = last.map_or((None, 0, 0), |last| (Some(last.day), last.days, last.sum));
                records.push(Measurable {
                    day,
                    days: last.1 + u32::from(last.0 != Some(day)),
                    sum: last.2 + quantity,
                });
            }
        });
        *sums = DaySums(records);
    }
}

impl DaySums {
    /// What a row has from one day up to the day before another.
    pub(super) fn measure(&self, row: usize, from: i32, to: i32) -> Measured {
        let records = self.0.get(row).map_or(&[][..], Vec::as_slice);
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
