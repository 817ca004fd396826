//! `frequent-report`: a report every day or week, or one that says there is nothing to report.

use luoshi_calendar::Unit;
use luoshi_diagnostics::{Code, Note};
use luoshi_plan::Settable;
use luoshi_plan::model::Evidence;

use crate::burden::{found, terms};
use crate::context::Context;
use crate::work::{Sort, works};

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    if cx.limit("frequent_reports").is_none() {
        return;
    }
    for work in works(cx.content()).filter(|work| cx.own(&work.id.place)) {
        let named = found(&terms().often, work.name).is_some();
        let written = matches!(work.sort, Sort::Activity | Sort::Document);
        let report = work.evidence == Some(Evidence::Report)
            || (work.sort == Sort::Document && found(&terms().report, work.name).is_some());
        let every = work.cadence.and_then(Settable::get).map(|keys| keys.every);
        let often = report && matches!(every, Some(Unit::Day | Unit::Week));
        if written && (named || often) {
            let path: &[&str] = if often {
                &["cadence", "every"]
            } else {
                &["name"]
            };
            let note = cx.note(Code::FrequentReport, &work.id.place, path);
            notes.push(note.arg("name", work.name));
        }
    }
}
