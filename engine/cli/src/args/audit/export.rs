//! The arguments of `luoshi audit export`.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use luoshi_exchange::Format;

#[derive(Debug, clap::Args)]
pub(crate) struct AuditExportArgs {
    #[arg(value_name = "AUDIT")]
    pub(crate) audit: PathBuf,
    #[arg(long, value_parser = formats(), value_name = "FORMAT")]
    pub(crate) to: Format,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

fn formats() -> impl TypedValueParser<Value = Format> {
    let words = PossibleValuesParser::new(Format::ALL.map(Format::word));
    words.try_map(|word| Format::from_word(&word).ok_or("no such format"))
}
