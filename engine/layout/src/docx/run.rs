//! Stretches of text, their properties in the order of the schema (`CT_RPr`).

use super::paragraph::push;
use crate::document::{Field, Inline, Mark};
use crate::markup::{allowed, push_text};

/// The properties of a run that differ from those of its paragraph.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Run<'a> {
    /// The font of its Chinese text.
    pub(super) font: Option<&'a str>,
    /// The width of its characters in percent.
    pub(super) scale: Option<i32>,
    /// Half points.
    pub(super) size: Option<i32>,
    /// Whether it is set off for being filled in by hand.
    pub(super) open: bool,
}

impl Run<'_> {
    /// Writes a run with this text; line breaks and tabs are kept.
    pub(super) fn text(&self, out: &mut String, text: &str) {
        if text.is_empty() {
            return;
        }
        self.begin(out);
        // A page of plain text is one piece; only breaks and tabs need elements of their own.
        let mut rest = text;
        while let Some(at) = rest.find(['\n', '\t', '\r']) {
            piece(out, &rest[..at]);
            match rest.as_bytes()[at] {
                b'\n' => out.push_str("<w:br/>"),
                b'\t' => out.push_str("<w:tab/>"),
                _ => {}
            }
            rest = &rest[at + 1..];
        }
        piece(out, rest);
        out.push_str("</w:r>");
    }

    /// Opens a run: its properties. `hint` puts quotes, dashes and ellipses into the Chinese font.
    pub(super) fn begin(&self, out: &mut String) {
        out.push_str("<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"");
        if let Some(font) = self.font {
            out.push_str(" w:eastAsia=\"");
            push_text(out, font);
            out.push('"');
        }
        out.push_str("/>");
        if let Some(scale) = self.scale {
            push(out, format_args!("<w:w w:val=\"{scale}\"/>"));
        }
        if let Some(size) = self.size {
            push(
                out,
                format_args!("<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>"),
            );
        }
        if self.open {
            out.push_str("<w:highlight w:val=\"yellow\"/>");
        }
        out.push_str("</w:rPr>");
    }

    /// A field, set off while it is open.
    pub(super) fn field(&self, out: &mut String, field: &Field) {
        Run {
            open: matches!(field, Field::Open(_)),
            ..*self
        }
        .text(out, &field.shown());
    }

    /// Several stretches; strong ones in the font of headings.
    pub(super) fn inlines(&self, out: &mut String, inlines: &[Inline], strong: &str) {
        for inline in inlines {
            match inline.mark {
                Mark::Plain => self.text(out, &inline.text),
                Mark::Strong => Run {
                    font: Some(strong),
                    ..*self
                }
                .text(out, &inline.text),
                Mark::Open => Run {
                    open: true,
                    ..*self
                }
                .text(out, &inline.text),
            }
        }
    }
}

fn piece(out: &mut String, text: &str) {
    if text.chars().any(allowed) {
        out.push_str("<w:t xml:space=\"preserve\">");
        push_text(out, text);
        out.push_str("</w:t>");
    }
}
