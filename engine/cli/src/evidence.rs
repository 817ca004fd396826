//! Where the evidence of a plan is, and how it is read.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use luoshi_diagnostics::{Code, FileId, Note, Sources, Staged};
use luoshi_evidence::{Evidence, Filter, Ledger, Record, find, read_jsonl, read_records};
use luoshi_signs::Details;

use crate::folder::{read_text, shown};

/// The ledger of a plan's folder.
pub const LEDGER_FILE: &str = "ledger.db";

/// The evidence of a plan's folder, as a text.
pub const EVIDENCE_FILE: &str = "evidence.jsonl";

/// Where evidence is kept.
#[derive(Debug)]
pub enum Store {
    /// A text, registered among the sources.
    Text(FileId),
    /// A ledger.
    Ledger(Ledger),
}

impl Store {
    /// Finds and opens the evidence of a folder, or the file that the user named.
    ///
    /// # Errors
    /// `LS0316` if there is none, `LS0317` if there are two, and what opening them says.
    pub fn open(folder: &Path, named: Option<&Path>, sources: &mut Sources) -> Result<Store, Note> {
        let path = match named {
            Some(path) if !path.is_file() => {
                return Err(Note::new(Code::LedgerMissing).arg("path", shown(path)));
            }
            Some(path) => path.to_owned(),
            None => in_folder(folder)?,
        };
        if is_text(&path) {
            let text = read_text(&path)?;
            return Ok(Store::Text(sources.add(shown(&path), text)));
        }
        Ledger::open(&path).map(Store::Ledger)
    }

    /// What messages call it.
    #[must_use]
    pub fn called(&self, sources: &Sources) -> String {
        match self {
            Store::Text(file) => sources.name(*file).to_owned(),
            Store::Ledger(ledger) => shown(ledger.path()),
        }
    }

    /// What counts as of a day.
    #[must_use]
    pub fn read(&self, sources: &Sources, as_of: Date) -> Staged<Evidence> {
        match self {
            Store::Text(file) => read_jsonl(sources.text(*file), *file, as_of),
            Store::Ledger(ledger) => ledger.read(as_of),
        }
    }

    /// Every record as it was written; those of a text that cannot be read are left out, which reading it to be
    /// judged tells.
    ///
    /// # Errors
    /// The ledger is damaged.
    pub fn records(&self, sources: &Sources) -> Result<Vec<Record>, Note> {
        match self {
            Store::Text(file) => {
                let staged = read_records(sources.text(*file), *file);
                Ok(staged.value.unwrap_or_default())
            }
            Store::Ledger(ledger) => {
                let entries = ledger.log(&Filter::default())?;
                Ok(entries.into_iter().map(|entry| entry.record).collect())
            }
        }
    }

    /// Who entered each record, and the files that it names: what evidence in columns does not hold.
    #[must_use]
    pub fn details(&self, sources: &Sources) -> Details {
        Details::of(&self.records(sources).unwrap_or_default())
    }

    /// The record with this id as it was written.
    #[must_use]
    pub fn find(&self, sources: &Sources, id: &str) -> Option<Record> {
        match self {
            Store::Text(file) => find(sources.text(*file), id),
            Store::Ledger(ledger) => ledger.find(id).ok().flatten(),
        }
    }
}

/// Whether there is a ledger at a path. One whose first records never came in, because whoever began it was killed, is none.
#[must_use]
pub fn is_begun(ledger: &Path) -> bool {
    ledger.exists() && !Ledger::is_blank(ledger)
}

/// Whether a file of evidence is a text, by its ending.
fn is_text(path: &Path) -> bool {
    path.extension()
        .is_some_and(|e| e == "jsonl" || e == "ndjson" || e == "json")
}

fn in_folder(folder: &Path) -> Result<PathBuf, Note> {
    let (text, ledger) = (folder.join(EVIDENCE_FILE), folder.join(LEDGER_FILE));
    match (text.is_file(), ledger.is_file()) {
        (true, true) if !is_begun(&ledger) => Ok(text),
        (true, true) => Err(Note::new(Code::LedgerTwo).arg("path", shown(folder))),
        (true, false) => Ok(text),
        (false, true) => Ok(ledger),
        (false, false) => Err(Note::new(Code::LedgerMissing).arg("path", shown(&ledger))),
    }
}
