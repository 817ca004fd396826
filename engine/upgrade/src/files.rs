//! Files beside the YAML: templates, scripts, programs, calendars.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use luoshi_diagnostics::{FileId, Sources};
use luoshi_plan::PlanFile;
use similar::TextDiff;

use crate::change::{Bearing, Change, ChangeKind, Step};
use crate::origin::inside;

/// Lines around a changed line that are shown with it.
const CONTEXT: usize = 1;

/// Everything that differs outside the YAML.
pub(crate) fn file_changes(old: &PlanFile, new: &PlanFile, sources: &Sources) -> Vec<Change> {
    let mut changes = Vec::new();
    changes.extend(text_changes(
        "templates",
        Bearing::Neither,
        [old, new].map(templates),
    ));
    changes.extend(text_changes(
        "scripts",
        Bearing::Unclear,
        [old, new].map(scripts),
    ));
    let others = [old, new].map(|file| others(file, sources));
    changes.extend(text_changes("files", Bearing::Neither, others));
    changes.extend(programs(old, new));
    changes
}

/// Texts by their path in the package.
type Texts<'t> = BTreeMap<String, &'t str>;

fn templates(file: &PlanFile) -> Texts<'_> {
    let all = file.templates.iter();
    all.map(|(name, (_, text))| (format!("templates/{name}.md"), text.as_str()))
        .collect()
}

fn scripts(file: &PlanFile) -> Texts<'_> {
    let all = file.scripts.iter();
    all.map(|(name, (_, text))| (format!("rules/{name}"), text.as_str()))
        .collect()
}

/// Calendars and limits.
fn others<'s>(file: &PlanFile, sources: &'s Sources) -> Texts<'s> {
    let calendars = file.calendars.iter().map(|(id, _)| *id);
    let inside = |id: FileId| {
        let path = inside(sources.name(id), &file.name);
        (path, sources.text(id))
    };
    calendars.chain(file.limits).map(inside).collect()
}

fn text_changes(
    section: &'static str,
    bearing: Bearing,
    [old, new]: [Texts<'_>; 2],
) -> Vec<Change> {
    let paths: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let change = |path: &String| {
        let (old, new) = (old.get(path).copied(), new.get(path).copied());
        text_change(section, path, old, new, bearing)
    };
    paths.into_iter().filter_map(change).collect()
}

fn text_change(
    section: &'static str,
    path: &str,
    old: Option<&str>,
    new: Option<&str>,
    bearing: Bearing,
) -> Option<Change> {
    // How lines end is no difference.
    let plain = |text: Option<&str>| text.map(|text| text.replace("\r\n", "\n"));
    let (old, new) = (plain(old), plain(new));
    let (kind, step) = match (&old, &new) {
        (None, None) => return None,
        (None, Some(_)) => (ChangeKind::Added, Step::Minor),
        (Some(_), None) => (ChangeKind::Removed, Step::Major),
        (Some(old), Some(new)) if old == new => return None,
        (Some(_), Some(_)) if section == "templates" => (ChangeKind::Changed, Step::Patch),
        (Some(_), Some(_)) => (ChangeKind::Changed, Step::Minor),
    };
    let lines = old.zip(new).map(|(old, new)| {
        let diff = TextDiff::from_lines(&old, &new);
        let mut shown = String::new();
        for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
            let _ = write!(shown, "{hunk}");
        }
        shown
    });
    Some(Change {
        section,
        id: path.to_owned(),
        name: None,
        kind,
        bearing,
        step,
        details: Vec::new(),
        lines,
    })
}

fn programs(old: &PlanFile, new: &PlanFile) -> Vec<Change> {
    let (old, new) = (digests(old), digests(new));
    let names: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    let change = |name: &String| {
        let (kind, step) = match (old.get(name), new.get(name)) {
            (None, _) => (ChangeKind::Added, Step::Minor),
            (_, None) => (ChangeKind::Removed, Step::Major),
            (old, new) if old == new => return None,
            _ => (ChangeKind::Changed, Step::Minor),
        };
        let digests = [("-", old.get(name)), ("+", new.get(name))];
        let lines = digests
            .iter()
            .filter_map(|(sign, digest)| Some(format!("{sign}sha256:{}\n", (*digest)?)));
        Some(Change {
            section: "programs",
            id: format!("plugins/{name}"),
            name: None,
            kind,
            bearing: Bearing::Unclear,
            step,
            details: Vec::new(),
            lines: Some(lines.collect()),
        })
    };
    names.into_iter().filter_map(change).collect()
}

fn digests(file: &PlanFile) -> BTreeMap<String, String> {
    let all = file.components.iter().flatten();
    all.map(|(name, program)| (name.clone(), program.sha256().to_owned()))
        .collect()
}
