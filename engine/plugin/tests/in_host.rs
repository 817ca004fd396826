//! The cases of every plugin, inside the host: each gives exactly what it gives natively.
//!
//! `LUOSHI_PLUGINS` names the folder of the components; by default those that are committed. The plugin that is not
//! written in Rust is larger than what is committed: `LUOSHI_TWO_PLACES` names its component.

#![allow(clippy::disallowed_methods, reason = "the runner reads the cases")]

use std::path::{Path, PathBuf};

use luoshi_plugin::{Host, Plugin};
use luoshi_plugin_cases::{Case, CaseError, cases};

const COMMITTED: &str = "../../policies/ledger-signs/plugins";

/// The one that is built by a script of its own.
const TWO_PLACES: &str = "two-places";

/// Folders of plugins that have cases.
fn plugins() -> Vec<PathBuf> {
    let entries = std::fs::read_dir("../../plugins").expect("the folder of the plugins");
    let folders = entries.map(|entry| entry.expect("an entry").path());
    let has_cases =
        |folder: &PathBuf| folder.join("Cargo.toml").is_file() && folder.join("cases").is_dir();
    let mut folders: Vec<PathBuf> = folders.filter(has_cases).collect();
    folders.sort();
    folders
}

fn component(name: &str) -> PathBuf {
    let folder = std::env::var_os("LUOSHI_PLUGINS").unwrap_or_else(|| COMMITTED.into());
    Path::new(&folder).join(format!("{name}.wasm"))
}

fn load(file: &Path) -> Plugin {
    let bytes = std::fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let host = Host::new(None).expect("an engine");
    let plugin = host.load(&bytes);
    plugin.unwrap_or_else(|refusal| panic!("{}: {refusal:?}", file.display()))
}

/// Everything in which the cases of a folder differ.
fn differences(plugin: &Plugin, folder: &Path) -> Vec<String> {
    let files = cases(folder).expect("cases");
    let one = |file: &PathBuf| match differ(plugin, file) {
        Ok(found) => found
            .iter()
            .map(|d| format!("{}: {d}", file.display()))
            .collect(),
        Err(error) => vec![error.to_string()],
    };
    files.iter().flat_map(one).collect()
}

fn differ(plugin: &Plugin, file: &Path) -> Result<Vec<String>, CaseError> {
    let case = Case::read(file)?;
    let setting = case.setting(&plugin.description)?;
    let batches = case.batches(&plugin.description)?;
    let handed = case.handed(&plugin.description);
    Ok(
        match plugin.run_batches(&setting, &batches, handed.rows, handed.evidence) {
            Ok(findings) => case.differences(&plugin.description, &findings),
            Err(cause) => vec![format!("{cause:?}")],
        },
    )
}

#[test]
fn every_case_of_every_plugin_in_rust() {
    let mut wrong = Vec::new();
    let plugins = plugins();
    assert!(plugins.len() >= 4, "{plugins:?}");
    for folder in plugins {
        let name = folder.file_name().expect("a name").to_string_lossy();
        let plugin = load(&component(&name));
        assert_eq!(plugin.description.id, name);
        wrong.extend(differences(&plugin, &folder.join("cases")));
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_case_of_the_plugin_in_python() {
    let Some(file) = std::env::var_os("LUOSHI_TWO_PLACES") else {
        return;
    };
    let plugin = load(Path::new(&file));
    let wrong = differences(
        &plugin,
        &Path::new("../../plugins").join(TWO_PLACES).join("cases"),
    );
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn a_case_that_expects_something_else_is_told() {
    let plugin = load(&component("backfill"));
    let wrong = differences(&plugin, Path::new("../../plugins/copied-records/cases"));
    assert!(!wrong.is_empty());
}
