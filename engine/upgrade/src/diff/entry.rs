//! One thing of a package in both versions: added, removed, or changed key by key.

use crate::change::{Bearing, Change, ChangeKind, Detail, Step};
use crate::content::Content;
use crate::edition::{Edition, Entry};
use crate::parameter::{parameter_bearing, parameter_step};

use super::section::{BINDING, UNNAMED};
use super::walk::Walk;

pub(super) struct Pair<'a> {
    pub(super) old: &'a Edition<'a>,
    pub(super) new: &'a Edition<'a>,
}

impl Pair<'_> {
    pub(super) fn entry(
        &self,
        id: &str,
        old: Option<&Entry>,
        new: Option<&Entry>,
    ) -> Option<Change> {
        let shown = new.or(old)?;
        let blank = Change {
            section: shown.section,
            id: id.to_owned(),
            name: shown.name().map(str::to_owned),
            kind: ChangeKind::Changed,
            bearing: Bearing::Neither,
            step: Step::Patch,
            details: Vec::new(),
            lines: None,
        };
        match (old, new) {
            (None, Some(entry)) => Some(self.added(entry, blank)),
            (Some(entry), None) => Some(self.removed(entry, blank)),
            (Some(old), Some(new)) if old.content == new.content => None,
            (Some(old), Some(new)) => self.changed(old, new, blank),
            (None, None) => None,
        }
    }

    fn added(&self, entry: &Entry, blank: Change) -> Change {
        Change {
            kind: ChangeKind::Added,
            bearing: self.whole(self.new, entry),
            step: Step::Minor,
            ..blank
        }
    }

    fn removed(&self, entry: &Entry, blank: Change) -> Change {
        Change {
            kind: ChangeKind::Removed,
            bearing: self.whole(self.old, entry).turned(),
            step: match UNNAMED.contains(&entry.section) {
                true => Step::Minor,
                false => Step::Major,
            },
            ..blank
        }
    }

    fn changed(&self, old: &Entry, new: &Entry, blank: Change) -> Option<Change> {
        let details = self.details(old, new);
        let bearings = details.iter().map(|d| d.bearing);
        Some(Change {
            bearing: bearings.fold(Bearing::Neither, Bearing::with),
            step: details.iter().map(|d| d.step).min()?,
            details,
            ..blank
        })
    }

    /// What it means to add a thing: nothing, while the parameter that switches it on is off.
    fn whole(&self, edition: &Edition<'_>, entry: &Entry) -> Bearing {
        if !BINDING.contains(&entry.section) {
            return match entry.section {
                "scorecards" | "plugins" | "rewards" => Bearing::Unclear,
                _ => Bearing::Neither,
            };
        }
        let off = match entry.content.get("active") {
            Some(Content::Word { en, .. }) => en == "false",
            Some(Content::Parameter(name)) => {
                let parameter = edition.parameter(name);
                parameter.is_none_or(|p| {
                    let default = p.default.as_ref().map(|raw| raw.text.as_str());
                    matches!(default, None | Some("false" | "否"))
                })
            }
            _ => false,
        };
        if off {
            Bearing::Neither
        } else {
            Bearing::Stricter
        }
    }

    fn details(&self, old: &Entry, new: &Entry) -> Vec<Detail> {
        let mut details = Walk::details(self, old, new);
        if old.section == "parameters" {
            let (was, is) = (self.old, self.new);
            for detail in &mut details {
                detail.bearing = parameter_bearing(detail, was, is, &old.content);
                detail.step = parameter_step(detail, &new.content, detail.bearing);
            }
        }
        details
    }
}
