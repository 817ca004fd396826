//! What was found, for people.

use luoshi_diagnostics::{Arg, Messages};
use luoshi_rules::{Count, Outcome};

use crate::compare::{Analysis, Example, Named};
use crate::criterion::Section;
use crate::explore::Reach;
use crate::facts::{Fact, Place};
use crate::json::word;
use crate::ledger::Ledger;
use crate::relation::{Habit, Relation};
use crate::survey::{Survey, Versions};

/// Writes lines of the catalogue.
struct Writer {
    words: Messages,
    out: String,
}

impl Writer {
    fn say<const N: usize>(&self, key: &str, args: [(&'static str, Arg); N]) -> String {
        self.words.text(key, &args.into())
    }

    fn line<const N: usize>(&mut self, indent: usize, key: &str, args: [(&'static str, Arg); N]) {
        let text = self.say(key, args);
        self.plain(indent, &text);
    }

    fn plain(&mut self, indent: usize, text: &str) {
        self.out.push_str(&" ".repeat(indent));
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn gap(&mut self) {
        self.out.push('\n');
    }
}

/// Two rules, or one.
#[must_use]
pub fn analysis_text(analysis: &Analysis, words: Messages) -> String {
    let mut writer = Writer {
        words,
        out: String::new(),
    };
    writer.analysis(analysis);
    writer.out
}

/// All rules of a plan.
#[must_use]
pub fn survey_text(survey: &Survey, words: Messages) -> String {
    let mut writer = Writer {
        words,
        out: String::new(),
    };
    let rules = number(survey.alone.len() + survey.for_nobody.len());
    writer.line(0, "analysis-survey", [("rules", rules)]);
    for rule in &survey.for_nobody {
        let text = writer.named(rule);
        writer.line(2, "analysis-for-nobody", [("rule", text.into())]);
    }
    for analysis in &survey.alone {
        let text = writer.named(&analysis.rules[0]);
        let habit = writer.habit(analysis, 0);
        writer.line(
            2,
            "analysis-rule-line",
            [("rule", text.into()), ("habit", habit.into())],
        );
    }
    writer.gap();
    writer.pairs(&survey.pairs);
    writer.gap();
    writer.bounds(survey.alone.iter().chain(&survey.pairs));
    writer.out
}

/// Two versions of a plan.
#[must_use]
pub fn versions_text(versions: &Versions, words: Messages) -> String {
    let mut writer = Writer {
        words,
        out: String::new(),
    };
    let lists = [
        ("analysis-first-alone", &versions.first_alone),
        ("analysis-second-alone", &versions.second_alone),
        ("analysis-apart", &versions.apart),
    ];
    for (key, rules) in lists {
        for rule in rules {
            let text = writer.named(rule);
            writer.line(0, key, [("rule", text.into())]);
        }
    }
    let same = |a: &&Analysis| a.is_proved() && a.relation() == Relation::Equal;
    for analysis in versions.both.iter().filter(same) {
        let text = writer.named(&analysis.rules[0]);
        writer.line(0, "analysis-version-same", [("rule", text.into())]);
    }
    for analysis in versions.both.iter().filter(|a| !same(a)) {
        if !writer.out.is_empty() {
            writer.gap();
        }
        writer.analysis(analysis);
    }
    writer.out
}

fn number(count: usize) -> Arg {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

fn is_sanction(rule: &Named) -> bool {
    rule.section != Section::Rule
}

const OUTCOMES: [Outcome; 3] = [Outcome::Holds, Outcome::Violated, Outcome::Unknown];

impl Writer {
    fn analysis(&mut self, analysis: &Analysis) {
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

    fn named(&self, rule: &Named) -> String {
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

    fn relation(&self, analysis: &Analysis) -> String {
        let key = format!("analysis-relation-{}", analysis.relation().word());
        self.as_far_as(analysis, analysis.relation() == Relation::Differ, &key)
    }

    fn habit(&self, analysis: &Analysis, rule: usize) -> String {
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

    fn outcome(&self, outcome: Outcome) -> String {
        self.words
            .word(&format!("analysis-outcome-{}", word(outcome)))
    }

    fn example(&mut self, at: usize, end: &[Outcome], example: &Example, analysis: &Analysis) {
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

    fn called(&self, analysis: &Analysis, id: &str) -> String {
        let name = analysis.called.get(id).filter(|name| *name != id);
        match name {
            Some(name) => self.say(
                "analysis-called",
                [("name", name.as_str().into()), ("id", id.into())],
            ),
            None if id == crate::fragment::EXAMPLE => self.words.word("analysis-any-subject"),
            None => id.to_owned(),
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

    /// The pairs of a survey; those that merely differ together, for they are as they should be.
    fn pairs(&mut self, pairs: &[Analysis]) {
        if pairs.is_empty() {
            self.line(0, "analysis-pairs-none", []);
            return;
        }
        self.line(0, "analysis-pairs", [("pairs", number(pairs.len()))]);
        let ids = |analysis: &Analysis| {
            let [first, second] = [0, 1].map(|at| Arg::from(analysis.rules[at].id.as_str()));
            [("first", first), ("second", second)]
        };
        let (differ, others): (Vec<&Analysis>, Vec<&Analysis>) =
            pairs.iter().partition(|a| a.relation() == Relation::Differ);
        for analysis in others {
            let [first, second] = ids(analysis);
            let relation = self.relation(analysis).into();
            self.line(
                2,
                "analysis-pair-line",
                [first, second, ("relation", relation)],
            );
        }
        if !differ.is_empty() {
            let names = differ
                .iter()
                .map(|a| self.say("analysis-pair-names", ids(a)));
            let names: Vec<String> = names.collect();
            let args = [("pairs", number(differ.len())), ("names", names.into())];
            self.line(2, "analysis-pairs-differ", args);
        }
    }

    /// What the answers do not cover.
    fn bounds<'a>(&mut self, of: impl Iterator<Item = &'a Analysis> + Clone) {
        self.line(0, "analysis-bounds", []);
        let any = |is: &dyn Fn(&Analysis) -> bool| of.clone().any(is);
        let speaks = |is: fn(&Fact) -> bool| any(&|a: &Analysis| a.facts.iter().any(is));
        let figure = |fact: &Fact| {
            matches!(
                fact,
                Fact::Count {
                    count: Count::Figure,
                    ..
                }
            )
        };
        let further = |fact: &Fact| matches!(fact, Fact::Further { .. });
        let lines = [
            (
                "analysis-bound-sanctions",
                any(&|a| a.rules.iter().any(is_sanction)),
            ),
            ("analysis-bound-counts", true),
            ("analysis-bound-versions", any(&|a| a.versions)),
            ("analysis-bound-package", any(&|a| a.package)),
            ("analysis-bound-parameters", !any(&|a| a.all_parameters)),
            ("analysis-bound-range", any(&|a| a.all_parameters)),
            ("analysis-bound-subject", any(&|a| a.subject_read)),
            ("analysis-bound-figure", speaks(figure)),
            ("analysis-bound-further", speaks(further)),
            ("analysis-bound-proof", any(&|a| !a.is_proved())),
        ];
        for (key, said) in lines {
            if said {
                self.line(2, key, []);
            }
        }
    }
}
