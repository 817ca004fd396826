//! Lines of text, counted in half characters.

use crate::geometry::{half_cells, half_cells_of};

/// Half characters in a line: 28 characters (5.2.3).
pub(super) const WIDTH: usize = 56;

/// Characters that a line must not begin with.
const NOT_FIRST: &str = "，。、；：！？）》」』〕】”’…%％";

/// Characters that a line must not end with.
const NOT_LAST: &str = "（《「『〔【“‘";

/// The lines written so far.
#[derive(Default)]
pub(super) struct Lines {
    out: String,
}

impl Lines {
    /// The text, without blank lines at its start and end.
    pub(super) fn finish(self) -> String {
        let text = self.out.trim_matches('\n');
        format!("{text}\n")
    }

    /// A line as it is; nothing at its end that cannot be seen.
    pub(super) fn line(&mut self, text: &str) {
        let seen: String = text.chars().filter(|c| !c.is_control()).collect();
        self.out.push_str(seen.trim_end());
        self.out.push('\n');
    }

    /// Blank lines.
    pub(super) fn blanks(&mut self, count: usize) {
        self.out.push_str(&"\n".repeat(count));
    }

    /// A page begins: a form feed, which printers obey and screens do not show.
    pub(super) fn page(&mut self) {
        self.out.push_str("\n\u{c}");
    }

    /// A line across the page.
    pub(super) fn rule(&mut self) {
        self.line(&"─".repeat(WIDTH / half_cells('─').max(1)));
    }

    /// In the middle; over several lines where it is too long.
    pub(super) fn centred(&mut self, text: &str) {
        for piece in wrap(text, 0, 0) {
            let before = WIDTH.saturating_sub(half_cells_of(&piece)) / 2;
            self.line(&format!("{}{piece}", " ".repeat(before)));
        }
    }

    /// Ending some half characters before the right edge.
    pub(super) fn ending(&mut self, text: &str, right: usize) {
        let before = WIDTH.saturating_sub(right + half_cells_of(text));
        self.line(&format!("{}{text}", " ".repeat(before)));
    }

    /// Over as many lines as it takes, the first and the others so far from the left edge.
    pub(super) fn wrapped(&mut self, text: &str, first: usize, left: usize) {
        for (at, piece) in wrap(text, first, left).iter().enumerate() {
            let before = if at == 0 { first } else { left };
            self.line(&format!("{}{piece}", " ".repeat(before)));
        }
    }
}

fn wrap(text: &str, first: usize, left: usize) -> Vec<String> {
    pieces(
        text,
        WIDTH.saturating_sub(first),
        WIDTH.saturating_sub(left),
    )
}

/// A text in pieces, the first and the others of at most so many half characters. Numbers and words stay whole where
/// a line can hold them, and no line begins or ends with a mark that must not stand there.
pub(super) fn pieces(text: &str, first: usize, others: usize) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut pieces = Vec::new();
    let mut from = 0;
    loop {
        let room = if pieces.is_empty() { first } else { others }.max(2);
        let end = end_of_line(&chars, from, room);
        pieces.push(chars[from..end].iter().collect());
        if end >= chars.len() {
            return pieces;
        }
        from = end;
    }
}

/// Where the line that begins at `from` ends: as far as the room goes, then back to a place where it may.
fn end_of_line(chars: &[char], from: usize, room: usize) -> usize {
    let mut used = 0;
    let fits = chars[from..].iter().take_while(|c| {
        used += half_cells(**c);
        used <= room
    });
    let most = from + fits.count().max(1).min(chars.len() - from);
    if most >= chars.len() {
        return chars.len();
    }
    (from + 1..=most)
        .rev()
        .find(|end| may_break(chars[end - 1], chars[*end]))
        .unwrap_or(most)
}

fn may_break(before: char, after: char) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '.';
    let torn = word(before) && word(after);
    !torn && !NOT_FIRST.contains(after) && !NOT_LAST.contains(before)
}
