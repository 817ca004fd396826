//! `luoshi export`: the whole ledger as JSONL or CSV.

use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;

use luoshi::{Store, folder_of};
use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_evidence::{ExportError, read_records, write_csv, write_jsonl};

use super::Done;
use crate::args::{ExportArgs, Format};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

pub(super) fn run(args: &ExportArgs, session: &mut Session) -> Done {
    let csv = session.form([Format::Jsonl, Format::Csv])? == Format::Csv;
    let folder = folder_of(&args.path)?;
    let mut sources = Sources::default();
    let store = Store::open(&folder, session.ledger.as_deref(), &mut sources)?;
    let written = match &args.output {
        Some(path) => to_file(path, |out| export(&store, &sources, csv, out)),
        None => export(
            &store,
            &sources,
            csv,
            &mut BufWriter::new(io::stdout().lock()),
        ),
    };
    match written {
        Ok(()) => Ok(Exit::Clean),
        Err(ExportError::Write(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(Exit::Clean),
        Err(ExportError::Write(error)) => Err(write_failed(args.output.as_deref(), &error).into()),
        Err(ExportError::Ledger(note)) => Err(Failure {
            notes: vec![note],
            sources,
        }),
    }
}

fn to_file(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    let mut out = BufWriter::new(File::create(path)?);
    write(&mut out)?;
    Ok(out.flush()?)
}

fn export(
    store: &Store,
    sources: &Sources,
    csv: bool,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    match store {
        Store::Ledger(ledger) if csv => ledger.export_csv(out).map(drop)?,
        Store::Ledger(ledger) => ledger.export_jsonl(out).map(drop)?,
        Store::Text(file) => {
            let read = read_records(sources.text(*file), *file);
            let first = read.notes.into_iter().next();
            let records = read.value.ok_or_else(|| {
                first.map_or_else(
                    || ExportError::Write(io::Error::other("")),
                    ExportError::Ledger,
                )
            })?;
            if csv {
                write_csv(&records, out)?
            } else {
                write_jsonl(&records, out)?
            }
        }
    }
    Ok(out.flush()?)
}

fn write_failed(path: Option<&Path>, error: &io::Error) -> Note {
    let path = path.map_or_else(|| "-".to_owned(), |p| p.display().to_string());
    Note::new(Code::WriteFailed)
        .arg("path", path)
        .arg("detail", error.to_string())
}
