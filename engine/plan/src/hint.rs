//! What most likely went wrong where YAML cannot be read.
//!
//! The parser's own words are about YAML. These are about what people type: a tab, a full-width
//! colon, a value that needs quotes.

/// The catalogue key of the likely cause; `hint-none` when none of them is in sight.
pub(crate) fn hint(text: &str, at: usize) -> &'static str {
    let line = line_around(text, at);
    let before = line_around(text, line.start.saturating_sub(1));
    let [this, previous] = [&text[line.clone()], &text[before]];
    let head = &text[line.start..at];
    let next = text[at..].chars().next();
    if [this, previous].iter().any(|l| indent(l).contains('\t')) || next == Some('\t') {
        return "hint-tab";
    }
    if next == Some('{') && head.ends_with('$') {
        return "hint-parameter";
    }
    match next {
        Some('@' | '`' | '%' | '&' | '*' | '!') => return "hint-quote",
        Some('"' | '\'') => return "hint-open",
        Some(':') if head.contains(": ") => return "hint-quote",
        _ => {}
    }
    if this.contains('：') || previous.contains('：') || missing_colon(text, line.start) {
        return "hint-colon";
    }
    "hint-none"
}

fn indent(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

/// Whether the last line with anything on it before `start` ends or splits at a full-width colon.
fn missing_colon(text: &str, start: usize) -> bool {
    let mut lines = text[..start].lines().rev();
    lines
        .find(|l| !l.trim().is_empty())
        .is_some_and(|l| l.contains('：'))
}

fn line_around(text: &str, at: usize) -> std::ops::Range<usize> {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let end = text[at..].find('\n').map_or(text.len(), |n| at + n);
    start..end
}

#[cfg(test)]
mod tests {
    use super::hint;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let at = text.find('^').expect("a mark where reading stopped");
        assert_eq!(hint(&text.replacen('^', "", 1), at), expected, "{text}");
    }

    #[test]
    fn what_people_type_is_recognised() {
        check("a:\n\t^- b\n", "hint-tab");
        check("a: { b: $^{x} }\n", "hint-parameter");
        check("会议：\n  - id^: x\n", "hint-colon");
        check("a: 1\nb：2\n^c: 3\n", "hint-colon");
        check("a: ^@x\n", "hint-quote");
        check("a: b^: c\n", "hint-quote");
        check("a: ^\"x\nb: 2\n", "hint-open");
        check("a:\n  - b\n ^c: d\n", "hint-none");
    }
}
