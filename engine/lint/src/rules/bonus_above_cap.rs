//! `bonus-above-cap`: items that can give more extra points than the cap lets through.

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::Decimal;

use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    for card in cx
        .content()
        .scorecards
        .iter()
        .filter(|c| cx.own(&c.duty.id.place))
    {
        let Some((bonus, first)) = card
            .bonus
            .as_ref()
            .and_then(|b| Some((b, b.items.first()?)))
        else {
            continue;
        };
        let sum: i64 = bonus
            .items
            .iter()
            .filter_map(|item| item.max)
            .map(|points| points.0)
            .sum();
        if sum > bonus.cap.0 {
            let note = cx.note(Code::BonusAboveCap, &first.id.place, &["max"]);
            notes.push(
                note.arg("name", card.duty.name.as_str())
                    .arg("sum", Decimal(sum).to_string())
                    .arg("cap", bonus.cap.to_string()),
            );
        }
    }
}
