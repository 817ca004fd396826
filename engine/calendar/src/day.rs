//! Days as numbers: what columns of evidence store and compare.

use jiff::civil::Date;

/// The number of [`Date::MIN`], -9999-01-01.
pub const FIRST_NUMBER: i32 = -4_371_587;

/// The number of [`Date::MAX`], 9999-12-31.
pub const LAST_NUMBER: i32 = 2_932_896;

/// Days from 0000-03-01 to 1970-01-01. Counting years from March puts the leap day last.
const MARCH_OF_YEAR_ZERO: i32 = 719_468;

/// Days in 400 years, after which the Gregorian calendar repeats.
const CYCLE: i32 = 146_097;

/// Days since 1970-01-01, which is 0; earlier days are negative.
///
/// Every [`Date`] has one, between [`FIRST_NUMBER`] and [`LAST_NUMBER`]. It costs a few
/// additions and divisions by constants, so it may be called once per record.
#[must_use]
pub fn number(day: Date) -> i32 {
    let month = i32::from(day.month());
    let from_march = if month > 2 { month - 3 } else { month + 9 };
    let year = i32::from(day.year()) - i32::from(month <= 2);

    let cycle = year.div_euclid(400);
    let year_of_cycle = year.rem_euclid(400);
    // From March on, month lengths repeat as 31 30 31 30 31, which is 153 days in 5 months.
    let day_of_year = (153 * from_march + 2) / 5 + i32::from(day.day()) - 1;
    let day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;
    cycle * CYCLE + day_of_cycle - MARCH_OF_YEAR_ZERO
}

/// The day with this [`number`], or `None` outside [`FIRST_NUMBER`]`..=`[`LAST_NUMBER`].
#[must_use]
pub fn date(number: i32) -> Option<Date> {
    if !(FIRST_NUMBER..=LAST_NUMBER).contains(&number) {
        return None;
    }
    let shifted = number + MARCH_OF_YEAR_ZERO;
    let cycle = shifted.div_euclid(CYCLE);
    let day_of_cycle = shifted.rem_euclid(CYCLE);
    // The three corrections take out the leap days before this day of the cycle.
    let year_of_cycle = (day_of_cycle - day_of_cycle / 1_460 + day_of_cycle / 36_524
        - day_of_cycle / 146_096)
        / 365;
    let day_of_year =
        day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = cycle * 400 + year_of_cycle + i32::from(month <= 2);
    Date::new(
        year.try_into().ok()?,
        month.try_into().ok()?,
        day.try_into().ok()?,
    )
    .ok()
}

/// The day with this number, or the nearest day that can be written.
pub(crate) fn nearest(number: i32) -> Date {
    let end = if number < 0 { Date::MIN } else { Date::MAX };
    date(number).unwrap_or(end)
}

/// 0 for Monday to 6 for Sunday.
pub(crate) fn weekday(number: i32) -> i32 {
    // Day 0 was a Thursday.
    (number + 3).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::{FIRST_NUMBER, LAST_NUMBER, date, nearest, number, weekday};
    use jiff::civil::{self, Date};

    #[track_caller]
    fn check(day: Date, expected: i32) {
        assert_eq!(number(day), expected, "{day}");
        assert_eq!(date(expected), Some(day), "{expected}");
    }

    #[test]
    fn known_days_have_known_numbers() {
        check(civil::date(1970, 1, 1), 0);
        check(civil::date(1969, 12, 31), -1);
        check(civil::date(2000, 2, 29), 11_016);
        check(civil::date(2012, 2, 29), 15_399);
        check(civil::date(2012, 3, 1), 15_400);
        check(Date::MIN, FIRST_NUMBER);
        check(Date::MAX, LAST_NUMBER);
    }

    #[test]
    fn beyond_the_last_day_there_is_none() {
        assert_eq!(date(LAST_NUMBER + 1), None);
        assert_eq!(date(FIRST_NUMBER - 1), None);
        assert_eq!(date(i32::MAX), None);
        assert_eq!(date(i32::MIN), None);
        assert_eq!(nearest(i32::MAX), Date::MAX);
        assert_eq!(nearest(i32::MIN), Date::MIN);
    }

    #[test]
    fn numbers_follow_the_days_one_by_one_through_two_cycles() {
        let mut day = civil::date(1599, 12, 31);
        for expected in number(day)..number(day) + 300_000 {
            check(day, expected);
            assert_eq!(
                weekday(expected),
                i32::from(day.weekday().to_monday_zero_offset())
            );
            day = day.tomorrow().unwrap();
        }
    }
}
