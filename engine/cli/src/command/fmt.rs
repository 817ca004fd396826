//! `luoshi fmt`: YAML files laid out alike.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use luoshi::{shown, unreadable, whole, yaml_files};
use luoshi_diagnostics::{Code, Lang, Note, Sources};
use luoshi_evidence::decode;
use luoshi_format::format;
use similar::TextDiff;

use super::Done;
use crate::args::{FmtArgs, Format, KeysArg};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use crate::session::Session;

pub(super) fn run(args: &FmtArgs, session: &mut Session) -> Done {
    session.form([Format::Text])?;
    let mut files = BTreeSet::new();
    for path in &args.paths {
        files.extend(yaml_files(path)?);
    }
    if files.is_empty() {
        let paths: Vec<String> = args.paths.iter().map(|p| shown(p)).collect();
        let none = session
            .words
            .text("fmt-none", &vec![("path", paths.into())]);
        Output::complain(&format!("{none}\n"));
        return Ok(Exit::BadInput);
    }
    let mut failure = Failure::default();
    let mut changed = 0;
    for path in &files {
        match one(path, args, &mut failure.sources) {
            Ok(None) => {}
            Ok(Some(change)) => {
                changed += 1;
                tell(&change, args.check, session);
            }
            Err(notes) => failure.notes.extend(notes),
        }
    }
    sum_up(files.len(), changed, args.check, session);
    if failure.notes.iter().any(|n| n.code == Code::LayoutBeyond) {
        session.show(&failure.notes, &failure.sources);
        return Ok(Exit::Bug);
    }
    match (failure.notes.is_empty(), args.check && changed > 0) {
        (false, _) => Err(failure),
        (true, true) => Ok(Exit::Failing),
        (true, false) => Ok(Exit::Clean),
    }
}

/// A file whose layout is not as it should be.
struct Change {
    path: String,
    encoding: &'static str,
    before: String,
    after: String,
}

/// Lays out one file, and writes it unless it is only to be checked.
fn one(path: &Path, args: &FmtArgs, sources: &mut Sources) -> Result<Option<Change>, Vec<Note>> {
    let bytes = fs::read(path).map_err(|error| vec![unreadable(path, &error)])?;
    let decoded = decode(&bytes, &shown(path)).map_err(|note| vec![note])?;
    let file = sources.add(shown(path), decoded.text.clone());
    let after = format(file, &decoded.text, keys(path, args))?;
    if after.as_bytes() == bytes {
        return Ok(None);
    }
    if !args.check {
        whole::write(path, after.as_bytes()).map_err(|note| vec![note])?;
    }
    Ok(Some(Change {
        path: shown(path),
        encoding: decoded.encoding,
        before: decoded.text,
        after,
    }))
}

/// The language for the keys of a file. Not every YAML file of a folder has the keys of a plan.
fn keys(path: &Path, args: &FmtArgs) -> Option<Lang> {
    let name = path.file_name().and_then(|name| name.to_str());
    let folder = path.parent().and_then(Path::file_name);
    let foreign = matches!(
        name,
        Some("leave.yaml" | "planted.yaml" | "profile.yaml" | "trust.yaml")
    ) || folder.is_some_and(|folder| folder == "import");
    args.keys.filter(|_| !foreign).map(|keys| match keys {
        KeysArg::Zh => Lang::ZhCn,
        KeysArg::En => Lang::En,
    })
}

fn tell(change: &Change, check: bool, session: &mut Session) {
    if session.quiet {
        return;
    }
    let key = match (check, change.encoding == "UTF-8") {
        (true, true) => "fmt-would",
        (true, false) => "fmt-would-encoding",
        (false, true) => "fmt-done",
        (false, false) => "fmt-encoding",
    };
    let encoding = change.encoding.to_uppercase();
    let path = change.path.as_str();
    session.say(key, [("path", path.into()), ("encoding", encoding.into())]);
    if check && session.verbose {
        let diff = TextDiff::from_lines(&change.before, &change.after);
        let diff = diff.unified_diff().header(path, path).to_string();
        session.out.write(&diff);
    }
}

fn sum_up(files: usize, changed: usize, check: bool, session: &mut Session) {
    let key = match (changed, check) {
        (0, _) => "fmt-clean",
        (_, true) => "fmt-summary-check",
        (_, false) => "fmt-summary",
    };
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX).into();
    session.say(
        key,
        [("files", number(files)), ("changed", number(changed))],
    );
}
