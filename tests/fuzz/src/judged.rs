//! A plan with a rule and a paper, its records, and what is judged of it.

use jiff::civil::Date;
use luoshi_diagnostics::{Note, Sources};
use luoshi_evidence::{Evidence, read_jsonl};
use luoshi_plan::{Folder, Plan, parse, resolve};
use luoshi_rules::{Assessment, Detail, Plugins, compile, evaluate, judge};

use crate::records::AS_OF;

/// Everything that scripts and templates can ask for: subjects, meetings, incidents, parameters, papers.
const PLAN: &str = r#"luoshi: 1
plan: { id: p, title: 计划, issuer: 综治办, issued: 2012-05-10 }
period: { from: 2012-05-10, to: 2012-12-31 }
jurisdiction: { code: PT, name: 坪塘镇, level: township }
parameters: [{ id: tolerated, name: 容忍次数, type: integer, default: 2 }]
subjects: [{ id: villages, name: 村, members: [{ id: v01, name: 东风村 }, { id: v02, name: 红旗村 }] }]
roles: [{ id: secretary, name: 党委书记 }, { id: leader, name: 包村领导 }]
chains: [{ id: contract, name: 包村, links: [{ from: secretary, to: leader }] }]
meetings: [{ id: council, name: 议事例会, responsible: secretary, cadence: { every: month, at_least: 1 } }]
activities: [{ id: visit, name: 走访, for_each: [villages], cadence: { every: quarter, at_least: 1 } }]
documents: [{ id: paper, name: 月报, template: own, cadence: { every: month, at_least: 1 } }]
incidents: [{ id: theft, name: 偷牛盗马 }]
rules: [{ id: rule, name: 规则, script: rule.rhai, for_each: [villages] }]
"#;

const RECORDS: &str = r#"{"id":"r1","kind":"meeting","date":"2012-05-20","duty":"council","quantity":12}
{"id":"r2","kind":"visit","date":"2012-06-02","duty":"visit","subject":"v01","actor":"secretary","note":"走访十户"}
{"id":"r3","kind":"incident","date":"2012-07-07","subject":"v02","status":"theft"}
"#;

/// A plan with its records.
pub(crate) struct Town {
    pub(crate) plan: Plan,
    pub(crate) evidence: Evidence,
    pub(crate) sources: Sources,
    /// What was noticed.
    pub(crate) notes: Vec<Note>,
}

/// The plan with this script and this template; none if they keep it from being one.
pub(crate) fn town(script: &str, template: Option<&str>) -> Option<Town> {
    let mut sources = Sources::default();
    let plan = match template {
        Some(_) => PLAN.to_owned(),
        None => PLAN.replace("template: own, ", ""),
    };
    let mut texts = vec![
        ("plan.yaml".to_owned(), plan),
        ("rules/rule.rhai".to_owned(), script.to_owned()),
    ];
    texts.extend(template.map(|text| ("templates/own.md".to_owned(), text.to_owned())));
    let folder = Folder {
        name: "town".to_owned(),
        texts,
        ..Folder::default()
    };
    let staged = resolve(&parse(&folder, &mut sources), &[]);
    let records = sources.add("evidence.jsonl", RECORDS);
    let evidence = read_jsonl(RECORDS, records, AS_OF).value;
    Some(Town {
        plan: staged.value?,
        evidence: evidence.expect("the records are good"),
        sources,
        notes: staged.notes,
    })
}

impl Town {
    /// What comes of it, and what was noticed of the rules.
    pub(crate) fn judged(&self, as_of: Date) -> (Option<Assessment>, Vec<Note>) {
        let staged = compile(&self.plan, as_of, Plugins::none());
        let assessment = staged.value.map(|program| {
            let facts = evaluate(&program, &self.evidence, Detail::Evidence);
            judge(&program, &self.evidence, &facts)
        });
        (assessment, staged.notes)
    }
}
