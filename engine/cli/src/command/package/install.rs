//! `luoshi package install`: packages into a plan's folder, verified, all or none.

use luoshi::{Installation, Root, Terms, folder_of, install};
use luoshi_diagnostics::{Arg, Sources, render_json};
use serde_json::json;

use super::Done;
use super::lock::{changes, told};
use crate::args::PackageInstallArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

pub(in crate::command) fn run(args: &PackageInstallArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let terms = Terms {
        plan: folder_of(&args.to)?,
        from: args.from.as_deref().map(Root::at).transpose()?,
        trust: args.trust.clone(),
        downgrade: args.allow_downgrade.clone(),
        packages: session.packages.clone(),
        day: session.as_of(),
    };
    let mut sources = Sources::default();
    let done = match install(&args.what, &terms, &mut sources) {
        Ok(done) => done,
        Err(notes) => return Err(Failure { notes, sources }),
    };
    if json {
        let written = done.written.iter();
        let written =
            written.map(|(name, version)| json!({ "name": name, "version": version.to_string() }));
        session.out.json(&json!({
            "version": 1,
            "notes": render_json(&done.notes, &sources, session.words),
            "installed": written.collect::<Vec<_>>(),
            "changes": changes(done.old.as_ref(), &done.new),
            "packages": told(&done.new),
        }));
    } else {
        tell(&done, session);
        session.show(&done.notes, &sources);
    }
    Ok(Exit::Clean)
}

fn tell(done: &Installation, session: &mut Session) {
    if session.quiet {
        return;
    }
    match i64::try_from(done.written.len()).unwrap_or(i64::MAX) {
        0 => session.say("package-installed-none", []),
        count => session.say("package-installed", [("count", Arg::Number(count))]),
    }
    for (name, version) in &done.written {
        session.out.write(&format!("  {name} {version}\n"));
    }
    super::lock::tell(done.old.as_ref(), &done.new, session);
}
