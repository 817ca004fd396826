//! Helpers that make words: dates, numerals, numbers of documents, what is still open.

use tera::{Error, Kwargs, State, Value};

use super::args::{Args, printable, unfit, whole};
use super::escape;
use super::prose::prose as as_prose;
use super::slip::{Slip, Wants};
use crate::bounds::{Misuse, fail, spend};
use crate::chinese;
use crate::dates::{DateStyle, TimeStyle, parse_date, period_text, styled, time_text};

pub(super) fn date(value: &Value, given: Kwargs, _: &State) -> Result<String, Error> {
    let args = Args::of("date", &given, &["style"])?;
    let style = args.word("style", &DateStyle::ALL, DateStyle::Full)?;
    match parse_date(value.as_str().unwrap_or_default()) {
        Ok(date) => Ok(styled(date, style)),
        Err(fault) => Err(unfit("date", Wants::Date(fault), value)),
    }
}

pub(super) fn time(value: &Value, given: Kwargs, _: &State) -> Result<String, Error> {
    const STYLES: [(&str, TimeStyle); 2] = [
        ("plain", TimeStyle::Plain),
        ("part_of_day", TimeStyle::PartOfDay),
    ];
    let args = Args::of("time", &given, &["style"])?;
    let style = args.word("style", &STYLES, TimeStyle::PartOfDay)?;
    let text = time_text(value.as_str().unwrap_or_default(), style);
    text.map_err(|fault| unfit("time", Wants::Date(fault), value))
}

pub(super) fn period(value: &Value, given: Kwargs, _: &State) -> Result<String, Error> {
    Args::of("period", &given, &[])?;
    // A year may come as a number.
    let text = printable(value).unwrap_or_default();
    period_text(&text).map_err(|fault| unfit("period", Wants::Date(fault), value))
}

pub(super) fn numeral(value: &Value, given: Kwargs, _: &State) -> Result<String, Error> {
    Args::of("numeral", &given, &[])?;
    match whole(value) {
        Some(number) => Ok(chinese::numeral(number)),
        None => Err(unfit("numeral", Wants::Count, value)),
    }
}

pub(super) fn ordinal(value: &Value, given: Kwargs, _: &State) -> Result<String, Error> {
    let args = Args::of("ordinal", &given, &["level"])?;
    args.needed("level")?;
    let level = args.number("level", (1, 4))?.unwrap_or(1);
    let number = whole(value).ok_or_else(|| unfit("ordinal", Wants::Count, value))?;
    let level = u8::try_from(level).unwrap_or(1);
    Ok(chinese::ordinal_label(level, number).unwrap_or_default())
}

pub(super) fn first_chars(value: &Value, given: Kwargs, _: &State) -> Result<Value, Error> {
    let args = Args::of("first_chars", &given, &["n"])?;
    args.needed("n")?;
    let most = args.number("n", (1, 10_000))?.unwrap_or(1);
    if value.is_safe() {
        // Cutting markup could leave half of a sign; only 【待补】 and cells are markup.
        return Ok(value.clone());
    }
    let text = printable(value).ok_or_else(|| unfit("first_chars", Wants::Text, value))?;
    let most = usize::try_from(most).unwrap_or(1);
    Ok(Value::from(text.chars().take(most).collect::<String>()))
}

pub(super) fn prose(value: &Value, given: Kwargs, _: &State) -> Result<Value, Error> {
    Args::of("prose", &given, &[])?;
    match value.as_str() {
        Some(_) if value.is_safe() => Ok(value.clone()),
        Some(text) => Ok(Value::from(as_prose(text))),
        None => Err(unfit("prose", Wants::Text, value)),
    }
}

pub(super) fn trim(value: &Value, given: Kwargs, _: &State) -> Result<Value, Error> {
    Args::of("trim", &given, &[])?;
    match value.as_str() {
        Some(_) if value.is_safe() => Ok(value.clone()),
        Some(text) => Ok(Value::from(text.trim())),
        None => Err(unfit("trim", Wants::Text, value)),
    }
}

pub(super) fn cell(value: &Value, given: Kwargs, _: &State) -> Result<Value, Error> {
    Args::of("cell", &given, &[])?;
    if value.is_safe() {
        return Ok(value.clone());
    }
    if value.is_none() {
        return Ok(Value::safe_string(""));
    }
    let text = printable(value).ok_or_else(|| unfit("cell", Wants::Text, value))?;
    spend(text.len() / 64)?;
    Ok(Value::safe_string(&escape::cell(&text)))
}

pub(super) fn default(value: &Value, given: Kwargs, _: &State) -> Result<Value, Error> {
    let args = Args::of("default", &given, &["value"])?;
    let otherwise = args.needed("value")?;
    let missing = value.is_undefined() || value.is_none();
    Ok(if missing { otherwise } else { value.clone() })
}

pub(super) fn or_open(value: &Value, given: Kwargs, state: &State) -> Result<Value, Error> {
    let args = Args::of("or_open", &given, &["what"])?;
    let what = args.needed_text("what")?;
    let missing = value.is_undefined()
        || value.is_none()
        || value.as_str().is_some_and(|text| text.trim().is_empty())
        || value.as_array().is_some_and(<[Value]>::is_empty);
    if missing {
        return placeholder(&what, state);
    }
    Ok(value.clone())
}

pub(super) fn open(given: Kwargs, state: &State) -> Result<Value, Error> {
    let args = Args::of("open", &given, &["what"])?;
    placeholder(&args.needed_text("what")?, state)
}

/// 【待补：…】, the one thing besides cells that is markup: its words are escaped, its brackets are not.
fn placeholder(what: &str, state: &State) -> Result<Value, Error> {
    let escaped = state.escape_if_needed(&Value::from(what))?;
    Ok(Value::safe_string(&format!("【待补：{escaped}】")))
}

/// 发文字号: the year in full in 〔〕, the number without zeros before it and without 第 (7.2.5).
pub(super) fn issue_number(given: Kwargs, _: &State) -> Result<String, Error> {
    let args = Args::of("issue_number", &given, &["symbol", "year", "number"])?;
    let symbol = args.needed_text("symbol")?;
    args.needed("year")?;
    args.needed("number")?;
    let year = args.number("year", (1949, 9999))?.unwrap_or_default();
    let number = args.number("number", (1, 99_999))?.unwrap_or_default();
    if symbol.trim().is_empty() {
        let missing = Slip::Missing {
            helper: "issue_number",
            argument: "symbol",
        };
        return Err(fail(missing, Misuse::Call));
    }
    Ok(format!("{symbol}〔{year}〕{number}号"))
}
