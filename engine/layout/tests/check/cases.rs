//! Every case says what it says it does, and every rule is seen kept and broken.

use std::collections::BTreeSet;

use luoshi_layout::{Report, check, rules};
use luoshi_plan::model::DocumentForm;

use crate::case::{Case, all};

fn report(case: &Case) -> Report {
    check(&case.docx(), None).unwrap_or_else(|fault| panic!("{}: {fault:?}", case.name))
}

fn broken(report: &Report) -> BTreeSet<&str> {
    report.deviations.iter().map(|d| d.rule).collect()
}

fn problem(case: &Case) -> Option<String> {
    let report = report(case);
    let wanted: BTreeSet<&str> = case.breaks.iter().map(String::as_str).collect();
    let undecided: BTreeSet<&str> = report.undecided.iter().map(|u| u.rule).collect();
    let kept: BTreeSet<&str> = report.kept.iter().copied().collect();
    let found = broken(&report);
    let form = report.form.map(|form| match form {
        DocumentForm::Official => "official",
        DocumentForm::Letter => "letter",
        DocumentForm::Minutes => "minutes",
        DocumentForm::Working => "working",
    });
    let lacks = |of: &BTreeSet<&str>, wanted: &[String]| -> Vec<String> {
        wanted
            .iter()
            .filter(|rule| !of.contains(rule.as_str()))
            .cloned()
            .collect()
    };
    let mut told = Vec::new();
    if found != wanted {
        let details: Vec<_> = report
            .deviations
            .iter()
            .filter(|d| !wanted.contains(d.rule))
            .collect();
        told.push(format!("breaks {found:?}, not {wanted:?}: {details:#?}"));
    }
    told.extend(
        Some(lacks(&undecided, &case.undecided))
            .filter(|l| !l.is_empty())
            .map(|l| format!("tells {l:?}")),
    );
    told.extend(
        Some(lacks(&kept, &case.keeps))
            .filter(|l| !l.is_empty())
            .map(|l| format!("does not keep {l:?}")),
    );
    for rule in &case.silent {
        let rule = rule.as_str();
        if found.contains(rule) || undecided.contains(rule) || kept.contains(rule) {
            told.push(format!("is not silent on {rule}"));
        }
    }
    if case.form.is_some() && case.form.as_deref() != form {
        told.push(format!("is taken for {form:?}"));
    }
    (!told.is_empty()).then(|| format!("{}: {}", case.name, told.join("; ")))
}

#[test]
fn every_case_breaks_what_it_says_and_nothing_else() {
    let problems: Vec<String> = all().iter().filter_map(problem).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_rule_has_a_case_that_keeps_it_and_one_that_breaks_it() {
    let (mut kept, mut seen_broken) = (BTreeSet::new(), BTreeSet::new());
    for case in all() {
        let report = report(&case);
        kept.extend(report.kept.iter().copied());
        seen_broken.extend(report.deviations.iter().map(|d| d.rule));
    }
    let lacking: Vec<String> = rules()
        .filter_map(
            |rule| match (kept.contains(rule.id), seen_broken.contains(rule.id)) {
                (true, true) => None,
                (keeps, breaks) => Some(format!("{} kept: {keeps}, broken: {breaks}", rule.id)),
            },
        )
        .collect();
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
}

#[test]
fn names_of_cases_and_ids_of_rules_are_used_once() {
    let names: Vec<String> = all().into_iter().map(|case| case.name).collect();
    let once: BTreeSet<&String> = names.iter().collect();
    assert_eq!(once.len(), names.len());
    let ids: BTreeSet<&str> = rules().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), rules().count());
}
