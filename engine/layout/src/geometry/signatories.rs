//! 发文字号 and 签发人 in one line, of documents to a higher body (7.2.5, 7.2.6).

use super::{character, page, text_width};
use crate::document::Field;
use crate::figures::Figures;

/// Names in one line.
const PER_ROW: usize = 2;

/// One line of names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatoryRow {
    /// From the left edge of the type area to 签发人：; in the first row alone.
    pub label: Option<i32>,
    /// The names, each with how far it is from the left edge of the type area.
    pub names: Vec<(i32, Field)>,
}

/// The rows of names, the last ending one character before the right edge; 发文字号 stands in the last row.
#[must_use]
pub fn signatory_rows(signatories: &[Field], figures: &Figures) -> Vec<SignatoryRow> {
    let one = character(figures);
    let widest = signatories
        .iter()
        .map(|name| text_width(&name.shown(), figures))
        .max()
        .unwrap_or(0);
    let columns = i32::try_from(signatories.len().min(PER_ROW)).unwrap_or(1);
    let names = widest * columns + one * (columns - 1).max(0);
    let label = text_width(SIGNATORY, figures);
    let start = (page(figures, false).width() - one - names - label).max(0);
    signatories
        .chunks(PER_ROW)
        .enumerate()
        .map(|(row, names)| SignatoryRow {
            label: (row == 0).then_some(start),
            names: (0i32..)
                .zip(names)
                .map(|(column, name)| (start + label + column * (widest + one), name.clone()))
                .collect(),
        })
        .collect()
}

/// What stands before the first name.
const SIGNATORY: &str = "签发人：";
