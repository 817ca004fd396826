//! Workdays as bits, with running counts: how many up to a day, and which day is the n-th.

use crate::day::weekday;

const BITS: i64 = 64;

/// Monday to Friday in 64 days, by the weekday of the first of them.
const WEEKDAYS: [u64; 7] = weekday_words();

/// Every workday has a rank: one more than that of the workday before it.
///
/// Between the first and the last day that differs from Monday to Friday, bits say which days
/// are workdays. Outside, ranks follow from arithmetic.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// The day of the first bit: a Monday, so that word `i` starts on weekday `i % 7`.
    first: i64,
    words: Vec<u64>,
    /// The rank of the day before each word, and last that of the last bit.
    ///
    /// Invariant: one longer than `words`.
    before: Vec<i64>,
    /// The rank of the last bit: `before` has it too, but here it cannot be absent.
    end_rank: i64,
}

impl Default for Table {
    fn default() -> Table {
        Table::new(&[])
    }
}

impl Table {
    /// Monday to Friday, but for these days, each with whether it is worked. Of two entries for
    /// one day the later holds.
    pub(super) fn new(days: &[(i32, bool)]) -> Table {
        let earliest = days.iter().map(|(day, _)| *day).min().unwrap_or(0);
        let latest = days.iter().map(|(day, _)| i64::from(*day)).max();
        let first = i64::from(earliest - weekday(earliest));
        // Without any day there is no word.
        let length = latest.map_or(0, |latest| (latest - first) / BITS + 1);

        let mut words: Vec<u64> = WEEKDAYS
            .iter()
            .copied()
            .cycle()
            .take(length as usize)
            .collect();
        for &(day, worked) in days {
            let (word, bit) = place(i64::from(day) - first);
            if let Some(word) = words.get_mut(word) {
                *word = if worked {
                    *word | (1 << bit)
                } else {
                    *word & !(1 << bit)
                };
            }
        }
        Table::counted(first, words)
    }

    fn counted(first: i64, words: Vec<u64>) -> Table {
        let mut end_rank = weekday_rank(first - 1);
        let mut before = Vec::with_capacity(words.len() + 1);
        before.push(end_rank);
        for word in &words {
            end_rank += i64::from(word.count_ones());
            before.push(end_rank);
        }
        Table {
            first,
            words,
            before,
            end_rank,
        }
    }

    pub(super) fn is_workday(&self, day: i32) -> bool {
        let (word, bit) = place(i64::from(day) - self.first);
        match self.words.get(word) {
            Some(word) => word >> bit & 1 == 1,
            None => weekday(day) < 5,
        }
    }

    /// The rank of the last workday up to and including this day.
    pub(super) fn rank(&self, day: i32) -> i64 {
        let day = i64::from(day);
        let (word, bit) = place(day - self.first);
        match (self.words.get(word), self.before.get(word)) {
            (Some(word), Some(before)) => {
                before + i64::from((word << (BITS - 1 - bit)).count_ones())
            }
            _ if day < self.first => weekday_rank(day),
            _ => weekday_rank(day) + self.shift(),
        }
    }

    /// The workday of this rank, as days since 1970-01-01, which may be no [`Date`].
    ///
    /// [`Date`]: jiff::civil::Date
    pub(super) fn select(&self, rank: i64) -> i64 {
        if rank > self.end_rank {
            return weekday_select(rank - self.shift());
        }
        // Ranks before each word ascend: the day is in the last word whose own is below it.
        let word = self
            .before
            .partition_point(|before| *before < rank)
            .wrapping_sub(1);
        match (self.words.get(word), self.before.get(word)) {
            (Some(bits), Some(before)) => {
                let start = self.first + word as i64 * BITS;
                start + nth_bit(*bits, rank - before)
            }
            _ => weekday_select(rank),
        }
    }

    /// How many more workdays the bits hold than Monday to Friday of the same days.
    fn shift(&self) -> i64 {
        let last = self.first + self.words.len() as i64 * BITS - 1;
        self.end_rank - weekday_rank(last)
    }
}

/// The word and the bit of a day counted from the first bit. A day before it gets a word that
/// no table has.
fn place(offset: i64) -> (usize, i64) {
    let word = usize::try_from(offset.div_euclid(BITS)).unwrap_or(usize::MAX);
    (word, offset.rem_euclid(BITS))
}

/// The place of the `n`-th set bit, counted from 1; the caller knows that there are so many.
fn nth_bit(mut bits: u64, n: i64) -> i64 {
    for _ in 1..n {
        // Clears the lowest set bit.
        bits &= bits.wrapping_sub(1);
    }
    i64::from(bits.trailing_zeros())
}

/// Days of Monday to Friday up to and including this day; 0 up to Sunday 1969-12-28.
fn weekday_rank(day: i64) -> i64 {
    let from_monday = day + 3;
    from_monday.div_euclid(7) * 5 + (from_monday.rem_euclid(7) + 1).min(5)
}

/// The day of Monday to Friday with this rank.
fn weekday_select(rank: i64) -> i64 {
    let before = rank - 1;
    before.div_euclid(5) * 7 + before.rem_euclid(5) - 3
}

const fn weekday_words() -> [u64; 7] {
    let mut words = [0; 7];
    let mut start = 0;
    while start < 7 {
        let mut bit = 0;
        while bit < 64 {
            if (start + bit) % 7 < 5 {
                words[start] |= 1 << bit;
            }
            bit += 1;
        }
        start += 1;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{Table, weekday_rank, weekday_select};
    use crate::day::weekday;

    /// Checks a table against a walk over the days around its exceptions.
    #[track_caller]
    fn check(exceptions: &[(i32, bool)], from: i32, to: i32) {
        let table = Table::new(exceptions);
        let mut rank = table.rank(from - 1);
        for day in from..=to {
            let said = exceptions.iter().rev().find(|(special, _)| *special == day);
            let worked = said.map_or(weekday(day) < 5, |(_, worked)| *worked);
            rank += i64::from(worked);
            assert_eq!(table.is_workday(day), worked, "day {day}");
            assert_eq!(table.rank(day), rank, "rank of day {day}");
            if worked {
                assert_eq!(table.select(rank), i64::from(day), "day of rank {rank}");
            }
        }
    }

    #[test]
    fn without_exceptions_arithmetic_answers() {
        check(&[], -1_000, 1_000);
        assert_eq!(weekday_rank(-4), 0);
        assert_eq!(weekday_select(1), -3);
    }

    #[test]
    fn exceptions_move_all_later_ranks() {
        check(&[(4, false)], -500, 500);
        check(&[(9, true), (10, true)], -500, 500);
        check(
            &[(-70, false), (-69, false), (-68, true), (130, false)],
            -500,
            500,
        );
    }

    #[test]
    fn a_whole_word_may_be_off() {
        let off: Vec<(i32, bool)> = (0..200).map(|day| (day, false)).collect();
        check(&off, -300, 500);
    }

    #[test]
    fn of_two_entries_for_a_day_the_later_holds() {
        check(&[(4, false), (4, true), (9, true), (9, false)], -50, 50);
    }
}
