//! `word/document.xml`: the parts of a paper in their order.

use luoshi_plan::model::DocumentForm;

use super::footer::Footers;
use super::paragraph::Paragraph;
use super::run::Run;
use super::section::section;
use super::{attachments, blocks, closing, head, imprint, letter, styles};
use crate::document::Document;
use crate::figures::Figures;
use crate::geometry::{imprint_lines, title_lines};

const START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>";

/// What is written so far, and what it is written from.
pub(super) struct Writer<'a> {
    pub(super) document: &'a Document,
    pub(super) figures: &'a Figures,
    pub(super) out: String,
    /// Whether the next paragraph begins a page.
    pub(super) break_next: bool,
    /// Whether the section being written lies on its side.
    pub(super) landscape: bool,
    /// Whether the last thing written is a table: a section cannot end with one, and two would become one.
    pub(super) after_table: bool,
    pub(super) footers: Footers,
}

/// The part, and the footers that its sections name.
pub(super) fn document_part(document: &Document, figures: &Figures) -> (String, Footers) {
    let mut writer = Writer {
        document,
        figures,
        out: String::with_capacity(16_384),
        break_next: false,
        landscape: document.landscape,
        after_table: false,
        footers: Footers::new(document),
    };
    writer.out.push_str(START);
    writer.head();
    writer.title(&document.title);
    blocks::addressees(&mut writer);
    blocks::blocks(&mut writer, &document.body);
    closing::closing(&mut writer);
    attachments::attachments(&mut writer);
    writer.end();
    (writer.out, writer.footers)
}

impl Writer<'_> {
    fn head(&mut self) {
        match self.document.form {
            DocumentForm::Official | DocumentForm::Minutes => head::head(self),
            DocumentForm::Letter => letter::head(self),
            DocumentForm::Working => {}
        }
    }

    /// A title, then a blank line (7.3.1, 7.3.2).
    pub(super) fn title(&mut self, title: &[String]) {
        if title.is_empty() {
            return;
        }
        let lines = title_lines(title, self.figures);
        self.paragraph(styles::TITLE, |out| {
            Run::default().text(out, &lines.join("\n"));
        });
        self.blank();
    }

    /// A paragraph of a style, without anything of its own.
    pub(super) fn paragraph(&mut self, style: &'static str, runs: impl FnOnce(&mut String)) {
        self.write(Paragraph::of(style), runs);
    }

    /// A paragraph; a page begins with it if one was asked for.
    pub(super) fn write(&mut self, mut paragraph: Paragraph, runs: impl FnOnce(&mut String)) {
        paragraph.page_break |= std::mem::take(&mut self.break_next);
        self.after_table = false;
        paragraph.with(&mut self.out, runs);
    }

    /// An empty line of the body.
    pub(super) fn blank(&mut self) {
        self.write(Paragraph::default(), |_| ());
    }

    /// Several empty lines.
    pub(super) fn blanks(&mut self, count: usize) {
        for _ in 0..count {
            self.blank();
        }
    }

    /// Ends the section before another with pages that lie differently.
    pub(super) fn turn(&mut self, landscape: bool) {
        let ended = section(self.document, self.figures, self.landscape, &self.footers);
        let paragraph = Paragraph {
            section: Some(ended),
            ..Paragraph::thin()
        };
        paragraph.empty(&mut self.out);
        self.footers.later_section();
        self.break_next = false;
        self.after_table = false;
        self.landscape = landscape;
    }

    /// The imprint at the foot of the last page, and the last section.
    fn end(&mut self) {
        let document = self.document;
        let imprint = document
            .imprint
            .as_ref()
            .and_then(|imprint| imprint_lines(imprint, document.form));
        if imprint.is_some() && self.landscape != document.landscape {
            self.turn(document.landscape);
        }
        if let Some(lines) = imprint {
            imprint::imprint(self, &lines);
        } else if self.after_table {
            Paragraph::thin().empty(&mut self.out);
        }
        let last = section(document, self.figures, self.landscape, &self.footers);
        self.out.push_str(&last);
        self.out.push_str("</w:body></w:document>");
    }
}
