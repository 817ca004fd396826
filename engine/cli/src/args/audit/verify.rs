//! The arguments of `luoshi audit verify`.

use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct AuditVerifyArgs {
    pub(crate) bundle: PathBuf,
    #[arg(default_value = ".")]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) plan: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "plan")]
    pub(crate) mapping: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) trust: Option<PathBuf>,
}
