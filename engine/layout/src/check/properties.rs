//! What is said of paragraphs and runs at one level: a style, a numbering, the paragraph itself.

use super::units::{half_points, hundredths, on, twips};
use super::xml::Node;

/// Overlays the fields that the nearer level states.
macro_rules! overlay {
    ($under:ident, $over:ident: $($field:ident)*) => {
        $(if $over.$field.is_some() { $under.$field.clone_from(&$over.$field); })*
    };
}

/// A name as far as it can make sense; it is copied into all that inherits it.
pub(super) fn short(name: &str) -> String {
    name.chars().take(64).collect()
}

/// A font, by its name or by its place in the theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FontName {
    Named(String),
    Theme(String),
}

/// What is said of runs.
#[derive(Debug, Clone, Default)]
pub(super) struct RunProperties {
    pub(super) style: Option<String>,
    pub(super) ascii: Option<FontName>,
    pub(super) east: Option<FontName>,
    /// Half points.
    pub(super) size: Option<i64>,
    /// Hexadecimal, or `auto`.
    pub(super) colour: Option<String>,
    pub(super) bold: Option<bool>,
    /// Twips between characters.
    pub(super) spacing: Option<i64>,
    /// Width of characters in per cent.
    pub(super) scale: Option<i64>,
    pub(super) hidden: Option<bool>,
}

impl RunProperties {
    /// Reads `rPr`.
    pub(super) fn read(node: Option<&Node>) -> RunProperties {
        let Some(node) = node else {
            return RunProperties::default();
        };
        let fonts = node.child("rFonts");
        let switch = |name| node.child(name).map(|n| on(n.attribute("val")));
        RunProperties {
            style: node.value("rStyle").map(str::to_owned),
            ascii: fonts.and_then(|f| font(f, "ascii", "asciiTheme")),
            east: fonts.and_then(|f| font(f, "eastAsia", "eastAsiaTheme")),
            size: node.value("sz").and_then(half_points),
            colour: node.value("color").map(|c| short(c).to_ascii_uppercase()),
            bold: switch("b"),
            spacing: node.value("spacing").and_then(twips),
            scale: node.value("w").and_then(|w| whole(w.trim_end_matches('%'))),
            hidden: switch("vanish"),
        }
    }

    /// Overlays what a nearer level says.
    pub(super) fn overlay(&mut self, over: &RunProperties) {
        overlay!(self, over: style ascii east size colour bold spacing scale hidden);
    }
}

/// Within one element the theme wins over the name, whatever the name says (ECMA-376 part 1, 17.3.2.26).
fn font(fonts: &Node, name: &str, theme: &str) -> Option<FontName> {
    let theme = fonts.attribute(theme).map(|t| FontName::Theme(short(t)));
    theme.or_else(|| fonts.attribute(name).map(|n| FontName::Named(short(n))))
}

fn whole(text: &str) -> Option<i64> {
    Some(hundredths(text)? / 100)
}

/// Where lines of a paragraph stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Align {
    #[default]
    Left,
    Centre,
    Right,
    Both,
    /// Spread over the whole line.
    Spread,
}

/// How the height of lines is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum LineRule {
    /// In 240ths of a line.
    #[default]
    Auto,
    AtLeast,
    Exact,
}

/// A line above or below a paragraph or table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Border {
    /// `single`, `thickThinSmallGap`.
    pub(super) kind: String,
    /// Eighths of a point.
    pub(super) size: i64,
    /// Points from the text.
    pub(super) space: i64,
    pub(super) colour: String,
}

impl Border {
    /// Reads a side; none if it is switched off.
    pub(super) fn read(node: &Node) -> Option<Border> {
        let kind = node.attribute("val").unwrap_or("none");
        let number = |name| node.attribute(name).and_then(whole).unwrap_or(0);
        (!matches!(kind, "none" | "nil")).then(|| Border {
            kind: short(kind),
            size: number("sz"),
            space: number("space"),
            colour: short(node.attribute("color").unwrap_or("auto")).to_ascii_uppercase(),
        })
    }
}

/// How a frame is placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Frame {
    /// `center`, `outside`; empty if it is placed by a length.
    pub(super) across: String,
    /// From which edge it is counted down, and how far.
    pub(super) down: Option<(String, i64)>,
}

impl Frame {
    fn read(node: &Node) -> Frame {
        let word = |name| short(node.attribute(name).unwrap_or_default());
        let from = match word("vAnchor") {
            none if none.is_empty() => "paragraph".to_owned(),
            from => from,
        };
        Frame {
            across: word("xAlign"),
            down: node.attribute("y").and_then(twips).map(|y| (from, y)),
        }
    }
}

/// What is said of paragraphs. Lengths are twips, `…_chars` hundredths of a character, `…_lines` of a line.
#[derive(Debug, Clone, Default)]
pub(super) struct ParagraphProperties {
    pub(super) style: Option<String>,
    pub(super) align: Option<Align>,
    pub(super) left: Option<i64>,
    pub(super) left_chars: Option<i64>,
    pub(super) right: Option<i64>,
    pub(super) right_chars: Option<i64>,
    /// Negative if it hangs.
    pub(super) first: Option<i64>,
    /// Negative if it hangs.
    pub(super) first_chars: Option<i64>,
    pub(super) line: Option<i64>,
    pub(super) rule: Option<LineRule>,
    pub(super) before: Option<i64>,
    pub(super) before_lines: Option<i64>,
    pub(super) after: Option<i64>,
    pub(super) after_lines: Option<i64>,
    pub(super) snap: Option<bool>,
    pub(super) break_before: Option<bool>,
    /// The side above; stated as none by the inner option.
    pub(super) top: Option<Option<Border>>,
    pub(super) bottom: Option<Option<Border>>,
    /// The numbering and its level.
    pub(super) numbering: Option<(String, usize)>,
    /// The last stop of tabs that lines up the right ends of texts.
    pub(super) right_tab: Option<i64>,
    /// Of a frame, placed apart from the text.
    pub(super) frame: Option<Frame>,
}

impl ParagraphProperties {
    /// Reads `pPr`.
    pub(super) fn read(node: Option<&Node>) -> ParagraphProperties {
        let mut read = ParagraphProperties::default();
        let Some(node) = node else { return read };
        read.style = node.value("pStyle").map(str::to_owned);
        read.align = node.value("jc").map(align);
        if let Some(indent) = node.child("ind") {
            read.indents(indent);
        }
        if let Some(spacing) = node.child("spacing") {
            read.spacing(spacing);
        }
        let switch = |name| node.child(name).map(|n| on(n.attribute("val")));
        read.snap = switch("snapToGrid");
        read.break_before = switch("pageBreakBefore");
        if let Some(borders) = node.child("pBdr") {
            read.top = borders.child("top").map(Border::read);
            read.bottom = borders.child("bottom").map(Border::read);
        }
        read.numbering = node.child("numPr").map(|numbering| {
            let level = numbering.value("ilvl").and_then(|v| v.parse().ok());
            let id = numbering.value("numId").unwrap_or("0");
            (id.to_owned(), level.unwrap_or(0).min(8))
        });
        read.right_tab = node.child("tabs").and_then(right_tab);
        let frame = node.child("framePr");
        read.frame = frame.map(Frame::read);
        read
    }

    fn indents(&mut self, node: &Node) {
        let length =
            |names: [&str; 2]| names.iter().find_map(|n| node.attribute(n)).and_then(twips);
        self.left = length(["left", "start"]);
        self.left_chars = length(["leftChars", "startChars"]);
        self.right = length(["right", "end"]);
        self.right_chars = length(["rightChars", "endChars"]);
        let hanging = |name| length([name, name]).map(|l: i64| -l);
        self.first = hanging("hanging").or_else(|| length(["firstLine", "firstLine"]));
        self.first_chars =
            hanging("hangingChars").or_else(|| length(["firstLineChars", "firstLineChars"]));
    }

    fn spacing(&mut self, node: &Node) {
        let length = |name| node.attribute(name).and_then(twips);
        self.line = length("line");
        self.rule = node.attribute("lineRule").map(|rule| match rule {
            "exact" => LineRule::Exact,
            "atLeast" => LineRule::AtLeast,
            _ => LineRule::Auto,
        });
        self.before = length("before");
        self.before_lines = length("beforeLines");
        self.after = length("after");
        self.after_lines = length("afterLines");
    }

    /// Overlays what a nearer level says.
    pub(super) fn overlay(&mut self, over: &ParagraphProperties) {
        overlay!(self, over: style align left left_chars right right_chars first first_chars line rule
            before before_lines after after_lines snap break_before top bottom numbering right_tab frame);
    }
}

fn right_tab(tabs: &Node) -> Option<i64> {
    let right = tabs
        .nodes()
        .filter(|tab| matches!(tab.attribute("val"), Some("right" | "end")));
    right
        .filter_map(|tab| tab.attribute("pos").and_then(twips))
        .max()
}

fn align(word: &str) -> Align {
    match word {
        "center" => Align::Centre,
        "right" | "end" => Align::Right,
        "both" => Align::Both,
        "distribute" | "thaiDistribute" => Align::Spread,
        _ => Align::Left,
    }
}
