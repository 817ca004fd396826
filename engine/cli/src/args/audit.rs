//! The arguments of `luoshi audit`. Its subcommands have theirs in `audit/`.

mod merge;
mod page;
mod run;

use clap::Subcommand;

pub(crate) use merge::AuditMergeArgs;
pub(crate) use page::AuditPageArgs;
pub(crate) use run::{AuditRunArgs, AuditViewArgs};

/// `luoshi audit PATH...` is `luoshi audit run PATH...`.
#[derive(Debug, clap::Args)]
#[command(subcommand_negates_reqs = true)]
pub(crate) struct AuditArgs {
    #[command(subcommand)]
    pub(crate) command: Option<AuditCommand>,
    #[command(flatten)]
    pub(crate) run: AuditRunArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum AuditCommand {
    Run(AuditRunArgs),
    Merge(AuditMergeArgs),
    Page(AuditPageArgs),
}
