//! The serial number of each registry's index when it was last seen, so that an old one is noticed.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use luoshi_diagnostics::{Code, Note};

use super::layout::shown;

/// Its name in `packages/`.
pub(super) const FILE: &str = ".registries.yaml";

const HEADING: &str = "\
# 各政策包目录最近一次的序号，更旧的索引一律不用。由「luoshi package install」写，不要手改。
# Last serial of each registry; an older index is refused. Written by `luoshi package install`, not edited.
";

/// Serial numbers by the name of the registry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen(pub BTreeMap<String, u64>);

impl Seen {
    pub(super) fn read(path: &Path) -> Result<Seen, Note> {
        let unreadable = |detail: String| {
            let note = Note::new(Code::RegistriesUnreadable).arg("path", shown(path));
            Err(note.arg("detail", detail))
        };
        match std::fs::read_to_string(path) {
            Ok(text) => match serde_yaml::from_str(&text) {
                Ok(serials) => Ok(Seen(serials)),
                Err(error) => unreadable(error.to_string()),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Seen::default()),
            Err(error) => unreadable(error.to_string()),
        }
    }

    pub(super) fn text(&self) -> String {
        let text = serde_yaml::to_string(&self.0).expect("texts and numbers alone");
        format!("{HEADING}{text}")
    }
}
