//! The arguments of `luoshi audit page`.

use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct AuditPageArgs {
    pub(crate) audit: PathBuf,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(crate) county: Option<String>,
    #[arg(long, value_name = "AUDIT")]
    pub(crate) previous: Option<PathBuf>,
}
