//! What a plan deviates in from its packages, and what only looks so.

use luoshi_diagnostics::{Lang, Messages, Sources, render_text};
use luoshi_plan::{Change, Folder, Plan, PlanFile, parse, resolve};

const HEAD: &str = "luoshi: 1
plan: { id: p, title: 计划, issuer: 综治办, issued: 2012-05-10 }
period: { from: 2012-05-10, to: 2012-12-31 }
jurisdiction: { code: PT, name: 坪塘镇, level: township }
";

fn folder(name: &str, path: &str, text: String, sources: &mut Sources) -> PlanFile {
    let folder = Folder {
        name: name.to_owned(),
        texts: vec![(path.to_owned(), text)],
        ..Folder::default()
    };
    parse(&folder, sources)
}

/// Resolves a plan on packages, each of which extends the one before it; all must be without a mistake.
#[track_caller]
fn resolved(packages: &[&str], plan: &str) -> Plan {
    let mut sources = Sources::default();
    let mut below = String::new();
    let mut folders = Vec::new();
    for (at, text) in packages.iter().enumerate() {
        let head =
            format!("package: {{ name: p{at}, version: 1.0, publisher: 县综治委, title: 包 }}");
        let text = format!("luoshi: 1\n{head}\n{below}{text}");
        folders.push(folder("package", "package.yaml", text, &mut sources));
        below = format!("extends: [{{ package: p{at} }}]\n");
    }
    let text = format!("{HEAD}{below}{plan}");
    let plan = folder("town", "plan.yaml", text, &mut sources);
    let staged = resolve(&plan, &folders);
    let text = render_text(&staged.notes, &sources, Messages::of(Lang::En), false);
    staged.value.unwrap_or_else(|| panic!("{text}"))
}

#[test]
fn a_parameter_of_the_plan_s_own_is_no_change_of_its_packages() {
    let plan = resolved(
        &[""],
        "parameters:
  - { id: open, name: 未定, type: integer, question: 几次 }
  - { id: given, name: 已定, type: integer, default: 1 }
set: { open: 2, given: 2 }
",
    );
    let changes: Vec<Option<Change>> = plan.parameters.iter().map(|p| p.change).collect();
    assert_eq!(changes, [None, None]);
}

#[test]
fn what_is_written_again_as_it_is_is_nothing_that_the_plan_adds() {
    let package = "units: [{ id: office, name: 综治办 }]
roles: [{ id: director, name: 主任, unit: office }]
subjects: [{ id: villages, name: 村 }]
";
    let plan = resolved(
        &[package],
        "units: [{ id: office, name: 综治办 }]
roles: [{ id: director, name: 主任 }, { id: own, name: 自设 }]
subjects: [{ id: villages, name: 村, members: [{ id: v01, name: 东风村 }] }]
",
    );
    let added = plan.deviations.added.iter();
    let added: Vec<&str> = added.map(|added| added.id.as_str()).collect();
    assert_eq!(added, ["own"]);
    assert!(plan.deviations.redefined.is_empty());
}

#[test]
fn what_a_package_disables_is_no_deviation_of_the_plan() {
    let central = "meetings:
  - { id: one, name: 一, optional: true, cadence: { every: month, at_least: 1 } }
  - { id: two, name: 二, optional: true, cadence: { every: month, at_least: 1 } }
";
    let county = "disable: [{ duty: one, reason: 县里不设 }]\n";
    let plan = resolved(
        &[central, county],
        "disable: [{ duty: two, reason: 镇里不设 }]\n",
    );
    let off = plan.inactive.iter();
    let off: Vec<_> = off
        .map(|o| (o.duty.as_str(), o.reason.as_deref()))
        .collect();
    assert_eq!(off, [("one", Some("县里不设")), ("two", Some("镇里不设"))]);
    assert_eq!(plan.deviations.disabled, ["two"]);
}
