//! What is on a page, and where: texts and coloured areas, in millimetres from the upper left corner of the paper.

use luoshi_layout::{Document, Figures};
use typst::layout::{Abs, Frame, FrameItem, Point, Rect, Transform};
use typst::text::{Font, TextItem};
use typst::visualize::{Geometry, Shape};
use typst_layout::PagedDocument;

use super::FONTS;
use crate::compose::compose;
use crate::pen::Pen;
use crate::typeset;

/// A stretch of text.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub(super) page: usize,
    pub(super) text: String,
    /// The base line.
    pub(super) base: f64,
    /// Where the first character begins and the last one ends.
    pub(super) left: f64,
    pub(super) right: f64,
    /// The edges of the ink.
    pub(super) ink_top: f64,
    pub(super) ink_bottom: f64,
    font: Font,
}

/// A filled area or a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) page: usize,
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// The pages of a paper.
pub(super) struct Pages {
    /// Width and height of each.
    pub(super) sizes: Vec<(f64, f64)>,
    pub(super) texts: Vec<Text>,
    pub(super) areas: Vec<Area>,
}

/// The pages of a paper in the national layout.
pub(super) fn measured(document: &Document) -> Pages {
    let figures = Figures::national();
    let cast = FONTS.cast(&figures.fonts);
    let mut pen = Pen::new(&cast);
    let paper = compose(document, &figures, &cast, &mut pen);
    pen.done()
        .expect("the fonts have every character of the samples");
    let laid: PagedDocument = typeset::pages(&paper, cast).expect("the pages can be set");
    let mut pages = Pages {
        sizes: Vec::new(),
        texts: Vec::new(),
        areas: Vec::new(),
    };
    for (at, page) in laid.pages().iter().enumerate() {
        pages
            .sizes
            .push((page.frame.width().to_mm(), page.frame.height().to_mm()));
        pages.walk(at + 1, &page.frame, Transform::identity());
    }
    pages
}

impl Pages {
    fn walk(&mut self, page: usize, frame: &Frame, around: Transform) {
        let first = self.texts.len();
        for (at, item) in frame.items() {
            let here = around.pre_concat(Transform::translate(at.x, at.y));
            match item {
                FrameItem::Group(group) => {
                    self.walk(page, &group.frame, here.pre_concat(group.transform));
                }
                FrameItem::Text(text) => self.write(first, text_at(page, text, here)),
                FrameItem::Shape(shape, _) => self.areas.push(area_at(page, shape, here)),
                _ => {}
            }
        }
    }

    /// Adds a text of a frame whose texts begin at `first`. What continues another in a different font is one with it.
    fn write(&mut self, first: usize, text: Text) {
        let before = self.texts[first..].last_mut();
        let goes_on = |before: &&mut Text| {
            before.font != text.font
                && (before.base - text.base).abs() < 0.01
                && (before.right - text.left).abs() < 0.5
        };
        match before.filter(goes_on) {
            Some(before) => {
                before.text.push_str(&text.text);
                before.right = text.right;
                // Of `2012年6月` the third part is in the font of the first.
                before.font = text.font;
                before.ink_top = before.ink_top.min(text.ink_top);
                before.ink_bottom = before.ink_bottom.max(text.ink_bottom);
            }
            None => self.texts.push(text),
        }
    }

    /// The text of each line of a page, from top to bottom.
    pub(super) fn lines(&self, page: usize) -> Vec<(f64, String)> {
        let mut texts: Vec<&Text> = self.texts.iter().filter(|text| text.page == page).collect();
        texts.sort_by(|a, b| {
            (a.base, a.left)
                .partial_cmp(&(b.base, b.left))
                .expect("numbers")
        });
        let mut lines: Vec<(f64, String)> = Vec::new();
        for text in texts {
            match lines.last_mut() {
                Some((base, line)) if (text.base - *base).abs() < 0.05 => line.push_str(&text.text),
                _ => lines.push((text.base, text.text.clone())),
            }
        }
        lines
    }

    /// The first text that holds these words.
    #[track_caller]
    pub(super) fn text(&self, words: &str) -> &Text {
        let found = self.texts.iter().find(|text| text.text.contains(words));
        found.unwrap_or_else(|| panic!("nothing says {words}"))
    }

    /// The line of a page, from 0, that holds these words.
    #[track_caller]
    pub(super) fn line(&self, page: usize, words: &str) -> f64 {
        let lines = self.lines(page);
        let found = lines.iter().find(|(_, text)| text.contains(words));
        found
            .unwrap_or_else(|| panic!("no line of page {page} says {words}: {lines:?}"))
            .0
    }
}

fn text_at(page: usize, text: &TextItem, here: Transform) -> Text {
    let ink = text.bbox();
    let top = Point::new(ink.min.x, ink.min.y).transform(here);
    let bottom = Point::new(ink.max.x, ink.max.y).transform(here);
    let start = Point::zero().transform(here);
    let end = Point::new(text.width(), Abs::zero()).transform(here);
    Text {
        page,
        text: text.text.to_string(),
        base: start.y.to_mm(),
        left: start.x.to_mm(),
        right: end.x.to_mm(),
        ink_top: top.y.min(bottom.y).to_mm(),
        ink_bottom: top.y.max(bottom.y).to_mm(),
        font: text.font.font().clone(),
    }
}

fn area_at(page: usize, shape: &Shape, here: Transform) -> Area {
    let Rect { min, max } = match &shape.geometry {
        Geometry::Line(to) => Rect::new(Point::zero(), *to),
        Geometry::Rect(size) => Rect::new(Point::zero(), size.to_point()),
        Geometry::Curve(curve) => curve.bbox(None),
    };
    let (min, max) = (min.transform(here), max.transform(here));
    Area {
        page,
        left: min.x.to_mm(),
        top: min.y.to_mm(),
        width: (max.x - min.x).to_mm(),
        height: (max.y - min.y).to_mm(),
    }
}

/// Whether two lengths are the same to a tenth of a millimetre.
#[track_caller]
pub(super) fn same(what: &str, is: f64, should: f64) {
    within(what, is, should, 0.1);
}

/// Whether a length is what it should be, give or take.
#[track_caller]
pub(super) fn within(what: &str, is: f64, should: f64, most: f64) {
    assert!(
        (is - should).abs() <= most,
        "{what}: {is:.2} mm, should be {should:.2} mm"
    );
}
