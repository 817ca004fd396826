//! `luoshi export`: the whole ledger as JSONL, CSV or Parquet.

use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;

use luoshi::{Store, folder_of, read_folder, shown, whole};
use luoshi_bulk::{BulkWriter, Format as Bulk};
use luoshi_diagnostics::{Code, Note, Sources, write_failed};
use luoshi_evidence::{CsvWriter, ExportError, Record, read_records};
use luoshi_plan::parse;

use super::Done;
use crate::args::{ExportArgs, Format};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::usage;

pub(super) fn run(args: &ExportArgs, session: &mut Session) -> Done {
    let format = session.form([Format::Jsonl, Format::Csv, Format::Parquet])?;
    if format == Format::Parquet && args.output.is_none() {
        // It is no text that a screen could show.
        return Err(usage::missing("--output").into());
    }
    let folder = folder_of(&args.path)?;
    let mut sources = Sources::default();
    let ledger = Ledger {
        store: Store::open(&folder, session.ledger.as_deref(), &mut sources)?,
        sources,
    };
    let form = Form::of(format, &folder)?;
    let written = match &args.output {
        Some(path) => whole::write_with(path, |out| ledger.export(&form, out)),
        None => ledger.export(&form, &mut BufWriter::new(io::stdout())),
    };
    match written {
        Ok(()) => Ok(Exit::Clean),
        Err(ExportError::Write(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(Exit::Clean),
        Err(ExportError::Write(error)) => {
            let path = args.output.as_deref().unwrap_or(Path::new("-"));
            Err(write_failed(path, &error).into())
        }
        Err(ExportError::Ledger(note)) => Err(Failure {
            notes: vec![note],
            sources: ledger.sources,
        }),
    }
}

/// What is written.
enum Form {
    Jsonl,
    Csv,
    /// A bulk file of one township, for audits that read it beside those of others.
    Parquet {
        township: String,
    },
}

impl Form {
    fn of(format: Format, folder: &Path) -> Result<Form, Note> {
        match format {
            Format::Csv => Ok(Form::Csv),
            Format::Parquet => Ok(Form::Parquet {
                township: township(folder)?,
            }),
            _ => Ok(Form::Jsonl),
        }
    }
}

/// The code of the township, as its plan says; the rest of the plan may be wrong.
fn township(folder: &Path) -> Result<String, Note> {
    let plan = parse(&read_folder(folder).0, &mut Sources::default());
    let code = plan.head.jurisdiction.map(|place| place.code);
    code.filter(|code| !code.is_empty())
        .ok_or_else(|| Note::new(Code::ExportNoTownship).arg("path", shown(folder)))
}

/// Where records go.
type Out<'o> = &'o mut (dyn Write + Send);

/// What is exported.
struct Ledger {
    store: Store,
    sources: Sources,
}

impl Ledger {
    fn export(&self, form: &Form, out: Out<'_>) -> Result<(), ExportError> {
        match form {
            Form::Jsonl => self.jsonl(out),
            Form::Csv => self.csv(out),
            Form::Parquet { township } => self.parquet(township, out),
        }
    }

    fn jsonl(&self, out: Out<'_>) -> Result<(), ExportError> {
        match &self.store {
            // As it was hashed.
            Store::Ledger(ledger) => ledger.export_jsonl(out).map(drop)?,
            Store::Text(_) => self.each(&mut |record| writeln!(out, "{}", record.to_json()))?,
        }
        Ok(out.flush()?)
    }

    fn csv(&self, out: Out<'_>) -> Result<(), ExportError> {
        let mut csv = CsvWriter::start(out)?;
        self.each(&mut |record| csv.write(record))?;
        Ok(csv.finish()?)
    }

    fn parquet(&self, township: &str, out: Out<'_>) -> Result<(), ExportError> {
        let mut bulk = BulkWriter::start(Bulk::Parquet, out)?;
        self.each(&mut |record| bulk.write(township, record))?;
        Ok(bulk.finish()?)
    }

    fn each(&self, write: &mut dyn FnMut(&Record) -> io::Result<()>) -> Result<(), ExportError> {
        let file = match &self.store {
            Store::Ledger(ledger) => return ledger.export_records(write).map(drop),
            Store::Text(file) => *file,
        };
        let read = read_records(self.sources.text(file), file);
        let first = read.notes.into_iter().next();
        let records = read.value.ok_or_else(|| {
            first.map_or_else(
                || ExportError::Write(io::Error::other("")),
                ExportError::Ledger,
            )
        })?;
        records.iter().try_for_each(|record| Ok(write(record)?))
    }
}
