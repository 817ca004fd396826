//! What was judged, for when, on which evidence; and how to do it again.

use luoshi_rules::PackageStamp;
use serde::Serialize;

use crate::reader::Reader;
use crate::text::evidence_summary;

/// The head of the page.
#[derive(Serialize)]
pub(super) struct Header {
    title: String,
    /// The label that a report about simulated evidence must carry; empty otherwise.
    label: String,
    /// Plan and day, for every printed page.
    running: String,
    facts: Vec<(String, String)>,
}

pub(super) fn header(reader: &Reader<'_>) -> Header {
    let plan = &reader.assessment.plan;
    let title = [
        ("title", plan.title.as_str().into()),
        ("place", plan.place.as_str().into()),
    ];
    let running = [
        ("place", plan.place.as_str().into()),
        ("plan", plan.id.as_str().into()),
        ("as_of", reader.assessment.as_of.to_string().into()),
    ];
    Header {
        title: reader.say("header-title", title),
        label: reader.simulated().unwrap_or_default(),
        running: reader.say("html-running", running),
        facts: facts(reader),
    }
}

fn facts(reader: &Reader<'_>) -> Vec<(String, String)> {
    let a = reader.assessment;
    let mut facts = Vec::new();
    // Names are padded for the text report.
    let mut fact =
        |key: &str, value: String| facts.push((reader.word(key).trim().to_owned(), value));
    fact("header-issuer", a.plan.issuer.clone());
    fact(
        "header-span",
        reader.between(a.plan.span.from, a.plan.span.to),
    );
    fact("header-as-of", a.as_of.to_string());
    for PackageStamp {
        name,
        version,
        title,
        ..
    } in &a.plan.packages
    {
        fact("header-package", format!("{title} {name} {version}"));
    }
    fact("header-evidence", evidence_summary(reader));
    if let Some(missing) = reader.no_holidays() {
        fact("header-calendar", missing);
    }
    facts
}

/// The foot of the page.
#[derive(Serialize)]
pub(super) struct Footer {
    /// The command that writes this page again.
    command: String,
    /// Version of luoshi, and of the packages.
    versions: String,
}

pub(super) fn footer(reader: &Reader<'_>) -> Footer {
    let a = reader.assessment;
    let lang = reader.words.lang().tag();
    let command = format!(
        "luoshi check {} --as-of {} --format html --lang {} -o report.html",
        reader.word("html-folder"),
        a.as_of,
        lang.split('-').next().unwrap_or(lang),
    );
    let packages = a
        .plan
        .packages
        .iter()
        .map(|package| format!("{} {}", package.name, package.version));
    let versions: Vec<String> = std::iter::once(format!("luoshi {}", env!("CARGO_PKG_VERSION")))
        .chain(packages)
        .collect();
    Footer {
        command,
        versions: reader.list(&versions),
    }
}
