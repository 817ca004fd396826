//! Days, numbers and lines in the reader's language.

use jiff::civil::{Date, Weekday};
use luoshi_calendar::number;
use luoshi_diagnostics::{Arg, Messages};
use unicode_width::UnicodeWidthStr;

use crate::demand::Class;

/// Columns that a line of text has at most.
pub(crate) const WIDTH: usize = 80;

/// A sentence of the catalogue.
pub(crate) fn say<const N: usize>(
    words: Messages,
    key: &str,
    args: [(&'static str, Arg); N],
) -> String {
    words.text(key, &args.into())
}

/// The day of the week.
pub(crate) fn weekday(words: Messages, day: Date) -> String {
    let name = match day.weekday() {
        Weekday::Monday => "monday",
        Weekday::Tuesday => "tuesday",
        Weekday::Wednesday => "wednesday",
        Weekday::Thursday => "thursday",
        Weekday::Friday => "friday",
        Weekday::Saturday => "saturday",
        Weekday::Sunday => "sunday",
    };
    words.word(&format!("roster-{name}"))
}

/// What a class of days is called; nothing for an ordinary day.
pub(crate) fn class(words: Messages, class: Option<Class>) -> String {
    match class {
        None => String::new(),
        Some(Class::Weekend) => words.word("roster-weekend"),
        Some(Class::Holiday) => words.word("roster-holiday"),
    }
}

/// Days in order, runs of them by their ends: `2012-07-01 至 2012-07-04、2012-07-09`.
pub(crate) fn days(words: Messages, days: &[Date]) -> String {
    let next = |a: &Date, b: &Date| number(*b) - number(*a) == 1;
    let runs = days.chunk_by(next).map(|run| match run {
        [first, .., last] => span(words, *first, *last),
        [one] => one.to_string(),
        [] => String::new(),
    });
    words.list(&runs.collect::<Vec<String>>())
}

/// From one day to another.
pub(crate) fn span(words: Messages, from: Date, to: Date) -> String {
    if from == to {
        return from.to_string();
    }
    let (from, to) = (from.to_string(), to.to_string());
    say(
        words,
        "roster-span",
        [("from", from.into()), ("to", to.into())],
    )
}

/// Hundredths of a shift as people write them.
pub(crate) fn hundredths(value: i64) -> String {
    match (value / 100, (value % 100).abs()) {
        (whole, 0) => whole.to_string(),
        (whole, part) if part % 10 == 0 => format!("{whole}.{}", part / 10),
        (whole, part) => format!("{whole}.{part:02}"),
    }
}

/// A number for a message.
pub(crate) fn count(n: impl TryInto<i64>) -> Arg {
    Arg::Number(n.try_into().unwrap_or(i64::MAX))
}

/// Whether there is any, for a message to choose by.
pub(crate) fn any(there: bool) -> Arg {
    Arg::from(if there { "some" } else { "none" })
}

/// A text filled up with blanks, a Chinese character counting for two.
pub(crate) fn pad(text: &str, width: usize) -> String {
    let blanks = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(blanks))
}

/// Puts words one after the other, starting a new line where one would become too long.
pub(crate) fn flow(out: &mut String, first: &str, items: &[String], gap: &str) {
    let indent = first.width();
    let mut line = first.to_owned();
    let mut fresh = true;
    for item in items {
        let needed = line.width() + if fresh { 0 } else { gap.width() } + item.width();
        if !fresh && needed > WIDTH {
            out.push_str(line.trim_end());
            out.push('\n');
            line = " ".repeat(indent);
            fresh = true;
        }
        if !fresh {
            line.push_str(gap);
        }
        line.push_str(item);
        fresh = false;
    }
    out.push_str(line.trim_end());
    out.push('\n');
}
