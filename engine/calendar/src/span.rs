//! A run of days.

use std::ops::Range;

use crate::day::{nearest, number};
use jiff::civil::Date;

/// The days from one to another, both included.
///
/// [`Span::new`] refuses a span that ends before it starts. One written out field by field
/// in that way holds no day: its length is 0 and it contains nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// The first day.
    pub from: Date,
    /// The last day, which belongs to the span.
    pub to: Date,
}

impl Span {
    /// The days `from` to `to`, or `None` if `to` comes before `from`.
    #[must_use]
    pub fn new(from: Date, to: Date) -> Option<Span> {
        (from <= to).then_some(Span { from, to })
    }

    /// Its days as numbers, as [`number`] makes them, the last one among them.
    #[must_use]
    pub fn numbers(self) -> Range<i32> {
        number(self.from)..number(self.to) + 1
    }

    /// How many days it holds: 1 when it begins and ends on the same day.
    #[must_use]
    pub fn len_days(self) -> u32 {
        (number(self.to) - number(self.from) + 1)
            .max(0)
            .unsigned_abs()
    }

    /// Whether the day is inside, both ends included.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }

    /// The days that both spans hold, or `None` if they share none.
    #[must_use]
    pub fn intersect(self, other: Span) -> Option<Span> {
        Span::new(self.from.max(other.from), self.to.min(other.to))
    }

    /// Every day of it, in order.
    pub fn days(self) -> impl DoubleEndedIterator<Item = Date> {
        (number(self.from)..=number(self.to)).map(nearest)
    }
}

#[cfg(test)]
mod tests {
    use super::Span;
    use jiff::civil::{Date, date};

    fn span(from: &str, to: &str) -> Span {
        Span::new(from.parse().unwrap(), to.parse().unwrap()).unwrap()
    }

    #[track_caller]
    fn check_intersection(a: (&str, &str), b: (&str, &str), expected: Option<(&str, &str)>) {
        let (a, b) = (span(a.0, a.1), span(b.0, b.1));
        let expected = expected.map(|(from, to)| span(from, to));
        assert_eq!(a.intersect(b), expected);
        assert_eq!(b.intersect(a), expected);
    }

    #[test]
    fn a_span_cannot_end_before_it_starts() {
        let day = date(2012, 4, 1);
        assert_eq!(Span::new(day, date(2012, 3, 31)), None);
        assert_eq!(Span::new(day, day).map(Span::len_days), Some(1));
    }

    #[test]
    fn both_ends_belong_to_it() {
        let april = span("2012-04-01", "2012-04-30");
        assert_eq!(april.len_days(), 30);
        assert!(april.contains(april.from) && april.contains(april.to));
        assert!(!april.contains(date(2012, 3, 31)) && !april.contains(date(2012, 5, 1)));
        assert_eq!(april.days().count(), 30);
        assert_eq!(april.days().next_back(), Some(april.to));
    }

    #[test]
    fn spans_share_days_or_none() {
        let april = ("2012-04-01", "2012-04-30");
        check_intersection(
            april,
            ("2012-04-30", "2012-05-09"),
            Some(("2012-04-30", "2012-04-30")),
        );
        check_intersection(
            april,
            ("2012-04-10", "2012-04-12"),
            Some(("2012-04-10", "2012-04-12")),
        );
        check_intersection(april, ("2012-05-01", "2012-05-09"), None);
    }

    #[test]
    fn the_longest_span_can_be_counted() {
        let all = Span::new(Date::MIN, Date::MAX).unwrap();
        assert_eq!(all.len_days(), 7_304_484);
        assert_eq!(all.days().next_back(), Some(Date::MAX));
    }

    #[test]
    fn a_span_written_backwards_holds_nothing() {
        let backwards = Span {
            from: date(2012, 4, 2),
            to: date(2012, 4, 1),
        };
        assert_eq!(backwards.len_days(), 0);
        assert_eq!(backwards.days().count(), 0);
        assert!(!backwards.contains(backwards.from));
    }
}
