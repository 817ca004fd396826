//! `luoshi audit merge`: shares of an audit to the whole.

use luoshi_audit::merge;

use super::super::Done;
use super::parts::{apart, read, write};
use super::view::show;
use crate::args::AuditMergeArgs;
use crate::failure::Failure;
use crate::session::Session;

pub(super) fn run(args: &AuditMergeArgs, session: &mut Session) -> Done {
    session.wants_json()?;
    let parts = args.parts.iter().map(|path| read(path));
    let parts = parts.collect::<Result<Vec<_>, Failure>>()?;
    let audit = merge(parts).map_err(|error| apart(&error))?;
    if let Some(path) = &args.output {
        write(&audit, path)?;
    }
    show(&audit, &args.view, session)
}
