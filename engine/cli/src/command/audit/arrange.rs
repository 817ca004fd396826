//! `luoshi audit arrange`: bulk files to one that an audit reads faster.

use luoshi::{Named, arrange_bulk, is_parquet, shown};
use luoshi_diagnostics::{Code, Note};
use serde_json::json;

use super::super::Done;
use crate::args::AuditArrangeArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

pub(super) fn run(args: &AuditArrangeArgs, session: &mut Session) -> Done {
    session.wants_json()?;
    let output = &args.output;
    if !is_parquet(output) {
        // By its ending an audit knows what a file is.
        let note = Note::new(Code::BulkArrange)
            .arg("reason", "ending")
            .arg("file", shown(output));
        return Err(note.into());
    }
    // It takes long to write, and may be all that is left of what it was made of.
    if output.try_exists().unwrap_or(true) {
        let note = Note::new(Code::AlreadyExists).arg("path", shown(output));
        return Err(note.into());
    }
    let named = args.paths.iter().map(|path| Named {
        name: shown(path),
        path: path.clone(),
    });
    let files: Vec<Named> = named.collect();
    let arranged = arrange_bulk(&files, args.mapping.as_deref(), output);
    let arranged = arranged.map_err(|run| Failure::from(*run))?;
    if session.wants_json()? {
        session.out.json(&json!({
            "version": 1,
            "path": shown(output),
            "townships": arranged.townships,
            "rows": arranged.rows,
        }));
    } else if !session.quiet {
        let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let told = [
            ("path", shown(output).into()),
            ("townships", count(arranged.townships as u64).into()),
            ("rows", count(arranged.rows).into()),
            (
                "mapping",
                if args.mapping.is_some() { "yes" } else { "no" }.into(),
            ),
        ];
        session.say("arranged", told);
    }
    Ok(Exit::Clean)
}
