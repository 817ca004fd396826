//! The search: deciding one name after the other, and going back to whoever is to blame.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_plan::Version;

use super::conflict::{Clash, Conflict, ask, explain};
use super::{Ask, Offers};
use crate::manifest::Extended;

/// Versions tried at most. Real packages need as many as there are packages; whoever publishes
/// thousands that exclude each other must not keep a machine busy for ever.
pub(super) const MOST_STEPS: usize = 100_000;
/// Packages of one plan at most.
const MOST_PACKAGES: usize = 500;
/// Clashes that are remembered for the explanation.
const MOST_CLASHES: usize = 200;

/// Whoever asks: the plan, or a package by its place in `decided`.
type Asker = Option<usize>;
/// Places in `decided` of those without whom a failure would not be.
type Blame = BTreeSet<usize>;

pub(super) fn search(
    plan: &[Extended],
    offers: &Offers,
    most_steps: usize,
) -> Result<BTreeMap<String, Version>, Conflict> {
    let mut search = Search {
        plan,
        offers,
        decided: Vec::new(),
        clashes: Vec::new(),
        steps: most_steps,
    };
    match search.next() {
        Ok(()) => Ok(search
            .decided
            .into_iter()
            .map(|d| (d.name, d.version))
            .collect()),
        Err(Stop::Tangled) => Err(Conflict::Tangled),
        Err(Stop::Blame(_)) => Err(explain(search.clashes, offers)),
    }
}

/// A name with its version, and who made it necessary.
struct Decided {
    name: String,
    version: Version,
    by: Asker,
}

enum Stop {
    Blame(Blame),
    Tangled,
}

struct Search<'s> {
    plan: &'s [Extended],
    offers: &'s Offers,
    decided: Vec<Decided>,
    clashes: Vec<Clash>,
    /// Versions that may still be tried.
    steps: usize,
}

impl<'s> Search<'s> {
    /// Decides the first name that is open, and all after it.
    fn next(&mut self) -> Result<(), Stop> {
        let Some((name, by)) = self.open() else {
            return Ok(());
        };
        let mut blame: Blame = by.into_iter().collect();
        let at = self.decided.len();
        if at >= MOST_PACKAGES {
            return Err(Stop::Tangled);
        }
        let mut suited = false;
        for version in self.offers.versions(&name) {
            self.steps = self.steps.checked_sub(1).ok_or(Stop::Tangled)?;
            if let Some(against) = self.against(&name, version) {
                blame.extend(against);
                continue;
            }
            suited = true;
            let name = name.clone();
            self.decided.push(Decided { name, version, by });
            let failed = match self.contradicted(at) {
                Some(blamed) => blamed,
                None => match self.next() {
                    Ok(()) => return Ok(()),
                    Err(Stop::Tangled) => return Err(Stop::Tangled),
                    Err(Stop::Blame(blamed)) => blamed,
                },
            };
            self.decided.truncate(at);
            // Another version here would fail in the same way: the failure goes to whom it concerns.
            if !failed.contains(&at) {
                return Err(Stop::Blame(failed));
            }
            blame.extend(failed.into_iter().filter(|decided| *decided != at));
        }
        if !suited {
            self.clash(&name);
        }
        Err(Stop::Blame(blame))
    }

    /// Everything asked for so far, in the order in which it is met.
    fn asked(&self) -> impl Iterator<Item = (Asker, &'s Extended)> {
        let plan = self.plan.iter().map(|extended| (None, extended));
        let offers = self.offers;
        let packages = self.decided.iter().enumerate().flat_map(move |(at, by)| {
            let asks = offers.asks(&by.name, by.version).iter();
            asks.map(move |extended| (Some(at), extended))
        });
        plan.chain(packages)
    }

    /// The first name that is asked for and not decided.
    fn open(&self) -> Option<(String, Asker)> {
        let is_open = |name: &str| !self.decided.iter().any(|decided| decided.name == name);
        let mut asked = self.asked();
        let found = asked.find(|(_, extended)| is_open(&extended.name));
        found.map(|(by, extended)| (extended.name.clone(), by))
    }

    /// The one to blame, if somebody asked for another version; within, none where the plan did.
    fn against(&self, name: &str, version: Version) -> Option<Asker> {
        let mut asked = self.asked();
        let other =
            |extended: &Extended| extended.name == name && !extended.range.includes(version);
        asked
            .find(|(_, extended)| other(extended))
            .map(|(by, _)| by)
    }

    /// Whom to blame if the package decided last asks for another version of one decided before it, or of itself.
    fn contradicted(&mut self, at: usize) -> Option<Blame> {
        let last = &self.decided[at];
        let asks = self.offers.asks(&last.name, last.version);
        for extended in asks {
            let decided =
                |d: &Decided| d.name == extended.name && !extended.range.includes(d.version);
            if let Some(other) = self.decided.iter().position(decided) {
                self.clash(&extended.name);
                return Some(BTreeSet::from([at, other]));
            }
        }
        None
    }

    /// Remembers who asked for a package that cannot be had as they ask.
    fn clash(&mut self, name: &str) {
        if self.clashes.len() >= MOST_CLASHES {
            return;
        }
        let asked = self.asked().filter(|(_, extended)| extended.name == name);
        let asks: Vec<Ask> = asked
            .map(|(by, extended)| ask(self.path(by), extended))
            .collect();
        self.clashes.push(Clash {
            name: name.to_owned(),
            asks,
        });
    }

    /// The packages through which somebody was met, from the plan on.
    fn path(&self, mut by: Asker) -> Vec<(String, Version)> {
        let mut path = Vec::new();
        while let Some(at) = by {
            let decided = &self.decided[at];
            path.push((decided.name.clone(), decided.version));
            by = decided.by;
        }
        path.reverse();
        path
    }
}
