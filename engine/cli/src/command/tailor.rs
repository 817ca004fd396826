//! `luoshi tailor`: what a plan may change of its packages, and what it changed and why.

use luoshi::{Run, folder_of, is_package, load, load_package};
use luoshi_report::{Shown, tailor_json, tailor_text};

use super::Done;
use crate::args::TailorArgs;
use crate::exit::Exit;
use crate::output::pretty;
use crate::session::Session;

pub(super) fn run(args: &TailorArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let mut run = Run::default();
    let folder = folder_of(&args.path)?;
    let loaded = match is_package(&folder) {
        true => load_package(&mut run, &folder, &session.packages, session.as_of()),
        false => load(&mut run, &folder, &session.packages),
    };
    let Some(plan) = &loaded.plan else {
        return Err(run.into());
    };
    let shown = match args.changed {
        true => Shown::Changed,
        false => Shown::All,
    };
    let text = match json {
        true => pretty(&tailor_json(session.words, plan, shown)),
        false => tailor_text(session.words, plan, shown),
    };
    session.write_to(args.output.as_deref(), &text)?;
    Ok(Exit::Clean)
}
