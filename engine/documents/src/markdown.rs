//! The text of a paper, from Markdown.
//!
//! In: the Markdown that a template gave. Out: the blocks of the paper, or every place where it says
//! what the official form cannot show, by line. Takes time in proportion to the text.
//!
//! | Written | On paper |
//! | --- | --- |
//! | `#` to `####` | headings of levels 1 to 4, numbered 一、（一）1.（1） by themselves; the number starts again below a higher heading; ` {-}` at the end leaves one unnumbered |
//! | a paragraph | a paragraph; a line break within it joins Chinese without a blank and Latin words with one; a break by two blanks or a backslash begins a new paragraph |
//! | `1.` | a paragraph that begins with 1. and, nested, with （1） |
//! | `-` | a paragraph without a mark |
//! | `>` | a paragraph flush left |
//! | `**…**` | set off, whatever signs stand beside the stars |
//! | `【待补：…】` | something still open, in cells and headings too |
//! | a table | a table, its columns as `:--`, `:-:` and `--:` say; one whose head is empty has none; `<br>` breaks a line in a cell |
//! | `表：…` directly above a table | its caption |
//! | `---` alone | a page break |
//! | `〔空行〕` alone | an empty line |
//! | `<br>` alone in a cell | room to write by hand, a line more for each |
//! | `# 附件：…` | an attachment, up to the next one; with `（横排）` at the end its pages lie on their side; its headings begin again with 一、 |
//!
//! Signs that were escaped, as every value of a template is, are text and never mean any of this.

mod fault;
mod inline;
mod numbers;
mod table;
#[cfg(test)]
mod tests;
mod writer;

pub(crate) use fault::{Fault, FaultWhy};

use luoshi_layout::{Attachment, Block};
use pulldown_cmark::{Options, Parser};

use writer::Writer;

/// Alone in a paragraph: an empty line.
pub(crate) const BLANK_LINE: &str = "〔空行〕";
/// Begins the paragraph above a table that is its caption.
pub(crate) const CAPTION: &str = "表：";
/// Begins a heading of level 1 that is the title of an attachment.
pub(crate) const ATTACHMENT: &str = "附件：";
/// Ends the title of an attachment whose pages lie on their side.
pub(crate) const LANDSCAPE: &str = "（横排）";
/// Ends a heading without a number.
pub(crate) const UNNUMBERED: &str = "{-}";

/// The text of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Written {
    /// 正文.
    pub body: Vec<Block>,
    /// 附件.
    pub attachments: Vec<Attachment>,
}

/// Reads Markdown as the text of a paper.
///
/// # Errors
///
/// Everything in it that the official form cannot show, from the top.
pub(crate) fn blocks(text: &str) -> Result<Written, Vec<Fault>> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let parser = Parser::new_ext(text, options);
    let mut writer = Writer::new(text);
    // Definitions of links vanish from the text without an event of their own.
    for (_, definition) in parser.reference_definitions().iter() {
        writer.fault(definition.span.start, FaultWhy::Link);
    }
    for (event, at) in parser.into_offset_iter() {
        writer.event(event, at);
    }
    writer.done()
}
