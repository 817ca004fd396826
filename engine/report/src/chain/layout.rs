//! Where the boxes of a tree stand: one column for each level, from left to right.
//!
//! A chain has few levels and many names on the lowest, so that it reads best from left to right. Every
//! box is as high as its text, and a role stands in the middle of those below it. All is whole pixels.

use super::Branch;
use crate::table::wrap;

/// Width of the whole picture, unless there are too many levels for it.
pub(super) const WIDTH: usize = 900;
/// Round the picture.
pub(super) const MARGIN: usize = 16;
/// Between the border of a box and its text.
pub(super) const PAD: usize = 9;
/// From one line of text to the next.
pub(super) const LINE: usize = 19;
/// Between two columns of boxes; the connectors run here.
const ALLEY: usize = 36;
/// Between two boxes of a column.
const GAP: usize = 12;
/// A box is no wider, so that a short chain does not look empty.
const WIDEST: usize = 330;
/// A box is no narrower: the picture gets wider instead.
const NARROWEST: usize = 132;
/// Room for one column of a terminal: half a Chinese character, one Latin.
const COLUMN: usize = 7;

/// The name of a box and the lines under it, for boxes of so many columns.
pub(super) type Text<'t> = dyn Fn(&Branch, usize) -> (String, Vec<String>) + 't;

/// A box with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed<'b> {
    pub(super) branch: &'b Branch,
    /// Left and top.
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) height: usize,
    /// Lines that name the role, then lines about it.
    pub(super) name: Vec<String>,
    pub(super) lines: Vec<String>,
    /// Index of the box above it.
    pub(super) above: Option<usize>,
}

/// A tree laid out.
#[derive(Debug)]
pub(super) struct Layout<'b> {
    pub(super) boxes: Vec<Placed<'b>>,
    /// Width of each box.
    pub(super) width: usize,
    /// First row below the tree.
    pub(super) bottom: usize,
}

/// A box before it has a place.
struct Sized<'b> {
    branch: &'b Branch,
    name: Vec<String>,
    lines: Vec<String>,
    height: usize,
    /// Height of this box or of all below it together, whichever is more.
    room: usize,
    below: Vec<Sized<'b>>,
}

/// Lays out trees under one another from `top` on; `text` gives the name and the lines of a box.
pub(super) fn lay<'b>(
    roots: &'b [Branch],
    width: usize,
    top: usize,
    text: &Text<'_>,
) -> Layout<'b> {
    let columns = width.saturating_sub(2 * PAD) / COLUMN;
    let mut layout = Layout {
        boxes: Vec::new(),
        width,
        bottom: top,
    };
    for root in roots {
        let sized = size(root, columns, text);
        let room = sized.room;
        layout.place(sized, MARGIN, layout.bottom, None);
        layout.bottom += room + GAP;
    }
    layout
}

/// Width of each box where the deepest tree has so many levels.
pub(super) fn box_width(levels: usize) -> usize {
    let levels = levels.max(1);
    let room = (WIDTH - 2 * MARGIN).saturating_sub((levels - 1) * ALLEY);
    (room / levels).clamp(NARROWEST, WIDEST)
}

/// Width of the picture.
pub(super) fn picture_width(levels: usize) -> usize {
    let levels = levels.max(1);
    WIDTH.max(2 * MARGIN + levels * box_width(levels) + (levels - 1) * ALLEY)
}

/// Number of levels from a role down.
pub(super) fn levels(branch: &Branch) -> usize {
    1 + branch.below.iter().map(levels).max().unwrap_or(0)
}

fn size<'b>(branch: &'b Branch, columns: usize, text: &Text<'_>) -> Sized<'b> {
    let (name, lines) = text(branch, columns);
    let name = wrap(&name, columns);
    let lines: Vec<String> = lines.iter().flat_map(|l| wrap(l, columns)).collect();
    let height = 2 * PAD + (name.len() + lines.len()) * LINE;
    let below: Vec<Sized<'b>> = branch
        .below
        .iter()
        .map(|b| size(b, columns, text))
        .collect();
    Sized {
        branch,
        name,
        lines,
        height,
        room: height.max(together(&below)),
        below,
    }
}

fn together(below: &[Sized<'_>]) -> usize {
    let rooms: usize = below.iter().map(|b| b.room).sum();
    rooms + GAP * below.len().saturating_sub(1)
}

impl<'b> Layout<'b> {
    fn place(&mut self, sized: Sized<'b>, x: usize, top: usize, above: Option<usize>) {
        let at = self.boxes.len();
        self.boxes.push(Placed {
            branch: sized.branch,
            x,
            y: top + (sized.room - sized.height) / 2,
            height: sized.height,
            name: sized.name,
            lines: sized.lines,
            above,
        });
        let mut next = top + sized.room.saturating_sub(together(&sized.below)) / 2;
        for below in sized.below {
            let room = below.room;
            self.place(below, x + self.width + ALLEY, next, Some(at));
            next += room + GAP;
        }
    }
}
