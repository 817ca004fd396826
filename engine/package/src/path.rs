//! Paths inside a package: the same file on every system, and never one outside.

use std::collections::BTreeMap;

use luoshi_diagnostics::{Code, Note};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Bytes of a path at most: Windows allows 260 characters, the folder above included.
pub const LONGEST_PATH: usize = 180;

/// Why a path cannot stand in a package; the key of its words.
fn fault(path: &str) -> Option<&'static str> {
    let parts = || path.split('/');
    let rules: [(bool, &'static str); 7] = [
        (path.len() > LONGEST_PATH, "path-long"),
        (path.contains('\\'), "path-backslash"),
        (path.starts_with('/') || has_drive(path), "path-absolute"),
        (
            parts().any(|part| matches!(part, "" | "." | "..")),
            "path-leaves",
        ),
        (path.chars().any(is_unseen), "path-unseen"),
        (parts().any(windows_refuses), "path-windows"),
        (!is_nfc(path), "path-composed"),
    ];
    let broken = rules.into_iter().find(|(broken, _)| *broken);
    broken.map(|(_, why)| why)
}

/// `C:` and whatever else Windows takes for a drive.
fn has_drive(path: &str) -> bool {
    path.chars().nth(1) == Some(':')
}

/// Characters that nobody sees, or that turn the direction of what is shown.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Names of devices, with any ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// What Windows does not take for a name, or takes for another one.
fn windows_refuses(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).trim_end();
    let stem = stem.to_lowercase();
    let numbered = |port: &str| {
        let number = stem.strip_prefix(port).unwrap_or("");
        let mut digits = number.chars();
        let digit = digits.next();
        digits.next().is_none() && digit.is_some_and(|d| d.is_ascii_digit() || "¹²³".contains(d))
    };
    part.ends_with(['.', ' '])
        || part.contains(['<', '>', ':', '"', '|', '?', '*'])
        || DEVICES.contains(&stem.as_str())
        || ["com", "lpt"].iter().any(|port| numbered(port))
}

/// What is wrong with the paths of a package, each by itself and with one another.
pub(crate) fn faults<'p>(paths: impl Iterator<Item = &'p str>) -> Vec<Note> {
    let mut notes = Vec::new();
    // What a path is on the disk of any system, to how it is spelled and whether it is a file.
    let mut taken: BTreeMap<String, (&str, bool)> = BTreeMap::new();
    for path in paths {
        if let Some(why) = fault(path) {
            let note = Note::new(Code::PackagePath).arg("path", path.escape_debug().to_string());
            notes.push(note.term("why", why));
            continue;
        }
        for (end, is_file) in ends(path) {
            let here = (&path[..end], is_file);
            match taken.insert(folded(here.0), here) {
                None => {}
                // A folder may be met again.
                Some(there) if there == here && !is_file => {}
                Some((other, _)) => {
                    let note = Note::new(Code::PackagePathsAlike);
                    notes.push(note.arg("path", here.0).arg("other", other));
                    break;
                }
            }
        }
    }
    notes
}

/// Where each folder of a path ends, and then the path itself.
fn ends(path: &str) -> impl Iterator<Item = (usize, bool)> {
    let folders = path.match_indices('/').map(|(at, _)| (at, false));
    folders.chain([(path.len(), true)])
}

/// Whether a text is a path everywhere, spelled as no system would change it.
pub(crate) fn is_plain(text: &str) -> bool {
    fault(text).is_none() && folded(text) == text
}

/// The same for all paths that some system takes for one: case does not count, nor how a character is composed.
fn folded(path: &str) -> String {
    let plain: String = path.nfkc().collect();
    plain.to_lowercase().nfkc().collect()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_PATH, faults};
    use luoshi_diagnostics::{Arg, Code};

    fn why(path: &str) -> Option<Arg> {
        let notes = faults([path].into_iter());
        assert!(notes.len() <= 1);
        let note = notes.into_iter().next()?;
        assert_eq!(note.code, Code::PackagePath);
        note.args
            .into_iter()
            .find(|(name, _)| *name == "why")
            .map(|(_, why)| why)
    }

    #[test]
    fn what_is_a_path_everywhere() {
        let long = "a".repeat(LONGEST_PATH);
        let good = [
            "package.yaml",
            "rules/夜间巡逻.rhai",
            "tests/a/b/c.yaml",
            "a b.yaml",
            "a..b",
            "...a",
            "console.yaml",
            "com10.yaml",
            &long,
        ];
        for path in good {
            assert_eq!(why(path), None, "{path}");
        }
    }

    #[test]
    fn what_is_no_path_on_some_system() {
        let long = "文".repeat(LONGEST_PATH / 3 + 1);
        let bad = [
            ("", "path-leaves"),
            ("/etc/passwd", "path-absolute"),
            ("//server/share", "path-absolute"),
            ("C:/x.yaml", "path-absolute"),
            ("c:x.yaml", "path-absolute"),
            ("../x.yaml", "path-leaves"),
            ("rules/../../x.rhai", "path-leaves"),
            ("rules/..", "path-leaves"),
            ("./x.yaml", "path-leaves"),
            ("rules//x.rhai", "path-leaves"),
            ("rules/", "path-leaves"),
            ("..\\x.yaml", "path-backslash"),
            ("a\nb.yaml", "path-unseen"),
            ("a\0.yaml", "path-unseen"),
            ("a\u{202e}lmay.yaml", "path-unseen"),
            ("a\u{200b}.yaml", "path-unseen"),
            ("con.yaml", "path-windows"),
            ("rules/NUL", "path-windows"),
            ("Com1.yaml", "path-windows"),
            ("lpt².yaml", "path-windows"),
            ("aux .yaml", "path-windows"),
            ("x.yaml.", "path-windows"),
            ("rules /x.rhai", "path-windows"),
            ("a?.yaml", "path-windows"),
            ("x.yaml:stream", "path-windows"),
            ("e\u{301}.yaml", "path-composed"),
            (&long, "path-long"),
        ];
        for (path, wanted) in bad {
            assert_eq!(why(path), Some(Arg::Term(wanted)), "{path:?}");
        }
    }

    #[test]
    fn what_some_system_takes_for_one() {
        let alike = [
            ["A.yaml", "a.yaml"],
            ["tests/A/x.yaml", "tests/a/y.yaml"],
            ["tests/a", "tests/a/y.yaml"],
            ["ﬁle.yaml", "file.yaml"],
            ["ａ.yaml", "a.yaml"],
            ["x.yaml", "x.yaml"],
        ];
        for paths in alike {
            let codes: Vec<Code> = faults(paths.into_iter()).iter().map(|n| n.code).collect();
            assert_eq!(codes, [Code::PackagePathsAlike], "{paths:?}");
        }
        assert!(faults(["tests/a/x.yaml", "tests/a/y.yaml", "tests/b"].into_iter()).is_empty());
    }
}
