//! Which records were entered late, although they could have been entered in time.

/// Days.
const WEEK: i64 = 7;

/// A record that says when it was entered.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    /// Its row.
    pub(crate) row: usize,
    /// The day on which it happened.
    pub(crate) day: i32,
    /// The day on which it was entered.
    pub(crate) recorded: i32,
}

/// From when on an entry is late.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Not after so many days, public holidays not counted.
    pub(crate) days: i64,
    /// Nor after so many, if the ledger stood still.
    pub(crate) pause: i64,
    /// It stood still if entries were made on fewer days than this.
    pub(crate) passed: usize,
}

/// When the ledger was kept.
#[derive(Debug)]
pub(crate) struct Ledger {
    /// The days on which something was entered, in order.
    pub(crate) entry_days: Vec<i32>,
    /// Public holidays, in order.
    holidays: Vec<i32>,
}

impl Ledger {
    /// The ledger of these entries.
    pub(crate) fn new(entries: &[Entry], mut holidays: Vec<i32>) -> Ledger {
        let mut entry_days: Vec<i32> = entries.iter().map(|entry| entry.recorded).collect();
        entry_days.sort_unstable();
        entry_days.dedup();
        holidays.sort_unstable();
        Ledger {
            entry_days,
            holidays,
        }
    }

    /// The late ones, by the day of entry and then by the day on which they happened.
    pub(crate) fn late(&self, entries: &[Entry], limits: &Limits) -> Vec<Entry> {
        let is_late = |entry: &&Entry| self.is_late(entry, limits);
        let mut late: Vec<Entry> = entries.iter().filter(is_late).copied().collect();
        late.sort_unstable_by_key(|entry| (entry.recorded, entry.day, entry.row));
        late
    }

    /// Over how many days the entries made from one day to another came in: those days, and the days before them on
    /// which nothing was entered. Of these a week counts at most, since an office can be expected to enter something
    /// every week, and public holidays beside it.
    pub(crate) fn span(&self, first: i32, last: i32) -> i64 {
        let at = self.entry_days.partition_point(|day| *day < first);
        let before = at.checked_sub(1).map(|at| self.entry_days[at]);
        let idle = before.map_or(WEEK, |before| {
            let closed = between(&self.holidays, before, first);
            let idle = i64::from(first) - i64::from(before) - closed;
            idle.min(WEEK) + closed
        });
        idle + i64::from(last) - i64::from(first)
    }

    /// What was entered late while other records were being entered, or later than any pause explains.
    fn is_late(&self, entry: &Entry, limits: &Limits) -> bool {
        if entry.recorded <= entry.day {
            return false;
        }
        let wait = entry.wait() - between(&self.holidays, entry.day, entry.recorded);
        // The day of the entry itself passes nothing over.
        let passed = between(&self.entry_days, entry.day, entry.recorded) - 1;
        let passed = usize::try_from(passed).unwrap_or(0);
        wait > limits.days && (passed >= limits.passed || wait > limits.pause)
    }
}

impl Entry {
    /// Days from the day on which it happened to that of its entry.
    pub(crate) fn wait(&self) -> i64 {
        i64::from(self.recorded) - i64::from(self.day)
    }
}

/// How many of these days, which are in order, lie after one day and not after another.
fn between(days: &[i32], after: i32, to: i32) -> i64 {
    let before = |day: i32| days.partition_point(|other| *other <= day);
    i64::try_from(before(to) - before(after)).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Entry, Ledger, Limits};

    const LIMITS: Limits = Limits {
        days: 7,
        pause: 45,
        passed: 3,
    };

    fn entry(day: i32, recorded: i32) -> Entry {
        Entry {
            row: 0,
            day,
            recorded,
        }
    }

    /// Whether a record of day 100 entered on this day is late, if others were entered on these days.
    fn late(recorded: i32, others: &[i32], holidays: &[i32]) -> bool {
        let mut entries: Vec<Entry> = others.iter().map(|day| entry(*day, *day)).collect();
        entries.push(entry(100, recorded));
        let ledger = Ledger::new(&entries, holidays.to_vec());
        ledger.is_late(&entry(100, recorded), &LIMITS)
    }

    #[test]
    fn what_others_were_entered_before_is_late_after_the_limit() {
        assert!(!late(107, &[101, 102, 103, 104], &[]));
        assert!(late(108, &[101, 102, 103, 104], &[]));
    }

    #[test]
    fn a_ledger_that_stood_still_excuses_up_to_the_longest_pause() {
        assert!(!late(120, &[101, 102], &[]));
        assert!(late(120, &[101, 102, 103], &[]));
        assert!(
            !late(120, &[100, 99, 120, 121], &[]),
            "none of these lies between"
        );
        assert!(!late(145, &[], &[]));
        assert!(late(146, &[], &[]));
    }

    #[test]
    fn what_comes_in_after_idle_days_came_in_over_all_of_them() {
        let entries: Vec<Entry> = [100, 101, 104, 105, 150].map(|day| entry(0, day)).into();
        let ledger = Ledger::new(&entries, vec![102, 103, 140, 141]);
        assert_eq!(ledger.span(101, 101), 1);
        assert_eq!(ledger.span(104, 105), 4, "the holidays before it count");
        assert_eq!(ledger.span(100, 100), 7, "nothing was entered before");
        assert_eq!(
            ledger.span(150, 152),
            7 + 2 + 2,
            "a week, two holidays, and the days after the first"
        );
    }

    #[test]
    fn public_holidays_are_not_counted() {
        let others = [101, 102, 103];
        assert!(!late(109, &others, &[105, 106]));
        assert!(
            late(109, &others, &[105, 200]),
            "a holiday elsewhere excuses nothing"
        );
        assert!(!late(99, &others, &[]), "entered before it happened");
        assert!(late(i32::MAX, &others, &[]));
    }
}
