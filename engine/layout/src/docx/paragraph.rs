//! The properties of a paragraph, written in the order of the schema (`CT_PPr`).

use std::fmt::Write as _;

use super::styles::RULE;

/// The properties of a paragraph that differ from those of its style.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    /// The id of its style.
    pub(super) style: Option<&'static str>,
    /// Whether it stays on the page of the next paragraph.
    pub(super) keep_next: bool,
    /// Whether it begins a page.
    pub(super) page_break: bool,
    /// A frame that it stands in.
    pub(super) frame: Option<Frame>,
    /// A line below it.
    pub(super) rule: Option<Rule>,
    /// Stops of its tabs, from the left edge of the type area.
    pub(super) tabs: Vec<Tab>,
    /// Space above, space below, exact height of a line.
    pub(super) spacing: Option<Spacing>,
    /// Its indents.
    pub(super) indent: Option<Indent>,
    /// `left`, `center`, `right` or `both`.
    pub(super) justify: Option<&'static str>,
    /// The section that it ends, as written by `section`.
    pub(super) section: Option<String>,
}

/// A frame at a fixed place of the page, above the text: its paragraphs follow each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// Its width; it stands in the middle of the page.
    pub(super) width: i32,
    /// From the top edge of the paper.
    pub(super) top: i32,
}

/// A red line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    /// Eighths of a point.
    pub(super) weight: u32,
}

/// A stop of a tab.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tab {
    /// `left`, `center` or `right`.
    pub(super) kind: &'static str,
    /// From the left edge of the type area.
    pub(super) at: i32,
}

/// The vertical extent of a paragraph, in twips.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spacing {
    /// Above.
    pub(super) before: i32,
    /// Each line, exactly.
    pub(super) line: i32,
}

/// Indents, in twips.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Indent {
    /// From the left edge.
    pub(super) left: i32,
    /// From the right edge.
    pub(super) right: i32,
    /// Of the first line against the others; negative where it hangs out to the left.
    pub(super) first: i32,
}

impl Paragraph {
    /// A paragraph of a style.
    pub(super) fn of(style: &'static str) -> Paragraph {
        Paragraph {
            style: Some(style),
            ..Paragraph::default()
        }
    }

    /// An empty paragraph of a height.
    pub(super) fn of_height(line: i32) -> Paragraph {
        Paragraph {
            spacing: Some(Spacing { before: 0, line }),
            ..Paragraph::of(RULE)
        }
    }

    /// A paragraph that takes no room: where the format asks for one and the layout does not.
    pub(super) fn thin() -> Paragraph {
        Paragraph::of_height(20)
    }

    /// Opens the paragraph and writes its properties.
    pub(super) fn open(&self, out: &mut String) {
        out.push_str("<w:p><w:pPr>");
        if let Some(style) = self.style {
            push(out, format_args!("<w:pStyle w:val=\"{style}\"/>"));
        }
        if self.keep_next {
            out.push_str("<w:keepNext/>");
        }
        if self.page_break {
            out.push_str("<w:pageBreakBefore/>");
        }
        if let Some(frame) = self.frame {
            push(
                out,
                format_args!(
                    "<w:framePr w:w=\"{}\" w:wrap=\"notBeside\" w:vAnchor=\"page\" w:hAnchor=\"page\" w:xAlign=\"center\" w:y=\"{}\"/>",
                    frame.width, frame.top
                ),
            );
        }
        if let Some(rule) = self.rule {
            push(
                out,
                format_args!(
                    "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"{}\" w:space=\"0\" w:color=\"{}\"/></w:pBdr>",
                    rule.weight,
                    crate::geometry::RED
                ),
            );
        }
        self.tabs(out);
        if self.spacing.is_some() {
            out.push_str("<w:snapToGrid w:val=\"0\"/>");
        }
        self.extent(out);
        if let Some(justify) = self.justify {
            push(out, format_args!("<w:jc w:val=\"{justify}\"/>"));
        }
        if let Some(section) = &self.section {
            out.push_str(section);
        }
        out.push_str("</w:pPr>");
    }

    fn tabs(&self, out: &mut String) {
        if self.tabs.is_empty() {
            return;
        }
        out.push_str("<w:tabs>");
        for tab in &self.tabs {
            push(
                out,
                format_args!("<w:tab w:val=\"{}\" w:pos=\"{}\"/>", tab.kind, tab.at),
            );
        }
        out.push_str("</w:tabs>");
    }

    fn extent(&self, out: &mut String) {
        if let Some(Spacing { before, line }) = self.spacing {
            push(
                out,
                format_args!(
                    "<w:spacing w:before=\"{before}\" w:after=\"0\" w:line=\"{line}\" w:lineRule=\"exact\"/>"
                ),
            );
        }
        if let Some(Indent { left, right, first }) = self.indent {
            let (name, first) = match first {
                0.. => ("firstLine", first),
                _ => ("hanging", -first),
            };
            // Zero characters, since a count of characters in the style would win over these twips.
            push(
                out,
                format_args!(
                    "<w:ind w:left=\"{left}\" w:right=\"{right}\" w:{name}Chars=\"0\" w:{name}=\"{first}\"/>"
                ),
            );
        }
    }

    /// The paragraph with these runs.
    pub(super) fn with(&self, out: &mut String, runs: impl FnOnce(&mut String)) {
        self.open(out);
        runs(out);
        out.push_str("</w:p>");
    }

    /// The paragraph, empty.
    pub(super) fn empty(&self, out: &mut String) {
        self.with(out, |_| ());
    }
}

/// Writing into a string cannot fail.
pub(super) fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    let written = out.write_fmt(text);
    debug_assert!(written.is_ok());
}
