//! Files beside the YAML: templates, scripts, programs, calendars.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use luoshi_diagnostics::{FileId, Sources};
use luoshi_plan::PlanFile;
use similar::TextDiff;

use crate::change::{Bearing, Change, ChangeKind, Step};

/// Lines around a changed line that are shown with it.
const CONTEXT: usize = 1;

/// Everything that differs outside the YAML.
pub(crate) fn file_changes(old: &PlanFile, new: &PlanFile, sources: &Sources) -> Vec<Change> {
    let mut changes = Vec::new();
    let paths: BTreeSet<_> = old.templates.keys().chain(new.templates.keys()).collect();
    for name in paths {
        let text = |file: &PlanFile| file.templates.get(name).map(|(_, text)| text.clone());
        let path = format!("templates/{name}.md");
        changes.extend(text_change(
            "templates",
            &path,
            text(old),
            text(new),
            Bearing::Neither,
        ));
    }
    let paths: BTreeSet<_> = old.scripts.keys().chain(new.scripts.keys()).collect();
    for name in paths {
        let text = |file: &PlanFile| file.scripts.get(name).map(|(_, text)| text.clone());
        let path = format!("rules/{name}");
        changes.extend(text_change(
            "scripts",
            &path,
            text(old),
            text(new),
            Bearing::Unclear,
        ));
    }
    let (before, after) = (others(old, sources), others(new, sources));
    let paths: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    for path in paths {
        let text = |of: &BTreeMap<&str, &str>| of.get(path).map(|text| (*text).to_owned());
        changes.extend(text_change(
            "files",
            path,
            text(&before),
            text(&after),
            Bearing::Neither,
        ));
    }
    changes.extend(programs(old, new));
    changes
}

/// Calendars and limits, by their path in the package.
fn others<'s>(file: &PlanFile, sources: &'s Sources) -> BTreeMap<&'s str, &'s str> {
    let calendars = file.calendars.iter().map(|(id, _)| *id);
    let inside = |id: FileId| {
        let path = sources.name(id);
        let path = path.strip_prefix(file.name.as_str()).unwrap_or(path);
        (path.trim_start_matches('/'), sources.text(id))
    };
    calendars.chain(file.limits).map(inside).collect()
}

fn text_change(
    section: &'static str,
    path: &str,
    old: Option<String>,
    new: Option<String>,
    bearing: Bearing,
) -> Option<Change> {
    // How lines end is no difference.
    let plain = |text: Option<String>| text.map(|text| text.replace("\r\n", "\n"));
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
