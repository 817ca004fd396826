//! What a ladder looks at, sorted by subject once for all of them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use luoshi_calendar::{Span, date};
use luoshi_evidence::Kind;
use luoshi_plan::model::{Ladder, Trigger};

use super::super::JudgeCx;
use crate::assessment::fails;
use crate::lut::around;
use crate::verdict::Verdict;

/// An event that counts towards a ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Event {
    pub(super) day: Date,
    pub(super) severe: bool,
    pub(super) record: u32,
}

/// Events by subject, each also under those that its own lies in, and under none; in order of day.
#[derive(Default)]
pub(super) struct Events(BTreeMap<Option<usize>, Vec<Event>>);

impl Events {
    pub(super) fn of(
        trigger: &Trigger,
        span: Span,
        verdicts: &[Verdict],
        cx: &JudgeCx<'_>,
    ) -> Events {
        let mut events = Events::default();
        for verdict in verdicts {
            let info = &cx.program.duties[verdict.duty];
            let counts = trigger.failed.iter().any(|d| d.name == info.id)
                && fails(verdict.status, info.severity);
            if let (true, Some(day)) = (counts, verdict.day) {
                let event = Event {
                    day,
                    severe: false,
                    record: verdict.evidence.first().copied().unwrap_or(0),
                };
                events.add(verdict.subject.map(|s| s as usize), event, cx);
            }
        }
        let columns = cx.columns(Kind::Incident);
        let names = &cx.evidence.names;
        for row in 0..columns.len() {
            let kind = names.text(columns.status[row]);
            let day = date(columns.day[row]).filter(|day| span.contains(*day));
            if let (true, Some(day)) = (trigger.incidents.iter().any(|i| i.name == kind), day) {
                let marks = names.text(columns.marks[row]);
                let mut severe = trigger.severe_marks.iter();
                let event = Event {
                    day,
                    severe: severe.any(|m| marks.split('、').any(|has| has == m)),
                    record: columns.id[row],
                };
                let subject = names.text(columns.subject[row]);
                events.add(cx.plan.subject_index.get(subject).copied(), event, cx);
            }
        }
        events.0.values_mut().for_each(|of| of.sort_unstable());
        events
    }

    fn add(&mut self, subject: Option<usize>, event: Event, cx: &JudgeCx<'_>) {
        let places = subject.into_iter().flat_map(|at| around(&cx.outer, at));
        for place in [None].into_iter().chain(places.map(Some)) {
            self.0.entry(place).or_default().push(event);
        }
    }

    pub(super) fn at(&self, subject: Option<u32>) -> &[Event] {
        let of = self.0.get(&subject.map(|at| at as usize));
        of.map_or(&[], Vec::as_slice)
    }
}

/// Rows of the records on a ladder by kind, and by the subject or all; as they stand in the ledger.
pub(super) struct Records<'a>(BTreeMap<(Kind, Option<&'a str>), Vec<usize>>);

impl<'a> Records<'a> {
    pub(super) fn on(ladder: &Ladder, cx: &JudgeCx<'a>) -> Self {
        let evidence = cx.evidence;
        let names = &evidence.names;
        let mut records = BTreeMap::<_, Vec<usize>>::new();
        for kind in [Kind::Decision, Kind::Rectification, Kind::Report] {
            let columns = cx.columns(kind);
            let rows = 0..columns.len();
            for row in rows.filter(|row| names.text(columns.duty[*row]) == ladder.duty.id.name) {
                let subject = names.text(columns.subject[row]);
                for under in [None, Some(subject)] {
                    records.entry((kind, under)).or_default().push(row);
                }
            }
        }
        Records(records)
    }

    pub(super) fn of(&self, kind: Kind, subject: Option<&'a str>) -> &[usize] {
        let rows = self.0.get(&(kind, subject));
        rows.map_or(&[], Vec::as_slice)
    }
}
