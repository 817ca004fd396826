//! The arguments of `luoshi audit`.

mod sample;

use clap::Subcommand;

pub(crate) use sample::{SampleArgs, SampleCommand, SampleEvaluateArgs};

#[derive(Debug, Subcommand)]
pub(crate) enum AuditCommand {
    Sample(Box<SampleArgs>),
}
