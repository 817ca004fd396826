//! 版头 in HTML.

use luoshi_plan::model::DocumentForm;

use super::parts::{Page, field};
use super::style::points;
use crate::document::Field;
use crate::geometry::{
    Masthead, NUMBER_BLANK_LINES, TITLE_BLANK_LINES, character, length, letter_head, masthead,
    page, signatory_rows,
};
use crate::markup::escaped;

impl Page<'_> {
    /// Urgency, masthead, number and rule.
    pub(super) fn head(&mut self) {
        let head = &self.document.head;
        if self.document.form == DocumentForm::Working || head.masthead.is_empty() {
            return;
        }
        let set = masthead(&head.masthead, self.document.form, self.figures);
        if self.document.form == DocumentForm::Letter {
            self.letter_head(&set);
        } else {
            self.official_head(&set);
        }
        self.blanks(TITLE_BLANK_LINES);
    }

    fn official_head(&mut self, set: &Masthead) {
        let head = &self.document.head;
        let mut above = 0;
        if let Some(urgency) = &head.urgency {
            self.line("label", urgency);
            above = length(self.figures.line_pitch);
        }
        self.mark(set, &points(set.from_top - above));
        self.blanks(NUMBER_BLANK_LINES);
        self.number();
        if !head.preprinted {
            self.raw("<hr class=\"rule\">\n");
        }
    }

    fn letter_head(&mut self, set: &Masthead) {
        let head = &self.document.head;
        let place = letter_head(set, self.figures);
        // Above the type area on screen; a printer's first page begins with it.
        let top = set.from_top - page(self.figures, false).top;
        self.mark(set, &format!("var(--printed-top, {})", points(top)));
        if !head.preprinted {
            let gap = points(place.rule_gap);
            self.raw(&format!(
                "<hr class=\"double\" style=\"margin-top: {gap}\">\n"
            ));
        }
        self.sides(
            head.urgency.as_deref(),
            head.number.as_ref(),
            place.number_gap,
        );
    }

    /// 发文机关标志, narrowed about its middle; on preprinted paper its place.
    fn mark(&mut self, set: &Masthead, margin: &str) {
        let head = &self.document.head;
        let shown = if head.preprinted { "" } else { &head.masthead };
        self.raw(&format!(
            "<div class=\"mark\" style=\"margin-top: {margin}; height: {line}; font-size: {}; line-height: {line}\"><span style=\"transform: scaleX({}%)\">{}</span></div>\n",
            points(set.size * 10),
            set.scale,
            escaped(shown),
            line = points(set.line),
        ));
    }

    /// Urgency to the left, the number to the right.
    fn sides(&mut self, urgency: Option<&str>, number: Option<&Field>, gap: i32) {
        let urgency = urgency.map(escaped).unwrap_or_default();
        let number = number.map(field).unwrap_or_default();
        self.raw(&format!(
            "<p class=\"sides\" style=\"margin-top: {}\"><span class=\"strong\">{urgency}</span><span>{number}</span></p>\n",
            points(gap)
        ));
    }

    /// 发文字号, with signatories beside it at their places.
    fn number(&mut self) {
        let head = &self.document.head;
        let number = head.number.as_ref().map(field).unwrap_or_default();
        let rows = signatory_rows(&head.signatories, self.figures);
        if rows.is_empty() {
            self.raw(&format!("<p class=\"number\">{number}</p>\n"));
            return;
        }
        let one = points(character(self.figures));
        let last = rows.len() - 1;
        for (at, row) in rows.iter().enumerate() {
            let mut out = format!("<p class=\"row\" style=\"padding-left: {one}\">");
            if at == last {
                out.push_str(&number);
            }
            if let Some(left) = row.label {
                out.push_str(&placed(left, "flush", "签发人："));
            }
            for (left, name) in &row.names {
                out.push_str(&placed(*left, "second", &field(name)));
            }
            out.push_str("</p>\n");
            self.raw(&out);
        }
    }
}

/// Markup that begins so far from the left edge.
fn placed(left: i32, class: &str, markup: &str) -> String {
    let left = points(left);
    format!("<span class=\"{class}\" style=\"left: {left}\">{markup}</span>")
}
