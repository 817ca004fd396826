//! The paper as plain text: lines of 28 characters, as wide as those of the page.

mod lines;
mod table;

use luoshi_plan::model::DocumentForm;

use crate::document::{Block, Document, Head, Signature, Stand, text_of};
use crate::figures::Figures;
use crate::geometry::{
    Hanging, NUMBER_BLANK_LINES, Placed, TITLE_BLANK_LINES, attachment_label, attachment_note,
    attendance, character, half_cells_of, imprint_lines, signature, title_lines,
};
use lines::{Lines, WIDTH};

/// The paper as text; what is to be filled in stands as 【待补：…】.
#[must_use]
pub fn text(document: &Document, figures: &Figures) -> String {
    let mut lines = Lines::default();
    head(&mut lines, document);
    title(&mut lines, &document.title, figures);
    if !document.addressees.is_empty() {
        let addressees = format!("{}：", document.addressees.join("、"));
        lines.wrapped(&addressees, 0, 0);
    }
    blocks(&mut lines, &document.body);
    closing(&mut lines, document, figures);
    for (at, attachment) in document.attachments.iter().enumerate() {
        lines.page();
        lines.wrapped(&attachment_label(at, document.attachments.len()), 0, 0);
        lines.blanks(1);
        title(&mut lines, std::slice::from_ref(&attachment.title), figures);
        blocks(&mut lines, &attachment.body);
    }
    imprint(&mut lines, document);
    lines.finish()
}

fn head(lines: &mut Lines, document: &Document) {
    let head = &document.head;
    if document.form == DocumentForm::Working || head.masthead.is_empty() {
        return;
    }
    if let Some(urgency) = &head.urgency {
        lines.wrapped(urgency, 0, 0);
    }
    if !head.preprinted {
        lines.centred(&head.masthead);
    }
    lines.blanks(NUMBER_BLANK_LINES);
    number(lines, head, document.form);
    if !head.preprinted {
        lines.rule();
    }
    lines.blanks(TITLE_BLANK_LINES);
}

fn number(lines: &mut Lines, head: &Head, form: DocumentForm) {
    let number = head.number.as_ref().map(crate::document::Field::shown);
    let number = number.unwrap_or_default();
    if head.signatories.is_empty() {
        match form {
            DocumentForm::Letter => lines.ending(&number, 0),
            _ => lines.centred(&number),
        }
        return;
    }
    let names: Vec<String> = head.signatories.iter().map(|name| name.shown()).collect();
    let signed = format!("签发人：{}", names.join("　"));
    let used = half_cells_of(&number) + half_cells_of(&signed) + 4;
    let gap = " ".repeat(WIDTH.saturating_sub(used).max(2));
    lines.wrapped(&format!("  {number}{gap}{signed}"), 0, 0);
}

fn title(lines: &mut Lines, title: &[String], figures: &Figures) {
    if title.is_empty() {
        return;
    }
    for line in title_lines(title, figures) {
        lines.centred(&line);
    }
    lines.blanks(1);
}

fn blocks(lines: &mut Lines, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Heading { label, text, .. } => {
                lines.wrapped(&format!("{label}{}", text_of(text)), 4, 0);
            }
            Block::Paragraph { stand, text } => paragraph(lines, *stand, &text_of(text)),
            Block::Table(content) => table::table(lines, content),
            Block::Blank => lines.blanks(1),
            Block::PageBreak => lines.page(),
        }
    }
}

fn paragraph(lines: &mut Lines, stand: Stand, text: &str) {
    for line in text.split('\n') {
        match stand {
            Stand::Body => lines.wrapped(line, 4, 0),
            Stand::Flush => lines.wrapped(line, 0, 0),
            Stand::Centre => lines.centred(line),
            Stand::Right => lines.ending(line, 0),
        }
    }
}

fn closing(lines: &mut Lines, document: &Document, figures: &Figures) {
    hanging(lines, &attachment_note(&document.attachments, figures));
    if document.form == DocumentForm::Minutes {
        hanging(lines, &attendance(&document.attendance, figures));
    }
    if let Some(signed) = &document.signature {
        sign(lines, signed, figures);
    }
    if let Some(note) = &document.note {
        lines.wrapped(&format!("（{note}）"), 4, 0);
    }
}

fn hanging(lines: &mut Lines, items: &[Hanging]) {
    if !items.is_empty() {
        lines.blanks(1);
    }
    for item in items {
        let space = if item.number.is_empty() { "" } else { " " };
        let start = format!("{}{}{space}", item.label, item.number);
        // The label is missing from the second item on, and its room is kept.
        let first = if item.label.is_empty() { 10 } else { 4 };
        let left = first + half_cells_of(&start);
        lines.wrapped(&format!("{start}{}", item.text), first, left);
    }
}

fn sign(lines: &mut Lines, signed: &Signature, figures: &Figures) {
    let places = signature(signed, figures);
    let one = character(figures).max(1);
    let half_cells = |placed: &Placed| usize::try_from(placed.right * 2 / one).unwrap_or(0);
    for row in &places.rows {
        lines.blanks(row.blank_lines);
        let mut line = String::new();
        for name in &row.names {
            let before = WIDTH
                .saturating_sub(half_cells(name) + half_cells_of(&name.text))
                .saturating_sub(half_cells_of(&line));
            line.push_str(&" ".repeat(before));
            line.push_str(&name.text);
        }
        lines.line(&line);
    }
    lines.ending(&places.date.text, half_cells(&places.date));
}

fn imprint(lines: &mut Lines, document: &Document) {
    let said = document.imprint.as_ref();
    let Some(said) = said.and_then(|imprint| imprint_lines(imprint, document.form)) else {
        return;
    };
    lines.blanks(1);
    if said.ruled {
        lines.rule();
    }
    if let Some(copies) = &said.copies {
        lines.wrapped(&format!("抄送：{copies}"), 2, 8);
    }
    if let Some((by, on)) = &said.printed {
        let used = half_cells_of(by) + half_cells_of(on) + 4;
        let gap = " ".repeat(WIDTH.saturating_sub(used).max(2));
        lines.wrapped(&format!("  {by}{gap}{on}"), 0, 0);
    }
    if said.ruled {
        lines.rule();
    }
}
