//! The arguments of `luoshi audit signs`.

use std::path::PathBuf;

use crate::args::value::setting;

#[derive(Debug, clap::Args)]
pub(crate) struct SignsArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub(crate) files: Option<PathBuf>,
    #[arg(long, value_parser = setting, value_name = "LIMIT=N")]
    pub(crate) set: Vec<(String, String)>,
    #[arg(long)]
    pub(crate) shares: bool,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}
