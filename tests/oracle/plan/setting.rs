//! Values that a plan states, or leaves to a parameter.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::{Cadence, Document, Due, Duty, Hundredths, Limit, Plan};
use crate::layers::value::{Given, Value};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setting<T> {
    Is(T),
    /// A parameter that has this value.
    By(&'static str, T),
    /// A parameter that nobody has set.
    Open(&'static str),
}

impl<T: Copy> Setting<T> {
    pub(crate) fn value(&self) -> Option<T> {
        match self {
            Setting::Is(value) | Setting::By(_, value) => Some(*value),
            Setting::Open(_) => None,
        }
    }
}

impl Setting<bool> {
    pub(crate) fn is_plain(&self) -> bool {
        *self == Setting::Is(true)
    }
}

impl<T: Serialize> Serialize for Setting<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Setting::Is(value) => value.serialize(to),
            Setting::By(parameter, _) | Setting::Open(parameter) => {
                to.collect_str(&format_args!("${{{parameter}}}"))
            }
        }
    }
}

/// Every parameter that a plan here may use.
pub(crate) fn parameters() -> Json {
    let one = |id: &str, kind: &str, default: Option<&str>| {
        let mut written = json!({ "id": id, "name": id, "type": kind });
        match default {
            Some(value) => written["default"] = json!(value),
            None => written["question"] = json!("未定"),
        }
        written
    };
    json!([
        one("on", "boolean", Some("true")),
        one("off", "boolean", Some("false")),
        one("perhaps", "boolean", None),
        one("twice", "integer", Some("1")),
        one("often", "integer", None),
        one("week", "limit", Some("7d")),
        one("long", "limit", None),
        one("four", "decimal", Some("4.5")),
        one("much", "decimal", None),
    ])
}

/// What the plan itself sets of them.
pub(crate) fn set() -> Json {
    json!({ "twice": { "value": "2", "reason": "村多" } })
}

/// The values of these parameters.
pub(crate) fn values() -> BTreeMap<&'static str, Option<Given>> {
    let given = |value| Some(Given::of(value, 0));
    BTreeMap::from([
        ("on", given(Value::Yes(true))),
        ("off", given(Value::Yes(false))),
        ("perhaps", None),
        ("twice", given(Value::Whole(2))),
        ("often", None),
        ("week", given(Value::Limit(Limit::Days(7)))),
        ("long", None),
        ("four", given(Value::Hundredths(450))),
        ("much", None),
    ])
}

/// What becomes of each value that a plan states or leaves to a parameter.
pub(crate) trait Settle {
    fn yes(&mut self, setting: &mut Setting<bool>);
    fn count(&mut self, setting: &mut Setting<u32>);
    fn limit(&mut self, setting: &mut Setting<Limit>);
    fn number(&mut self, setting: &mut Setting<Hundredths>);
}

impl Plan {
    /// Passes every one of them by, in the order written.
    pub(crate) fn settle(&mut self, by: &mut impl Settle) {
        self.duties_mut()
            .into_iter()
            .for_each(|duty| by.yes(&mut duty.active));
        self.chains
            .iter_mut()
            .for_each(|chain| by.yes(&mut chain.active));
        let recurring = self.meetings.iter_mut().chain(&mut self.activities);
        recurring.for_each(|of| settle_cadence(&mut of.cadence, by));
        for task in &mut self.tasks {
            settle_due(&mut task.due, by);
        }
        for Document { cadence, due, .. } in &mut self.documents {
            cadence.iter_mut().for_each(|of| settle_cadence(of, by));
            due.iter_mut().for_each(|due| settle_due(due, by));
        }
        for coverage in &mut self.coverage {
            coverage.due.iter_mut().for_each(|due| settle_due(due, by));
        }
        let cadences = self.rosters.iter_mut().filter_map(|r| r.cadence.as_mut());
        cadences.for_each(|cadence| settle_cadence(cadence, by));
        for response in self.incidents.iter_mut().flat_map(|of| &mut of.respond) {
            by.yes(&mut response.active);
            by.limit(&mut response.within);
        }
        for each in &mut self.each_needs {
            each.within.iter_mut().for_each(|within| by.limit(within));
        }
        for indicator in &mut self.indicators {
            let target = indicator.target.iter_mut();
            target.for_each(|target| by.number(target));
        }
        for step in self.ladders.iter_mut().flat_map(|of| &mut of.steps) {
            step.window.iter_mut().for_each(|window| by.limit(window));
        }
    }

    /// The same as [`Plan::duties`], to be changed.
    pub(crate) fn duties_mut(&mut self) -> Vec<&mut Duty> {
        let recurring = self.meetings.iter_mut().chain(&mut self.activities);
        let mut all: Vec<&mut Duty> = recurring.map(|d| &mut d.duty).collect();
        all.extend(self.tasks.iter_mut().map(|d| &mut d.duty));
        all.extend(self.documents.iter_mut().map(|d| &mut d.duty));
        all.extend(self.coverage.iter_mut().map(|d| &mut d.duty));
        all.extend(self.rosters.iter_mut().map(|d| &mut d.duty));
        all.extend(self.each_needs.iter_mut().map(|d| &mut d.duty));
        all.extend(self.rewards.iter_mut().map(|d| &mut d.duty));
        all.extend(self.rules.iter_mut().map(|d| &mut d.duty));
        all.extend(self.plugins.iter_mut().map(|d| &mut d.duty));
        all.extend(self.vetoes.iter_mut().map(|d| &mut d.duty));
        all.extend(self.ladders.iter_mut().map(|d| &mut d.duty));
        all.extend(self.scorecards.iter_mut().map(|d| &mut d.duty));
        all
    }
}

fn settle_cadence(cadence: &mut Cadence, by: &mut impl Settle) {
    cadence.at_least.iter_mut().for_each(|n| by.count(n));
}

fn settle_due(due: &mut Due, by: &mut impl Settle) {
    due.within.iter_mut().for_each(|within| by.limit(within));
}
