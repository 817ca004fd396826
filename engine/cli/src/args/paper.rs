//! Arguments of the commands about papers.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use luoshi::PaperFormat;

use super::value::filling;

#[derive(Debug, Subcommand)]
pub(crate) enum DocumentCommand {
    Check(DocumentCheckArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct DocumentCheckArgs {
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) plan: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct GenerateArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long)]
    pub(crate) list: bool,
    #[arg(long, value_name = "KIND", conflicts_with = "list")]
    pub(crate) vars: Option<String>,
    #[arg(long, value_name = "PAPER")]
    pub(crate) paper: Vec<String>,
    #[arg(long)]
    pub(crate) due: bool,
    #[arg(long, conflicts_with_all = ["due", "paper"])]
    pub(crate) all: bool,
    #[arg(long, value_delimiter = ',', value_name = "FORMATS")]
    pub(crate) write: Vec<PaperArg>,
    #[arg(long, value_name = "DIR")]
    pub(crate) font_dir: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) issue: bool,
    #[arg(long, requires = "issue")]
    pub(crate) by: Option<String>,
    #[arg(long, requires = "issue")]
    pub(crate) clock_checked: bool,
    #[arg(long, value_parser = filling, value_name = "NAME=VALUE")]
    pub(crate) fill: Vec<(String, String)>,
    #[arg(long, requires = "issue")]
    pub(crate) with_open: bool,
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PaperArg {
    Docx,
    Pdf,
    Html,
    Txt,
    Xlsx,
    Ics,
}

impl From<PaperArg> for PaperFormat {
    fn from(arg: PaperArg) -> PaperFormat {
        match arg {
            PaperArg::Docx => PaperFormat::Docx,
            PaperArg::Pdf => PaperFormat::Pdf,
            PaperArg::Html => PaperFormat::Html,
            PaperArg::Txt => PaperFormat::Txt,
            PaperArg::Xlsx => PaperFormat::Xlsx,
            PaperArg::Ics => PaperFormat::Ics,
        }
    }
}
