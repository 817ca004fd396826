//! `plugin-file-…`, `plugin-digest-…`: the program of every plugin rule, and that it is the one meant.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::sync::{Arc, OnceLock};

use luoshi_diagnostics::{Code, Note};
use sha2::{Digest, Sha256};

use crate::decode::suggest;
use crate::folder::LARGEST_COMPONENT;
use crate::model::{File, PluginRule};
use crate::off::off;
use crate::parse::PlanFile;

/// The program of a plugin rule, as its file has it.
#[derive(Clone)]
pub struct Component {
    /// The bytes of the file.
    pub bytes: Arc<[u8]>,
    /// Computed when somebody asks: an editor resolves the same files again and again.
    sha256: OnceLock<String>,
}

impl Component {
    pub(crate) fn new(bytes: Arc<[u8]>) -> Self {
        let sha256 = OnceLock::new();
        Component { bytes, sha256 }
    }

    /// The SHA-256 of the bytes, as 64 small hex digits.
    #[must_use]
    pub fn sha256(&self) -> &str {
        self.sha256.get_or_init(|| sha256(&self.bytes))
    }
}

impl fmt::Debug for Component {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.bytes.len())
    }
}

/// Programs by the SHA-256 of their bytes.
pub(crate) type Components = BTreeMap<String, Arc<[u8]>>;

/// The programs of all plugin rules, each from the folder that names it, and what is wrong with them.
/// A rule that is off needs none.
pub(crate) fn components(content: &File, folders: &[&PlanFile]) -> (Components, Vec<Note>) {
    let mut found = Components::new();
    let mut notes = Vec::new();
    if content.plugins.is_empty() {
        return (found, notes);
    }
    let off = off(content);
    let plugins = content.plugins.iter();
    for plugin in plugins.filter(|p| !off.contains_key(p.duty.id.name.as_str())) {
        let named_by = folders.iter().find(|folder| {
            let mut trees = folder.trees.iter();
            trees.any(|tree| tree.place.file == plugin.file.place.file)
        });
        let there = named_by.and_then(|folder| folder.components.as_ref());
        match component(plugin, there) {
            Ok(component) => found.extend(component),
            Err(note) => notes.push(note),
        }
    }
    (found, notes)
}

/// SHA-256 and bytes of a program.
type Found = (String, Arc<[u8]>);

/// The program of one rule; none where nobody read the files and nothing else is wrong.
fn component(
    plugin: &PluginRule,
    there: Option<&BTreeMap<String, Component>>,
) -> Result<Option<Found>, Note> {
    let name = plugin.file.text.as_str();
    if let Some((_, inside)) = name.rsplit_once(['/', '\\']) {
        let inside = if inside.is_empty() { "none" } else { inside };
        return Err(at_file(Code::PluginFilePath, plugin).arg("inside", inside));
    }
    let Some(there) = there else {
        let right = plugin.sha256().is_some();
        return right
            .then_some(None)
            .ok_or_else(|| malformed(plugin, "none"));
    };
    let Some(found) = there.get(name) else {
        let note = at_file(Code::PluginFileMissing, plugin);
        return Err(suggest(note, name, there.keys().map(String::as_str)));
    };
    if found.bytes.len() > LARGEST_COMPONENT {
        return Err(at_file(Code::PluginTooLarge, plugin).arg("limit", megabytes()));
    }
    let real = found.sha256();
    match plugin.sha256() {
        Some(wanted) if wanted == real => Ok(Some((wanted, found.bytes.clone()))),
        Some(_) => Err(Note::new(Code::PluginDigestDiffers)
            .at(plugin.digest.place.clone())
            .arg("name", name)
            .arg("real", format!("sha256:{real}"))),
        None => Err(malformed(plugin, &format!("sha256:{real}"))),
    }
}

fn at_file(code: Code, plugin: &PluginRule) -> Note {
    let note = Note::new(code).at(plugin.file.place.clone());
    note.arg("name", plugin.file.text.as_str())
}

/// A digest of another form; `real` is that of the file, or `none`.
fn malformed(plugin: &PluginRule, real: &str) -> Note {
    let note = Note::new(Code::PluginDigestForm).at(plugin.digest.place.clone());
    note.arg("value", plugin.digest.text.as_str())
        .arg("real", real)
}

fn megabytes() -> i64 {
    i64::try_from(LARGEST_COMPONENT >> 20).unwrap_or(i64::MAX)
}

/// 64 small hex digits.
fn sha256(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}
