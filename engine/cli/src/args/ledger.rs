//! `luoshi ledger`: what was entered, and whether it stayed as it was.

use std::path::PathBuf;

use clap::Subcommand;
use jiff::civil::Date;

use super::value::{count, day};

#[derive(Debug, Subcommand)]
pub(crate) enum LedgerCommand {
    Verify(VerifyArgs),
    Log(LogArgs),
    Checkpoint(CheckpointArgs),
    Prove(ProveArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct VerifyArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long, value_name = "CHECKPOINT")]
    pub(crate) since: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) trust: Option<PathBuf>,
    #[arg(
        long,
        value_name = "FILE",
        requires = "since",
        conflicts_with = "proof"
    )]
    pub(crate) records: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) proof: Option<PathBuf>,
    #[arg(long, value_name = "CHECKPOINT", requires = "proof")]
    pub(crate) to: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(crate) origin: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct LogArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long)]
    pub(crate) kind: Option<String>,
    #[arg(long)]
    pub(crate) duty: Option<String>,
    #[arg(long)]
    pub(crate) subject: Option<String>,
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) from: Option<Date>,
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) to: Option<Date>,
    #[arg(long, value_parser = count, default_value_t = 20)]
    pub(crate) limit: usize,
}

#[derive(Debug, clap::Args)]
pub(crate) struct CheckpointArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(crate) origin: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) records: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ProveArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(
        long,
        value_name = "CHECKPOINT",
        conflicts_with = "record",
        required_unless_present = "record"
    )]
    pub(crate) from: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub(crate) record: Option<String>,
    #[arg(long, value_name = "CHECKPOINT", conflicts_with = "key")]
    pub(crate) to: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) key: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(crate) origin: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}
