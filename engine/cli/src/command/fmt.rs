//! `luoshi fmt`.

use super::Done;
use crate::args::FmtArgs;
use crate::exit::Exit;
use crate::session::Session;

pub(super) fn run(_args: &FmtArgs, _session: &mut Session) -> Done {
    Ok(Exit::Clean)
}
