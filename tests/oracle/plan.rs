//! Plans of this test: written as YAML for the engine, and read by the oracle as they are.
//!
//! A key that is not here is at its default. JSON is YAML, so a plan is written by `serde_json`.

mod event;
mod number;
mod people;
mod plugin;
mod rule;
mod sanction;
mod setting;

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

/// What every duty says.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Duty {
    pub(crate) id: String,
    pub(crate) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) responsible: Option<&'static str>,
    #[serde(skip_serializing_if = "Setting::is_plain")]
    pub(crate) active: Setting<bool>,
    /// Whether a plan may disable it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) optional: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) for_each: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) period: Option<Term>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) waivable: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) waived_by: Vec<Body>,
    pub(crate) severity: &'static str,
}

impl Duty {
    /// With nothing but a name.
    pub(crate) fn plain(id: &str, severity: &'static str) -> Duty {
        Duty {
            id: id.to_owned(),
            name: id.to_owned(),
            responsible: None,
            active: Setting::Is(true),
            optional: false,
            for_each: Vec::new(),
            period: None,
            waivable: None,
            waived_by: Vec::new(),
            severity,
        }
    }
}

/// A meeting, which is proved by `meeting`, or an activity.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Recurring {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    pub(crate) cadence: Cadence,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) evidence: Option<&'static str>,
    /// Of a meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) convenor: Option<&'static str>,
    /// Marks that a meeting must have.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) produces: Vec<&'static str>,
    /// What the record of an activity must have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) requires: Option<Requires>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) expected: Option<u32>,
    /// Who should attend, one person each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) attendees: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) quorum: Option<&'static str>,
    /// One of these is enough.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) by_any_of: Vec<&'static str>,
    /// Each of these for itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) by_all_of: Vec<&'static str>,
    /// All of these in one record.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) jointly_by: Vec<&'static str>,
    /// Other meetings that a record of this one counts for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) serves_also: Vec<String>,
    pub(crate) defective: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Requires {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) marks: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) status: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) quantity: Option<Hundredths>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Cadence {
    pub(crate) every: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) at_least: Option<Setting<u32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) exactly: Option<u32>,
    pub(crate) partial: &'static str,
    pub(crate) grace: u32,
    pub(crate) hand_in: u32,
    pub(crate) closes: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Task {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    pub(crate) due: Due,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) after: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) evidence: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) requires: Option<Requires>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) grace: Option<u32>,
}

/// A paper: in every period, or once.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Document {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cadence: Option<Cadence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) due: Option<Due>,
    pub(crate) evidence: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) requires: Option<Requires>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Due {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) within: Option<Setting<Limit>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) after: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    Hours(u32),
    Days(u32),
    Workdays(u32),
    Months(u32),
}

impl Serialize for Limit {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&match self {
            Limit::Hours(n) => format!("{n}h"),
            Limit::Days(n) => format!("{n}d"),
            Limit::Workdays(n) => format!("{n}wd"),
            Limit::Months(n) => format!("{n}mo"),
        })
    }
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Coverage {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    pub(crate) target: String,
    #[serde(skip)]
    pub(crate) percent: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) due: Option<Due>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) requires: Option<Requires>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) headcount: Option<Headcount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lapses: Option<Lapses>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Headcount {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) at_least: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) exactly: Option<u32>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Lapses {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) status: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) within: Option<Limit>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Roster {
    #[serde(flatten)]
    pub(crate) duty: Duty,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) pool: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cadence: Option<Cadence>,
    pub(crate) crew: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) led_by: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) led_share: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) produces: Vec<&'static str>,
    pub(crate) defective: &'static str,
    pub(crate) absence: Absence,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) refusal: Option<Refusal>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Absence {
    pub(crate) deduct: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cap: Option<&'static str>,
    pub(crate) cap_every: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) fail_after_consecutive: Option<u32>,
    pub(crate) excused_breaks: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) grade: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) applies_to: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) decided_by: Option<Body>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Refusal {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) ineligible: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) head: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) decided_by: Option<Body>,
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
