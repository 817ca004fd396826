//! The reader of the plain form reads what it reads as the general one does.
#![allow(
    clippy::disallowed_methods,
    reason = "the test reads the published plans"
)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};

use luoshi_diagnostics::Sources;
use proptest::prelude::*;

use super::{general, plain};

/// Whether the text is of the plain form; what is read is the same then, with nothing to note.
#[track_caller]
fn is_plain(text: &str) -> bool {
    let file = Sources::default().add("plan.yaml", "");
    let Some(root) = plain::read(file, text) else {
        return false;
    };
    assert_eq!(general(file, text), (Some(root), Vec::new()), "{text}");
    true
}

fn published() -> Vec<(PathBuf, String)> {
    let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    let mut found = Vec::new();
    for folder in std::fs::read_dir(policies).unwrap() {
        let Ok(entries) = std::fs::read_dir(folder.unwrap().path()) else {
            continue;
        };
        let paths = entries.map(|entry| entry.unwrap().path());
        let yaml = paths.filter(|path| path.extension().is_some_and(|end| end == "yaml"));
        found.extend(yaml.map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())));
    }
    found.sort();
    found
}

#[test]
fn published_files_are_read_the_same_and_most_are_plain() {
    let all = published();
    let other: Vec<_> = all.iter().filter(|(_, text)| !is_plain(text)).collect();
    let names: Vec<_> = other.iter().map(|(path, _)| path).collect();
    assert!(other.len() * 5 < all.len(), "{names:#?}");
}

#[test]
fn the_plain_form() {
    for text in [
        "a: b",
        "a: b # c\nc:\n  - d\n  - e: f\n    g:\n",
        "# c\n\na:\nb:\n- c\n- d: e\n  f: g - h\nh: -5",
        "a: { b: c, d: [e, 'f', \"g\"], h: {}, i: [ ] } # j",
        "a: { b: c,\n  d: e }\nf: [g, # h\n  i]",
        "a: \"b\" # c\nd: [e] # f\ng: {} #h",
        "a: 中文　\nb: {c: 中文　 , d: 中。 }",
        "a: { b: , c: }\nd: [ e, ]",
        "a: b:c, d [e] {f} g#h\ni: http://j",
        "a:\n  b:\n    c:\nd:\n  e: f",
    ] {
        assert!(is_plain(text), "{text}");
    }
}

#[test]
fn a_key_written_twice_is_left_to_the_general_reader_among_many_too() {
    let keys = |n: usize| Vec::from_iter((0..n).map(|key| format!("k{key}: v\n"))).concat();
    for n in [2, 16, 17, 40] {
        assert!(is_plain(&keys(n)), "{n}");
        for twice in [0, n / 2, n - 1] {
            let text = format!("{}k{twice}: w\n", keys(n));
            assert!(!is_plain(&text), "{text}");
        }
    }
}

#[test]
fn any_other_form_is_left_to_the_general_reader() {
    for text in [
        "",
        "a",
        "- a",
        "a: &b c",
        "a: *b",
        "a: !b c",
        "a: |\n  b\n",
        "a: >\n  b\n",
        "a:\tb",
        "a: b\r\n",
        "a: b\n  c\n",
        "a: - b",
        "a:\n  b:\n    c:\n d: e\n",
        "a: 'b''c'",
        "a: \"b\\nc\"",
        "a: b\na: c",
        "a: b: c",
        "\"a\": b",
        "a: { \"b\": c }",
        "a: [b: c]",
        "a: {b:c, d:}",
        "a: [b\n]",
        "a: [b,\nc]",
        "? a\n: b",
        "---\na: b",
        "a: b\n...\n",
        "a: b\n---\nc: d",
        "%YAML 1.2\n---\na: b",
        " a: b",
        "a:\n- b\n c: d",
        "a: [b",
        "a: b]\nc: {",
        "a: \"b",
        "a: \u{feff}b",
        "a: [b]#c",
        "a: @b",
        "a:\n  - - b\n",
        "a:\n  -\n    b: c\n",
        "a : b",
        "a: [,]",
        "a: {b: c, }",
        "a: [b,,c]",
        "a: {b}",
        "a: [-,b]",
        "a: [b] c",
        "a: \"b\" c",
    ] {
        assert!(!is_plain(text), "{text}");
    }
}

fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "a: ",
        "b: ",
        "c:",
        "键: ",
        "a",
        "值",
        "中文　",
        "-5",
        "- ",
        "-",
        " ",
        "  ",
        "    ",
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "\n  - ",
        "{ ",
        "}",
        "[",
        "]",
        ", ",
        ",",
        ":",
        "\"q\"",
        "'q'",
        "\"",
        "'",
        "''",
        "\\",
        "#",
        " # c",
        "~",
        "?",
        "? ",
        "|",
        ">",
        "&a ",
        "*a",
        "!t ",
        "---\n",
        "...",
        "%",
        "@",
        "`",
        "\t",
        "\r\n",
        "\u{feff}",
        "\u{2028}",
        "\u{85}",
        "{}",
        "[]",
        "{a: b}",
        "[a, b]",
    ];
    prop::sample::select(pieces.to_vec()).prop_map(str::to_owned)
}

/// Lines of a block at random depths, with values of many forms.
fn lines() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        4 => prop::sample::select(vec!["", "b", "中 文", "{ a: b, c: [d, e] }", "[ ]", "\"q\"", "'q' # c", "b # c", "[a,\n      b]", "-", "{a: , b: c}"])
            .prop_map(str::to_owned),
        1 => prop::collection::vec(piece(), 0..4).prop_map(|pieces| pieces.concat()),
    ];
    let key = prop::sample::select(vec!["a", "b", "c", "d", "键", "- e", "- f", "- - g"]);
    let line = (0usize..4, key, any::<bool>(), value).prop_map(|(depth, key, colon, value)| {
        let colon = if colon { ": " } else { "" };
        format!("{}{key}{colon}{value}\n", "  ".repeat(depth))
    });
    prop::collection::vec(line, 1..8).prop_map(|lines| lines.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]

    #[test]
    fn pieces_of_yaml(pieces in prop::collection::vec(piece(), 0..12)) {
        is_plain(&format!("a: {}", pieces.concat()));
        is_plain(&pieces.concat());
    }

    #[test]
    fn lines_of_yaml(text in lines()) {
        is_plain(&text);
    }

    #[test]
    fn published_files_with_an_edit(
        which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), cut in 0usize..3, piece in piece(),
    ) {
        static PUBLISHED: std::sync::LazyLock<Vec<(PathBuf, String)>> = std::sync::LazyLock::new(published);
        let (_, text) = which.get(&PUBLISHED);
        let characters: Vec<char> = text.chars().take(4000).collect();
        let at = at.index(characters.len());
        let (before, after) = characters.split_at(at);
        let after = after.get(cut..).unwrap_or_default();
        is_plain(&format!("{}{piece}{}", String::from_iter(before), String::from_iter(after)));
    }
}
