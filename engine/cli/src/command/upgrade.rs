//! `luoshi upgrade`: a plan carried to another version of a package.

use super::Done;
use crate::args::UpgradeArgs;
use crate::exit::Exit;
use crate::session::Session;

pub(super) fn run(_args: &UpgradeArgs, _session: &mut Session) -> Done {
    Ok(Exit::Clean)
}
