//! Arguments of the commands about plugins.

use std::path::PathBuf;

use clap::Subcommand;

use super::value::setting;

#[derive(Debug, Subcommand)]
pub(crate) enum PluginCommand {
    Inspect(PluginInspectArgs),
    Run(PluginRunArgs),
    Test(PluginTestArgs),
    Pack(PluginPackArgs),
    New(PluginNewArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct PluginInspectArgs {
    pub(crate) file: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct PluginRunArgs {
    pub(crate) file: PathBuf,
    pub(crate) path: Option<PathBuf>,
    #[arg(long, value_parser = setting, value_name = "ID=VALUE")]
    pub(crate) set: Vec<(String, String)>,
    #[arg(long, value_delimiter = ',')]
    pub(crate) kinds: Vec<String>,
    #[arg(long, value_name = "DUTY")]
    pub(crate) of: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct PluginTestArgs {
    pub(crate) file: PathBuf,
    pub(crate) cases: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct PluginPackArgs {
    pub(crate) core: PathBuf,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct PluginNewArgs {
    pub(crate) name: String,
    #[arg(long)]
    pub(crate) dir: Option<PathBuf>,
}
