//! Arguments of the commands that write down and read evidence.

use std::path::PathBuf;

use super::value::pair;

/// Every field is a text: it is read by the same reader as the records of a file.
#[derive(Debug, clap::Args)]
pub(crate) struct RecordArgs {
    pub(crate) kind: String,
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long)]
    pub(crate) date: Option<String>,
    #[arg(long)]
    pub(crate) time: Option<String>,
    #[arg(long)]
    pub(crate) duty: Option<String>,
    #[arg(long)]
    pub(crate) subject: Option<String>,
    #[arg(long, value_delimiter = ',')]
    pub(crate) actor: Vec<String>,
    #[arg(long)]
    pub(crate) status: Option<String>,
    #[arg(long)]
    pub(crate) quantity: Option<String>,
    #[arg(long)]
    pub(crate) amount: Option<String>,
    #[arg(long, value_delimiter = ',')]
    pub(crate) marks: Vec<String>,
    #[arg(long = "ref", value_name = "ID")]
    pub(crate) refers: Option<String>,
    #[arg(long)]
    pub(crate) until: Option<String>,
    #[arg(long)]
    pub(crate) note: Option<String>,
    #[arg(long, value_parser = pair, value_name = "FIELD=VALUE")]
    pub(crate) set: Vec<(String, String)>,
    #[arg(long)]
    pub(crate) id: Option<String>,
    #[arg(long)]
    pub(crate) by: Option<String>,
    #[arg(long)]
    pub(crate) clock_checked: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ImportArgs {
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, default_value = ".", value_name = "DIR")]
    pub(crate) to: PathBuf,
    #[arg(long)]
    pub(crate) kind: Option<String>,
    #[arg(long)]
    pub(crate) duty: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) mapping: Option<PathBuf>,
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = ".")]
    pub(crate) save_mapping: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) marked: Option<PathBuf>,
    #[arg(long)]
    pub(crate) keep_valid: bool,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long)]
    pub(crate) by: Option<String>,
    #[arg(long)]
    pub(crate) clock_checked: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ExportArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct TemplateArgs {
    pub(crate) kind: String,
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long)]
    pub(crate) duty: Option<String>,
    #[arg(long)]
    pub(crate) xlsx: bool,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}
