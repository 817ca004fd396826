//! What was found, for people.

mod analysis;
mod bounds;
mod example;
mod survey;

use luoshi_diagnostics::{Arg, Messages};

use crate::compare::Analysis;
use crate::relation::Relation;
use crate::survey::{Survey, Versions};

/// Two rules, or one.
#[must_use]
pub fn analysis_text(analysis: &Analysis, words: Messages) -> String {
    let mut writer = Writer::new(words);
    writer.analysis(analysis);
    writer.out
}

/// All rules of a plan.
#[must_use]
pub fn survey_text(survey: &Survey, words: Messages) -> String {
    let mut writer = Writer::new(words);
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
    let mut writer = Writer::new(words);
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

/// Writes lines of the catalogue.
struct Writer {
    words: Messages,
    out: String,
}

impl Writer {
    fn new(words: Messages) -> Writer {
        Writer {
            words,
            out: String::new(),
        }
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

    fn say<const N: usize>(&self, key: &str, args: [(&'static str, Arg); N]) -> String {
        self.words.text(key, &args.into())
    }
}

fn number(count: usize) -> Arg {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}
