//! `luoshi init`: a plan to start from, with a comment on each part, and an empty ledger. From a package
//! by flags or by asking; without either, a plan of its own.

use std::io::{self, IsTerminal};
use std::path::Path;

use luoshi::{LEDGER_FILE, packages_beside, whole};
use luoshi_diagnostics::{Code, Lang, Note, nearest};
use luoshi_evidence::Ledger;
use luoshi_format::format;

use super::Done;
use crate::args::{InitArgs, KeysArg};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::usage;

mod ask;
mod draft;
mod yaml;

use ask::Asker;
use draft::{Draft, Ground, Offered};
use yaml::{Remarks, yaml};

pub(super) fn run(args: &InitArgs, session: &mut Session) -> Done {
    let asking = args.ask || terminal();
    if !asking && !by_flags(args) {
        return starter(args, session);
    }
    free(&args.dir, &["plan.yaml", LEDGER_FILE])?;
    reasons(args)?;
    let found = packages_beside(&args.dir, &session.packages);
    let mut offered: Vec<Offered> = found
        .into_iter()
        .filter_map(|package| {
            Some(Offered {
                version: package.version?.to_string(),
                name: package.name,
                title: package.title,
            })
        })
        .collect();
    if offered.is_empty() && args.package.is_none() && !by_flags(args) {
        return starter(args, session);
    }
    let (mut answers, mut questions) = (io::stdin().lock(), io::stderr().lock());
    let mut asker = Asker {
        session,
        answers: &mut answers,
        questions: &mut questions,
        echo: !io::stdin().is_terminal(),
    };
    let at = match (&args.package, asking) {
        (Some(name), _) => named(name, &offered)?,
        (None, true) => asker.package(&offered)?,
        (None, false) => return Err(Note::new(Code::InitNeedsPackage).into()),
    };
    let offered = offered.swap_remove(at);
    let words = asker.session.words;
    let mut draft = Draft::new(args, &offered, asker.session.as_of(), words.lang());
    draft.keys = match args.keys {
        Some(KeysArg::Zh) => Lang::ZhCn,
        Some(KeysArg::En) => Lang::En,
        None => words.lang(),
    };
    let mut ground = Ground::read(&draft, &args.dir, &asker.session.packages)?;
    ground.fill(&mut draft);
    if let Some(name) = ground.villages(&draft) {
        draft.villages_name = name;
    }
    if asking {
        // What the flags say wrongly no answer could put right.
        let notes = ground.wrong(&draft);
        if !notes.is_empty() {
            let sources = ground.sources;
            return Err(Failure { notes, sources });
        }
        asker.all(args, &mut draft, &mut ground)?;
    }
    drop((answers, questions));
    let text = finished(&draft, &mut ground, session)?;
    write(&args.dir, &[("plan.yaml", &text)])?;
    if !session.quiet {
        let dir = args.dir.display().to_string();
        session.say("init-from-package", [("dir", dir.into())]);
    }
    Ok(Exit::Clean)
}

/// Whether somebody is there to be asked.
fn terminal() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Whether the flags say more than which package a plan of its own extends.
fn by_flags(args: &InitArgs) -> bool {
    let texts = [&args.name, &args.code, &args.title, &args.issuer];
    let days = [args.issued, args.from, args.to];
    let pairs = [&args.set, &args.reason, &args.without, &args.village];
    texts.into_iter().any(Option::is_some)
        || days.into_iter().any(|day| day.is_some())
        || pairs.into_iter().any(|pairs| !pairs.is_empty())
        || args.keys.is_some()
}

/// Refuses a reason for a value that is not given.
fn reasons(args: &InitArgs) -> Result<(), Note> {
    let set: Vec<&str> = args.set.iter().map(|(id, _)| id.as_str()).collect();
    let mut reasons = args.reason.iter();
    match reasons.find(|(id, _)| !set.contains(&id.as_str())) {
        Some((id, _)) => Err(usage::bad_value("--reason", id, &set.join(", "))),
        None => Ok(()),
    }
}

fn named(name: &str, offered: &[Offered]) -> Result<usize, Failure> {
    let names = offered.iter().map(|p| p.name.as_str());
    let near = nearest(name, names).unwrap_or("none");
    let found = offered.iter().position(|p| p.name == name);
    found.ok_or_else(|| {
        let note = Note::new(Code::UnknownPackage).arg("name", name);
        note.arg("near", near).into()
    })
}

/// The text with its comments, laid out as `luoshi fmt` does, once nothing is wrong with it.
fn finished(draft: &Draft, ground: &mut Ground, session: &Session) -> Result<String, Failure> {
    let stopped = |notes, ground: &mut Ground| {
        let sources = std::mem::take(&mut ground.sources);
        Failure { notes, sources }
    };
    let (plan, notes) = ground.plan(&yaml(draft, None));
    let Some(plan) = plan else {
        return Err(stopped(notes, ground));
    };
    let remarks = Remarks {
        plan: &plan,
        words: session.words,
    };
    let text = yaml(draft, Some(remarks));
    let file = ground.sources.add("plan.yaml", text.clone());
    let text = match format(file, &text, None) {
        Ok(text) => text,
        Err(notes) => return Err(stopped(notes, ground)),
    };
    match ground.plan(&text) {
        (Some(_), _) => Ok(text),
        (None, notes) => Err(stopped(notes, ground)),
    }
}

/// Refuses to write over what is there.
fn free(dir: &Path, names: &[&str]) -> Result<(), Note> {
    let taken = names.iter().map(|name| dir.join(name)).find(|p| p.exists());
    taken.map_or(Ok(()), |path| {
        let path = path.display().to_string();
        Err(Note::new(Code::AlreadyExists).arg("path", path))
    })
}

/// Writes the files and an empty ledger.
fn write(dir: &Path, files: &[(&str, &str)]) -> Result<(), Failure> {
    whole::folder(dir)?;
    let bytes = |(name, text): &(&str, &str)| (dir.join(name), text.as_bytes().to_vec());
    whole::write_each(&files.iter().map(bytes).collect::<Vec<_>>())?;
    Ledger::create(&dir.join(LEDGER_FILE))?;
    Ok(())
}

/// A plan of its own.
fn starter(args: &InitArgs, session: &mut Session) -> Done {
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
    free(&args.dir, &[files[0].0, files[1].0, LEDGER_FILE])?;
    write(&args.dir, &files)?;
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
