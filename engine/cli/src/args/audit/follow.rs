//! The arguments of `luoshi audit follow`.

use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct AuditFollowArgs {
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}
