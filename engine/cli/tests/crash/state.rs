//! What a folder holds, as far as anybody relies on it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use luoshi_evidence::Ledger;

/// The files that somebody relies on, by path, each with what it says; of a ledger its records without the time of entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct State {
    files: BTreeMap<String, Vec<u8>>,
    ledgers: BTreeMap<String, Vec<String>>,
    /// Files on their way, and those of the database beside its own.
    pub(crate) strays: Vec<String>,
}

/// Looks at a folder. Opening a ledger brings it into order, as every command does.
pub(crate) fn state(folder: &Path) -> State {
    let mut state = State {
        files: BTreeMap::new(),
        ledgers: BTreeMap::new(),
        strays: Vec::new(),
    };
    let mut paths = Vec::new();
    walk(folder, folder, &mut paths);
    for path in paths.iter().filter(|path| path.ends_with("ledger.db")) {
        state
            .ledgers
            .insert(path.clone(), records(&folder.join(path)));
    }
    let mut paths = Vec::new();
    walk(folder, folder, &mut paths);
    for path in paths {
        if path.ends_with("ledger.db") || path.ends_with(".luoshi.guard") {
            continue;
        }
        if is_on_its_way(&path) {
            state.strays.push(path);
        } else {
            let bytes = fs::read(folder.join(&path)).unwrap();
            state.files.insert(path, bytes);
        }
    }
    state
}

impl State {
    /// That every file is as before or as after, and every ledger, each as a whole.
    pub(crate) fn is_between(&self, before: &State, after: &State) -> Result<(), String> {
        for (path, bytes) in &self.files {
            let known = [before, after]
                .iter()
                .any(|state| state.files.get(path) == Some(bytes));
            if !known {
                return Err(format!(
                    "{path} is neither as before nor as after: {} bytes",
                    bytes.len()
                ));
            }
        }
        for path in before.files.keys() {
            if after.files.contains_key(path) && !self.files.contains_key(path) {
                return Err(format!("{path} is gone"));
            }
        }
        for (path, records) in &self.ledgers {
            let old = before.ledgers.get(path).map_or(&[][..], Vec::as_slice);
            let new = after.ledgers.get(path).map_or(&[][..], Vec::as_slice);
            if records != old && records != new {
                return Err(format!(
                    "{path} holds {} records, before {}, after {}",
                    records.len(),
                    old.len(),
                    new.len()
                ));
            }
        }
        match before
            .ledgers
            .keys()
            .find(|path| !self.ledgers.contains_key(*path))
        {
            Some(path) => Err(format!("{path} is gone")),
            None => Ok(()),
        }
    }

    /// Without what is on its way.
    pub(crate) fn without_strays(&self) -> State {
        State {
            strays: Vec::new(),
            ..self.clone()
        }
    }

    /// That nothing differs from another state, what is on its way included.
    pub(crate) fn is(&self, other: &State) -> Result<(), String> {
        if self.strays != other.strays {
            return Err(format!(
                "left over: {:?}, expected {:?}",
                self.strays, other.strays
            ));
        }
        if self.ledgers != other.ledgers {
            return Err(format!(
                "ledgers hold {:?}, expected {:?}",
                self.ledgers, other.ledgers
            ));
        }
        let differs = self
            .files
            .iter()
            .find(|(path, bytes)| other.files.get(*path) != Some(bytes));
        let lacks = other
            .files
            .keys()
            .find(|path| !self.files.contains_key(*path));
        match differs.map(|(path, _)| path).or(lacks) {
            Some(path) => Err(format!("{path} differs, or is on one side alone")),
            None => Ok(()),
        }
    }
}

fn is_on_its_way(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or("");
    let ends = ["-wal", "-shm", "-journal", ".luoshi-new", ".next", ".last"];
    ends.iter().any(|end| name.ends_with(end)) || path.contains("/.staging/")
}

fn walk(root: &Path, folder: &Path, paths: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(root, &path, paths);
        } else {
            paths.push(path.strip_prefix(root).unwrap().display().to_string());
        }
    }
    paths.sort();
}

/// The records of a ledger in their order, without when they were entered; the chain must hold.
fn records(path: &Path) -> Vec<String> {
    let ledger =
        Ledger::open(path).unwrap_or_else(|note| panic!("{} opens: {note:?}", path.display()));
    ledger
        .verify()
        .unwrap_or_else(|broken| panic!("{} is whole: {broken:?}", path.display()));
    let mut records = Vec::new();
    ledger
        .each_json(&mut |json| {
            let mut record: serde_json::Value = serde_json::from_str(json).unwrap();
            record.as_object_mut().unwrap().remove("recorded_at");
            records.push(record.to_string());
        })
        .unwrap();
    records
}
