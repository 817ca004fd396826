//! `points-for-traces`: too large a share of a scorecard goes to papers, meetings and photographs.

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::Decimal;

use crate::burden::{scores_traces, worth};
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let Some(limit) = cx.limit("trace_points").and_then(|l| l.value) else {
        return;
    };
    for card in cx
        .content()
        .scorecards
        .iter()
        .filter(|c| cx.own(&c.duty.id.place))
    {
        let items = card.sections.iter().flat_map(|s| &s.items);
        let traces: Vec<_> = items.filter(|item| scores_traces(cx.plan, item)).collect();
        let points: u64 = traces.iter().filter_map(|item| worth(item)).sum();
        let points = i64::try_from(points).unwrap_or(i64::MAX);
        // Both are hundredths: of a point, and of a percent.
        let over = points.saturating_mul(10_000) > card.total.0.saturating_mul(limit.0);
        let (Some(first), true) = (traces.first(), over) else {
            continue;
        };
        let note = cx.note(Code::PointsForTraces, &first.id.place, &["name"]);
        notes.push(
            note.arg("name", card.duty.name.as_str())
                .arg("points", Decimal(points).to_string())
                .arg("total", card.total.to_string())
                .arg("limit", limit.to_string())
                .arg(
                    "list",
                    traces
                        .iter()
                        .map(|item| item.name.clone())
                        .collect::<Vec<_>>(),
                ),
        );
    }
}
