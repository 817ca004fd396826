//! Names in Rhai: the argument of a function that looks something up.

use luoshi_diagnostics::{FileId, Place};

use super::Use;
use crate::decode::Space;

/// What the first argument of each function names.
const FUNCTIONS: [(&str, &[Space]); 3] = [
    ("duty", &[Space::Duty, Space::Chain]),
    ("incidents", &[Space::Incident]),
    ("param", &[Space::Parameter]),
];

/// A call with a name in quotes, such as `duty("council")`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// What the argument names.
    pub spaces: &'static [Space],
    /// The argument, without quotes.
    pub name: String,
    /// First byte of the argument.
    pub start: usize,
}

impl Call {
    pub(super) fn used(self, file: FileId, offset: usize) -> Use {
        let start = offset + self.start;
        let place = Place {
            file,
            start,
            end: start + self.name.len(),
        };
        Use {
            spaces: self.spaces,
            name: self.name,
            place,
            owner: None,
        }
    }
}

/// Every call with a name in quotes. It is looked for in the text as it stands in the file, where a
/// quoted scalar may have a backslash before the quote, and a script need not be whole.
#[must_use]
pub fn calls(text: &str) -> Vec<Call> {
    let quotes = text.char_indices().filter(|(_, c)| *c == '"');
    let call = |(quote, _): (usize, char)| {
        let before = text[..quote].trim_end_matches('\\').trim_end();
        let function = before.strip_suffix('(')?.trim_end();
        let spaces = spaces_of(function)?;
        let rest = &text[quote + 1..];
        let end = rest.find(['"', '\\', '\n']).unwrap_or(rest.len());
        Some(Call {
            spaces,
            name: rest[..end].to_owned(),
            start: quote + 1,
        })
    };
    quotes.filter_map(call).collect()
}

/// What the function whose name ends a text looks up.
fn spaces_of(text: &str) -> Option<&'static [Space]> {
    let found = FUNCTIONS.iter().find(|(name, _)| {
        let before = text.strip_suffix(name);
        before.is_some_and(|b| !b.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
    });
    found.map(|(_, spaces)| *spaces)
}

#[cfg(test)]
mod tests {
    use super::calls;

    #[test]
    fn names_are_found_in_whatever_quotes() {
        let names = |text: &str| -> Vec<String> {
            let name = |call: super::Call| format!("{}@{}", call.name, call.start);
            calls(text).into_iter().map(name).collect()
        };
        assert_eq!(
            names(r#"duty("a").met + incidents( "b" ) > param("c")"#),
            ["a@6", "b@28", "c@42"]
        );
        assert_eq!(names(r#"duty(\"a\").met"#), ["a@7"]);
        assert_eq!(names(r#"my_duty("a") + "b""#), [""; 0]);
        assert_eq!(names("duty(\"巡逻"), ["巡逻@6"]);
    }
}
