//! The newest index of each registry that was seen, so that an older one is noticed.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use luoshi_diagnostics::{Code, Note};
use serde::{Deserialize, Serialize};

use super::layout::shown;
use crate::digest::Digest;
use crate::index::Seen;

/// Its name in `packages/`.
pub(super) const FILE: &str = ".registries.yaml";

const HEADING: &str = "\
# 各发布库最近一次的目录编号，更旧的目录一律不用。由「luoshi package install」写，不要手改。
# Last serial of each registry; an older index is refused. Written by `luoshi package install`, not edited.
";

/// What was seen, by the name of the registry.
pub type SeenRegistries = BTreeMap<String, Seen>;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SeenRecord {
    serial: u64,
    digest: String,
}

pub(super) fn read_file(path: &Path) -> Result<SeenRegistries, Note> {
    let unreadable = |detail: String| {
        let note = Note::new(Code::RegistriesUnreadable).arg("path", shown(path));
        note.arg("detail", detail)
    };
    match std::fs::read_to_string(path) {
        Ok(text) => parse(&text).map_err(unreadable),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(SeenRegistries::new()),
        Err(error) => Err(unreadable(error.to_string())),
    }
}

fn parse(text: &str) -> Result<SeenRegistries, String> {
    let records: BTreeMap<String, SeenRecord> =
        serde_yaml::from_str(text).map_err(|error| error.to_string())?;
    let seen = records.into_iter().map(|(name, record)| {
        let digest = Digest::parse(&record.digest);
        let digest = digest.ok_or_else(|| format!("digest: {}", record.digest))?;
        let serial = record.serial;
        Ok((name, Seen { serial, digest }))
    });
    seen.collect()
}

pub(super) fn text(seen: &SeenRegistries) -> String {
    let record = |seen: &Seen| SeenRecord {
        serial: seen.serial,
        digest: seen.digest.to_string(),
    };
    let records: BTreeMap<&String, SeenRecord> = seen
        .iter()
        .map(|(name, seen)| (name, record(seen)))
        .collect();
    let text = serde_yaml::to_string(&records).expect("texts and numbers alone");
    format!("{HEADING}{text}")
}
