//! `luoshi init`: a plan to start from, with a comment on each part, and an empty ledger.

use std::fs;
use std::io;
use std::path::Path;

use luoshi::LEDGER_FILE;
use luoshi_diagnostics::{Code, Lang, Note};
use luoshi_evidence::Ledger;

use super::Done;
use crate::args::InitArgs;
use crate::exit::Exit;
use crate::session::Session;

pub(super) fn run(args: &InitArgs, session: &mut Session) -> Done {
    let (plan, clauses) = match session.words.lang() {
        Lang::ZhCn => (
            include_str!("../starter/plan.zh-CN.yaml"),
            include_str!("../starter/clauses.zh-CN.yaml"),
        ),
        Lang::En => (
            include_str!("../starter/plan.en.yaml"),
            include_str!("../starter/clauses.en.yaml"),
        ),
    };
    let plan = plan
        .replace("YEAR", &session.as_of().year().to_string())
        .replace("EXTENDS", &extends(args.package.as_deref()));
    let files = [("plan.yaml", plan.as_str()), ("clauses.yaml", clauses)];
    for name in [files[0].0, files[1].0, LEDGER_FILE] {
        let path = args.dir.join(name);
        if path.exists() {
            return Err(Note::new(Code::AlreadyExists)
                .arg("path", path.display().to_string())
                .into());
        }
    }
    fs::create_dir_all(&args.dir).map_err(|error| failed(&args.dir, &error))?;
    for (name, text) in files {
        let path = args.dir.join(name);
        fs::write(&path, text).map_err(|error| failed(&path, &error))?;
    }
    Ledger::create(&args.dir.join(LEDGER_FILE))?;
    if !session.quiet {
        session.say(
            "init-done",
            [("dir", args.dir.display().to_string().into())],
        );
    }
    Ok(Exit::Clean)
}

/// The line that names the package, if one was named.
fn extends(package: Option<&str>) -> String {
    match package {
        Some(name) => format!(
            "[ {{ package: \"{}\", version: \"*\" }} ]",
            name.replace(['"', '\\'], "")
        ),
        None => "[]".to_owned(),
    }
}

fn failed(path: &Path, error: &io::Error) -> Note {
    Note::new(Code::WriteFailed)
        .arg("path", path.display().to_string())
        .arg("detail", error.to_string())
}
