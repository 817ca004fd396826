//! `luoshi import`: enters the records of workbooks, tables and JSONL files, all or none.

mod mappings;
mod marked;
mod summary;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use luoshi_diagnostics::{Code, Level, Note, Sources, render_json};
use luoshi_evidence::{
    Appended, Import, Kind, Mapping, Reading, Record, Rejection, decode, import_csv, import_jsonl,
    import_workbook, is_workbook,
};
use serde_json::{Value, json};

use super::Done;
use super::write::{Target, believed};
use crate::args::{Format, ImportArgs};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::usage;
use mappings::Saved;

pub(super) fn run(args: &ImportArgs, session: &mut Session) -> Done {
    let mut target = Target::of(&args.to, session)?;
    if !args.files.iter().any(|file| is_own_text(&target, file)) {
        target.refuse_beside_text(session)?;
    }
    if let Some(copy) = &args.marked {
        marked::check(copy, &args.files)?;
    }
    let json = session.wants_json()?;
    let told = mappings::told(args, &mut target)?;
    let saved = mappings::saved(args, &mut target)?;
    let mut all = All::default();
    for file in &args.files {
        let import = read(file, &told, &saved, &mut target)?;
        if args.dry_run && !json && !session.quiet {
            summary::show(&import, &saved.paths, session);
        } else if !json && !session.quiet {
            summary::show_saved(&import, &saved.paths, session);
        }
        if let Some(name) = args
            .save_mapping
            .as_deref()
            .filter(|_| !import.sheets.is_empty())
        {
            mappings::save(name, file, &import, &target, session)?;
        }
        if let Some(copy) = &args.marked {
            marked::write(file, copy, &import.rejected, session)?;
        }
        all.add(import, &saved.paths, args.keep_valid);
    }
    if all.unusable || (all.rejected > 0 && !args.keep_valid) {
        if json && args.dry_run {
            all.json(session, &target.run.sources, None);
            return Ok(Exit::of(&all.notes));
        }
        return Err(Failure {
            notes: all.notes,
            sources: target.run.sources,
        });
    }
    if !json {
        session.show(&all.notes, &target.run.sources);
    }
    if args.dry_run {
        all.say("import-dry-run", session, &target.run.sources, None);
        return Ok(Exit::Clean);
    }
    let appended = target.append(
        &all.records,
        args.by.as_deref(),
        believed(args.clock_checked),
    )?;
    all.say("import-done", session, &target.run.sources, Some(appended));
    if session.ledger.is_none() && !json {
        advise_to_move_text(&target, session);
    }
    Ok(Exit::Clean)
}

/// Records that stand in a text beside the ledger are better moved into it.
fn advise_to_move_text(target: &Target, session: &mut Session) {
    let Some(text) = target.evidence_file() else {
        return;
    };
    let path = text.display().to_string();
    let ledger = target.ledger.display().to_string();
    session.say(
        "import-move-text",
        [("path", path.into()), ("ledger", ledger.into())],
    );
}

/// What all files together gave.
#[derive(Default)]
struct All {
    records: Vec<Record>,
    notes: Vec<Note>,
    /// Rows that do not fit.
    rejected: usize,
    sheets: Vec<Value>,
    /// A table cannot be used as a whole.
    unusable: bool,
}

impl All {
    fn add(&mut self, import: Import, saved: &[PathBuf], keep_valid: bool) {
        let wrong = import
            .notes
            .iter()
            .any(|note| note.code.level() == Level::Error);
        // The other sheets of a workbook can be entered without the one that cannot be used.
        let rest = keep_valid && !import.records.is_empty();
        self.unusable |= wrong && !rest;
        let row = |rejection: &Rejection| {
            let sheet = rejection.cell.as_ref().map(|cell| cell.sheet.clone());
            (sheet, rejection.row)
        };
        let rows: BTreeSet<_> = import.rejected.iter().map(row).collect();
        self.rejected += rows.len();
        self.notes.extend(import.all_notes());
        self.sheets.extend(summary::json(&import, saved));
        self.records.extend(import.records);
    }

    fn say(&self, key: &str, session: &mut Session, sources: &Sources, done: Option<Appended>) {
        if session.format == Some(Format::Json) {
            self.json(session, sources, done);
            return;
        }
        if session.quiet {
            return;
        }
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let (added, skipped) = done.map_or((0, 0), |done| (done.added, done.skipped));
        session.say(
            key,
            [
                ("records", count(self.records.len()).into()),
                ("rejected", count(self.rejected).into()),
                ("added", i64::from(added).into()),
                ("skipped", i64::from(skipped).into()),
            ],
        );
    }

    /// The same for tools; `version` 1 of the format.
    fn json(&self, session: &mut Session, sources: &Sources, done: Option<Appended>) {
        let value = json!({
            "version": 1,
            "dry_run": done.is_none(),
            "records": self.records.len(),
            "rejected_rows": self.rejected,
            "added": done.as_ref().map(|done| done.added),
            "skipped": done.as_ref().map(|done| done.skipped),
            "sheets": self.sheets,
            "notes": render_json(&self.notes, sources, session.words),
        });
        session.out.json(&value);
    }
}

/// Whether a file is the evidence of the folder itself, which is how it becomes a ledger.
fn is_own_text(target: &Target, file: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    target
        .evidence_file()
        .is_some_and(|own| real(&own).is_some() && real(&own) == real(file))
}

/// The kind that a word names, in either language.
pub(super) fn kind(typed: &str) -> Result<Kind, Failure> {
    let valid: Vec<&str> = Kind::ALL.iter().map(|k| k.name()).collect();
    Kind::from_name(typed)
        .ok_or_else(|| usage::bad_value("--kind", typed, &valid.join(", ")).into())
}

fn read(
    path: &Path,
    mapping: &Mapping,
    saved: &Saved,
    target: &mut Target,
) -> Result<Import, Failure> {
    let shown = path.display().to_string();
    if !path.is_file() {
        return Err(Note::new(Code::PathMissing).arg("path", shown).into());
    }
    let bytes = fs::read(path).map_err(|error| {
        Note::new(Code::FileUnreadable)
            .arg("path", shown.as_str())
            .arg("detail", error.to_string())
    })?;
    if is_workbook(&bytes) {
        let reading = Reading {
            mapping,
            saved: &saved.mappings,
            names: &target.names,
        };
        return Ok(import_workbook(
            &bytes,
            &shown,
            reading,
            &mut target.run.sources,
        )?);
    }
    let decoded = decode(&bytes, &shown)?;
    let file = target.run.sources.add(shown, decoded.text.clone());
    let ending = path.extension().and_then(|e| e.to_str()).unwrap_or("");
    Ok(match ending {
        "jsonl" | "ndjson" | "json" => import_jsonl(&decoded.text, file, &target.names),
        _ => import_csv(&decoded.text, file, mapping, &target.names),
    })
}
