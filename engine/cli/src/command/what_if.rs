//! `luoshi what-if`: the same year under other parameters.

use luoshi::{Outcome, Run, assess, folder_of, is_package, load_set};
use luoshi_diagnostics::Level;
use luoshi_lint::Limits;
use luoshi_lint::burden::{Burden, Minutes, burden, compare as compare_burden};
use luoshi_plan::Plan;
use luoshi_report::{Glossary, Reader, WhatIf, what_if_json, what_if_text};
use luoshi_rules::{Assessment, compare};

use super::Done;
use crate::args::WhatIfArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::session::Session;

pub(super) fn run(args: &WhatIfArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    if is_package(&folder_of(&args.path)?) {
        let name = args.path.display().to_string();
        session.say("what-if-package", [("name", name.into())]);
        return Ok(Exit::BadInput);
    }
    let progress = Progress::start(session.words);
    let (plan, before) = judged(args, session, &[])?;
    let (other, after) = judged(args, session, &args.set)?;
    let burden = compare_burden(
        &burden_of(args, session, &[])?,
        &burden_of(args, session, &args.set)?,
    );
    drop(progress);
    let (was, is) = (Glossary::of(&plan), Glossary::of(&other));
    let words = session.words;
    let what_if = WhatIf {
        before: Reader {
            words,
            assessment: &before,
            glossary: &was,
        },
        after: Reader {
            words,
            assessment: &after,
            glossary: &is,
        },
        comparison: compare(&before, &after),
        burden: &burden,
    };
    if json {
        session.out.json(&what_if_json(&what_if));
    } else {
        session.out.write(&what_if_text(&what_if));
    }
    Ok(Exit::Clean)
}

fn judged(
    args: &WhatIfArgs,
    session: &Session,
    set: &[(String, String)],
) -> Result<(Box<Plan>, Box<Assessment>), Failure> {
    let mut options = session.options();
    options.set = set.to_vec();
    let mut run = assess(&args.path, &options, &mut |_| {});
    match run.outcome.take() {
        Some(Outcome::Plan {
            plan, assessment, ..
        }) => Ok((plan, assessment)),
        _ => {
            // What the plan leaves open is not what kept the values from being tried.
            run.notes.retain(|n| n.code.level() == Level::Error);
            Err(run.into())
        }
    }
}

fn burden_of(
    args: &WhatIfArgs,
    session: &Session,
    set: &[(String, String)],
) -> Result<Burden, Failure> {
    let mut run = Run::default();
    let folder = folder_of(&args.path)?;
    let loaded = load_set(&mut run, &folder, &session.packages, set);
    let Some(plan) = &loaded.plan else {
        return Err(run.into());
    };
    let limits = Limits::of(plan, &loaded.file, &loaded.packages, None, &run.sources);
    let Some(limits) = limits.value else {
        run.notes = limits.notes;
        return Err(run.into());
    };
    Ok(burden(plan, &Minutes::of(&limits, plan.header.issued)))
}
