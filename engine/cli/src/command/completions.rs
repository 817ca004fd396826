//! `luoshi completions`: for the shell.

use super::Done;
use crate::args::CompletionsArgs;
use crate::exit::Exit;
use crate::help;
use crate::session::Session;

pub(super) fn run(args: &CompletionsArgs, session: &mut Session) -> Done {
    let mut command = help::command(session.words);
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "luoshi", &mut script);
    session.out.write(&String::from_utf8_lossy(&script));
    Ok(Exit::Clean)
}
