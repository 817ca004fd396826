//! Small packages and plans, each in a file: what differs, what is edited, what stands in the way.
//!
//! A case is a text of parts. `=== old/PATH`, `=== new/PATH` and `=== plan/PATH` are files; after the
//! path, `crlf` and `open` (no line break at the end) say how the file is laid out. `=== diff` and
//! `=== upgrade` are what is expected; `LUOSHI_BLESS=1` writes them.

#![allow(clippy::disallowed_methods, reason = "the cases are files")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use luoshi_diagnostics::{Lang, Level, Messages, Sources};
use luoshi_plan::{Folder, Node, NodeKind, PlanFile, check_package, english, parse, resolve};
use luoshi_upgrade::{
    Difference, Request, Upgrade, diff, difference_text, understated, upgrade, upgrade_text,
};

/// The files of a case.
#[derive(Default)]
struct Case {
    old: Folder,
    new: Folder,
    plan: Folder,
    expected: Vec<(String, String)>,
}

fn read(text: &str) -> Case {
    let mut case = Case::default();
    for part in text.split("=== ").skip(1) {
        let (head, body) = part.split_once('\n').unwrap_or((part, ""));
        let mut words = head.split(' ');
        let path = words.next().unwrap_or("");
        let mut body = body.trim_end_matches('\n').to_owned() + "\n";
        for word in words {
            match word {
                "crlf" => body = body.replace('\n', "\r\n"),
                "open" => body = body.trim_end().to_owned(),
                other => panic!("{other} is no layout"),
            }
        }
        let file = |path: &str| (path.to_owned(), body.clone());
        match path.split_once('/') {
            Some(("old", path)) => case.old.texts.push(file(path)),
            Some(("new", path)) => case.new.texts.push(file(path)),
            Some(("plan", path)) => case.plan.texts.push(file(path)),
            _ => case.expected.push((path.to_owned(), body)),
        }
    }
    for (folder, name) in [
        (&mut case.old, "old"),
        (&mut case.new, "new"),
        (&mut case.plan, "plan"),
    ] {
        folder.name = name.to_owned();
        folder.texts.sort();
    }
    case
}

/// What the two stages come to.
struct Outcome {
    difference: Difference,
    upgrade: Upgrade,
    texts: [String; 2],
}

fn run(old: &Folder, new: &Folder, plan: &Folder) -> Outcome {
    run_keeping(old, new, plan, &[])
}

fn run_keeping(old: &Folder, new: &Folder, plan: &Folder, keep: &[String]) -> Outcome {
    let words = Messages::of(Lang::ZhCn);
    let mut sources = Sources::default();
    let files = [old, new, plan].map(|folder| parse(folder, &mut sources));
    let [old, new, plan_file] = &files;
    let difference = diff(old, new, &sources);
    let mut shown = difference_text(&difference, words);
    if let Some(note) = understated(&difference, new) {
        shown.push_str(&format!("{}\n", note.code.id()));
    }
    let request = Request {
        folder: plan,
        plan: plan_file,
        old,
        new,
        packages: std::slice::from_ref(new),
        difference: &difference,
        keep,
    };
    let upgrade = upgrade(&request, &mut sources);
    let told = upgrade_text(&upgrade, &difference, &sources, words, false);
    Outcome {
        difference,
        upgrade,
        texts: [shown, told],
    }
}

fn applied(plan: &Folder, upgrade: &Upgrade) -> Folder {
    let mut plan = plan.clone();
    for edited in &upgrade.files {
        let mut texts = plan.texts.iter_mut();
        let (_, text) = texts
            .find(|(path, _)| *path == edited.path)
            .expect("a file of the plan");
        assert_eq!(*text, edited.before);
        text.clone_from(&edited.after);
    }
    plan
}

fn errors(folder: &Folder, package: &Folder) -> Vec<&'static str> {
    let mut sources = Sources::default();
    let (plan, package) = (parse(folder, &mut sources), parse(package, &mut sources));
    let notes = resolve(&plan, &[package]).notes;
    let errors = notes.iter().filter(|n| n.code.level() == Level::Error);
    errors.map(|n| n.code.id()).collect()
}

/// Every id of a package, as its text has it.
fn ids(folder: &Folder) -> BTreeSet<String> {
    fn walk(node: &Node, ids: &mut BTreeSet<String>) {
        match &node.kind {
            NodeKind::List(items) => items.iter().for_each(|item| walk(item, ids)),
            NodeKind::Map(entries) => {
                for (key, value) in entries {
                    let is_id = english(&key.text).unwrap_or(&key.text) == "id";
                    if let (true, NodeKind::Scalar { text, .. }) = (is_id, &value.kind) {
                        ids.insert(text.to_string());
                    }
                    walk(value, ids);
                }
            }
            _ => {}
        }
    }
    let mut ids = BTreeSet::new();
    let file: PlanFile = parse(folder, &mut Sources::default());
    file.trees.iter().for_each(|tree| walk(tree, &mut ids));
    ids
}

fn check(path: &Path) {
    let text = fs::read_to_string(path).expect("a case");
    let case = read(&text);
    let (old, new, plan) = (&case.old, &case.new, &case.plan);
    for package in [old, new] {
        let file = parse(package, &mut Sources::default());
        let wrong = check_package(&file, &[]);
        let wrong: Vec<_> = wrong
            .iter()
            .filter(|n| n.code.level() == Level::Error)
            .collect();
        assert!(wrong.is_empty(), "{}: {wrong:?}", path.display());
        let same = run(package, package, plan);
        assert!(same.difference.changes.is_empty(), "{}", path.display());
    }
    let outcome = run(old, new, plan);
    expect(path, &text, &case, &outcome);
    holds(path, &case, &outcome);
}

/// What must hold of every case.
fn holds(path: &Path, case: &Case, outcome: &Outcome) {
    let (old, new, plan) = (&case.old, &case.new, &case.plan);
    let at = path.display();
    for id in ids(old).symmetric_difference(&ids(new)) {
        assert!(
            outcome.texts[0].contains(id.as_str()),
            "{at}: {id} is not told"
        );
    }
    assert!(
        run(old, old, plan).upgrade.files.is_empty(),
        "{at}: nothing new, yet edits"
    );
    let after = applied(plan, &outcome.upgrade);
    if outcome.upgrade.conflicts.is_empty() {
        assert_eq!(
            errors(&after, new),
            Vec::<&str>::new(),
            "{at}: it does not hold"
        );
        let again = run(old, new, &after).upgrade;
        assert!(
            again.files.is_empty(),
            "{at}: a second run edits {:?}",
            again.files
        );
        assert!(
            again.conflicts.is_empty(),
            "{at}: a second run has conflicts"
        );
    }
    for (before, after) in plan.texts.iter().zip(&after.texts) {
        assert_eq!(
            before.1.contains("\r\n"),
            after.1.contains("\r\n"),
            "{at}: ends of lines"
        );
        assert_eq!(
            before.1.ends_with('\n'),
            after.1.ends_with('\n'),
            "{at}: end of file"
        );
        let remarks = before
            .1
            .lines()
            .filter(|line| line.trim_start().starts_with('#'));
        for remark in remarks {
            assert!(after.1.contains(remark), "{at}: {remark} is lost");
        }
    }
}

fn expect(path: &Path, text: &str, case: &Case, outcome: &Outcome) {
    let files = text
        .find("=== diff")
        .map_or(text, |at| &text[..at])
        .trim_end();
    let [diff, told] = outcome.texts.each_ref().map(|text| text.trim_end());
    let blessed = format!("{files}\n=== diff\n{diff}\n=== upgrade\n{told}\n");
    if std::env::var_os("LUOSHI_BLESS").is_some() {
        fs::write(path, blessed).expect("it can be written");
        return;
    }
    let part = |name: &str| {
        let found = case.expected.iter().find(|(part, _)| part == name);
        found.map_or("", |(_, text)| text.trim_end())
    };
    assert_eq!(part("diff"), diff, "{}", path.display());
    assert_eq!(part("upgrade"), told, "{}", path.display());
}

#[test]
fn every_case_comes_out_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = fs::read_dir(folder).expect("the cases");
    let mut paths: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
    paths.sort();
    assert!(paths.len() >= 20);
    paths.iter().for_each(|path| check(path));
}

#[test]
fn a_file_merged_by_hand_stays() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/template-conflict.txt");
    let case = read(&fs::read_to_string(path).expect("a case"));
    let keep = ["templates/notice.md".to_owned()];
    let outcome = run_keeping(&case.old, &case.new, &case.plan, &keep);
    assert!(outcome.upgrade.conflicts.is_empty() && outcome.upgrade.files.is_empty());
}
