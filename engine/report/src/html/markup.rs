//! Markup by hand, for the parts of the page that are long: everything from data goes through here.

use std::fmt::Write;

use crate::reader::Reader;

/// Appends a text so that it can stand between tags and in a quoted attribute.
pub fn text(out: &mut String, raw: &str) {
    for c in raw.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

/// A text that can stand between tags and in a quoted attribute.
pub(super) fn escaped(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len() + 8);
    text(&mut out, raw);
    out
}

/// An element with a class around a text.
pub(super) fn element(out: &mut String, name: &str, class: &str, raw: &str) {
    out.extend(["<", name]);
    if !class.is_empty() {
        out.extend([" class=\"", class, "\""]);
    }
    out.push('>');
    text(out, raw);
    out.extend(["</", name, ">"]);
}

/// A link inside the page; the text alone where the anchor is empty.
pub(super) fn link(out: &mut String, anchor: &str, raw: &str) {
    if anchor.is_empty() {
        text(out, raw);
        return;
    }
    out.extend(["<a href=\"#", anchor, "\">"]);
    text(out, raw);
    out.push_str("</a>");
}

/// What can be linked to, each with the letter that its anchors begin with.
#[derive(Clone, Copy)]
pub(super) enum To {
    Finding,
    Duty,
    Clause,
    Parameter,
}

/// The anchor of something: its id, with what an address cannot hold written as `~` and a number,
/// so that two ids never share one.
pub(super) fn anchor(to: To, id: &str) -> String {
    let mut out = String::with_capacity(id.len() + 2);
    out.push_str(match to {
        To::Finding => "f-",
        To::Duty => "d-",
        To::Clause => "c-",
        To::Parameter => "p-",
    });
    for c in id.chars() {
        if c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/') {
            out.push(c);
        } else {
            // Writing to a text cannot fail.
            let _ = write!(out, "~{:x}~", u32::from(c));
        }
    }
    out
}

/// The anchor of a clause; empty where the plan does not have it.
pub(super) fn clause_anchor(reader: &Reader<'_>, clause: &str) -> String {
    if reader.glossary.clauses.contains_key(clause) {
        anchor(To::Clause, clause)
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::{To, anchor, escaped};

    #[test]
    fn nothing_from_data_is_markup() {
        assert_eq!(
            escaped("<a b=\"c\">&'"),
            "&lt;a b=&quot;c&quot;&gt;&amp;&#39;"
        );
    }

    #[test]
    fn two_ids_never_share_an_anchor() {
        assert_eq!(
            anchor(To::Finding, "会议/v01/2012-06"),
            "f-会议/v01/2012-06"
        );
        assert_ne!(anchor(To::Finding, "a b"), anchor(To::Finding, "a~20~b"));
    }
}
