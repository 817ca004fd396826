//! Versions of the interface.

use std::collections::BTreeSet;

use crate::host::names;
use crate::refusal::Refusal;

/// A version of the interface: major and minor number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// Another one is another interface.
    pub major: u32,
    /// Later ones only add.
    pub minor: u32,
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// The version of the interface that this host speaks; it keeps the older minor ones.
pub const INTERFACE: Version = Version { major: 1, minor: 0 };

/// What a rule is called, before `@` and its version.
const RULE: &str = "luoshi:plugin/rule";

/// The version of the interface that a component with these exports was built for: the newest that
/// this host can run, if there is one.
pub(crate) fn offered<'e>(exports: impl Iterator<Item = &'e str>) -> Result<Version, Refusal> {
    let exports: Vec<&str> = exports.collect();
    let rule = |name: &&str| name.strip_prefix(RULE)?.strip_prefix('@').and_then(version);
    let all: BTreeSet<Version> = exports.iter().filter_map(rule).collect();
    let fits = |found: &&Version| found.major == INTERFACE.major && **found <= INTERFACE;
    if let Some(found) = all.iter().rev().find(fits) {
        return Ok(*found);
    }
    match all.last() {
        None => Err(Refusal::NoRule(names(exports.into_iter()))),
        Some(found) if found.major == INTERFACE.major => Err(Refusal::NewerMinor(*found)),
        Some(found) => Err(Refusal::OtherMajor(*found)),
    }
}

fn version(text: &str) -> Option<Version> {
    let mut numbers = text.split('.').map(|number| number.parse().ok());
    let (major, minor) = (numbers.next()??, numbers.next()??);
    Some(Version { major, minor })
}
