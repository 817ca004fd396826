//! Names of packages, which are also the names of their folders wherever they are kept.

use luoshi_plan::Version;

use crate::path;

/// The ending of an archive's file name.
pub const ENDING: &str = ".luoshi.zip";

/// Whether a text is the name of a package: parts of letters, digits, `-` and `_`, with `/` between them.
///
/// Capitals are none, and nothing that some system takes for another name: two packages are never one folder.
#[must_use]
pub fn is_package_name(text: &str) -> bool {
    let good = |c: char| c.is_alphanumeric() || "-_/".contains(c);
    text.chars().count() <= 64 && text.chars().all(good) && path::is_plain(text)
}

/// Where the archive of a version lies in a registry, such as `county/security-prevention/1.0.0.luoshi.zip`.
#[must_use]
pub fn registry_path(name: &str, version: Version) -> String {
    format!("{name}/{version}{ENDING}")
}

/// The name of an archive that lies by itself, such as `county-security-prevention-1.0.0.luoshi.zip`.
#[must_use]
pub fn file_name(name: &str, version: Version) -> String {
    format!("{}-{version}{ENDING}", name.replace('/', "-"))
}

#[cfg(test)]
mod tests {
    use super::is_package_name;

    #[test]
    fn names_are_folders_on_every_system() {
        for good in [
            "central",
            "county/security-prevention",
            "县/治安防控",
            "a_1/b/c",
        ] {
            assert!(is_package_name(good), "{good}");
        }
        let long = "a".repeat(65);
        let bad = [
            "", "/a", "a/", "a//b", "..", "../a", "a/../b", "a.b", "a b", "County/x", "con",
            "a/nul", "a\\b", "ａ/b", "e\u{301}", &long,
        ];
        for bad in bad {
            assert!(!is_package_name(bad), "{bad}");
        }
    }
}
