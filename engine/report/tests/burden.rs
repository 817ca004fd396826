//! The burden statements of the published plans and packages, letter by letter.
//! `LUOSHI_BLESS=1` rewrites the files in `golden/burden/`.
#![allow(
    clippy::disallowed_methods,
    reason = "the test reads plans and expected texts"
)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use luoshi_diagnostics::{Lang, Messages, Sources};
use luoshi_lint::Limits;
use luoshi_lint::burden::{Burden, Minutes, burden, compare, held};
use luoshi_plan::{Folder, Plan, PlanFile, package_as_plan, parse, resolve};
use luoshi_report::{Statement, burden_change_text, burden_text};
use unicode_width::UnicodeWidthStr;

const PACKAGES: [&str; 3] = ["central-2015", "county-security", "ledger-signs"];
const TOWNSHIPS: [&str; 3] = ["pingtang-2012", "nao-2012", "township-2006"];
/// Limits as they are now.
const TODAY: Date = date(2026, 1, 1);

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn read(name: &str, sources: &mut Sources) -> PlanFile {
    let entries = std::fs::read_dir(root().join("../../policies").join(name)).unwrap();
    let mut texts: Vec<(String, String)> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    texts.retain(|(name, _)| name != "planted.yaml" && name != "profile.yaml");
    texts.sort();
    let folder = Folder {
        name: String::new(),
        texts,
        ..Folder::default()
    };
    parse(&folder, sources)
}

fn plan(name: &str) -> Plan {
    let mut sources = Sources::default();
    let others = PACKAGES.iter().filter(|other| **other != name);
    let packages: Vec<PlanFile> = others.map(|other| read(other, &mut sources)).collect();
    let file = read(name, &mut sources);
    let staged = match PACKAGES.contains(&name) {
        true => package_as_plan(&file, &packages, TODAY),
        false => resolve(&file, &packages),
    };
    staged.value.unwrap()
}

fn counted(plan: &Plan) -> Burden {
    burden(plan, &Minutes::of(&Limits::own(), TODAY))
}

fn check(name: &str, text: &str) {
    let path = root().join("golden/burden").join(name);
    if std::env::var_os("LUOSHI_BLESS").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, expected, "{name}: LUOSHI_BLESS=1 rewrites it");
    for line in text.lines() {
        assert!(line.width() <= 80, "{name}: {line}");
    }
}

#[test]
fn statements() {
    let limits = Limits::own();
    for name in TOWNSHIPS.iter().chain(&PACKAGES) {
        let plan = plan(name);
        let burden = counted(&plan);
        let held = held(&plan, &burden, &limits, TODAY);
        for (lang, end) in [(Lang::ZhCn, "txt"), (Lang::En, "en.txt")] {
            // Names are the plan's own words: one page in English shows the rest.
            if lang == Lang::En && *name != "nao-2012" {
                continue;
            }
            let statement = Statement {
                package: PACKAGES.contains(name),
                words: Messages::of(lang),
                plan: &plan,
                burden: &burden,
                held: &held,
                rules_of: TODAY,
            };
            check(&format!("{name}.{end}"), &burden_text(&statement));
        }
    }
}

#[test]
fn two_townships_compared() {
    let (before, after) = (plan("pingtang-2012"), plan("nao-2012"));
    let changes = compare(&counted(&before), &counted(&after));
    let words = Messages::of(Lang::ZhCn);
    check(
        "pingtang-nao.txt",
        &burden_change_text(words, &before, &after, &changes),
    );
    let same = compare(&counted(&before), &counted(&before));
    let text = burden_change_text(words, &before, &before, &same);
    assert!(text.contains("没有差别"), "{text}");
}
