//! Plans of this test: written as YAML for the engine, and read by the oracle as they are.
//!
//! A key that is not here is at its default. JSON is YAML, so a plan is written by `serde_json`.

mod duty;
mod event;
mod number;
mod people;
mod plugin;
mod rule;
mod sanction;
mod setting;

pub(crate) use duty::{
    Absence, Cadence, Coverage, Document, Due, Duty, Headcount, Lapses, Limit, Recurring, Refusal,
    Requires, Roster, Task,
};
pub(crate) use event::{
    Baseline, EachNeeds, Filter, IncidentKind, Indicator, Range, Response, Reward,
};
pub(crate) use number::{Hundredths, whole};
pub(crate) use people::{Chain, Holder, Link, Person, Role, Set, Subject, Unit};
pub(crate) use plugin::{FILE, Plugin, Program, Saying};
pub(crate) use rule::{Comparison, Expression, Fact, Rule};
pub(crate) use sanction::{
    Band, Bonus, Downgrade, Effect, Grade, Item, Ladder, Lapse, Penalty, ReportBack, Scorecard,
    Section, SeverityPoints, Step, Trigger, Veto, When,
};

pub(crate) use setting::{Setting, Settle, parameters, set, values};

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Value, json};

use crate::layers::value::Given;

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Plan {
    pub(crate) luoshi: u32,
    pub(crate) plan: Header,
    pub(crate) period: Term,
    pub(crate) jurisdiction: Value,
    pub(crate) parameters: Value,
    pub(crate) set: Value,
    /// Every parameter with the value in force, if it has one.
    #[serde(skip)]
    pub(crate) values: BTreeMap<&'static str, Option<Given>>,
    /// The duties that are disabled, with the reason.
    #[serde(skip)]
    pub(crate) disabled: BTreeMap<String, &'static str>,
    /// The township's own calendar of a year: days off, and weekend days that are worked.
    #[serde(skip)]
    pub(crate) calendar: BTreeMap<Date, bool>,
    pub(crate) settings: Settings,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) waivers: Option<WaiverRules>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) subjects: Vec<Set>,
    pub(crate) units: Vec<Unit>,
    pub(crate) roles: Vec<Role>,
    pub(crate) persons: Vec<Person>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) holders: Vec<Holder>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) chains: Vec<Chain>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) meetings: Vec<Recurring>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) activities: Vec<Recurring>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) tasks: Vec<Task>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) documents: Vec<Document>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) coverage: Vec<Coverage>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) rosters: Vec<Roster>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) incidents: Vec<IncidentKind>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) each_needs: Vec<EachNeeds>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) rewards: Vec<Reward>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) indicators: Vec<Indicator>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) rules: Vec<Rule>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) plugins: Vec<Plugin>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) penalties: Vec<Penalty>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) vetoes: Vec<Veto>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) ladders: Vec<Ladder>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) scorecards: Vec<Scorecard>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Header {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) issuer: &'static str,
    pub(crate) issued: Date,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Term {
    pub(crate) from: Date,
    pub(crate) to: Date,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Settings {
    pub(crate) due_soon: u32,
    pub(crate) backfill: u32,
    pub(crate) calendar: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct WaiverRules {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) granted_by: Vec<Body>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) at_most: Option<Limit>,
    /// `required` where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<&'static str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Body {
    pub(crate) name: &'static str,
    pub(crate) level: &'static str,
}

pub(crate) fn jurisdiction() -> Value {
    json!({ "code": "T", "name": "测试镇", "level": "township" })
}

/// A calendar of a year as a text of a folder, if there is one.
pub(crate) fn calendar_text(calendar: &BTreeMap<Date, bool>) -> Option<(String, String)> {
    let (first, _) = calendar.first_key_value()?;
    let mut text = "date,kind,name\n".to_owned();
    for (day, off) in calendar {
        let kind = if *off { "holiday" } else { "makeup_workday" };
        text += &format!("{day},{kind},赶集\n");
    }
    Some((format!("calendar/{}.csv", first.year()), text))
}

impl Plan {
    /// What lies in its folder beside it.
    pub(crate) fn others(&self) -> Vec<(String, String)> {
        calendar_text(&self.calendar).into_iter().collect()
    }

    /// The duties that are off, with what cannot stand without them.
    pub(crate) fn off(&self) -> BTreeSet<&str> {
        let mut off: BTreeSet<&str> = self.disabled.keys().map(String::as_str).collect();
        let is = |setting: &Setting<bool>| setting.value() == Some(false);
        off.extend(
            self.duties()
                .iter()
                .filter(|d| is(&d.active))
                .map(|d| d.id.as_str()),
        );
        let responses = self.incidents.iter().flat_map(|kind| &kind.respond);
        off.extend(responses.filter(|r| is(&r.active)).map(|r| r.id.as_str()));
        off.extend(
            self.chains
                .iter()
                .filter(|c| is(&c.active))
                .map(|c| c.id.as_str()),
        );
        // A plugin that is off with its duties may be all that a veto goes by.
        loop {
            let before = off.len();
            let more = self.baseless(&off);
            off.extend(more);
            if off.len() == before {
                return off;
            }
        }
    }

    /// What cannot stand without these.
    fn baseless<'a>(&'a self, off: &BTreeSet<&str>) -> Vec<&'a str> {
        let all = |of: &[String]| !of.is_empty() && of.iter().all(|id| off.contains(id.as_str()));
        let mut more: Vec<&str> = Vec::new();
        for veto in &self.vetoes {
            let lapse = veto.when.lapse.as_ref();
            let rule = veto.when.rule.as_ref();
            let ruled = rule.is_some_and(|rule| off.contains(rule.as_str()));
            let lapsed = lapse.is_some_and(|l| off.contains(l.duty.as_str()));
            if ruled || lapsed || all(&veto.when.failed) {
                more.push(&veto.duty.id);
            }
        }
        let plugins = self.plugins.iter().filter(|p| all(&p.of));
        more.extend(plugins.map(|p| p.duty.id.as_str()));
        let baseless = |l: &&Ladder| l.trigger.incidents.is_empty() && all(&l.trigger.failed);
        let ladders = self.ladders.iter().filter(baseless);
        more.extend(ladders.map(|l| l.duty.id.as_str()));
        more.extend(self.penalties.iter().filter(|p| all(&p.on)).map(|p| p.id));
        more
    }

    /// The sets that a duty is for, in the order named, each subject once.
    pub(crate) fn subjects_of(&self, duty: &Duty) -> Vec<&Subject> {
        self.subjects_in(&duty.for_each)
    }

    /// The subjects of some sets, each once.
    pub(crate) fn subjects_in(&self, sets: &[&str]) -> Vec<&Subject> {
        let mut found: Vec<&Subject> = Vec::new();
        for set in sets {
            for subject in self
                .subjects
                .iter()
                .filter(|s| s.id == *set)
                .flat_map(|s| &s.members)
            {
                if !found.iter().any(|known| known.id == subject.id) {
                    found.push(subject);
                }
            }
        }
        found
    }

    /// Every subject of the plan.
    pub(crate) fn all_subjects(&self) -> impl Iterator<Item = &Subject> {
        self.subjects.iter().flat_map(|set| &set.members)
    }

    /// What every duty says, of each that is written as one.
    pub(crate) fn duties(&self) -> Vec<&Duty> {
        let recurring = self.meetings.iter().chain(&self.activities);
        let mut all: Vec<&Duty> = recurring.map(|d| &d.duty).collect();
        all.extend(self.tasks.iter().map(|d| &d.duty));
        all.extend(self.documents.iter().map(|d| &d.duty));
        all.extend(self.coverage.iter().map(|d| &d.duty));
        all.extend(self.rosters.iter().map(|d| &d.duty));
        all.extend(self.each_needs.iter().map(|d| &d.duty));
        all.extend(self.rewards.iter().map(|d| &d.duty));
        all.extend(self.rules.iter().map(|d| &d.duty));
        all.extend(self.plugins.iter().map(|d| &d.duty));
        all.extend(self.vetoes.iter().map(|d| &d.duty));
        all.extend(self.ladders.iter().map(|d| &d.duty));
        all.extend(self.scorecards.iter().map(|d| &d.duty));
        all
    }

    /// The ids of everything that yields findings.
    pub(crate) fn duty_ids(&self) -> Vec<&str> {
        let mut all: Vec<&str> = self.duties().iter().map(|d| d.id.as_str()).collect();
        let responses = self.incidents.iter().flat_map(|kind| &kind.respond);
        all.extend(responses.map(|response| response.id.as_str()));
        all.extend(self.indicators.iter().map(|d| d.id.as_str()));
        all.extend(self.chains.iter().map(|d| d.id.as_str()));
        all
    }
}
