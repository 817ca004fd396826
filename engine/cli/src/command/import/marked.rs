//! A copy of the clerk's workbook in which every cell that was rejected is marked.

use std::fs;
use std::path::{Path, PathBuf};

use luoshi::whole;
use luoshi_diagnostics::{Code, Messages, Note};
use luoshi_evidence::{Mark, MarkedTexts, Rejection, is_workbook, marked_copy};

use crate::args::Format;
use crate::failure::Failure;
use crate::session::Session;
use crate::usage;

/// Refuses a copy of several files, before anything is read.
pub(super) fn check(to: &Path, files: &[PathBuf]) -> Result<(), Failure> {
    if files.len() > 1 {
        return Err(usage::bad_value("--marked", &to.display().to_string(), "").into());
    }
    Ok(())
}

/// Writes the copy, if any cell was rejected; never over another file, which may be the clerk's own.
pub(super) fn write(
    from: &Path,
    to: &Path,
    rejected: &[Rejection],
    session: &mut Session,
) -> Result<(), Failure> {
    let marks: Vec<Mark> = rejected
        .iter()
        .filter_map(|one| mark(one, session.words))
        .collect();
    let shown = to.display().to_string();
    let bytes = fs::read(from).unwrap_or_default();
    if !is_workbook(&bytes) {
        return Err(usage::bad_value("--marked", &shown, "").into());
    }
    if marks.is_empty() {
        return Ok(());
    }
    let failed = |detail: String| {
        Note::new(Code::WriteFailed)
            .arg("path", shown.as_str())
            .arg("detail", detail)
    };
    let texts = texts(marks.len(), session.words);
    let copy = marked_copy(&bytes, &marks, &texts).map_err(|error| failed(error.to_string()))?;
    whole::write_new(to, &copy)?;
    if session.quiet || session.format == Some(Format::Json) {
        return Ok(());
    }
    session.say(
        "marked-done",
        [
            ("path", shown.as_str().into()),
            ("count", count(marks.len()).into()),
        ],
    );
    Ok(())
}

fn mark(rejection: &Rejection, words: Messages) -> Option<Mark> {
    let cell = rejection.cell.clone()?;
    let note = rejection.note();
    let name = note.code.name();
    Some(Mark {
        cell,
        reason: words.text(name, &note.args),
        advice: words
            .find(&format!("{name}.help"), &note.args)
            .unwrap_or_default(),
    })
}

fn texts(marks: usize, words: Messages) -> MarkedTexts {
    let heading = |of: &str| words.word(&format!("marked-{of}"));
    MarkedTexts {
        sheet: words.word("marked-sheet"),
        remark: words.text("marked-remark", &vec![("count", count(marks).into())]),
        headings: ["of-sheet", "cell", "reason", "advice"].map(heading),
        author: "luoshi".to_owned(),
    }
}

fn count(marks: usize) -> i64 {
    i64::try_from(marks).unwrap_or(i64::MAX)
}
