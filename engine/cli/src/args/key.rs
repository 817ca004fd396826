//! `luoshi key`: keys for signing.

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum KeyCommand {
    New(KeyNewArgs),
    Show(KeyShowArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct KeyNewArgs {
    pub(crate) name: String,
    #[arg(long, default_value = ".")]
    pub(crate) dir: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct KeyShowArgs {
    pub(crate) file: PathBuf,
}
