//! `luoshi chain`.

use super::Done;
use crate::args::ChainArgs;
use crate::exit::Exit;
use crate::session::Session;

pub(super) fn run(_args: &ChainArgs, _session: &mut Session) -> Done {
    Ok(Exit::Clean)
}
