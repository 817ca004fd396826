//! 版记 (7.4).

use luoshi_plan::model::DocumentForm;

use super::{date_shown, length, width_at};
use crate::document::Imprint;
use crate::figures::Figures;

/// The first and the last line, 0.35 mm, in eighths of a point (7.4.1 推荐).
pub const IMPRINT_RULE_THICK: u32 = 8;

/// The line between, 0.25 mm, in eighths of a point (7.4.1 推荐).
pub const IMPRINT_RULE_THIN: u32 = 6;

/// What an imprint says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImprintLines {
    /// 抄送：…。 without its label.
    pub copies: Option<String>,
    /// 印发机关 and 印发日期; a letter has neither (10.1).
    pub printed: Option<(String, String)>,
    /// Whether there are lines above, between and below; a letter has none (10.1).
    pub ruled: bool,
}

/// What the imprint of a form says; none if nothing is left of it.
#[must_use]
pub fn imprint_lines(imprint: &Imprint, form: DocumentForm) -> Option<ImprintLines> {
    let letter = form == DocumentForm::Letter;
    let copies = (!imprint.copies.is_empty()).then(|| format!("{}。", imprint.copies.join("，")));
    let printed = (!letter).then(|| {
        let on = date_shown(imprint.printed_on, "印发日期");
        (imprint.printed_by.clone(), format!("{on}印发"))
    });
    (copies.is_some() || printed.is_some()).then_some(ImprintLines {
        copies,
        printed,
        ruled: !letter,
    })
}

/// From the left edge of the type area, and from there on: one character of 4号 in, and 抄送： three wide (7.4.2).
#[must_use]
pub fn copies_hanging(figures: &Figures) -> (i32, i32) {
    let label = width_at("抄送：", figures.small_size, 0);
    (length(figures.small_size) * 10, label)
}
