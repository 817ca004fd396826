//! `assessed-too-soon`: appraisal or inspection when the work has hardly been handed out.

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note, Place};

use crate::burden::read::when;
use crate::burden::{self, found, terms};
use crate::context::Context;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    let Some(least) = cx.limit("early_assessment").and_then(|l| l.whole()) else {
        return;
    };
    let issued = cx.plan.header.issued;
    let days = |day: Date| {
        let gap = issued.until(day);
        gap.map_or(0, |gap| i64::from(gap.get_days()))
    };
    let mut look = |place: &Place, name: &str, day: Date, path: &[&str]| {
        // A package is issued to nobody yet.
        if cx.own(place) && !cx.package && day >= issued && days(day) < least {
            let note = cx.note(Code::AssessedTooSoon, place, path);
            notes.push(
                note.arg("name", name)
                    .arg("days", days(day))
                    .arg("limit", least),
            );
        }
    };
    for demand in &burden::of(cx).demands {
        let papers = matches!(demand.section, "tasks" | "documents");
        let named = papers && found(&terms().appraisal, &demand.name).is_some();
        if let Some(first) = demand.deadlines.first().filter(|_| named) {
            look(&demand.place, &demand.name, *first, when(cx, &demand.place));
        }
    }
    for card in &cx.content().scorecards {
        if let Some(period) = &card.duty.period {
            look(
                &card.duty.id.place,
                &card.duty.name,
                period.to,
                &["period", "to"],
            );
        }
    }
}
