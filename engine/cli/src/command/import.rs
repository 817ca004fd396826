//! `luoshi import`: enters the records of tables and JSONL files, all or none.

use std::fs;
use std::path::Path;

use luoshi::read_text;
use luoshi_diagnostics::{Code, Note};
use luoshi_evidence::{Import, Kind, Mapping, decode, import_csv, import_jsonl};

use super::Done;
use super::write::Target;
use crate::args::ImportArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::usage;

pub(super) fn run(args: &ImportArgs, session: &mut Session) -> Done {
    let mut target = Target::of(&args.to, session)?;
    if !args.files.iter().any(|file| is_own_text(&target, file)) {
        target.refuse_beside_text(session)?;
    }
    let mapping = mapping(args, &mut target)?;
    let mut all = Import::default();
    let mut notes = Vec::new();
    for file in &args.files {
        let import = read(file, &mapping, &mut target)?;
        notes.extend(import.all_notes());
        all.records.extend(import.records);
        all.rejected.extend(import.rejected);
        all.totals += import.totals;
    }
    let unusable = notes.iter().any(|n| {
        n.code.level() == luoshi_diagnostics::Level::Error
            && !all.rejected.iter().any(|r| r.note() == *n)
    });
    if unusable || (!all.rejected.is_empty() && !args.keep_valid) {
        return Err(Failure {
            notes,
            sources: target.run.sources,
        });
    }
    session.show(&notes, &target.run.sources);
    if args.dry_run {
        say(session, "import-dry-run", &all, 0, 0);
        return Ok(Exit::Clean);
    }
    let appended = target.append(&all.records, args.by.as_deref())?;
    say(
        session,
        "import-done",
        &all,
        appended.added,
        appended.skipped,
    );
    if let Some(text) = target.evidence_file().filter(|_| session.ledger.is_none()) {
        let (text, ledger) = (
            text.display().to_string(),
            target.ledger.display().to_string(),
        );
        session.say(
            "import-move-text",
            [("path", text.into()), ("ledger", ledger.into())],
        );
    }
    Ok(Exit::Clean)
}

/// Whether a file is the evidence of the folder itself, which is how it becomes a ledger.
fn is_own_text(target: &Target, file: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    target
        .evidence_file()
        .is_some_and(|own| real(&own).is_some() && real(&own) == real(file))
}

fn mapping(args: &ImportArgs, target: &mut Target) -> Result<Mapping, Failure> {
    let mut mapping = Mapping::default();
    if let Some(path) = &args.mapping {
        let text = read_text(path)?;
        let file = target
            .run
            .sources
            .add(path.display().to_string(), text.clone());
        let read = Mapping::from_yaml(&text, file);
        let Some(value) = read.value else {
            let sources = std::mem::take(&mut target.run.sources);
            return Err(Failure {
                notes: read.notes,
                sources,
            });
        };
        mapping = value;
    }
    if let Some(typed) = &args.kind {
        mapping.kind = Some(kind(typed)?);
    }
    if let Some(duty) = &args.duty {
        mapping.duty = Some(duty.clone());
    }
    Ok(mapping)
}

/// The kind that a word names, in either language.
pub(super) fn kind(typed: &str) -> Result<Kind, Failure> {
    let valid: Vec<&str> = Kind::ALL.iter().map(|k| k.name()).collect();
    Kind::from_name(typed)
        .ok_or_else(|| usage::bad_value("--kind", typed, &valid.join(", ")).into())
}

fn read(path: &Path, mapping: &Mapping, target: &mut Target) -> Result<Import, Failure> {
    let shown = path.display().to_string();
    if !path.is_file() {
        return Err(Note::new(Code::PathMissing).arg("path", shown).into());
    }
    let bytes = fs::read(path).map_err(|error| {
        Note::new(Code::FileUnreadable)
            .arg("path", shown.as_str())
            .arg("detail", error.to_string())
    })?;
    let decoded = decode(&bytes, &shown)?;
    let file = target.run.sources.add(shown, decoded.text.clone());
    let ending = path.extension().and_then(|e| e.to_str()).unwrap_or("");
    Ok(match ending {
        "jsonl" | "ndjson" | "json" => import_jsonl(&decoded.text, file, &target.names),
        _ => import_csv(&decoded.text, file, mapping, &target.names),
    })
}

fn say(session: &mut Session, key: &str, all: &Import, added: u32, skipped: u32) {
    if session.quiet {
        return;
    }
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let rows: std::collections::BTreeSet<usize> = all.rejected.iter().map(|r| r.row).collect();
    session.say(
        key,
        [
            ("records", count(all.records.len()).into()),
            ("rejected", count(rows.len()).into()),
            ("added", i64::from(added).into()),
            ("skipped", i64::from(skipped).into()),
        ],
    );
}
