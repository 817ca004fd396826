//! `luoshi package install`, `lock` and `list`: the packages of a plan.

use std::path::PathBuf;

use luoshi::Order;
use luoshi_package::is_package_name;
use luoshi_plan::VersionRange;

#[derive(Debug, clap::Args)]
pub(crate) struct PackageInstallArgs {
    #[arg(value_parser = order)]
    pub(crate) what: Vec<Order>,
    #[arg(long, default_value = ".", value_name = "PLAN")]
    pub(crate) to: PathBuf,
    #[arg(long, value_name = "DIR|URL")]
    pub(crate) from: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) trust: Option<PathBuf>,
    #[arg(long, value_parser = reason, value_name = "WHY")]
    pub(crate) allow_downgrade: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct PackageLockArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long)]
    pub(crate) check: bool,
    #[arg(long)]
    pub(crate) highest: bool,
    #[arg(long, value_parser = reason, value_name = "WHY")]
    pub(crate) allow_downgrade: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct PackageListArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long, value_name = "DIR|URL")]
    pub(crate) from: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) trust: Option<PathBuf>,
}

/// Names have no dots, and so are never taken for files.
fn order(text: &str) -> Result<Order, String> {
    let (name, range) = text.split_once('@').unwrap_or((text, "*"));
    match VersionRange::parse(range) {
        Some(range) if is_package_name(name) => Ok(Order::Name(name.to_owned(), range)),
        _ if text.ends_with(".zip") => Ok(Order::File(PathBuf::from(text))),
        _ => Err("NAME, NAME@RANGE, FILE.zip".to_owned()),
    }
}

fn reason(text: &str) -> Result<String, String> {
    let text = text.trim();
    let said = !text.is_empty() && !text.contains(char::is_control);
    said.then(|| text.to_owned())
        .ok_or_else(|| "REASON".to_owned())
}
