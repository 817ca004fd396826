//! The page, its number, and the red double lines of a letter (5, 7.5, 8, 10.1).

use super::ink::{baseline, ink_above, ink_below};
use super::masthead::Masthead;
use super::{length, twips};
use crate::figures::Figures;

/// How long the red double lines of a letter are, 170 mm (10.1).
pub const LETTER_RULE_WIDTH: i32 = twips(17_000);

/// The thick one of a double line, in eighths of a point; no figure in the standard.
pub const LETTER_RULE_THICK: u32 = 18;

/// The thin one.
pub const LETTER_RULE_THIN: u32 = 6;

/// Between the two, in twips.
pub const LETTER_RULES_APART: i32 = 30;

/// Thousandths of the type size from the base line up to a dash.
const DASH: i32 = 360;

/// From the bottom edge of the paper to a letter's lower double line, 20 mm (10.1).
const LETTER_FOOT: i32 = 2_000;

/// From a letter's masthead to its upper double line, 4 mm (10.1).
const LETTER_RULE_BELOW: i32 = 400;

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Width of the paper.
    pub paper_width: i32,
    /// Height of the paper.
    pub paper_height: i32,
    /// From the top edge of the paper to the type area.
    pub top: i32,
    /// From the right edge.
    pub right: i32,
    /// From the bottom edge.
    pub bottom: i32,
    /// From the left edge.
    pub left: i32,
}

impl Page {
    /// Width of 版心, the type area.
    #[must_use]
    pub const fn width(&self) -> i32 {
        self.paper_width - self.left - self.right
    }

    /// Height of 版心.
    #[must_use]
    pub const fn height(&self) -> i32 {
        self.paper_height - self.top - self.bottom
    }
}

/// The page upright, or on its side: turned so that its head lies at the binding edge, as on an odd page (8).
#[must_use]
pub fn page(figures: &Figures, landscape: bool) -> Page {
    let upright = Page {
        paper_width: length(figures.page_width),
        paper_height: length(figures.page_height),
        top: length(figures.margin_top),
        right: length(figures.margin_right),
        bottom: length(figures.margin_bottom),
        left: length(figures.margin_left),
    };
    if !landscape {
        return upright;
    }
    Page {
        paper_width: upright.paper_height,
        paper_height: upright.paper_width,
        top: upright.left,
        right: upright.top,
        bottom: upright.right,
        left: upright.bottom,
    }
}

/// The line of the page number (7.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageNumberLine {
    /// The exact line.
    pub line: i32,
    /// From its bottom edge to that of the paper.
    pub from_bottom: i32,
    /// From the dashes to the bottom edge of the type area: 7 mm in the national layout.
    pub dash_below: i32,
    /// From the outer edge of the type area, one character of its size.
    pub side: i32,
}

/// The line of the page number.
#[must_use]
pub fn page_number_line(figures: &Figures) -> PageNumberLine {
    let size = length(figures.small_size) * 10;
    let line = size * 10 / 7;
    let from_bottom = length(figures.footer);
    let dash_to_bottom = line - baseline(line) + size * DASH / 1_000;
    PageNumberLine {
        line,
        from_bottom,
        dash_below: length(figures.margin_bottom) - from_bottom - dash_to_bottom,
        side: size,
    }
}

/// How the head of a letter is built, from the top edge of the paper down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LetterHead {
    /// From the bottom of the masthead's line to the double line.
    pub rule_gap: i32,
    /// From the double line to the top of the line with 发文字号, whose ink is 7/8 of a character of 3号 below.
    pub number_gap: i32,
}

/// The head of a letter.
#[must_use]
pub fn letter_head(masthead: &Masthead, figures: &Figures) -> LetterHead {
    let body = length(figures.body_size);
    LetterHead {
        rule_gap: (twips(LETTER_RULE_BELOW) - ink_below(masthead.line, masthead.size)).max(20),
        number_gap: (body * 10 * 7 / 8 - ink_above(length(figures.line_pitch), body)).max(0),
    }
}

/// From the bottom edge of the paper to a letter's lower double line.
#[must_use]
pub const fn letter_foot() -> i32 {
    twips(LETTER_FOOT)
}
