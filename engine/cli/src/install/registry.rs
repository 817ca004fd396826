//! A registry, as far as its index counts, and the trust file that says so.

use std::path::PathBuf;

use jiff::civil::Date;
use luoshi_diagnostics::{Code, Note};
use luoshi_package::store::{Guard, SeenRegistries, unwatched};
use luoshi_package::{INDEX, INDEX_NOTE, LARGEST_INDEX, LARGEST_NOTE, Trust, read_index};

use super::Terms;
use super::root::Root;
use super::shelf::RegistryAt;

/// The name of the trust file in the plan's folder, or beside it.
const TRUST_FILE: &str = "trust.yaml";

/// The one that is named, or that of the plan, or the one beside it that several plans share.
pub(super) fn trust_file(terms: &Terms) -> PathBuf {
    if let Some(path) = &terms.trust {
        return path.clone();
    }
    let own = terms.plan.join(TRUST_FILE);
    let beside = terms.plan.join("..").join(TRUST_FILE);
    if !own.is_file() && beside.is_file() {
        return beside;
    }
    own
}

/// Reads the index of the registry, and remembers it at once: whatever becomes of this install, no older one counts.
pub(super) fn registry(
    guard: &Guard,
    terms: &Terms,
    trust: &Trust,
) -> Result<Option<RegistryAt>, Vec<Note>> {
    let Some(root) = &terms.from else {
        return Ok(None);
    };
    let mut seen = guard.seen().map_err(|note| vec![note])?;
    let registry = registry_at(root, trust, terms.day, &seen)?;
    let index = &registry.index;
    if seen.insert(index.registry.clone(), index.seen()) != Some(index.seen()) {
        let kept = guard.remember(&seen, &mut unwatched);
        kept.map_err(|note| vec![note])?;
    }
    Ok(Some(registry))
}

/// Reads the index of a registry.
pub(super) fn registry_at(
    root: &Root,
    trust: &Trust,
    day: Date,
    seen: &SeenRegistries,
) -> Result<RegistryAt, Vec<Note>> {
    let read = |name: &str, most| match root.file(name, most) {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => {
            let note = Note::new(Code::PathMissing).arg("path", root.called(name));
            Err(vec![note])
        }
        Err(note) => Err(vec![note]),
    };
    let (bytes, note) = (read(INDEX, LARGEST_INDEX)?, read(INDEX_NOTE, LARGEST_NOTE)?);
    // Its name counts once it is known who signed it; only then is it known what was seen of it before.
    let named = read_index(&bytes, &note, trust, day, None)?;
    let last = seen.get(&named.registry).copied();
    Ok(RegistryAt {
        root: root.clone(),
        index: read_index(&bytes, &note, trust, day, last)?,
    })
}
