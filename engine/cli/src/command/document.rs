//! `luoshi document`: papers.

use std::fs;
use std::path::Path;

use luoshi::{Run, folder_of, load, shown, unreadable};
use luoshi_diagnostics::{Code, Note, Sources, render_json};
use luoshi_layout::{
    Figures, Report, check as check_docx, fails, report_json, report_summary, report_text,
};
use serde_json::{Value, json};

use super::Done;
use crate::args::DocumentCheckArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

/// The widest line of a report.
const WIDTH: usize = 100;

/// Checks every file, also behind one that cannot be read.
pub(super) fn check(args: &DocumentCheckArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let own = args.plan.as_deref().map(|plan| own_layout(plan, session));
    let own = own.transpose()?;
    let mut failure = Failure::default();
    let mut failing = false;
    let mut files = Vec::new();
    for file in &args.files {
        match read(file, own.as_ref()) {
            Ok(report) => {
                failing |= fails(&report);
                if json {
                    let report = report_json(&report, session.words);
                    files.push(json!({ "path": shown(file), "report": report }));
                } else {
                    tell(file, &report, session);
                }
            }
            Err(note) => {
                if json {
                    files.push(refused(file, &note, session));
                }
                failure.notes.push(note);
            }
        }
    }
    if json {
        session.out.json(&json!({ "version": 1, "files": files }));
        // What kept a file from being read stands beside the others.
        return Ok(match failure.notes.as_slice() {
            [] => judged(failing),
            notes => Exit::of(notes),
        });
    }
    if failure.notes.is_empty() {
        Ok(judged(failing))
    } else {
        Err(failure)
    }
}

fn judged(failing: bool) -> Exit {
    if failing { Exit::Failing } else { Exit::Clean }
}

/// The layout that the office of a plan states as its own.
fn own_layout(plan: &Path, session: &Session) -> Result<Figures, Failure> {
    let folder = folder_of(plan)?;
    let mut run = Run::default();
    match load(&mut run, &folder, &session.packages).plan {
        Some(plan) => Ok(Figures::of(plan.content.layout.as_ref())),
        None => Err(run.into()),
    }
}

fn read(file: &Path, own: Option<&Figures>) -> Result<Report, Note> {
    if !file.exists() {
        return Err(Note::new(Code::PathMissing).arg("path", shown(file)));
    }
    let bytes = fs::read(file).map_err(|error| unreadable(file, &error))?;
    check_docx(&bytes, own).map_err(|fault| fault.note(&shown(file)))
}

fn tell(file: &Path, report: &Report, session: &mut Session) {
    let path = shown(file);
    let text = if session.quiet {
        format!("{path}  {}", report_summary(report, session.words))
    } else {
        format!("{path}\n{}\n", report_text(report, session.words, WIDTH))
    };
    session.out.write(&text);
}

fn refused(file: &Path, note: &Note, session: &Session) -> Value {
    let notes = render_json(
        std::slice::from_ref(note),
        &Sources::default(),
        session.words,
    );
    json!({ "path": shown(file), "notes": notes })
}
