//! What a plugin found, as people read it and as JSON.

use std::collections::BTreeMap;

use luoshi_calendar::date;
use luoshi_diagnostics::{Arg, Messages};
use luoshi_evidence::Evidence;
use luoshi_plugin::{Answer, Scene, Spent};
use luoshi_plugin_interface::{Days, Description, Finding, Outcome, Scope, fill};
use luoshi_report::{in_language, paragraph, plugin_argument};
use serde_json::{Value, json};

/// Ids of records that are listed for a finding.
const RECORDS_SHOWN: usize = 10;

/// In the order in which they are told: what needs somebody first.
const ORDER: [Outcome; 5] = [
    Outcome::Violated,
    Outcome::Suspect,
    Outcome::Unknown,
    Outcome::NotApplicable,
    Outcome::Met,
];

/// The findings of a run, with what is needed to tell them.
pub(super) struct Told<'t> {
    pub(super) description: &'t Description,
    pub(super) scene: &'t Scene,
    pub(super) evidence: &'t Evidence,
    /// Names of units and roles by their ids.
    pub(super) names: &'t BTreeMap<String, String>,
    pub(super) answers: &'t [Answer],
    pub(super) spent: Spent,
    pub(super) words: Messages,
}

impl Told<'_> {
    pub(super) fn text(&self, verbose: bool, quiet: bool) -> String {
        let mut text = self.headline() + "\n";
        if quiet {
            return text;
        }
        for outcome in ORDER {
            self.group(outcome, &mut text);
        }
        self.silence(&mut text);
        if verbose {
            let args = [
                ("rows", count(self.spent.rows)),
                ("steps", self.spent.steps.to_string().into()),
                ("most", self.spent.steps_at_most.to_string().into()),
            ];
            text += &format!("\n{}\n", self.say("plugin-run-spent", args));
        }
        text
    }

    /// All findings of an outcome.
    fn group(&self, outcome: Outcome, text: &mut String) {
        let of = self.answers.iter().filter(|a| a.finding.outcome == outcome);
        let of: Vec<&Answer> = of.collect();
        if of.is_empty() {
            return;
        }
        let name = self.words.word(&format!("status-{}", outcome.word()));
        let args = [("outcome", name.into()), ("count", count(of.len()))];
        *text += &format!("\n{}\n", self.say("plugin-run-group", args));
        if outcome == Outcome::Suspect {
            paragraph(text, "  ", 2, &self.words.word("suspects-only"));
        }
        for answer in of {
            self.finding(answer, text);
        }
    }

    fn silence(&self, text: &mut String) {
        let silent = self.silent();
        if silent.is_empty() {
            return;
        }
        let list = self.some(&silent, "plugin-run-more-subjects");
        let args = [("count", count(silent.len())), ("list", list.into())];
        *text += "\n";
        paragraph(text, "", 0, &self.say("plugin-run-silent", args));
    }

    /// Which plugin, as of which day, and how many findings of each outcome.
    fn headline(&self) -> String {
        let counted = ORDER.into_iter().filter_map(|outcome| {
            let of = self.answers.iter();
            let of = of.filter(|a| a.finding.outcome == outcome).count();
            let name = self.words.word(&format!("status-{}", outcome.word()));
            let args = [("outcome", name.into()), ("count", count(of))];
            (of > 0).then(|| self.say("plugin-run-count", args))
        });
        let counts = self.words.list(&counted.collect::<Vec<_>>());
        let counts = if counts.is_empty() {
            self.words.word("plugin-run-nothing")
        } else {
            counts
        };
        let args = [
            (
                "title",
                in_language(&self.description.title, self.words).into(),
            ),
            ("id", self.description.id.as_str().into()),
            ("version", self.description.version.as_str().into()),
            ("as_of", day(self.scene.as_of).into()),
            ("counts", counts.into()),
        ];
        self.say("plugin-run-head", args)
    }

    fn finding(&self, answer: &Answer, text: &mut String) {
        let finding = &answer.finding;
        let mut about = match self.about(finding) {
            Some((id, name)) => self.named(&id, &name),
            None => self.words.word("plugin-run-township"),
        };
        if let Some(Days { first, last }) = finding.period {
            let args = [("from", day(first).into()), ("to", day(last).into())];
            about += &self.say("plugin-run-period", args);
        }
        let args = [
            ("about", about.into()),
            ("text", self.message(finding).into()),
        ];
        paragraph(text, "  * ", 4, &self.say("plugin-run-finding", args));
        if !answer.records.is_empty() {
            let list = self.some(&self.records(answer), "plugin-run-more-records");
            paragraph(
                text,
                "    ",
                4,
                &self.say("plugin-run-records", [("list", list.into())]),
            );
        }
    }

    /// The first of many names, and how many more there are.
    fn some(&self, names: &[String], key: &str) -> String {
        let (shown, more) = names.split_at(names.len().min(RECORDS_SHOWN));
        let list = self.words.list(shown);
        match more.len() {
            0 => list,
            more => self.say(key, [("list", list.into()), ("count", count(more))]),
        }
    }

    fn records(&self, answer: &Answer) -> Vec<String> {
        let ids = answer.records.iter();
        ids.map(|id| self.evidence.ids.text(*id).to_owned())
            .collect()
    }

    /// What a finding says, in the reader's language.
    fn message(&self, finding: &Finding) -> String {
        let mut messages = self.description.messages.iter();
        let message = messages.find(|message| message.id == finding.message);
        message.map_or_else(String::new, |message| {
            fill(
                in_language(&message.text, self.words),
                &finding.arguments,
                plugin_argument,
            )
        })
    }

    /// Id and name of what a finding is about; none for the township.
    fn about(&self, finding: &Finding) -> Option<(String, String)> {
        let row = finding.about? as usize;
        match self.description.scope {
            Scope::Township => None,
            Scope::Subjects => self
                .scene
                .subjects
                .get(row)
                .map(|s| (s.id.clone(), s.name.clone())),
            Scope::Actors => self.scene.actors.get(row).map(|actor| {
                let name = self.names.get(&actor.id).unwrap_or(&actor.id);
                (actor.id.clone(), name.clone())
            }),
        }
    }

    fn named(&self, id: &str, name: &str) -> String {
        if id == name {
            return id.to_owned();
        }
        self.say(
            "plugin-run-named",
            [("id", id.into()), ("name", name.into())],
        )
    }

    /// Subjects about which it says nothing, where it should say something about each.
    fn silent(&self) -> Vec<String> {
        if self.description.scope != Scope::Subjects {
            return Vec::new();
        }
        let subjects = (0..).zip(&self.scene.subjects);
        let untold = subjects.filter(|(row, _)| {
            let mut answers = self.answers.iter();
            !answers.any(|answer| answer.finding.about == Some(*row))
        });
        untold
            .map(|(_, subject)| self.named(&subject.id, &subject.name))
            .collect()
    }

    fn say<const N: usize>(&self, key: &str, args: [(&'static str, Arg); N]) -> String {
        self.words.text(key, &args.into())
    }

    pub(super) fn json(&self) -> Value {
        let finding = |answer: &Answer| {
            let finding = &answer.finding;
            let about = self.about(finding);
            json!({
                "about": about.map(|(id, name)| json!({ "id": id, "name": name })),
                "period": finding.period.map(|days| {
                    json!({ "from": day(days.first), "to": day(days.last) })
                }),
                "outcome": finding.outcome.word(),
                "figure": finding.figure,
                "message": finding.message,
                "text": self.message(finding),
                "records": self.records(answer),
            })
        };
        json!({
            "version": 1,
            "plugin": { "id": self.description.id, "version": self.description.version },
            "as_of": day(self.scene.as_of),
            "rows": self.spent.rows,
            "steps": self.spent.steps,
            "findings": self.answers.iter().map(finding).collect::<Vec<_>>(),
            "silent": self.silent(),
        })
    }
}

fn count(of: usize) -> Arg {
    Arg::Number(i64::try_from(of).unwrap_or(i64::MAX))
}

fn day(number: i32) -> String {
    date(number).map_or_else(|| number.to_string(), |day| day.to_string())
}
