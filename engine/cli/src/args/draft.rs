//! Arguments of the commands about a plan that is being written.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use jiff::civil::Date;

use super::value::{day, setting};

#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    Vocabulary,
}

#[derive(Debug, clap::Args)]
pub(crate) struct SchemaArgs {
    #[arg(default_value = "plan")]
    pub(crate) of: SchemaOf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct SimulateArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) planted: Option<PathBuf>,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct LintArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) rules_of: Option<Date>,
    #[arg(long, value_name = "FILE")]
    pub(crate) limits: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct BurdenArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub(crate) against: Option<PathBuf>,
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) rules_of: Option<Date>,
    #[arg(long, value_name = "FILE")]
    pub(crate) limits: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct CoverageArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct WhatIfArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long, required = true, value_parser = setting, value_name = "ID=VALUE")]
    pub(crate) set: Vec<(String, String)>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct FmtArgs {
    #[arg(default_value = ".")]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) check: bool,
    #[arg(long, value_name = "LANG")]
    pub(crate) keys: Option<KeysArg>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum KeysArg {
    Zh,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    Plan,
    Assessment,
}
