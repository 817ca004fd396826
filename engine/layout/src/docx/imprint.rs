//! 版记 at the foot of the last page (7.4): a table that floats there, so that its last line is the bottom edge of the
//! type area however long the text is; text keeps clear of it.

use super::body::Writer;
use super::paragraph::{Indent, Paragraph, Tab, push};
use super::run::Run;
use super::styles;
use crate::geometry::{IMPRINT_RULE_THICK, IMPRINT_RULE_THIN, ImprintLines, copies_hanging, page};

/// The table, and the paragraph that it is anchored to.
pub(super) fn imprint(writer: &mut Writer<'_>, lines: &ImprintLines) {
    if writer.after_table {
        writer.write(Paragraph::thin(), |_| ());
    }
    let page = page(writer.figures, writer.landscape);
    let width = page.width();
    let (first, label) = copies_hanging(writer.figures);
    let out = &mut writer.out;
    begin(out, page.left, width, lines.ruled);
    if let Some(copies) = &lines.copies {
        let paragraph = Paragraph {
            indent: Some(Indent {
                left: first + label,
                right: first,
                first: -label,
            }),
            ..Paragraph::of(styles::IMPRINT)
        };
        let text = format!("抄送：{copies}");
        row(out, width, |out| {
            paragraph.with(out, |out| Run::default().text(out, &text));
        });
    }
    if let Some(said) = &lines.printed {
        let date = Run {
            open: lines.open,
            ..Run::default()
        };
        row(out, width, |out| printed(out, said, date, first, width));
    }
    out.push_str("</w:tbl>");
    Paragraph::thin().empty(out);
}

/// 印发机关 to the left, 印发日期 to the right, both one character in.
fn printed(out: &mut String, (by, on): &(String, String), date: Run<'_>, side: i32, width: i32) {
    let paragraph = Paragraph {
        tabs: vec![Tab {
            kind: "right",
            at: width - side,
        }],
        indent: Some(Indent {
            left: side,
            ..Indent::default()
        }),
        ..Paragraph::of(styles::IMPRINT)
    };
    paragraph.with(out, |out| {
        Run::default().text(out, by);
        Run::default().text(out, "\t");
        date.text(out, on);
    });
}

/// Anchored to the page from side to side: LibreOffice lets no table float that is as wide as the type area and
/// anchored to that.
fn begin(out: &mut String, left: i32, width: i32, ruled: bool) {
    push(
        out,
        format_args!(
            "<w:tbl><w:tblPr><w:tblpPr w:leftFromText=\"0\" w:rightFromText=\"0\" w:topFromText=\"0\" w:bottomFromText=\"0\" w:vertAnchor=\"margin\" w:horzAnchor=\"page\" w:tblpX=\"{left}\" w:tblpYSpec=\"bottom\"/><w:tblOverlap w:val=\"never\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/>"
        ),
    );
    if ruled {
        push(
            out,
            format_args!(
                "<w:tblBorders><w:top w:val=\"single\" w:sz=\"{IMPRINT_RULE_THICK}\" w:space=\"0\" w:color=\"000000\"/><w:bottom w:val=\"single\" w:sz=\"{IMPRINT_RULE_THICK}\" w:space=\"0\" w:color=\"000000\"/><w:insideH w:val=\"single\" w:sz=\"{IMPRINT_RULE_THIN}\" w:space=\"0\" w:color=\"000000\"/></w:tblBorders>"
            ),
        );
    }
    push(
        out,
        format_args!(
            "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w=\"{width}\"/></w:tblGrid>"
        ),
    );
}

fn row(out: &mut String, width: i32, content: impl FnOnce(&mut String)) {
    push(
        out,
        format_args!(
            "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"
        ),
    );
    content(out);
    out.push_str("</w:tc></w:tr>");
}
