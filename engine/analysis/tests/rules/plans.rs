//! Plans that tests write down, and their ledgers judged by the engine.

use jiff::civil::Date;
use luoshi_analysis::{
    Analysis, Effort, Example, Examples, Refused, Rule, Settings, Source, analyse, declared,
    furnished,
};
use luoshi_diagnostics::{Code, Lang, Messages, Sources, render_text};
use luoshi_evidence::Builder;
use luoshi_plan::model::Parameter;
use luoshi_plan::{Folder, Plan, package_as_plan, parse, resolve};
use luoshi_rules::{Detail, Outcome, Plugins, Status, compile, evaluate, judge};

pub(crate) struct Written {
    pub(crate) plan: Plan,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) package: bool,
}

/// What every plan of these tests has: two villages, duties with and without subjects, incidents.
const COMMON: &str = r#"
luoshi: 1
plan: { id: case, title: 测试方案, issuer: 测试, issued: 2012-01-01 }
period: { from: 2012-01-01, to: 2012-12-31 }
jurisdiction: { code: T, name: 测试镇, level: township }
subjects: [{ id: villages, name: 行政村, members: [{ id: v1, name: 东风村 }, { id: v2, name: 河西村 }] }]
parameters:
  - { id: tolerated, name: 容忍次数, type: integer, default: 1, min: 0, max: 3 }
  - { id: open, name: 待定, type: integer, min: 0, max: 3 }
meetings: [{ id: council, name: 议事例会, cadence: { every: month, at_least: 1 } }]
activities:
  - { id: visit, name: 查访, for_each: [villages], cadence: { every: month, at_least: 1, grace: 3 } }
  - { id: watch, name: 守夜, for_each: [villages], evidence: shift, cadence: { every: month, at_least: 2 } }
tasks:
  - { id: survey, name: 摸底, for_each: [villages], due: { date: 2012-03-01 } }
incidents:
  - { id: theft, name: 偷牛盗马, respond: [{ id: exchange, name: 互通, within: 24h }] }
  - { id: burglary, name: 入室盗窃 }
"#;

pub(crate) fn written(more: &str) -> Written {
    plan_of(&format!("{COMMON}\n{more}"))
}

pub(crate) fn plan_of(text: &str) -> Written {
    let mut sources = Sources::default();
    let folder = Folder {
        name: "case".to_owned(),
        texts: vec![("plan.yaml".to_owned(), text.to_owned())],
        ..Folder::default()
    };
    let file = parse(&folder, &mut sources);
    let package = text.contains("\npackage:");
    let staged = if package {
        let day = jiff::civil::date(2012, 1, 1);
        package_as_plan(&file, &[], day)
    } else {
        resolve(&file, &[])
    };
    let shown = render_text(&staged.notes, &sources, Messages::of(Lang::En), false);
    let plan = staged.value.unwrap_or_else(|| panic!("{shown}"));
    let mut notes = compile(&plan, plan.span.to, Plugins::none()).notes;
    // One rule asks for another, which cannot be compared.
    notes.retain(|note| note.code != Code::ScriptAsksLater);
    assert!(notes.is_empty(), "{notes:?}");
    Written {
        plan: if package { furnished(plan) } else { plan },
        parameters: declared(&file, &[]),
        package,
    }
}

impl Written {
    pub(crate) fn source(&self) -> Source<'_> {
        Source {
            plan: &self.plan,
            parameters: &self.parameters,
            package: self.package,
        }
    }

    pub(crate) fn rule<'w>(&'w self, id: &'w str) -> Rule<'w> {
        Rule {
            source: self.source(),
            id,
        }
    }

    pub(crate) fn compare(&self, first: &str, second: &str) -> Result<Analysis, Refused> {
        analyse(&[self.rule(first), self.rule(second)], settings())
    }
}

pub(crate) fn settings() -> Settings {
    Settings {
        effort: Effort::default(),
        all_parameters: false,
        examples: Examples::Ledgers,
    }
}

/// What a rule comes to when the ledger of an example is judged under the plan as it is.
pub(crate) fn judged(plan: &Plan, rule: &str, example: &Example) -> Option<Outcome> {
    let ledger = example.ledger.as_ref().ok()?;
    judged_as(plan, rule, ledger, example.subject.as_deref())
}

pub(crate) fn judged_as(
    plan: &Plan,
    rule: &str,
    ledger: &luoshi_analysis::Ledger,
    subject: Option<&str>,
) -> Option<Outcome> {
    let as_of: Date = ledger.as_of;
    let mut builder = Builder::new(as_of);
    ledger
        .records
        .iter()
        .for_each(|record| builder.push(record));
    let evidence = builder.finish().value.expect("records fit together");
    let program = compile(plan, as_of, Plugins::none())
        .value
        .expect("it compiles");
    let facts = evaluate(&program, &evidence, Detail::Evidence);
    let assessment = judge(&program, &evidence, &facts);
    let of = assessment.findings.iter().find(|finding| {
        let at = finding.subject.as_ref().map(|s| s.id.as_str());
        assessment.duties[finding.duty].id == rule && (at.is_none() || at == subject)
    })?;
    Some(match of.status {
        Status::Met | Status::NotApplicable => Outcome::Holds,
        Status::Violated => Outcome::Violated,
        _ => Outcome::Unknown,
    })
}
