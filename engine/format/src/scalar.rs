//! Scalars: where they end, and how they are written.

use saphyr_parser::ScalarStyle;

use crate::tree::Scalar;

/// Blanks of YAML. The wide space of Chinese text is none of them: it is text.
pub(crate) const BLANKS: [char; 2] = [' ', '\t'];

/// Where a quoted scalar ends that starts at `start`; the parser counts what follows it as well.
pub(crate) fn quoted_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let Some(&quote) = bytes.get(start) else {
        return start;
    };
    let mut at = start + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' if quote == b'"' => at += 2,
            b'\'' if quote == b'\'' && bytes.get(at + 1) == Some(&b'\'') => at += 2,
            _ if byte == quote => return at + 1,
            _ => at += 1,
        }
    }
    text.len()
}

/// A plain or quoted scalar: `raw` is how it was written, `text` what it says.
pub(crate) fn flow_scalar(raw: &str, text: &str, style: ScalarStyle) -> Scalar {
    if !raw.contains('\n') {
        let line = match style {
            ScalarStyle::SingleQuoted => same_in_double_quotes(raw),
            _ => raw.to_owned(),
        };
        return Scalar {
            lines: vec![line.clone()],
            inline: Some(line),
            block: false,
            keeps: false,
        };
    }
    let inline = match style {
        ScalarStyle::Plain if text.contains('\n') => None,
        ScalarStyle::Plain => Some(text.to_owned()),
        _ => Some(double_quoted(text)),
    };
    let lines = raw.split('\n').map(folded_line).collect();
    Scalar {
        lines,
        inline,
        block: false,
        keeps: false,
    }
}

/// The key of a map: it must stand in one line.
pub(crate) fn key(raw: &str, text: &str, style: ScalarStyle) -> String {
    match style {
        ScalarStyle::Literal | ScalarStyle::Folded => double_quoted(text),
        _ if raw.is_empty() => double_quoted(""),
        _ => {
            let inline = flow_scalar(raw, text, style).inline;
            inline.unwrap_or_else(|| double_quoted(text))
        }
    }
}

/// Double quotes where they need no escapes: `'a'` is `"a"`, but `'a"b'` stays.
fn same_in_double_quotes(raw: &str) -> String {
    let inside = raw.trim_matches('\'');
    let plain = raw.len() == inside.len() + 2
        && !inside.contains(['"', '\\', '\''])
        && !inside.chars().any(char::is_control);
    if plain {
        format!("\"{inside}\"")
    } else {
        raw.to_owned()
    }
}

/// A text in double quotes, in one line.
pub(crate) fn double_quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for char in text.chars() {
        match char {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            char if char.is_control() => quoted.push_str(&format!("\\u{:04x}", u32::from(char))),
            char => quoted.push(char),
        }
    }
    quoted.push('"');
    quoted
}

/// A line of a scalar of several: blanks at both ends mean nothing, unless a backslash says so.
fn folded_line(line: &str) -> String {
    let trimmed = line.trim_end_matches(BLANKS);
    let slashes = trimmed.len() - trimmed.trim_end_matches('\\').len();
    let kept = trimmed.len() + slashes % 2;
    let line = line.get(..kept).unwrap_or(trimmed);
    line.trim_start_matches(BLANKS).to_owned()
}

/// A `|` or `>` scalar, and where it ends.
pub(crate) struct Block {
    pub(crate) scalar: Scalar,
    pub(crate) comment: Option<String>,
    pub(crate) end: usize,
}

/// Reads the block scalar whose `|` or `>` is at `start`, in an entry at column `column`.
pub(crate) fn block_scalar(text: &str, start: usize, column: usize) -> Block {
    let rest = &text[start..];
    let first = rest.split('\n').next().unwrap_or("");
    let (header, comment) = match first.split_once('#') {
        Some((header, comment)) => (header, Some(format!("#{comment}"))),
        None => (first, None),
    };
    let header = header.trim_end_matches(BLANKS);
    let body: Vec<&str> = rest.split('\n').skip(1).collect();
    let stated = header.chars().find_map(|c| c.to_digit(10));
    let indent = match stated {
        Some(digit) => column + digit as usize,
        None => body.iter().find(|l| !blank(l)).map_or(0, |l| spaces(l)),
    };
    let inside = |line: &&&str| blank(line) || (spaces(line) >= indent && indent > column);
    let mut own: Vec<&str> = body.iter().take_while(inside).copied().collect();
    if own.len() == body.len() && own.last() == Some(&"") {
        // What follows the last line break of a file is no line.
        own.pop();
    }
    let keeps = header.contains('+');
    if !keeps {
        // Blank lines at the end mean nothing here: they separate this from what follows.
        while own
            .last()
            .is_some_and(|line| blank(line) && line.len() <= indent)
        {
            own.pop();
        }
    }
    let length: usize = own.iter().map(|line| line.len() + 1).sum();
    let header = header.replace(|c: char| c.is_ascii_digit(), "2");
    let mut lines = vec![header];
    let content = own.iter().map(|line| line.get(indent..).unwrap_or(""));
    lines.extend(content.map(str::to_owned));
    Block {
        scalar: Scalar {
            lines,
            inline: None,
            block: true,
            keeps,
        },
        comment: comment.map(|c| c.trim_end_matches(BLANKS).to_owned()),
        end: (start + first.len() + 1 + length).min(text.len()),
    }
}

fn blank(line: &str) -> bool {
    spaces(line) == line.len()
}

fn spaces(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}
