//! What follows the body: 附件说明, 署名, 成文日期, 附注, and who was there (7.3.4 to 7.3.6, 10.3).

use luoshi_plan::model::DocumentForm;

use super::body::Writer;
use super::head::right_edge;
use super::paragraph::{Indent, Paragraph, Tab};
use super::run::Run;
use super::styles;
use crate::document::Signature;
use crate::geometry::{Hanging, Placed, attachment_note, attendance, signature, text_width};

/// Everything between the body and the attachments.
pub(super) fn closing(writer: &mut Writer<'_>) {
    let document = writer.document;
    hanging(
        writer,
        &attachment_note(&document.attachments, writer.figures),
        false,
    );
    if document.form == DocumentForm::Minutes {
        hanging(
            writer,
            &attendance(&document.attendance, writer.figures),
            true,
        );
    }
    if let Some(signed) = &document.signature {
        sign(writer, signed);
    }
    if let Some(note) = &document.note {
        let text = format!("（{note}）");
        writer.paragraph(styles::BODY, |out| Run::default().text(out, &text));
    }
}

/// Labels and their texts, one blank line below what is above them.
fn hanging(writer: &mut Writer<'_>, items: &[Hanging], strong_labels: bool) {
    if items.is_empty() {
        return;
    }
    writer.blank();
    let label = Run {
        font: strong_labels.then_some(writer.figures.fonts.heading.as_str()),
        ..Run::default()
    };
    for item in items {
        let paragraph = Paragraph {
            indent: Some(Indent {
                left: item.left,
                right: 0,
                first: item.first - item.left,
            }),
            ..Paragraph::of(styles::HANGING)
        };
        writer.write(paragraph, |out| {
            label.text(out, &item.label);
            if !item.number.is_empty() {
                // The tab leads to the hanging indent, wherever the number ends.
                Run::default().text(out, &format!("{}\t", item.number));
            }
            Run::default().text(out, &item.text);
        });
    }
}

/// 署名 and 成文日期.
fn sign(writer: &mut Writer<'_>, signed: &Signature) {
    let places = signature(signed, writer.figures);
    for row in &places.rows {
        writer.blanks(row.blank_lines);
        names(writer, &row.names);
    }
    if places.rows.is_empty() {
        writer.blank();
    }
    let date = Run {
        open: places.date_open,
        ..Run::default()
    };
    let paragraph = right_aligned(styles::DATE, places.date.right);
    writer.write(paragraph, |out| date.text(out, &places.date.text));
}

fn right_aligned(style: &'static str, right: i32) -> Paragraph {
    Paragraph {
        indent: Some(Indent {
            right,
            ..Indent::default()
        }),
        ..Paragraph::of(style)
    }
}

/// One name, or two at stops.
fn names(writer: &mut Writer<'_>, names: &[Placed]) {
    if let [name] = names {
        let paragraph = right_aligned(styles::SIGNATURE, name.right);
        writer.write(paragraph, |out| Run::default().text(out, &name.text));
        return;
    }
    let edge = right_edge(writer);
    let stop = |name: &Placed| Tab {
        kind: "center",
        at: edge - name.right - text_width(&name.text, writer.figures) / 2,
    };
    let paragraph = Paragraph {
        tabs: names.iter().map(stop).collect(),
        justify: Some("left"),
        ..Paragraph::of(styles::SIGNATURE)
    };
    writer.write(paragraph, |out| {
        for name in names {
            Run::default().text(out, &format!("\t{}", name.text));
        }
    });
}
