//! `luoshi audit diff`: what became of findings from one audit to the next.

use luoshi_audit::Audit;
use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_follow::{
    Comparison, Fate, Turn, compare, compare_json, compare_text, trend, trend_json, trend_text,
};

use super::super::Done;
use super::parts::read;
use crate::args::AuditDiffArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::pretty;
use crate::session::Session;
use crate::usage;

pub(super) fn run(args: &AuditDiffArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    if session.as_of.is_some() {
        // Audits have the days of their runs.
        return Err(usage::together("--as-of", "AUDIT").into());
    }
    let audits = args.audits.iter().map(|path| read(path));
    let audits = audits.collect::<Result<Vec<Audit>, Failure>>()?;
    session.show(&incomplete(&audits), &Sources::default());
    let audits: Vec<&Audit> = audits.iter().collect();
    if args.trend {
        let trend = trend(&audits);
        let text = match json {
            true => pretty(&trend_json(&trend)),
            false => trend_text(&trend, session.words),
        };
        session.write_to(args.output.as_deref(), &text)?;
        return Ok(Exit::Clean);
    }
    let Some(comparison) = compare(&audits) else {
        return Err(Note::new(Code::DiffOneAudit).into());
    };
    let text = match json {
        true => pretty(&compare_json(&comparison)),
        false => compare_text(&comparison, session.words),
    };
    session.write_to(args.output.as_deref(), &text)?;
    Ok(exit(&comparison))
}

/// What a share lacks would look as if it had gone.
pub(super) fn incomplete(audits: &[Audit]) -> Vec<Note> {
    let parts = audits.iter().filter_map(|audit| audit.head.parts.as_ref());
    let notes = parts.map(|parts| {
        let missing = parts.missing().map(|which| format!("{which}/{}", parts.of));
        Note::new(Code::AuditIncomplete).arg("missing", missing.collect::<Vec<String>>())
    });
    notes.collect()
}

/// Failing where something fails that did not, is graver, or can no longer be judged.
fn exit(of: &Comparison<'_>) -> Exit {
    let worse = [Turn::New, Turn::Reopened, Turn::Graver];
    let worse: u32 = worse.into_iter().map(|turn| of.counts.of(turn)).sum();
    let broken = |fate| matches!(fate, Fate::BrokenNow | Fate::Broken);
    match worse > 0 || of.townships.iter().any(|t| broken(t.fate)) {
        true => Exit::Failing,
        false => Exit::Clean,
    }
}
