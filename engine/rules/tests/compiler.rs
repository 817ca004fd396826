//! Plans that are compiled among others are what each of them is alone.
#![allow(
    clippy::disallowed_methods,
    reason = "the test reads the published plans"
)]

use std::path::Path;

use jiff::civil::{Date, date};
use luoshi_diagnostics::Sources;
use luoshi_evidence::{Evidence, read_jsonl};
use luoshi_plan::{Folder, Plan, Prepared, parse};
use luoshi_rules::{Compiler, Detail, Plugins, Program, compile, evaluate, judge};

const PACKAGES: [&str; 3] = ["central-2015", "county-security", "ledger-signs"];
/// With the last day of the term of each.
const TOWNSHIPS: [(&str, Date); 3] = [
    ("nao-2012", date(2012, 12, 31)),
    ("pingtang-2012", date(2012, 12, 31)),
    ("township-2006", date(2006, 12, 31)),
];

fn text(folder: &str, file: &str) -> String {
    let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    std::fs::read_to_string(policies.join(folder).join(file)).unwrap_or_default()
}

fn folder(name: &str) -> Folder {
    let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    let entries = std::fs::read_dir(policies.join(name)).expect("a folder of policies");
    let files = entries.map(|entry| entry.expect("a file").file_name());
    let mut files: Vec<String> = files.map(|f| f.to_string_lossy().into_owned()).collect();
    files.retain(|file| file.ends_with(".yaml"));
    files.sort();
    Folder {
        name: name.to_owned(),
        texts: files
            .into_iter()
            .map(|f| (f.clone(), text(name, &f)))
            .collect(),
        ..Folder::default()
    }
}

/// The township and variants of it that still are plans: each lacks some lines, as another year's might.
fn plans(name: &str, prepared: &Prepared<'_>, sources: &mut Sources) -> Vec<Plan> {
    let whole = folder(name);
    let mut folders = vec![whole.clone(), issued_later(&whole)];
    for (file, step) in [(0, 2), (1, 3), (2, 2), (3, 2), (4, 2)] {
        let lines = whole
            .texts
            .get(file)
            .map_or(0, |(_, text)| text.lines().count());
        for cut in (0..lines).step_by((lines / step).max(1)) {
            let mut folder = whole.clone();
            let text = &mut folder.texts[file].1;
            let kept = text.lines().enumerate().filter(|(at, _)| *at != cut);
            *text = kept.map(|(_, line)| format!("{line}\n")).collect();
            folders.push(folder);
        }
    }
    let resolved = folders.iter().map(|f| prepared.resolve(&parse(f, sources)));
    resolved.filter_map(|staged| staged.value).collect()
}

/// The same township, whose plan is issued on another day of the month.
fn issued_later(folder: &Folder) -> Folder {
    let mut later = folder.clone();
    let is_day = |line: &str| {
        ["issued:", "印发日期:"]
            .iter()
            .any(|key| line.trim_start().starts_with(key))
    };
    for (_, text) in &mut later.texts {
        let lines = text.lines().map(|line| match line.rsplit_once('-') {
            Some((month, _)) if is_day(line) => format!("{month}-27\n"),
            _ => format!("{line}\n"),
        });
        *text = lines.collect();
    }
    later
}

fn evidence(name: &str, as_of: Date) -> Evidence {
    let text = text(name, "evidence.jsonl");
    let file = Sources::default().add("evidence.jsonl", text.as_str());
    read_jsonl(&text, file, as_of)
        .value
        .expect("the ledger can be read")
}

/// Compares what the program asks and what comes of it.
#[track_caller]
fn same(alone: &Program<'_>, among: &Program<'_>, evidence: &Evidence) {
    assert_eq!(format!("{:?}", alone.duties), format!("{:?}", among.duties));
    assert_eq!(format!("{:?}", alone.checks), format!("{:?}", among.checks));
    let judged = |program: &Program<'_>| {
        let facts = evaluate(program, evidence, Detail::Evidence);
        format!("{:?}", judge(program, evidence, &facts))
    };
    assert!(judged(alone) == judged(among), "{}", alone.plan.header.id);
}

#[test]
fn the_published_townships_and_variants_of_them_are_the_same_in_any_order() {
    let mut sources = Sources::default();
    let packages = PACKAGES.map(|name| parse(&folder(name), &mut sources));
    let prepared = Prepared::new(&packages);
    let compiler = Compiler::default();
    for turn in 0..2 {
        for (name, as_of) in TOWNSHIPS {
            let nothing = read_jsonl("", Sources::default().add("", ""), as_of);
            let nothing = nothing.value.expect("an empty ledger can be read");
            let plans = plans(name, &prepared, &mut sources);
            assert!(plans.len() > 3, "{name}: {} plans", plans.len());
            for (at, plan) in plans.iter().enumerate() {
                let alone = compile(plan, as_of, Plugins::none());
                let among = compiler.compile(plan, as_of, Plugins::none());
                assert_eq!(format!("{:?}", alone.notes), format!("{:?}", among.notes));
                let (alone, among) = alone.value.zip(among.value).expect("both compile");
                match at {
                    0 if turn == 0 => same(&alone, &among, &evidence(name, as_of)),
                    _ => same(&alone, &among, &nothing),
                }
            }
        }
    }
}
