//! Makes a value plain text, whatever it says.

use std::io::{Result as IoResult, Write};

use crate::markdown::{ATTACHMENT, BLANK_LINE, CAPTION, LANDSCAPE};

/// Writes a value so that Markdown, and the conventions of [`crate::markdown`], read it as the same
/// text and nothing else, wherever in a line it stands.
pub(super) fn value(text: &str, out: &mut dyn Write) -> IoResult<()> {
    escape(text, " ", out)
}

/// As [`value`], for a cell of a table: line breaks stay.
pub(super) fn cell(text: &str) -> String {
    let mut out = Vec::new();
    let text = text.trim_end();
    // Writing to memory does not fail, and what is written is text.
    escape(text, "<br>", &mut out).unwrap_or_default();
    String::from_utf8(out).unwrap_or_default()
}

fn escape(text: &str, line_break: &str, out: &mut dyn Write) -> IoResult<()> {
    let text = text.replace("\r\n", "\n");
    let mut after_blank = true;
    for (at, sign) in text.char_indices() {
        let rest = &text[at..];
        let blank = matches!(sign, ' ' | '\t');
        match sign {
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                out.write_all(line_break.as_bytes())?;
            }
            // Blanks at the ends, and several together, would say something to Markdown.
            ' ' | '\t' if after_blank || rest.len() == 1 => out.write_all(b"&#32;")?,
            ' ' | '\t' => out.write_all(b" ")?,
            sign if sign.is_control() => {}
            // A backslash before these does not hold in every place.
            '\\' | '|' | '【' | '】' => write!(out, "&#{};", u32::from(sign))?,
            sign if begins_convention(at, rest) => write!(out, "&#{};", u32::from(sign))?,
            sign if sign.is_ascii_punctuation() => write!(out, "\\{sign}")?,
            sign => write!(out, "{sign}")?,
        }
        after_blank = blank;
    }
    Ok(())
}

/// Whether one of the signs begins here that say something to [`crate::markdown`].
fn begins_convention(at: usize, rest: &str) -> bool {
    let first = at == 0 && (rest.starts_with(CAPTION) || rest.starts_with(ATTACHMENT));
    first || rest == LANDSCAPE || rest.starts_with(BLANK_LINE)
}
