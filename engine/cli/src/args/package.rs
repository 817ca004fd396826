//! `luoshi package`: archives of policy packages.

use std::path::PathBuf;

use clap::Subcommand;
use jiff::civil::Date;

use super::value::{day, days};
use super::{PackageInstallArgs, PackageListArgs, PackageLockArgs};

#[derive(Debug, Subcommand)]
pub(crate) enum PackageCommand {
    Build(PackageBuildArgs),
    Diff(PackageDiffArgs),
    Inspect(PackageInspectArgs),
    Sign(PackageSignArgs),
    Verify(PackageVerifyArgs),
    Publish(PackagePublishArgs),
    Install(PackageInstallArgs),
    Lock(PackageLockArgs),
    List(PackageListArgs),
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

#[derive(Debug, clap::Args)]
pub(crate) struct PackageSignArgs {
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct PackageVerifyArgs {
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) trust: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct PackagePublishArgs {
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) registry: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
    #[arg(long, value_parser = day, value_name = "DATE", required_unless_present = "days")]
    pub(crate) expires: Option<Date>,
    #[arg(long, value_parser = days, conflicts_with = "expires")]
    pub(crate) days: Option<u16>,
    #[arg(long)]
    pub(crate) name: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) trust: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct PackageDiffArgs {
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,
}
