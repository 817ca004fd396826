//! Edits of a YAML text by bytes: what is not edited stays as it is, to the letter.

use std::ops::Range;

use luoshi_plan::{Key, Node, NodeKind};

use crate::tree::{Held, entries};

/// Bytes of a text, and what is to stand there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) at: Range<usize>,
    pub(crate) text: String,
}

/// The edits of one text, in its order, none overlapping another.
#[derive(Debug, Clone, Default)]
pub(crate) struct Edits {
    list: Vec<Edit>,
}

impl Edits {
    /// Adds an edit; one that overlaps another is passed over, and `false` comes back.
    pub(crate) fn add(&mut self, edit: Edit) -> bool {
        let overlaps = |other: &Edit| edit.at.start < other.at.end && other.at.start < edit.at.end;
        if self.list.iter().any(overlaps) {
            return false;
        }
        self.list.push(edit);
        self.list.sort_by_key(|e| (e.at.start, e.at.end));
        true
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The text as it will be.
    pub(crate) fn apply(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for edit in &self.list {
            out.push_str(&text[from..edit.at.start]);
            out.push_str(&edit.text);
            from = edit.at.end;
        }
        out.push_str(&text[from..]);
        out
    }

    /// Where in the text as it was a byte of the text as it will be comes from.
    pub(crate) fn back(&self, at: usize) -> usize {
        let mut at = at;
        for edit in &self.list {
            if at <= edit.at.start {
                break;
            }
            let end = edit.at.start + edit.text.len();
            at = match at < end {
                true => edit.at.end.min(at),
                false => at - edit.text.len() + edit.at.len(),
            };
        }
        at
    }
}

/// Another text for a scalar, in the quotes that it has.
pub(crate) fn replace_scalar(text: &str, node: &Node, with: &str) -> Edit {
    let at = node.place.start..node.place.end;
    let quote = text[at.clone()]
        .chars()
        .next()
        .filter(|c| ['"', '\''].contains(c));
    let quote = quote.map(String::from).unwrap_or_default();
    Edit {
        at,
        text: format!("{quote}{with}{quote}"),
    }
}

/// Takes entries out of the map that `of` has for its value; where none is left, and no remark
/// stands between them, takes out `of` too. None where the text is laid out so that this cannot be
/// done without touching anything else.
pub(crate) fn remove_entries(text: &str, of: Held<'_>, gone: &[usize]) -> Option<Vec<Edit>> {
    let all = entries(of.value).len();
    if gone.len() == all {
        let whole = whole_entry(text, of);
        if let Some(edit) = whole.filter(|edit| !has_remark_lines(text, of, edit)) {
            return Some(vec![edit]);
        }
    }
    let flow = text[of.value.place.start..].starts_with('{');
    if flow && gone.len() == all {
        let at = of.value.place.start + 1..end_of_node(text, of.value) - 1;
        return Some(vec![Edit {
            at,
            text: String::new(),
        }]);
    }
    let edits = gone.iter().map(|at| match flow {
        true => flow_entry(text, of.value, *at, gone),
        false => block_entry(text, &entries(of.value)[*at]),
    });
    edits.collect()
}

/// An entry that has its lines for itself, with what is remarked on the last of them.
fn block_entry(text: &str, entry: &(Key, Node)) -> Option<Edit> {
    lines_of(text, entry.0.place.start, end_of(text, entry))
}

fn whole_entry(text: &str, of: Held<'_>) -> Option<Edit> {
    let end = end_of_node(text, of.value).max(of.key.place.end);
    lines_of(text, of.key.place.start, end)
}

/// The end of an entry; a value of nothing has no place of its own.
fn end_of(text: &str, (key, value): &(Key, Node)) -> usize {
    if value.is_null() {
        key.place.end
    } else {
        end_of_node(text, value).max(key.place.end)
    }
}

/// The end of a node. The parser gives brackets after a comma no place, so they are looked for.
fn end_of_node(text: &str, node: &Node) -> usize {
    let last = match &node.kind {
        NodeKind::Map(entries) => entries.last().map(|entry| end_of(text, entry)),
        NodeKind::List(items) => items.last().map(|item| end_of_node(text, item)),
        NodeKind::Scalar { .. } | NodeKind::Undecided(_) => None,
    };
    let closing = match text[node.place.start..].chars().next() {
        Some('{') => '}',
        Some('[') => ']',
        _ => return last.unwrap_or(node.place.end),
    };
    let Some(last) = last else {
        return node.place.end;
    };
    match outside_remarks(text, last, closing) {
        Some(at) => at + 1,
        None => node.place.end,
    }
}

/// Where a character stands next that is in no remark.
fn outside_remarks(text: &str, from: usize, wanted: char) -> Option<usize> {
    let mut at = from;
    while let Some(next) = text[at..].chars().next() {
        match next {
            '#' => at += text[at..].find('\n')?,
            next if next == wanted => return Some(at),
            next => at += next.len_utf8(),
        }
    }
    None
}

/// The whole lines from one byte to another, if nothing but blanks stands before and nothing but a
/// colon, a comma, blanks or a remark after.
fn lines_of(text: &str, start: usize, end: usize) -> Option<Edit> {
    let mut first = text[..start].rfind('\n').map_or(0, |n| n + 1);
    let before = &text[first..start];
    let last = text[end..].find('\n').map_or(text.len(), |n| end + n + 1);
    let after = text[end..last].trim_start_matches([':', ',', ' ', '\t']);
    let blank = |s: &str| s.trim_start_matches('\u{feff}').trim().is_empty();
    if !blank(before) || !(blank(after) || after.starts_with('#')) {
        return None;
    }
    // Where the text does not end in a line break, it still does not afterwards.
    if last == text.len() && !text.ends_with('\n') {
        first = text[..first].trim_end_matches(['\n', '\r']).len();
    }
    // A byte order mark is no part of the first line.
    if first == 0 && text.starts_with('\u{feff}') {
        first = '\u{feff}'.len_utf8();
    }
    Some(Edit {
        at: first..last.max(first),
        text: String::new(),
    })
}

/// Whether a remark has a line to itself inside what would be taken out.
fn has_remark_lines(text: &str, of: Held<'_>, edit: &Edit) -> bool {
    let inside = &text[of.key.place.end..edit.at.end.max(of.key.place.end)];
    inside
        .lines()
        .skip(1)
        .any(|line| line.trim_start().starts_with('#'))
}

/// An entry between braces: with its lines where it has them to itself, else with one of its commas.
fn flow_entry(text: &str, map: &Node, at: usize, gone: &[usize]) -> Option<Edit> {
    let list = entries(map);
    let (start, end) = (list[at].0.place.start, end_of(text, &list[at]));
    let close = end_of_node(text, map);
    let own_lines = lines_of(text, start, end)
        .filter(|edit| edit.at.start > map.place.start && edit.at.end < close);
    if own_lines.is_some() {
        return own_lines;
    }
    let same_line = |from: usize, to: usize| !text[from..to].contains(['\n', '#']);
    // What goes at the end takes the comma before it, so that none is left behind.
    let at_end = (at..list.len()).all(|n| gone.contains(&n));
    if at_end && at > 0 {
        let from = end_of(text, &list[at - 1]);
        return Some(if same_line(from, start) {
            edit(from, end)
        } else {
            edit(start, end)
        });
    }
    let Some((next, _)) = list.get(at + 1) else {
        return Some(edit(start, end));
    };
    let to = match same_line(end, next.place.start) {
        true => next.place.start,
        false => outside_remarks(&text[..next.place.start], end, ',')? + 1,
    };
    Some(edit(start, to))
}

fn edit(start: usize, end: usize) -> Edit {
    Edit {
        at: start..end,
        text: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use luoshi_diagnostics::Sources;
    use luoshi_plan::{Node, NodeKind, read_tree};
    use proptest::prelude::{Strategy, prop, prop_assert_eq, proptest};

    use super::{Edits, remove_entries};
    use crate::tree::{entries, held};

    fn read(text: &str) -> Node {
        let file = Sources::default().add("", text);
        let (tree, notes) = read_tree(file, text);
        assert!(notes.is_empty(), "{notes:?}\n{text}");
        tree.expect("a tree")
    }

    /// What is taken out of `set`, with `^` at the end of the lines that hold it.
    #[track_caller]
    fn check(before: &str, gone: &[usize], after: &str) {
        let tree = read(before);
        let set = held(&tree, "set").expect("a set");
        let mut edits = Edits::default();
        for edit in remove_entries(before, set, gone).expect("it can be taken out") {
            assert!(edits.add(edit), "edits overlap");
        }
        assert_eq!(edits.apply(before), after);
    }

    #[test]
    fn a_line_goes_with_its_remark_and_nothing_else() {
        check(
            "set:\n  # 一\n  a: 1 # 注\n  b: 2\n",
            &[0],
            "set:\n  # 一\n  b: 2\n",
        );
        check(
            "参数取值:\r\n  a: 1\r\n  b: 2\r\n",
            &[1],
            "参数取值:\r\n  a: 1\r\n",
        );
        check("set:\n  a: 1\n  b: 2", &[1], "set:\n  a: 1");
        check("set: { a: 1, b: 2 }\n", &[0], "set: { b: 2 }\n");
        check("set: { a: 1, b: 2 }\n", &[1], "set: { a: 1 }\n");
        check("set: {a: 1, b: 2, c: 3}\n", &[1, 2], "set: {a: 1}\n");
        check(
            "set: {\n  a: 1, # x\n  b: 2\n}\n",
            &[1],
            "set: {\n  a: 1, # x\n}\n",
        );
        check(
            "set:\n  a: { value: 1,\n    reason: x }\n  b: 2\n",
            &[0],
            "set:\n  b: 2\n",
        );
        check(
            "set:\n  a: |\n    1\n    2\n  b: 2\n",
            &[0],
            "set:\n  b: 2\n",
        );
        check("set:\n  \"a\": 1\n  b:\n", &[1], "set:\n  \"a\": 1\n");
        // A comma in a remark is none.
        check("set: { a: 1 # x, y\n  , b: 2 }\n", &[0], "set: {  b: 2 }\n");
    }

    #[test]
    fn the_last_entry_takes_the_map_with_it_but_no_remark() {
        check(
            "luoshi: 1\nset:\n  a: 1\nroles: []\n",
            &[0],
            "luoshi: 1\nroles: []\n",
        );
        check("luoshi: 1\nset: { a: 1 } # x\n", &[0], "luoshi: 1\n");
        check(
            "luoshi: 1\nset:\n  # 一\n  a: 1\n",
            &[0],
            "luoshi: 1\nset:\n  # 一\n",
        );
        check("luoshi: 1\nset:\n  a: 1", &[0], "luoshi: 1");
        check(
            "{ luoshi: 1, set: { a: 1 } }\n",
            &[0],
            "{ luoshi: 1, set: {} }\n",
        );
    }

    #[test]
    fn a_place_is_found_again() {
        let before = "set:\n  a: 1\n  b: 2\n";
        let tree = read(before);
        let set = held(&tree, "set").expect("a set");
        let mut edits = Edits::default();
        edits.add(remove_entries(before, set, &[0]).expect("edits").remove(0));
        let after = edits.apply(before);
        let (was, is) = (before.find('b'), after.find('b'));
        assert_eq!(is.map(|at| edits.back(at)), was);
    }

    /// A map of these entries, laid out in one of several ways.
    fn laid_out(names: &[String], style: usize, end: &str) -> String {
        let entry = |name: &String| format!("{name}: {{ value: 1, reason: x }}");
        let all: Vec<String> = names.iter().map(entry).collect();
        let text = match style {
            0 => format!(
                "luoshi: 1\nset:\n{}",
                all.iter()
                    .map(|e| format!("  {e} # y\n"))
                    .collect::<String>()
            ),
            1 => format!("luoshi: 1\nset: {{ {} }}\n", all.join(", ")),
            2 => format!(
                "luoshi: 1\nset: {{\n{}}}\n",
                all.iter()
                    .map(|e| format!("  {e}, # y\n"))
                    .collect::<String>()
            ),
            3 => format!("luoshi: 1\nset: {{ {} }}\n", all.join(",\n  ")),
            _ => format!(
                "luoshi: 1\nset:\n{}",
                all.iter()
                    .map(|e| format!("  # z\n  {e}\n"))
                    .collect::<String>()
            ),
        };
        text.replace('\n', end)
    }

    fn named(node: &Node) -> Vec<String> {
        match &node.kind {
            NodeKind::Map(_) => entries(node)
                .iter()
                .map(|(key, _)| key.text.clone())
                .collect(),
            _ => Vec::new(),
        }
    }

    fn style() -> impl Strategy<Value = (usize, bool, Vec<bool>)> {
        (
            0..5_usize,
            prop::bool::ANY,
            prop::collection::vec(prop::bool::ANY, 1..6),
        )
    }

    proptest! {
        #[test]
        fn what_is_left_reads_as_the_map_without_what_was_taken_out((style, crlf, taken) in style()) {
            let names: Vec<String> = (0..taken.len()).map(|n| format!("参数{n}")).collect();
            let text = laid_out(&names, style, if crlf { "\r\n" } else { "\n" });
            let tree = read(&text);
            let set = held(&tree, "set").expect("a set");
            let gone: Vec<usize> = (0..taken.len()).filter(|n| taken[*n]).collect();
            let mut edits = Edits::default();
            for edit in remove_entries(&text, set, &gone).expect("it can be taken out") {
                assert!(edits.add(edit), "edits overlap: {text}");
            }
            let after = read(&edits.apply(&text));
            let left: Vec<String> = names.iter().zip(&taken).filter(|(_, t)| !**t).map(|(n, _)| n.clone()).collect();
            let found = held(&after, "set").map(|set| named(set.value)).unwrap_or_default();
            prop_assert_eq!(found, left);
        }
    }
}
