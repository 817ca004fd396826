//! Two rules, or one: how they stand to each other, and how far that is shown.

use luoshi_diagnostics::Arg;
use luoshi_rules::Outcome;

use crate::compare::{Analysis, Named};
use crate::explore::Reach;
use crate::json::word;
use crate::relation::{Habit, Relation};

use super::{Writer, number};

const OUTCOMES: [Outcome; 3] = [Outcome::Holds, Outcome::Violated, Outcome::Unknown];

impl Writer {
    pub(super) fn analysis(&mut self, analysis: &Analysis) {
        for (at, rule) in analysis.rules.iter().enumerate() {
            let text = self.named(rule);
            let key = match (analysis.rules.len(), at) {
                (1, _) => "analysis-alone",
                (_, 0) => "analysis-first",
                _ => "analysis-second",
            };
            self.line(0, key, [("rule", text.into())]);
        }
        if analysis.rules.len() == 2 {
            let text = self.relation(analysis);
            self.line(0, "analysis-relation", [("relation", text.into())]);
        }
        for at in 0..analysis.rules.len() {
            if analysis.habit(at) != Habit::Sound {
                let habit = self.habit(analysis, at);
                let rule = analysis.rules[at].id.as_str().into();
                self.line(
                    0,
                    "analysis-rule-line",
                    [("rule", rule), ("habit", habit.into())],
                );
            }
        }
        self.method(analysis);
        if analysis.rules.len() == 2 {
            self.gap();
            self.table(analysis);
        }
        for (number_of, (end, example)) in analysis.examples().enumerate() {
            self.gap();
            self.example(number_of + 1, end, example, analysis);
        }
        self.gap();
        self.bounds(std::iter::once(analysis));
    }

    pub(super) fn named(&self, rule: &Named) -> String {
        let section = self
            .words
            .word(&format!("analysis-section-{}", rule.section.word()));
        let args = [
            ("name", rule.name.as_str().into()),
            ("id", rule.id.as_str().into()),
            ("section", section.into()),
        ];
        self.say("analysis-named", args)
    }

    pub(super) fn relation(&self, analysis: &Analysis) -> String {
        let key = format!("analysis-relation-{}", analysis.relation().word());
        self.as_far_as(analysis, analysis.relation() == Relation::Differ, &key)
    }

    pub(super) fn habit(&self, analysis: &Analysis, rule: usize) -> String {
        let habit = analysis.habit(rule);
        let key = format!("analysis-habit-{}", habit.word());
        self.as_far_as(analysis, habit == Habit::Sound, &key)
    }

    /// A sentence; where it says that something cannot be, and the runs were used up first, with that.
    fn as_far_as(&self, analysis: &Analysis, shown: bool, key: &str) -> String {
        let text = self.words.word(key);
        if shown || analysis.is_proved() {
            text
        } else {
            self.say("analysis-not-proved", [("text", text.into())])
        }
    }

    fn method(&mut self, analysis: &Analysis) {
        let (key, most) = match analysis.reach {
            Reach::All { most } => ("analysis-reach-all", most),
            Reach::Some { most } => ("analysis-reach-some", most),
        };
        let runs = number(analysis.runs);
        self.line(0, key, [("runs", runs), ("most", Arg::Number(most))]);
        if analysis.pinned > 0 {
            let pinned = number(analysis.pinned);
            self.line(0, "analysis-pinned", [("pinned", pinned)]);
        }
    }

    /// Which ends some facts lead to.
    fn table(&mut self, analysis: &Analysis) {
        self.line(0, "analysis-table", []);
        for first in OUTCOMES {
            for second in OUTCOMES {
                let there = analysis.ends.contains_key(&vec![first, second]);
                let unsure = !there && !analysis.is_proved();
                let key = match (there, unsure) {
                    (true, _) => "analysis-can",
                    (false, true) => "analysis-not-found",
                    (false, false) => "analysis-cannot",
                };
                let can = self.words.word(key);
                let [first, second] = [first, second].map(|outcome| self.outcome(outcome).into());
                let args = [("first", first), ("second", second), ("can", can.into())];
                self.line(2, "analysis-table-line", args);
            }
        }
    }

    pub(super) fn outcome(&self, outcome: Outcome) -> String {
        self.words
            .word(&format!("analysis-outcome-{}", word(outcome)))
    }
}
