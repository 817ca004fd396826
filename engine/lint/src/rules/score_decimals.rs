//! `score-decimals`: points behind the decimal point.

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::Decimal;

use crate::burden::read::score_items;
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.limit("score_decimals").is_none() {
        return;
    }
    for item in score_items(cx).filter(|item| cx.own(&item.id.place)) {
        let keys = [
            ("each", item.each),
            ("max", item.max),
            ("each_at_most", item.each_at_most),
        ];
        let part = |points: &Decimal| points.0 % 100 != 0;
        let found = keys
            .into_iter()
            .find_map(|(key, points)| Some((key, points.filter(part)?)));
        if let Some((key, points)) = found {
            let note = cx.note(Code::ScoreDecimals, &item.id.place, &[key]);
            notes.push(
                note.arg("name", item.name.as_str())
                    .arg("points", points.to_string()),
            );
        }
    }
}
