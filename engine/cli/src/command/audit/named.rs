//! Townships by what they are called in a bundle: where they lie below the path that was named.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use luoshi::{Site, find, folder_of, shown};
use luoshi_diagnostics::{Code, Note, Sources};

use crate::failure::Failure;
use crate::session::Session;
use crate::usage;

/// Every township at or below the paths, by name.
pub(super) fn named(
    paths: &[PathBuf],
    session: &Session,
) -> Result<BTreeMap<String, Site>, Failure> {
    if session.ledger.is_some() {
        // One ledger is one township's: its records would be judged as those of all others, too.
        return Err(usage::together("--ledger", "audit").into());
    }
    let mut named: BTreeMap<String, Site> = BTreeMap::new();
    for path in paths {
        let found = find(std::slice::from_ref(path))?;
        session.show(&found.notes, &Sources::default());
        let root = folder_of(path)?.canonicalize();
        let root = root.map_err(|error| luoshi::unreadable(path, &error))?;
        for site in found.sites {
            let name = name(&site, &root);
            let there = named.insert(name.clone(), site.clone());
            if there.is_some_and(|there| !same(&there, &site)) {
                let note = Note::new(Code::DuplicateId).arg("name", name);
                return Err(note.term("space", "space-township").into());
            }
        }
    }
    Ok(named)
}

fn name(site: &Site, root: &Path) -> String {
    let real = site.folder.canonicalize();
    let real = real.unwrap_or_else(|_| site.folder.clone());
    match real.strip_prefix(root) {
        Ok(below) if !below.as_os_str().is_empty() => shown(below),
        // The path is the township itself, or a link leads out of it.
        _ => real
            .file_name()
            .map_or_else(|| ".".to_owned(), |name| shown(Path::new(name))),
    }
}

/// Two paths may name one folder.
fn same(one: &Site, other: &Site) -> bool {
    match (one.folder.canonicalize(), other.folder.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
