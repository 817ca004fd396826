//! `duty-unset`: a duty that leaves open how often or by when, so that nothing can be judged.

use luoshi_diagnostics::{Code, Note, Place};

use super::Context;
use crate::duties::{commons, items};
use crate::model::{DutyId, Timing};
use crate::scalar::Settable;

pub(super) fn run(cx: &Context<'_>, notes: &mut Vec<Note>) {
    // A package leaves open what its townships decide.
    if cx.span.is_none() {
        return;
    }
    let mut list = Open { cx, notes };
    let content = cx.fresh;
    for (_, duty) in commons(content) {
        list.asked(&duty.id, "active", &duty.active);
    }
    for chain in &content.chains {
        if let Settable::Unset(Some(parameter)) = &chain.active {
            list.open(&chain.id.name, &chain.id.place, "active", parameter);
        }
    }
    for meeting in &content.meetings {
        list.needed(&meeting.duty.id, "cadence", &meeting.cadence);
        list.asked(&meeting.duty.id, "quorum", &meeting.quorum);
    }
    for activity in &content.activities {
        list.needed(&activity.duty.id, "cadence", &activity.cadence);
    }
    for task in &content.tasks {
        list.needed(&task.duty.id, "due", &task.due);
    }
    for document in &content.documents {
        let id = &document.duty.id;
        match (&document.cadence, &document.due) {
            (Settable::Unset(None), due) => list.needed(id, "due", due),
            (cadence, due) => {
                list.asked(id, "cadence", cadence);
                list.asked(id, "due", due);
            }
        }
    }
    for coverage in &content.coverage {
        list.asked(&coverage.duty.id, "due", &coverage.due);
    }
    for roster in &content.rosters {
        list.asked(&roster.duty.id, "cadence", &roster.cadence);
    }
    for response in content.incidents.iter().flat_map(|kind| &kind.respond) {
        list.asked(&response.id, "active", &response.active);
        list.needed(&response.id, "within", &response.within);
    }
    for each in content
        .each_needs
        .iter()
        .filter(|e| e.timing == Timing::Within)
    {
        list.needed(&each.duty.id, "within", &each.within);
    }
    for plugin in &content.plugins {
        for given in &plugin.with.0 {
            if let Settable::Unset(Some(parameter)) = &given.value {
                let path = ["with", given.name.as_str()];
                list.inside(
                    &plugin.duty.id.name,
                    &plugin.duty.id.place,
                    &path,
                    parameter,
                );
            }
        }
    }
    for indicator in &content.indicators {
        list.asked(&indicator.id, "target", &indicator.target);
    }
}

struct Open<'a, 'n> {
    cx: &'a Context<'a>,
    notes: &'n mut Vec<Note>,
}

impl Open<'_, '_> {
    /// A value without which the duty cannot be judged.
    fn needed<T>(&mut self, duty: &DutyId, key: &'static str, value: &Settable<T>) {
        if let Settable::Unset(parameter) = value {
            let parameter = parameter.as_deref().unwrap_or("none");
            self.open(&duty.name, &duty.place, key, parameter);
        }
    }

    fn open(&mut self, name: &str, anchor: &Place, key: &'static str, parameter: &str) {
        let shown = self.cx.atlas.shown(anchor, &[], key);
        self.note(name, self.cx.atlas.open(anchor, &[key]), shown, parameter);
    }

    /// A value under a key of the duty's own, which has no Chinese name.
    fn inside(&mut self, name: &str, anchor: &Place, path: &[&str], parameter: &str) {
        let shown = path.last().copied().unwrap_or_default();
        self.note(name, self.cx.atlas.open(anchor, path), shown, parameter);
    }

    fn note(&mut self, name: &str, place: Place, shown: &str, parameter: &str) {
        let note = Note::new(Code::DutyUnset).at(place);
        // It is seldom anywhere but in what is fresh, which is less to look through.
        let mut titles = items(self.cx.fresh).chain(items(self.cx.content));
        let title = titles.find(|d| d.id.name == name).map_or(name, |d| d.name);
        let note = note.arg("title", title).arg("name", name).arg("key", shown);
        self.notes.push(note.arg("parameter", parameter));
    }

    /// A value that need not be there, and is open if it is.
    fn asked<T>(&mut self, duty: &DutyId, key: &'static str, value: &Settable<T>) {
        if matches!(value, Settable::Unset(Some(_))) {
            self.needed(duty, key, value);
        }
    }
}
