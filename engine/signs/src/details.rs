//! What evidence in columns does not hold: who entered a record, and the names of its files.

use std::collections::BTreeMap;

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
    by_name: BTreeMap<String, String>,
    /// The sums of the files with this last part of a name.
    by_last: BTreeMap<String, Vec<String>>,
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
        let by_name: BTreeMap<String, String> = files.into_iter().collect();
        let mut by_last: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, sum) in &by_name {
            by_last.entry(last(name)).or_default().push(sum.clone());
        }
        Files { by_name, by_last }
    }

    pub(crate) fn look(&self, file: &Attachment) -> Found {
        let name = file.name.replace('\\', "/");
        let here = |sum: &String| *sum == file.sha256;
        if self.by_name.values().any(here) {
            return Found::Same;
        }
        let named = self.by_name.contains_key(&name) || self.by_last.contains_key(&last(&name));
        if named { Found::Other } else { Found::Missing }
    }
}

fn last(name: &str) -> String {
    name.rsplit('/').next().unwrap_or(name).to_owned()
}
