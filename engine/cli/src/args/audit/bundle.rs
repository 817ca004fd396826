//! The arguments of `luoshi audit bundle`.

use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct AuditBundleArgs {
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) plan: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "plan")]
    pub(crate) mapping: Option<PathBuf>,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) key: Option<PathBuf>,
}
