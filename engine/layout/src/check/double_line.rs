//! Lines of two strokes, as letters have them (10.1): one border or drawing, or two borders close together.

use super::paper::{Paper, Paragraph, Section, Stories};
use super::properties::Border;

/// A line of two strokes.
#[derive(Debug)]
pub(super) struct Double {
    /// Whether the thick stroke is the upper one.
    pub(super) thick_first: bool,
    /// Twips.
    pub(super) width: Option<i64>,
    pub(super) colour: String,
}

/// Strokes that are further apart than this, 2 mm, are two lines.
const CLOSE: i64 = 113;

/// The lines of two strokes of the first page, from the top.
pub(super) fn double_lines(paper: &Paper) -> Vec<Double> {
    let mut found = Vec::new();
    let Some(first) = paper.sections.first() else {
        return found;
    };
    let header: Vec<&Paragraph> = first_page(&first.headers).collect();
    let footer: Vec<&Paragraph> = first_page(&first.footers).collect();
    let text: Vec<&Paragraph> = paper.paragraphs.iter().collect();
    for story in [header, text, footer] {
        for (at, paragraph) in story.iter().enumerate() {
            let section = paper.sections.get(paragraph.section).unwrap_or(first);
            found.extend(of_one(paragraph, section));
            found.extend(
                story
                    .get(at + 1)
                    .and_then(|next| of_two(paragraph, next, section)),
            );
        }
    }
    found
}

fn first_page(stories: &Stories) -> impl Iterator<Item = &Paragraph> {
    let story = stories.first.as_ref().or(stories.default.as_ref());
    story.into_iter().flat_map(|story| story.iter())
}

fn of_one(paragraph: &Paragraph, section: &Section) -> Vec<Double> {
    let drawn = paragraph.drawings.iter().map(|drawing| {
        let width = Some(drawing.width).filter(|width| *width > 0);
        double(&drawing.compound, width, &drawing.colour)
    });
    let sides = [&paragraph.look.top, &paragraph.look.bottom];
    let sides = sides.into_iter().flatten();
    let sides = sides.map(|side| double(&side.kind, Some(width(paragraph, section)), &side.colour));
    drawn.chain(sides).flatten().collect()
}

/// The lower sides of two empty paragraphs, the second hardly higher than its line.
fn of_two(upper: &Paragraph, lower: &Paragraph, section: &Section) -> Option<Double> {
    let side = |p: &Paragraph| -> Option<Border> {
        let empty = p.trimmed().is_empty();
        p.look
            .bottom
            .clone()
            .filter(|b| empty && b.kind == "single")
    };
    let (above, below) = (side(upper)?, side(lower)?);
    let close = lower.before(section) + lower.pitch(section) <= CLOSE;
    (close && above.size != below.size).then(|| Double {
        thick_first: above.size > below.size,
        width: Some(width(upper, section)),
        colour: above.colour,
    })
}

fn width(paragraph: &Paragraph, section: &Section) -> i64 {
    let look = &paragraph.look;
    section.text_width() - (look.left + look.right) * paragraph.advance(section) / 100
}

fn double(kind: &str, width: Option<i64>, colour: &str) -> Option<Double> {
    let kind = kind.to_ascii_lowercase();
    let thick_first = kind.starts_with("thickthin");
    (thick_first || kind.starts_with("thinthick")).then(|| Double {
        thick_first,
        width,
        colour: colour.to_owned(),
    })
}
