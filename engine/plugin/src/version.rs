//! Versions of the interface.

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

/// The version of the interface that a component with these exports was built for.
pub(crate) fn offered<'e>(exports: impl Iterator<Item = &'e str>) -> Result<Version, Refusal> {
    let exports: Vec<&str> = exports.collect();
    let rule = |name: &&str| name.strip_prefix(RULE)?.strip_prefix('@').and_then(version);
    match exports.iter().find_map(rule) {
        None => Err(Refusal::NoRule(
            exports.iter().map(ToString::to_string).collect(),
        )),
        Some(found) if found.major != INTERFACE.major => Err(Refusal::OtherMajor(found)),
        Some(found) if found.minor > INTERFACE.minor => Err(Refusal::NewerMinor(found)),
        Some(found) => Ok(found),
    }
}

fn version(text: &str) -> Option<Version> {
    let mut numbers = text.split('.').map(|number| number.parse().ok());
    let (major, minor) = (numbers.next()??, numbers.next()??);
    Some(Version { major, minor })
}
