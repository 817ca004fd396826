//! Townships out of bulk files in an audit that anybody can do again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use luoshi_audit::{Outcome, Township, Trouble};
use luoshi_checkpoint::{Audited, Input, Part, Shared, Used};
use luoshi_diagnostics::Note;
use luoshi_package::Digest;
use serde_json::{Value, json};

use super::inputs::{inputs, used};
use super::{nothing, of_file};
use crate::audit::Bulk;
use crate::folder::{folder_of, unreadable};
use crate::run::{Run, load};

/// What the townships of bulk files share, by digest: the files themselves, and what they are judged by.
///
/// # Errors
/// What is wrong with the plan or the mapping, or that one of the files can no longer be read.
pub fn bulk_shared(
    bulk: &Bulk,
    digests: &BTreeMap<String, Digest>,
    packages: &[PathBuf],
) -> Result<Shared, Box<Run>> {
    let mut run = Run::default();
    let folder = match folder_of(&bulk.plan) {
        Ok(folder) => folder,
        Err(note) => {
            run.notes.push(note);
            return Err(Box::new(run));
        }
    };
    let loaded = load(&mut run, &folder, packages);
    if loaded.plan.is_none() {
        return Err(Box::new(run));
    }
    let plan = inputs(&folder, &run.sources);
    let met = Mutex::default();
    let mut packages: Vec<Used> = loaded
        .packages
        .iter()
        .map(|file| used(file, &met))
        .collect();
    packages.sort_by(|a, b| a.name.cmp(&b.name));
    let mut evidence = Vec::new();
    for file in &bulk.files {
        match digests.get(&file.name) {
            Some(digest) => evidence.push(Input {
                path: file.name.clone(),
                part: Part::Evidence,
                digest: *digest,
            }),
            None => run.notes.push(gone(&file.path)),
        }
    }
    let mapping = bulk.mapping.as_deref().map(|path| match of_file(path) {
        Some(digest) => Ok(Input {
            path: name_of(path),
            part: Part::Mapping,
            digest,
        }),
        None => Err(gone(path)),
    });
    match mapping.transpose() {
        Ok(mapping) if evidence.len() == bulk.files.len() => Ok(Shared {
            evidence,
            mapping,
            plan,
            packages,
        }),
        Ok(_) => Err(Box::new(run)),
        Err(note) => {
            run.notes.push(note);
            Err(Box::new(run))
        }
    }
}

/// It was there when it was read.
fn gone(path: &Path) -> Note {
    unreadable(path, &std::io::ErrorKind::NotFound.into())
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// A township as it stands in a bundle: what it came to, and how many rows of which file are its records. The key of the
/// plan is left out, which holds where the plan lies.
#[must_use]
pub fn bulk_township(township: &Township) -> Audited {
    let rows = township.inputs.iter();
    let rows: BTreeMap<&str, u64> = rows
        .map(|input| (input.name.as_str(), input.rows.unwrap_or(0)))
        .collect();
    let (assessment, notes): (Value, &[Trouble]) = match &township.outcome {
        Outcome::Judged(judged) => {
            let mut judged = json!(judged);
            if let Some(parts) = judged.as_object_mut() {
                parts.remove("plan");
            }
            (judged, &[])
        }
        Outcome::Broken(troubles) => (Value::Null, troubles),
    };
    let result = json!({ "assessment": assessment, "notes": notes, "rows": rows });
    nothing(&township.code, result)
}
