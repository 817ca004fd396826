//! 主送机关 and 正文 (7.3.2, 7.3.3).

use super::body::Writer;
use super::paragraph::Paragraph;
use super::run::Run;
use super::{styles, table};
use crate::document::{Block, Inline, Stand};

/// 主送机关: flush, a colon at the end.
pub(super) fn addressees(writer: &mut Writer<'_>) {
    let addressees = &writer.document.addressees;
    if addressees.is_empty() {
        return;
    }
    let text = format!("{}：", addressees.join("、"));
    writer.paragraph(styles::FLUSH, |out| Run::default().text(out, &text));
}

/// Parts of a body, in their order.
pub(super) fn blocks(writer: &mut Writer<'_>, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Heading { level, label, text } => heading(writer, *level, label, text),
            Block::Paragraph { stand, text } => paragraph(writer, *stand, text),
            Block::Table(content) => table::table(writer, content),
            Block::Blank => writer.blank(),
            Block::PageBreak => writer.break_next = true,
        }
    }
}

fn heading(writer: &mut Writer<'_>, level: u8, label: &str, text: &[Inline]) {
    let at = usize::from(level.clamp(1, 4)) - 1;
    let strong = writer.figures.fonts.heading.as_str();
    writer.paragraph(styles::HEADINGS[at], |out| {
        Run::default().text(out, label);
        Run::default().inlines(out, text, strong);
    });
}

fn paragraph(writer: &mut Writer<'_>, stand: Stand, text: &[Inline]) {
    let (style, justify) = match stand {
        Stand::Body => (styles::BODY, None),
        Stand::Flush => (styles::FLUSH, None),
        Stand::Centre => (styles::FLUSH, Some("center")),
        Stand::Right => (styles::FLUSH, Some("right")),
    };
    let paragraph = Paragraph {
        justify,
        ..Paragraph::of(style)
    };
    let strong = writer.figures.fonts.heading.as_str();
    writer.write(paragraph, |out| Run::default().inlines(out, text, strong));
}
