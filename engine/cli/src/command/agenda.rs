//! `luoshi agenda`: what is due, for whom, overdue first.

use std::collections::BTreeSet;

use jiff::ToSpan;
use luoshi::{Outcome, assess, judge_ahead};
use luoshi_calendar::Span;
use luoshi_plan::Plan;
use luoshi_report::{AgendaFilter, Glossary, Reader, agenda, agenda_ics, agenda_json, agenda_text};

use super::Done;
use super::named::named;
use crate::args::{AgendaArgs, Format};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::pretty;
use crate::progress::Progress;
use crate::session::Session;
use crate::usage;

/// Days ahead where nobody says how many.
const DAYS: u16 = 14;

pub(super) fn run(args: &AgendaArgs, session: &mut Session) -> Done {
    let form = session.form([Format::Text, Format::Json, Format::Ics])?;
    let window = window(args, session)?;
    let progress = Progress::start(session.words);
    let options = session.options();
    let mut run = assess(&args.path, &options, &mut |stage| progress.at(stage));
    drop(progress);
    let (plan, plugins, store, assessment) = match run.outcome.take() {
        Some(Outcome::Plan {
            plan,
            plugins,
            store,
            assessment,
            ..
        }) => (plan, plugins, store, assessment),
        Some(Outcome::Package { name }) => {
            session.say("agenda-package", [("name", name.into())]);
            return Ok(Exit::BadInput);
        }
        None => return Err(run.into()),
    };
    let filter = filter(args, &plan)?;
    let then = judge_ahead(
        &plan,
        &plugins,
        &store,
        &run.sources,
        options.as_of,
        window.to,
    );
    let Some(then) = then else {
        return Err(run.into());
    };
    let glossary = Glossary::of(&plan);
    let reader = Reader {
        words: session.words,
        assessment: &assessment,
        glossary: &glossary,
    };
    let agenda = agenda(&assessment, &then, window, filter);
    let text = match form {
        Format::Ics => agenda_ics(&reader, &agenda),
        Format::Json => pretty(&agenda_json(&reader, &agenda)),
        _ => agenda_text(&reader, &agenda),
    };
    session.write_to(args.output.as_deref(), &text)?;
    Ok(Exit::Clean)
}

fn window(args: &AgendaArgs, session: &Session) -> Result<Span, Failure> {
    let from = args.from.unwrap_or_else(|| session.as_of());
    let days = i64::from(args.days.unwrap_or(DAYS)).max(1);
    let to = args
        .to
        .or_else(|| from.checked_add((days - 1).days()).ok())
        .unwrap_or(from);
    Span::new(from, to)
        .ok_or_else(|| usage::bad_value("--to", &to.to_string(), &format!(">= {from}")).into())
}

fn filter(args: &AgendaArgs, plan: &Plan) -> Result<AgendaFilter, Failure> {
    let roles = plan.content.roles.iter();
    let roles = roles.map(|r| (r.id.name.as_str(), r.name.as_str()));
    let subjects = plan.subjects.iter();
    let subjects = subjects.map(|s| (s.id.name.as_str(), s.name.as_str()));
    let role = args
        .role
        .as_ref()
        .map(|typed| named("--role", typed, roles));
    let subject = args.subject.as_ref();
    let subject = subject.map(|typed| named("--subject", typed, subjects));
    Ok(AgendaFilter {
        role: role.transpose()?,
        subjects: subject.transpose()?.map(|id| lying_in(plan, id)),
    })
}

/// A subject with all that lie in it, at any depth: a village with its groups.
fn lying_in(plan: &Plan, subject: String) -> BTreeSet<String> {
    let mut inside = BTreeSet::from([subject]);
    loop {
        let before = inside.len();
        for subject in &plan.subjects {
            let around = subject.lies_in.as_ref();
            if around.is_some_and(|around| inside.contains(around.name.as_str())) {
                inside.insert(subject.id.name.to_string());
            }
        }
        if inside.len() == before {
            return inside;
        }
    }
}
