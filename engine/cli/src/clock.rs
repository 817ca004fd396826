//! The only place that looks at a clock.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// Now in China, to the second.
#[allow(
    clippy::disallowed_methods,
    reason = "the one place that may: everything else is told"
)]
pub(crate) fn now() -> DateTime {
    let china =
        TimeZone::get("Asia/Shanghai").unwrap_or_else(|_| TimeZone::fixed(jiff::tz::offset(8)));
    let now = china.to_datetime(Timestamp::now());
    now.with().subsec_nanosecond(0).build().unwrap_or(now)
}

/// Today in China.
pub(crate) fn today() -> Date {
    now().date()
}
