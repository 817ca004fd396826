//! The text of one paragraph, heading or cell.

use luoshi_layout::{Inline, Mark};

use super::fault::FaultWhy;

const OPEN: &str = "【待补：";
const CLOSE: char = '】';
const STRONG: &str = "**";

/// Text as it comes from the parser, before its marks are found.
///
/// Marks are found here rather than by the parser: by the rules of Markdown, `**第一。**各村` is not
/// set off, because a sign stands before the closing stars and a letter behind them; and that is how
/// a Chinese paper begins most of its paragraphs. So every pair of stars that was not escaped
/// switches, whatever the parser took it for.
#[derive(Default)]
pub(super) struct Collector {
    pieces: Vec<Piece>,
    /// Where the last raw piece ended.
    end: usize,
}

enum Piece {
    /// As it stands in the source, from that offset.
    Raw(String, usize),
    /// Escaped: means nothing but itself.
    Inert(String),
    /// `**`, at that offset.
    Switch(usize),
    /// The end of a line within a paragraph.
    Soft,
    /// The end of a paragraph within a paragraph.
    Hard,
}

impl Collector {
    pub(super) fn raw(&mut self, text: &str, at: usize) {
        match self.pieces.last_mut() {
            Some(Piece::Raw(before, _)) if self.end == at => before.push_str(text),
            _ => self.pieces.push(Piece::Raw(text.to_owned(), at)),
        }
        self.end = at + text.len();
    }

    pub(super) fn inert(&mut self, text: &str) {
        self.pieces.push(Piece::Inert(text.to_owned()));
    }

    pub(super) fn switch(&mut self, at: usize) {
        self.pieces.push(Piece::Switch(at));
    }

    pub(super) fn soft(&mut self) {
        self.pieces.push(Piece::Soft);
    }

    pub(super) fn hard(&mut self) {
        self.pieces.push(Piece::Hard);
    }

    /// How many breaks there are between lines.
    pub(super) fn breaks(&self) -> usize {
        let hard = |piece: &&Piece| matches!(piece, Piece::Hard);
        self.pieces.iter().filter(hard).count()
    }

    /// Whether the text begins, unescaped, with these signs.
    pub(super) fn begins_with(&self, signs: &str) -> bool {
        matches!(self.pieces.first(), Some(Piece::Raw(text, _)) if text.starts_with(signs))
    }

    /// Takes these signs off the beginning, if they stand there unescaped.
    pub(super) fn strip_start(&mut self, signs: &str) -> bool {
        if let Some(Piece::Raw(text, at)) = self.pieces.first_mut()
            && let Some(rest) = text.strip_prefix(signs)
        {
            *at += signs.len();
            *text = rest.to_owned();
            return true;
        }
        false
    }

    /// Takes these signs off the end, if they stand there unescaped.
    pub(super) fn strip_end(&mut self, signs: &str) -> bool {
        if let Some(Piece::Raw(text, _)) = self.pieces.last_mut()
            && let Some(rest) = text.trim_end().strip_suffix(signs)
        {
            *text = rest.to_owned();
            return true;
        }
        false
    }

    /// Whether the text is these signs, unescaped, and nothing else.
    pub(super) fn is(&self, signs: &str) -> bool {
        matches!(self.pieces.as_slice(), [Piece::Raw(text, _)] if text.trim() == signs)
    }

    /// The paragraphs of the text, each with blanks at its ends taken off; none of them empty.
    pub(super) fn finish(self, faults: &mut Vec<(usize, FaultWhy)>) -> Vec<Vec<Inline>> {
        let mut marker = Marker::default();
        for piece in self.pieces {
            match piece {
                Piece::Raw(text, at) => marker.raw(&text, at),
                Piece::Inert(text) => marker.push(&text),
                Piece::Switch(at) => marker.switch(at),
                Piece::Soft => marker.soft = true,
                Piece::Hard => marker.hard(),
            }
        }
        marker.hard();
        if let Some(at) = marker.strong {
            faults.push((at, FaultWhy::UnclosedStrong));
        }
        if let Some(at) = marker.open {
            faults.push((at, FaultWhy::UnclosedOpen));
        }
        marker.paragraphs
    }
}

#[derive(Default)]
struct Marker {
    paragraphs: Vec<Vec<Inline>>,
    current: Vec<Inline>,
    /// Where the strong text began that is not over yet.
    strong: Option<usize>,
    /// Where the open part began that is not over yet.
    open: Option<usize>,
    /// Whether the last text is an open part that is over: one beside it is another.
    closed: bool,
    /// Whether a line has ended since the last text.
    soft: bool,
}

impl Marker {
    fn raw(&mut self, text: &str, at: usize) {
        let mut rest = text;
        while !rest.is_empty() {
            let here = at + (text.len() - rest.len());
            let taken = match self.open {
                Some(_) => self.until_close(rest),
                None => self.until_mark(rest, here),
            };
            rest = &rest[taken..];
        }
    }

    fn until_close(&mut self, rest: &str) -> usize {
        match rest.find(CLOSE) {
            Some(found) => {
                let taken = found + CLOSE.len_utf8();
                self.push(&rest[..taken]);
                self.open = None;
                self.closed = true;
                taken
            }
            None => {
                self.push(rest);
                rest.len()
            }
        }
    }

    fn until_mark(&mut self, rest: &str, here: usize) -> usize {
        if rest.starts_with(OPEN) {
            // Pushed once it is open, so that the bracket has the mark.
            self.join(rest);
            self.open = Some(here);
            self.push(OPEN);
            return OPEN.len();
        }
        if rest.starts_with(STRONG) {
            self.switch(here);
            return STRONG.len();
        }
        // At least one sign, because neither mark begins here.
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let next = [OPEN, STRONG]
            .iter()
            .filter_map(|mark| rest[first..].find(mark))
            .min();
        let taken = next.map_or(rest.len(), |next| first + next);
        self.push(&rest[..taken]);
        taken
    }

    fn switch(&mut self, at: usize) {
        self.strong = match self.strong {
            Some(_) => None,
            None => Some(at),
        };
    }

    fn mark(&self) -> Mark {
        match (self.open, self.strong) {
            (Some(_), _) => Mark::Open,
            (None, Some(_)) => Mark::Strong,
            (None, None) => Mark::Plain,
        }
    }

    fn push(&mut self, text: &str) {
        self.join(text);
        let mark = self.mark();
        let closed = std::mem::take(&mut self.closed);
        match self.current.last_mut() {
            Some(last) if last.mark == mark && !closed => last.text.push_str(text),
            _ => {
                let text = text.to_owned();
                self.current.push(Inline { text, mark });
            }
        }
    }

    /// Joins the line that has ended with the one that begins.
    fn join(&mut self, next: &str) {
        if !std::mem::take(&mut self.soft) {
            return;
        }
        let before = self
            .current
            .last()
            .and_then(|inline| inline.text.chars().next_back());
        let words = before.is_some_and(is_latin) && next.chars().next().is_some_and(is_latin);
        if let (true, Some(last)) = (words, self.current.last_mut()) {
            last.text.push(' ');
        }
    }

    fn hard(&mut self) {
        self.soft = false;
        let paragraph = trimmed(std::mem::take(&mut self.current));
        if !paragraph.is_empty() {
            self.paragraphs.push(paragraph);
        }
    }
}

/// A letter, figure or sign that words with blanks between them are made of.
fn is_latin(sign: char) -> bool {
    u32::from(sign) < 0x2000
}

/// Without blanks at the ends, those of full width among them: the layout indents by itself.
fn trimmed(mut inlines: Vec<Inline>) -> Vec<Inline> {
    if let Some(first) = inlines.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
    if let Some(last) = inlines.last_mut() {
        last.text.truncate(last.text.trim_end().len());
    }
    inlines.retain(|inline| !inline.text.is_empty());
    inlines
}
