//! 附件说明 and 出席、请假、列席: labels with hanging text (7.3.4, 10.3).

use super::{character, half_cells_of};
use crate::document::{Attachment, Attendance};
use crate::figures::Figures;

/// A label and the text beside it, which later lines are aligned with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hanging {
    /// What stands before the text in its first line.
    pub label: String,
    /// A number between label and text; empty if there is none.
    pub number: String,
    /// The text.
    pub text: String,
    /// From the left edge of the type area to where the label or, without one, the number begins.
    pub first: i32,
    /// From there to the number.
    pub number_at: i32,
    /// From the left edge of the type area to the text.
    pub left: i32,
}

/// 附件：1. …: each a line; a single one has no number (7.3.4).
#[must_use]
pub fn attachment_note(attachments: &[Attachment], figures: &Figures) -> Vec<Hanging> {
    let one = character(figures);
    let label = 3 * one;
    let start = 2 * one;
    let several = attachments.len() > 1;
    // A digit and a point are three quarters of a character; a quarter more sets the name off.
    let number_width = match attachments.len() {
        0 | 1 => 0,
        2..=9 => one * 5 / 4,
        _ => one * 7 / 4,
    };
    attachments
        .iter()
        .enumerate()
        .map(|(at, attachment)| Hanging {
            label: if at == 0 { "附件：" } else { "" }.to_owned(),
            number: if several {
                format!("{}.", at + 1)
            } else {
                String::new()
            },
            text: attachment.title.clone(),
            first: if at == 0 { start } else { start + label },
            number_at: start + label,
            left: start + label + number_width,
        })
        .collect()
}

/// What stands on the first line of an attachment: 附件, with its number if there are several (7.3.7).
#[must_use]
pub fn attachment_label(at: usize, count: usize) -> String {
    if count > 1 {
        format!("附件{}", at + 1)
    } else {
        "附件".to_owned()
    }
}

/// 出席：, 请假： and 列席：, in this order, those that have somebody (10.3).
#[must_use]
pub fn attendance(attendance: &Attendance, figures: &Figures) -> Vec<Hanging> {
    let one = character(figures);
    [
        ("出席：", &attendance.present),
        ("请假：", &attendance.excused),
        ("列席：", &attendance.observing),
    ]
    .into_iter()
    .filter(|(_, who)| !who.is_empty())
    .map(|(label, who)| Hanging {
        label: label.to_owned(),
        number: String::new(),
        text: who.join("，"),
        first: 2 * one,
        number_at: 0,
        left: 2 * one + one * i32::try_from(half_cells_of(label)).unwrap_or(6) / 2,
    })
    .collect()
}
