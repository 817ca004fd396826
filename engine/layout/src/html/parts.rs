//! The elements of a paper in HTML.

use luoshi_plan::model::DocumentForm;

use super::style::points;
use crate::document::{
    Block, Cell, Column, ColumnStand, Document, Field, Inline, Mark, Stand, Table,
};
use crate::figures::Figures;
use crate::geometry::{
    Hanging, ImprintLines, NUMBER_BLANK_LINES, TITLE_BLANK_LINES, attachment_note, attendance,
    column_widths, length, letter_head, masthead, page, signatory_rows, signature, title_lines,
};
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

    fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    pub(super) fn head(&mut self) {
        let document = self.document;
        let head = &document.head;
        if document.form == DocumentForm::Working || head.masthead.is_empty() {
            return;
        }
        let letter = document.form == DocumentForm::Letter;
        let mut above = 0;
        if let Some(urgency) = head.urgency.as_ref().filter(|_| !letter) {
            self.line("label", urgency);
            above = length(self.figures.line_pitch);
        }
        let set = masthead(&head.masthead, document.form, self.figures);
        let from_top = if letter {
            set.from_top - page(self.figures, false).top
        } else {
            set.from_top - above
        };
        let shown = if head.preprinted { "" } else { &head.masthead };
        self.raw(&format!(
            "<div class=\"mark\" style=\"margin-top: {}; height: {line}; font-size: {}; line-height: {line}\"><span style=\"transform: scaleX({}%)\">{}</span></div>\n",
            points(from_top),
            points(set.size * 10),
            set.scale,
            escaped(shown),
            line = points(set.line),
        ));
        if letter {
            let place = letter_head(&set, self.figures);
            if !head.preprinted {
                let gap = points(place.rule_gap);
                self.raw(&format!(
                    "<hr class=\"double\" style=\"margin-top: {gap}\">\n"
                ));
            }
            self.sides(head.urgency.as_deref(), head.number.as_ref());
        } else {
            self.blanks(NUMBER_BLANK_LINES);
            self.number();
            if !head.preprinted {
                self.raw("<hr class=\"rule\">\n");
            }
        }
        self.blanks(TITLE_BLANK_LINES);
    }

    /// Urgency to the left, the number to the right.
    fn sides(&mut self, urgency: Option<&str>, number: Option<&Field>) {
        let urgency = urgency.map(escaped).unwrap_or_default();
        let number = number.map(field).unwrap_or_default();
        self.raw(&format!(
            "<p class=\"sides\"><span class=\"strong\">{urgency}</span><span>{number}</span></p>\n"
        ));
    }

    fn number(&mut self) {
        let head = &self.document.head;
        let number = head.number.as_ref().map(field).unwrap_or_default();
        let rows = signatory_rows(&head.signatories, self.figures);
        if rows.is_empty() {
            self.raw(&format!("<p class=\"number\">{number}</p>\n"));
            return;
        }
        let last = rows.len() - 1;
        for (at, row) in rows.iter().enumerate() {
            let names: Vec<String> = row.names.iter().map(|(_, name)| field(name)).collect();
            let label = if row.label.is_some() {
                "签发人："
            } else {
                "　　　　"
            };
            let left = if at == last { number.as_str() } else { "" };
            self.raw(&format!(
                "<p class=\"sides\" style=\"padding: 0 1em\"><span>{left}</span><span>{label}<span class=\"second\">{}</span></span></p>\n",
                names.join("　")
            ));
        }
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

    fn table(&mut self, table: &Table) {
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

    pub(super) fn closing(&mut self) {
        let document = self.document;
        let note = attachment_note(&document.attachments, self.figures);
        self.hanging(&note, "");
        if document.form == DocumentForm::Minutes {
            let there = attendance(&document.attendance, self.figures);
            self.hanging(&there, "strong");
        }
        self.signature();
        if let Some(note) = &document.note {
            self.line("body", &format!("（{note}）"));
        }
        let head = &document.head;
        if document.form == DocumentForm::Letter && !head.preprinted && !head.masthead.is_empty() {
            self.raw("<hr class=\"double foot\">\n");
        }
    }

    fn hanging(&mut self, items: &[Hanging], label_class: &str) {
        if !items.is_empty() {
            self.blanks(1);
        }
        for item in items {
            let number_width = if item.number.is_empty() {
                0
            } else {
                item.left - item.number_at
            };
            self.raw(&format!(
                "<p style=\"padding-left: {}; text-indent: {}\"><span class=\"{label_class}\">{}</span><span style=\"display: inline-block; text-indent: 0; width: {}\">{}</span>{}</p>\n",
                points(item.left),
                points(item.first - item.left),
                escaped(&item.label),
                points(number_width),
                escaped(&item.number),
                escaped(&item.text),
            ));
        }
    }

    fn signature(&mut self) {
        let Some(signed) = &self.document.signature else {
            return;
        };
        let places = signature(signed, self.figures);
        for row in &places.rows {
            self.blanks(row.blank_lines);
            // The last stands in the flow, those to its left beside it.
            let mut names = row.names.iter().rev();
            let Some(last) = names.next() else { continue };
            let beside: String = names
                .map(|name| {
                    format!(
                        "<span style=\"position: absolute; right: {}\">{}</span>",
                        points(name.right),
                        escaped(&name.text)
                    )
                })
                .collect();
            self.raw(&format!(
                "<p class=\"name\" style=\"position: relative; padding-right: {}\">{beside}{}</p>\n",
                points(last.right),
                escaped(&last.text)
            ));
        }
        let class = if places.date_open { "open" } else { "day" };
        self.raw(&format!(
            "<p class=\"date\" style=\"padding-right: {}\"><span class=\"{class}\">{}</span></p>\n",
            points(places.date.right),
            escaped(&places.date.text)
        ));
    }

    pub(super) fn imprint(&mut self, lines: &ImprintLines) {
        let class = if lines.ruled {
            "imprint ruled"
        } else {
            "imprint"
        };
        self.raw(&format!("<div class=\"{class}\">\n"));
        if let Some(copies) = &lines.copies {
            self.line("copies", &format!("抄送：{copies}"));
        }
        if let Some((by, on)) = &lines.printed {
            self.raw(&format!(
                "<p class=\"sides\"><span>{}</span><span>{}</span></p>\n",
                escaped(by),
                escaped(on)
            ));
        }
        self.raw("</div>\n");
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

fn field(field: &Field) -> String {
    let text = escaped(&field.shown());
    match field {
        Field::Filled(_) => text,
        Field::Open(_) => format!("<span class=\"open\">{text}</span>"),
    }
}

fn inlines(inlines: &[Inline]) -> String {
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
