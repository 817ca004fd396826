//! Audits as files.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use luoshi::{shown, unreadable, whole};
use luoshi_audit::{Audit, LineError, MergeError};
use luoshi_diagnostics::{Code, Note, write_failed};

use crate::failure::Failure;

/// Reads an audit that was written with `--output`.
pub(crate) fn read(path: &Path) -> Result<Audit, Failure> {
    if !path.exists() {
        return Err(Note::new(Code::PathMissing).arg("path", shown(path)).into());
    }
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    luoshi_audit::read(&mut BufReader::new(file)).map_err(|error| {
        let (reason, line, detail) = match error {
            LineError::Io(error) => return unreadable(path, &error).into(),
            LineError::Form(line, what) => ("form", line, what),
            LineError::Head => ("head", 1, String::new()),
            LineError::NoPlan(line) => ("plan", line, String::new()),
            LineError::Order(line) => ("order", line, String::new()),
        };
        Note::new(Code::AuditUnreadable)
            .arg("path", shown(path))
            .arg("reason", reason)
            .arg("line", i64::try_from(line).unwrap_or(i64::MAX))
            .arg("detail", detail)
            .into()
    })
}

/// Writes an audit.
pub(crate) fn write(audit: &Audit, path: &Path) -> Result<(), Failure> {
    let written = whole::write_with(path, |mut out| luoshi_audit::write(audit, &mut out));
    written.map_err(|error| write_failed(path, &error).into())
}

/// Why audits are no parts of one.
pub(crate) fn apart(error: &MergeError) -> Note {
    let note = Note::new(Code::AuditParts);
    match error {
        MergeError::None => note.arg("reason", "none"),
        MergeError::Heads(two) => note
            .arg("reason", "heads")
            .arg("one", head(&two.0))
            .arg("other", head(&two.1)),
        MergeError::Parts(two) => note
            .arg("reason", "parts")
            .arg("one", shares(two.0.as_ref()))
            .arg("other", shares(two.1.as_ref())),
        MergeError::Township(code, source) => note
            .arg("reason", "township")
            .arg("one", code.as_str())
            .arg("other", source.as_str()),
        MergeError::Plan(key) => note
            .arg("reason", "plan")
            .arg("one", key.as_str())
            .arg("other", ""),
    }
}

fn head(head: &luoshi_audit::Head) -> String {
    format!("{} / {} / {:?}", head.as_of, head.engine, head.depth)
}

fn shares(parts: Option<&luoshi_audit::Parts>) -> String {
    let Some(parts) = parts else {
        return "-".to_owned();
    };
    let have: Vec<String> = parts.have.iter().map(u32::to_string).collect();
    format!("{}/{} ({})", have.join(","), parts.of, parts.whole)
}
