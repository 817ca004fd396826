//! The arguments of `luoshi audit diff`.

use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct AuditDiffArgs {
    #[arg(required = true)]
    pub(crate) audits: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) trend: bool,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}
