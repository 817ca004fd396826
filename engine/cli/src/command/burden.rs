//! `luoshi burden`: what a plan asks of people.

use std::path::Path;

use luoshi::{Loaded, Run, folder_of, is_package, load, load_package, read_text};
use luoshi_diagnostics::FileId;
use luoshi_lint::Limits;
use luoshi_lint::burden::{Burden, Minutes, burden, compare, held};
use luoshi_plan::Plan;
use luoshi_report::{
    Statement, burden_change_json, burden_change_text, burden_json, burden_line, burden_text,
};

use super::Done;
use crate::args::BurdenArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

/// A plan, the limits it is held against, and what it asks for.
struct Counted {
    plan: Plan,
    limits: Limits,
    burden: Burden,
    package: bool,
}

pub(super) fn run(args: &BurdenArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let after = counted(&args.path, args, session)?;
    if let Some(earlier) = &args.against {
        let before = counted(earlier, args, session)?;
        let changes = compare(&before.burden, &after.burden);
        if json {
            let value = burden_change_json(&before.plan, &after.plan, &changes);
            session.out.json(&value);
        } else {
            let text = burden_change_text(session.words, &before.plan, &after.plan, &changes);
            session.out.write(&text);
        }
        return Ok(Exit::Clean);
    }
    let rules_of = args.rules_of.unwrap_or(after.plan.header.issued);
    let statement = Statement {
        words: session.words,
        plan: &after.plan,
        burden: &after.burden,
        held: &held(&after.plan, &after.burden, &after.limits, rules_of),
        rules_of,
        package: after.package,
    };
    match (json, session.quiet) {
        (true, _) => session.out.json(&burden_json(&statement)),
        (false, true) => session.out.write(&burden_line(&statement)),
        (false, false) => session.out.write(&burden_text(&statement)),
    }
    Ok(Exit::Clean)
}

fn counted(path: &Path, args: &BurdenArgs, session: &Session) -> Result<Counted, Failure> {
    let mut run = Run::default();
    let folder = folder_of(path)?;
    let package = is_package(&folder);
    let Loaded {
        plan,
        file,
        packages,
    } = if package {
        load_package(&mut run, &folder, &session.packages, session.as_of())
    } else {
        load(&mut run, &folder, &session.packages)
    };
    let further = further(args.limits.as_deref(), &mut run)?;
    let Some(plan) = plan else {
        return Err(run.into());
    };
    let staged = Limits::of(&plan, &file, &packages, further, &run.sources);
    let Some(limits) = staged.value else {
        run.notes = staged.notes;
        return Err(run.into());
    };
    let day = args.rules_of.unwrap_or(plan.header.issued);
    let burden = burden(&plan, &Minutes::of(&limits, day));
    Ok(Counted {
        plan,
        limits,
        burden,
        package,
    })
}

/// Registers the file of limits that the command line names.
fn further(path: Option<&Path>, run: &mut Run) -> Result<Option<FileId>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let text = read_text(path)?;
    Ok(Some(run.sources.add(path.display().to_string(), text)))
}
