//! `luoshi audit`: many townships side by side. Each subcommand in a file of its own.

mod arrange;
mod bulk;
mod bundle;
mod diff;
mod difference;
mod export;
mod follow;
mod merge;
mod named;
mod page;
mod parts;
mod run;
mod sample;
mod seal;
mod signs;
mod verify;
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
        Some(AuditCommand::Arrange(args)) => arrange::run(&args, session),
        Some(AuditCommand::Sample(args)) => sample::run(&args, session),
        Some(AuditCommand::Signs(args)) => signs::run(&args, session),
        Some(AuditCommand::Diff(args)) => diff::run(&args, session),
        Some(AuditCommand::Follow(args)) => follow::run(&args, session),
        Some(AuditCommand::Export(args)) => export::run(&args, session),
        Some(AuditCommand::Bundle(args)) => bundle::run(&args, session),
        Some(AuditCommand::Verify(args)) => verify::run(&args, session),
        Some(AuditCommand::Page(args)) => page::run(&args, session),
    }
}
