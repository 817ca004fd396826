//! Sheets, titles and text in HTML.

use crate::document::{Block, Document, Field, Inline, Mark, Stand};
use crate::figures::Figures;
use crate::geometry::title_lines;
use crate::markup::{escaped, push_text};

/// What is written so far, and what it is written from.
pub(super) struct Page<'a> {
    pub(super) out: String,
    pub(super) document: &'a Document,
    pub(super) figures: &'a Figures,
}

impl Page<'_> {
    pub(super) fn open_sheet(&mut self, landscape: bool, letter: bool) {
        self.out.push_str("<section class=\"sheet");
        if landscape {
            self.out.push_str(" turned");
        }
        if letter {
            self.out.push_str(" letter");
        }
        self.out.push_str("\">\n");
    }

    pub(super) fn close_sheet(&mut self) {
        self.out.push_str("</section>\n");
    }

    /// A paragraph of a class.
    pub(super) fn line(&mut self, class: &str, text: &str) {
        let text = escaped(text);
        self.raw(&format!("<p class=\"{class}\">{text}</p>\n"));
    }

    pub(super) fn blanks(&mut self, count: usize) {
        for _ in 0..count {
            self.raw("<p class=\"blank\"></p>\n");
        }
    }

    pub(super) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    pub(super) fn title(&mut self, title: &[String]) {
        if title.is_empty() {
            return;
        }
        let lines = title_lines(title, self.figures).join("\n");
        self.raw(&format!("<h1>{}</h1>\n", escaped(&lines)));
        self.blanks(1);
    }

    pub(super) fn addressees(&mut self) {
        let addressees = &self.document.addressees;
        if !addressees.is_empty() {
            self.line("flush", &format!("{}：", addressees.join("、")));
        }
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { level, label, text } => {
                    let level = level.clamp(&1, &4);
                    let (label, text) = (escaped(label), inlines(text));
                    self.raw(&format!("<p class=\"h{level}\">{label}{text}</p>\n"));
                }
                Block::Paragraph { stand, text } => {
                    let text = inlines(text);
                    self.raw(&format!(
                        "<p class=\"{}\">{text}</p>\n",
                        stand_class(*stand)
                    ));
                }
                Block::Table(content) => self.table(content),
                Block::Blank => self.blanks(1),
                Block::PageBreak => self.raw("<div style=\"break-after: page\"></div>\n"),
            }
        }
    }
}

fn stand_class(stand: Stand) -> &'static str {
    match stand {
        Stand::Body => "body",
        Stand::Flush => "flush",
        Stand::Centre => "centre",
        Stand::Right => "right",
    }
}

pub(super) fn field(field: &Field) -> String {
    let text = escaped(&field.shown());
    match field {
        Field::Filled(_) => text,
        Field::Open(_) => format!("<span class=\"open\">{text}</span>"),
    }
}

pub(super) fn inlines(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        let class = match inline.mark {
            Mark::Plain => {
                push_text(&mut out, &inline.text);
                continue;
            }
            Mark::Strong => "strong",
            Mark::Open => "open",
        };
        out.push_str(&format!("<span class=\"{class}\">"));
        push_text(&mut out, &inline.text);
        out.push_str("</span>");
    }
    out
}
