//! Tables of fixed width in which a Chinese character takes two columns.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns of a terminal that every report fits into.
pub const WIDTH: usize = 80;

/// Between two columns of a table.
const GAP: usize = 2;

/// No column is squeezed below this while another is wider.
const NARROWEST: usize = 6;

/// On which side the cells of a column are flush.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// On the left, as words are.
    Left,
    /// On the right, as figures are.
    Right,
}

/// A table that is being filled.
#[derive(Debug)]
pub struct Table {
    sides: Vec<Side>,
    heading: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings, each with the side its column is flush on.
    #[must_use]
    pub fn new(columns: Vec<(String, Side)>) -> Table {
        let (heading, sides) = columns.into_iter().unzip();
        Table {
            sides,
            heading,
            rows: Vec::new(),
        }
    }

    /// Adds a row with as many cells as there are headings.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Whether it has no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Appends the table to `out`, indented.
    pub fn write(&self, out: &mut String, indent: usize) {
        let widths = self.widths(WIDTH.saturating_sub(indent));
        self.write_row(out, indent, &widths, &self.heading);
        let rules: Vec<String> = widths.iter().map(|w| "-".repeat(*w)).collect();
        self.write_row(out, indent, &widths, &rules);
        for row in &self.rows {
            self.write_row(out, indent, &widths, row);
        }
    }

    /// What each column needs, the widest cut down until all fit.
    fn widths(&self, room: usize) -> Vec<usize> {
        let mut widths: Vec<usize> = self.heading.iter().map(|h| h.width()).collect();
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.width());
            }
        }
        let room = room.saturating_sub(GAP * widths.len().saturating_sub(1));
        while widths.iter().sum::<usize>() > room {
            let Some(widest) = widths.iter_mut().max_by_key(|w| **w) else {
                break;
            };
            if *widest <= NARROWEST {
                break;
            }
            *widest -= 1;
        }
        widths
    }

    fn write_row(&self, out: &mut String, indent: usize, widths: &[usize], cells: &[String]) {
        let wrapped: Vec<Vec<String>> =
            cells.iter().zip(widths).map(|(c, w)| wrap(c, *w)).collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..height {
            let mut line = " ".repeat(indent);
            for ((cell, width), side) in wrapped.iter().zip(widths).zip(&self.sides) {
                let text = cell.get(at).map_or("", String::as_str);
                let pad = " ".repeat(width.saturating_sub(text.width()));
                match side {
                    Side::Left => line.extend([text, &pad]),
                    Side::Right => line.extend([pad.as_str(), text]),
                }
                line.push_str(&" ".repeat(GAP));
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
}

/// Appends a paragraph; lines after the first are indented by `hang`.
pub fn paragraph(out: &mut String, first: &str, hang: usize, text: &str) {
    let room = WIDTH.saturating_sub(hang.max(first.width()));
    for (at, line) in wrap(text, room).iter().enumerate() {
        if at == 0 {
            out.push_str(first);
        } else {
            out.push_str(&" ".repeat(hang));
        }
        out.push_str(line);
        out.push('\n');
    }
}

/// Breaks a text into lines of at most `width` columns: at blanks, and between Chinese
/// characters, but never before a closing mark. A word that is wider is cut.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in words(text) {
        let blank = word.starts_with(' ');
        let size = word.width();
        if used + size <= width {
            push(&mut lines, word);
            used += size;
        } else if blank && word.trim().is_empty() {
            // A blank that would start a line is what the line break replaces.
            continue;
        } else if size <= width {
            lines.push(word.to_owned());
            used = size;
        } else {
            used = cut(&mut lines, used, word, width);
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

fn push(lines: &mut [String], text: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(text);
    }
}

/// Spreads a word over lines, after an underscore where there is one; returns the columns used
/// of the last.
fn cut(lines: &mut Vec<String>, mut used: usize, word: &str, width: usize) -> usize {
    for part in word.split_inclusive('_') {
        if used > 0 && used + part.width() > width && part.width() <= width {
            lines.push(String::new());
            used = 0;
        }
        for c in part.chars() {
            let size = c.width().unwrap_or(0);
            if used + size > width && used > 0 {
                lines.push(String::new());
                used = 0;
            }
            if let Some(line) = lines.last_mut() {
                line.push(c);
            }
            used += size;
        }
    }
    used
}

/// Marks that must not begin a line.
const CLOSING: &str = "，。、；：？！）」』”’》】〉,.;:?!)]}%";

/// Marks that must not end a line.
const OPENING: &str = "（「『“‘《【〈([{";

/// The parts that a line may be broken between: words, blanks, single wide characters with
/// the marks that cling to them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = word_end(rest)?;
        let (word, left) = rest.split_at(end);
        rest = left;
        Some(word)
    })
}

fn word_end(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    let (_, first) = chars.next()?;
    let mut before = first;
    for (at, c) in chars {
        if !clings(before, c) {
            return Some(at);
        }
        before = c;
    }
    Some(text.len())
}

/// Whether no line may be broken between these two.
fn clings(before: char, after: char) -> bool {
    if before == ' ' || after == ' ' {
        return before == after;
    }
    let wide = |c: char| c.width() == Some(2);
    OPENING.contains(before) || CLOSING.contains(after) || (!wide(before) && !wide(after))
}

#[cfg(test)]
mod tests {
    use super::{Side, Table, wrap};
    use unicode_width::UnicodeWidthStr;

    #[track_caller]
    fn check(text: &str, width: usize, expected: &[&str]) {
        assert_eq!(wrap(text, width), expected);
    }

    #[test]
    fn lines_break_between_chinese_characters_and_at_blanks() {
        check("村级治安联防", 8, &["村级治安", "联防"]);
        check("two words here", 9, &["two words", "here"]);
        check("第 3 项", 20, &["第 3 项"]);
    }

    #[test]
    fn no_line_starts_with_a_closing_mark_or_ends_with_an_opening_one() {
        check("没有记录。", 8, &["没有记", "录。"]);
        check("见（附件）", 5, &["见", "（附", "件）"]);
    }

    #[test]
    fn a_word_that_is_too_wide_is_cut() {
        check("abcdefgh", 3, &["abc", "def", "gh"]);
        check(
            "确定 night_patrol_nights",
            12,
            &["确定 night_", "patrol_", "nights"],
        );
    }

    #[test]
    fn a_table_never_leaves_its_room() {
        let mut table = Table::new(vec![
            ("对象".into(), Side::Left),
            ("数".into(), Side::Right),
            ("问题".into(), Side::Left),
        ]);
        table.row(vec![
            "东风村".into(),
            "3".into(),
            "应有一次，实有零次，".repeat(12),
        ]);
        let mut out = String::new();
        table.write(&mut out, 2);
        assert!(out.lines().all(|line| line.width() <= 80), "{out}");
        assert!(out.starts_with("  对象    数  问题\n  ------  --  ---"));
    }
}
