//! Each command in a file of its own.

use crate::args::{
    Command, DocumentCommand, KeyCommand, LedgerCommand, PackageCommand, PluginCommand,
    RulesCommand,
};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

mod agenda;
mod analyze;
mod audit;
mod burden;
mod chain;
mod check;
mod completions;
mod coverage;
mod document;
mod explain;
mod export;
mod fmt;
mod generate;
mod impact;
mod import;
mod init;
mod key;
mod ledger;
mod lint;
mod lsp;
mod named;
mod package;
mod plugin;
mod record;
mod roster;
mod rules;
mod schema;
mod simulate;
mod tailor;
mod template;
mod test;
mod upgrade;
mod watch;
mod what_if;
mod write;

/// What a command came to.
type Done = Result<Exit, Failure>;

/// Runs a command.
pub(crate) fn run(command: Command, session: &mut Session) -> Done {
    match command {
        Command::Check(args) => check::run(&args, session),
        Command::Explain(args) => explain::run(&args, session),
        Command::Record(args) => record::run(&args, session),
        Command::Import(args) => import::run(&args, session),
        Command::Export(args) => export::run(&args, session),
        Command::Ledger(LedgerCommand::Verify(args)) => ledger::verify(&args, session),
        Command::Ledger(LedgerCommand::Log(args)) => ledger::log(&args, session),
        Command::Ledger(LedgerCommand::Checkpoint(args)) => ledger::checkpoint(&args, session),
        Command::Ledger(LedgerCommand::Prove(args)) => ledger::prove(&args, session),
        Command::Rules(RulesCommand::Vocabulary) => rules::vocabulary(session),
        Command::Plugin(PluginCommand::Inspect(args)) => plugin::inspect(&args, session),
        Command::Plugin(PluginCommand::Run(args)) => plugin::run(&args, session),
        Command::Plugin(PluginCommand::Test(args)) => plugin::test(&args, session),
        Command::Plugin(PluginCommand::Pack(args)) => plugin::pack(&args, session),
        Command::Plugin(PluginCommand::New(args)) => plugin::new(&args, session),
        Command::Schema(args) => schema::run(&args, session),
        Command::Init(args) => init::run(&args, session),
        Command::Simulate(args) => simulate::run(&args, session),
        Command::Lint(args) => lint::run(&args, session),
        Command::Burden(args) => burden::run(&args, session),
        Command::Template(args) => template::run(&args, session),
        Command::Generate(args) => generate::run(&args, session),
        Command::Agenda(args) => agenda::run(&args, session),
        Command::Chain(args) => chain::run(&args, session),
        Command::Coverage(args) => coverage::run(&args, session),
        Command::WhatIf(args) => what_if::run(&args, session),
        Command::Roster(args) => roster::run(&args, session),
        Command::Fmt(args) => fmt::run(&args, session),
        Command::Document(DocumentCommand::Check(args)) => document::check(&args, session),
        Command::Package(PackageCommand::Build(args)) => package::build(&args, session),
        Command::Package(PackageCommand::Inspect(args)) => package::inspect(&args, session),
        Command::Package(PackageCommand::Sign(args)) => package::sign(&args, session),
        Command::Package(PackageCommand::Verify(args)) => package::verify(&args, session),
        Command::Package(PackageCommand::Publish(args)) => package::publish(&args, session),
        Command::Package(PackageCommand::Install(args)) => package::install(&args, session),
        Command::Package(PackageCommand::Lock(args)) => package::lock(&args, session),
        Command::Package(PackageCommand::List(args)) => package::list(&args, session),
        Command::Key(KeyCommand::New(args)) => key::new(&args, session),
        Command::Key(KeyCommand::Show(args)) => key::show(&args, session),
        Command::Tailor(args) => tailor::run(&args, session),
        Command::Package(PackageCommand::Diff(args)) => package::diff(&args, session),
        Command::Upgrade(args) => upgrade::run(&args, session),
        Command::Analyze(args) => analyze::run(&args, session),
        Command::Test(args) => test::run(&args, session),
        Command::Impact(args) => impact::run(&args, session),
        Command::Audit(args) => audit::run(*args, session),
        Command::Lsp => lsp::run(session),
        Command::Completions(args) => completions::run(&args, session),
    }
}
