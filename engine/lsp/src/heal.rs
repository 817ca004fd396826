//! A text that cannot be read to one that can, with everything left where it stands.

use luoshi_diagnostics::FileId;
use luoshi_plan::read_tree;

/// Lines that are blanked before the rest of the text is given up.
const LINES: usize = 12;

/// Blanks as little as is needed for a YAML text to be readable: the line that was edited last if
/// that will do, else lines where reading stops, else all from there on.
pub(crate) fn healed(text: &str, edited: usize) -> String {
    if error(text).is_none() {
        return text.to_owned();
    }
    let without = blanked(text, line_at(text, edited));
    if error(&without).is_none() {
        return without;
    }
    let mut healed = text.to_owned();
    for _ in 0..LINES {
        let Some(at) = error(&healed) else {
            return healed;
        };
        let mut line = line_at(&healed, at);
        while line.start > 0 && healed[line.clone()].trim().is_empty() {
            line = line_at(&healed, line.start - 1);
        }
        healed = blanked(&healed, line);
    }
    let at = error(text).map_or(text.len(), |at| line_at(text, at).start);
    let cut = blanked(text, at..text.len());
    match error(&cut) {
        None => cut,
        Some(_) => blanked(text, 0..text.len()),
    }
}

/// Where reading stops.
fn error(text: &str) -> Option<usize> {
    let (tree, notes) = read_tree(FileId(0), text);
    let place = notes.first().and_then(|note| note.place.as_ref());
    tree.is_none().then(|| place.map(|p| p.start)).flatten()
}

fn line_at(text: &str, at: usize) -> std::ops::Range<usize> {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    start..text[at..].find('\n').map_or(text.len(), |n| at + n)
}

/// The text with blanks instead of a part of it; lines and bytes stay where they are.
fn blanked(text: &str, part: std::ops::Range<usize>) -> String {
    let blank = |c: char| match c {
        '\n' | '\r' => c.to_string(),
        c => " ".repeat(c.len_utf8()),
    };
    let middle: String = text[part.clone()].chars().map(blank).collect();
    format!("{}{middle}{}", &text[..part.start], &text[part.end..])
}

#[cfg(test)]
mod tests {
    use super::healed;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let edited = text.find('^').unwrap_or(0);
        let text = text.replacen('^', "", 1);
        let healed = healed(&text, edited);
        assert_eq!(healed.len(), text.len());
        let squeezed: Vec<&str> = healed.lines().map(str::trim_end).collect();
        assert_eq!(squeezed.join("|"), expected);
    }

    #[test]
    fn as_little_as_possible_is_blanked() {
        check("a: 1\nb: 2\n", "a: 1|b: 2");
        check("a: 1\n^b\nc: 2\n", "a: 1||c: 2");
        check("a: 1\nb: { c: 1\nd: ^2\n", "a: 1||");
        check("a: 1\nb: 'x\nc: 2\n", "a: 1||c: 2");
        check("村: \"一\n", "");
        check("{", "");
    }
}
