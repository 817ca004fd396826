//! What stands below the body: 出席, 附件说明, 署名, 附注, 版记.

use luoshi_layout::SignatureDate;
use luoshi_layout::geometry::{
    Hanging, IMPRINT_RULE_THICK, IMPRINT_RULE_THIN, attachment_note, attendance, copies_hanging,
    imprint_lines, signature,
};

use luoshi_plan::model::DocumentForm;

use super::head::{at_right, eighths};
use super::{Desk, points, text_piece};
use crate::fault::Part;
use crate::fonts::Role;
use crate::paper::{Piece, Printed};

/// Everything after the body that is on the pages of the main part.
pub(super) fn signature_and_notes(desk: &mut Desk<'_, '_>) -> Vec<Piece> {
    let (document, figures) = (desk.document, desk.figures);
    let mut pieces = Vec::new();
    desk.pen.enter(Part::Attachment);
    pieces.extend(listed(
        desk,
        attachment_note(&document.attachments, figures),
        Role::Body,
    ));
    if document.form == DocumentForm::Minutes {
        desk.pen.enter(Part::Attendance);
        pieces.extend(listed(
            desk,
            attendance(&document.attendance, figures),
            Role::Heading,
        ));
    }
    desk.pen.enter(Part::Signature);
    pieces.extend(signed(desk));
    if let Some(note) = &document.note {
        pieces.push(text_piece(
            "body",
            None,
            false,
            desk.pen.plain(&format!("（{note}）"), Role::Body),
        ));
    }
    pieces
}

/// A blank line and labels with hanging text (7.3.4, 10.3).
fn listed(desk: &mut Desk<'_, '_>, lines: Vec<Hanging>, label: Role) -> Vec<Piece> {
    if lines.is_empty() {
        return Vec::new();
    }
    let mut pieces = vec![Piece::Blank { lines: 1 }];
    pieces.extend(lines.into_iter().map(|line| Piece::Hanging {
        first: points(line.first),
        number_at: points(line.number_at),
        left: points(line.left),
        label: desk.pen.faced(&line.label, label),
        number: (!line.number.is_empty()).then(|| desk.pen.line(&line.number, Role::Body)),
        runs: desk.pen.plain(&line.text, Role::Body),
    }));
    pieces
}

/// 署名 and 成文日期 (7.3.5).
fn signed(desk: &mut Desk<'_, '_>) -> Vec<Piece> {
    let Some(signature_of) = &desk.document.signature else {
        return Vec::new();
    };
    let places = signature(signature_of, desk.figures);
    let mut pieces = Vec::new();
    for row in &places.rows {
        pieces.push(Piece::Blank {
            lines: row.blank_lines,
        });
        let placed = row.names.iter();
        let parts =
            placed.map(|name| at_right(points(name.right), desk.pen.plain(&name.text, Role::Body)));
        let parts = parts.collect();
        pieces.push(Piece::Line { keep: true, parts });
    }
    if places.rows.is_empty() {
        pieces.push(Piece::Blank { lines: 1 });
    }
    let date = desk
        .pen
        .known(&places.date.text, places.date_open, Role::Body);
    pieces.push(Piece::Line {
        keep: false,
        parts: vec![at_right(points(places.date.right), date)],
    });
    pieces
}

/// 版记 (7.4).
pub(super) fn imprint(desk: &mut Desk<'_, '_>) -> Option<Piece> {
    desk.pen.enter(Part::Imprint);
    let lines = imprint_lines(desk.document.imprint.as_ref()?, desk.document.form)?;
    let (inside, label_width) = copies_hanging(desk.figures);
    let copies = lines
        .copies
        .map(|copies| desk.pen.plain(&copies, Role::Body));
    let open = desk.document.imprint.as_ref()?.printed_on == SignatureDate::Open;
    let printed = lines.printed.map(|(by, on)| Printed {
        by: desk.pen.plain(&by, Role::Body),
        on: desk.pen.known(&on, open, Role::Body),
    });
    Some(Piece::Imprint {
        inside: points(inside),
        label: "抄送：",
        label_width: points(label_width),
        thick: eighths(IMPRINT_RULE_THICK),
        thin: eighths(IMPRINT_RULE_THIN),
        ruled: lines.ruled,
        copies,
        printed,
    })
}
