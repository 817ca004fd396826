//! What differs, as data.

use std::collections::BTreeMap;

use luoshi_plan::Version;

use crate::content::Content;

/// Two versions of a package, compared.
#[derive(Debug, Clone)]
pub struct Difference {
    /// Name of the package, as the new version calls itself.
    pub package: String,
    /// The versions, where their headers can be read.
    pub from: Option<Version>,
    /// The new one.
    pub to: Option<Version>,
    /// Everything that differs, the weightiest first.
    pub changes: Vec<Change>,
    /// Duties or parameters that were taken out while another came in that says the same.
    pub renames: Vec<Rename>,
    /// The values of parameters unless a plan sets them, in the old version and in the new.
    pub defaults: [BTreeMap<String, String>; 2],
}

/// One thing of the package that differs.
#[derive(Debug, Clone)]
pub struct Change {
    /// Where: a section of the plan, or the folder of the file.
    pub section: &'static str,
    /// Its id, or the path of the file; empty for a section that is one map.
    pub id: String,
    /// What it is called.
    pub name: Option<String>,
    /// What became of it.
    pub kind: ChangeKind,
    /// What it means for whoever has to carry it out.
    pub bearing: Bearing,
    /// What it asks of the version number.
    pub step: Step,
    /// Key by key; none of what was added or removed as a whole.
    pub details: Vec<Detail>,
    /// For texts, the lines that differ.
    pub lines: Option<String>,
}

/// What became of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// New.
    Added,
    /// Gone.
    Removed,
    /// It says something else.
    Changed,
}

/// What a change means for whoever has to carry out the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bearing {
    /// 更严: more is asked, or more follows from a failure.
    Stricter,
    /// 更宽: less is asked, or less follows.
    Looser,
    /// It cuts both ways, or cannot be told without knowing the township.
    Unclear,
    /// Neither: names, texts, people.
    Neither,
}

/// The part of a semantic version that must grow, the least last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Plans that extend the package may no longer hold.
    Major,
    /// Something is asked that was not, or in another measure; plans still hold.
    Minor,
    /// Wording.
    Patch,
}

/// A value that differs.
#[derive(Debug, Clone)]
pub struct Detail {
    /// The way to it.
    pub path: Vec<Segment>,
    /// What the value is, if it is a map: `cadence`, `due`, …
    pub(crate) map: String,
    /// What was said; a default where nothing was.
    pub old: Option<Content>,
    /// What is said now.
    pub new: Option<Content>,
    /// What it means.
    pub bearing: Bearing,
    /// What it asks of the version number.
    pub step: Step,
}

/// A step on the way to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// A key, in English.
    Key(String),
    /// An item of a list, by its name and id.
    Item(String),
}

/// Something that came in under another id than what went out, and says the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rename {
    /// The section.
    pub section: &'static str,
    /// The id that is gone.
    pub from: String,
    /// The id that is new.
    pub to: String,
}

impl Difference {
    /// The greatest step that any change asks for; none where nothing differs.
    #[must_use]
    pub fn step(&self) -> Option<Step> {
        self.changes.iter().map(|change| change.step).min()
    }

    /// The least version that the new package may have; none where nothing differs, or no number is
    /// left for one.
    #[must_use]
    pub fn least(&self) -> Option<Version> {
        let Version(major, minor, patch) = self.from?;
        let next = |number: u32| number.checked_add(1);
        Some(match (self.step()?, major) {
            (Step::Major, 0) => Version(0, next(minor)?, 0),
            (Step::Major, _) => Version(next(major)?, 0, 0),
            (Step::Minor | Step::Patch, 0) | (Step::Patch, _) => {
                Version(major, minor, next(patch)?)
            }
            (Step::Minor, _) => Version(major, next(minor)?, 0),
        })
    }

    /// Whether the new version says less than it changes.
    #[must_use]
    pub fn understated(&self) -> bool {
        self.least()
            .zip(self.to)
            .is_some_and(|(least, to)| to < least)
    }
}

impl Bearing {
    /// What two bearings come to together.
    #[must_use]
    pub fn with(self, other: Bearing) -> Bearing {
        match (self, other) {
            (same, other) if same == other => same,
            (Bearing::Neither, one) | (one, Bearing::Neither) => one,
            _ => Bearing::Unclear,
        }
    }

    /// The bearing of the opposite change.
    #[must_use]
    pub fn turned(self) -> Bearing {
        match self {
            Bearing::Stricter => Bearing::Looser,
            Bearing::Looser => Bearing::Stricter,
            same => same,
        }
    }

    /// The word for tools.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Bearing::Stricter => "stricter",
            Bearing::Looser => "looser",
            Bearing::Unclear => "unclear",
            Bearing::Neither => "neither",
        }
    }
}

impl Step {
    /// The word for tools.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Step::Major => "major",
            Step::Minor => "minor",
            Step::Patch => "patch",
        }
    }
}

impl ChangeKind {
    /// The word for tools.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            ChangeKind::Added => "added",
            ChangeKind::Removed => "removed",
            ChangeKind::Changed => "changed",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use luoshi_plan::Version;

    use super::{Bearing, Change, ChangeKind, Difference, Step};

    /// The least version after a change of this step.
    fn least(from: Version, step: Step) -> Option<Version> {
        let change = Change {
            section: "tasks",
            id: String::new(),
            name: None,
            kind: ChangeKind::Changed,
            bearing: Bearing::Neither,
            step,
            details: Vec::new(),
            lines: None,
        };
        let difference = Difference {
            package: String::new(),
            from: Some(from),
            to: Some(from),
            changes: vec![change],
            renames: Vec::new(),
            defaults: [BTreeMap::new(), BTreeMap::new()],
        };
        assert_eq!(difference.understated(), difference.least().is_some());
        difference.least()
    }

    #[test]
    fn each_step_asks_for_its_part_of_the_version() {
        for (from, major, minor, patch) in [
            ((1, 2, 3), (2, 0, 0), (1, 3, 0), (1, 2, 4)),
            ((0, 2, 3), (0, 3, 0), (0, 2, 4), (0, 2, 4)),
        ] {
            let version = |(a, b, c)| Version(a, b, c);
            for (step, to) in [
                (Step::Major, major),
                (Step::Minor, minor),
                (Step::Patch, patch),
            ] {
                assert_eq!(least(version(from), step), Some(version(to)), "{step:?}");
            }
        }
    }

    #[test]
    fn no_version_follows_the_last_one() {
        let last = Version(u32::MAX, u32::MAX, u32::MAX);
        for step in [Step::Major, Step::Minor, Step::Patch] {
            assert_eq!(least(last, step), None);
        }
    }
}
