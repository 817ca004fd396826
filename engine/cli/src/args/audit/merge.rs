//! The arguments of `luoshi audit merge`.

use std::path::PathBuf;

use super::run::AuditViewArgs;

#[derive(Debug, clap::Args)]
pub(crate) struct AuditMergeArgs {
    #[arg(required = true)]
    pub(crate) parts: Vec<PathBuf>,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) view: AuditViewArgs,
}
