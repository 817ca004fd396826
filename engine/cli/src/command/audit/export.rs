//! `luoshi audit export`: an audit in a format that other tools read.

use std::path::Path;

use luoshi::shown;
use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_exchange::{ExportError, export};

use super::super::Done;
use super::parts::read;
use super::view::incomplete;
use crate::args::{AuditExportArgs, Format};
use crate::exit::Exit;
use crate::session::Session;
use crate::usage;

pub(super) fn run(args: &AuditExportArgs, session: &mut Session) -> Done {
    // The form of what is written is told by `--to`.
    session.form([Format::Text])?;
    if args.output.is_none() && !args.to.text() {
        return Err(usage::missing("--output").into());
    }
    let audit = read(&args.audit)?;
    let note = incomplete(&audit);
    session.show(note.as_slice(), &Sources::default());
    let written = export(&audit, args.to, session.words.lang());
    let bytes = written.map_err(|error| refused(&error, &args.audit))?;
    session.write_bytes(args.output.as_deref(), &bytes)?;
    Ok(Exit::Clean)
}

/// Why there is no export of this audit.
fn refused(error: &ExportError, audit: &Path) -> Note {
    match error {
        ExportError::Dangling(township) => Note::new(Code::ExportDangling)
            .arg("path", shown(audit))
            .arg("township", township.as_str()),
        ExportError::NothingOpen => Note::new(Code::ExportNothingOpen).arg("path", shown(audit)),
        ExportError::Write(what) => Note::new(Code::WriteFailed)
            .arg("path", shown(audit))
            .arg("detail", what.as_str()),
    }
}
