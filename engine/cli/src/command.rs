//! Each command in a file of its own.

use crate::args::{Command, DocumentCommand, LedgerCommand, PluginCommand, RulesCommand};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

mod agenda;
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
mod ledger;
mod lint;
mod lsp;
mod named;
mod plugin;
mod record;
mod roster;
mod rules;
mod schema;
mod simulate;
mod template;
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
        Command::Impact(args) => impact::run(&args, session),
        Command::Lsp => lsp::run(session),
        Command::Completions(args) => completions::run(&args, session),
    }
}
