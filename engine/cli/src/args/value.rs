//! Values of arguments, as they are typed.

use clap::ValueEnum;
use jiff::civil::Date;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LangArg {
    #[value(name = "zh-CN", alias = "zh")]
    Zh,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
    Jsonl,
    Csv,
    Parquet,
    Html,
    Ics,
    Dot,
    Svg,
    Xlsx,
    Sarif,
    Junit,
}

impl Format {
    /// As it is typed.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Csv => "csv",
            Format::Parquet => "parquet",
            Format::Html => "html",
            Format::Ics => "ics",
            Format::Dot => "dot",
            Format::Svg => "svg",
            Format::Xlsx => "xlsx",
            Format::Sarif => "sarif",
            Format::Junit => "junit",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorArg {
    Auto,
    Always,
    Never,
}

pub(in crate::args) fn day(text: &str) -> Result<Date, String> {
    // `Date` would also read 20120510 and a time after the day.
    let iso = text.len() == 10 && text.as_bytes()[4] == b'-';
    iso.then(|| text.parse().ok())
        .flatten()
        .ok_or_else(|| "YYYY-MM-DD".to_owned())
}

/// The first day of a month.
pub(in crate::args) fn month(text: &str) -> Result<Date, String> {
    let first = (text.len() == 7).then(|| day(&format!("{text}-01")).ok());
    first.flatten().ok_or_else(|| "YYYY-MM".to_owned())
}

pub(in crate::args) fn pair(text: &str) -> Result<(String, String), String> {
    halves(text, "FIELD=VALUE")
}

pub(in crate::args) fn setting(text: &str) -> Result<(String, String), String> {
    halves(text, "ID=VALUE")
}

/// A value of a paper stands on one line of its record.
pub(in crate::args) fn filling(text: &str) -> Result<(String, String), String> {
    let pair = halves(text, "NAME=VALUE")?;
    let one_line = !text.contains(['\n', '\r']) && !pair.0.is_empty();
    one_line
        .then_some(pair)
        .ok_or_else(|| "NAME=VALUE".to_owned())
}

fn halves(text: &str, wanted: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or_else(|| wanted.to_owned())?;
    Ok((name.to_owned(), value.to_owned()))
}

// What the library itself says of a wrong number is English, whatever the language asked for.

pub(in crate::args) fn days(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| format!("0–{}", u16::MAX))
}

pub(in crate::args) fn count(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| "0, 1, 2, …".to_owned())
}
