//! Bulk files to one that an audit reads faster.

use std::path::Path;

use luoshi_bulk::{ArrangeError, Arranged, BulkFile, Format, arrange};
use luoshi_diagnostics::{Level, write_failed};

use super::bulk::{Named, mapping, open};
use crate::run::Run;
use crate::whole;

/// Whether a path names a Parquet file, by its ending.
#[must_use]
pub fn is_parquet(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Format::of_name(&name) == Some(Format::Parquet)
}

/// Writes bulk files as one that an audit reads faster, whole or not at all.
///
/// # Errors
/// What is wrong with the mapping or the files, or the disk refuses.
pub fn arrange_bulk(
    files: &[Named],
    by: Option<&Path>,
    output: &Path,
) -> Result<Arranged, Box<Run>> {
    let mut run = Run::default();
    let mapping = mapping(by, &mut run);
    let opened: Vec<BulkFile> = files
        .iter()
        .filter_map(|named| open(named, &mut run))
        .collect();
    let Some(mapping) = mapping.filter(|_| opened.len() == files.len()) else {
        return Err(Box::new(run));
    };
    let written = whole::write_with(output, |out| arrange(&opened, &mapping, out));
    written.map_err(|error| {
        match error {
            ArrangeError::Target(error) => run.notes.push(write_failed(output, &error)),
            ArrangeError::Files(problems) => {
                let notes = problems.into_iter().map(|problem| problem.note);
                run.notes
                    .extend(notes.filter(|note| note.code.level() == Level::Error));
            }
        }
        Box::new(run)
    })
}
