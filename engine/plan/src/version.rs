//! Versions of packages, and ranges of them: <https://semver.org>, ranges as Cargo reads them.

use std::fmt;

use semver::VersionReq;
use serde_json::{Value, json};

use crate::decode::{Cx, Decode};
use crate::scalar::{count, scalar};
use crate::schema::{SchemaBook, number_schema};
use crate::yaml::Node;

/// `major.minor.patch`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version(pub u32, pub u32, pub u32);

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

impl Version {
    /// Reads `1`, `1.2` or `1.2.3`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Version> {
        let mut parts = [0u32; 3];
        let mut given = text.split('.');
        for (at, part) in parts.iter_mut().enumerate() {
            match given.next() {
                Some(number) => *part = count(number)?,
                None if at > 0 => {}
                None => return None,
            }
        }
        given
            .next()
            .is_none()
            .then_some(Version(parts[0], parts[1], parts[2]))
    }

    /// Whether this version lies in a range; none does in a text that is no range.
    #[must_use]
    pub fn satisfies(self, range: &str) -> bool {
        VersionRange::parse(range).is_some_and(|range| range.includes(self))
    }
}

impl Decode for Version {
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        scalar(node, cx, "type-version", Version::parse)
    }

    fn schema(_: &mut SchemaBook) -> Value {
        number_schema(&json!({ "type": "number" }), "^[0-9]+(\\.[0-9]+){0,2}$")
    }
}

/// Versions that will do, as their author wrote them.
///
/// `1.2` and `^1.2` are 1.2 and what is compatible with it: below 2.0; of 0.3, below 0.4; of 0.0.3,
/// that alone. `~1.2` is any 1.2, `=1.2.3` that one, `>=1.2, <2` both, `1.*` any 1, `*` any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionRange {
    text: String,
    range: VersionReq,
}

impl VersionRange {
    /// Reads a range; the comma may be the Chinese one.
    #[must_use]
    pub fn parse(text: &str) -> Option<VersionRange> {
        let range = VersionReq::parse(&text.replace('，', ",")).ok()?;
        Some(VersionRange {
            text: text.to_owned(),
            range,
        })
    }

    /// Every version.
    #[must_use]
    pub fn any() -> VersionRange {
        VersionRange {
            text: "*".to_owned(),
            range: VersionReq::STAR,
        }
    }

    /// Whether a version lies in it.
    #[must_use]
    pub fn includes(&self, version: Version) -> bool {
        let Version(major, minor, patch) = version;
        self.range.matches(&semver::Version::new(
            major.into(),
            minor.into(),
            patch.into(),
        ))
    }

    /// As its author wrote it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for VersionRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Decode for VersionRange {
    /// A text that is no range is noted and read as `*`: with its package left out, every name
    /// would be unknown as well.
    fn decode(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let range = scalar(node, cx, "type-version-range", VersionRange::parse);
        Some(range.unwrap_or_else(VersionRange::any))
    }

    fn written(&self) -> Option<Value> {
        Some(json!(self.text))
    }

    fn schema(_: &mut SchemaBook) -> Value {
        let one = r"(\^|~|=|>=|>|<=|<)?\s*[0-9]+(\.([0-9]+|\*)){0,2}";
        let range = format!(r"^(\*|\s*{one}\s*([,，]\s*{one}\s*)*)$");
        number_schema(&json!({ "type": "number" }), &range)
    }
}

#[cfg(test)]
mod tests {
    use super::{Version, VersionRange};

    /// Range, a version in it and one that is not.
    const RANGES: [(&str, &str, &str); 17] = [
        ("1.2", "1.9.0", "1.1.9"),
        ("1.2", "1.2.0", "2.0.0"),
        ("^1.2.3", "1.2.3", "1.2.2"),
        ("1", "1.0.0", "2"),
        ("^0.3", "0.3.9", "0.4.0"),
        ("0.3.2", "0.3.2", "0.3.1"),
        ("^0.0.3", "0.0.3", "0.0.4"),
        ("0", "0.9.0", "1.0.0"),
        ("0.0", "0.0.9", "0.1.0"),
        ("~1.2", "1.2.9", "1.3.0"),
        ("~1.2.3", "1.2.4", "1.2.2"),
        ("=1.2.3", "1.2.3", "1.2.4"),
        ("=1.2", "1.2.9", "1.3.0"),
        (">=1.2, <2", "1.99.0", "2.0.0"),
        (">=1.2，<1.5", "1.2.0", "1.5.0"),
        ("1.*", "1.7.1", "2.0.0"),
        (">1.2", "1.3.0", "1.2.9"),
    ];

    #[test]
    fn ranges_mean_what_semantic_versions_say() {
        for (range, inside, outside) in RANGES {
            let is_in = |version: &str| Version::parse(version).unwrap().satisfies(range);
            assert!(is_in(inside), "{inside} in {range}");
            assert!(!is_in(outside), "{outside} in {range}");
        }
        assert!(Version(0, 0, 0).satisfies("*"));
        assert!(Version(u32::MAX, u32::MAX, u32::MAX).satisfies("*"));
    }

    #[test]
    fn what_is_no_range_is_none() {
        for text in [
            "",
            " ",
            "^",
            "1.2.3.4",
            "最新",
            "1.2 2",
            ">=1.2,",
            "v1",
            "-1",
            "1..2",
            "99999999999999999999",
        ] {
            assert_eq!(VersionRange::parse(text), None, "{text:?}");
        }
    }
}
