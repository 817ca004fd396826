//! Arguments of starting and tailoring a plan.

use std::path::PathBuf;

use jiff::civil::Date;

use super::KeysArg;
use super::value::{day, setting};

#[derive(Debug, clap::Args)]
pub(crate) struct TailorArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long)]
    pub(crate) changed: bool,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct InitArgs {
    pub(crate) dir: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub(crate) package: Option<String>,
    #[arg(long)]
    pub(crate) ask: bool,
    #[arg(long)]
    pub(crate) name: Option<String>,
    #[arg(long)]
    pub(crate) code: Option<String>,
    #[arg(long)]
    pub(crate) title: Option<String>,
    #[arg(long)]
    pub(crate) issuer: Option<String>,
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) issued: Option<Date>,
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) from: Option<Date>,
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) to: Option<Date>,
    #[arg(long, value_parser = setting, value_name = "ID=VALUE")]
    pub(crate) set: Vec<(String, String)>,
    #[arg(long, value_parser = setting, value_name = "ID=REASON")]
    pub(crate) reason: Vec<(String, String)>,
    #[arg(long, value_parser = setting, value_name = "DUTY=REASON")]
    pub(crate) without: Vec<(String, String)>,
    #[arg(long, value_parser = setting, value_name = "ID=NAME")]
    pub(crate) village: Vec<(String, String)>,
    #[arg(long, value_name = "LANG")]
    pub(crate) keys: Option<KeysArg>,
}
