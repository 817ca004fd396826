//! The arguments of `luoshi audit sample`.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use jiff::civil::Date;
use luoshi_sample::{By, Expected, Rate};

use crate::args::value::{count, day};

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct SampleArgs {
    #[command(subcommand)]
    pub(crate) command: Option<SampleCommand>,
    #[arg(default_value = ".")]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_parser = rate, default_value = "95%", value_name = "PERCENT")]
    pub(crate) confidence: Rate,
    #[arg(long, value_parser = rate, default_value = "5%", value_name = "PERCENT")]
    pub(crate) tolerable: Rate,
    #[arg(long, value_parser = expected, default_value = "0", value_name = "N")]
    pub(crate) expected: Expected,
    #[arg(
        long,
        value_delimiter = ',',
        default_value = "kind",
        value_name = "WHAT"
    )]
    pub(crate) by: Vec<ByArg>,
    #[arg(long, default_value = "luoshi", value_name = "SEED")]
    pub(crate) seed: String,
    #[arg(long, value_parser = count, value_name = "N")]
    pub(crate) size: Option<usize>,
    #[arg(long, value_delimiter = ',', value_name = "KIND")]
    pub(crate) kind: Vec<String>,
    #[arg(long, value_delimiter = ',', value_name = "DUTY")]
    pub(crate) duty: Vec<String>,
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) from: Option<Date>,
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) to: Option<Date>,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SampleCommand {
    Evaluate(SampleEvaluateArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct SampleEvaluateArgs {
    pub(crate) results: PathBuf,
    #[arg(long)]
    pub(crate) open: bool,
    #[arg(long, value_name = "DIR")]
    pub(crate) plan: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ByArg {
    Township,
    Kind,
    Duty,
    Village,
    Month,
    None,
}

impl ByArg {
    /// What it means; `none` is for one stratum.
    pub(crate) fn by(self) -> Option<By> {
        match self {
            ByArg::Township => Some(By::Township),
            ByArg::Kind => Some(By::Kind),
            ByArg::Duty => Some(By::Duty),
            ByArg::Village => Some(By::Village),
            ByArg::Month => Some(By::Month),
            ByArg::None => None,
        }
    }
}

fn rate(text: &str) -> Result<Rate, String> {
    text.parse().map_err(|()| "5%, 0.25%".to_owned())
}

/// A rate has its sign; a bare number is a count.
fn expected(text: &str) -> Result<Expected, String> {
    let rate = || {
        text.ends_with(['%', '％'])
            .then(|| text.parse().ok())
            .flatten()
    };
    let count = || text.parse().ok().map(Expected::Count);
    rate()
        .map(Expected::Rate)
        .or_else(count)
        .ok_or_else(|| "0, 2, 1%".to_owned())
}
