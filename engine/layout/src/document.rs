//! One paper between a template and its writers: what it says, and not how it looks.

use jiff::civil::Date;
use luoshi_plan::model::{DocumentForm, DocumentKind};

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Which layout it has.
    pub form: DocumentForm,
    /// Which kind of document it is.
    pub kind: DocumentKind,
    /// 版头. What stands above the red line.
    pub head: Head,
    /// 标题. Each a line, as the author broke it; the writers break a line that is too long.
    pub title: Vec<String>,
    /// 主送机关. Joined with 、 and closed with a colon by the writers.
    pub addressees: Vec<String>,
    /// 正文.
    pub body: Vec<Block>,
    /// 附件. The note that lists them is made from them, so that the two always agree (GB/T 9704-2012, 7.3.4 and 7.3.7).
    pub attachments: Vec<Attachment>,
    /// 署名和成文日期.
    pub signature: Option<Signature>,
    /// 附注. Without its brackets (7.3.6).
    pub note: Option<String>,
    /// 出席、请假、列席; of minutes (10.3).
    pub attendance: Attendance,
    /// 版记.
    pub imprint: Option<Imprint>,
    /// Whether the pages lie on their side (8).
    pub landscape: bool,
    /// Days that it announces, for calendars.
    pub events: Vec<Event>,
}

/// 版头.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// 发文机关标志, such as 坪塘镇人民政府文件; none if empty.
    pub masthead: String,
    /// Whether the paper has the red head printed on it already: its place stays empty.
    pub preprinted: bool,
    /// 发文字号; none for a paper that never has one.
    pub number: Option<Field>,
    /// 签发人, of a document to a higher body; empty otherwise (7.2.6).
    pub signatories: Vec<Field>,
    /// 紧急程度: 特急 or 加急 (7.2.3).
    pub urgency: Option<String>,
}

/// Something that the program knows, or that only the real process can fill.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Known.
    Filled(String),
    /// Not yet: shown as 【待补：…】 with these words.
    Open(String),
}

impl Field {
    /// As it is shown.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Field::Filled(text) => text.clone(),
            Field::Open(what) => format!("【待补：{what}】"),
        }
    }
}

/// A part of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading: 一、 in level 1, （一） in level 2, 1. in level 3, （1） in level 4 (7.3.3).
    Heading {
        /// 1 to 4.
        level: u8,
        /// The number before it, as printed; empty for one without.
        label: String,
        /// The heading.
        text: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// Where it stands.
        stand: Stand,
        /// What it says.
        text: Vec<Inline>,
    },
    /// A table.
    Table(Table),
    /// An empty line.
    Blank,
    /// What follows begins on a new page.
    PageBreak,
}

/// Where a paragraph stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// As body text: its first line two characters in.
    Body,
    /// Flush with the left edge.
    Flush,
    /// Centred.
    Centre,
    /// Flush with the right edge.
    Right,
}

/// A stretch of text of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inline {
    /// The text.
    pub text: String,
    /// Its look.
    pub mark: Mark,
}

/// How a stretch of text is set off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Not at all.
    Plain,
    /// 黑体.
    Strong,
    /// 【待补】: something that only the real process can fill. The text holds the brackets.
    Open,
}

/// A table. All rows have as many cells as there are columns, counting spans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// 表题.
    pub caption: Option<String>,
    /// The columns.
    pub columns: Vec<Column>,
    /// How many of the rows are its head, repeated on every page.
    pub head_rows: usize,
    /// The rows, those of the head first.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Where its cells stand.
    pub stand: ColumnStand,
    /// Its share of the width; none where the content decides.
    pub share: Option<u16>,
}

/// Where the text of a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnStand {
    /// To the left.
    Left,
    /// In the middle.
    Centre,
    /// To the right.
    Right,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it says; line breaks are kept.
    pub text: Vec<Inline>,
    /// How many columns it spans, at least 1.
    pub span: usize,
}

/// 附件.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its title, which the note repeats.
    pub title: String,
    /// What it says.
    pub body: Vec<Block>,
    /// Whether its pages lie on their side.
    pub landscape: bool,
}

/// 署名和成文日期.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// 发文机关署名; several for a joint document.
    pub bodies: Vec<String>,
    /// 成文日期.
    pub date: SignatureDate,
    /// Whether it will be stamped: 7.3.5.1, else 7.3.5.2. A seal is never drawn.
    pub sealed: bool,
}

/// 成文日期.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureDate {
    /// The day.
    Day(Date),
    /// Not known before the real process ends.
    Open,
}

/// Who was there; each a unit with its names, as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attendance {
    /// 出席.
    pub present: Vec<String>,
    /// 请假.
    pub excused: Vec<String>,
    /// 列席.
    pub observing: Vec<String>,
}

/// 版记 (7.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imprint {
    /// 抄送机关.
    pub copies: Vec<String>,
    /// 印发机关.
    pub printed_by: String,
    /// 印发日期.
    pub printed_on: SignatureDate,
}

/// A day that the paper announces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Unique and stable.
    pub id: String,
    /// What happens.
    pub summary: String,
    /// The day.
    pub date: Date,
    /// Minutes since midnight, Asia/Shanghai; the whole day if none.
    pub time: Option<u16>,
    /// Where.
    pub place: Option<String>,
}

impl Inline {
    /// Text without a look of its own.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Inline {
        Inline {
            text: text.into(),
            mark: Mark::Plain,
        }
    }
}

/// The text of several stretches.
#[must_use]
pub fn text_of(inlines: &[Inline]) -> String {
    inlines.iter().map(|inline| inline.text.as_str()).collect()
}
