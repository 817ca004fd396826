//! `luoshi upgrade`.

use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct UpgradeArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long, value_name = "NEW")]
    pub(crate) package: PathBuf,
    #[arg(long, value_name = "OLD")]
    pub(crate) from: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) keep: Vec<String>,
    #[arg(long)]
    pub(crate) write: bool,
}
