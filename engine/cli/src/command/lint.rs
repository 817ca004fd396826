//! `luoshi lint`: what is wrong with the plan itself.

use std::path::Path;

use luoshi::{Loaded, Run, folder_of, is_package, load, load_package, read_text};
use luoshi_diagnostics::{Arg, FileId, Level, Note, Sources, render_json};
use luoshi_lint::{Input, Linted, lint};
use luoshi_plan::Plan;
use serde_json::{Value, json};

use super::Done;
use crate::args::LintArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

pub(super) fn run(args: &LintArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let mut run = Run::default();
    let folder = folder_of(&args.path)?;
    let loaded = if is_package(&folder) {
        load_package(&mut run, &folder, &session.packages, session.as_of())
    } else {
        load(&mut run, &folder, &session.packages)
    };
    let Loaded {
        plan,
        file,
        packages,
    } = loaded;
    let limits = further(args.limits.as_deref(), &mut run)?;
    let Some(plan) = plan else {
        return Err(run.into());
    };
    let staged = lint(Input {
        plan: &plan,
        file: &file,
        packages: &packages,
        sources: &run.sources,
        notes: std::mem::take(&mut run.notes),
        as_of: session.as_of(),
        rules_of: args.rules_of,
        limits,
    });
    let Some(linted) = staged.value else {
        run.notes = staged.notes;
        return Err(run.into());
    };
    let text = match (json, session.quiet) {
        (true, _) => crate::output::pretty(&as_json(&linted, &plan, &run.sources, session)),
        (false, true) => summary(&linted, &plan, session),
        (false, false) => as_text(&linted, &plan, &run.sources, session),
    };
    session.out.write(&text);
    let failing = linted.count(Level::Error) + linted.count(Level::Warning) > 0;
    Ok(if failing { Exit::Failing } else { Exit::Clean })
}

/// Registers the file of limits that the command line names.
fn further(path: Option<&Path>, run: &mut Run) -> Result<Option<FileId>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let text = read_text(path)?;
    Ok(Some(run.sources.add(path.display().to_string(), text)))
}

const LEVELS: [(Level, &str, &str); 3] = [
    (Level::Error, "error", "lint-errors"),
    (Level::Warning, "warning", "lint-warnings"),
    (Level::Hint, "hint", "lint-hints"),
];

/// What is left, the gravest first and each kind together, and what was answered on request.
fn as_text(linted: &Linted, plan: &Plan, sources: &Sources, session: &Session) -> String {
    let mut out = String::new();
    for (level, _, heading) in LEVELS {
        let mut notes: Vec<&Note> = linted
            .notes
            .iter()
            .filter(|n| n.code.level() == level)
            .collect();
        if notes.is_empty() {
            continue;
        }
        out.push_str(&titled(heading, notes.len(), session));
        notes.sort_by_key(|note| note.code);
        for kind in notes.chunk_by(|one, other| one.code == other.code) {
            let kind: Vec<Note> = kind.iter().map(|note| (*note).clone()).collect();
            out.push_str(&session.rendered(&kind, sources));
        }
    }
    if session.verbose && !linted.suppressed.is_empty() {
        out.push_str(&titled("lint-allowed", linted.suppressed.len(), session));
        for allowed in &linted.suppressed {
            out.push_str(&session.rendered(std::slice::from_ref(&allowed.note), sources));
            let reason = vec![("reason", allowed.reason.as_str().into())];
            out.push_str(&format!(
                "{}\n\n",
                session.words.text("lint-reason", &reason)
            ));
        }
    }
    out.push_str(&summary(linted, plan, session));
    out
}

fn titled(heading: &str, count: usize, session: &Session) -> String {
    let count = vec![("count", number(count))];
    format!("{}\n\n", session.words.text(heading, &count))
}

fn number(count: usize) -> Arg {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

fn summary(linted: &Linted, plan: &Plan, session: &Session) -> String {
    let args = vec![
        ("plan", plan.header.id.as_str().into()),
        ("rules_of", linted.rules_of.to_string().into()),
        ("errors", number(linted.count(Level::Error))),
        ("warnings", number(linted.count(Level::Warning))),
        ("hints", number(linted.count(Level::Hint))),
        ("allowed", number(linted.suppressed.len())),
    ];
    session.words.text("lint-summary", &args) + "\n"
}

/// What tools read; `version` 1 of the format.
fn as_json(linted: &Linted, plan: &Plan, sources: &Sources, session: &Session) -> Value {
    let notes = |notes: &[Note]| render_json(notes, sources, session.words);
    let allowed = linted.suppressed.iter().map(|allowed| {
        let note = notes(std::slice::from_ref(&allowed.note));
        json!({ "note": note.get(0), "reason": allowed.reason })
    });
    let mut counts: serde_json::Map<String, Value> = LEVELS
        .iter()
        .map(|(level, word, _)| ((*word).to_owned(), linted.count(*level).into()))
        .collect();
    counts.insert("allowed".to_owned(), linted.suppressed.len().into());
    json!({
        "version": 1,
        "plan": plan.header.id,
        "rules_of": linted.rules_of.to_string(),
        "counts": counts,
        "notes": notes(&linted.notes),
        "allowed": allowed.collect::<Vec<_>>(),
    })
}
