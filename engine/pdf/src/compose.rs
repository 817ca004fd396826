//! From a document to the pieces of its pages.

mod body;
mod end;
mod head;

use jiff::civil::Date;
use luoshi_layout::geometry::{
    CELL_MARGIN, CELL_SIZE, RED, attachment_label, baseline, character, half_cells_of, page,
    page_number_line,
};
use luoshi_layout::{Attachment, Document, Figures, SignatureDate};
use luoshi_plan::model::DocumentForm;

use crate::compose::body::body;
use crate::compose::end::{imprint, signature_and_notes};
use crate::compose::head::{head, titled};
use crate::fault::Part;
use crate::fonts::{Cast, Role};
use crate::paper::{Paper, Piece, Run, Section, Sheet};
use crate::pen::Pen;

/// The height of a line in a cell, in quarters of its type size; no figure in the standard.
const CELL_PITCH: f64 = 5.0;

/// Above and below the lines of a cell, in points.
const CELL_SPACE: f64 = 2.0;

/// Half characters that any line has room for, an indented one too.
const SHORT: usize = 40;

/// From the base line up to a dash, in ems, where no font says it.
const DASH: f64 = 0.36;

/// What all parts of a paper are composed with.
struct Desk<'a, 'b> {
    document: &'a Document,
    figures: &'a Figures,
    pen: &'a mut Pen<'b>,
}

/// The pieces of a document.
pub(crate) fn compose(
    document: &Document,
    figures: &Figures,
    cast: &Cast,
    pen: &mut Pen<'_>,
) -> Paper {
    let mut desk = Desk {
        document,
        figures,
        pen,
    };
    desk.pen.page_numbers();
    let mut sections = vec![main_part(&mut desk)];
    let count = document.attachments.len();
    for (at, attachment) in document.attachments.iter().enumerate() {
        sections.push(attached(
            &mut desk,
            attachment,
            &attachment_label(at, count),
        ));
    }
    add_imprint(&mut desk, &mut sections);
    Paper {
        name: desk.pen.line(&document.title.concat(), Role::Title),
        fonts: Role::ALL
            .into_iter()
            .map(|role| {
                let fonts = cast.players(role).iter();
                (role.word(), fonts.map(|font| font.alias.clone()).collect())
            })
            .collect(),
        sheet: sheet(document, figures, cast),
        sections,
    }
}

/// Head, title, text, signature.
fn main_part(desk: &mut Desk<'_, '_>) -> Section {
    let mut pieces = head(desk);
    pieces.extend(titled(desk));
    desk.pen.enter(Part::Body);
    let width = page(desk.figures, desk.document.landscape).width();
    pieces.extend(body(desk, &desk.document.body, width));
    pieces.extend(signature_and_notes(desk));
    Section {
        landscape: desk.document.landscape,
        pieces,
    }
}

/// A paragraph. One that is longer than a line is broken in the slower of two ways.
fn text_piece(
    stand: &'static str,
    face: Option<&'static str>,
    keep: bool,
    runs: Vec<Run>,
) -> Piece {
    let cells: usize = runs.iter().map(|run| half_cells_of(run.text())).sum();
    Piece::Paragraph {
        stand,
        face,
        keep,
        long: cells > SHORT || runs.iter().any(|run| run.text().contains('\n')),
        runs,
    }
}

/// 附件: its label on the first line, its title on the third (7.3.7).
fn attached(desk: &mut Desk<'_, '_>, attachment: &Attachment, label: &str) -> Section {
    desk.pen.enter(Part::Attachment);
    let mut pieces = vec![
        text_piece(
            "flush",
            Some(Role::Heading.word()),
            true,
            desk.pen.plain(label, Role::Heading),
        ),
        Piece::Blank { lines: 1 },
    ];
    pieces.extend(head::title(desk, std::slice::from_ref(&attachment.title)));
    let width = page(desk.figures, attachment.landscape).width();
    pieces.extend(body(desk, &attachment.body, width));
    Section {
        landscape: attachment.landscape,
        pieces,
    }
}

/// 版记 goes to the bottom of the last page; if that lies otherwise than the first, to a page of its own.
fn add_imprint(desk: &mut Desk<'_, '_>, sections: &mut Vec<Section>) {
    let Some(imprint) = imprint(desk) else {
        return;
    };
    match sections.last_mut() {
        Some(last) if last.landscape == desk.document.landscape => last.pieces.push(imprint),
        _ => sections.push(Section {
            landscape: desk.document.landscape,
            pieces: vec![imprint],
        }),
    }
}

fn sheet(document: &Document, figures: &Figures, cast: &Cast) -> Sheet {
    let upright = page(figures, false);
    let number = page_number_line(figures);
    let small = half_points(figures.small_size);
    let song = cast.players(Role::Song).first();
    let dash = song.and_then(|font| font.middle('—')).unwrap_or(DASH);
    Sheet {
        width: points(upright.paper_width),
        height: points(upright.paper_height),
        top: points(upright.top),
        right: points(upright.right),
        bottom: points(upright.bottom),
        left: points(upright.left),
        pitch: twips(figures.line_pitch),
        spacing: points(figures.character_spacing),
        size: half_points(figures.body_size),
        indent: points(2 * character(figures)),
        title_size: half_points(figures.title_size),
        title_pitch: twips(figures.title_pitch),
        title_weight: Role::Title.weight(),
        small,
        cell_size: half_points(CELL_SIZE),
        cell_pitch: half_points(CELL_SIZE) * CELL_PITCH / 4.0,
        cell_space: CELL_SPACE,
        cell_margin: points(CELL_MARGIN),
        baseline: f64::from(baseline(1_000)) / 1_000.0,
        date: dated(document).map(|day| [day.year().into(), day.month().into(), day.day().into()]),
        red: format!("#{RED}"),
        number_in: points(number.side),
        number_up: points(upright.bottom - number.dash_below) - dash * small,
        numbered_from: match document.form {
            DocumentForm::Letter => 2,
            _ => 1,
        },
    }
}

/// The day that a paper bears: 成文日期, or 印发日期.
fn dated(document: &Document) -> Option<Date> {
    let signed = document.signature.as_ref().map(|signature| signature.date);
    let printed = document.imprint.as_ref().map(|imprint| imprint.printed_on);
    [signed, printed]
        .into_iter()
        .flatten()
        .find_map(|date| match date {
            SignatureDate::Day(day) => Some(day),
            SignatureDate::Open => None,
        })
}

/// Points of twips.
fn points(twips: i32) -> f64 {
    f64::from(twips) / 20.0
}

/// Points of a figure in twips.
fn twips(figure: u32) -> f64 {
    f64::from(figure) / 20.0
}

/// Points of a type size.
fn half_points(size: u32) -> f64 {
    f64::from(size) / 2.0
}
