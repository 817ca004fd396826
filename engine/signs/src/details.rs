//! What evidence in columns does not hold: who entered a record, and the names of its files.

use std::collections::{BTreeMap, BTreeSet};

use luoshi_evidence::{Attachment, Record};

/// Who entered each record, and the files that it names, by its id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details {
    of: BTreeMap<String, Entered>,
}

/// Who entered a record, and the files that it names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entered {
    /// A staff number; none where nobody is named.
    pub by: Option<String>,
    /// The files.
    pub attachments: Vec<Attachment>,
}

impl Details {
    /// The details of records as they were written. Of two with one id the first counts, as in the ledger.
    pub fn of<'r>(records: impl IntoIterator<Item = &'r Record>) -> Details {
        let mut of = BTreeMap::new();
        for record in records {
            of.entry(record.id.clone()).or_insert_with(|| Entered {
                by: record.recorded_by.clone(),
                attachments: record.attachments.clone(),
            });
        }
        Details { of }
    }

    /// Whether any record names a file.
    #[must_use]
    pub fn has_attachments(&self) -> bool {
        self.of
            .values()
            .any(|entered| !entered.attachments.is_empty())
    }

    pub(crate) fn by(&self, id: &str) -> Option<&str> {
        self.of.get(id)?.by.as_deref()
    }

    pub(crate) fn attachments(&self, id: &str) -> &[Attachment] {
        self.of.get(id).map_or(&[], |entered| &entered.attachments)
    }
}

/// The files that are there: SHA-256 in small hexadecimal digits by name, with `/` between folders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    names: BTreeSet<String>,
    sums: BTreeSet<String>,
    /// The last part of each name.
    last_parts: BTreeSet<String>,
}

/// What became of a file that a record names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// It is there, perhaps in another folder or under another name.
    Same,
    /// A file of this name is there, and it is another.
    Other,
    /// It is not there.
    Missing,
}

impl Files {
    /// The files of a folder.
    pub fn of(files: impl IntoIterator<Item = (String, String)>) -> Files {
        let mut all = Files::default();
        for (name, sum) in files {
            all.last_parts.insert(last(&name));
            all.names.insert(name);
            all.sums.insert(sum);
        }
        all
    }

    pub(crate) fn look(&self, file: &Attachment) -> Found {
        let name = file.name.replace('\\', "/");
        if self.sums.contains(&file.sha256) {
            return Found::Same;
        }
        let named = self.names.contains(&name) || self.last_parts.contains(&last(&name));
        if named { Found::Other } else { Found::Missing }
    }
}

fn last(name: &str) -> String {
    name.rsplit('/').next().unwrap_or(name).to_owned()
}
