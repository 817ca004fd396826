//! What `record` and `import` share: the plan's names, and the ledger to write to.

use std::path::{Path, PathBuf};

use luoshi::{EVIDENCE_FILE, LEDGER_FILE, Run, folder_of, is_begun, load, names};
use luoshi_diagnostics::{Code, Note};
use luoshi_evidence::{Appended, Clock, Ledger, Names, Record};

use crate::clock;
use crate::failure::Failure;
use crate::session::Session;

/// Where records go, and the names that they may use.
pub(super) struct Target {
    pub(super) folder: PathBuf,
    pub(super) ledger: PathBuf,
    pub(super) names: Names,
    /// Texts and warnings of reading the plan.
    pub(super) run: Run,
}

impl Target {
    /// Reads the plan of a folder, and settles which ledger is meant.
    pub(super) fn of(path: &Path, session: &Session) -> Result<Target, Failure> {
        let folder = folder_of(path)?;
        let mut run = Run::default();
        let plan = load(&mut run, &folder, &session.packages).plan;
        let Some(plan) = plan else {
            return Err(run.into());
        };
        let ledger = session
            .ledger
            .clone()
            .unwrap_or_else(|| folder.join(LEDGER_FILE));
        Ok(Target {
            ledger,
            names: names(&plan),
            run,
            folder,
        })
    }

    /// The evidence file of the folder, which a ledger would compete with.
    pub(super) fn evidence_file(&self) -> Option<PathBuf> {
        Some(self.folder.join(EVIDENCE_FILE)).filter(|p| p.is_file())
    }

    /// Refuses to start a ledger beside an evidence file.
    pub(super) fn refuse_beside_text(&self, session: &Session) -> Result<(), Failure> {
        match self.evidence_file() {
            Some(text) if session.ledger.is_none() && !is_begun(&self.ledger) => {
                Err(Note::new(Code::EvidenceFile)
                    .arg("path", text.display().to_string())
                    .arg("folder", self.folder.display().to_string())
                    .into())
            }
            _ => Ok(()),
        }
    }

    /// Adds records, all or none; makes the ledger if there is none.
    pub(super) fn append(
        &self,
        records: &[Record],
        by: Option<&str>,
        clock: Clock,
    ) -> Result<Appended, Vec<Note>> {
        Ledger::append_at(&self.ledger, records, clock::now(), by.unwrap_or(""), clock)
    }
}

/// How far the clock is to be believed, by `--clock-checked`.
pub(super) fn believed(checked: bool) -> Clock {
    if checked {
        Clock::Checked
    } else {
        Clock::Running
    }
}
