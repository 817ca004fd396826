//! `frequent-ranking`: appraisal or ranking every month or quarter.

use luoshi_calendar::Unit;
use luoshi_diagnostics::{Code, Note};
use luoshi_plan::Settable;

use crate::burden::{found, terms};
use crate::context::Context;
use crate::work::works;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.limit("frequent_ranking").is_none() {
        return;
    }
    for work in works(cx.content()).filter(|work| cx.own(&work.id.place)) {
        let every = work.cadence.and_then(Settable::get).map(|keys| keys.every);
        let often = matches!(
            every,
            Some(Unit::Day | Unit::Week | Unit::Month | Unit::Quarter)
        );
        if often && found(&terms().appraisal, work.name).is_some() {
            let note = cx.note(Code::FrequentRanking, &work.id.place, &["cadence", "every"]);
            notes.push(note.arg("name", work.name));
        }
    }
}
