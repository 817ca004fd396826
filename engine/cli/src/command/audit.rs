//! `luoshi audit`: many townships side by side. Each subcommand in a file of its own.

mod merge;
mod page;
mod parts;
mod run;
mod view;

use super::Done;
use crate::args::{AuditArgs, AuditCommand, AuditRunArgs};
use crate::session::Session;
use crate::usage;

pub(super) fn run(args: AuditArgs, session: &mut Session) -> Done {
    match args.command {
        None => run::run(&args.run, session),
        // What stands before a subcommand would be lost in silence.
        Some(_) if args.run != AuditRunArgs::default() => {
            Err(usage::together("PATH", "COMMAND").into())
        }
        Some(AuditCommand::Run(args)) => run::run(&args, session),
        Some(AuditCommand::Merge(args)) => merge::run(&args, session),
        Some(AuditCommand::Page(args)) => page::run(&args, session),
    }
}
