//! The arguments of `luoshi audit run`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use luoshi_audit::{CountyBy, Shard};

#[derive(Debug, Default, PartialEq, Eq, clap::Args)]
pub(crate) struct AuditRunArgs {
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) plan: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "plan")]
    pub(crate) mapping: Option<PathBuf>,
    #[arg(long, value_parser = county_by, value_name = "WAY")]
    pub(crate) county_by: Option<CountyBy>,
    #[arg(long, value_name = "FILE")]
    pub(crate) counties: Option<PathBuf>,
    #[arg(long, value_parser = shard, value_name = "I/N")]
    pub(crate) shard: Option<Shard>,
    #[arg(long, value_name = "NAME", conflicts_with = "plan")]
    pub(crate) files: Option<String>,
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) view: AuditViewArgs,
}

/// What is shown of an audit.
#[derive(Debug, Default, PartialEq, Eq, clap::Args)]
pub(crate) struct AuditViewArgs {
    #[arg(long, value_name = "AUDIT")]
    pub(crate) previous: Option<PathBuf>,
    #[arg(long, value_name = "CODE")]
    pub(crate) township: Vec<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) duty: Vec<String>,
}

fn county_by(text: &str) -> Result<CountyBy, String> {
    CountyBy::from_word(text).ok_or_else(|| "folder, prefix:N, none".to_owned())
}

fn shard(text: &str) -> Result<Shard, String> {
    Shard::from_word(text).ok_or_else(|| "1/4, 2/4, ...".to_owned())
}
