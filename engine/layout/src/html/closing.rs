//! What follows the body, in HTML.

use luoshi_plan::model::DocumentForm;

use super::parts::Page;
use super::style::points;
use crate::geometry::{Hanging, ImprintLines, attachment_note, attendance, signature};
use crate::markup::escaped;

impl Page<'_> {
    /// Everything between the body and the attachments.
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

    /// 版记.
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
                "<p class=\"sides\"><span>{}</span><span class=\"{}\">{}</span></p>\n",
                escaped(by),
                if lines.open { "open" } else { "day" },
                escaped(on)
            ));
        }
        self.raw("</div>\n");
    }
}
