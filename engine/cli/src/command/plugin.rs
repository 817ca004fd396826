//! `luoshi plugin`: what a plugin is and what it finds; starting one, packing one, testing one.

mod inspect;
mod kit;
mod new;
mod pack;
mod paste;
mod run;
mod test;
mod told;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use luoshi::{host, shown, unreadable};
use luoshi_diagnostics::{Code, Note};
use luoshi_plugin::{BYTES_AT_MOST, Plugin};
use luoshi_rules::plugin_unusable;

use super::Done;
use crate::failure::Failure;

pub(super) use inspect::run as inspect;
pub(super) use new::run as new;
pub(super) use pack::run as pack;
pub(super) use run::run;
pub(super) use test::run as test;

/// A plugin out of a file, and how many bytes the file has.
fn load(path: &Path) -> Result<(Plugin, usize), Failure> {
    let bytes = read(path)?;
    let plugin = host()?.load(&bytes);
    let plugin = plugin.map_err(|refusal| plugin_unusable(&file_name(path), &refusal))?;
    Ok((plugin, bytes.len()))
}

/// The bytes of a file; of one that is too large for a plugin, enough to tell that it is.
fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    if !path.exists() {
        return Err(Note::new(Code::PathMissing).arg("path", shown(path)).into());
    }
    let most = u64::try_from(BYTES_AT_MOST).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(most.saturating_add(1)).read_to_end(&mut bytes))
        .map_err(|error| unreadable(path, &error))?;
    Ok(bytes)
}

/// The name of a file without its folders.
fn file_name(path: &Path) -> String {
    path.file_name()
        .map_or_else(|| shown(path), |name| name.to_string_lossy().into_owned())
}
