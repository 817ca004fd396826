//! Fonts, borders and colours, as an office has them.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::field::Field;

/// The face of titles and headings.
pub(super) const HEADING_FACE: &str = "宋体";
/// The face of what is entered.
const TEXT_FACE: &str = "仿宋";
/// The fill of headings.
const HEADING_FILL: Color = Color::RGB(0xDD_E6_F0);
/// The fill of headings of required columns.
const REQUIRED_FILL: Color = Color::RGB(0xFB_E5_D6);

/// The number of the format in which every spreadsheet keeps texts.
const TEXT: u8 = 49;

/// The title of a sheet.
pub(super) fn title() -> Format {
    Format::new()
        .set_font_name(HEADING_FACE)
        .set_font_size(18)
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
}

/// The line below a title.
pub(super) fn remark() -> Format {
    Format::new()
        .set_font_name(TEXT_FACE)
        .set_font_size(11)
        .set_font_color(Color::RGB(0x40_40_40))
        .set_align(FormatAlign::VerticalCenter)
}

/// A heading.
pub(super) fn heading(required: bool) -> Format {
    let fill = if required {
        REQUIRED_FILL
    } else {
        HEADING_FILL
    };
    Format::new()
        .set_font_name(HEADING_FACE)
        .set_font_size(11)
        .set_bold()
        .set_background_color(fill)
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

/// A text of a list or of an explanation.
pub(super) fn text() -> Format {
    Format::new()
        .set_font_name(TEXT_FACE)
        .set_font_size(12)
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

/// A paragraph without a border.
pub(super) fn paragraph() -> Format {
    Format::new()
        .set_font_name(TEXT_FACE)
        .set_font_size(12)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

/// A cell to be filled; `lined` where a border is drawn even while it is empty.
pub(super) fn entry(field: Field, lined: bool) -> Format {
    let format = Format::new()
        .set_font_name(TEXT_FACE)
        .set_font_size(12)
        .set_unlocked()
        .set_align(FormatAlign::VerticalCenter);
    let format = match field {
        Field::Date | Field::Until => format.set_num_format("yyyy-mm-dd"),
        Field::Time => format.set_num_format("hh:mm"),
        Field::Amount => format.set_num_format("#,##0.00"),
        Field::Quantity => format,
        // As text: a staff number 007 is not 7.
        _ => format.set_num_format_index(TEXT),
    };
    let format = match field {
        Field::Note | Field::Duty | Field::Set => format.set_text_wrap(),
        Field::Quantity | Field::Amount => format,
        _ => format.set_align(FormatAlign::Center).set_text_wrap(),
    };
    if lined {
        format.set_border(FormatBorder::Thin)
    } else {
        format
    }
}

/// The border that a row gets once something is entered in it.
pub(super) fn line() -> Format {
    Format::new().set_border(FormatBorder::Thin)
}

/// The width of a column in characters, such that the usual ledger fits a sheet of A4.
pub(super) fn width(field: Field) -> f64 {
    match field {
        Field::Date | Field::Until => 12.5,
        Field::Time => 8.0,
        Field::Duty => 26.0,
        Field::Note => 20.0,
        Field::Set => 26.0,
        Field::Quantity => 9.5,
        Field::Amount => 11.0,
        Field::Marks => 12.0,
        _ => 14.0,
    }
}
