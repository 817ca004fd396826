//! `luoshi audit page`: an audit as one web page.

use luoshi_dashboard::{Options, page};

use super::super::Done;
use super::parts::read;
use crate::args::{AuditPageArgs, Format};
use crate::exit::Exit;
use crate::session::Session;

pub(super) fn run(args: &AuditPageArgs, session: &mut Session) -> Done {
    session.form([Format::Html])?;
    let audit = read(&args.audit)?;
    let previous = args.previous.as_deref().map(read).transpose()?;
    let options = Options {
        county: args.county.as_deref(),
        previous: previous.as_ref(),
    };
    let page = page(&audit, session.words.lang(), options)?;
    session.write_to(args.output.as_deref(), &page)?;
    Ok(Exit::Clean)
}
