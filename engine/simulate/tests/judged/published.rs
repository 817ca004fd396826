//! The published townships, with their packages and the plugins of these.
#![allow(
    clippy::disallowed_methods,
    reason = "the published files are what is tested"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use luoshi_plan::{Folder, Plan};
use luoshi_plugin::Host;
use luoshi_rules::{Plugins, load_plugins};

use crate::judged::resolved;

pub(crate) const TOWNSHIPS: [&str; 3] = ["pingtang-2012", "nao-2012", "township-2006"];

pub(crate) fn policies() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies")
}

/// A file of a plan or package; nothing if there is none.
pub(crate) fn text(name: &str, file: &str) -> String {
    fs::read_to_string(policies().join(name).join(file)).unwrap_or_default()
}

/// The plan of a township on its packages.
#[track_caller]
pub(crate) fn plan(name: &str) -> Plan {
    let packages = ["central-2015", "county-security", "ledger-signs"].map(folder);
    resolved(&folder(name), &packages)
}

/// The plugins of a plan, each of which can be run.
#[track_caller]
pub(crate) fn plugins(plan: &Plan) -> Plugins {
    static HOST: OnceLock<Host> = OnceLock::new();
    let host = HOST.get_or_init(|| Host::new(None).expect("this machine runs plugins"));
    let staged = load_plugins(plan, host);
    assert!(staged.notes.is_empty(), "{:?}", staged.notes);
    staged.value.expect("no note says why not")
}

/// The texts and programs of a plan or package, without what belongs to its simulation.
fn folder(name: &str) -> Folder {
    let root = policies().join(name);
    let mut texts = Vec::new();
    for (inside, ending) in [("", "yaml"), ("rules", "rhai"), ("calendar", "csv")] {
        for (file, path) in files(&root.join(inside), ending) {
            let own = ["planted.yaml", "profile.yaml"].contains(&file.as_str());
            if !own {
                let text = fs::read_to_string(path).expect("a readable file");
                let path = Path::new(inside).join(file);
                texts.push((path.to_string_lossy().into_owned(), text));
            }
        }
    }
    texts.sort();
    let programs = files(&root.join("plugins"), "wasm").into_iter();
    let program = |(file, path): (String, PathBuf)| {
        let bytes: Arc<[u8]> = fs::read(path).expect("a readable file").into();
        (format!("plugins/{file}"), bytes)
    };
    Folder {
        name: name.to_owned(),
        texts,
        binaries: Some(programs.map(program).collect()),
    }
}

fn files(folder: &Path, ending: &str) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let named = entries.map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, entry.path())
    });
    named
        .filter(|(name, _)| name.ends_with(&format!(".{ending}")))
        .collect()
}
