//! `luoshi roster`: plans who has which shift, or repairs what was published.

mod ledger;
mod records;

use std::path::Path;

use jiff::civil::Date;
use luoshi::{Run, folder_of, load, names, read_text, shown, whole};
use luoshi_calendar::Span;
use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_plan::Plan;
use luoshi_roster::{
    Asked, Impossible, Leave, NoProblem, Problem, PublishedShift, View, clash_in_words, leaves,
    parse_leave, plan_roster, problem_of, repair, to_json, to_text, to_workbook,
};

use super::Done;
use super::named::named;
use crate::args::{Format, RosterArgs};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::pretty;
use crate::session::Session;
use crate::usage;
use ledger::Held;

/// Leave of the persons of a plan, in its folder.
const LEAVE_FILE: &str = "leave.yaml";

/// The forms of output, the usual one first.
const FORMS: [Format; 5] = [
    Format::Text,
    Format::Json,
    Format::Csv,
    Format::Jsonl,
    Format::Xlsx,
];

pub(super) fn run(args: &RosterArgs, session: &mut Session) -> Done {
    let form = session.form(FORMS)?;
    let span = span(args)?;
    let folder = folder_of(&args.path)?;
    let mut run = Run::default();
    let Some(plan) = load(&mut run, &folder, &session.packages).plan else {
        return Err(run.into());
    };
    let rosters = plan.content.rosters.iter();
    let known = rosters.map(|r| (r.duty.id.name.as_str(), r.duty.name.as_str()));
    let id = named("ROSTER", &args.id, known)?;
    let leave = leave(args, &folder, &mut run.sources)?;
    let held = ledger::held(&folder, session.ledger.as_deref(), &id, &mut run.sources)?;
    let published = match &args.repair {
        Some(file) => Some(published(file, &id, span, &plan, &mut run.sources)?),
        None => None,
    };
    let from = args.from_day.unwrap_or_else(|| session.as_of());
    let problem = problem(
        args,
        &plan,
        &id,
        (&leave, &held),
        published.as_deref(),
        from,
        span,
    )?;
    let planned = match &published {
        Some(published) => repair(&problem, published, from),
        None => {
            if args.record {
                records::refuse_twice(&problem, &held, name(&plan, &id), session)?;
            }
            plan_roster(&problem)
        }
    };
    let roster = planned.map_err(|why| impossible(&why, &plan, &id, session))?;
    let mut notes = outsiders(&leave, &problem);
    if !roster.fairness.proven {
        notes.push(Note::new(Code::RosterNotProven).arg("name", name(&plan, &id)));
    }
    session.show(&notes, &run.sources);
    let recorded = match args.record {
        true => Some(records::enter(args, &roster, &held, session)?),
        false => None,
    };
    let view = View {
        plan: &plan,
        problem: &problem,
        roster: &roster,
    };
    if !(session.quiet && args.record) {
        write(args, form, &view, session)?;
    }
    if let Some(text) = recorded {
        session.out.write(&text);
    }
    Ok(Exit::Clean)
}

/// The days that are to be planned.
fn span(args: &RosterArgs) -> Result<Span, Failure> {
    if let Some(first) = args.month {
        let (from, to) = (first, first.last_of_month());
        return Ok(Span { from, to });
    }
    let (Some(from), Some(until)) = (args.from, args.until) else {
        return Err(usage::missing("--month").into());
    };
    Span::new(from, until).ok_or_else(|| {
        let valid = format!(">= {from}");
        usage::bad_value("--until", &until.to_string(), &valid).into()
    })
}

/// Leave of the folder's file, and that of the command line.
fn leave(args: &RosterArgs, folder: &Path, sources: &mut Sources) -> Result<Vec<Leave>, Failure> {
    let mut all = Vec::new();
    let path = folder.join(LEAVE_FILE);
    if path.is_file() {
        let text = read_text(&path)?;
        let file = sources.add(shown(&path), text.clone());
        let (found, notes) = leaves(file, &text);
        if !notes.is_empty() {
            let sources = std::mem::take(sources);
            return Err(Failure { notes, sources });
        }
        all.extend(found);
    }
    for text in &args.leave {
        let leave = parse_leave(text);
        all.push(leave.ok_or_else(|| Note::new(Code::LeaveForm).arg("value", text.as_str()))?);
    }
    Ok(all)
}

/// The shifts of a roster that is to be repaired.
fn published(
    file: &Path,
    id: &str,
    span: Span,
    plan: &Plan,
    sources: &mut Sources,
) -> Result<Vec<PublishedShift>, Failure> {
    let published = records::published(file, (id, span), &names(plan), sources)?;
    if published.is_empty() {
        return Err(Note::new(Code::RosterPublished)
            .arg("path", shown(file))
            .arg("name", name(plan, id))
            .into());
    }
    Ok(published)
}

/// What is to be planned: of a roster that was published the days stand, but for those that are cancelled,
/// and none is added before the day from which it is repaired.
fn problem(
    args: &RosterArgs,
    plan: &Plan,
    id: &str,
    (leave, held): (&[Leave], &Held),
    published: Option<&[PublishedShift]>,
    from: Date,
    span: Span,
) -> Result<Problem, Failure> {
    let published = published.map(|shifts| shifts.iter().map(|s| s.date).collect::<Vec<Date>>());
    let mut closed = args.cancel.clone();
    if let Some(days) = &published {
        let over = span.days().take_while(|day| *day < from);
        closed.extend(over.filter(|day| !days.contains(day)));
    }
    let asked = Asked {
        span,
        leave,
        earlier: &held.earlier(),
        standing: published.as_deref().unwrap_or_default(),
        closed: &closed,
        seed: args.seed,
    };
    problem_of(plan, id, &asked).map_err(|why| no_problem(&why, plan, id).into())
}

fn name<'p>(plan: &'p Plan, id: &str) -> &'p str {
    let mut rosters = plan.content.rosters.iter();
    let roster = rosters.find(|r| r.duty.id.name == id);
    roster.map_or("", |r| r.duty.name.as_str())
}

fn no_problem(why: &NoProblem, plan: &Plan, id: &str) -> Note {
    let unplanned = |why: &str| Note::new(Code::RosterUnplanned).arg("why", why);
    let note = match why {
        NoProblem::Unknown | NoProblem::NoRules => unplanned("rules"),
        NoProblem::NoDays => unplanned("days"),
        NoProblem::Outside(term) => Note::new(Code::RosterOutside)
            .arg("from", term.from.to_string())
            .arg("until", term.to.to_string())
            .arg("month", term.from.strftime("%Y-%m").to_string()),
    };
    note.arg("name", name(plan, id))
}

fn impossible(why: &Impossible, plan: &Plan, id: &str, session: &Session) -> Note {
    let rules = clash_in_words(why, session.words);
    let clash = if rules.is_empty() { "none" } else { "some" };
    Note::new(Code::RosterImpossible)
        .arg("name", name(plan, id))
        .arg("clash", clash)
        .arg("pool", i64::try_from(why.pool).unwrap_or(i64::MAX))
        .arg("rules", rules)
}

/// A note for everybody who is on leave and in no pool.
fn outsiders(leave: &[Leave], problem: &Problem) -> Vec<Note> {
    let inside = |staff: &str| problem.members.iter().any(|m| m.staff == staff);
    let mut outside: Vec<&str> = leave.iter().map(|l| l.staff.as_str()).collect();
    outside.retain(|staff| !inside(staff));
    outside.sort_unstable();
    outside.dedup();
    let note = |staff: &str| Note::new(Code::LeaveOutsider).arg("person", staff);
    outside.into_iter().map(note).collect()
}

fn write(
    args: &RosterArgs,
    form: Format,
    view: &View<'_>,
    session: &mut Session,
) -> Result<(), Failure> {
    let words = session.words;
    let text = match form {
        Format::Json => pretty(&to_json(view, words)),
        Format::Csv | Format::Jsonl => records::as_text(form, view.roster),
        Format::Xlsx => return workbook(args, view, session),
        _ => to_text(view, words),
    };
    session.write_to(args.output.as_deref(), &text)
}

fn workbook(args: &RosterArgs, view: &View<'_>, session: &mut Session) -> Result<(), Failure> {
    let roster = view.roster;
    let usual = format!(
        "{}-{}.xlsx",
        roster.roster.replace('/', "-"),
        roster.span.from
    );
    let path = args.output.clone().unwrap_or_else(|| usual.into());
    let unwritable = |detail: String| {
        Note::new(Code::WriteFailed)
            .arg("path", shown(&path))
            .arg("detail", detail)
    };
    let bytes = to_workbook(view, session.words).map_err(|e| unwritable(e.to_string()))?;
    // Without a name of its own it must not take the place of a file that somebody may have filled in.
    if args.output.is_none() && path.exists() {
        return Err(Note::new(Code::AlreadyExists)
            .arg("path", shown(&path))
            .into());
    }
    whole::write(&path, &bytes)?;
    if !session.quiet {
        session.say("roster-written", [("path", shown(&path).into())]);
    }
    Ok(())
}
