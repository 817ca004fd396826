//! Goes through the events of the parser.

use std::ops::Range;

use luoshi_layout::{Attachment, Block, Inline, Mark, Stand, text_of};
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::fault::{Fault, FaultWhy};
use super::inline::Collector;
use super::numbers::Numbers;
use super::table::Rows;
use super::{ATTACHMENT, BLANK_LINE, CAPTION, LANDSCAPE, UNNUMBERED, Written};
use crate::chinese::ordinal_label;

pub(super) struct Writer<'t> {
    text: &'t str,
    /// Where each line begins.
    lines: Vec<usize>,
    faults: Vec<Fault>,
    written: Written,
    numbers: Numbers,
    collector: Collector,
    /// Where the text that is being collected began.
    began: usize,
    /// The open lists; a numbered one with its next number.
    lists: Vec<Option<u64>>,
    /// How many of them are numbered; counting them at every item would take too long.
    numbered: usize,
    /// The number of the item whose first paragraph has not come yet.
    label: Option<String>,
    quotes: usize,
    table: Option<Rows>,
    caption: Option<(String, usize)>,
    /// Inside something that is told already.
    skipped: usize,
}

impl<'t> Writer<'t> {
    pub(super) fn new(text: &'t str) -> Writer<'t> {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Writer {
            text,
            lines: std::iter::once(0).chain(breaks).collect(),
            faults: Vec::new(),
            written: Written::default(),
            numbers: Numbers::default(),
            collector: Collector::default(),
            began: 0,
            lists: Vec::new(),
            numbered: 0,
            label: None,
            quotes: 0,
            table: None,
            caption: None,
            skipped: 0,
        }
    }

    pub(super) fn fault(&mut self, at: usize, why: FaultWhy) {
        let line = self.lines.partition_point(|start| *start <= at);
        self.faults.push(Fault { line, why });
    }

    pub(super) fn event(&mut self, event: Event<'_>, at: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, at),
            Event::End(tag) => self.end(tag, &at),
            Event::Text(text) => self.words(&text, &at),
            Event::SoftBreak => self.collector.soft(),
            Event::HardBreak => self.collector.hard(),
            Event::Rule => self.rule(&at),
            Event::InlineHtml(html) => self.html(&html, at.start),
            // The block that it is in has been told.
            Event::Html(_) => {}
            Event::Code(_) => self.fault(at.start, FaultWhy::Code),
            Event::FootnoteReference(_) => self.fault(at.start, FaultWhy::Footnote),
            // Of extensions that are not switched on.
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    pub(super) fn done(mut self) -> Result<Written, Vec<Fault>> {
        self.no_table();
        if self.faults.is_empty() {
            return Ok(self.written);
        }
        self.faults.sort();
        self.faults.dedup();
        Err(self.faults)
    }

    fn start(&mut self, tag: &Tag<'_>, at: Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } => self.began = at.start,
            Tag::List(first) => {
                self.flush();
                self.lists.push(*first);
                self.numbered += usize::from(first.is_some());
            }
            Tag::Item => self.item(at.start),
            Tag::BlockQuote(_) => {
                self.flush();
                self.quotes += 1;
            }
            Tag::Table(alignments) => {
                self.flush();
                self.nothing_around(at.start);
                let caption = self.caption.take().map(|(caption, _)| caption);
                self.table = Some(Rows::new(caption, alignments));
            }
            Tag::TableHead | Tag::TableRow => self.row(at),
            Tag::Strong => self.strong(at.start),
            other => self.unfit(other, at.start),
        }
    }

    fn unfit(&mut self, tag: &Tag<'_>, at: usize) {
        let why = match tag {
            Tag::Emphasis => FaultWhy::Emphasis,
            Tag::Strikethrough => FaultWhy::Strike,
            Tag::Link { .. } => FaultWhy::Link,
            Tag::Image { .. } => FaultWhy::Image,
            Tag::CodeBlock(_) => FaultWhy::Code,
            Tag::HtmlBlock => FaultWhy::Html,
            Tag::FootnoteDefinition(_) => FaultWhy::Footnote,
            _ => return,
        };
        self.fault(at, why);
        self.skipped += usize::from(is_skipped(tag));
    }

    fn end(&mut self, tag: TagEnd, at: &Range<usize>) {
        match tag {
            TagEnd::Paragraph => self.flush(),
            TagEnd::Heading(level) => self.heading(level, at),
            TagEnd::Item => {
                self.flush();
                self.label = None;
            }
            TagEnd::List(_) => {
                let closed = self.lists.pop().flatten();
                self.numbered -= usize::from(closed.is_some());
            }
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.block(Block::Table(table.done()));
                }
            }
            TagEnd::TableCell => {
                let breaks = self.collector.breaks();
                let mut lines = self.collected();
                if lines.is_empty() {
                    // Breaks and nothing else leave room to write by hand.
                    lines.resize_with(breaks + 1, Vec::new);
                }
                if let Some(table) = &mut self.table {
                    table.cell(lines);
                }
            }
            TagEnd::Strong => self.collector.switch(at.end.saturating_sub(2)),
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Image => {
                self.skipped = self.skipped.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn words(&mut self, text: &str, at: &Range<usize>) {
        if self.skipped > 0 {
            return;
        }
        if self.text.get(at.clone()) != Some(text) {
            // `&#12304;`: written so as to be nothing but itself.
            self.collector.inert(text);
            return;
        }
        let backslash = self.text[..at.start].ends_with('\\');
        let escaped =
            usize::from(backslash && text.starts_with(|c: char| c.is_ascii_punctuation()));
        if escaped > 0 {
            self.collector.inert(&text[..escaped]);
        }
        if text.len() > escaped {
            self.collector.raw(&text[escaped..], at.start + escaped);
        }
    }

    fn strong(&mut self, at: usize) {
        if !self.text[at..].starts_with("**") {
            self.fault(at, FaultWhy::UnderlineStrong);
        }
        self.collector.switch(at);
    }

    fn html(&mut self, html: &str, at: usize) {
        let line_break = matches!(html, "<br>" | "<br/>" | "<br />");
        if self.table.is_some() && line_break {
            self.collector.hard();
        } else {
            self.fault(at, FaultWhy::Html);
        }
    }

    fn rule(&mut self, at: &Range<usize>) {
        self.nothing_around(at.start);
        let dashes = self.text[at.clone()]
            .trim()
            .bytes()
            .all(|byte| byte == b'-');
        if dashes {
            self.block(Block::PageBreak);
        } else {
            self.fault(at.start, FaultWhy::Rule);
        }
    }

    fn item(&mut self, at: usize) {
        self.began = at;
        self.label = None;
        let Some(Some(next)) = self.lists.last_mut() else {
            return;
        };
        let number = *next;
        *next = next.saturating_add(1);
        match self.numbered {
            1 => self.label = ordinal_label(3, number),
            2 => self.label = ordinal_label(4, number),
            _ => self.fault(at, FaultWhy::DeepList),
        }
    }

    fn row(&mut self, at: Range<usize>) {
        let line = self.text[at.clone()].lines().next().unwrap_or_default();
        let Some(table) = &mut self.table else {
            return;
        };
        table.row();
        if table.overflows(line) {
            self.fault(at.start, FaultWhy::ExtraCells);
        }
    }

    /// Ends a paragraph, or the text of an item that stands in none.
    fn flush(&mut self) {
        if self.quotes == 0 && self.lists.is_empty() {
            if self.collector.is(BLANK_LINE) {
                self.collector = Collector::default();
                self.block(Block::Blank);
                return;
            }
            if self.collector.begins_with(CAPTION) {
                self.no_table();
                self.collector.strip_start(CAPTION);
                let caption: Vec<Inline> = self.collected().into_iter().flatten().collect();
                self.caption = Some((text_of(&caption), self.began));
                return;
            }
        }
        let stand = if self.quotes > 0 {
            Stand::Flush
        } else {
            Stand::Body
        };
        for mut text in self.collected() {
            if let Some(label) = self.label.take() {
                labelled(&mut text, label);
            }
            self.block(Block::Paragraph { stand, text });
        }
    }

    fn heading(&mut self, level: HeadingLevel, at: &Range<usize>) {
        self.nothing_around(at.start);
        if !self.text[at.clone()].trim_start().starts_with('#') {
            self.fault(at.start, FaultWhy::UnderlinedHeading);
            self.collector = Collector::default();
            return;
        }
        if level == HeadingLevel::H1 && self.collector.strip_start(ATTACHMENT) {
            self.attachment(at.start);
            return;
        }
        let numbered = !self.collector.strip_end(UNNUMBERED);
        let text: Vec<Inline> = self.collected().into_iter().flatten().collect();
        if text.is_empty() {
            self.fault(at.start, FaultWhy::EmptyHeading);
        }
        match self.numbers.next(level as usize, numbered) {
            Ok(label) => {
                let level = level as u8;
                self.block(Block::Heading { level, label, text });
            }
            Err(_) if level > HeadingLevel::H4 => self.fault(at.start, FaultWhy::HeadingLevel),
            Err(why) => self.fault(at.start, why),
        }
    }

    fn attachment(&mut self, at: usize) {
        self.no_table();
        let landscape = self.collector.strip_end(LANDSCAPE);
        let title: Vec<Inline> = self.collected().into_iter().flatten().collect();
        if title.is_empty() {
            self.fault(at, FaultWhy::UntitledAttachment);
        }
        self.numbers = Numbers::default();
        self.written.attachments.push(Attachment {
            title: text_of(&title),
            body: Vec::new(),
            landscape,
        });
    }

    /// The paragraphs of what has been collected; an empty collector begins.
    fn collected(&mut self) -> Vec<Vec<Inline>> {
        let mut faults = Vec::new();
        let paragraphs = std::mem::take(&mut self.collector).finish(&mut faults);
        for (at, why) in faults {
            self.fault(at, why);
        }
        paragraphs
    }

    fn block(&mut self, block: Block) {
        self.no_table();
        match self.written.attachments.last_mut() {
            Some(attachment) => attachment.body.push(block),
            None => self.written.body.push(block),
        }
    }

    /// Tells of a caption below which no table has come.
    fn no_table(&mut self) {
        if let Some((_, at)) = self.caption.take() {
            self.fault(at, FaultWhy::LonelyCaption);
        }
    }

    fn nothing_around(&mut self, at: usize) {
        if self.quotes > 0 || !self.lists.is_empty() {
            self.fault(at, FaultWhy::Inside);
        }
    }
}

/// Whether the text inside is told with the whole.
fn is_skipped(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Image { .. })
}

fn labelled(text: &mut Vec<Inline>, label: String) {
    match text.first_mut() {
        Some(first) if first.mark == Mark::Plain => first.text.insert_str(0, &label),
        _ => text.insert(0, Inline::plain(label)),
    }
}
