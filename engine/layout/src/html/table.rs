//! Tables in HTML.

use super::parts::{Page, inlines};
use crate::document::{Cell, Column, ColumnStand, Table};
use crate::geometry::column_widths;

impl Page<'_> {
    /// A table with its caption; its head is repeated where a printer begins a page.
    pub(super) fn table(&mut self, table: &Table) {
        if let Some(caption) = &table.caption {
            self.line("caption", caption);
        }
        if table.columns.is_empty() {
            return;
        }
        self.raw("<table>\n<colgroup>");
        // Tenths of a percent.
        for width in column_widths(table, 1_000) {
            self.raw(&format!(
                "<col style=\"width: {}.{}%\">",
                width / 10,
                width % 10
            ));
        }
        self.raw("</colgroup>\n");
        let head = table.head_rows.min(table.rows.len());
        for (group, tag, rows) in [
            ("thead", "th", &table.rows[..head]),
            ("tbody", "td", &table.rows[head..]),
        ] {
            self.raw(&format!("<{group}>\n"));
            for cells in rows {
                self.row(tag, cells, &table.columns);
            }
            self.raw(&format!("</{group}>\n"));
        }
        self.raw("</table>\n");
    }

    fn row(&mut self, tag: &str, cells: &[Cell], columns: &[Column]) {
        self.raw("<tr>");
        let mut at = 0;
        for cell in cells {
            let Some(column) = columns.get(at) else {
                break;
            };
            let span = cell.span.clamp(1, columns.len() - at);
            let class = match column.stand {
                ColumnStand::Left => "left",
                ColumnStand::Centre => "centre",
                ColumnStand::Right => "right",
            };
            let text = inlines(&cell.text);
            self.raw(&format!(
                "<{tag} class=\"{class}\" colspan=\"{span}\">{text}</{tag}>"
            ));
            at += span;
        }
        self.raw("</tr>\n");
    }
}
