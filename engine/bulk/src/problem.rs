//! What is wrong with bulk files, each with the township that it concerns.

use luoshi_diagnostics::{Arg, Code, Note};
use luoshi_evidence::Reason;

/// Something wrong with a file, or with a township of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The township; none if it concerns the file.
    pub township: Option<String>,
    /// The file, by the name that it was given.
    pub file: String,
    /// The row: the line of a JSONL file, the row of a CSV file with its heading, the record of a
    /// Parquet file, all from 1. None if it is no single row.
    pub row: Option<u64>,
    /// What is wrong. It names file and row too.
    pub note: Note,
}

impl Problem {
    /// A record that cannot be taken, because of a field.
    pub(crate) fn of_record(file: &str, row: u64, at: &Field<'_>, reason: Reason) -> Problem {
        let what = match reason.code() {
            Code::RecordPersonal => "personal",
            Code::RecordDuplicate => "duplicate",
            Code::RecordSyntax => "syntax",
            _ => "field",
        };
        let personal = matches!(reason, Reason::Personal(_));
        let note = Note::new(Code::BulkRecord)
            .arg("what", what)
            .arg("reason", reason.word())
            .arg("field", at.name)
            .arg(
                "value",
                if personal {
                    String::new()
                } else {
                    short(at.value)
                },
            )
            .arg("limit", limit(reason))
            .arg("near", "no")
            .arg("suggestion", "")
            .arg("id", "")
            .arg("target", "");
        Problem::at_row(file, row, note)
    }

    /// A note of the ledger about a record.
    pub(crate) fn of_ledger(file: &str, row: Option<u64>, note: &Note) -> Problem {
        let what = match note.code {
            Code::RecordDuplicate => "duplicate",
            Code::CorrectionTarget => "target",
            _ => "field",
        };
        let mut new = Note::new(Code::BulkRecord).arg("what", what);
        for name in [
            "reason",
            "field",
            "value",
            "id",
            "target",
            "limit",
            "near",
            "suggestion",
        ] {
            let given = note.args.iter().find(|(other, _)| *other == name);
            let value = given.map_or(Arg::from(""), |(_, value)| value.clone());
            new = new.arg(name, value);
        }
        Problem::somewhere(file, row, new)
    }

    pub(crate) fn at_row(file: &str, row: u64, note: Note) -> Problem {
        Problem::somewhere(file, Some(row), note)
    }

    pub(crate) fn of_file(file: &str, note: Note) -> Problem {
        Problem::somewhere(file, None, note)
    }

    fn somewhere(file: &str, row: Option<u64>, note: Note) -> Problem {
        let shown = row.map_or(0, |row| i64::try_from(row).unwrap_or(i64::MAX));
        Problem {
            township: None,
            file: file.to_owned(),
            row,
            note: note.arg("file", file).arg("row", shown),
        }
    }

    /// The same, of a township.
    pub(crate) fn of(mut self, township: &str) -> Problem {
        self.township = Some(township.to_owned());
        self.note = self.note.arg("township", township);
        self
    }
}

/// A field of a record and what stands in it.
pub(crate) struct Field<'a> {
    pub(crate) name: &'a str,
    pub(crate) value: &'a str,
}

/// The limit that a reason speaks of.
fn limit(reason: Reason) -> i64 {
    match reason {
        Reason::Long => 2_000,
        _ => 200,
    }
}

fn short(value: &str) -> String {
    const SHOWN: usize = 40;
    let mut short: String = value.chars().take(SHOWN).collect();
    if value.chars().nth(SHOWN).is_some() {
        short.push('…');
    }
    short
}
