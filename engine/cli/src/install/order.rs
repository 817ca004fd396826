//! What is ordered: by name, or as a file.

use std::path::PathBuf;

use luoshi_diagnostics::Note;
use luoshi_package::{Archive, Extended};
use luoshi_plan::VersionRange;

use crate::packages::read_package;

/// What is to be installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// The highest version in a range.
    Name(String, VersionRange),
    /// The package in an archive.
    File(PathBuf),
}

/// The archives that are given as files.
pub(super) fn archives(orders: &[Order]) -> Result<Vec<(PathBuf, Archive)>, Vec<Note>> {
    let mut files = Vec::new();
    let mut notes = Vec::new();
    for order in orders {
        let Order::File(path) = order else { continue };
        match read_package(path) {
            Ok(archive) => match archive.manifest.engine_unfit() {
                Some(note) => notes.push(note),
                None => files.push((path.clone(), archive)),
            },
            Err(note) => notes.push(note),
        }
    }
    if notes.is_empty() {
        Ok(files)
    } else {
        Err(notes)
    }
}

/// What the orders ask for: of a file exactly its version.
pub(super) fn ordered(orders: &[Order], files: &[(PathBuf, Archive)]) -> Vec<Extended> {
    let names = orders.iter().filter_map(|order| match order {
        Order::Name(name, range) => Some((name.clone(), range.clone())),
        Order::File(_) => None,
    });
    let files = files.iter().filter_map(|(_, archive)| {
        let manifest = &archive.manifest;
        let range = VersionRange::parse(&format!("={}", manifest.version))?;
        Some((manifest.name.clone(), range))
    });
    names
        .chain(files)
        .map(|(name, range)| Extended { name, range })
        .collect()
}
