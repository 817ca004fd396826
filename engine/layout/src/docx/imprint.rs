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
        Paragraph::thin().empty(&mut writer.out);
    }
    let width = page(writer.figures, writer.landscape).width();
    let out = &mut writer.out;
    begin(out, width, lines.ruled);
    let (first, label) = copies_hanging(writer.figures);
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
    if let Some((by, on)) = &lines.printed {
        let paragraph = Paragraph {
            tabs: vec![Tab {
                kind: "right",
                at: width - first,
            }],
            indent: Some(Indent {
                left: first,
                ..Indent::default()
            }),
            ..Paragraph::of(styles::IMPRINT)
        };
        row(out, width, |out| {
            paragraph.with(out, |out| {
                Run::default().text(out, by);
                Run::default().text(out, "\t");
                let open = on.contains('【');
                Run {
                    open,
                    ..Run::default()
                }
                .text(out, on);
            });
        });
    }
    out.push_str("</w:tbl>");
    Paragraph::thin().empty(out);
}

fn begin(out: &mut String, width: i32, ruled: bool) {
    out.push_str("<w:tbl><w:tblPr><w:tblpPr w:leftFromText=\"0\" w:rightFromText=\"0\" w:topFromText=\"0\" w:bottomFromText=\"0\" w:vertAnchor=\"margin\" w:horzAnchor=\"margin\" w:tblpXSpec=\"left\" w:tblpYSpec=\"bottom\"/><w:tblOverlap w:val=\"never\"/>");
    push(
        out,
        format_args!("<w:tblW w:w=\"{width}\" w:type=\"dxa\"/>"),
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
