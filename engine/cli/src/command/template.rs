//! `luoshi template`.

use super::Done;
use crate::args::TemplateArgs;
use crate::exit::Exit;
use crate::session::Session;

pub(super) fn run(_args: &TemplateArgs, _session: &mut Session) -> Done {
    Ok(Exit::Clean)
}
