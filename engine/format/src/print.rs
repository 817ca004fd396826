//! A settled [`Document`] to text.

use luoshi_plan::{chinese, english};
use unicode_width::UnicodeWidthStr;

use crate::tree::{Collection, Document, Item, Scalar, Shape, Trivia};

/// Brackets are broken anew where a line is wider than this; a Chinese character takes two columns.
const WIDTH: usize = 140;
/// The width to which they are filled then.
const FILL: usize = 100;
/// Blanks for each level.
const STEP: usize = 2;

/// Writes a document.
pub(crate) fn print(document: &Document) -> String {
    let mut printer = Printer::default();
    printer.trivia(&document.top, 0);
    if document.marked {
        printer.line("---");
    }
    if let Some(root) = &document.root {
        printer.trivia(&root.before, 0);
        match &root.value {
            Shape::Collection(block) if !block.flow => printer.block(block, 0, String::new()),
            value => printer.value(root, value, 0, String::new()),
        }
    }
    printer.trivia(&document.end, 0);
    printer.out
}

#[derive(Default)]
struct Printer {
    out: String,
    /// Whether a blank line is due before the next one.
    blank: bool,
    /// Whether a blank line here would be part of the text above, as `|+` says.
    kept: bool,
}

impl Printer {
    fn line(&mut self, line: &str) {
        if std::mem::take(&mut self.blank) && !self.out.is_empty() {
            self.out.push('\n');
        }
        self.kept = false;
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn trivia(&mut self, trivia: &[Trivia], indent: usize) {
        for trivia in trivia {
            match trivia {
                Trivia::Blank => self.blank = !self.kept,
                Trivia::Comment(comment) => {
                    self.line(&format!("{}{}", blanks(indent), comment.text));
                }
            }
        }
    }

    /// A block whose first entry stands behind `opening`, which is as wide as the indentation.
    fn block(&mut self, block: &Collection, indent: usize, opening: String) {
        let mut opening = Some(opening);
        for item in &block.items {
            self.trivia(&item.before, indent);
            let opening = opening.take().unwrap_or_else(|| blanks(indent));
            self.entry(item, indent, &opening);
        }
        self.trivia(&block.end, indent);
    }

    fn entry(&mut self, item: &Item, indent: usize, opening: &str) {
        let opening = match &item.key {
            Some(key) => format!("{opening}{key}:"),
            None => format!("{opening}-"),
        };
        match &item.value {
            Shape::Collection(block) if !block.flow && item.key.is_some() => {
                self.line(&with_comment(&opening, item));
                self.block(block, indent + STEP, blanks(indent + STEP));
            }
            Shape::Collection(block) if !block.flow => {
                self.block(block, indent + STEP, format!("{opening} "));
            }
            value => self.value(item, value, indent, opening),
        }
    }

    /// A value that starts on the line of its key or dash.
    fn value(&mut self, item: &Item, value: &Shape, indent: usize, opening: String) {
        let mut lines = match value {
            Shape::Scalar(scalar) => scalar_lines(scalar, indent),
            Shape::Collection(flow) => flow_lines(flow, indent, opening.width() + 1 + spare(item)),
        };
        // Of a `|` or `>` text the comment stands behind its sign, of others behind its end.
        let commented = match value {
            Shape::Scalar(scalar) if scalar.block => 0,
            _ => lines.len() - 1,
        };
        if !opening.is_empty() && !lines[0].is_empty() {
            lines[0] = format!("{opening} {}", lines[0]);
        } else if !opening.is_empty() {
            lines[0] = opening;
        }
        lines[commented] = with_comment(&lines[commented], item);
        for line in lines {
            self.line(&line);
        }
        self.kept = matches!(value, Shape::Scalar(scalar) if scalar.keeps);
    }
}

fn with_comment(line: &str, item: &Item) -> String {
    match &item.after {
        Some(comment) => format!("{line}  {comment}"),
        None => line.to_owned(),
    }
}

fn scalar_lines(scalar: &Scalar, indent: usize) -> Vec<String> {
    let (first, others) = match scalar.lines.split_first() {
        Some((first, others)) => (first.clone(), others),
        None => (String::new(), &[][..]),
    };
    let others = others.iter().map(|line| match line.as_str() {
        "" => String::new(),
        line => format!("{}{line}", blanks(indent + STEP)),
    });
    std::iter::once(first).chain(others).collect()
}

/// Brackets as the author broke them into lines, if none is too wide; else filled line by line.
fn flow_lines(flow: &Collection, indent: usize, used: usize) -> Vec<String> {
    let hanging = indent + 2 * STEP;
    let kept = cut(flow, &|_, inner| broken(inner));
    let kept = join(kept, hanging, used, |piece, _| piece.opens_line);
    if kept.iter().all(|(_, width)| *width <= WIDTH) {
        return texts(kept);
    }
    let room = FILL - hanging.min(FILL);
    let filled = cut(flow, &|item, _| measured(item) > room);
    let fill = |piece: &Piece, width: usize| width + 1 + piece.width > FILL;
    texts(join(filled, hanging, used, fill))
}

fn texts(lines: Vec<(String, usize)>) -> Vec<String> {
    lines.into_iter().map(|(text, _)| text).collect()
}

/// Whether the author broke brackets into lines, and not merely put their content on lines of its own.
fn broken(flow: &Collection) -> bool {
    let inside = |item: &Item| matches!(&item.value, Shape::Collection(inner) if broken(inner));
    let own_lines = flow.items.first().is_some_and(|first| first.opens_line);
    flow.items
        .iter()
        .any(|item| (item.opens_line && !own_lines) || inside(item))
}

/// A part of brackets that is not broken, with its comma.
struct Piece {
    text: String,
    /// How wide it is with its keys in the language in which they are wider.
    width: usize,
    /// Whether it opened a line when it was read.
    opens_line: bool,
}

/// Joins pieces to lines, each with its width; `opens` is told how wide the line is so far.
fn join(
    pieces: Vec<Piece>,
    hanging: usize,
    used: usize,
    opens: impl Fn(&Piece, usize) -> bool,
) -> Vec<(String, usize)> {
    let mut lines: Vec<(String, usize)> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            None => lines.push((piece.text, used + piece.width)),
            Some((_, width)) if opens(&piece, *width) => {
                let text = format!("{}{}", blanks(hanging), piece.text);
                lines.push((text, hanging + piece.width));
            }
            Some((line, width)) => {
                line.push(' ');
                line.push_str(&piece.text);
                *width += 1 + piece.width;
            }
        }
    }
    lines
}

/// Cuts brackets at their commas. Brackets inside are cut as well if `split` says so.
fn cut(flow: &Collection, split: &dyn Fn(&Item, &Collection) -> bool) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let own_lines = flow.items.first().is_some_and(|first| first.opens_line);
    for (at, item) in flow.items.iter().enumerate() {
        let mut parts = match &item.value {
            Shape::Collection(inner) if split(item, inner) && !inner.items.is_empty() => {
                let mut parts = cut(inner, split);
                if let Some(key) = &item.key {
                    parts[0].text = format!("{key}: {}", parts[0].text);
                    parts[0].width += key.width() + 2 + spare(item);
                }
                parts
            }
            _ => vec![Piece {
                text: inline_item(item),
                width: measured(item),
                opens_line: false,
            }],
        };
        parts[0].opens_line = item.opens_line && !own_lines;
        if let Some(last) = parts.last_mut().filter(|_| at + 1 < flow.items.len()) {
            last.text.push(',');
            last.width += 1;
        }
        pieces.append(&mut parts);
    }
    let (open, close) = brackets(flow);
    match pieces.first_mut() {
        Some(first) => {
            first.text.insert_str(0, open);
            first.width += open.len();
        }
        None => {
            return vec![Piece {
                text: format!("{open}{close}"),
                width: open.len() + close.len(),
                opens_line: false,
            }];
        }
    }
    if let Some(last) = pieces.last_mut() {
        last.text.push_str(close);
        last.width += close.len();
    }
    pieces
}

fn brackets(flow: &Collection) -> (&'static str, &'static str) {
    match (flow.map, flow.items.is_empty()) {
        (true, true) => ("{", "}"),
        (true, false) => ("{ ", " }"),
        (false, _) => ("[", "]"),
    }
}

fn inline(flow: &Collection) -> String {
    let (open, close) = brackets(flow);
    let items: Vec<String> = flow.items.iter().map(inline_item).collect();
    format!("{open}{}{close}", items.join(", "))
}

fn inline_item(item: &Item) -> String {
    let value = match &item.value {
        Shape::Scalar(scalar) => scalar.inline.clone().unwrap_or_default(),
        Shape::Collection(inner) => inline(inner),
    };
    match &item.key {
        Some(key) if value.is_empty() => key.clone(),
        Some(key) => format!("{key}: {value}"),
        None => value,
    }
}

/// How wide an entry is in one line, with its keys in the language in which they are wider: so lines
/// break at the same places in both.
fn measured(item: &Item) -> usize {
    fn spares(item: &Item) -> usize {
        let inside = match &item.value {
            Shape::Collection(inner) => inner.items.iter().map(spares).sum(),
            Shape::Scalar(_) => 0,
        };
        spare(item) + inside
    }
    inline_item(item).width() + spares(item)
}

/// How much wider the key of an entry is in the other language.
fn spare(item: &Item) -> usize {
    let key = item.key.as_deref().unwrap_or("").trim_matches('"');
    let other = chinese(key).or_else(|| english(key));
    other.map_or(0, |other| other.width().saturating_sub(key.width()))
}

fn blanks(count: usize) -> String {
    " ".repeat(count)
}
