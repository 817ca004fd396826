//! A case: a paper of `base/`, changed, and what the check must say.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_yaml::{Mapping, Value};

use crate::build::{Sample, packed, parts};

/// A case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) name: String,
    base: String,
    /// Keys of the paper, set or, with null, taken out; those of `page` one by one.
    #[serde(default)]
    set: Mapping,
    /// Keys of paragraphs, by their id.
    #[serde(default)]
    change: BTreeMap<String, Mapping>,
    #[serde(default)]
    remove: Vec<String>,
    /// Paragraphs behind one, by its id.
    #[serde(default)]
    after: BTreeMap<String, Vec<Value>>,
    /// Exactly these rules are broken.
    #[serde(default)]
    pub(crate) breaks: Vec<String>,
    /// These, among others, cannot be told.
    #[serde(default)]
    pub(crate) undecided: Vec<String>,
    /// These, among others, hold.
    #[serde(default)]
    pub(crate) keeps: Vec<String>,
    /// These neither hold nor are broken nor undecided.
    #[serde(default)]
    pub(crate) silent: Vec<String>,
    /// The layout, if it matters.
    pub(crate) form: Option<String>,
}

/// The folder of these tests.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check")
}

#[expect(clippy::disallowed_methods, reason = "cases are files")]
fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Every case, by file.
pub(crate) fn all() -> Vec<Case> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder().join("cases"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .flat_map(|path| {
            serde_yaml::from_str::<Vec<Case>>(&read(path))
                .unwrap_or_else(|e| panic!("{}: {e}", path.display()))
        })
        .collect()
}

/// The paper of a base, as it stands.
pub(crate) fn base(name: &str) -> Vec<u8> {
    let text = read(&folder().join(format!("base/{name}.yaml")));
    packed(&parts(&sample(serde_yaml::from_str(&text).unwrap(), name)))
}

fn sample(value: Value, name: &str) -> Sample {
    serde_yaml::from_value(value).unwrap_or_else(|e| panic!("{name}: {e}"))
}

impl Case {
    /// The paper.
    pub(crate) fn docx(&self) -> Vec<u8> {
        let text = read(&folder().join(format!("base/{}.yaml", self.base)));
        let mut paper: Value = serde_yaml::from_str(&text).unwrap();
        for (key, value) in &self.set {
            set(&mut paper, key, value);
        }
        let blocks = paper["paragraphs"].as_sequence_mut().unwrap();
        for (id, keys) in &self.change {
            let at = self.position(blocks, id);
            for (key, value) in keys {
                set(&mut blocks[at], key, value);
            }
        }
        for (id, more) in &self.after {
            let at = self.position(blocks, id) + 1;
            blocks.splice(at..at, more.iter().cloned());
        }
        for id in &self.remove {
            let at = self.position(blocks, id);
            blocks.remove(at);
        }
        packed(&parts(&sample(paper, &self.name)))
    }

    fn position(&self, blocks: &[Value], id: &str) -> usize {
        let found = blocks
            .iter()
            .position(|block| block["id"].as_str() == Some(id));
        found.unwrap_or_else(|| panic!("{}: no paragraph {id}", self.name))
    }
}

fn set(target: &mut Value, key: &Value, value: &Value) {
    let target = target.as_mapping_mut().unwrap();
    match (target.get_mut(key), value) {
        (_, Value::Null) => {
            target.remove(key);
        }
        (Some(Value::Mapping(old)), Value::Mapping(new)) => {
            for (key, value) in new {
                old.insert(key.clone(), value.clone());
            }
        }
        _ => {
            target.insert(key.clone(), value.clone());
        }
    }
}
