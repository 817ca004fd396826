//! The paper as one page of HTML: on screen as on paper, and on A4 when printed. No script, nothing fetched.

mod closing;
mod head;
mod parts;
mod style;
mod table;

use luoshi_plan::model::DocumentForm;

use crate::document::Document;
use crate::figures::Figures;
use crate::geometry::{attachment_label, imprint_lines};
use crate::markup::push_text;
use parts::Page;

/// The page.
#[must_use]
pub fn html(document: &Document, figures: &Figures) -> String {
    let mut page = Page {
        out: String::with_capacity(16_384),
        document,
        figures,
    };
    page.out.push_str(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
    );
    push_text(&mut page.out, &document.title.concat());
    page.out.push_str("</title>\n<style>\n");
    let letter = document.form == DocumentForm::Letter && !document.head.masthead.is_empty();
    page.out.push_str(&style::style(figures, letter));
    page.out.push_str("</style>\n</head>\n<body>\n");
    sheets(&mut page, letter);
    page.out.push_str("</body>\n</html>\n");
    page.out
}

/// The main text and each attachment a sheet of its own; the imprint at the foot of the last that lies as the first.
fn sheets(page: &mut Page<'_>, letter: bool) {
    let document = page.document;
    let imprint = document.imprint.as_ref();
    let imprint = imprint.and_then(|imprint| imprint_lines(imprint, document.form));
    page.open_sheet(document.landscape, letter);
    page.head();
    page.title(&document.title);
    page.addressees();
    page.blocks(&document.body);
    page.closing();
    let mut landscape = document.landscape;
    for (at, attachment) in document.attachments.iter().enumerate() {
        page.close_sheet();
        landscape = attachment.landscape;
        page.open_sheet(landscape, false);
        let label = attachment_label(at, document.attachments.len());
        page.line("label", &label);
        page.blanks(1);
        page.title(std::slice::from_ref(&attachment.title));
        page.blocks(&attachment.body);
    }
    if let Some(lines) = imprint {
        if landscape != document.landscape {
            page.close_sheet();
            page.open_sheet(document.landscape, false);
        }
        page.imprint(&lines);
    }
    page.close_sheet();
}
