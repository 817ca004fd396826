//! `luoshi audit signs`: signs that evidence was made up, of one township.

use std::path::Path;

use luoshi::{Run, Store, files_below, folder_of, load, shown, unreadable};
use luoshi_diagnostics::{Code, Note, Sources};
use luoshi_signs::{
    Details, Files, Given, Limits, indications_text, shares, shares_text, signs, signs_json,
};

use super::super::Done;
use crate::args::SignsArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::pretty;
use crate::session::Session;

pub(crate) fn run(args: &SignsArgs, session: &mut Session) -> Done {
    let json = session.wants_json()?;
    let limits = Limits::set(&args.set).map_err(|notes| Failure {
        notes,
        sources: Sources::default(),
    })?;
    let files = args.files.as_deref().map(files_in).transpose()?;
    let mut run = Run::default();
    let folder = folder_of(&args.path)?;
    let loaded = load(&mut run, &folder, &session.packages);
    let store = Store::open(&folder, session.ledger.as_deref(), &mut run.sources)?;
    let read = store.read(&run.sources, session.as_of());
    run.notes.extend(read.notes);
    let (Some(plan), Some(evidence)) = (loaded.plan, read.value) else {
        return Err(run.into());
    };
    let details = Details::of(&store.records(&run.sources)?);
    let given = Given {
        plan: &plan,
        evidence: &evidence,
        as_of: session.as_of(),
        details: Some(&details),
        files: files.as_ref(),
        limits: &limits,
    };
    let (found, late) = (signs(given), shares(given));
    let text = match json {
        true => pretty(&signs_json(session.words, &found, &late)),
        false => {
            let mut text = indications_text(session.words, &found);
            if args.shares {
                text.push('\n');
                text.push_str(&shares_text(session.words, &late));
            }
            if details.has_attachments() && files.is_none() {
                text.push_str(&format!("\n{}\n", session.words.word("signs-no-files")));
            }
            text
        }
    };
    session.write_to(args.output.as_deref(), &text)?;
    Ok(Exit::Clean)
}

/// The digests of all files below a folder, by their names in it.
fn files_in(folder: &Path) -> Result<Files, Failure> {
    if !folder.is_dir() {
        return Err(Note::new(Code::PathMissing)
            .arg("path", shown(folder))
            .into());
    }
    files_below(folder).map_err(|error| unreadable(folder, &error).into())
}
