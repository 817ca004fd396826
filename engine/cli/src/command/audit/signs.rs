//! `luoshi audit signs`: signs that evidence was made up, of one township.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use luoshi::{Run, Store, folder_of, load};
use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_evidence::{Filter, Record, read_records};
use luoshi_signs::{
    Details, Files, Given, Limits, indications_text, shares, shares_text, signs, signs_json,
};
use sha2::{Digest, Sha256};

use super::super::Done;
use crate::args::SignsArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::pretty;
use crate::session::Session;

pub(crate) fn run(args: &SignsArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let limits = Limits::set(&args.set).map_err(|notes| Failure {
        notes,
        sources: Sources::default(),
    })?;
    let files = args.files.as_deref().map(files_in).transpose()?;
    let mut run = Run::default();
    let folder = folder_of(&args.path)?;
    let loaded = load(&mut run, &folder, &session.packages);
    let store = Store::open(&folder, session.ledger.as_deref(), &mut run.sources)?;
    let read = store.read(&run.sources, session.as_of());
    run.notes.extend(read.notes);
    let (Some(plan), Some(evidence)) = (loaded.plan, read.value) else {
        return Err(run.into());
    };
    let records = records(&store, &run.sources)?;
    let given = Given {
        plan: &plan,
        evidence: &evidence,
        as_of: session.as_of(),
        details: Some(&Details::of(&records)),
        files: files.as_ref(),
        limits: &limits,
    };
    let (found, late) = (signs(given), shares(given));
    let text = match json {
        true => pretty(&signs_json(session.words, &found, &late)),
        false => {
            let mut text = indications_text(session.words, &found);
            if args.shares {
                text.push('\n');
                text.push_str(&shares_text(session.words, &late));
            }
            let attached = records.iter().any(|record| !record.attachments.is_empty());
            if attached && files.is_none() {
                text.push_str(&format!("\n{}\n", session.words.word("signs-no-files")));
            }
            text
        }
    };
    session.write_to(args.output.as_deref(), &text)?;
    Ok(Exit::Clean)
}

/// The records as they were written: evidence does not hold who entered them.
fn records(store: &Store, sources: &Sources) -> Result<Vec<Record>, Failure> {
    match store {
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

/// The digests of all files below a folder, by their names in it.
fn files_in(folder: &Path) -> Result<Files, Failure> {
    if !folder.is_dir() {
        let path = folder.display().to_string();
        return Err(Note::new(Code::PathMissing).arg("path", path).into());
    }
    let mut found = Vec::new();
    gather(folder, "", &mut found).map_err(|error| {
        Note::new(Code::FileUnreadable)
            .arg("path", folder.display().to_string())
            .arg("detail", error.to_string())
    })?;
    Ok(Files::of(found))
}

fn gather(folder: &Path, inside: &str, found: &mut Vec<(String, String)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{inside}{}", entry.file_name().to_string_lossy());
        // A link is not followed: it may lead out of the folder, or round in a circle.
        let kind = entry.file_type()?;
        if kind.is_dir() {
            gather(&entry.path(), &format!("{name}/"), found)?;
        } else if kind.is_file() {
            found.push((name, digest(&entry.path())?));
        }
    }
    Ok(())
}

/// Read piece by piece: a file may be a long video.
fn digest(path: &Path) -> io::Result<String> {
    let mut file = fs::File::open(path)?;
    let mut sum = Sha256::new();
    let mut piece = vec![0; 64 * 1024];
    loop {
        match file.read(&mut piece)? {
            0 => break,
            read => sum.update(&piece[..read]),
        }
    }
    let hex = sum
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Ok(hex)
}
