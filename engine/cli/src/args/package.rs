//! `luoshi package`: archives of policy packages.

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum PackageCommand {
    Build(PackageBuildArgs),
    Inspect(PackageInspectArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct PackageBuildArgs {
    #[arg(default_value = ".")]
    pub(crate) dir: PathBuf,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct PackageInspectArgs {
    pub(crate) file: PathBuf,
}
