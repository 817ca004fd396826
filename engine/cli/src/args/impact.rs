//! The arguments of `luoshi impact`.

use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct ImpactArgs {
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, required = true, value_name = "DIR")]
    pub(crate) package: PathBuf,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}
