//! `luoshi check`: is the plan being carried out?

use std::path::PathBuf;

use luoshi::{Outcome, Run, assess};
use luoshi_diagnostics::render_json;
use luoshi_report::{Glossary, Reader, check, summary_line, to_json};
use luoshi_rules::{Assessment, fails};

use super::{Done, watch};
use crate::args::CheckArgs;
use crate::exit::Exit;
use crate::progress::Progress;
use crate::session::Session;

pub(super) fn run(args: &CheckArgs, session: &mut Session) -> Done {
    if args.watch {
        return watch::run(args, session);
    }
    once(args, session, &mut Vec::new())
}

/// Checks once; `read` is given the name of every file that was read.
pub(super) fn once(args: &CheckArgs, session: &mut Session, read: &mut Vec<PathBuf>) -> Done {
    let json = session.wants_json()?;
    let progress = Progress::start(session.words);
    let mut run = assess(&args.path, &session.options(), &mut |stage| {
        progress.at(stage)
    });
    drop(progress);
    read.extend(run.sources.names().map(PathBuf::from));
    match run.outcome.take() {
        None => Err(run.into()),
        Some(Outcome::Package { name }) => Ok(package(session, &run, &name, json)),
        Some(Outcome::Plan {
            plan, assessment, ..
        }) => {
            let glossary = Glossary::of(&plan);
            let reader = Reader {
                words: session.words,
                assessment: &assessment,
                glossary: &glossary,
            };
            write(session, &run, &reader, json);
            Ok(exit(&assessment))
        }
    }
}

fn write(session: &mut Session, run: &Run, reader: &Reader<'_>, json: bool) {
    if json {
        let notes = render_json(&run.notes, &run.sources, session.words);
        session.out.json(&to_json(notes, Some(reader)));
        return;
    }
    if session.quiet {
        session.out.write(&summary_line(reader));
        return;
    }
    session.show(&run.notes, &run.sources);
    session.out.write(&check(reader));
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
