//! `luoshi what-if`.

use super::Done;
use crate::args::WhatIfArgs;
use crate::exit::Exit;
use crate::session::Session;

pub(super) fn run(_args: &WhatIfArgs, _session: &mut Session) -> Done {
    Ok(Exit::Clean)
}
