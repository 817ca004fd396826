//! Arguments of `luoshi test`.

use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct TestArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long, value_name = "TEXT")]
    pub(crate) filter: Option<String>,
    #[arg(long)]
    pub(crate) mutate: bool,
}
