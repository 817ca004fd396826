//! What an expression in Rhai can be changed to by one step.

use std::ops::Range;

/// Operators, the longest first, and what each is changed to; nothing for those that only keep others
/// from being read in part.
const OPERATORS: [(&str, Option<&str>); 16] = [
    ("<<", None),
    (">>", None),
    ("=>", None),
    ("->", None),
    ("<=", Some("<")),
    (">=", Some(">")),
    ("==", Some("!=")),
    ("!=", Some("==")),
    ("&&", Some("||")),
    ("||", Some("&&")),
    ("+=", None),
    ("-=", None),
    ("<", Some("<=")),
    (">", Some(">=")),
    ("+", Some("-")),
    ("-", Some("+")),
];

/// One change: the bytes that it replaces, and by what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) at: Range<usize>,
    pub(crate) to: String,
}

/// Every change of an operator, a whole number or a truth value, in the order of the text. Texts in
/// quotes and remarks stay as they are.
pub(crate) fn changes(text: &str) -> Vec<Change> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let step = token(rest, at, &mut found);
        at += step.max(1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    found
}

/// Reads one token; gives back its length.
fn token(rest: &str, at: usize, found: &mut Vec<Change>) -> usize {
    let first = rest.chars().next().unwrap_or(' ');
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return remark(rest);
    }
    if matches!(first, '"' | '`' | '\'') {
        return quoted(rest, first);
    }
    if let Some(len) = raw(rest) {
        return len;
    }
    if first.is_alphabetic() || first == '_' {
        let word = |c: char| c.is_alphanumeric() || c == '_';
        let len = rest.find(|c| !word(c)).unwrap_or(rest.len());
        let to = match &rest[..len] {
            "true" => "false",
            "false" => "true",
            _ => return len,
        };
        found.push(Change {
            at: at..at + len,
            to: to.to_owned(),
        });
        return len;
    }
    if first.is_ascii_digit() {
        return number(rest, at, found);
    }
    let operator = OPERATORS.iter().find(|(sign, _)| rest.starts_with(sign));
    let Some((sign, to)) = operator else {
        return first.len_utf8();
    };
    found.extend(to.map(|to| Change {
        at: at..at + sign.len(),
        to: to.to_owned(),
    }));
    sign.len()
}

/// Changes a whole number by one, up and down; gives back its length.
fn number(rest: &str, at: usize, found: &mut Vec<Change>) -> usize {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let len = rest.find(|c| !part(c)).unwrap_or(rest.len());
    if let Ok(number) = rest[..len].parse::<i64>() {
        let moved = [
            number.checked_sub(1).filter(|n| *n >= 0),
            number.checked_add(1),
        ];
        found.extend(moved.into_iter().flatten().map(|number| Change {
            at: at..at + len,
            to: number.to_string(),
        }));
    }
    len
}

/// The length of a remark; it ends where all remarks inside it have ended.
fn remark(rest: &str) -> usize {
    let (mut open, mut at) = (0, 0);
    while at < rest.len() {
        let inside = &rest.as_bytes()[at..];
        match inside {
            [b'/', b'*', ..] => (open, at) = (open + 1, at + 2),
            [b'*', b'/', ..] => (open, at) = (open - 1, at + 2),
            _ => at += 1,
        }
        if open == 0 {
            break;
        }
    }
    at
}

/// The length of a text in quotes.
fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            // Between backquotes a backslash is one.
            '\\' => escaped = quote != '`',
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

/// The length of a raw text, `#"…"#` with as many signs before as behind; nothing where none begins.
fn raw(rest: &str) -> Option<usize> {
    let signs = rest.bytes().take_while(|byte| *byte == b'#').count();
    let inside = rest.get(signs..)?.strip_prefix('"').filter(|_| signs > 0)?;
    let end = format!("\"{}", "#".repeat(signs));
    let length = inside.find(&end).map(|at| at + end.len());
    Some(length.map_or(rest.len(), |length| signs + 1 + length))
}

#[cfg(test)]
mod tests {
    use super::changes;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let made = changes(text).into_iter().map(|change| {
            let mut text = text.to_owned();
            text.replace_range(change.at, &change.to);
            text
        });
        assert_eq!(made.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn operators_numbers_and_truth() {
        check("a < 1", &["a <= 1", "a < 0", "a < 2"]);
        check("a >= b && !c", &["a > b && !c", "a >= b || !c"]);
        check("x == 0", &["x != 0", "x == 1"]);
        check(
            "if true { x + y }",
            &["if false { x + y }", "if true { x - y }"],
        );
    }

    #[test]
    fn quotes_remarks_and_names_stay() {
        check("duty(\"a<1\\\"2\").missed // 3 > 2", &[]);
        check(
            "村1 /* 1 */ == 2",
            &["村1 /* 1 */ != 2", "村1 /* 1 */ == 1", "村1 /* 1 */ == 3"],
        );
        // In backquotes a backslash is one, and a remark may hold another.
        check(
            "a == `\\` + `1 < 2`",
            &["a != `\\` + `1 < 2`", "a == `\\` - `1 < 2`"],
        );
        check("/* 1 /* 2 */ 3 */ !a", &[]);
    }

    #[test]
    fn raw_texts_stay_whatever_is_in_them() {
        check("a == #\"1 < \"2\" // 3\"#", &["a != #\"1 < \"2\" // 3\"#"]);
        check(
            "#\"\\\"# + 1",
            &["#\"\\\"# - 1", "#\"\\\"# + 0", "#\"\\\"# + 2"],
        );
        check("##\"a \"# 1\"## < b", &["##\"a \"# 1\"## <= b"]);
        // A map is no text, and one without end is one to the end.
        check("#{ a: 1 }", &["#{ a: 0 }", "#{ a: 2 }"]);
        check("#\"1 < 2", &[]);
    }
}
