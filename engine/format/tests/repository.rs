//! Every YAML file of the repository keeps what it says and its comments, and is settled after one run.
#![allow(clippy::disallowed_methods, reason = "the test reads the repository")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use luoshi_diagnostics::{Code, FileId, Lang};
use luoshi_format::format;
use luoshi_plan::{Node, NodeKind, read_tree};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let ending = path.extension().and_then(|e| e.to_str()).unwrap_or("");
        if path.is_dir() {
            files(&path, found);
        } else if ["yaml", "yml"].contains(&ending) {
            found.push(path);
        }
    }
}

fn readable() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    for folder in ["policies", "tests/cases", "engine"] {
        files(&root.join(folder), &mut found);
    }
    found.sort();
    let read = |path: PathBuf| {
        let text = String::from_utf8(fs::read(&path).unwrap()).ok()?;
        let (tree, notes) = read_tree(FileId(0), &text);
        let collection = !matches!(tree?.kind, NodeKind::Scalar { .. });
        (notes.is_empty() && collection).then_some((path, text))
    };
    found.into_iter().filter_map(read).collect()
}

/// A tree as text, without places.
fn said(text: &str) -> String {
    fn write(node: &Node, out: &mut String) {
        match &node.kind {
            NodeKind::List(items) => {
                out.push('[');
                items.iter().for_each(|item| write(item, out));
                out.push(']');
            }
            NodeKind::Map(entries) => {
                out.push('{');
                for (key, value) in entries {
                    out.push_str(&format!("{:?}:", key.text));
                    write(value, out);
                }
                out.push('}');
            }
            scalar => out.push_str(&format!("{scalar:?}")),
        }
    }
    let mut out = String::new();
    write(&read_tree(FileId(0), text).0.unwrap(), &mut out);
    out
}

/// Whatever looks like a comment, sorted; some of it stands in quotes, which may change.
fn comments(text: &str) -> Vec<String> {
    let tail = |line: &str| {
        let line = format!(" {}", line.trim())
            .replace('\'', "\"")
            .replace("  ", " ");
        line.split_once(" #")
            .map(|(_, comment)| comment.trim().to_owned())
    };
    let mut found: Vec<String> = text.lines().filter_map(tail).collect();
    found.sort();
    found
}

#[test]
fn a_file_says_the_same_and_keeps_its_comments() {
    let files = readable();
    assert!(files.len() > 300, "{} files", files.len());
    for (path, text) in files {
        let out = format(FileId(0), &text, None).unwrap_or_else(|n| panic!("{path:?} {n:?}"));
        assert_eq!(said(&text), said(&out), "{path:?}");
        assert_eq!(comments(&text), comments(&out), "{path:?}");
        assert_eq!(format(FileId(0), &out, None).as_ref(), Ok(&out), "{path:?}");
        assert!(out.ends_with('\n') && !out.ends_with("\n\n"), "{path:?}");
    }
}

#[test]
fn keys_go_to_chinese_and_back() {
    for (path, text) in readable() {
        let to = |text: &str, lang| {
            let out = format(FileId(0), text, Some(lang));
            out.unwrap_or_else(|n| panic!("{path:?} {n:?}"))
        };
        // Some cases are about keys in both languages, which cannot be told apart afterwards.
        let twice = format(FileId(0), &text, Some(Lang::En)).err();
        if twice.is_some_and(|notes| notes[0].code == Code::BothLanguages) {
            continue;
        }
        let english = to(&text, Lang::En);
        let chinese = to(&english, Lang::ZhCn);
        assert_eq!(to(&chinese, Lang::En), english, "{path:?}");
        assert_eq!(to(&text, Lang::ZhCn), chinese, "{path:?}");
        assert_eq!(comments(&text), comments(&chinese), "{path:?}");
    }
}
