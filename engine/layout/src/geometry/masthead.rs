//! 发文机关标志, 发文字号 and the red rule (7.2.4 to 7.2.7).

use luoshi_plan::model::DocumentForm;

use super::ink::{INK_TOP, baseline, ink_below};
use super::{half_cells_of, length, page, twips};
use crate::figures::Figures;

/// 红色: the red of head and rules (7.2.4 推荐, 7.2.7).
pub const RED: &str = "FF0000";

/// Blank lines between 发文机关标志 and 发文字号 (7.2.5).
pub const NUMBER_BLANK_LINES: usize = 2;

/// How thick the red rule is, in eighths of a point; the standard gives no figure (practice: 2 to 3 pt).
pub const RULE_WEIGHT: u32 = 18;

/// From the top edge of the type area to that of the masthead, 35 mm (7.2.4, 10.3).
const FROM_TYPE_AREA: i32 = 3_500;

/// From the top edge of the paper to that of a letter's masthead, 30 mm (10.1).
const FROM_PAPER: i32 = 3_000;

/// From 发文字号 to the red rule, 4 mm (7.2.7).
const RULE_BELOW: i32 = 400;

/// The size of a masthead in half points, where it has room: no figure in the standard.
const SIZE: i32 = 120;

/// Percent; a narrower masthead is hard to read, so a longer one becomes smaller instead.
const NARROWEST: i32 = 60;

/// How a masthead is set so that it fits into one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Masthead {
    /// Half points.
    pub size: i32,
    /// How wide the characters are, percent of their height.
    pub scale: i32,
    /// The exact line that its characters stand in, chosen so that their ink begins at its top.
    pub line: i32,
    /// From the top edge of the type area to the line; of a letter from the top edge of the paper.
    pub from_top: i32,
}

/// How the masthead of a form is set.
#[must_use]
pub fn masthead(text: &str, form: DocumentForm, figures: &Figures) -> Masthead {
    let width = page(figures, false).width();
    let natural = length(u32::try_from(half_cells_of(text)).unwrap_or(u32::MAX))
        .saturating_mul(5)
        .max(1);
    let fitting = |size: i32| (width * 100 / natural.saturating_mul(size).max(1)).min(100);
    let (size, scale) = match fitting(SIZE) {
        scale if scale >= NARROWEST => (SIZE, scale),
        _ => {
            let size = (width * 100 / natural.saturating_mul(NARROWEST).max(1)).max(2);
            (size, fitting(size).max(1))
        }
    };
    Masthead {
        size,
        scale,
        line: line_with_ink_at_top(size),
        from_top: match form {
            DocumentForm::Letter => twips(FROM_PAPER),
            _ => twips(FROM_TYPE_AREA),
        },
    }
}

/// From the bottom of the line of 发文字号 to the red rule: 4 mm from its printed edge.
#[must_use]
pub fn rule_gap(figures: &Figures) -> i32 {
    let below = ink_below(length(figures.line_pitch), length(figures.body_size));
    (twips(RULE_BELOW) - below).max(20)
}

/// The exact line whose base line lies as far down as the ink reaches up.
fn line_with_ink_at_top(half_points: i32) -> i32 {
    half_points * 10 * INK_TOP / baseline(1_000)
}
