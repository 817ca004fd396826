//! What the cases of a package exercise, and what none does.

use std::collections::BTreeSet;

use luoshi_diagnostics::Place;
use luoshi_plan::{Node, NodeKind, PlanFile, english};
use luoshi_rules::Status;

use crate::compare::Compared;
use crate::ground::value;

/// Everything in a package that can be exercised, in the order written.
#[derive(Debug, Clone, Default)]
pub struct Coverage {
    /// Each of them.
    pub of: Vec<Exercised>,
}

/// A duty, rule, veto, ladder, penalty or item of a scorecard.
#[derive(Debug, Clone)]
pub struct Exercised {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The section of the plan, by its English key.
    pub section: &'static str,
    /// Where it is defined.
    pub place: Place,
    /// Whether a case compares what comes of it.
    pub exercised: bool,
    /// The statuses in which cases have seen it. Penalties and items have none.
    pub statuses: BTreeSet<Status>,
}

/// The sections whose entries have findings, proposals or points.
pub(crate) const SECTIONS: [&str; 17] = [
    "chains",
    "meetings",
    "activities",
    "tasks",
    "documents",
    "coverage",
    "rosters",
    "incidents",
    "each_needs",
    "rewards",
    "indicators",
    "rules",
    "plugins",
    "vetoes",
    "ladders",
    "penalties",
    "scorecards",
];

impl Coverage {
    /// What a package has of its own, nothing of it exercised yet.
    #[must_use]
    pub fn of(package: &PlanFile) -> Coverage {
        let mut coverage = Coverage::default();
        for tree in &package.trees {
            let NodeKind::Map(entries) = &tree.kind else {
                continue;
            };
            for (key, node) in entries {
                let key = english(&key.text).unwrap_or(&key.text);
                let section = SECTIONS.into_iter().find(|section| *section == key);
                if let Some(section) = section {
                    list(node).for_each(|entry| coverage.entry(section, entry));
                }
            }
        }
        coverage
    }

    /// How many are exercised.
    #[must_use]
    pub fn exercised(&self) -> usize {
        self.of.iter().filter(|e| e.exercised).count()
    }

    /// Those that no case exercises.
    pub fn untouched(&self) -> impl Iterator<Item = &Exercised> {
        self.of.iter().filter(|e| !e.exercised)
    }

    /// Counts what a case compared.
    pub(crate) fn add(&mut self, compared: &Compared) {
        for (duty, status) in &compared.seen {
            for of in self.of.iter_mut().filter(|of| of.id == *duty) {
                of.exercised = true;
                of.statuses.insert(*status);
            }
        }
        let quiet = ["penalties", "scorecards"];
        for of in &mut self.of {
            of.exercised |= quiet.contains(&of.section) && compared.touched.contains(&of.id);
        }
    }

    fn entry(&mut self, section: &'static str, entry: &Node) {
        match section {
            "incidents" => within(entry, "respond", |r| self.leaf(section, r)),
            "scorecards" => {
                within(entry, "sections", |s| {
                    within(s, "items", |item| self.leaf(section, item));
                });
                if let Some(bonus) = value(entry, "bonus") {
                    within(bonus, "items", |item| self.leaf(section, item));
                }
            }
            // An indicator without a target is only listed: it has no finding.
            "indicators" if value(entry, "target").is_none() => {}
            _ => self.leaf(section, entry),
        }
    }

    fn leaf(&mut self, section: &'static str, entry: &Node) {
        let (Some(id), name) = (text(entry, "id"), text(entry, "name")) else {
            return;
        };
        self.of.push(Exercised {
            id: id.to_owned(),
            name: name.unwrap_or(id).to_owned(),
            section,
            place: value(entry, "id").map_or(entry.place.clone(), |n| n.place.clone()),
            exercised: false,
            statuses: BTreeSet::new(),
        });
    }
}

fn within(node: &Node, key: &str, mut each: impl FnMut(&Node)) {
    value(node, key)
        .into_iter()
        .flat_map(list)
        .for_each(&mut each);
}

/// The items of a list; a single value is a list of one.
fn list(node: &Node) -> impl Iterator<Item = &Node> {
    match &node.kind {
        NodeKind::List(items) => items.iter(),
        _ => std::slice::from_ref(node).iter(),
    }
}

fn text<'n>(node: &'n Node, key: &str) -> Option<&'n str> {
    match &value(node, key)?.kind {
        NodeKind::Scalar { text, .. } => Some(text),
        _ => None,
    }
}
