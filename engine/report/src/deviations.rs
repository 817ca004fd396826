//! What a plan changes of its packages and adds to them, in words: for the report as text and as a
//! page, and for `luoshi tailor`.

use std::collections::BTreeSet;

use luoshi_diagnostics::{Lang, Messages};
use luoshi_plan::{Change, Deviations, Difference, Inactive, ParameterInForce, Redefined, Section};
use luoshi_rules::PackageStamp;

use crate::glossary::Glossary;
use crate::table::paragraph;
use crate::text::{amount, called, in_words, number};

/// The parameters that the plan changed, in the order of their declaration.
pub(crate) fn changed(parameters: &Section<ParameterInForce>) -> Vec<&ParameterInForce> {
    parameters.iter().filter(|p| p.change.is_some()).collect()
}

/// Headings of a table of changed parameters.
pub(crate) fn headings(words: Messages) -> [String; 5] {
    [
        "column-parameter",
        "column-package",
        "column-plan",
        "column-change",
        "column-grounds",
    ]
    .map(|key| words.word(key))
}

/// A changed parameter: its name, from what to what, what kind of change that is, and why.
pub(crate) fn row(words: Messages, parameter: &ParameterInForce) -> [String; 5] {
    let kind = parameter.change.map_or("change-none", key);
    [
        parameter.name.clone(),
        amount(words, parameter, parameter.below.as_deref()),
        amount(words, parameter, parameter.value.as_deref()),
        words.word(kind),
        parameter
            .reason
            .clone()
            .unwrap_or_else(|| words.word("no-reason")),
    ]
}

/// The catalogue key of a kind of change.
pub(crate) fn key(change: Change) -> &'static str {
    match change {
        Change::Decided => "change-decided",
        Change::Stricter => "change-stricter",
        Change::Looser => "change-looser",
        Change::Other => "change-other",
    }
}

/// How many parameters were changed, and in which way.
pub(crate) fn summary(words: Messages, changed: &[&ParameterInForce]) -> String {
    let count = |change| number(changed.iter().filter(|p| p.change == Some(change)).count());
    let args = vec![
        ("count", number(changed.len()).into()),
        ("decided", count(Change::Decided).into()),
        ("stricter", count(Change::Stricter).into()),
        ("looser", count(Change::Looser).into()),
        ("other", count(Change::Other).into()),
    ];
    words.text("deviations-parameters", &args)
}

/// Lines that belong together, under a heading.
pub(crate) type Group = (String, Vec<String>);

/// The packages that the plan was held against; none where it builds on none.
pub(crate) fn packages(words: Messages, packages: &[PackageStamp]) -> Option<Group> {
    let line = |package: &PackageStamp| {
        let args = vec![
            ("package", called(package).into()),
            ("digest", package.digest.as_deref().unwrap_or("none").into()),
        ];
        words.text("deviations-package", &args)
    };
    let lines: Vec<String> = packages.iter().map(line).collect();
    (!lines.is_empty()).then(|| (words.word("deviations-packages"), lines))
}

/// Everything but parameters, group by group; those without a line are left out.
pub(crate) fn groups(
    words: Messages,
    glossary: &Glossary,
    deviations: &Deviations,
    inactive: &Section<Inactive>,
) -> Vec<Group> {
    let redefined = deviations.redefined.iter();
    let planned = deviations.tailored.iter().filter(|t| t.planning);
    let settings = deviations.settings.iter();
    let groups = [
        (
            "deviations-disabled",
            disabled(inactive, deviations)
                .filter_map(|off| reasoned(words, off))
                .collect(),
        ),
        ("deviations-added", added(words, deviations)),
        (
            "deviations-redefined",
            redefined.map(|r| again(words, glossary, r)).collect(),
        ),
        (
            "deviations-planning",
            planned.map(|t| t.name.clone()).collect(),
        ),
        (
            "deviations-settings",
            settings.map(|s| difference(words, glossary, s)).collect(),
        ),
        ("deviations-templates", deviations.templates.clone()),
    ];
    let groups = groups.into_iter().filter(|(_, lines)| !lines.is_empty());
    groups
        .map(|(key, lines)| {
            let count = vec![("count", number(lines.len()).into())];
            (words.text(key, &count), lines)
        })
        .collect()
}

/// Writes groups as paragraphs.
pub(crate) fn write_groups(out: &mut String, groups: &[Group]) {
    for (heading, lines) in groups {
        if !out.is_empty() {
            out.push('\n');
        }
        paragraph(out, "  ", 2, heading);
        for line in lines {
            paragraph(out, "  - ", 4, line);
        }
    }
}

/// What the plan itself disables, among what is off.
pub(crate) fn disabled<'a>(
    inactive: &'a Section<Inactive>,
    deviations: &'a Deviations,
) -> impl Iterator<Item = &'a Inactive> {
    let own: BTreeSet<&str> = deviations.disabled.iter().map(String::as_str).collect();
    let by_plan = move |off: &&Inactive| own.contains(off.duty.as_str());
    inactive.iter().filter(by_plan)
}

/// What a package disables that another one defines.
pub(crate) fn disabled_below<'a>(
    inactive: &'a Section<Inactive>,
    deviations: &'a Deviations,
) -> impl Iterator<Item = &'a Inactive> {
    let own: BTreeSet<&str> = deviations.disabled.iter().map(String::as_str).collect();
    let with_reason = inactive.iter().filter(|off| off.reason.is_some());
    with_reason.filter(move |off| !own.contains(off.duty.as_str()))
}

/// A duty with the reason why it is disabled.
pub(crate) fn reasoned(words: Messages, off: &Inactive) -> Option<String> {
    let args = vec![
        ("name", off.name.as_str().into()),
        ("reason", off.reason.as_deref()?.into()),
    ];
    Some(words.text("inactive-reason", &args))
}

/// A line for each section in which something is added.
fn added(words: Messages, deviations: &Deviations) -> Vec<String> {
    let sections = deviations.added.chunk_by(|a, b| a.section == b.section);
    let line = |section: &[luoshi_plan::Added]| {
        let names: Vec<String> = section.iter().map(|a| a.name.clone()).collect();
        let args = vec![
            ("section", in_language(words, section[0].section).into()),
            ("count", number(section.len()).into()),
            ("names", words.list(&names).into()),
        ];
        words.text("deviations-section", &args)
    };
    sections.map(line).collect()
}

fn again(words: Messages, glossary: &Glossary, redefined: &Redefined) -> String {
    let differences = redefined.differences.iter();
    let differences: Vec<String> = differences
        .map(|d| difference(words, glossary, d))
        .collect();
    let args = vec![
        ("kind", words.word(redefined.space.term()).into()),
        ("id", redefined.id.as_str().into()),
        (
            "differences",
            differences.join(&words.word("report-comma")).into(),
        ),
    ];
    words.text("deviations-again", &args)
}

fn difference(words: Messages, glossary: &Glossary, difference: &Difference) -> String {
    let value = |text: &Option<String>| match text {
        Some(text) => match glossary.actors.get(text) {
            Some(name) => name.clone(),
            None => in_words(words, text),
        },
        None => words.word("deviations-nothing"),
    };
    let args = vec![
        ("key", in_language(words, difference.key).into()),
        ("from", value(&difference.from).into()),
        ("to", value(&difference.to).into()),
    ];
    words.text("deviations-difference", &args)
}

/// A key of the YAML in the reader's language.
pub(crate) fn in_language(words: Messages, key: &'static str) -> String {
    match words.lang() {
        Lang::ZhCn => luoshi_plan::chinese(key).unwrap_or(key).to_owned(),
        Lang::En => key.replace('_', " "),
    }
}
