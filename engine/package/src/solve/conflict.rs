//! Why no choice of versions satisfies all who ask.

use luoshi_diagnostics::{Code, Note};
use luoshi_plan::{Version, VersionRange};

use super::Offers;
use crate::manifest::Extended;

/// One folder asks for a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The packages between the plan and the one that asks, which is the last; empty where the plan itself asks.
    pub path: Vec<(String, Version)>,
    /// The versions that will do.
    pub range: VersionRange,
}

/// What stands in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// No version of a package suits all who ask for it.
    Unsuitable {
        /// The package.
        name: String,
        /// Who asks for what.
        asks: Vec<Ask>,
        /// The versions on offer.
        there: Vec<Version>,
    },
    /// There are so many combinations that the search was given up.
    Tangled,
}

impl Conflict {
    /// The note that a lock, which alone was on offer, does not have what the plan asks for.
    #[must_use]
    pub fn stale(&self, plan: &str) -> Note {
        let asks = self.shown(plan);
        Note::new(Code::LockStale).arg("asks", asks)
    }

    /// The name in the plan's `extends` that leads to it.
    #[must_use]
    pub fn begins_at(&self) -> Option<&str> {
        let Conflict::Unsuitable { name, asks, .. } = self else {
            return None;
        };
        let first = asks.first().and_then(|ask| ask.path.first());
        Some(first.map_or(name, |(name, _)| name))
    }

    fn shown(&self, plan: &str) -> Vec<String> {
        match self {
            Conflict::Unsuitable { name, asks, .. } => {
                asks.iter().map(|ask| ask.shown(plan, name)).collect()
            }
            Conflict::Tangled => Vec::new(),
        }
    }

    /// The note that explains it; `plan` is what messages call the plan.
    #[must_use]
    pub fn note(&self, plan: &str) -> Note {
        match self {
            Conflict::Unsuitable { name, there, .. } => {
                let there: Vec<String> = there.iter().map(ToString::to_string).collect();
                let note = Note::new(Code::PackagesConflict).arg("name", name.as_str());
                let none = if there.is_empty() { "none" } else { "some" };
                note.arg("asks", self.shown(plan))
                    .arg("any", none)
                    .arg("there", there)
            }
            Conflict::Tangled => Note::new(Code::PackagesTangled),
        }
    }
}

impl Ask {
    /// `plan → county/a 1.2.0 → central/b ^2`.
    fn shown(&self, plan: &str, name: &str) -> String {
        let steps = self
            .path
            .iter()
            .map(|(name, version)| format!("{name} {version}"));
        let mut all = vec![plan.to_owned()];
        all.extend(steps);
        all.push(format!("{name} {}", self.range));
        all.join(" → ")
    }
}

/// A package that could not be had in some state of the search, and who asked for it then.
#[derive(Debug)]
pub(super) struct Clash {
    pub(super) name: String,
    pub(super) asks: Vec<Ask>,
}

/// The clash that explains the failure best: the first that no version on offer could have avoided. Where each
/// could have been avoided by itself, all that was ever asked of the first package together.
pub(super) fn explain(clashes: Vec<Clash>, offers: &Offers) -> Conflict {
    let hopeless = |clash: &&Clash| {
        let suits = |version: &Version| clash.asks.iter().all(|ask| ask.range.includes(*version));
        !offers.versions(&clash.name).iter().any(suits)
    };
    let (name, mut asks) = match clashes.iter().find(hopeless) {
        Some(clash) => (clash.name.clone(), clash.asks.clone()),
        None => {
            let name = clashes.first().map_or_else(String::new, |c| c.name.clone());
            let of = clashes.iter().filter(|clash| clash.name == name);
            let asks = of.flat_map(|clash| clash.asks.clone()).collect();
            (name, asks)
        }
    };
    let mut seen = Vec::new();
    asks.retain(|ask| {
        let new = !seen.contains(ask);
        seen.push(ask.clone());
        new
    });
    let there = offers.versions(&name);
    Conflict::Unsuitable { name, asks, there }
}

/// What a range asks of a package, where it is found.
pub(super) fn ask(path: Vec<(String, Version)>, extended: &Extended) -> Ask {
    let range = extended.range.clone();
    Ask { path, range }
}
