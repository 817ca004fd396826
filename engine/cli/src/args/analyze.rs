//! The arguments of `luoshi analyze`.

use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct AnalyzeArgs {
    #[arg(num_args = 0..=3, value_name = "RULE|PATH")]
    pub(crate) what: Vec<String>,
    #[arg(long, value_name = "DIR")]
    pub(crate) against: Option<PathBuf>,
    #[arg(long)]
    pub(crate) all_parameters: bool,
    #[arg(long, default_value_t = 5000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(crate) runs: u32,
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) most: u16,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}
