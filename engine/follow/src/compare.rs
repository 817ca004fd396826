//! Two audits side by side: new, reopened, persisting, fixed, dropped.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_audit::{Audit, Duty, Finding, Head, Township};

use crate::line::{Line, by_day, lines};
use crate::standing::{Known, NotJudged, Seen, Standing};
use crate::turn::{Counts, Fate, Turn};

/// The last of several audits beside the one before it.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// All audits, in order of their day.
    pub heads: Vec<&'a Head>,
    /// The earlier of the two.
    pub earlier: &'a Head,
    /// The later of the two.
    pub later: &'a Head,
    /// The townships of both, in order of code and source.
    pub townships: Vec<TownshipChange<'a>>,
    /// Duties of which something is told, in order of id.
    pub duties: Vec<DutyCounts<'a>>,
    /// Packages that came, went or changed, in order of name and versions.
    pub packages: Vec<PackageChange<'a>>,
    /// Over all townships.
    pub counts: Counts,
}

/// One township in both audits.
#[derive(Debug)]
pub struct TownshipChange<'a> {
    /// In the earlier audit.
    pub earlier: Option<&'a Township>,
    /// In the later audit.
    pub later: Option<&'a Township>,
    /// Whether both can be compared.
    pub fate: Fate,
    /// Findings that fail in either, in order of turn and id.
    pub findings: Vec<FindingChange<'a>>,
    /// How many of each.
    pub counts: Counts,
}

impl TownshipChange<'_> {
    /// Whether its name is another.
    #[must_use]
    pub fn is_renamed(&self) -> bool {
        let names = self.earlier.zip(self.later);
        names.is_some_and(|(earlier, later)| earlier.name != later.name)
    }

    /// Whether there is anything to say about it.
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.fate != Fate::Compared || self.is_renamed() || !self.findings.is_empty()
    }
}

/// A finding that fails in one of two audits.
#[derive(Debug)]
pub struct FindingChange<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its duty.
    pub duty: &'a Duty,
    /// What became of it.
    pub turn: Turn,
    /// As the earlier audit lists it.
    pub earlier: Option<&'a Finding>,
    /// As the later audit lists it.
    pub later: Option<&'a Finding>,
    /// How it stood.
    pub before: Standing,
    /// How it stands.
    pub after: Standing,
}

impl<'a> FindingChange<'a> {
    /// As it is, or else as it was.
    #[must_use]
    pub fn finding(&self) -> Option<&'a Finding> {
        self.later.or(self.earlier)
    }
}

/// One duty over all townships that were judged in both audits.
#[derive(Debug)]
pub struct DutyCounts<'a> {
    /// The duty, as the later plan that has it says.
    pub duty: &'a Duty,
    /// How many findings took each turn.
    pub counts: Counts,
    /// Townships whose earlier plan alone has it.
    pub left: u32,
    /// Townships whose later plan alone has it.
    pub came: u32,
}

/// A version of a package; none where the plan does not extend it.
pub type Version<'a> = Option<&'a str>;

/// A package that differs between the plans of townships.
#[derive(Debug, PartialEq, Eq)]
pub struct PackageChange<'a> {
    /// Its name.
    pub name: &'a str,
    /// Before.
    pub from: Version<'a>,
    /// Now.
    pub to: Version<'a>,
    /// In how many townships.
    pub townships: u32,
}

/// Compares the last of some audits with the one before it; none where there are fewer than two.
#[must_use]
pub fn compare<'a>(audits: &[&'a Audit]) -> Option<Comparison<'a>> {
    let audits = by_day(audits.to_vec());
    let [.., earlier, later] = audits.as_slice() else {
        return None;
    };
    let lines = lines(&audits);
    // A township that neither of the two has is a matter of earlier audits.
    let both = lines.iter().filter(|l| l.pair() != (None, None));
    let mut tally = Tally::default();
    let townships: Vec<TownshipChange<'a>> =
        both.map(|line| change(&audits, line, &mut tally)).collect();
    let mut counts = Counts::default();
    for township in &townships {
        counts += township.counts;
    }
    Some(Comparison {
        heads: audits.iter().map(|audit| &audit.head).collect(),
        earlier: &earlier.head,
        later: &later.head,
        duties: tally.duties.into_values().filter(is_told).collect(),
        packages: tally
            .packages
            .into_iter()
            .map(|((name, from, to), townships)| PackageChange {
                name,
                from,
                to,
                townships,
            })
            .collect(),
        townships,
        counts,
    })
}

fn is_told(duty: &DutyCounts<'_>) -> bool {
    duty.counts.sum() + duty.left + duty.came > 0
}

/// What is counted over townships.
#[derive(Default)]
struct Tally<'a> {
    duties: BTreeMap<&'a str, DutyCounts<'a>>,
    packages: BTreeMap<(&'a str, Version<'a>, Version<'a>), u32>,
}

impl<'a> Tally<'a> {
    fn duty(&mut self, duty: &'a Duty) -> &mut DutyCounts<'a> {
        self.duties.entry(&duty.id).or_insert(DutyCounts {
            duty,
            counts: Counts::default(),
            left: 0,
            came: 0,
        })
    }

    /// Duties and packages of which the two plans of a township do not say the same.
    fn plans(&mut self, before: &Seen<'a>, after: &Seen<'a>) {
        if before.judged.plan == after.judged.plan {
            return;
        }
        for duty in &after.plan.duties {
            if before.duty(&duty.id).is_none() {
                self.duty(duty).came += 1;
            }
        }
        for duty in &before.plan.duties {
            if after.duty(&duty.id).is_none() {
                self.duty(duty).left += 1;
            }
        }
        let versions = |seen: &Seen<'a>| -> BTreeMap<&'a str, &'a str> {
            let packages = seen.plan.packages.iter();
            packages
                .map(|package| (package.name.as_str(), package.version.as_str()))
                .collect()
        };
        let (old, new) = (versions(before), versions(after));
        let names: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
        for name in names {
            let (from, to) = (old.get(name).copied(), new.get(name).copied());
            if from != to {
                *self.packages.entry((name, from, to)).or_default() += 1;
            }
        }
    }
}

fn change<'a>(audits: &[&'a Audit], line: &Line<'a>, tally: &mut Tally<'a>) -> TownshipChange<'a> {
    let seen = |at: usize| Seen::of(audits[at], line.at[at]);
    let (earlier, later) = line.pair();
    let last = audits.len() - 1;
    let (before, after) = (seen(last - 1), seen(last));
    let mut findings = Vec::new();
    if let (Ok(before), Ok(after)) = (&before, &after) {
        tally.plans(before, after);
        let history: Vec<Seen<'a>> = (0..last - 1).filter_map(|at| seen(at).ok()).collect();
        findings = changes(&history, before, after);
    }
    let mut counts = Counts::default();
    for finding in &findings {
        counts.add(finding.turn);
        tally.duty(finding.duty).counts.add(finding.turn);
    }
    TownshipChange {
        earlier,
        later,
        fate: fate(before.err(), after.err()),
        findings,
        counts,
    }
}

/// By why there is nothing to compare, before and now.
fn fate(before: Option<NotJudged>, after: Option<NotJudged>) -> Fate {
    let absent = |why| why == Some(NotJudged::NoTownship);
    match (before, after) {
        (None, None) => Fate::Compared,
        (_, None) if absent(before) => Fate::Added,
        (None, _) if absent(after) => Fate::Gone,
        (Some(_), None) => Fate::Mended,
        (None, Some(_)) => Fate::BrokenNow,
        (Some(_), Some(_)) => Fate::Broken,
    }
}

fn changes<'a>(
    history: &[Seen<'a>],
    before: &Seen<'a>,
    after: &Seen<'a>,
) -> Vec<FindingChange<'a>> {
    let mut found: BTreeMap<&str, FindingChange<'a>> = BTreeMap::new();
    let failing = |seen: &Seen<'a>| {
        let listed: Vec<_> = seen.listed().filter(|(finding, _)| finding.fails).collect();
        listed
    };
    for (finding, duty) in failing(after).into_iter().chain(failing(before)) {
        let known = Known::of(finding, duty);
        let change = || {
            let (was, is) = (before.standing(known), after.standing(known));
            let both = (before.find(&finding.id), after.find(&finding.id));
            let gravity = |seen: &Seen<'a>| seen.duty(&duty.id).map(|d| d.severity);
            let graver = (gravity(before), gravity(after));
            FindingChange {
                id: &finding.id,
                duty,
                turn: match (was, is) {
                    (Standing::Fails, Standing::Fails) => persisting(both, graver),
                    (Standing::Fails, Standing::Kept) => Turn::Fixed,
                    (Standing::Fails, _) => Turn::Dropped,
                    _ if reopened(history, was, known) => Turn::Reopened,
                    _ => Turn::New,
                },
                earlier: both.0,
                later: both.1,
                before: was,
                after: is,
            }
        };
        found.entry(&finding.id).or_insert_with(change);
    }
    let mut found: Vec<FindingChange<'a>> = found.into_values().collect();
    found.sort_by_key(|change| change.turn);
    found
}

/// By status, then by the gravity of the duty, then by what is counted.
fn persisting<G: Ord>(
    (earlier, later): (Option<&Finding>, Option<&Finding>),
    (was, is): (G, G),
) -> Turn {
    let (Some(earlier), Some(later)) = (earlier, later) else {
        return Turn::Persisting;
    };
    // The gravest status comes first.
    let status = earlier.status.cmp(&later.status);
    let order = status
        .then(is.cmp(&was))
        .then(later.figure.cmp(&earlier.figure));
    match order {
        std::cmp::Ordering::Greater => Turn::Graver,
        std::cmp::Ordering::Less => Turn::Milder,
        std::cmp::Ordering::Equal => Turn::Persisting,
    }
}

/// Whether what did not fail just before had failed, and was put right after that.
fn reopened(history: &[Seen<'_>], before: Standing, known: Known<'_>) -> bool {
    let standings = history.iter().map(|seen| seen.standing(known));
    let mut failed = false;
    for standing in standings.chain([before]) {
        match standing {
            Standing::Fails => failed = true,
            Standing::Kept if failed => return true,
            _ => {}
        }
    }
    false
}
