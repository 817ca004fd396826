//! Two versions of a package to all that differs.

mod entry;
mod items;
mod rename;
mod section;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_plan::{PlanFile, Version};

use crate::change::{Change, Difference};
use crate::edition::Edition;
use crate::files::file_changes;
use crate::tree::version_place;

use entry::Pair;
use rename::renames;
use section::weight;

/// Compares two versions of a package. Layout, comments, the language of keys and words and the
/// order in which things are listed make no difference.
#[must_use]
pub fn diff(old: &PlanFile, new: &PlanFile, sources: &Sources) -> Difference {
    let (before, after) = (Edition::of(old), Edition::of(new));
    let keys: BTreeSet<_> = before.entries.keys().chain(after.entries.keys()).collect();
    let pair = Pair {
        old: &before,
        new: &after,
    };
    let mut changes: Vec<Change> = keys
        .into_iter()
        .filter_map(|key| pair.entry(&key.1, before.entries.get(key), after.entries.get(key)))
        .collect();
    changes.extend(file_changes(old, new, sources));
    let renames = renames(&before, &after);
    changes.sort_by_key(weight);
    Difference {
        package: new.head.package_name.clone().unwrap_or_default(),
        from: before.version(),
        to: after.version(),
        changes,
        renames,
        defaults: [defaults(old), defaults(new)],
    }
}

/// The note that the new version's number is less than its changes ask for.
#[must_use]
pub fn understated(difference: &Difference, new: &PlanFile) -> Option<Note> {
    if !difference.understated() {
        return None;
    }
    let text = |version: Option<Version>| version.map_or_else(String::new, |v| v.to_string());
    let mut note = Note::new(Code::VersionUnderstated)
        .arg("from", text(difference.from))
        .arg("to", text(difference.to))
        .arg("least", text(difference.least()))
        .arg("step", difference.step()?.word());
    note.place = version_place(new);
    Some(note)
}

/// The values of parameters unless a plan sets them.
fn defaults(file: &PlanFile) -> BTreeMap<String, String> {
    let all = file.head.parameters.iter();
    let given =
        all.filter_map(|p| Some((p.id.name.to_string(), p.default.as_ref()?.text.to_string())));
    given.collect()
}
