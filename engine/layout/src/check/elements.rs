//! Which paragraph is what. Where it cannot be told, nothing is said of it.

mod body;
mod head;
mod tail;

use luoshi_plan::model::{DocumentForm, DocumentKind};

use super::paper::{Paper, Paragraph, Part, Shape};
use super::report::Element;
use super::words::{HeadingMark, Number};

/// The parts of a paper, as indices of its paragraphs.
#[derive(Debug, Default)]
pub(super) struct Elements {
    pub(super) form: Option<DocumentForm>,
    /// As the title says.
    pub(super) kind: Option<DocumentKind>,
    /// 份号、密级、紧急程度.
    pub(super) marks: Vec<(usize, Element)>,
    /// Several for a joint paper.
    pub(super) masthead: Vec<usize>,
    pub(super) number: Option<(usize, Number)>,
    pub(super) signatory: Option<usize>,
    pub(super) rule: Option<RuleLine>,
    pub(super) title: Vec<usize>,
    pub(super) addressee: Option<usize>,
    /// Paragraphs of the body, headings included, tables not.
    pub(super) body: Vec<usize>,
    pub(super) headings: Vec<(usize, HeadingMark)>,
    pub(super) attachments_note: Vec<usize>,
    pub(super) signature: Vec<usize>,
    pub(super) date: Option<usize>,
    pub(super) note: Option<usize>,
    /// The heads of the attachments: 附件1.
    pub(super) attachments: Vec<usize>,
    /// 出席、请假、列席.
    pub(super) attendance: Vec<usize>,
    pub(super) imprint: Vec<usize>,
}

/// A line under or above a paragraph, or drawn.
#[derive(Debug, Clone)]
pub(super) struct RuleLine {
    /// The paragraph that has it.
    pub(super) at: usize,
    pub(super) how: RuleHow,
    /// Twips.
    pub(super) width: i64,
    pub(super) colour: String,
}

/// How a line is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RuleHow {
    /// The lower side of a paragraph; points between its text and the line.
    Below(i64),
    /// The upper side of a paragraph.
    Above(i64),
    Drawn,
}

/// Recognises the elements of a paper.
pub(super) fn recognise(paper: &Paper) -> Elements {
    let mut found = Elements::default();
    let shown: Vec<usize> = (0..paper.paragraphs.len())
        .filter(|at| !paper.paragraphs[*at].trimmed().is_empty())
        .collect();
    let rest = head::recognise(paper, &shown, &mut found);
    let rest = body::title(paper, rest, &mut found);
    found.kind = kind_of(paper, &found);
    let rest = tail::imprint(paper, rest, &mut found);
    let rest = tail::attachments(paper, rest, &mut found);
    let rest = tail::signature(paper, rest, &mut found);
    body::recognise(paper, rest, &mut found);
    found.form = head::form(paper, &found);
    found
}

/// The kind that the title ends with.
fn kind_of(paper: &Paper, found: &Elements) -> Option<DocumentKind> {
    let title = found.title_text(paper);
    let title = title.split(['（', '(']).next().unwrap_or_default();
    kind_named(title)
}

/// The kind that a text ends with.
pub(super) fn kind_named(text: &str) -> Option<DocumentKind> {
    const KINDS: [(DocumentKind, &str); 16] = [
        (DocumentKind::Resolution, "决议"),
        (DocumentKind::Decision, "决定"),
        (DocumentKind::Order, "命令"),
        (DocumentKind::Order, "令"),
        (DocumentKind::Communique, "公报"),
        (DocumentKind::Announcement, "公告"),
        (DocumentKind::PublicNotice, "通告"),
        (DocumentKind::Opinion, "意见"),
        (DocumentKind::Notice, "通知"),
        (DocumentKind::Circular, "通报"),
        (DocumentKind::Report, "报告"),
        (DocumentKind::Request, "请示"),
        (DocumentKind::Reply, "批复"),
        (DocumentKind::Bill, "议案"),
        (DocumentKind::Letter, "函"),
        (DocumentKind::Minutes, "纪要"),
    ];
    let found = KINDS.iter().find(|(_, word)| text.ends_with(word));
    found.map(|(kind, _)| *kind)
}

impl Elements {
    /// Whether a paragraph of the body is a heading.
    pub(super) fn is_heading(&self, at: usize) -> bool {
        self.headings
            .binary_search_by_key(&at, |(at, _)| *at)
            .is_ok()
    }

    /// The title on one line.
    pub(super) fn title_text(&self, paper: &Paper) -> String {
        let lines = self.title.iter().map(|at| paper.paragraphs[*at].trimmed());
        lines.collect::<String>().replace('\n', "")
    }

    /// Whether it goes to a higher body: 请示 and 报告 do, by their kind.
    pub(super) fn goes_up(&self) -> bool {
        matches!(
            self.kind,
            Some(DocumentKind::Request | DocumentKind::Report)
        )
    }

    /// Every element with the first paragraph that it is found in.
    pub(super) fn list(&self) -> Vec<(Element, usize)> {
        let mut list: Vec<(Element, usize)> = Vec::new();
        list.extend(self.marks.iter().map(|(at, element)| (*element, *at)));
        let mut put = |element, at: Option<&usize>| list.extend(at.map(|at| (element, *at)));
        put(Element::Masthead, self.masthead.first());
        put(Element::Number, self.number.as_ref().map(|(at, _)| at));
        put(Element::Signatory, self.signatory.as_ref());
        put(Element::RedRule, self.rule.as_ref().map(|rule| &rule.at));
        put(Element::Title, self.title.first());
        put(Element::Addressee, self.addressee.as_ref());
        put(Element::Body, self.body.first());
        put(Element::Headings, self.headings.first().map(|(at, _)| at));
        put(Element::Attendance, self.attendance.first());
        put(Element::AttachmentsNote, self.attachments_note.first());
        put(Element::Signature, self.signature.first());
        put(Element::Date, self.date.as_ref());
        put(Element::Note, self.note.as_ref());
        put(Element::Attachments, self.attachments.first());
        put(Element::Imprint, self.imprint.first());
        list.sort_by_key(|(element, at)| (*at, *element));
        list
    }
}

/// Whether a paragraph is in the run of the text, and not in a table, text box or frame.
pub(super) fn flows(paragraph: &Paragraph) -> bool {
    paragraph.part == Part::Text && paragraph.look.frame.is_none()
}

/// A line that a paragraph has, if any: drawn, below or above.
pub(super) fn line_of(paper: &Paper, at: usize) -> Option<RuleLine> {
    let paragraph = &paper.paragraphs[at];
    let section = &paper.sections[paragraph.section];
    let drawn = paragraph.drawings.iter().find(|d| d.shape == Shape::Line);
    if let Some(drawn) = drawn {
        return Some(RuleLine {
            at,
            how: RuleHow::Drawn,
            width: drawn.width,
            colour: drawn.colour.clone(),
        });
    }
    let advance = paragraph.advance(section);
    let indents = (paragraph.look.left + paragraph.look.right) * advance / 100;
    let below = paragraph
        .look
        .bottom
        .as_ref()
        .map(|b| (b, RuleHow::Below(b.space)));
    let above = paragraph
        .look
        .top
        .as_ref()
        .map(|b| (b, RuleHow::Above(b.space)));
    below.or(above).map(|(border, how)| RuleLine {
        at,
        how,
        width: section.text_width() - indents,
        colour: border.colour.clone(),
    })
}
