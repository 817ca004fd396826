//! What a paper looks like: everything inherited is worked out. Lengths are twips unless they say otherwise.

use std::rc::Rc;

use super::properties::{Align, Border, Frame, LineRule};

/// A paper.
#[derive(Debug, Default)]
pub(super) struct Paper {
    pub(super) sections: Vec<Section>,
    /// In the order of the text; those of a text box before the paragraph that holds it.
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) tables: Vec<Table>,
    /// Whether odd and even pages have footers of their own.
    pub(super) even_and_odd: bool,
}

/// Pages of one layout.
#[derive(Debug, Clone, Default)]
pub(super) struct Section {
    /// Whether the file states size and margins; an editor has its own for a file that does not.
    pub(super) stated: bool,
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) top: i64,
    pub(super) bottom: i64,
    /// The gutter included.
    pub(super) left: i64,
    pub(super) right: i64,
    /// From the bottom edge of the paper to the footer.
    pub(super) footer: i64,
    /// From one line of the grid to the next, if it has a grid of lines.
    pub(super) grid: Option<i64>,
    /// What the grid adds to each character.
    pub(super) grid_spacing: i64,
    /// Whether its first page has a footer of its own.
    pub(super) title_page: bool,
    /// Whether it begins on the page where the one before it ends.
    pub(super) continuous: bool,
    pub(super) headers: Stories,
    pub(super) footers: Stories,
}

/// A header or footer; many sections may share one.
pub(super) type Story = Rc<Vec<Paragraph>>;

/// Headers or footers.
#[derive(Debug, Clone, Default)]
pub(super) struct Stories {
    pub(super) default: Option<Story>,
    pub(super) even: Option<Story>,
    pub(super) first: Option<Story>,
}

impl Section {
    /// The width of the text.
    pub(super) fn text_width(&self) -> i64 {
        self.width - self.left - self.right
    }

    /// The height of the text.
    pub(super) fn text_height(&self) -> i64 {
        self.height - self.top - self.bottom
    }

    /// Whether the pages lie on their side.
    pub(super) fn lies(&self) -> bool {
        self.width > self.height
    }
}

/// Where a paragraph belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Part {
    #[default]
    Text,
    Table,
    TextBox,
    Header,
    Footer,
}

/// A paragraph.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    /// Counted from 1 within the body, text boxes and tables included.
    pub(super) number: usize,
    pub(super) part: Part,
    pub(super) section: usize,
    /// The text with its number; `#` for the number of the page, tabs and line breaks as signs.
    pub(super) text: String,
    pub(super) runs: Vec<Run>,
    /// The look of most of its characters; of its end, if it is empty.
    pub(super) main: RunLook,
    pub(super) look: Look,
    /// Whether it begins on a new page by order.
    pub(super) new_page: bool,
    pub(super) drawings: Vec<Drawing>,
    /// Whether it holds the number of the page.
    pub(super) page_number: bool,
    /// Which table it is in.
    pub(super) table: Option<usize>,
    /// Where the text box stands that it is in.
    pub(super) anchor: Option<Anchor>,
}

/// A stretch of text of one look.
#[derive(Debug, Clone, Default)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) look: RunLook,
}

/// The look of text.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RunLook {
    /// The font of letters and digits; empty if it cannot be told.
    pub(super) ascii: String,
    /// The font of Chinese characters; empty if it cannot be told.
    pub(super) east: String,
    /// Half points.
    pub(super) size: i64,
    /// Hexadecimal, or `AUTO`.
    pub(super) colour: String,
    pub(super) bold: bool,
    /// Added to each character.
    pub(super) spacing: i64,
    /// Width of characters in per cent.
    pub(super) scale: i64,
}

/// Where a paragraph and its lines stand. Indents are hundredths of a character.
#[derive(Debug, Clone, Default)]
pub(super) struct Look {
    pub(super) align: Align,
    pub(super) left: i64,
    pub(super) right: i64,
    /// Negative if it hangs.
    pub(super) first: i64,
    pub(super) line: i64,
    pub(super) rule: LineRule,
    /// Space above: hundredths of a line, which win if they are not zero; twips.
    pub(super) before: (i64, i64),
    /// Space below, the same way.
    pub(super) after: (i64, i64),
    pub(super) snap: bool,
    pub(super) top: Option<Border>,
    pub(super) bottom: Option<Border>,
    /// The last stop of tabs that lines up the right ends of texts; twips.
    pub(super) right_tab: Option<i64>,
    /// Of a frame, placed apart from the text.
    pub(super) frame: Option<Frame>,
}

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Line,
    Picture,
    TextBox,
    Other,
}

/// Something drawn.
#[derive(Debug, Clone)]
pub(super) struct Drawing {
    pub(super) shape: Shape,
    pub(super) width: i64,
    /// Whether it stands apart from the text, so that it can lie over it.
    pub(super) floating: bool,
    pub(super) anchor: Option<Anchor>,
    /// Hexadecimal; empty if it cannot be told.
    pub(super) colour: String,
    /// `thickThin`, `thinThick`; empty for a single line.
    pub(super) compound: String,
}

/// Where something drawn stands, counted down from an edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Anchor {
    /// `page`, `margin`, `paragraph`.
    pub(super) from: String,
    pub(super) offset: i64,
}

/// A table, as far as an imprint needs it.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    /// Whether a style may give it lines that are not read here.
    pub(super) styled: bool,
    pub(super) width: Option<i64>,
    pub(super) top: Option<Border>,
    pub(super) bottom: Option<Border>,
    pub(super) between: Option<Border>,
    /// For one that floats: from which edge, and at which end of it.
    pub(super) floating: Option<(String, String)>,
}

impl Paragraph {
    /// The text without spaces at its ends.
    pub(super) fn trimmed(&self) -> &str {
        self.text.trim_matches(is_space)
    }

    /// How wide one of its characters is.
    pub(super) fn advance(&self, section: &Section) -> i64 {
        let look = &self.main;
        (look.size * 10
            + look.spacing
            + if self.look.snap {
                section.grid_spacing
            } else {
                0
            })
        .max(1)
    }

    /// Indent of its first line with the spaces that it begins with, in hundredths of a character.
    pub(super) fn opening(&self) -> i64 {
        let spaces = self.text.chars().take_while(|c| is_space(*c));
        self.look.left + self.look.first + spaces.map(width).sum::<i64>()
    }

    /// The height of one of its lines. Exact only for exact lines: fonts decide otherwise.
    pub(super) fn pitch(&self, section: &Section) -> i64 {
        // Fonts of Chinese characters take 1.14 to 1.32 times their size.
        let natural = self.main.size * 10 * 13 / 10;
        match self.look.rule {
            LineRule::Exact if self.look.line > 0 => self.look.line,
            LineRule::AtLeast => snapped(natural.max(self.look.line), self.grid(section)),
            _ => {
                let share = if self.look.line > 0 {
                    self.look.line
                } else {
                    240
                };
                snapped(natural, self.grid(section)) * share / 240
            }
        }
    }

    /// The space above it.
    pub(super) fn before(&self, section: &Section) -> i64 {
        spaced(self.look.before, section)
    }

    /// The space below it.
    pub(super) fn after(&self, section: &Section) -> i64 {
        spaced(self.look.after, section)
    }

    fn grid(&self, section: &Section) -> Option<i64> {
        section.grid.filter(|_| self.look.snap)
    }

    /// Whether the height of its lines is stated, and not left to the font.
    pub(super) fn is_exact(&self) -> bool {
        self.look.rule == LineRule::Exact && self.look.line > 0
    }
}

/// A line is that of the grid, or 12 pt without one.
fn spaced((lines, length): (i64, i64), section: &Section) -> i64 {
    match lines {
        0 => length,
        lines => lines * section.grid.unwrap_or(240) / 100,
    }
}

fn snapped(height: i64, grid: Option<i64>) -> i64 {
    match grid {
        Some(grid) if grid > 0 => (height + grid - 1) / grid * grid,
        _ => height,
    }
}

/// Spaces, the full-width one included.
pub(super) fn is_space(sign: char) -> bool {
    sign.is_whitespace()
}

/// The width of a sign in hundredths of a Chinese character.
pub(super) fn width(sign: char) -> i64 {
    match sign {
        '“' | '”' | '‘' | '’' | '—' | '…' | '·' => 100,
        '\t' | '\n' => 0,
        _ => {
            i64::try_from(unicode_width::UnicodeWidthChar::width(sign).unwrap_or(0)).unwrap_or(0)
                * 50
        }
    }
}

/// The width of a text in hundredths of a Chinese character.
pub(super) fn width_of(text: &str) -> i64 {
    text.chars().map(width).sum()
}
