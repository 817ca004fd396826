//! 署名和成文日期: where they stand (7.3.5.1 and 7.3.5.2).

use super::{character, page, text_width};
use crate::document::{Signature, SignatureDate};
use crate::figures::Figures;

/// Blank lines before 署名 that will be stamped. A seal of 42 mm is four lines high; centred between name and date
/// its top then lies within one line of the text (7.3.5.1).
pub const SEALED_BLANK_LINES: usize = 2;

/// Blank lines before 署名 without a seal (7.3.5.2).
pub const UNSEALED_BLANK_LINES: usize = 1;

/// Blank lines between two rows of names that will be stamped: seals must not touch (7.3.5.1).
const BETWEEN_SEALS: usize = 4;

/// A text that ends some way before the right edge of the type area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The text.
    pub text: String,
    /// From its last character to the right edge.
    pub right: i32,
}

/// A line of names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameRow {
    /// Blank lines before it.
    pub blank_lines: usize,
    /// From left to right.
    pub names: Vec<Placed>,
}

/// Where a signature stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignaturePlaces {
    /// The names.
    pub rows: Vec<NameRow>,
    /// The date, in the line below the last name.
    pub date: Placed,
    /// Whether the date itself is still open.
    pub date_open: bool,
}

/// Where name and date of a signature stand.
#[must_use]
pub fn signature(signature: &Signature, figures: &Figures) -> SignaturePlaces {
    let date = date_shown(signature.date, "成文日期");
    if signature.sealed {
        sealed(&signature.bodies, date, signature.date, figures)
    } else {
        unsealed(&signature.bodies, date, signature.date, figures)
    }
}

/// 2026年3月5日: the year in full, month and day without leading zeros (7.3.5.4); or what is still open.
#[must_use]
pub fn date_shown(date: SignatureDate, what: &str) -> String {
    match date {
        SignatureDate::Day(day) => {
            format!("{}年{}月{}日", day.year(), day.month(), day.day())
        }
        SignatureDate::Open => format!("【待补：{what}】"),
    }
}

/// The date four characters in, the last name centred over it; of several bodies two in a row, so that each seal
/// has its place and the last one covers name and date (7.3.5.1).
fn sealed(
    bodies: &[String],
    date: String,
    day: SignatureDate,
    figures: &Figures,
) -> SignaturePlaces {
    let date_width = text_width(&date, figures);
    let widest = bodies
        .iter()
        .map(|body| text_width(body, figures))
        .max()
        .unwrap_or(0);
    // A name too long to be centred over a date four characters in takes the date with it to the left.
    let date_right = (4 * character(figures)).max((widest - date_width) / 2);
    let axis = date_right + date_width / 2;
    let centred = |body: &String, axis: i32| Placed {
        text: body.clone(),
        right: (axis - text_width(body, figures) / 2).max(0),
    };
    let half = page(figures, false).width() / 2;
    let side_by_side = widest < half && widest / 2 + axis <= half;
    let rows = bodies
        .chunks(if side_by_side { 2 } else { 1 })
        .enumerate()
        .map(|(row, names)| NameRow {
            blank_lines: if row == 0 {
                SEALED_BLANK_LINES
            } else {
                BETWEEN_SEALS
            },
            names: names
                .iter()
                .enumerate()
                .map(|(at, body)| {
                    let left = names.len() == 2 && at == 0;
                    centred(body, if left { axis + half } else { axis })
                })
                .collect(),
        })
        .collect();
    places(rows, date, date_right, day)
}

/// The name two characters in, the date beginning two characters to the right of its first; a date longer than the
/// name stands two characters in itself, and the name moves to the left (7.3.5.2).
fn unsealed(
    bodies: &[String],
    date: String,
    day: SignatureDate,
    figures: &Figures,
) -> SignaturePlaces {
    let two = 2 * character(figures);
    let date_width = text_width(&date, figures);
    let last = bodies
        .last()
        .map_or(date_width, |body| text_width(body, figures));
    let (start, date_right) = if date_width > last {
        (two + date_width + two, two)
    } else {
        (two + last, last - date_width)
    };
    let rows = bodies
        .iter()
        .enumerate()
        .map(|(row, body)| NameRow {
            blank_lines: if row == 0 { UNSEALED_BLANK_LINES } else { 0 },
            names: vec![Placed {
                text: body.clone(),
                // Every name begins where the last one does, as long as there is room.
                right: (start - text_width(body, figures)).max(0),
            }],
        })
        .collect();
    places(rows, date, date_right, day)
}

fn places(rows: Vec<NameRow>, date: String, right: i32, day: SignatureDate) -> SignaturePlaces {
    SignaturePlaces {
        rows,
        date: Placed { text: date, right },
        date_open: day == SignatureDate::Open,
    }
}
