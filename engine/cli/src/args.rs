//! The arguments. Their help is in the catalogues (`cmd-…` in `cli.ftl`): see `help`.

mod analyze;
mod audit;
mod draft;
mod evidence;
mod impact;
mod key;
mod ledger;
mod package;
mod paper;
mod plugin;
mod rule_tests;
mod schedule;
mod store;
mod tailor;
mod upgrade;
mod value;

use std::path::PathBuf;

use clap::{ArgAction, Parser, Subcommand};
use jiff::civil::Date;

pub(crate) use analyze::AnalyzeArgs;
pub(crate) use audit::{
    AuditArgs, AuditArrangeArgs, AuditBundleArgs, AuditCommand, AuditDiffArgs, AuditExportArgs,
    AuditFollowArgs, AuditMergeArgs, AuditPageArgs, AuditRunArgs, AuditVerifyArgs, AuditViewArgs,
    SampleArgs, SampleCommand, SampleEvaluateArgs, SignsArgs,
};
pub(crate) use draft::{
    BurdenArgs, CoverageArgs, FmtArgs, KeysArg, LintArgs, RulesCommand, SchemaArgs, SchemaOf,
    SimulateArgs, WhatIfArgs,
};
pub(crate) use evidence::{ExportArgs, ImportArgs, RecordArgs, TemplateArgs};
pub(crate) use impact::ImpactArgs;
pub(crate) use key::{KeyCommand, KeyNewArgs, KeyShowArgs};
pub(crate) use ledger::{CheckpointArgs, LedgerCommand, LogArgs, ProveArgs, VerifyArgs};
pub(crate) use package::{
    PackageBuildArgs, PackageCommand, PackageDiffArgs, PackageInspectArgs, PackagePublishArgs,
    PackageSignArgs, PackageVerifyArgs,
};
pub(crate) use paper::{DocumentCheckArgs, DocumentCommand, GenerateArgs};
pub(crate) use plugin::{
    PluginCommand, PluginInspectArgs, PluginNewArgs, PluginPackArgs, PluginRunArgs, PluginTestArgs,
};
pub(crate) use rule_tests::TestArgs;
pub(crate) use schedule::{AgendaArgs, ChainArgs, RosterArgs};
pub(crate) use store::{PackageInstallArgs, PackageListArgs, PackageLockArgs};
pub(crate) use tailor::{InitArgs, TailorArgs};
pub(crate) use upgrade::UpgradeArgs;
pub(crate) use value::{ColorArg, Format, LangArg};

use value::day;

#[derive(Debug, Parser)]
#[command(
    name = "luoshi",
    version,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[arg(long, global = true, value_parser = day, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    #[arg(long, global = true)]
    pub(crate) lang: Option<LangArg>,
    #[arg(long, global = true)]
    pub(crate) format: Option<Format>,
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) packages: Vec<PathBuf>,
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) ledger: Option<PathBuf>,
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub(crate) verbose: u8,
    #[arg(long, global = true)]
    pub(crate) color: Option<ColorArg>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(CheckArgs),
    Explain(ExplainArgs),
    Record(Box<RecordArgs>),
    Import(ImportArgs),
    Export(ExportArgs),
    #[command(subcommand)]
    Ledger(LedgerCommand),
    #[command(subcommand)]
    Rules(RulesCommand),
    #[command(subcommand)]
    Plugin(PluginCommand),
    Schema(SchemaArgs),
    Init(InitArgs),
    Simulate(SimulateArgs),
    Lint(LintArgs),
    Burden(BurdenArgs),
    Template(TemplateArgs),
    Generate(GenerateArgs),
    Agenda(AgendaArgs),
    Chain(ChainArgs),
    Coverage(CoverageArgs),
    WhatIf(WhatIfArgs),
    Roster(Box<RosterArgs>),
    Fmt(FmtArgs),
    #[command(subcommand)]
    Document(DocumentCommand),
    #[command(subcommand)]
    Package(PackageCommand),
    #[command(subcommand)]
    Key(KeyCommand),
    Tailor(TailorArgs),
    Upgrade(UpgradeArgs),
    Analyze(AnalyzeArgs),
    Test(TestArgs),
    Impact(ImpactArgs),
    Audit(Box<AuditArgs>),
    Lsp,
    Completions(CompletionsArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    #[arg(long)]
    pub(crate) watch: bool,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ExplainArgs {
    pub(crate) what: String,
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct CompletionsArgs {
    pub(crate) shell: clap_complete::Shell,
}
