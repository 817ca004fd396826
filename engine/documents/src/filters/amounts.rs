//! Helpers for money and shares, in exact numbers.

use tera::{Error, Kwargs, State, Value};

use super::args::{Args, number, unfit};
use super::slip::{ArgumentWants, Wants};
use crate::chinese::{LARGEST_AMOUNT, amount_in_capitals, renminbi_in_capitals};

#[derive(Clone, Copy)]
enum Style {
    Plain,
    Grouped,
}

pub(super) fn yuan(value: &Value, given: Kwargs, _: &State) -> Result<String, Error> {
    const STYLES: [(&str, Style); 2] = [("plain", Style::Plain), ("grouped", Style::Grouped)];
    let args = Args::of("yuan", &given, &["style"])?;
    let style = args.word("style", &STYLES, Style::Plain)?;
    let fen = fen(value).ok_or_else(|| unfit("yuan", Wants::Amount, value))?;
    Ok(match style {
        Style::Plain => {
            let text = number(value).map(|amount| amount.to_string());
            format!("{}元", text.unwrap_or_default())
        }
        Style::Grouped => grouped(fen),
    })
}

pub(super) fn capitals(value: &Value, given: Kwargs, _: &State) -> Result<String, Error> {
    const STYLES: [(&str, Writing); 2] = [
        ("plain", amount_in_capitals),
        ("bill", renminbi_in_capitals),
    ];
    let args = Args::of("capitals", &given, &["style"])?;
    let write = args.word("style", &STYLES, amount_in_capitals)?;
    let written = fen(value).and_then(write);
    written.ok_or_else(|| unfit("capitals", Wants::Amount, value))
}

/// Writes an amount in fen.
type Writing = fn(i64) -> Option<String>;

/// With `of`, how many per cent of that it is, rounded down as the share of a report is, so that only
/// all is 100 %; else the number itself with its sign.
pub(super) fn percent(value: &Value, given: Kwargs, _: &State) -> Result<String, Error> {
    let args = Args::of("percent", &given, &["of", "places"])?;
    let places = args.number("places", (0, 4))?.unwrap_or(1);
    let part = number(value).ok_or_else(|| unfit("percent", Wants::Number, value))?;
    let Some(of) = args.value("of") else {
        return Ok(format!("{part}%"));
    };
    let whole = number(&of).ok_or_else(|| args.wrong("of", ArgumentWants::Number))?;
    let places = u32::try_from(places).unwrap_or(1);
    match part.percent_of(whole, places) {
        Some(share) => Ok(format!("{share}%")),
        None => Err(args.wrong("of", ArgumentWants::NotZero)),
    }
}

fn fen(value: &Value) -> Option<i64> {
    let fen = number(value)?.hundredths()?;
    (fen.unsigned_abs() <= LARGEST_AMOUNT.unsigned_abs()).then_some(fen)
}

/// 1,234.50元.
fn grouped(fen: i64) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    let (yuan, rest) = (fen.unsigned_abs() / 100, fen.unsigned_abs() % 100);
    let figures = yuan.to_string();
    let mut text = String::new();
    for (at, figure) in figures.chars().enumerate() {
        if at > 0 && (figures.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(figure);
    }
    format!("{sign}{text}.{rest:02}元")
}
