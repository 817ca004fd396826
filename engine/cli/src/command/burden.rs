//! `luoshi burden`.

use super::Done;
use crate::args::BurdenArgs;
use crate::exit::Exit;
use crate::session::Session;

pub(super) fn run(_args: &BurdenArgs, _session: &mut Session) -> Done {
    Ok(Exit::Clean)
}
