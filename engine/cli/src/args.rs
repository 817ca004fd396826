//! The arguments. Their help is in the catalogues (`cmd-…` in `cli.ftl`): see `help`.

mod analyze;
mod audit;
mod impact;
mod key;
mod ledger;
mod package;
mod rule_tests;
mod store;
mod tailor;
mod upgrade;

use std::path::PathBuf;

use clap::{ArgAction, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use luoshi::PaperFormat;

pub(crate) use analyze::AnalyzeArgs;
pub(crate) use audit::{
    AuditArgs, AuditArrangeArgs, AuditBundleArgs, AuditCommand, AuditDiffArgs, AuditExportArgs,
    AuditFollowArgs, AuditMergeArgs, AuditPageArgs, AuditRunArgs, AuditVerifyArgs, AuditViewArgs,
    SampleArgs, SampleCommand, SampleEvaluateArgs, SignsArgs,
};
pub(crate) use impact::ImpactArgs;
pub(crate) use key::{KeyCommand, KeyNewArgs, KeyShowArgs};
pub(crate) use ledger::{CheckpointArgs, LedgerCommand, LogArgs, ProveArgs, VerifyArgs};
pub(crate) use package::{
    PackageBuildArgs, PackageCommand, PackageDiffArgs, PackageInspectArgs, PackagePublishArgs,
    PackageSignArgs, PackageVerifyArgs,
};
pub(crate) use rule_tests::TestArgs;
pub(crate) use store::{PackageInstallArgs, PackageListArgs, PackageLockArgs};
pub(crate) use tailor::{InitArgs, TailorArgs};
pub(crate) use upgrade::UpgradeArgs;

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

#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    Vocabulary,
}

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

#[derive(Debug, Subcommand)]
pub(crate) enum PluginCommand {
    Inspect(PluginInspectArgs),
    Run(PluginRunArgs),
    Test(PluginTestArgs),
    Pack(PluginPackArgs),
    New(PluginNewArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct PluginInspectArgs {
    pub(crate) file: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct PluginRunArgs {
    pub(crate) file: PathBuf,
    pub(crate) path: Option<PathBuf>,
    #[arg(long, value_parser = setting, value_name = "ID=VALUE")]
    pub(crate) set: Vec<(String, String)>,
    #[arg(long, value_delimiter = ',')]
    pub(crate) kinds: Vec<String>,
    #[arg(long, value_name = "DUTY")]
    pub(crate) of: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct PluginTestArgs {
    pub(crate) file: PathBuf,
    pub(crate) cases: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct PluginPackArgs {
    pub(crate) core: PathBuf,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct PluginNewArgs {
    pub(crate) name: String,
    #[arg(long)]
    pub(crate) dir: Option<PathBuf>,
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

#[derive(Debug, clap::Args)]
pub(crate) struct CompletionsArgs {
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LangArg {
    #[value(name = "zh-CN", alias = "zh")]
    Zh,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
    Jsonl,
    Csv,
    Parquet,
    Html,
    Ics,
    Dot,
    Svg,
    Xlsx,
    Sarif,
    Junit,
}

impl Format {
    /// As it is typed.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Csv => "csv",
            Format::Parquet => "parquet",
            Format::Html => "html",
            Format::Ics => "ics",
            Format::Dot => "dot",
            Format::Svg => "svg",
            Format::Xlsx => "xlsx",
            Format::Sarif => "sarif",
            Format::Junit => "junit",
        }
    }
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorArg {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    Plan,
    Assessment,
}

fn day(text: &str) -> Result<Date, String> {
    // `Date` would also read 20120510 and a time after the day.
    let iso = text.len() == 10 && text.as_bytes()[4] == b'-';
    iso.then(|| text.parse().ok())
        .flatten()
        .ok_or_else(|| "YYYY-MM-DD".to_owned())
}

/// The first day of a month.
fn month(text: &str) -> Result<Date, String> {
    let first = (text.len() == 7).then(|| day(&format!("{text}-01")).ok());
    first.flatten().ok_or_else(|| "YYYY-MM".to_owned())
}

fn pair(text: &str) -> Result<(String, String), String> {
    halves(text, "FIELD=VALUE")
}

fn setting(text: &str) -> Result<(String, String), String> {
    halves(text, "ID=VALUE")
}

/// A value of a paper stands on one line of its record.
fn filling(text: &str) -> Result<(String, String), String> {
    let pair = halves(text, "NAME=VALUE")?;
    let one_line = !text.contains(['\n', '\r']) && !pair.0.is_empty();
    one_line
        .then_some(pair)
        .ok_or_else(|| "NAME=VALUE".to_owned())
}

fn halves(text: &str, wanted: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or_else(|| wanted.to_owned())?;
    Ok((name.to_owned(), value.to_owned()))
}

// What the library itself says of a wrong number is English, whatever the language asked for.

fn days(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| format!("0–{}", u16::MAX))
}

fn count(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| "0, 1, 2, …".to_owned())
}
