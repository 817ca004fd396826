//! 版头 and title.

use luoshi_layout::geometry::{
    LETTER_RULE_THICK, LETTER_RULE_THIN, LETTER_RULE_WIDTH, LETTER_RULES_APART, Masthead,
    NUMBER_BLANK_LINES, RULE_WEIGHT, TITLE_BLANK_LINES, character, ink_below, letter_foot,
    letter_head, masthead, page, rule_gap, signatory_rows, title_lines,
};
use luoshi_plan::model::DocumentForm;

use super::{Desk, points, text_piece};
use crate::fault::Part;
use crate::fonts::Role;
use crate::paper::{Part as Placed, Piece, Run};

/// What stands above the title.
pub(super) fn head(desk: &mut Desk<'_, '_>) -> Vec<Piece> {
    desk.pen.enter(Part::Head);
    if desk.document.head.masthead.is_empty() {
        return Vec::new();
    }
    match desk.document.form {
        DocumentForm::Official | DocumentForm::Minutes => official(desk),
        DocumentForm::Letter => letter(desk),
        DocumentForm::Working => Vec::new(),
    }
}

/// 7.2, and 10.3 for minutes.
fn official(desk: &mut Desk<'_, '_>) -> Vec<Piece> {
    let (document, figures) = (desk.document, desk.figures);
    let set = masthead(&document.head.masthead, document.form, figures);
    let mut pieces = Vec::new();
    if let Some(urgency) = &document.head.urgency {
        pieces.push(Piece::Over {
            keep: false,
            parts: vec![at_left(0.0, desk.pen.faced(urgency, Role::Heading))],
        });
    }
    pieces.push(Piece::Gap {
        height: points(set.from_top),
    });
    pieces.push(name(desk, &set, Some(points(set.line))));
    pieces.push(Piece::Blank {
        lines: NUMBER_BLANK_LINES,
    });
    pieces.extend(number(desk));
    pieces.push(Piece::Gap {
        height: points(rule_gap(figures)),
    });
    pieces.push(Piece::Rule {
        thickness: eighths(RULE_WEIGHT),
        shown: !document.head.preprinted,
    });
    pieces.push(Piece::Blank {
        lines: TITLE_BLANK_LINES,
    });
    pieces
}

/// 发文字号 in the middle, or to the left of the last names of 签发人 (7.2.5, 7.2.6).
fn number(desk: &mut Desk<'_, '_>) -> Vec<Piece> {
    let (head, figures) = (&desk.document.head, desk.figures);
    let number = head
        .number
        .as_ref()
        .map(|number| desk.pen.field(number, Role::Body));
    if head.signatories.is_empty() {
        // A paper without a number keeps the line, so that the rule is where readers look for it.
        return vec![number.map_or(Piece::Blank { lines: 1 }, centred)];
    }
    let rows = signatory_rows(&head.signatories, figures);
    let mut lines: Vec<Vec<Placed>> = Vec::new();
    for row in rows {
        let mut parts = Vec::new();
        if let Some(label) = row.label {
            parts.push(at_left(
                points(label),
                desk.pen.plain("签发人：", Role::Body),
            ));
        }
        for (left, name) in row.names {
            parts.push(at_left(points(left), desk.pen.field(&name, Role::Second)));
        }
        lines.push(parts);
    }
    if let (Some(number), Some(last)) = (number, lines.last_mut()) {
        last.push(at_left(points(character(figures)), number));
    }
    lines
        .into_iter()
        .map(|parts| Piece::Line { keep: false, parts })
        .collect()
}

fn centred(runs: Vec<Run>) -> Piece {
    text_piece("centre", None, false, runs)
}

/// 10.1.
fn letter(desk: &mut Desk<'_, '_>) -> Vec<Piece> {
    let (document, figures) = (desk.document, desk.figures);
    let upright = page(figures, false);
    let set = masthead(&document.head.masthead, document.form, figures);
    let places = letter_head(&set, figures);
    let (thick, thin) = (eighths(LETTER_RULE_THICK), eighths(LETTER_RULE_THIN));
    let apart = points(LETTER_RULES_APART);
    let foot = points(upright.paper_height - upright.top - letter_foot()) - thick - apart - thin;
    let double = |top, lines| Piece::DoubleRule {
        top,
        width: points(LETTER_RULE_WIDTH),
        lines,
        apart,
        shown: !document.head.preprinted,
    };
    let gap = |height| Piece::Gap {
        height: points(height),
    };
    let mut pieces = vec![
        double(Some(foot), [thin, thick]),
        gap(set.from_top - upright.top),
        name(desk, &set, None),
        // Here the ink itself is known, not only how far it mostly reaches down.
        gap(places.rule_gap + ink_below(set.line, set.size)),
        double(None, [thick, thin]),
        gap(places.number_gap),
    ];
    let mut parts = Vec::new();
    if let Some(urgency) = &document.head.urgency {
        parts.push(at_left(0.0, desk.pen.faced(urgency, Role::Heading)));
    }
    if let Some(number) = &document.head.number {
        parts.push(at_right(0.0, desk.pen.field(number, Role::Body)));
    }
    pieces.push(Piece::Line { keep: false, parts });
    pieces.push(Piece::Blank {
        lines: TITLE_BLANK_LINES,
    });
    pieces
}

/// The name of the body in red; on paper that has it already, its place.
fn name(desk: &mut Desk<'_, '_>, set: &Masthead, height: Option<f64>) -> Piece {
    let shown = !desk.document.head.preprinted;
    let name = &desk.document.head.masthead;
    Piece::Masthead {
        name: desk.pen.line(name, Role::Title),
        size: f64::from(set.size) / 2.0,
        scale: f64::from(set.scale) / 100.0,
        height,
        shown,
    }
}

/// The title and 主送机关, with the empty lines above them.
pub(super) fn titled(desk: &mut Desk<'_, '_>) -> Vec<Piece> {
    desk.pen.enter(Part::Title);
    let mut pieces = title(desk, &desk.document.title);
    desk.pen.enter(Part::Addressees);
    let addressees = &desk.document.addressees;
    if !addressees.is_empty() {
        pieces.push(text_piece(
            "flush",
            None,
            false,
            desk.pen
                .plain(&format!("{}：", addressees.join("、")), Role::Body),
        ));
    }
    pieces
}

/// A title, broken into lines of about the same length, and a blank line (7.3.1, 7.3.2).
pub(super) fn title(desk: &mut Desk<'_, '_>, title: &[String]) -> Vec<Piece> {
    if title.is_empty() {
        return Vec::new();
    }
    let lines = title_lines(title, desk.figures);
    let lines = lines
        .iter()
        .map(|line| desk.pen.line(line, Role::Title))
        .collect();
    vec![Piece::Title { lines }, Piece::Blank { lines: 1 }]
}

/// Text that begins this far from the left edge.
pub(super) fn at_left(left: f64, runs: Vec<Run>) -> Placed {
    Placed {
        left: Some(left),
        right: None,
        runs,
    }
}

/// Text that ends this far from the right edge.
pub(super) fn at_right(right: f64, runs: Vec<Run>) -> Placed {
    Placed {
        left: None,
        right: Some(right),
        runs,
    }
}

/// Points of eighths of a point.
pub(super) fn eighths(weight: u32) -> f64 {
    f64::from(weight) / 8.0
}
