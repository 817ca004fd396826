//! Arguments of the commands about who does what when.

use std::path::PathBuf;

use jiff::civil::Date;

use super::value::{day, days, month};

#[derive(Debug, clap::Args)]
pub(crate) struct AgendaArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long, conflicts_with = "to", value_parser = days, value_name = "N")]
    pub(crate) days: Option<u16>,
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) from: Option<Date>,
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) to: Option<Date>,
    #[arg(long)]
    pub(crate) role: Option<String>,
    #[arg(long)]
    pub(crate) subject: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ChainArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long, conflicts_with = "down", value_name = "NAME")]
    pub(crate) up: Option<String>,
    #[arg(long, value_name = "ROLE")]
    pub(crate) down: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct RosterArgs {
    pub(crate) id: String,
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long, value_parser = month, value_name = "YYYY-MM", conflicts_with_all = ["from", "until"])]
    pub(crate) month: Option<Date>,
    #[arg(long, value_parser = day, value_name = "DATE", requires = "until")]
    pub(crate) from: Option<Date>,
    #[arg(long, value_parser = day, value_name = "DATE", requires = "from")]
    pub(crate) until: Option<Date>,
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    #[arg(long)]
    pub(crate) leave: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) repair: Option<PathBuf>,
    #[arg(long, value_parser = day, value_name = "DATE", requires = "repair")]
    pub(crate) from_day: Option<Date>,
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) cancel: Vec<Date>,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long)]
    pub(crate) record: bool,
    #[arg(long)]
    pub(crate) by: Option<String>,
    #[arg(long)]
    pub(crate) clock_checked: bool,
}
