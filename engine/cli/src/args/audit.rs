//! The arguments of `luoshi audit`. Its subcommands have theirs in `audit/`.

mod arrange;
mod bundle;
mod diff;
mod export;
mod follow;
mod merge;
mod page;
mod run;
mod sample;
mod signs;
mod verify;

use clap::Subcommand;

pub(crate) use arrange::AuditArrangeArgs;
pub(crate) use bundle::AuditBundleArgs;
pub(crate) use diff::AuditDiffArgs;
pub(crate) use export::AuditExportArgs;
pub(crate) use follow::AuditFollowArgs;
pub(crate) use merge::AuditMergeArgs;
pub(crate) use page::AuditPageArgs;
pub(crate) use run::{AuditRunArgs, AuditViewArgs};
pub(crate) use sample::{SampleArgs, SampleCommand, SampleEvaluateArgs};
pub(crate) use signs::SignsArgs;
pub(crate) use verify::AuditVerifyArgs;

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
    Arrange(AuditArrangeArgs),
    Sample(Box<SampleArgs>),
    Signs(SignsArgs),
    Diff(AuditDiffArgs),
    Follow(AuditFollowArgs),
    Export(AuditExportArgs),
    Bundle(AuditBundleArgs),
    Verify(AuditVerifyArgs),
    Page(AuditPageArgs),
}
