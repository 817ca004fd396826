//! `luoshi agenda`.

use super::Done;
use crate::args::AgendaArgs;
use crate::exit::Exit;
use crate::session::Session;

pub(super) fn run(_args: &AgendaArgs, _session: &mut Session) -> Done {
    Ok(Exit::Clean)
}
