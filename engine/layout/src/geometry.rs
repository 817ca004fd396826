//! Where everything stands on the paper, for all writers: lengths in twips (1/20 pt, 1/1440 inch).
//!
//! Characters are counted by their width: a Chinese one is as wide as its size, a letter or digit half of that.

mod hanging;
mod imprint;
mod ink;
mod masthead;
mod page;
mod signatories;
mod signature;
mod table;
mod title;

use unicode_width::UnicodeWidthChar;

use crate::figures::Figures;

pub use hanging::{Hanging, attachment_label, attachment_note, attendance};
pub use imprint::{
    IMPRINT_RULE_THICK, IMPRINT_RULE_THIN, ImprintLines, copies_hanging, imprint_lines,
};
pub use ink::{INK_BOTTOM, INK_TOP, baseline, ink_above, ink_below};
pub use masthead::{Masthead, NUMBER_BLANK_LINES, RED, RULE_WEIGHT, masthead, rule_gap};
pub use page::{
    LETTER_RULE_THICK, LETTER_RULE_THIN, LETTER_RULE_WIDTH, LETTER_RULES_APART, LetterHead, Page,
    PageNumberLine, letter_foot, letter_head, page, page_number_line,
};
pub use signatories::{SignatoryRow, signatory_rows};
pub use signature::{
    NameRow, Placed, SEALED_BLANK_LINES, SignaturePlaces, UNSEALED_BLANK_LINES, date_shown,
    signature,
};
pub use table::{CELL_MARGIN, CELL_SIZE, column_widths};
pub use title::{TITLE_BLANK_LINES, title_lines};

/// Twips of a length in hundredths of a millimetre, rounded.
#[must_use]
pub const fn twips(hundredths: i32) -> i32 {
    // 1 mm is 1440 / 25.4 twips.
    (hundredths * 1_440 + 1_270) / 2_540
}

/// 一字: from one character of the body to the next (3.1).
#[must_use]
pub fn character(figures: &Figures) -> i32 {
    length(figures.body_size) * 10 + figures.character_spacing
}

/// How wide a text of the body is.
#[must_use]
pub fn text_width(text: &str, figures: &Figures) -> i32 {
    width_at(text, figures.body_size, figures.character_spacing)
}

/// How wide a text is at a size in half points, with a spacing added to each character.
#[must_use]
pub fn width_at(text: &str, half_points: u32, spacing: i32) -> i32 {
    let size = length(half_points);
    text.chars()
        .map(|c| match half_cells(c) {
            0 => 0,
            1 => size * 5 + spacing,
            _ => size * 10 + spacing,
        })
        .sum()
}

/// How many half characters wide a text is.
#[must_use]
pub fn half_cells_of(text: &str) -> usize {
    text.chars().map(half_cells).sum()
}

/// How many half characters wide a character is: quotes, dashes and ellipses stand in the Chinese font and are
/// as wide as a Chinese character.
#[must_use]
pub fn half_cells(c: char) -> usize {
    c.width_cjk().unwrap_or(0)
}

/// A figure as a signed length; none of them comes near the end of the range.
pub(crate) fn length(figure: u32) -> i32 {
    i32::try_from(figure).unwrap_or(i32::MAX)
}
