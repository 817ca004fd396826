//! `luoshi check`: is the plan being carried out?

use std::path::PathBuf;

use luoshi::{Digests, Outcome, Run, assess, audit_of_one};
use luoshi_audit::Audit;
use luoshi_diagnostics::{Code, Note, render_json};
use luoshi_exchange::export;
use luoshi_plan::Plan;
use luoshi_report::{Glossary, Reader, check, html, summary_line, to_json};
use luoshi_rules::{Assessment, fails};

use super::{Done, watch};
use crate::args::{CheckArgs, Format};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::pretty;
use crate::progress::Progress;
use crate::session::Session;
use crate::usage;

pub(super) fn run(args: &CheckArgs, session: &mut Session) -> Done {
    if args.watch {
        // A mistake of the command line must not be waited for, nor a page fill the screen.
        if form(session)? == Format::Html && args.output.is_none() {
            return Err(
                usage::bad_value("--watch", "--format html", "--format html -o FILE").into(),
            );
        }
        return watch::run(args, session);
    }
    once(args, session, &mut Vec::new())
}

fn form(session: &Session) -> Result<Format, Failure> {
    session.form([
        Format::Text,
        Format::Json,
        Format::Html,
        Format::Sarif,
        Format::Junit,
    ])
}

/// Checks once; `read` is given the name of every file that was read.
pub(super) fn once(args: &CheckArgs, session: &mut Session, read: &mut Vec<PathBuf>) -> Done {
    let form = form(session)?;
    let progress = Progress::start(session.words);
    let mut run = assess(&args.path, &session.options(), &mut |stage| {
        progress.at(stage)
    });
    drop(progress);
    read.extend(run.sources.names().map(PathBuf::from));
    match run.outcome.take() {
        None => Err(run.into()),
        Some(Outcome::Package { name }) => Ok(package(session, &run, &name, form == Format::Json)),
        Some(Outcome::Plan {
            plan,
            mut assessment,
            ..
        }) => {
            if matches!(form, Format::Json | Format::Sarif | Format::Junit) {
                Digests::default().stamp(&mut assessment, &run.packages);
            }
            let glossary = Glossary::of(&plan);
            let reader = Reader {
                words: session.words,
                assessment: &assessment,
                glossary: &glossary,
            };
            let text = match form {
                Format::Sarif | Format::Junit => {
                    let audit = audit_of_one(&args.path, &plan, &assessment, &run.sources);
                    exported(session, &run, &audit, form)?
                }
                _ => report(session, &run, &reader, &plan, form)?,
            };
            session.write_to(args.output.as_deref(), &text)?;
            Ok(exit(&assessment))
        }
    }
}

/// The report in the form that is wanted; notes go to where people see them, or into the JSON.
fn report(
    session: &Session,
    run: &Run,
    reader: &Reader<'_>,
    plan: &Plan,
    form: Format,
) -> Result<String, Failure> {
    if form == Format::Json {
        let notes = render_json(&run.notes, &run.sources, session.words);
        return Ok(pretty(&to_json(notes, Some(reader))));
    }
    if !session.quiet {
        session.show(&run.notes, &run.sources);
    }
    match form {
        Format::Html => html(reader, plan).map_err(|error| {
            let note = Note::new(Code::WriteFailed).arg("path", "-");
            note.arg("detail", error.to_string()).into()
        }),
        _ if session.quiet => Ok(summary_line(reader)),
        _ => Ok(check(reader)),
    }
}

/// The check as other tools read it; notes go to where people see them.
fn exported(session: &Session, run: &Run, audit: &Audit, form: Format) -> Result<String, Failure> {
    if !session.quiet {
        session.show(&run.notes, &run.sources);
    }
    let format = match form {
        Format::Junit => luoshi_exchange::Format::Junit,
        _ => luoshi_exchange::Format::Sarif,
    };
    let written = export(audit, format, session.words.lang()).map_err(|error| {
        let note = Note::new(Code::WriteFailed).arg("path", "-");
        Failure::from(note.arg("detail", error.to_string()))
    })?;
    Ok(String::from_utf8_lossy(&written).into_owned())
}

fn exit(assessment: &Assessment) -> Exit {
    if assessment
        .findings
        .iter()
        .any(|f| fails(f.status, f.severity))
    {
        Exit::Failing
    } else {
        Exit::Clean
    }
}

/// A package has no evidence: all that can be said is that it is well written.
fn package(session: &mut Session, run: &Run, name: &str, json: bool) -> Exit {
    if json {
        let notes = render_json(&run.notes, &run.sources, session.words);
        session.out.json(&to_json(notes, None));
    } else {
        session.show(&run.notes, &run.sources);
        session.say("check-package", [("name", name.into())]);
    }
    Exit::Clean
}
