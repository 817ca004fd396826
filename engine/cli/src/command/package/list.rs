//! `luoshi package list`: what is locked, what is here, what is to be had.

use luoshi::{Root, Shelved, Terms, folder_of, listed};
use luoshi_diagnostics::{Args, Sources};
use serde_json::{Value, json};

use super::Done;
use crate::args::PackageListArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

pub(in crate::command) fn run(args: &PackageListArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let terms = Terms {
        plan: folder_of(&args.path)?,
        from: args.from.as_deref().map(Root::at).transpose()?,
        trust: args.trust.clone(),
        downgrade: None,
        packages: session.packages.clone(),
        day: session.as_of(),
    };
    let mut sources = Sources::default();
    let list = match listed(&terms, &mut sources) {
        Ok(list) => list,
        Err(notes) => return Err(Failure { notes, sources }),
    };
    if json {
        let packages: Vec<Value> = list.iter().map(record).collect();
        session
            .out
            .json(&json!({ "version": 1, "notes": [], "packages": packages }));
    } else if list.is_empty() {
        session.say("package-list-none", []);
    } else {
        for one in &list {
            let states = session.words.list(&states(one, session));
            let line = format!("{} {}  {states}\n", one.name, one.version);
            session.out.write(&line);
        }
    }
    Ok(Exit::Clean)
}

fn record(one: &Shelved) -> Value {
    let locked = one.locked.as_ref();
    json!({
        "name": one.name,
        "version": one.version.to_string(),
        "locked": locked.is_some(),
        "installed": one.installed,
        "altered": one.altered,
        "beside": one.beside,
        "offered": one.offered,
        "digest": locked.map(|locked| locked.digest.to_string()),
        "signed_by": locked.map(|locked| &locked.signed_by),
    })
}

/// What can be said of a version, the most important first.
fn states(one: &Shelved, session: &Session) -> Vec<String> {
    let mut states = Vec::new();
    let mut say = |state: &str, args: Args| {
        states.push(session.words.text(&format!("package-list-{state}"), &args));
    };
    if one.locked.is_some() {
        say("locked", Args::new());
    }
    if one.installed {
        say("installed", Args::new());
    }
    if let Some(path) = &one.beside {
        say("beside", vec![("path", path.as_str().into())]);
    }
    if one.locked.is_some() && !one.installed && one.beside.is_none() {
        say("missing", Args::new());
    }
    if one.altered {
        say("altered", Args::new());
    }
    if one.offered {
        say("offered", Args::new());
    }
    let locked = one.locked.as_ref();
    for key in locked.iter().flat_map(|locked| &locked.signed_by) {
        say("signed", vec![("key", key.as_str().into())]);
    }
    if let Some(down) = locked.and_then(|locked| locked.downgrade.as_ref()) {
        let args = vec![
            ("from", down.from.to_string().into()),
            ("reason", down.reason.as_str().into()),
        ];
        say("lowered", args);
    }
    states
}
