//! 页码: outside, odd to the right and even to the left (7.5); and what stands at the foot of a letter's first page.

use luoshi_plan::model::DocumentForm;

use super::letter;
use super::paragraph::{Indent, Paragraph, push};
use super::run::Run;
use super::styles;
use crate::document::Document;
use crate::figures::Figures;
use crate::geometry::{Page, PageNumberLine, letter_foot, page, page_number_line};

/// How long the cell is that holds the number of a page on its side: enough for — 9999 —.
const TURNED: i32 = 2_000;

/// A part of the package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Footer {
    /// The id of its relation to the document.
    pub(super) id: &'static str,
    /// Its name under `word/`.
    pub(super) name: &'static str,
    /// `default` (odd pages), `even` or `first`.
    kind: &'static str,
    landscape: bool,
}

const ODD: Footer = footer("rId4", "footer1.xml", "default", false);
const EVEN: Footer = footer("rId5", "footer2.xml", "even", false);
const FIRST: Footer = footer("rId6", "footer3.xml", "first", false);
const TURNED_ODD: Footer = footer("rId7", "footer4.xml", "default", true);
const TURNED_EVEN: Footer = footer("rId8", "footer5.xml", "even", true);

const fn footer(
    id: &'static str,
    name: &'static str,
    kind: &'static str,
    landscape: bool,
) -> Footer {
    Footer {
        id,
        name,
        kind,
        landscape,
    }
}

/// The footers of a paper.
#[derive(Debug, Clone)]
pub(super) struct Footers {
    letter: bool,
    preprinted: bool,
    upright: bool,
    turned: bool,
    first_section: bool,
}

impl Footers {
    pub(super) fn new(document: &Document) -> Footers {
        let turned = |a: &crate::document::Attachment| a.landscape;
        let upright = |a: &crate::document::Attachment| !a.landscape;
        Footers {
            letter: document.form == DocumentForm::Letter,
            preprinted: document.head.preprinted,
            upright: !document.landscape || document.attachments.iter().any(upright),
            turned: document.landscape || document.attachments.iter().any(turned),
            first_section: true,
        }
    }

    /// Whether the section being written is the first.
    pub(super) fn first_section(&self) -> bool {
        self.first_section
    }

    pub(super) fn later_section(&mut self) {
        self.first_section = false;
    }

    /// The parts that the package must hold.
    pub(super) fn parts(&self) -> Vec<Footer> {
        let mut parts = Vec::with_capacity(5);
        if self.upright {
            parts.extend([ODD, EVEN]);
        }
        if self.letter {
            parts.push(FIRST);
        }
        if self.turned {
            parts.extend([TURNED_ODD, TURNED_EVEN]);
        }
        parts
    }

    /// The references of a section.
    pub(super) fn references(&self, out: &mut String, landscape: bool) {
        let first = self.letter && self.first_section;
        for part in self.parts() {
            if part.landscape == landscape && part != FIRST || part == FIRST && first {
                push(
                    out,
                    format_args!(
                        "<w:footerReference w:type=\"{}\" r:id=\"{}\"/>",
                        part.kind, part.id
                    ),
                );
            }
        }
    }

    /// From the bottom edge of the paper to the footer. That of a letter begins with its double line.
    pub(super) fn distance(&self, figures: &Figures, landscape: bool) -> i32 {
        match (landscape, self.letter) {
            (true, _) => page(figures, true).bottom / 2,
            (false, true) => letter_foot().min(page_number_line(figures).from_bottom),
            (false, false) => page_number_line(figures).from_bottom,
        }
    }

    /// The text of a part.
    pub(super) fn text(&self, part: Footer, figures: &Figures) -> String {
        let mut out = String::with_capacity(2_048);
        out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">");
        let line = page_number_line(figures);
        match (part.kind, part.landscape) {
            ("first", _) if self.preprinted => Paragraph::thin().empty(&mut out),
            ("first", _) => letter::foot(&mut out, figures),
            (kind, true) => turned(&mut out, kind == "default", &line, &page(figures, true)),
            (kind, false) => {
                upright(&mut out, kind == "default", &line);
                let lift = line.from_bottom - self.distance(figures, false);
                if lift > 0 {
                    Paragraph::of_height(lift).empty(&mut out);
                }
            }
        }
        out.push_str("</w:ftr>");
        out
    }
}

fn upright(out: &mut String, odd: bool, line: &PageNumberLine) {
    let paragraph = Paragraph {
        indent: Some(Indent {
            left: if odd { 0 } else { line.side },
            right: if odd { line.side } else { 0 },
            first: 0,
        }),
        justify: Some(if odd { "right" } else { "left" }),
        ..Paragraph::of(styles::PAGE)
    };
    paragraph.with(out, number);
}

/// Stands where it would on a page upright (8): beside the left edge of the type area, turned with the paper; on odd
/// pages below, on even ones above.
fn turned(out: &mut String, odd: bool, line: &PageNumberLine, page: &Page) {
    let top = if odd {
        page.paper_height - page.bottom - line.side - TURNED
    } else {
        page.top + line.side
    };
    push(
        out,
        format_args!(
            "<w:tbl><w:tblPr><w:tblpPr w:leftFromText=\"0\" w:rightFromText=\"0\" w:vertAnchor=\"page\" w:horzAnchor=\"page\" w:tblpX=\"{x}\" w:tblpY=\"{top}\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w=\"{width}\"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"{TURNED}\" w:hRule=\"exact\"/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:textDirection w:val=\"tbRl\"/></w:tcPr>",
            x = line.from_bottom,
            width = line.line,
        ),
    );
    let paragraph = Paragraph {
        justify: Some(if odd { "right" } else { "left" }),
        ..Paragraph::of(styles::PAGE)
    };
    paragraph.with(out, number);
    out.push_str("</w:tc></w:tr></w:tbl>");
    Paragraph::thin().empty(out);
}

/// — 1 —, the number as a field.
fn number(out: &mut String) {
    let plain = Run::default();
    plain.text(out, "— ");
    for (kind, text) in [("begin", " PAGE "), ("separate", "1"), ("end", "")] {
        plain.begin(out);
        push(
            out,
            format_args!("<w:fldChar w:fldCharType=\"{kind}\"/></w:r>"),
        );
        match kind {
            "begin" => {
                plain.begin(out);
                push(
                    out,
                    format_args!("<w:instrText xml:space=\"preserve\">{text}</w:instrText></w:r>"),
                );
            }
            _ => plain.text(out, text),
        }
    }
    plain.text(out, " —");
}
