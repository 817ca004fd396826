//! `luoshi package …`.

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum PackageCommand {
    Diff(PackageDiffArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct PackageDiffArgs {
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,
}
