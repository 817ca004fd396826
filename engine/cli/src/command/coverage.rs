//! `luoshi coverage`: what became of each clause of the source documents.

use luoshi::{Outcome, assess};
use luoshi_report::{
    ClauseState, Glossary, Reader, coverage, coverage_json, coverage_line, coverage_text,
};

use super::Done;
use crate::args::CoverageArgs;
use crate::exit::Exit;
use crate::output::pretty;
use crate::progress::Progress;
use crate::session::Session;

pub(super) fn run(args: &CoverageArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let progress = Progress::start(session.words);
    let mut run = assess(&args.path, &session.options(), &mut |stage| {
        progress.at(stage)
    });
    drop(progress);
    let Some(outcome) = run.outcome.take() else {
        return Err(run.into());
    };
    let (plan, assessment) = match outcome {
        Outcome::Plan {
            plan, assessment, ..
        } => (plan, assessment),
        Outcome::Package { name } => {
            session.say("coverage-package", [("name", name.into())]);
            return Ok(Exit::BadInput);
        }
    };
    if !json && !session.quiet {
        session.show(&run.notes, &run.sources);
    }
    let coverage = coverage(&assessment, &plan);
    let glossary = Glossary::of(&plan);
    let reader = Reader {
        words: session.words,
        assessment: &assessment,
        glossary: &glossary,
    };
    let text = match (json, session.quiet) {
        (true, _) => pretty(&coverage_json(&coverage, &reader)),
        (false, true) => coverage_line(&coverage, &reader),
        (false, false) => coverage_text(&coverage, &reader),
    };
    session.write_to(args.output.as_deref(), &text)?;
    let failing = coverage.counts.contains_key(&ClauseState::Failing);
    Ok(if failing { Exit::Failing } else { Exit::Clean })
}
