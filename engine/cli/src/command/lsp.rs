//! `luoshi lsp`: the language server.

use std::path::{Path, PathBuf};

use luoshi::{EVIDENCE_FILE, LEDGER_FILE, packages_read_by, read_folder};
use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_lsp::{Connection, Disk, serve};
use luoshi_plan::{Folder, PlanFile};

use super::Done;
use crate::exit::Exit;
use crate::session::Session;

pub(super) fn run(session: &mut Session) -> Done {
    let disk = Machine {
        packages: session
            .packages
            .iter()
            .map(|place| absolute(place))
            .collect(),
    };
    let (connection, threads) = Connection::stdio();
    let served = serve(&connection, &disk, session.words, session.as_of());
    drop(connection);
    match (served, threads.join()) {
        (Ok(()), _) => Ok(Exit::Clean),
        (Err(_), Ok(())) => Ok(Exit::Failing),
        (Err(_), Err(error)) => {
            let note = Note::new(Code::FileUnreadable).arg("path", "-");
            Err(note.arg("detail", error.to_string()).into())
        }
    }
}

/// The folders of this machine.
struct Machine {
    /// Further places in which packages are looked for.
    packages: Vec<PathBuf>,
}

impl Disk for Machine {
    fn folder(&self, path: &Path) -> Folder {
        // What cannot be read is told by every other command; here it is as if it were not there.
        read_folder(path).0
    }

    fn has_records(&self, path: &Path) -> bool {
        [EVIDENCE_FILE, LEDGER_FILE]
            .iter()
            .any(|name| path.join(name).is_file())
    }

    fn packages(
        &self,
        plan: &PlanFile,
        folder: &Path,
        read: &dyn Fn(&Path) -> Folder,
        sources: &mut Sources,
    ) -> Vec<PlanFile> {
        let read = |path: &Path| (read(path), Vec::new());
        packages_read_by(plan, folder, &self.packages, &read, sources).0
    }
}

/// Editors name files from the root.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
