//! The arguments of `luoshi audit arrange`.

use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct AuditArrangeArgs {
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) mapping: Option<PathBuf>,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
}
