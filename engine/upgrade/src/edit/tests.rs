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
            .map(|(key, _)| key.text.to_string())
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
