//! Makes a value plain text, whatever it says.

use std::io::{Result as IoResult, Write};

use crate::markdown::{ATTACHMENT, BLANK_LINE, CAPTION, LANDSCAPE};

/// Writes a value so that Markdown, and the conventions of [`crate::markdown`], read it as the same
/// text in one line and nothing else, wherever in a line it stands.
pub(super) fn value(text: &str, out: &mut dyn Write) -> IoResult<()> {
    let lines: Vec<&str> = lines(text).collect();
    escape(&lines.join(" "), out)
}

/// As [`value`], for a cell of a table: line breaks stay.
pub(super) fn cell(text: &str) -> String {
    let mut out = Vec::new();
    for (at, line) in lines(text.trim_end()).enumerate() {
        if at > 0 {
            out.extend_from_slice(b"<br>");
        }
        // Writing to memory does not fail.
        escape(line, &mut out).unwrap_or_default();
    }
    String::from_utf8(out).unwrap_or_default()
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    const BREAKS: [char; 7] = [
        '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
    ];
    text.split("\r\n").flat_map(|part| part.split(BREAKS))
}

fn escape(text: &str, out: &mut dyn Write) -> IoResult<()> {
    let text: String = text
        .chars()
        .filter(|sign| !sign.is_control() || *sign == '\t')
        .collect();
    let mut after_blank = true;
    for (at, sign) in text.char_indices() {
        let rest = &text[at..];
        let blank = matches!(sign, ' ' | '\t');
        match sign {
            // Blanks at the ends, and several together, would say something to Markdown.
            ' ' | '\t' if after_blank || rest.len() == 1 => out.write_all(b"&#32;")?,
            ' ' | '\t' => out.write_all(b" ")?,
            // A backslash before the first two does not hold in every place.
            '\\' | '|' | '【' | '】' => write!(out, "&#{};", u32::from(sign))?,
            sign if begins_convention(rest) => write!(out, "&#{};", u32::from(sign))?,
            sign if sign.is_ascii_punctuation() => write!(out, "\\{sign}")?,
            sign => write!(out, "{sign}")?,
        }
        after_blank = blank;
    }
    Ok(())
}

/// Whether one of the signs begins here that say something to [`crate::markdown`]. Some of them do so
/// only at the beginning or the end of a text; but where that is, the value does not know.
fn begins_convention(rest: &str) -> bool {
    const CONVENTIONS: [&str; 4] = [CAPTION, ATTACHMENT, LANDSCAPE, BLANK_LINE];
    CONVENTIONS.iter().any(|signs| rest.starts_with(signs))
}
