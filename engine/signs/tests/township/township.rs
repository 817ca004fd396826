//! A small township for the tests: its plan, and ledgers of a few lines.
#![allow(dead_code, reason = "each test file uses a part of it")]

use jiff::civil::date;
use luoshi_diagnostics::{Lang, Messages, Sources, render_text};
use luoshi_evidence::{Evidence, Record, read_jsonl, read_records};
use luoshi_plan::{Folder, Plan, parse, resolve};
use luoshi_signs::{Details, Files, Given, Indication, Limits, Sign, signs};

const PLAN: &str = "
luoshi: 1
plan: { id: toy, title: 演练方案, issuer: 综治办, issued: 2012-01-01 }
period: { from: 2012-01-01, to: 2012-12-31 }
jurisdiction: { code: TT, name: 演练镇, level: township }
units: [ { id: office, name: 综治办 } ]
roles:
  - { id: director, name: 综治办主任, unit: office }
  - { id: leader, name: 包村领导, for_each: villages, answers_to: director }
persons:
  - { staff: T001, unit: office }
  - { staff: T002, unit: office }
  - { staff: T003, unit: office }
  - { staff: T004, unit: office }
holders:
  - { role: director, person: T001, to: 2012-06-30 }
  - { role: director, person: T002, from: 2012-08-01 }
  - { role: leader, subject: v1, person: T003 }
subjects:
  - id: villages
    name: 村
    members:
      - { id: v1, name: 东风村 }
      - { id: v2, name: 红旗村 }
      - { id: v3, name: 前进村 }
      - { id: v4, name: 胜利村 }
      - { id: v5, name: 新民村 }
  - id: groups
    name: 组
    members: [ { id: g1, name: 东风村一组, lies_in: v1 } ]
meetings:
  - { id: council, name: 例会, responsible: director, cadence: { every: month, at_least: 1 } }
activities:
  - { id: visit, name: 走访, responsible: director, for_each: villages, cadence: { every: month, at_least: 1 } }
  - { id: watch, name: 守夜, responsible: director, for_each: villages, evidence: shift,
      cadence: { every: month, at_least: 1 } }
";

pub(crate) fn plan() -> Plan {
    let folder = Folder {
        name: "toy".to_owned(),
        texts: vec![("plan.yaml".to_owned(), PLAN.to_owned())],
        ..Folder::default()
    };
    let mut sources = Sources::default();
    let file = parse(&folder, &mut sources);
    let staged = resolve(&file, &[]);
    let text = render_text(&staged.notes, &sources, Messages::of(Lang::En), false);
    staged.value.unwrap_or_else(|| panic!("{text}"))
}

pub(crate) struct Ledger {
    pub(crate) evidence: Evidence,
    pub(crate) records: Vec<Record>,
}

/// A ledger of lines of JSON, without braces and ids; the id of each is its number.
#[track_caller]
pub(crate) fn ledger<'l>(lines: impl IntoIterator<Item = &'l str>) -> Ledger {
    let line = |(number, line): (usize, &str)| match line.contains("\"id\"") {
        true => format!("{{{line}}}\n"),
        false => format!("{{\"id\":\"r{number}\",{line}}}\n"),
    };
    let text: String = (1..).zip(lines).map(line).collect();
    let mut sources = Sources::default();
    let file = sources.add("evidence.jsonl", &text);
    let staged = read_jsonl(&text, file, date(2012, 12, 31));
    let shown = render_text(&staged.notes, &sources, Messages::of(Lang::En), false);
    assert!(staged.notes.is_empty(), "{shown}");
    Ledger {
        evidence: staged.value.expect("evidence"),
        records: read_records(&text, file).value.expect("records"),
    }
}

pub(crate) fn look(
    ledger: &Ledger,
    files: Option<&Files>,
    set: &[(&str, &str)],
) -> Vec<Indication> {
    let pairs: Vec<_> = set
        .iter()
        .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
        .collect();
    let plan = plan();
    signs(Given {
        plan: &plan,
        evidence: &ledger.evidence,
        as_of: date(2012, 12, 31),
        details: Some(&Details::of(&ledger.records)),
        files,
        limits: &Limits::set(&pairs).expect("limits"),
    })
}

/// The indications of a sign.
pub(crate) fn of(found: &[Indication], sign: Sign) -> Vec<&Indication> {
    found.iter().filter(|i| i.sign == sign).collect()
}

/// The ids of the indications of a ledger.
#[track_caller]
pub(crate) fn ids<'l>(lines: impl IntoIterator<Item = &'l str>) -> Vec<String> {
    let found = look(&ledger(lines), None, &[]);
    found.into_iter().map(|i| i.id).collect()
}
