//! `luoshi lsp`: the language server.

use super::Done;
use crate::exit::Exit;
use crate::session::Session;

pub(super) fn run(_session: &mut Session) -> Done {
    Ok(Exit::Clean)
}
