//! Tables: fixed widths, heads repeated on every page, rows kept whole.

use super::body::Writer;
use super::paragraph::{Paragraph, push};
use super::run::Run;
use super::styles;
use crate::document::{Cell, Column, ColumnStand, Table};
use crate::figures::Figures;
use crate::geometry::{CELL_MARGIN, column_widths, page};

const PROPERTIES: &str = "<w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/>";

/// A table with its caption.
pub(super) fn table(writer: &mut Writer<'_>, table: &Table) {
    if let Some(caption) = &table.caption {
        writer.paragraph(styles::CAPTION, |out| Run::default().text(out, caption));
    } else if writer.after_table || writer.break_next {
        let thin = Paragraph::thin();
        writer.write(thin, |_| ());
    }
    if table.columns.is_empty() || table.rows.is_empty() {
        return;
    }
    let width = page(writer.figures, writer.landscape).width();
    let widths = column_widths(table, width);
    let out = &mut writer.out;
    push(
        out,
        format_args!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>{PROPERTIES}<w:tblCellMar><w:left w:w=\"{CELL_MARGIN}\" w:type=\"dxa\"/><w:right w:w=\"{CELL_MARGIN}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
        ),
    );
    for width in &widths {
        push(out, format_args!("<w:gridCol w:w=\"{width}\"/>"));
    }
    out.push_str("</w:tblGrid>");
    for (at, cells) in table.rows.iter().enumerate() {
        row(
            out,
            cells,
            &Grid {
                columns: &table.columns,
                widths: &widths,
                head: at < table.head_rows,
                figures: writer.figures,
            },
        );
    }
    out.push_str("</w:tbl>");
    writer.after_table = true;
}

struct Grid<'a> {
    columns: &'a [Column],
    widths: &'a [i32],
    head: bool,
    figures: &'a Figures,
}

/// A row. A span that reaches beyond the last column ends there, and columns without a cell get an empty one: what
/// does not add up would keep Word from opening the file.
fn row(out: &mut String, cells: &[Cell], grid: &Grid<'_>) {
    out.push_str("<w:tr><w:trPr><w:cantSplit/>");
    if grid.head {
        out.push_str("<w:tblHeader/>");
    }
    out.push_str("</w:trPr>");
    let mut at = 0;
    for written in cells {
        let left = grid.columns.len() - at;
        if left == 0 {
            break;
        }
        let span = written.span.clamp(1, left);
        cell(out, Some(written), at, span, grid);
        at += span;
    }
    for at in at..grid.columns.len() {
        cell(out, None, at, 1, grid);
    }
    out.push_str("</w:tr>");
}

fn cell(out: &mut String, cell: Option<&Cell>, at: usize, span: usize, grid: &Grid<'_>) {
    let width: i32 = grid.widths[at..at + span].iter().sum();
    push(
        out,
        format_args!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"),
    );
    if span > 1 {
        push(out, format_args!("<w:gridSpan w:val=\"{span}\"/>"));
    }
    out.push_str("<w:vAlign w:val=\"center\"/></w:tcPr>");
    let justify = if grid.head || span > 1 && span == grid.columns.len() {
        Some("center")
    } else {
        match grid.columns[at].stand {
            ColumnStand::Left => None,
            ColumnStand::Centre => Some("center"),
            ColumnStand::Right => Some("right"),
        }
    };
    let paragraph = Paragraph {
        justify,
        ..Paragraph::of(styles::CELL)
    };
    let strong = grid.figures.fonts.heading.as_str();
    let run = Run {
        font: grid.head.then_some(strong),
        ..Run::default()
    };
    paragraph.with(out, |out| {
        if let Some(cell) = cell {
            run.inlines(out, &cell.text, strong);
        }
    });
    out.push_str("</w:tc>");
}
