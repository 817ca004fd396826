//! One example: its facts and its ledger.

use luoshi_diagnostics::Arg;
use luoshi_rules::Outcome;

use crate::compare::{Analysis, Example};
use crate::facts::{Fact, Place};
use crate::fragment::EXAMPLE;
use crate::ledger::Ledger;

use super::{Writer, number};

impl Writer {
    pub(super) fn example(
        &mut self,
        at: usize,
        end: &[Outcome],
        example: &Example,
        analysis: &Analysis,
    ) {
        let keys: &[&str] = match end.len() {
            1 => &["analysis-end-alone"],
            _ => &["analysis-end-first", "analysis-end-second"],
        };
        let ends = keys
            .iter()
            .zip(end)
            .map(|(key, outcome)| self.say(key, [("outcome", self.outcome(*outcome).into())]));
        let ends: Vec<String> = ends.collect();
        self.line(
            0,
            "analysis-example",
            [("number", number(at)), ("ends", ends.into())],
        );
        if let Some(subject) = &example.subject {
            let args = [("subject", self.called(analysis, subject).into())];
            self.line(2, "analysis-subject", args);
        }
        self.facts(example, analysis);
        match &example.ledger {
            Ok(ledger) => self.ledger(ledger, analysis),
            Err(why) => {
                let why = self
                    .words
                    .word(&format!("analysis-no-ledger-{}", why.word()));
                self.line(2, "analysis-no-ledger", [("why", why.into())]);
            }
        }
    }

    /// The facts, as they are in the ledger where there is one.
    fn facts(&mut self, example: &Example, analysis: &Analysis) {
        let facts = match &example.ledger {
            Ok(ledger) => &ledger.facts,
            Err(_) => &example.facts,
        };
        let told: Vec<String> = facts
            .iter()
            .filter(|(fact, value)| *value != 0 || matches!(fact, Fact::Parameter(_)))
            .map(|(fact, value)| self.fact(fact, *value, analysis))
            .collect();
        if told.is_empty() {
            self.line(2, "analysis-no-facts", []);
        } else {
            self.line(2, "analysis-facts", [("facts", told.into())]);
        }
    }

    fn fact(&self, fact: &Fact, value: i64, analysis: &Analysis) -> String {
        let (of, what) = match fact {
            Fact::Parameter(id) => (id, "analysis-count-parameter".to_owned()),
            Fact::Incidents { kind, .. } => (kind, "analysis-count-incidents".to_owned()),
            Fact::Count { duty, count, .. } => (duty, format!("analysis-count-{}", count.word())),
            Fact::Further { of, what } => (of, format!("analysis-further-{}", what.word())),
        };
        let place = match fact {
            Fact::Incidents { place, .. } | Fact::Count { place, .. } => *place,
            Fact::Parameter(_) | Fact::Further { .. } => Place::Here,
        };
        let args = [
            ("of", self.called(analysis, of).into()),
            ("what", self.words.word(&what).into()),
            (
                "place",
                self.words
                    .word(&format!("analysis-place-{}", place.word()))
                    .into(),
            ),
            ("value", Arg::Number(value)),
        ];
        self.say("analysis-fact", args)
    }

    fn called(&self, analysis: &Analysis, id: &str) -> String {
        let name = analysis.called.get(id).filter(|name| *name != id);
        match name {
            Some(name) => self.say(
                "analysis-called",
                [("name", name.as_str().into()), ("id", id.into())],
            ),
            None if id == EXAMPLE => self.words.word("analysis-any-subject"),
            None => id.to_owned(),
        }
    }

    fn ledger(&mut self, ledger: &Ledger, analysis: &Analysis) {
        let list = |ids: &[String]| {
            let called: Vec<String> = ids.iter().map(|id| self.called(analysis, id)).collect();
            Arg::List(called)
        };
        let (duties, subjects) = (list(&ledger.duties), list(&ledger.subjects));
        if !ledger.duties.is_empty() {
            let args = [("duties", duties)];
            self.line(2, "analysis-fragment-duties", args);
        }
        if !ledger.subjects.is_empty() {
            let args = [("subjects", subjects)];
            self.line(2, "analysis-fragment-subjects", args);
        }
        let key = match ledger.records.len() {
            0 => "analysis-ledger-none",
            _ => "analysis-ledger",
        };
        let as_of = ledger.as_of.to_string();
        let args = [
            ("as-of", as_of.into()),
            ("records", number(ledger.records.len())),
        ];
        self.line(2, key, args);
        for record in &ledger.records {
            self.plain(4, &record.to_json());
        }
        let key = match (ledger.whole, analysis.package) {
            (_, true) | (None, false) => return,
            (Some(true), false) => "analysis-whole",
            (Some(false), false) => "analysis-not-whole",
        };
        self.line(2, key, []);
    }
}
