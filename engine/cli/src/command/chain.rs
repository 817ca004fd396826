//! `luoshi chain`: who answers for what, and the gaps.

use std::collections::BTreeSet;

use luoshi::{Run, folder_of, is_package, load};
use luoshi_plan::Plan;
use luoshi_report::{
    Chains, Climb, Start, chain, chain_dot, chain_json, chain_svg, chain_text, climb, climb_json,
    climb_text, descent, descent_text,
};

use super::Done;
use super::named::named;
use crate::args::{ChainArgs, Format};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::pretty;
use crate::session::Session;

/// What of the chains is wanted.
enum View {
    Whole,
    Up(Climb),
    Down,
}

pub(super) fn run(args: &ChainArgs, session: &mut Session) -> Done {
    let form = session.form([Format::Text, Format::Json, Format::Dot, Format::Svg])?;
    let folder = folder_of(&args.path)?;
    if is_package(&folder) {
        session.say(
            "chain-package",
            [("name", args.path.display().to_string().into())],
        );
        return Ok(Exit::BadInput);
    }
    let mut run = Run::default();
    let Some(plan) = load(&mut run, &folder, &session.packages).plan else {
        return Err(run.into());
    };
    let (chains, view) = look(&plan, args, session)?;
    let words = session.words;
    let text = match (form, &view) {
        (Format::Dot, _) => chain_dot(&chains, words),
        (Format::Svg, _) => chain_svg(&chains, words),
        (Format::Json, View::Up(climb)) => pretty(&climb_json(climb, words)),
        (Format::Json, _) => pretty(&chain_json(&chains, words)),
        (_, View::Whole) => chain_text(&chains, words),
        (_, View::Up(climb)) => climb_text(&chains, climb, words),
        (_, View::Down) => descent_text(&chains, words),
    };
    session.write_to(args.output.as_deref(), &text)?;
    Ok(if chains.gaps.is_empty() {
        Exit::Clean
    } else {
        Exit::Failing
    })
}

/// The chains, cut down to what was asked for.
fn look(plan: &Plan, args: &ChainArgs, session: &Session) -> Result<(Chains, View), Failure> {
    let mut chains = chain(plan, session.as_of());
    let roles = plan.content.roles.iter();
    let roles = roles.map(|r| (r.id.name.as_str(), r.name.as_str()));
    if let Some(typed) = &args.down {
        let role = named("--down", typed, roles)?;
        return Ok((descent(plan, &chains, &role), View::Down));
    }
    if let Some(typed) = &args.up {
        let subjects = plan.subjects.iter();
        let subjects = subjects.map(|s| (s.id.name.as_str(), s.name.as_str()));
        let name = named("--up", typed, subjects.chain(roles))?;
        let start = plan
            .subject_index
            .get(name.as_str())
            .map_or(Start::Role(&name), |at| Start::Subject(*at));
        let climb = climb(plan, &chains, start);
        let steps = climb.steps.iter().flatten();
        let roles: BTreeSet<&str> = steps.map(|step| step.role.id.as_str()).collect();
        chains = chains.only(&roles);
        chains.gaps.clone_from(&climb.gaps);
        return Ok((chains, View::Up(climb)));
    }
    Ok((chains, View::Whole))
}
