//! 附件: each on a page of its own, before the imprint (7.3.7).

use super::body::Writer;
use super::run::Run;
use super::{blocks, styles};
use crate::geometry::attachment_label;

/// All attachments. Pages that lie on their side are a section of their own.
pub(super) fn attachments(writer: &mut Writer<'_>) {
    let attachments = &writer.document.attachments;
    for (at, attachment) in attachments.iter().enumerate() {
        if attachment.landscape == writer.landscape {
            writer.break_next = true;
        } else {
            writer.turn(attachment.landscape);
        }
        let label = attachment_label(at, attachments.len());
        writer.paragraph(styles::LABEL, |out| Run::default().text(out, &label));
        writer.blank();
        writer.title(std::slice::from_ref(&attachment.title));
        blocks::blocks(writer, &attachment.body);
    }
}
