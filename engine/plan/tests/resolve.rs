//! What resolving makes of packages and plans.

use luoshi_diagnostics::{Lang, Messages, Sources, render_text};
use luoshi_plan::{Folder, Plan, PlanFile, parse, resolve};

const HEAD: &str = "luoshi: 1
plan: { id: p, title: 计划, issuer: 综治办, issued: 2012-05-10 }
period: { from: 2012-05-10, to: 2012-12-31 }
jurisdiction: { code: PT, name: 坪塘镇, level: township }
";

fn folder(name: &str, texts: &[(&str, String)], sources: &mut Sources) -> PlanFile {
    let texts = texts
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.clone()));
    let folder = Folder {
        name: name.to_owned(),
        texts: texts.collect(),
    };
    parse(&folder, sources)
}

/// Resolves a plan on one package; both must be without a mistake.
#[track_caller]
fn resolved(package: &str, plan: &str) -> Plan {
    let mut sources = Sources::default();
    let head =
        "luoshi: 1\npackage: { name: county/base, version: 1.2, publisher: 县综治委, title: 包 }\n";
    let package = folder(
        "county",
        &[("package.yaml", format!("{head}{package}"))],
        &mut sources,
    );
    let extends = "extends: [{ package: county/base, version: ^1.0 }]\n";
    let plan = folder(
        "town",
        &[("plan.yaml", format!("{HEAD}{extends}{plan}"))],
        &mut sources,
    );
    let staged = resolve(&plan, &[package]);
    let text = render_text(&staged.notes, &sources, Messages::of(Lang::En), false);
    staged.value.unwrap_or_else(|| panic!("{text}"))
}

#[test]
fn a_parameter_has_the_value_of_the_plan() {
    let plan = resolved(
        "parameters: [{ id: least, name: 次数, type: integer, default: 1, max: 4 }]
meetings:
  - id: council
    name: 议事例会
    cadence: { every: month, at_least: \"${least}\" }
",
        "set: { least: { value: 2, reason: 加密 } }\n",
    );
    let cadence = plan.content.meetings[0].cadence.get().expect("decided");
    assert_eq!(cadence.at_least, Some(2));
    assert_eq!(plan.parameters[0].value.as_deref(), Some("2"));
    assert_eq!(plan.parameters[0].default.as_deref(), Some("1"));
}
