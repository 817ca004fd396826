//! Days, national workdays, periods and cadences.
//!
//! In: civil days ([`Date`]) and holiday data as text. Out: values.
//! Never here: a clock, a file, the network, an unordered map, a word of luoshi's own model
//! (a duty, a deadline state): this crate knows when, never what or who.

mod cadence;
mod day;
mod period;
mod span;
mod workdays;

pub use cadence::{Cadence, ImpossibleCadence, MOST_TIMES_A_DAY, Times};
pub use day::{FIRST_NUMBER, LAST_NUMBER, date, number};
pub use jiff::civil::Date;
pub use period::{Partial, Period, Unit, period_of, periods};
pub use span::Span;
pub use workdays::{CalendarColumn, CalendarDataError, CalendarFault, Workdays};
